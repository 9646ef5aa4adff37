"""What an incoming letter says of itself: who has written it, when, about what, and under which number.

The words that tell are data: ``resources/asking.toml``. What speaks to whoever writes the answer is set apart: it is told to the
user, and never followed.
"""

import dataclasses
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from assistant.checks.claims import ClaimKind, claims
from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.identifiers.find import find_in
from assistant.identifiers.found import Kind as Found
from assistant.letters.asking import Asked, asked, deadline, gives_orders, patterns
from assistant.letters.kind import Reads
from assistant.letters.known import From, Value
from assistant.sentences import sentences
from assistant.tasks.task import Source

#: Paragraphs from the beginning in which a letter's head stands.
_HEAD: Final = 14
#: Paragraphs at the end in which a name stands.
_END: Final = 4
_LONGEST_MATTER: Final = 140
#: Characters of a letter, some fifteen pages; what is longer is a report, and its questions are not asked of us.
_LONGEST_LETTER: Final = 40_000
_NAME: Final = re.compile(
    r"[A-ZÅÄÖÉ][\w’'-]+(?: (?:och|&|and) [A-ZÅÄÖÉ][\w’'-]+)?"
    r"(?: (?:af|von|van|der|de|da|dos|la|al|el|bin|ter|[A-ZÅÄÖÉ][\w’'-]*\.?)){1,4}"
)
_SENT_BY: Final = re.compile(r"(?:From|Från|Avsändare)\s*:\s*\"?([^\"<]+?)\"?\s*(?:<[^>]*>)?$", re.IGNORECASE)
#: The date of an e-mail's head: Tue, 10 Mar 2026 09:12:00 +0100.
_SENT_ON: Final = re.compile(r"Date: (?:\w{3}, )?(\d{1,2}) (\w{3}) (\d{4})\b")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: A name after a stroke, as people end an e-mail.
_SIGNED: Final = re.compile(r"/{1,2} ?([A-ZÅÄÖÉ][\w’'-]+(?: [A-ZÅÄÖÉ][\w’'-]+)*)")
#: A matter's number after it.
_NUMBERED: Final = re.compile(
    r"\s*\((?:dnr\s*|diarienummer\s*)?[\w./:-]*\d[\w./:-]*\)$"
    r"|[,(]?\s*\b(?:dnr|diarienummer|diarienr|case number)\b.*$|,\s*(?:ärende|mål|beteckning)\w*\s+\S*\d\S*$",
    re.IGNORECASE,
)
_ADDRESSED: Final = re.compile(r"(?:Till|To)\b|c/o")
_ABOUT: Final = re.compile(
    r"[A-ZÅÄÖ][^\d.?!:]{5,}? (?:om|av|på|för|vid|mot|i (?:en|ett|ditt|mitt|vårt|ärendet|frågan)|about|of|for|on) [^.?!:]{3,100}"
)
_MINE: Final = {
    "min": "din", "mitt": "ditt", "mina": "dina", "my": "your", "vår": "er", "vårt": "ert", "våra": "era", "our": "your",
}  # fmt: skip


@dataclass(frozen=True)
class Incoming:
    """What the documents say.

    Attributes:
        values: what each kind of field can be filled with, in the order that they stand; several where they differ.
        asked: the questions and demands, in order.
        orders: sentences that speak to whoever writes the answer.
        is_long: the first document is too long for a letter, so questions in it were not looked for.
    """

    values: dict[Reads, tuple[Value, ...]]
    asked: tuple[Asked, ...]
    orders: tuple[Source, ...]
    is_long: bool = False


