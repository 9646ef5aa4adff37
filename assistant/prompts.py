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
    """

    id: str
    version: int
    purpose: str
    inputs: tuple[str, ...]
    room: int
    system: str
    user: str

    @property
    def stamp(self) -> str:
        """What a Result's provenance says: ``summarise/general@3``."""
        return f"{self.id}@{self.version}"

    @property
    def fingerprint(self) -> str:
        """A hash of everything the model sees or is given."""
        parts = "\0".join((self.system, self.user, str(self.room), ",".join(self.inputs)))
        return hashlib.sha256(parts.encode()).hexdigest()

    def fill(self, values: Mapping[str, str]) -> tuple[Message, ...]:
        """The messages with the holes filled. A ``$`` inside a value is left as it is.

        Raises:
            PromptError: a value is missing or was not asked for.
        """
        if set(values) != set(self.inputs):
            wrong = min(set(values) ^ set(self.inputs))
            raise PromptError(prompt=self.id, reason=f"value {wrong}")
        return (
            Message("system", Template(self.system).substitute(values).strip()),
            Message("user", Template(self.user).substitute(values).strip()),
        )


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
    if set(entry) != names:
        wrong = min(set(entry) ^ names)
        raise PromptError(prompt=file.name, reason=f"key {wrong}")
    prompt = Prompt(**{**entry, "inputs": tuple(entry["inputs"])})
    holes = {one or other for text in (prompt.system, prompt.user) for one, other in _HOLE.findall(text)}
    if holes != set(prompt.inputs):
        wrong = min(holes ^ set(prompt.inputs))
        raise PromptError(prompt=file.name, reason=f"hole {wrong}")
    return prompt
