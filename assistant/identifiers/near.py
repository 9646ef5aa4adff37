"""What stands just before a number tells what it is: the words that say so, and how far back they are looked for."""

import re

_BEFORE = 40


def before(text: str, start: int) -> str:
    """What stands on the same line before a place, at most ``_BEFORE`` characters, in lower case."""
    return text[max(0, start - _BEFORE) : start].rpartition("\n")[2].lower()


def said(words: re.Pattern[str], text: str, start: int) -> bool:
    """Whether one of the words stands before a place."""
    return words.search(before(text, start)) is not None


def luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (modulus 10, weights 2, 1, 2 …, from the right)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - two digits are added to one
    return total % 10 == 0


def digits(text: str) -> str:
    """The digits of a text alone."""
    return "".join(char for char in text if char.isdecimal())
