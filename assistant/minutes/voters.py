"""Who voted how: names in running text before or after what they voted, and the rows of a list of votes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.minutes.people import NAME

_HOW = r"(?P<how>ja|nej)"
_N = r"\((?P<n>\d{1,3})(?: st| röster)?\)"
#: ``Anna Berg (S) och Bo Ek (M) röstar Ja (2).`` and ``… avstår från att rösta (1).``
_BEFORE = re.compile(
    rf"(?:röstar?|röstade) {_HOW}\b(?:-?röst(?:er)?\b)?(?:\s*{_N})?"
    r"|(?P<abstains>avst(?:år|od)\b)(?: från att rösta)?(?:\s*\((?P<n2>\d{1,3})(?: st| röster)?\))?",
    re.IGNORECASE,
)
#: ``Ja-röster (2): Anna Berg (S) …``, ``Följande röstar nej: …``, ``3 ja-röster: …``, ``Ja: …`` and ``Avstår: …``.
_AFTER = re.compile(
    rf"(?:(?:följande(?: ledamöter)? )?(?:(?:röstar?|röstade)(?: för)? |(?:för"
    rf"|med) )?{_HOW}(?:-?\s?röst(?:er)?)?(?: röstar?| röstade| avges? av| avgavs av)?"
    r"|(?P<n3>\d{1,3}) (?P<how2>ja|nej)-?röst(?:er)?"
    r"|(?:följande(?: ledamöter)? )?(?P<abstains>avst(?:år|od|ående|åenden))(?: från att rösta)?)"
    rf"(?:\s*{_N})?(?:\s*:\s*|\s+(?-i:(?=[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
_COLON = re.compile(r"\b(?:ja|nej|avst(?:år|od|ående))\b[^:.]{0,30}:\s", re.IGNORECASE)
_BRACKETED = re.compile(
    r"\b(?P<how>ja|nej)(?:-?\s?röst(?:er)?)?\s*\((?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)", re.IGNORECASE
)
_NAMED = re.compile(
    rf"(?P<name>{NAME})(?:,? \([A-ZÅÄÖa-zåäö–-]{{1,8}}\)|, (?:s|m|c|l|fp|kd|v|sd|mp|S|M|C|L|FP|KD|V|SD|MP)(?=[,.;]|$| och ))?"
)
#: What may stand between names of a list.
_BETWEEN = re.compile(
    r"\b(?:och|samt|ordföranden?|[12]:?[ea] vice ordföranden?|vice ordföranden?|tjänstgörande|tjg\.?"
    r"|ersättar(?:e|en|na)|ledam(?:ot|oten|öter|öterna)|följande)\b"
    r"|[\s,;:.–-]",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?P<name>{NAME})(?: \([^)]*\))?[,:\s–-]+(?P<how>ja|nej|avstår)\.?", re.IGNORECASE)
_SAYS = re.compile(r"(ja|nej|avst(?:år|od|ått|ående|\.)?)\.?$", re.IGNORECASE)
#: *Ja-sägare*, *Nej-röster (2)*.
_OF_VOTERS = re.compile(
    r"(?<=ja|ej)(?:-?\s?(?:sägare|röst(?:er|ande)?))?(?:\s*\(\d{1,3}\))?$|(?<=avstår)(?:\s*\(\d{1,3}\))$"
)
_CROSS = {"x", "1", "✓", "✗", "✔"}
_TOTAL = re.compile(r"(?:summa|totalt?|transport|antal(?: röster)?|resultat|s:a)\b", re.IGNORECASE)


#: How somebody voted whose cross stands in a column that is lost.
UNKNOWN = ""


@dataclass(frozen=True)
class Voters:
    """Some who voted alike.

    Attributes:
        how: ja, nej or avstår.
        names: who.
        count: how many there were as stated with them; None when it is not said.
        text, paragraphs: where it stands.
        is_row: they are a row of a table.
    """

    how: str
    names: tuple[str, ...]
    count: int | None
    text: str
    paragraphs: tuple[int, ...]
    is_row: bool = False


def spoken(text: str, paragraphs: tuple[int, ...]) -> list[Voters]:
    """Those whom a text names as having voted."""
    one = _ALONE.fullmatch(text)
    if one and one["name"][:1].isupper():
        return [Voters(_vote(one["how"]), (one["name"],), None, text, paragraphs)]
    # A colon says that the names come after it; else those before are meant.
    after = list(_listed_after(text))
    found = after if after and _COLON.search(text) else list(_listed_before(text)) or after
    return [replace(each, text=text, paragraphs=paragraphs) for each in found]


def bracketed(text: str, paragraphs: tuple[int, ...]) -> list[Voters]:
    """Those whom a result names in brackets: *2 ja-röster (Anna Berg, Bo Ek) mot 1 nej-röst (Cilla Dahl)*."""
    found = []
    for match in _BRACKETED.finditer(text):
        names = _names(match["names"])
        if names:
            found.append(Voters(_vote(match["how"]), names, None, text, paragraphs))
    return found


def crossed(text: str, paragraphs: tuple[int, ...]) -> list[Voters]:
    """Somebody with a cross whose column is lost, as plain text loses it: that he or she voted is known, how is not."""
    match = re.fullmatch(rf"(?:.*\b(?:Ja|Nej|Avst\w*)\s+)?(?P<name>{NAME}) \([^)]*\)\s+[xX]", text)
    return [Voters(UNKNOWN, (match["name"],), None, text, paragraphs, is_row=True)] if match else []


def columns(cells: Sequence[str]) -> tuple[str, ...]:
    """The heads of a list of votes, where a row holds them."""
    heads = tuple(_OF_VOTERS.sub("", cell.casefold().strip(" :.")) for cell in cells)
    return heads if {"ja", "nej"} <= set(heads) else ()


def listed_under(cells: Sequence[str], heads: Sequence[str], paragraph: int) -> list[Voters]:
    """Those named in a row of a list whose every column is of those who voted alike."""
    if len(cells) != len(heads) or not all(_SAYS.fullmatch(head) for head in heads):
        return []
    found = [(head, _NAMED.match(cell)) for head, cell in zip(heads, cells, strict=True)]
    text = " | ".join(cells)
    return [Voters(_vote(head), (name["name"],), None, text, (paragraph,), is_row=True) for head, name in found if name]


def row(cells: Sequence[str], heads: Sequence[str], paragraph: int) -> Voters | None:
    """Who a row of a list of votes says voted how; a substitute in a column of its own voted in the member's place."""
    name = _NAMED.match(cells[0]) if cells else None
    if not name:
        return None
    in_place = [cells[n] for n, head in enumerate(heads) if head.startswith("ersätt") and n < len(cells)]
    other = next((match for cell in in_place if (match := _NAMED.match(cell))), None)
    who = (other or name)["name"]
    for place, cell in enumerate(cells[1:], 1):
        says = _SAYS.fullmatch(cell.strip())
        if not says and cell.strip().casefold() in _CROSS and len(cells) == len(heads):
            says = _SAYS.match(heads[place])
            if not says:
                return None
        if says:
            return Voters(_vote(says.group(1)), (who,), None, " | ".join(cells), (paragraph,), is_row=True)
    return None