def read(documents: Sequence[Document]) -> Incoming:
    """Read the documents, of which the first is the letter that is to be answered.

    Raises:
        SettingsError: the organisation's own patterns for case numbers are wrong.
    """
    values: dict[Reads, tuple[Value, ...]] = {}
    is_long = bool(documents) and len(_own(documents[0]).text) > _LONGEST_LETTER
    wanted = asked(_own(documents[0])) if documents and not is_long else ()
    orders = [
        Source(document.name, paragraph.number, paragraph.page, sentence)
        for document in documents
        for paragraph, sentence in _said(document)
        if gives_orders(sentence)
    ]
    numbers = [value for document in documents for value in _case_numbers(document)]
    values[Reads.CASE_NUMBER] = different(numbers)
    if documents:
        letter = _own(documents[0])
        values[Reads.SENDER] = different(_senders(letter))[:1]
        values[Reads.ADDRESS] = different(_addresses(letter))[:1]
        values[Reads.MATTER] = different(_matters(letter))[:1]
        values[Reads.DATE] = different(_dates(letter))[:1]
        values[Reads.DEADLINE] = different(_deadlines(letter))
        values[Reads.NAME] = (
            (Value(_stem(letter), From.SOURCE, _source(letter, letter.paragraphs[0], "")),) if letter.paragraphs else ()
        )
    return Incoming({reads: found for reads, found in values.items() if found}, tuple(wanted), tuple(orders), is_long)


def _own(document: Document) -> Document:
    """A document without an earlier letter that follows in it."""
    quoted = patterns()["quoted"]
    begins = (place for place, each in enumerate(document.paragraphs) if place and quoted.search(each.text))
    end = next(begins, len(document.paragraphs))
    return dataclasses.replace(document, paragraphs=document.paragraphs[:end])


def _said(document: Document) -> Iterator[tuple[Paragraph, str]]:
    for paragraph in document.paragraphs:
        for sentence in sentences(paragraph.text):
            yield paragraph, sentence


def _source(document: Document, paragraph: Paragraph, quote: str) -> Source:
    return Source(document.name, paragraph.number, paragraph.page, quote or paragraph.text)


def _value(document: Document, paragraph: Paragraph, text: str, quote: str = "") -> Value:
    return Value(text, From.SOURCE, _source(document, paragraph, quote or text))


def _case_numbers(document: Document) -> Iterator[Value]:
    for found in find_in(document, (Found.CASE_NUMBER,)):
        place = Source(document.name, found.paragraph, found.page, found.text)
        yield Value(found.text, From.SOURCE, place)


def _senders(letter: Document) -> Iterator[Value]:
    """Who has written it: by a header, then after the closing words, then as it begins or ends with a name."""
    for paragraph in letter.paragraphs[:_HEAD]:
        match = _SENT_BY.match(paragraph.text)
        if match and "@" not in match.group(1):
            yield _value(letter, paragraph, match.group(1).strip(), paragraph.text)
    for place, paragraph in enumerate(letter.paragraphs):
        for match in patterns()["closings"].finditer(paragraph.text):
            beside = paragraph.text[match.end() :].strip(" ,.!/")
            following = letter.paragraphs[place + 1 : place + 2]
            for found, text in [(paragraph, beside)] if beside else [(each, each.text) for each in following]:
                if name := _NAME.match(text):
                    yield _value(letter, found, name.group(), found.text)
    yield from _named(letter)
    for paragraph in letter.paragraphs[-_END:]:
        if match := _SIGNED.fullmatch(paragraph.text):
            yield _value(letter, paragraph, match.group(1), paragraph.text)


def _named(letter: Document) -> Iterator[Value]:
    """A line with nothing but a name, or at the beginning a name and an address."""
    for place, paragraph in enumerate(letter.paragraphs):
        name = _NAME.match(paragraph.text)
        if not name or name.group().isupper() or _ADDRESSED.match(paragraph.text):
            continue
        rest = paragraph.text[name.end() :]
        is_last = place >= len(letter.paragraphs) - _END
        if (not place and rest[:1] in ("", ",")) or (is_last and not rest):
            yield _value(letter, paragraph, name.group(), paragraph.text)


def _addresses(letter: Document) -> Iterator[Value]:
    """A postal address at the head: a street and a place after it, in one paragraph or two."""
    street, place = re.compile(r"[^\d,]{3,40} \d{1,4} ?[A-Za-z]?|Box \d+"), re.compile(r"\d{3} ?\d{2} [A-ZÅÄÖ].{1,30}")
    head = letter.paragraphs[:_HEAD]
    for first, second in itertools.pairwise(head):
        if street.fullmatch(first.text) and place.fullmatch(second.text):
            yield Value(f"{first.text}\n{second.text}", From.SOURCE, _source(letter, first, first.text))


