"""The port: what Kansli needs of anything that can count and continue text. ``llama.py`` and ``scripted.py`` are behind it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

#: Called while a prompt is read, with the tokens read so far and those to read.
Progress = Callable[[int, int], None]
#: Asked often while an engine works; True ends the work with ``Stopped``.
Stopping = Callable[[], bool]


@dataclass(frozen=True)
class Identity:
    """Which model answers: its name, the file's SHA-256, its chat template's family, and whether the user imported it."""

    model: str
    sha256: str
    family: str
    imported: bool = False


@dataclass(frozen=True)
class Sampling:
    """How the next token is chosen. Temperature 0 always takes the likeliest; ``grammar`` (GBNF) limits what can be said."""

    temperature: float = 0.0
    seed: int = 0
    repeat_penalty: float = 1.0
    grammar: str = ""


class Engine(Protocol):
    """Counts and continues text. One prompt at a time; what the next prompt shares with the last is not read again."""

    @property
    def identity(self) -> Identity:
        """Which model answers."""
        ...

    @property
    def context(self) -> int:
        """How many tokens prompt and answer can have together."""
        ...

    def tokens(self, text: str, *, control: bool = False) -> list[int]:
        """Tokens of a text. Only with ``control`` can a control token such as ``<|im_start|>`` come out of it."""
        ...

    def read(self, prompt: Sequence[int], progress: Progress, stopping: Stopping) -> int:
        """Read a prompt ahead; returns how many tokens had to be read. Raises Stopped."""
        ...

    def write(
        self, prompt: Sequence[int], sampling: Sampling, progress: Progress, stopping: Stopping
    ) -> Iterator[bytes]:
        """Read what is new in the prompt, then yield one token's bytes at a time to the end of the turn. Raises Stopped."""
        ...

    def score(
        self, prompt: Sequence[int], answers: Sequence[Sequence[int]], progress: Progress, stopping: Stopping
    ) -> list[float]:
        """Read what is new in the prompt, then how likely each answer is, if it is to be one of them. Raises Stopped.

        Logarithms, in the answers' order; their probabilities add up to 1. No answer is the beginning of another.
        """
        ...

    def close(self) -> None:
        """Give back the memory."""
        ...