def totals(cells: Sequence[str], heads: Sequence[str]) -> dict[str, int]:
    """The sums that the last row of a list of votes gives; empty where a row does not."""
    if not heads or len(cells) != len(heads) or not _TOTAL.match(cells[0].strip()):
        return {}
    found = {}
    for head, cell in zip(heads, cells, strict=True):
        says = _SAYS.match(head)
        if says and cell.strip().isdigit():
            found[_vote(says.group(1))] = int(cell)
    return found


def _listed_before(text: str) -> Iterator[Voters]:
    start = 0
    for match in _BEFORE.finditer(text):
        names = _names(text[start : match.start()])
        start = match.end()
        if names:
            count = match["n"] or match["n2"]
            yield Voters(_vote(match["how"] or "avstår"), names, int(count) if count else None, "", ())


def _listed_after(text: str) -> Iterator[Voters]:
    matches = [match for match in _AFTER.finditer(text) if not match.start() or text[match.start() - 1] in " .;\n"]
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends, strict=False):
        names = _names(text[match.end() : end])
        if names:
            count = match["n"] or match["n3"]
            how = match["how"] or match["how2"] or "avstår"
            yield Voters(_vote(how), names, int(count) if count else None, "", ())


def _names(text: str) -> tuple[str, ...]:
    """The names of a text that is nothing but a list of them; nothing where it says anything else."""
    text = (
        re.sub(r"^[^.]*[.:]\s+(?=[A-ZÅÄÖ])", "", text)
        if "." in text.strip(" .") and not re.search(r"\(\w{1,3}\)", text.split(".", maxsplit=1)[0])
        else text
    )
    cleaned = re.sub(
        r"\b(?:O|o)rdföranden? |\b[Tt]jänstgörande ersättar(?:e|en|na) |\b[Ll]edam(?:oten|öterna|ot|öter) ", "", text
    )
    names = tuple(match["name"] for match in _NAMED.finditer(cleaned))
    return names if names and not _BETWEEN.sub("", _NAMED.sub("", cleaned)) else ()


def _vote(written: str) -> str:
    folded = written.casefold().rstrip(".")
    return folded if folded in {"ja", "nej"} else "avstår"