def _matters(letter: Document) -> Iterator[Value]:
    """What it is about: what a line says that it is, else its heading or title."""
    pattern = patterns()["matters"]
    for paragraph in letter.paragraphs[:_HEAD]:
        match = pattern.match(paragraph.text)
        if match and (text := _matter(paragraph.text[match.end() :])):
            yield _value(letter, paragraph, text, paragraph.text)
    # A line of its own just before the letter begins, which says what it is about; else a heading, which may name who writes.
    lines = list(itertools.takewhile(lambda each: not each.text.endswith((".", "?")), letter.paragraphs[:_HEAD]))
    headings = [each for each in letter.paragraphs[:_HEAD] if each.kind is ParagraphKind.HEADING]
    about = [each for each in (*headings, *reversed(lines)) if _ABOUT.fullmatch(each.text)]
    for paragraph in (*about, *headings):
        if not _is_dated(paragraph.text) and (text := _matter(paragraph.text)):
            yield _value(letter, paragraph, text, paragraph.text)


def _matter(text: str) -> str:
    """A matter as it can stand in a sentence of ours: without its number and full stop, and *my* as *your*."""
    bare = _NUMBERED.sub("", text)
    bare = " ".join(bare.split()).strip(" .,:;–-")
    bare = patterns()["matters"].sub("", bare, count=1)
    for claim in claims(bare):  # a field of its own has the case number
        if claim.kind is ClaimKind.CASE_NUMBER and bare.startswith(claim.text):
            bare = bare.removeprefix(claim.text).lstrip(" .,:;–-")
    if not bare or len(bare) > _LONGEST_MATTER or _ADDRESSED.match(bare) or patterns()["courtesy"].match(bare):
        return ""
    turned = " ".join(_MINE.get(word.lower(), word) for word in bare.split())
    first = turned.split()[0]
    return turned if first[1:] != first[1:].lower() else turned[:1].lower() + turned[1:]


def _dates(letter: Document) -> Iterator[Value]:
    """When it was written: a line at its head or end with little but a date."""
    pattern = patterns()["dates"]
    for paragraph in letter.paragraphs[:_HEAD]:
        if match := _SENT_ON.match(paragraph.text):
            day, month, year = match.groups()
            yield _value(
                letter, paragraph, f"{year}-{_MONTHS.index(month.lower()) + 1:02}-{int(day):02}", paragraph.text
            )
    for paragraph in (*letter.paragraphs[:_HEAD], *letter.paragraphs[-3:]):
        text = paragraph.text
        dates = [claim for claim in claims(text) if claim.kind is ClaimKind.DATE]
        is_labelled = pattern.match(text) is not None
        if len(dates) == 1 and (is_labelled or _is_dated(text)) and not deadline(text):
            yield _value(letter, paragraph, dates[0].text, text)


def _is_dated(text: str) -> bool:
    """Whether a line has little but a date: a place and *den*."""
    dates = [claim.text for claim in claims(text) if claim.kind is ClaimKind.DATE]
    return bool(dates) and len(text.replace(dates[0], "").split()) <= 2  # noqa: PLR2004 - as said


def _deadlines(letter: Document) -> Iterator[Value]:
    for paragraph, sentence in _said(letter):
        if not gives_orders(sentence) and (date := deadline(sentence)):
            yield _value(letter, paragraph, date, sentence)


def different(values: Iterable[Value]) -> tuple[Value, ...]:
    """Each value once, in order; one that is written in two ways is the same."""
    found: dict[str, Value] = {}
    for value in values:
        found.setdefault(normal(value.text), value)
    return tuple(found.values())


def normal(text: str) -> str:
    """A value in a form in which the same date, number or name is the same text."""
    dates = [claim.key for claim in claims(text) if claim.kind is ClaimKind.DATE]
    if len(dates) == 1 and len(text.split()) <= 4:  # noqa: PLR2004 - den 3 maj 2026
        return dates[0]
    return re.sub(r"[\s–-]+", " ", text).strip(" .,").casefold()


def _stem(document: Document) -> str:
    return document.title or document.name.rsplit(".", 1)[0]
