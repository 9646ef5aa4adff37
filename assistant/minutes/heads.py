"""Where each § begins: its head is told from a reference in the text, from the table of contents, and from § of an appendix."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes.labels import label_of
from assistant.minutes.organs import BODY
from assistant.minutes.protokoll import PartKind

_HEAD = re.compile(
    r"(?:(?:(?:Ärende|Punkt|Nr)\s?)?\d{1,3}[.:,]?\s+)?(?:(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{0,9})[\s/])?(?:§|Paragraf|PARAGRAF)\s*"
    r"(?:[A-ZÅÄÖ]{2,5}\s|20\d\d[/:-])?(?P<number>\d{1,4})(?:\s*/\s*(?:20)?\d{2})?(?![\d–-]|:\s*\d|\s*[-–]\s*\d|\s*kap)"
    r"[.:)]?\s*[–-]?\s*(?P<rest>.*)$"
)
_BACKWARDS = re.compile(r"(?:(?P<prefix>[A-ZÅÄÖ][A-Za-zÅÄÖåäö-]{0,9})\s)?(?P<number>\d{1,4})\s*§[.:]?\s*(?P<rest>.*)$")
_BEFORE_LABEL = re.compile(
    rf"(?:[A-ZÅÄÖ][A-Za-zåäö]{{0,7}}\s)?§\s*\d{{1,4}}\b(?!\s*[-–,]).{{2,160}}?\s(?=(?:{BODY}s )?(?i:beslut)[: ]\s*[A-ZÅÄÖ\d]"
    rf"|{BODY} (?:beslutar|beslutade|beslöt)(?: följande)?(?: att)?:?$)"
)
#: A heading with a number, and a sentence that a reader has joined to it.
_BEFORE_SENTENCE = re.compile(r"\d{1,2}[.)] [A-ZÅÄÖ][^.:;]{3,90}?[a-zåäö] (?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö][^:]*\.$)")
#: The number after the title: *Val av justerare § 31*.
_TRAILING = re.compile(r"(?P<rest>[A-ZÅÄÖ].{2,150}?)\s+§\s*(?P<number>\d{1,4})$")
_NUMBERED = re.compile(r"(?:Punkt |Ärende |p\. ?)?(?P<number>\d{1,2})[.)]?\s+(?P<rest>[A-ZÅÄÖ].*)$")
_CASE = re.compile(
    r"(?:(?:(?-i:\b[A-ZÅÄÖ]{1,5}\s))?(?:Dnr|Diarienr|Diarienummer|Ärendebeteckning|Ärendenummer|Ärendenr|Ärende nr|Beteckning"
    r"|Ärende-id|D-nr)\.?:?\s*)"
    r"(?P<number>[A-ZÅÄÖa-zåäö]{0,6}[\s-]?[\dA-ZÅÄÖ][\w:/.-]*\d(?:\s?/[A-ZÅÄÖ]{1,4})?(?:\s\d{2,6}/\d{2,4}|\s?\(\d+\)|\s\d{3}(?=\s*$|\s+[A-ZÅÄÖ]))?)",
    re.IGNORECASE,
)
#: A case number without a word before it; see domain shapes in checks/claims.py. It must fill a cell, or end or begin a head.
_SHAPE = (
    r"(?!(?:SOU|DS|SFS|DIR|PROP|EU)\b|20\d\d[-/]20[2-9]\d\b)(?:[A-ZÅÄÖ]{2,5}[ -]\d{4}\.\d{1,5}(?:\.\d{1,4})?"
    r"|[A-ZÅÄÖ]{2,6}/\d{1,6}/(?:[\d.]+/)?\d{4}"
    r"|[A-ZÅÄÖ]{1,5}[ -]?\d{0,4}[-/:.]?\d{2,4}[-/:]\d{1,6}(?:/[A-ZÅÄÖ]{1,4})?|\d{4}[-/]\d{3,6}"
    r"|\d{2,6}/\d{2,4}|\d{2}[A-Z]{2}\d{2,6}|\d{2,4}/[A-ZÅÄÖ]{2,5}/\d{1,5}|[A-ZÅÄÖ]{2,5}/\d{5,6}"
    r"|\d{4}-[A-ZÅÄÖ]{1,5}\d{4,7})"
)
_BARE = re.compile(rf"^{_SHAPE}(?=\s|$)|(?<=\s){_SHAPE}$|(?<=\()dnr\s+{_SHAPE}(?=\))|(?<=\(){_SHAPE}(?=\))")
_PAGE = re.compile(r"(?:\s*…\s*|\s*\.{3,}\s*|\s+)\d{1,3}$")
_APPENDIX = re.compile(r"Bilaga(?:\s+(?:\d{1,3}|[A-Z]))?(?:\s*(?:till|,|[–:-]|§).*)?$", re.IGNORECASE)
_APPENDIX_TITLE = re.compile(r"Bilaga (?:\d{1,3}|[A-Z])[.:]? [A-ZÅÄÖ][^.;]*$")
_CONTENTS = re.compile(
    r"(?:innehåll(?:sförteckning)?|ärende(?:lista|förteckning|n)|föredragningslista|dagordning)\s*:?$", re.IGNORECASE
)
_LONGEST = 220
_NEAR = 2
_STRUCTURE = {
    PartKind.DECISION,
    PartKind.PROPOSAL,
    PartKind.SUBMITTED,
    PartKind.SUMMARY,
    PartKind.BASIS,
    PartKind.SENT_TO,
}
#: Fewer numbered headings than this are no agenda.
_FEWEST = 3


@dataclass(frozen=True)
class Head:
    """The head of a §: where it is in the sequence of paragraphs, its number, and the text after the number.

    ``prefix`` are letters of the body before the §, where there are any.
    """

    place: int
    number: int
    rest: str
    prefix: str = ""


def apart(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph cut where the first label follows the head of a §: a reader of PDF may have joined their lines."""
    match = _BEFORE_LABEL.match(paragraph.text) if paragraph.kind is ParagraphKind.TEXT else None
    if match is None:
        return [paragraph]
    return [replace(paragraph, text=match.group().strip()), replace(paragraph, text=paragraph.text[match.end() :])]


