"""llama.cpp behind the engine port: the only module that imports ``llama_cpp``.

The pinned release of the binding is part of this module's contract (tests/model holds it): ``Llama.eval`` is
overridden so that reading a prompt can be watched and stopped between batches, and llama.cpp's abort callback ends a
batch that is under way.
"""

import functools
import importlib
import importlib.util
import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.engine import libraries
from assistant.engine.choices import partings, scores
from assistant.engine.engine import Identity, Progress, Sampling, Stopping
from assistant.errors import ModelUnreadable, Stopped

#: Tokens read between two looks up. Measured on two cores: reading in batches of 128 to 1 024 is equally fast.
BATCH = 256
#: What the model reads best at: physical cores, at most eight; more threads than cores make each other wait.
MAX_THREADS = 8
#: Continuations of one prompt that are looked at together; a list of a hundred labels parts in some twenty places.
SEQUENCES = 32


def default_threads() -> int:
    """Threads to use when the user has not chosen: the cores this process may run on, at most ``MAX_THREADS``.

    Measured on two cores without other load: two threads read 1.9 times as fast as one.
    """
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on Windows and macOS
        cores = os.cpu_count() or 1
    return max(1, min(cores, MAX_THREADS))


class LlamaEngine:
    """A GGUF file that answers. Its SHA-256 has been checked by the model store before it comes here."""

    def __init__(self, path: Path, identity: Identity, context: int, threads: int | None = None) -> None:
        """Load a model.

        Raises:
            ModelUnreadable: llama.cpp cannot load it.
        """
        self._identity = identity
        self._llama = _load(path, identity, context, threads or default_threads())
        self._context = int(self._llama.n_ctx())

    @property
    def identity(self) -> Identity:
        """Which model answers."""
        return self._identity

    @property
    def context(self) -> int:
        """How many tokens prompt and answer can have together."""
        return self._context

    def tokens(self, text: str, *, control: bool = False) -> list[int]:
        """Tokens of a text; see the port.

        Raises:
            ModelUnreadable: its vocabulary is damaged.
        """
        try:
            return list(self._llama.tokenize(text.encode(), add_bos=False, special=control))
        except ValueError as error:
            raise ModelUnreadable(model=self._identity.model) from error

    def read(self, prompt: Sequence[int], progress: Progress, stopping: Stopping) -> int:
        """Read a prompt ahead; see the port."""
        llama = self._llama
        shared = llama.longest_token_prefix(llama.input_ids[: llama.n_tokens].tolist(), list(prompt))
        new = list(prompt[shared:])
        if new:
            llama.n_tokens = shared
            with llama.watched(progress, stopping):
                llama.eval(new)
        return len(new)

    def write(
        self, prompt: Sequence[int], sampling: Sampling, progress: Progress, stopping: Stopping
    ) -> Iterator[bytes]:
        """Read what is new, then yield tokens' bytes; see the port."""
        api, llama = binding(), self._llama
        if sampling.temperature:
            llama.set_seed(sampling.seed)
        grammar = api.LlamaGrammar.from_string(sampling.grammar, verbose=False) if sampling.grammar else None
        with llama.watched(progress, stopping):
            for token in llama.generate(
                list(prompt), temp=sampling.temperature, repeat_penalty=sampling.repeat_penalty, grammar=grammar
            ):
                if stopping():
                    raise Stopped
                if api.llama_vocab_is_eog(llama.vocabulary, token):
                    return
                yield llama.detokenize([token], prev_tokens=[0])

    def score(
        self, prompt: Sequence[int], answers: Sequence[Sequence[int]], progress: Progress, stopping: Stopping
    ) -> list[float]:
        """Read what is new, then how likely each answer is among all; see the port."""
        llama = self._llama
        ways = partings(answers)
        shared = llama.longest_token_prefix(llama.input_ids[: llama.n_tokens].tolist(), list(prompt))
        # The last token is read anew when all is known, since what may follow it is not kept.
        begin = min(shared, len(prompt) - 1)
        llama.n_tokens = begin
        with llama.watched(progress, stopping):
            llama.eval(list(prompt[begin:]))
            likely = llama.following(ways)
        return scores(answers, likely)

    def close(self) -> None:
        """Give back the memory."""
        self._llama.close()


def _load(path: Path, identity: Identity, context: int, threads: int) -> Any:
    try:
        llama = _watched()(
            model_path=str(path),
            n_ctx=context,
            n_batch=BATCH,
            n_ubatch=BATCH,
            n_threads=threads,
            n_threads_batch=threads,
            flash_attn=True,
            verbose=False,
        )
    except (ValueError, RuntimeError, AssertionError, OSError) as error:
        raise ModelUnreadable(model=identity.model) from error
    # The binding prints llama.cpp's own remarks to stderr, which is for what the user should know.
    logging.getLogger("llama-cpp-python").setLevel(logging.CRITICAL + 1)
    return llama


