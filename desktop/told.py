"""What a screen says of the last act. Knows no Qt."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """Something to tell the user: a code with words in the screen's ``about.py``, and what it is about."""

    code: str
    name: str = ""
    count: int = 0
