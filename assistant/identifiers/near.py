"""What stands just before a number tells what it is: the words that say so, and how far back they are looked for."""

import re
from typing import Final

_BEFORE = 40
#: What each digit adds at a place where it counts double.
_DOUBLE: Final = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)


def before(text: str, start: int) -> str:
    """What stands on the same line before a place, at most ``_BEFORE`` characters, in lower case."""
    return text[max(0, start - _BEFORE) : start].rpartition("\n")[2].lower()


def said(words: re.Pattern[str], text: str, start: int) -> bool:
    """Whether one of the words stands before a place."""
    return words.search(before(text, start)) is not None


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (modulus 10, weights 2, 1, 2 …, from the right)."""
    figures = [int(digit) for digit in reversed(digits)]
    return (sum(figures[::2]) + sum(_DOUBLE[figure] for figure in figures[1::2])) % 10 == 0


def digits(text: str) -> str:
    """The digits of a text alone."""
    return "".join(char for char in text if char.isdecimal())