@functools.cache
def binding() -> Any:
    """The module ``llama_cpp``, imported when a model is first used, since that loads native code."""
    # These name libraries or folders of libraries, and a stack trace by gdb would write document text to stderr.
    for name in ("GGML_BACKEND_PATH", "LLAMA_CPP_LIB_PATH", "CUDA_PATH", "HIP_PATH"):
        os.environ.pop(name, None)
    os.environ["GGML_NO_BACKTRACE"] = "1"
    # How long OpenMP's threads spin while they wait for each other. As long as by default, any other load on the machine
    # makes every token wait for a thread that has lost its core: with a compiler running beside, 100 tokens of a small
    # model took 22 s by default, 12 s with 10 000 turns and 4 s with 1 000.
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    # numpy's linear algebra, which the binding does not use, would start threads that no lockdown reaches.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    found = importlib.util.find_spec("llama_cpp")
    assert found
    assert found.origin
    libraries.load(Path(found.origin).resolve().parent / "lib")
    return importlib.import_module("llama_cpp")


class _Watching:
    """What is laid over ``Llama``: it reads in slices, tells how far it has come, and ends a slice when asked to stop."""

    model: Any
    ctx: Any
    _progress: Progress | None = None
    _stopping: Stopping
    _abort: Any
    _batch: Any
    _ctx: Any
    _context_params: Any
    n_tokens: int

    @property
    def vocabulary(self) -> Any:
        return binding().llama_model_get_vocab(self.model)

    @contextmanager
    def watched(self, progress: Progress, stopping: Stopping) -> Iterator[None]:
        """Tell ``progress`` and ask ``stopping`` for as long as the block runs."""
        self._progress, self._stopping = progress, stopping
        self._abort = binding().llama_cpp.ggml_abort_callback(lambda _data: stopping())
        try:
            yield
        finally:
            self._progress = None

    def eval(self, tokens: Sequence[int]) -> None:
        """Evaluate in slices of ``BATCH``; one token at a time (writing) goes straight through."""
        total = len(tokens)
        if self._progress is None or total == 1:
            super().eval(tokens)  # type: ignore[misc]
            return
        self._abort_with(self._abort)
        try:
            for start in range(0, total, BATCH):
                self._slice(tokens[start : start + BATCH])
                self._progress(min(start + BATCH, total), total)
        finally:
            self._abort_with(binding().llama_cpp.ggml_abort_callback())

    @property
    def context_params(self) -> Any:
        """What the binding makes its context of; it has no setting of its own for several sequences."""
        return self._context_params

    @context_params.setter
    def context_params(self, params: Any) -> None:
        params.n_seq_max, params.kv_unified = SEQUENCES, True
        self._context_params = params

    def following(self, ways: Mapping[tuple[int, ...], Sequence[int]]) -> dict[tuple[int, ...], list[float]]:
        """How likely tokens are after what has been read and a run of others, for several runs, the empty one among them.

        Each run is a sequence of its own that shares what has been read; all are evaluated together.
        """
        found: dict[tuple[int, ...], list[float]] = {}
        if () in ways:
            found[()] = self._logits(-1, ways[()])
        runs = [run for run in ways if run]
        for start in range(0, len(runs), SEQUENCES - 1):
            found |= self._together(runs[start : start + SEQUENCES - 1], ways)
        return found

    def _together(
        self, runs: Sequence[tuple[int, ...]], ways: Mapping[tuple[int, ...], Sequence[int]]
    ) -> dict[tuple[int, ...], list[float]]:
        api, memory = binding(), binding().llama_get_memory(self.ctx)
        if sum(map(len, runs)) > BATCH:
            middle = len(runs) // 2
            return self._together(runs[:middle], ways) | self._together(runs[middle:], ways)
        batch = self._batch.batch
        last: list[int] = []
        place = 0
        for sequence, run in enumerate(runs, 1):
            api.llama_memory_seq_cp(memory, 0, sequence, -1, -1)
            for offset, token in enumerate(run):
                batch.token[place], batch.pos[place] = token, self.n_tokens + offset
                batch.n_seq_id[place], batch.seq_id[place][0] = 1, sequence
                batch.logits[place] = offset == len(run) - 1
                place += 1
            last.append(place - 1)
        batch.n_tokens = place
        try:
            self._ctx.decode(self._batch)
            return {run: self._logits(at, ways[run]) for run, at in zip(runs, last, strict=True)}
        finally:
            for sequence in range(1, len(runs) + 1):
                api.llama_memory_seq_rm(memory, sequence, -1, -1)

    def _logits(self, place: int, tokens: Sequence[int]) -> list[float]:
        values = binding().llama_get_logits_ith(self.ctx, place)
        return [float(values[token]) for token in tokens]

    def _slice(self, tokens: Sequence[int]) -> None:
        if self._stopping():
            raise Stopped
        try:
            super().eval(tokens)  # type: ignore[misc]
        except RuntimeError:  # what decode() raises when the callback ended it
            if self._stopping():
                raise Stopped from None
            raise

    def _abort_with(self, callback: Any) -> None:
        # Only while reading: asked at every node of the graph, it would slow writing by some per cent.
        binding().llama_set_abort_callback(self.ctx, callback, None)


@functools.cache
def _watched() -> Any:
    return type("Watched", (_Watching, binding().Llama), {})
