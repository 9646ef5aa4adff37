"""Those who sign, where a name stands on one line with its role, or on the line above it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.gathered import A_NAME

_ROLE = r"(?:(?:mötes|stämmo)?ordförande|sekreterare|(?:protokolls?)?justerare)"
_ON_ONE_LINE = re.compile(
    rf"(?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)+)(?: \([A-ZÅÄÖ]\w{{0,3}}\))?, (?P<role>{_ROLE})$"
)
_ROLE_ALONE = re.compile(rf"{_ROLE}$", re.IGNORECASE)
#: A label whose name comes after it.
_WAITS = re.compile(rf"(?:{_ROLE}|justeras?|vid (?:protokollet|pennan))\s*:?$", re.IGNORECASE)
_SIGNED = {"ordförande": "chair", "sekreterare": "secretary"}


def signature(text: str) -> tuple[str, str]:
    """The field and the name of a line that is a name and in what capacity it signs; empty when it is not."""
    match = _ON_ONE_LINE.match(text.strip())
    if match is None:
        return "", ""
    return _SIGNED.get(re.sub("^(?:mötes|stämmo)", "", match["role"]), "adjusters"), match["name"]


def is_name(text: str) -> bool:
    """Whether a line is nothing but a name."""
    return bool(A_NAME.fullmatch(text.strip()))


def role_first(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines with each name that stands above its role put after it: ``Ordförande: Anna Berg``."""
    found: list[Paragraph] = []
    for line in lines:
        above = found[-1] if found else None
        waiting = found[-2] if len(found) > 1 else None
        is_pair = (
            above is not None
            and line.kind is above.kind is ParagraphKind.TEXT
            and _ROLE_ALONE.match(line.text.strip())
            and A_NAME.fullmatch(above.text.strip())
            and not (waiting and _WAITS.match(waiting.text.strip()))
        )
        if above is not None and is_pair:
            found[-1] = replace(above, text=f"{line.text.strip()}: {above.text.strip()}")
        else:
            found.append(line)
    return found
