"""Votes: the numbers that minutes state, what each side meant, and the list of who voted how."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.people import NAME
from assistant.minutes.protokoll import Ballot, Stated

_WORDS = {
    word: number
    for number, word in enumerate(
        "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo".split()
    )
} | {"ett": 1, "inga": 0, "ingen": 0}
_N = rf"(?:\d{{1,3}}|{'|'.join(_WORDS)})"
_YES = rf"(?:(?P<yes>\b{_N}) (?:st )?ja(?:-?\s?röst(?:er)?)?\b|\bja(?:-?röster)?\s*(?:[:=]\s*(?P<yes2>{_N})|(?P<yes3>\d{{1,3}})\b))"
_NO = rf"(?:(?P<no>\b{_N}) (?:st )?nej(?:-?\s?röst(?:er)?)?\b|\bnej(?:-?röster)?\s*(?:[:=]\s*(?P<no2>{_N})|(?P<no3>\d{{1,3}})\b))"
_RESULT = re.compile(rf"{_YES}[^.§]{{0,200}}?{_NO}", re.IGNORECASE)
_PLAIN = re.compile(rf"\bmed (?P<yes>{_N}) röster mot (?P<no>{_N})\b", re.IGNORECASE)
_AYES = re.compile(
    rf"(?P<yes>\b{_N}) (?:ledamöter )?(?:röstar|röstade|avger"
    rf"|avgav) (?:ja(?:-röst)?)\b[^.]{{0,60}}?(?P<no>\b{_N}) (?:ledamöter )?(?:röstar|röstade|avger"
    rf"|avgav)? ?(?:nej(?:-röst)?)\b",
    re.IGNORECASE,
)
_ABSTAINED = re.compile(
    rf"(?P<n>\b{_N}) (?:ledam(?:ot|öter) )?(?:(?:som )?(?:avstår|avstod|avstående|nedlagd\w*)\b)|\bavst(?:år"
    rf"|ående|od)(?: från att rösta)?\s*[:=]\s*(?P<n2>{_N})",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"\b(?:ja|nej)(?:-röst)?\b(?! mot)[^.:]{0,40}?(?: för| innebär|:|=)|röstar (?:ja|nej)\b|ja-röst|nej-röst",
    re.IGNORECASE,
)
_SAYS = re.compile(r"(ja|nej|avst(?:år|od|ått|ående)?)\.?$", re.IGNORECASE)
_LISTED = re.compile(rf"(?P<how>ja|nej|avst(?:år|od)):?\s+(?P<names>{NAME}.*)$", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?P<how>ja|nej)(?:-?röst(?:er)?)?\s*\((?P<n>\d{1,3})(?: st)?\):?\s*(?P<names>.*)$", re.IGNORECASE
)
_COUNTED_FIRST = re.compile(r"(?P<n>\d{1,3}) (?P<how>ja|nej)-?röst(?:er)?:\s*(?P<names>.*)$", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"\s+(?=Nej-?\s?röst(?:er)?\s*\(|\d{1,3} nej-?röst(?:er)?:\s*[a-zåäö])", re.IGNORECASE)
_NAMED = re.compile(NAME)


def ballots(paragraphs: Sequence[Paragraph]) -> tuple[Ballot, ...]:
    """The votes that these paragraphs of one § state, in order; a list of names belongs to the vote stated before it."""
    found: list[Ballot] = []
    meaning: list[Stated] = []
    columns: tuple[str, ...] = ()
    ayes: tuple[Paragraph, re.Match[str]] | None = None
    for paragraph in (piece for each in paragraphs for piece in _apart(each)):
        counted = _COUNTED.match(paragraph.text) or _COUNTED_FIRST.match(paragraph.text)
        if counted and counted["how"].casefold() == "ja":
            ayes = (paragraph, counted)
            continue
        if counted and ayes and counted["how"].casefold() == "nej":
            found.append(_counted(ayes, (paragraph, counted), tuple(meaning)))
            ayes, meaning = None, []
            continue
        if paragraph.kind is ParagraphKind.ROW:
            columns = _columns(paragraph.cells) or columns
            named = _row(paragraph.cells, columns)
            if named and found:
                found[-1] = _naming(found[-1], [named], paragraph.number)
            continue
        listed = list(_listed(paragraph.text))
        if listed and found:
            found[-1] = _naming(found[-1], listed, paragraph.number)
            continue
        stated = [_ballot(match, paragraph) for match in _results(paragraph.text)]
        if _MEANING.search(paragraph.text) and not (
            stated and "innebär" not in paragraph.text and " för " not in paragraph.text
        ):
            meaning.append(Stated(paragraph.text, (paragraph.number,)))
        if stated:
            first, *others = stated
            found += [Ballot(first.yes, first.no, first.abstained, first.stated, tuple(meaning)), *others]
            meaning = []
    return tuple(found)


def _apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut where the counted names of the other side begin: a reader of PDF may have joined them."""
    return [replace(paragraph, text=text) for text in _OTHER_SIDE.split(paragraph.text)]


