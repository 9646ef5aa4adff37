"""Lines under *Beslut* that decide nothing: the list of what has come in, been served or been decided by delegation.

What is noted or filed is often listed under the decision to do so. Such a line is a name of a document, not a sentence, and it may
tell what another body has decided.
"""

import re
from collections.abc import Sequence

from assistant.minutes.heads import case_numbers
from assistant.minutes.protokoll import Stated
from assistant.minutes.told import decides

#: What is done with something that is listed.
_NOTES = re.compile(
    r"\b(?:noter|anteckn|redovis|anmäl|meddel|delgiv|delge|delegat|handlingar|information)\w*|\btar del\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"^(?:Följande|Nedanstående)\b.*?(?:\b(?:har|hade) (?:\w+ )?(?:inkommit|kommit|anmälts|fattats|redovisats|delgivits"
    r"|delgetts|lämnats)\b|\b(?:anmäls|anmäldes|redovisas|redovisades|delges|delgavs|föreligger|förelåg|finns|informeras)\b)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-–•*]\s*|(?:\d{1,3}|[a-zåäö])[.)]\s*)")
#: A document in the indefinite, with what follows a name: no Swedish sentence begins so.
_DOCUMENT = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*s (?:[\w-]+s )?|[A-ZÅÄÖ][\w-]+ )?[\w-]*(?:protokoll|skrivelse|beslut|dom|rapport|cirkulär|remiss"
    r"|yttrande|brev|inbjudan|förteckning|lista|sammanställning|redovisning|meddelande|anteckningar|granskning|information|avtal|ansökan|anmälan|promemoria|pm)"
    r"(?:\s+(?:från|av|om|för|till|angående|rörande|gällande|avseende|över|med|den|nr|i|per|§|\d)|,|\s*$)",
    re.IGNORECASE,
)


def without_listings(lines: Sequence[Stated]) -> list[Stated]:
    """The lines without those that only list what one before them notes or files."""
    kept: list[Stated] = []
    is_list = False
    for line in lines:
        is_list = _is_of_list(line.text, kept[-1].text if kept else "", is_inside=is_list)
        if not is_list:
            kept.append(line)
    return kept


def _is_of_list(text: str, above: str, *, is_inside: bool) -> bool:
    """Whether a line belongs to such a list, which begins under what is noted."""
    bare = _BULLET.sub("", text)
    if not _NOTES.search(above) or bare.startswith("att ") or decides(bare, is_bare=True):
        return False
    if _ANNOUNCES.match(bare):
        return True
    numbers = case_numbers(bare)
    is_named = bool(_DOCUMENT.match(bare) or (numbers and bare.startswith(numbers[0])))
    return is_named or (is_inside and bool(_BULLET.match(text)))
