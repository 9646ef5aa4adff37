"""Votes: the numbers that minutes state, what each side meant, and the list of who voted how (``voters.py``)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.protokoll import Ballot, Stated
from assistant.minutes.voters import Voters, bracketed, columns, crossed, listed_under, row, spoken, totals

_WORDS = {
    word: number
    for number, word in enumerate(
        "noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo".split()
    )
} | {"ett": 1, "inga": 0, "ingen": 0}
_N = rf"(?:\d{{1,3}}|(?:{'|'.join(_WORDS)})(?: \(\d{{1,3}}\))?)"
_YES = rf"(?:(?P<yes>\b{_N}) (?:st )?ja(?:-?\s?röst(?:er)?)?\b|\bja(?:-?röster)?\s*(?:[:=]\s*(?P<yes2>{_N})|(?P<yes3>\d{{1,3}})\b))"
_NO = rf"(?:(?P<no>\b{_N}) (?:st )?nej(?:-?\s?röst(?:er)?)?\b|\bnej(?:-?röster)?\s*(?:[:=]\s*(?P<no2>{_N})|(?P<no3>\d{{1,3}})\b))"
_RESULT = re.compile(rf"{_YES}[^.§]{{0,400}}?{_NO}(?:\s*\([^)]*(?:\([^)]*\)[^()]*)*\))?", re.IGNORECASE)
_PLAIN = re.compile(rf"\b(?P<yes>{_N}) röster mot (?P<no>{_N})\b", re.IGNORECASE)
#: *med 40 röster för bifall mot 38 för avslag* and *efter votering, 7–6*: the first number is for what is decided.
_FOR = re.compile(
    rf"(?P<yes>\b{_N}) röst(?:er)? för [^.;]{{2,60}}? (?:och|mot) (?P<no>{_N}) röst(?:er)? (?:för"
    rf"|mot)\b",
    re.IGNORECASE,
)
#: *Yrkande 1 får 6 röster och yrkande 2 får 4 röster*: the first is the first that was moved.
_EACH = re.compile(
    rf"\b(?:får|fick|erhåller|erhöll) (?P<yes>{_N}) röst(?:er)?\b[^.;]{{2,80}}?"
    rf"\b(?:får|fick|erhåller|erhöll) (?P<no>{_N}) röst(?:er)?\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:röstsiffrorna|rösterna|rösttalen|votering(?:en)?|omröstning(?:en)?)\b[^.\d§]{0,30}(?<![\d–-])(?P<yes>\d{1,3})\s?[-–]\s?(?P<no>\d{1,3})(?![\d–-])",
    re.IGNORECASE,
)
_AYES = re.compile(
    rf"(?P<yes>\b{_N}) (?:ledam(?:öter|ot) )?(?:röstar|röstade|avger"
    rf"|avgav) (?:ja(?:-röst)?)\b[^.]{{0,60}}?(?P<no>\b{_N}) (?:ledam(?:öter|ot) )?(?:röstar|röstade|avger"
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
_OTHER_SIDE = re.compile(r"(?<!\d)\s+(?=Nej-?\s?röst(?:er)?\s*\(|\d{1,3} nej-?röst(?:er)?:\s*[a-zåäö])", re.IGNORECASE)
_ONE_SIDE = re.compile(r"\d{1,3} (?:ja|nej|avst\w*|frånvarande)(?:-?\s?röst(?:er)?)?\.?", re.IGNORECASE)
_SIDE = re.compile(rf"(?:^|, ){_ONE_SIDE.pattern}$", re.IGNORECASE)
_BEGINS = re.compile(r"(?:följande|ja\b|nej\b|avst|omröstning|votering|ordförande)", re.IGNORECASE)
#: A line at least this long, without an end, goes on in the next one.
_WRAPPED = 60
_SIDES = ("ja", "nej", "avstår")


def ballots(paragraphs: Sequence[Paragraph]) -> tuple[Ballot, ...]:
    """The votes that these paragraphs of one § state, in order, with who voted how where they say it."""
    counting = _Counting()
    for line in _lines(paragraphs):
        counting.take(line)
    counting.close()
    return tuple(counting.found)


@dataclass
class _Line:
    """A line of the text, whole, and where it stands."""

    text: str
    cells: tuple[str, ...]
    paragraphs: tuple[int, ...]


def _lines(paragraphs: Sequence[Paragraph]) -> list[_Line]:
    """The paragraphs with lines joined that were broken for length, and sides apart that a reader of PDF may have joined."""
    found: list[_Line] = []
    for each in paragraphs:
        is_row = each.kind is ParagraphKind.ROW
        if is_row and found and _is_wrapped(found[-1].cells, each.cells):  # a name broken in a narrow column
            above = found[-1]
            above.cells, above.paragraphs = (
                (f"{above.cells[0]} {each.cells[0]}", *above.cells[1:]),
                (*above.paragraphs, each.number),
            )
            above.text = " | ".join(above.cells)
            continue
        if (
            found
            and not is_row
            and not found[-1].cells
            and _ONE_SIDE.fullmatch(each.text)
            and _SIDE.search(found[-1].text)
        ):
            above = found[-1]  # *24 ja*, *15 nej*, each on a line of its own
            above.text, above.paragraphs = f"{above.text}, {each.text}", (*above.paragraphs, each.number)
            continue
        before = found[-1] if found and not is_row and not found[-1].cells else None
        goes_on = before and len(before.text) >= _WRAPPED and re.search(r"[\w),]$", before.text)
        if before and goes_on and not _BEGINS.match(each.text):
            before.text, before.paragraphs = f"{before.text} {each.text}", (*before.paragraphs, each.number)
        else:
            found += [
                _Line(text, each.cells if is_row else (), (each.number,)) for text in _OTHER_SIDE.split(each.text)
            ]
    return found


def _is_wrapped(above: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a row only holds the rest of the name in the row above."""
    return (
        len(above) == len(cells) > 1
        and bool(cells[0])
        and not any(cells[1:])
        and any(above[1:])
        and not above[0].endswith(")")
        and cells[0].endswith(")")
    )