def numbered_apart(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """In minutes without §, a numbered heading cut from the sentence after it."""
    found: list[Paragraph] = []
    for each in paragraphs:
        match = _BEFORE_SENTENCE.match(each.text) if each.kind in {ParagraphKind.TEXT, ParagraphKind.ITEM} else None
        if match:
            found.append(replace(each, text=match.group().strip()))
            found.append(replace(each, text=each.text[match.end() :], kind=ParagraphKind.TEXT, level=0))
        else:
            found.append(each)
    return found


def heads(paragraphs: Sequence[Paragraph]) -> tuple[list[Head], set[int]]:
    """The heads of all §, in order, and the places of those that are a table of contents."""
    found = [head for place, each in enumerate(paragraphs) if (head := _head(place, each))]
    if 2 * sum(not head.prefix for head in found) > len(
        found
    ):  # *RS § 35* under a § of its own: where the matter was before
        found = [head for head in found if not head.prefix]
    found = found or _trailing(paragraphs) or _numbered(paragraphs)
    contents = {head.place for head in found if _is_contents(head, found, paragraphs)}
    found = [head for head in found if head.place not in contents]
    return [head for n, head in enumerate(found) if _is_real(n, found, paragraphs)], contents


def case_numbers(text: str) -> list[str]:
    """The case numbers in a head or the lines under it, as written."""
    text = text.replace(" | ", " ")
    named = [match["number"].strip(" .,") for match in _CASE.finditer(text)]
    return named or [match.group().removeprefix("dnr ").strip() for match in _BARE.finditer(text.strip())]


def title_of(rest: str) -> str:
    """The title in a head, without its case numbers."""
    text = _BARE.sub(" ", _CASE.sub(" ", rest.replace(" | ", " ")).strip())
    return " ".join(text.replace("|", " ").replace("( )", " ").replace("()", " ").split()).strip(" ,–-:")


def is_case_line(paragraph: Paragraph) -> bool:
    """Whether a line is nothing but case numbers."""
    return bool(case_numbers(paragraph.text)) and not title_of(paragraph.text)


def is_appendix(paragraph: Paragraph) -> bool:
    """Whether a line is the head of an appendix."""
    text = paragraph.text.strip()
    if paragraph.kind is ParagraphKind.ITEM or len(text) > 120:  # noqa: PLR2004 - a head
        return False
    return bool(_APPENDIX.match(text) or _APPENDIX_TITLE.match(text))


def is_contents(paragraph: Paragraph) -> bool:
    """Whether a line is the heading of a table of contents."""
    return bool(_CONTENTS.match(paragraph.text.strip()))


def has_structure(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether there is a label of a § among these paragraphs."""
    return any((label := label_of(each)) is not None and label.kind in _STRUCTURE for each in paragraphs)


def _head(place: int, paragraph: Paragraph) -> Head | None:
    if paragraph.kind in {ParagraphKind.ITEM, ParagraphKind.NOTE, ParagraphKind.BOX}:
        return None
    text = paragraph.text.strip()
    match = _HEAD.match(text) or _BACKWARDS.match(text)
    if not match:
        return None
    prefix = match.groupdict().get("prefix") or ""
    rest = match["rest"].strip(" |")
    is_prose = len(rest) > _LONGEST or rest.endswith((".", ";")) or bool(re.match(r"[a-zåäö,;)]", rest))
    return (
        None
        if is_prose and paragraph.kind is not ParagraphKind.HEADING
        else Head(place, int(match["number"]), rest, prefix)
    )


def _trailing(paragraphs: Sequence[Paragraph]) -> list[Head]:
    """Titles with their § after them, in minutes where none stands first; each number follows the one before."""
    found: list[Head] = []
    for place, each in enumerate(paragraphs):
        match = _TRAILING.match(each.text.strip()) if each.kind in {ParagraphKind.HEADING, ParagraphKind.TEXT} else None
        if match and (not found or int(match["number"]) == found[-1].number + 1):
            found.append(Head(place, int(match["number"]), match["rest"]))
    return found if len(found) >= _FEWEST else []


def _numbered(paragraphs: Sequence[Paragraph]) -> list[Head]:
    """Headings ``1. Mötets öppnande``, ``2. …`` in a row, in minutes without §."""
    found: list[Head] = []
    for place, each in enumerate(paragraphs):
        match = _NUMBERED.match(each.text.strip())
        is_short = len(each.text) <= 90 and not each.text.endswith((".", ":", ";"))  # noqa: PLR2004 - a title
        if match and is_short and each.kind is not ParagraphKind.ROW and int(match["number"]) == len(found) + 1:
            found.append(Head(place, int(match["number"]), match["rest"]))
    return found if len(found) >= _FEWEST else []


def _is_contents(head: Head, every: Sequence[Head], paragraphs: Sequence[Paragraph]) -> bool:
    """An entry of a table of contents: the number comes again, and its neighbours are entries or it ends with a page."""
    if not any(other.number == head.number and other.place > head.place for other in every):
        return False
    if _PAGE.search(head.rest):
        return True
    near = [o for o in every if o is not head and abs(o.place - head.place) <= _NEAR]
    following = paragraphs[head.place + 1 : head.place + 1 + _NEAR]
    return bool(near) and not has_structure(following)


def _is_real(n: int, found: Sequence[Head], paragraphs: Sequence[Paragraph]) -> bool:
    """The next number, or another one that has the structure of a §; a reference in a text has neither."""
    head = found[n]
    before = max((each.number for each in found[:n]), default=None)
    if before is None or head.number == before + 1:
        return True
    end = found[n + 1].place if n + 1 < len(found) else len(paragraphs)
    return has_structure(paragraphs[head.place + 1 : end]) or bool(case_numbers(head.rest))
