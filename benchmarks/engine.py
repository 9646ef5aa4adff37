"""Our engine against the bare binding, and the first against the second task on a document, in one process."""

import time
from statistics import median
from typing import Any

from assistant.engine.engine import Identity, Sampling
from assistant.engine.llama import BATCH, LlamaEngine, default_threads
from assistant.engine.models import Store
from assistant.engine.session import Session
from assistant.engine.templates import Message
from benchmarks.texts import pages

ROUNDS = 5
WRITTEN = 48
CONTEXT = 4_096


def overhead(asked: str | None) -> list[dict[str, object]]:
    """Reading a prompt and writing an answer, ours and bare by turns; the ratio of the medians."""
    engine = opened(asked)
    bare = _bare(asked)
    prompt = engine.tokens(pages(2))[:1_200]
    times: dict[str, list[tuple[float, float]]] = {"ours": [], "bare": []}
    for round_ in range(ROUNDS + 1):
        # By turns and in both orders, so that a machine that slows down slows both.
        for name in ("ours", "bare") if round_ % 2 else ("bare", "ours"):
            taken = timed(engine, prompt) if name == "ours" else _bares(bare, prompt)
            if round_:  # the first is for warming up
                times[name].append(taken)
    engine.close()
    rows = []
    for place, what in enumerate(("read", "write")):
        ours, theirs = (median(taken[place] for taken in times[name]) for name in ("ours", "bare"))
        count = len(prompt) if what == "read" else WRITTEN
        rows.append(
            {
                "what": what,
                "ours tokens/s": round(count / ours, 1),
                "bare tokens/s": round(count / theirs, 1),
                "ratio": round(ours / theirs, 3),
            }
        )
    return rows


def second_task(asked: str | None) -> list[dict[str, object]]:
    """Seconds to the first token of two tasks on the same two-page document."""
    engine = opened(asked)
    session = Session(engine)
    document = pages(2)
    rows: list[dict[str, object]] = []
    for task in ("Sammanfatta texten.", "Vilka belopp och nummer nämns?"):
        began, first = time.perf_counter(), 0.0

        def hear(_piece: str) -> None:
            nonlocal first
            first = first or time.perf_counter()

        session.ask([Message("system", "Du sammanfattar."), Message("user", f"{document}\n\n{task}")], 8, piece=hear)
        rows.append({"task": len(rows) + 1, "seconds to first token": round(first - began, 2)})
    engine.close()
    one, two = (float(str(row["seconds to first token"])) for row in rows)
    rows[1]["times sooner"] = round(one / two, 1)
    return rows


def opened(asked: str | None) -> LlamaEngine:
    """Our engine with the model that is asked for."""
    installed = Store().find(asked)
    return LlamaEngine(
        installed.path, Identity(installed.model.id, installed.model.sha256, installed.model.family), CONTEXT
    )


def _bare(asked: str | None) -> Any:
    from llama_cpp import Llama  # noqa: PLC0415 - after our engine has set the surroundings

    threads = default_threads()
    return Llama(
        str(Store().find(asked).path), n_ctx=CONTEXT, n_batch=BATCH, n_ubatch=BATCH, n_threads=threads, n_threads_batch=threads,
        flash_attn=True, verbose=False,
    )  # fmt: skip


def timed(engine: LlamaEngine, prompt: list[int]) -> tuple[float, float]:
    """Seconds for reading a prompt that it has not seen, and for writing ``WRITTEN`` tokens."""
    engine.read(engine.tokens("x"), lambda _done, _total: None, lambda: False)
    began = time.perf_counter()
    pieces = engine.write(prompt, Sampling(), lambda _done, _total: None, lambda: False)
    next(pieces)
    read = time.perf_counter()
    # As many as there are: an answer may end by itself, so what was written is counted.
    written = 1 + sum(1 for _ in zip(pieces, range(WRITTEN - 1), strict=False))
    return read - began, (time.perf_counter() - read) * WRITTEN / written


def _bares(bare: Any, prompt: list[int]) -> tuple[float, float]:
    bare.reset()
    began = time.perf_counter()
    tokens = bare.generate(prompt, temp=0.0)
    next(tokens)
    read = time.perf_counter()
    written = 1 + sum(1 for _ in zip(tokens, range(WRITTEN - 1), strict=False))
    return read - began, (time.perf_counter() - read) * WRITTEN / written
