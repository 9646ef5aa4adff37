"""An engine that answers from a script, word by word: for tests and for showing the program without a model."""

import math
import re
from collections.abc import Callable, Iterator, Sequence

from assistant.engine.engine import Identity, Progress, Sampling, Stopping
from assistant.engine.grammar import expression
from assistant.errors import Stopped

#: Answers a prompt; the text of the prompt is given with its control marks.
Script = Callable[[str], str]
_SLICE = 64
_LIKELY = 9.0


class ScriptedEngine:
    """Every word with the white space before it is a token, and so is every control mark."""

    def __init__(self, script: Script | Sequence[str], context: int = 8_192) -> None:
        """Answer by a function of the prompt, or with these answers in turn (the last one again and again)."""
        self._script = script if callable(script) else _in_turn(script)
        self._context = context
        self._words: list[str] = []
        self._numbers: dict[str, int] = {}
        self._kept: list[int] = []
        self.prompts: list[str] = []

    @property
    def identity(self) -> Identity:
        """No real model."""
        return Identity("scripted", "0" * 64, "chatml")

    @property
    def context(self) -> int:
        """How many tokens prompt and answer can have together."""
        return self._context

    def tokens(self, text: str, *, control: bool = False) -> list[int]:
        """Tokens of a text; see the port."""
        return [self._number(text)] if control else [self._number(word) for word in _words(text)]

    def read(self, prompt: Sequence[int], progress: Progress, stopping: Stopping) -> int:
        """Read a prompt ahead; see the port."""
        shared = next(
            (place for place, (old, new) in enumerate(zip(self._kept, prompt, strict=False)) if old != new),
            min(len(self._kept), len(prompt)),
        )
        for done in range(shared, len(prompt), _SLICE):
            if stopping():
                raise Stopped
            progress(min(done + _SLICE, len(prompt)) - shared, len(prompt) - shared)
        self._kept = list(prompt)
        return len(prompt) - shared

    def write(
        self, prompt: Sequence[int], sampling: Sampling, progress: Progress, stopping: Stopping
    ) -> Iterator[bytes]:
        """Read what is new, then yield the script's answer; see the port.

        Raises:
            ValueError: nothing that the script says here is allowed by the grammar; the script is wrong.
        """
        self.read(prompt, progress, stopping)
        text = "".join(self._words[token] for token in prompt)
        self.prompts.append(text)
        for word in _words(_allowed(self._script(text), sampling.grammar)):
            if stopping():
                raise Stopped
            self._kept.append(self._number(word))
            yield word.encode()

    def score(
        self, prompt: Sequence[int], answers: Sequence[Sequence[int]], progress: Progress, stopping: Stopping
    ) -> list[float]:
        """The script's answer is nine times as likely as all others together; see the port."""
        self.read(prompt, progress, stopping)
        text = "".join(self._words[token] for token in prompt)
        self.prompts.append(text)
        wanted = self._script(text).strip()
        said = ["".join(self._words[token] for token in answer).strip() for answer in answers]
        weights = [_LIKELY if wanted and each.startswith(wanted) else 1.0 / len(answers) for each in said]
        return [math.log(weight / sum(weights)) for weight in weights]

    def close(self) -> None:
        """Nothing to give back."""

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self._words)
            self._words.append(word)
        return self._numbers[word]


def _words(text: str) -> list[str]:
    return re.findall(r"\s*\S+|\s+$", text)


def _allowed(answer: str, grammar: str) -> str:
    """As much of an answer as a grammar lets be said, where a model is held to it token by token."""
    if not grammar:
        return answer
    match = expression(grammar).match(answer)
    if not match:
        raise ValueError(answer)
    return match.group()


def _in_turn(answers: Sequence[str]) -> Script:
    given = iter(answers)

    def answer(_prompt: str) -> str:
        return next(given, answers[-1])

    return answer