@dataclass
class _Counting:
    """The votes of a § as far as they are read.

    Names that come before the numbers of their vote wait for them; where none come, the names are counted.
    """

    found: list[Ballot] = field(default_factory=list)
    meaning: list[Stated] = field(default_factory=list)
    waiting: list[Voters] = field(default_factory=list)
    sums: dict[str, int] = field(default_factory=dict)
    heads: tuple[str, ...] = ()

    def take(self, line: _Line) -> None:
        """Read one line."""
        if line.cells and self._row(line):
            return
        named = spoken(line.text, line.paragraphs) or crossed(line.text, line.paragraphs)
        if named:
            for voters in named:
                self._name(voters)
            return
        stated = [
            _with(_ballot(match, line), bracketed(match.group(), line.paragraphs)) for match in _results(line.text)
        ]
        if _MEANING.search(line.text) and not (stated and "innebär" not in line.text and " för " not in line.text):
            self.meaning.append(Stated(line.text, line.paragraphs))
        for ballot in stated:
            self._state(ballot)

    def close(self) -> None:
        """Count those named whose vote was not stated in numbers."""
        waiting, self.waiting, sums, self.sums = self.waiting, [], self.sums, {}
        counts = {how: sums.get(how) for how in _SIDES} if sums else {how: _count(waiting, how) for how in _SIDES}
        if not waiting or counts["ja"] is None or counts["nej"] is None:
            return
        texts = dict.fromkeys(voters.text for voters in waiting)
        stated = Stated(" ".join(texts), tuple(dict.fromkeys(n for voters in waiting for n in voters.paragraphs)))
        ballot = Ballot(counts["ja"], counts["nej"], counts["avstår"] or 0, stated, tuple(self.meaning))
        self.meaning = []
        self.found.append(_with(ballot, waiting))

    def _row(self, line: _Line) -> bool:
        """Whether a row belongs to a list of votes; else it is a label with a text beside it."""
        heads = columns(line.cells)
        if heads:
            self.heads = heads
            return True
        sums = totals(line.cells, self.heads)
        if sums:
            self.sums = sums
            self.waiting.append(Voters("", (), None, line.text, line.paragraphs, is_row=True))
        alike = listed_under(line.cells, self.heads, line.paragraphs[0])
        one = None if alike else row(line.cells, self.heads, line.paragraphs[0])
        named = [one] if one else alike
        for voters in named:
            self._name(voters)
        return bool(sums or named or self.heads)

    def _name(self, voters: Voters) -> None:
        """Those named belong to the vote stated before them, unless its list is full or another has been proposed since."""
        last = self.found[-1] if self.found and not self.meaning and not self.waiting else None
        if last and (voters.is_row or len(last.names) + len(voters.names) <= last.yes + last.no + last.abstained):
            self.found[-1] = _with(last, [voters])
            return
        sides = [each.how for each in self.waiting]
        if not voters.is_row and voters.how in sides and sides[-1] != voters.how:
            self.close()
        self.waiting.append(voters)

    def _state(self, ballot: Ballot) -> None:
        """Numbers: of those named just before, or of a vote of its own."""
        waiting, self.waiting = self.waiting, []
        self.found.append(_with(replace(ballot, meaning=tuple(self.meaning)), waiting))
        self.meaning, self.sums = [], {}


def _count(waiting: Sequence[Voters], how: str) -> int | None:
    """How many voted so: as stated with the names, else as many as are named; None where nobody is."""
    counts = [len(each.names) if each.count is None else each.count for each in waiting if each.how == how]
    return sum(counts) if counts else None


def _with(ballot: Ballot, named: Sequence[Voters]) -> Ballot:
    names = tuple((name, voters.how) for voters in named for name in voters.names)
    at = tuple(number for voters in named for number in voters.paragraphs)
    return replace(ballot, names=(*ballot.names, *names), names_at=tuple(dict.fromkeys((*ballot.names_at, *at))))


def _results(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_RESULT, _PLAIN, _AYES, _FOR, _EACH, _SCORE):
        matches = list(pattern.finditer(text))
        if matches:
            yield from matches
            return


def _ballot(match: re.Match[str], line: _Line) -> Ballot:
    groups = match.groupdict()
    rest = re.split(r"(?<=[a-zåäö])\.\s", line.text[match.end() :], maxsplit=1)
    abstained = _ABSTAINED.search(match.group() + rest[0])
    if abstained is None and len(rest) > 1:  # a sentence of its own: "Två ledamöter avstår."
        abstained = _ABSTAINED.search(rest[1])
    return Ballot(
        _number(groups["yes"] or groups.get("yes2") or groups.get("yes3") or "0"),
        _number(groups["no"] or groups.get("no2") or groups.get("no3") or "0"),
        _number(abstained["n"] or abstained["n2"]) if abstained else 0,
        Stated(line.text, line.paragraphs),
    )


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _WORDS[written.split(maxsplit=1)[0].casefold()]
