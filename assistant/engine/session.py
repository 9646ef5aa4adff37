"""A Session is one loaded engine at work: it keeps the budget of tokens, streams answers, and looks up to see if it should stop."""

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.engine.engine import Engine, Identity, Progress, Sampling, Stopping
from assistant.engine.templates import TEMPLATES, Message, render
from assistant.errors import Stopped, TextTooLong


@dataclass(frozen=True)
class Answer:
    """What the model wrote; ``cut`` when it had no more room."""

    text: str
    cut: bool


@dataclass
class Spent:
    """Tokens a session has read and written, for a Result's provenance."""

    read: int = 0
    written: int = 0


class Session:
    """One engine, one caller at a time."""

    def __init__(self, engine: Engine, stopping: Stopping = lambda: False, seed: int = 0) -> None:
        self._engine = engine
        self._stopping = stopping
        self.seed = seed
        self.spent = Spent()

    @property
    def identity(self) -> Identity:
        """Which model answers."""
        return self._engine.identity

    @property
    def context(self) -> int:
        """How many tokens a prompt and its answer can have together."""
        return self._engine.context

    def count(self, text: str) -> int:
        """How many tokens a text takes."""
        return len(self._engine.tokens(text))

    def look_up(self) -> None:
        """Raise Stopped if the user wants to stop; called by tasks where they work without the engine."""
        if self._stopping():
            raise Stopped

    def measure(self, messages: Sequence[Message]) -> int:
        """How many tokens the messages take as a prompt."""
        return len(self._prompt(messages))

    def read_ahead(self, messages: Sequence[Message], progress: Progress = lambda _done, _total: None) -> None:
        """Read a prompt whose answer is not wanted yet, so that the next prompt that begins alike starts at once.

        Raises:
            TextTooLong: the messages do not fit.
            Stopped: on request.
        """
        prompt = self._prompt(messages)
        self._must_fit(len(prompt), 0)
        self.spent.read += self._engine.read(prompt, progress, self._stopping)

    def ask(
        self,
        messages: Sequence[Message],
        room: int,
        *,
        sampling: Sampling | None = None,
        progress: Progress = lambda _done, _total: None,
        piece: Callable[[str], None] = lambda _text: None,
        enough: Callable[[str], bool] = lambda _text: False,
    ) -> Answer:
        """The model's answer to the messages.

        Args:
            messages: the conversation so far.
            room: tokens kept free for the answer; it is cut there.
            sampling: how tokens are chosen; default the likeliest, with the session's seed.
            progress: hears how far the prompt has been read.
            piece: hears the answer as it comes.
            enough: asked with the text so far after each token; True ends the answer there, uncut.

        Raises:
            TextTooLong: prompt and room do not fit in the context; found before any work.
            Stopped: on request.
        """
        prompt = self._prompt(messages)
        self._must_fit(len(prompt), room)
        written, text = 0, ""
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        to_read = 0

        def reading(done: int, total: int) -> None:
            nonlocal to_read
            to_read = total
            progress(done, total)

        pieces = self._engine.write(prompt, sampling or Sampling(seed=self.seed), reading, self._stopping)
        cut = False
        for token in pieces:
            written += 1
            new = decode(token)
            if new:
                text += new
                piece(new)
            if enough(text):
                break
            if written >= room:
                cut = True
                break
        self.spent.read += to_read
        self.spent.written += written
        return Answer(text.strip(), cut)

    def score(
        self,
        messages: Sequence[Message],
        answers: Sequence[str],
        *,
        progress: Progress = lambda _done, _total: None,
    ) -> list[float]:
        """How likely each answer is, if it is to be one of them: logarithms of probabilities that add up to 1.

        Raises:
            TextTooLong: the messages and the longest answer do not fit; found before any work.
            Stopped: on request.
        """
        prompt = self._prompt(messages)
        # With its end, no answer is the beginning of another: Remiss, Remissvar.
        end = self._engine.tokens(TEMPLATES[self.identity.family].closing, control=True)
        tokens = [[*self._engine.tokens(answer), *end] for answer in answers]
        self._must_fit(len(prompt), sum(map(len, tokens)))
        to_read = 0

        def reading(done: int, total: int) -> None:
            nonlocal to_read
            to_read = total
            progress(done, total)

        scores = self._engine.score(prompt, tokens, reading, self._stopping)
        self.spent.read += to_read
        return scores

    def _prompt(self, messages: Sequence[Message]) -> list[int]:
        return [
            token
            for piece in render(self.identity.family, messages)
            for token in self._engine.tokens(piece.text, control=piece.control)
        ]

    def _must_fit(self, tokens: int, room: int) -> None:
        if tokens + room > self.context:
            raise TextTooLong(tokens=tokens, room=max(0, self.context - room))
