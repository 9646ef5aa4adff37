"""Reads prompts, which are data: ``prompts/<task>/<name>.<language>.toml``, strictly, and fills their declared holes.

A prompt's text may not change without its version being raised: ``prompts/LOCK.toml`` holds a fingerprint of each.
"""

import dataclasses
import functools
import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from assistant import paths
from assistant.engine.templates import Message
from assistant.errors import PromptError

#: The key of an example's answer, beside the names of the holes.
_ANSWER = "answer"
_HOLE = re.compile(r"(?<!\$)\$(?:\{(\w+)\}|(\w+))")


@dataclass(frozen=True)
class Prompt:
    """One prompt file.

    Attributes:
        id: the task and the name, for example ``summarise/general``.
        version: raised with every change of the text.
        purpose: what it is for, in a sentence.
        inputs: the holes ``$name`` of its texts; every one must be filled.
        room: tokens kept free for the answer.
        system: the first message.
        user: the second message; the document comes before the instruction, so that it is read once for many tasks.
        examples: turns shown before the user's own: a value for every hole, and the ``answer`` to it.
    """

    id: str
    version: int
    purpose: str
    inputs: tuple[str, ...]
    room: int
    system: str
    user: str
    examples: tuple[Mapping[str, str], ...] = ()

    @property
    def stamp(self) -> str:
        """What a Result's provenance says: ``summarise/general@3``."""
        return f"{self.id}@{self.version}"

    @property
    def fingerprint(self) -> str:
        """A hash of everything the model sees or is given."""
        parts = [self.system, self.user, str(self.room), ",".join(self.inputs)]
        parts += [each[name] for each in self.examples for name in (*self.inputs, _ANSWER)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()

    def fill(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages with the holes filled. A ``$`` inside a value is left as it is.

        Raises:
            PromptError: a value is missing or was not asked for.
        """
        if set(values) != set(self.inputs):
            wrong = min(set(values) ^ set(self.inputs))
            raise PromptError(prompt=self.id, reason=f"value {wrong}")
        turns = [Message("system", Template(self.system).substitute(values).strip())]
        for example in self.examples:
            turns += [self._asked(example), Message("assistant", example[_ANSWER].strip())]
        return (*turns, self._asked(values))

    def _asked(self, values: Mapping[str, str]) -> Message:
        return Message("user", Template(self.user).substitute(values).strip())


@functools.cache
def load(name: str, language: str) -> Prompt:
    """The prompt of that name, written in that language.

    Raises:
        PromptError: no such file, or it is wrong.
    """
    return read(paths.prompts() / f"{name}.{language}.toml")


def read(file: Path) -> Prompt:
    """Read one prompt file.

    Raises:
        PromptError: it cannot be read, has unknown or missing keys, or its holes are not the declared inputs.
    """
    try:
        entry = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PromptError(prompt=file.name, reason="unreadable") from error
    names = {field.name for field in dataclasses.fields(Prompt)}
    if set(entry) | {"examples"} != names:
        wrong = min((set(entry) | {"examples"}) ^ names)
        raise PromptError(prompt=file.name, reason=f"key {wrong}")
    lists = {name: tuple(entry.get(name, ())) for name in ("inputs", "examples")}
    prompt = Prompt(**{**entry, **lists})
    holes = {one or other for text in (prompt.system, prompt.user) for one, other in _HOLE.findall(text)}
    if holes != set(prompt.inputs):
        wrong = min(holes ^ set(prompt.inputs))
        raise PromptError(prompt=file.name, reason=f"hole {wrong}")
    for example in prompt.examples:
        if set(example) != {*prompt.inputs, _ANSWER}:
            wrong = min(set(example) ^ {*prompt.inputs, _ANSWER})
            raise PromptError(prompt=file.name, reason=f"example {wrong}")
    return prompt
