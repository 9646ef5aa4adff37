"""Numbers written as lists write them: letters, and Roman numerals."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
    (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_LARGEST = 3999


def letters(number: int) -> str:
    """``a`` to ``z``, then ``aa``, ``bb`` …, as word processors count; figures for what is no place in a list."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)


def roman(number: int) -> str:
    """``i``, ``ii``, ``iii`` …; figures for what has no Roman numeral."""
    if not 0 < number <= _LARGEST:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
