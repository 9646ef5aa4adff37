"""The clauses of a sentence, roughly: what is said of one thing in it is not said of the next."""

import re
from typing import Final

_BREAK: Final = re.compile(
    r"[,;:–—]\s+|\s+(?=(?:men|medan|dock|fast|trots att|eftersom|och att|but|while|although|whereas|because)\s)",
    re.IGNORECASE,
)


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence between its commas and conjunctions, none of them empty."""
    return [part for part in _BREAK.split(sentence) if part and part.strip()]