def _counted(
    ayes: tuple[Paragraph, re.Match[str]], noes: tuple[Paragraph, re.Match[str]], meaning: tuple[Stated, ...]
) -> Ballot:
    """``Ja-röster (3): Anna Berg (S) …`` and ``Nej-röster (1): …``, a paragraph each."""
    names = tuple(
        (name, vote) for vote, (_, match) in (("ja", ayes), ("nej", noes)) for name in _NAMED.findall(match["names"])
    )
    stated = Stated(f"{ayes[0].text} {noes[0].text}", tuple(dict.fromkeys((ayes[0].number, noes[0].number))))
    return Ballot(int(ayes[1]["n"]), int(noes[1]["n"]), 0, stated, meaning, names, stated.paragraphs if names else ())


def _results(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_RESULT, _PLAIN, _AYES):
        matches = list(pattern.finditer(text))
        if matches:
            yield from matches
            return


def _ballot(match: re.Match[str], paragraph: Paragraph) -> Ballot:
    groups = match.groupdict()
    rest = re.split(r"(?<=[a-zåäö])\.\s", paragraph.text[match.end() :], maxsplit=1)
    abstained = _ABSTAINED.search(match.group() + rest[0])
    if abstained is None and len(rest) > 1:  # a sentence of its own: "Två ledamöter avstår."
        abstained = _ABSTAINED.search(rest[1])
    return Ballot(
        _number(groups["yes"] or groups.get("yes2") or groups.get("yes3") or "0"),
        _number(groups["no"] or groups.get("no2") or groups.get("no3") or "0"),
        _number(abstained["n"] or abstained["n2"]) if abstained else 0,
        Stated(paragraph.text, (paragraph.number,)),
    )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written.casefold()]


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    """The heads of a list of votes, where a row holds them."""
    heads = tuple(cell.casefold().strip(" :") for cell in cells)
    return heads if {"ja", "nej"} <= set(heads) else ()


def _row(cells: Sequence[str], columns: Sequence[str]) -> tuple[str, str] | None:
    name = _NAMED.match(cells[0]) if cells else None
    if not name:
        return None
    for place, cell in enumerate(cells[1:], 1):
        says = _SAYS.fullmatch(cell.strip())
        if says:
            return name.group(), _vote(says.group(1))
        if cell.strip().casefold() in {"x", "1"} and len(cells) == len(columns):
            says = _SAYS.match(columns[place])
            return (name.group(), _vote(says.group(1))) if says else None
    return None


def _listed(text: str) -> Iterator[tuple[str, str]]:
    """``Ja: Anna Berg (S), Bo Ek (M)`` and ``Anna Berg (S) Ja``."""
    match = _LISTED.match(text)
    if match:
        for name in _NAMED.findall(match["names"]):
            yield name, _vote(match["how"])
        return
    one = re.fullmatch(rf"(?P<name>{NAME})(?: \([^)]*\))?[,:\s–-]+(?P<how>ja|nej|avstår)\.?", text, re.IGNORECASE)
    if one and one["name"][:1].isupper():
        yield one["name"], _vote(one["how"])


def _vote(written: str) -> str:
    folded = written.casefold()
    return folded if folded in {"ja", "nej"} else "avstår"


def _naming(ballot: Ballot, named: Sequence[tuple[str, str]], paragraph: int) -> Ballot:
    return Ballot(
        ballot.yes, ballot.no, ballot.abstained, ballot.stated, ballot.meaning,
        (*ballot.names, *named), (*ballot.names_at, paragraph),
    )  # fmt: skip
