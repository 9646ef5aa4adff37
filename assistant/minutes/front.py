"""The first page: when and where, who took part, who signs, and which § there are. Fields are known by their labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.documents.document import Paragraph, ParagraphKind
from assistant.minutes import rollcall
from assistant.minutes.bodies import body_in
from assistant.minutes.fields import alone, found_in, inside
from assistant.minutes.gathered import A_NAME, ROLES, SIGNING, Page
from assistant.minutes.people import NAME, people
from assistant.minutes.protokoll import FrontPage, Stated
from assistant.minutes.signatures import signature

_ADJUSTED = re.compile(r"(?:protokollet (?:är |har )?)?(?:digitalt )?justera(?:t|des|s)\b.*\d", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?:justeringen|protokollet) (?:är|har) (?:tillkännag|anslag)\w+", re.IGNORECASE)
#: The rest of a line of dots to sign on.
_DOTTED = re.compile(r"[.…_\s]+(?=[A-ZÅÄÖ])")
_DATE = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b(?:den )?\d{1,2} (?:januari|februari|mars|april|maj|juni|juli|augusti|september"
    r"|oktober|november|december) \d{4}\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(rf"{NAME} \([A-ZÅÄÖ]{{1,5}}\)")
_FORM = re.compile(r"(?:sammanträdes|mötes|styrelse|årsmötes)?protokoll\b|minnesanteckningar\b", re.IGNORECASE)
#: Rows of what a notice on the board says, until a field that is none of it.
_STAYS = {"notice"}


def front_page(paragraphs: Sequence[Paragraph], heads: Sequence[Paragraph]) -> tuple[FrontPage, frozenset[int]]:
    """The first page from the paragraphs before the first §, and which of them were understood.

    ``heads`` are page headers, which name the body and the date where the page itself does not.
    """
    page = Page()
    columns: tuple[str, ...] = ()
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.ROW:
            columns = _row(page, paragraph, columns)
        else:
            columns = ()
            _line(page, paragraph)
    titles = [each for each in paragraphs if each.number not in page.understood or each.kind is ParagraphKind.HEADING]
    body = _first(page, "body") or _body([*titles, *heads]) or _body(paragraphs)
    page.understood |= {each.number for each in titles if _is_title(each)}
    return FrontPage(
        body=body,
        date=_first(page, "date") or _dated([*page.fields.get("place", []), *_stated([*titles, *heads])]),
        place=_all(page, "place"),
        people=tuple(person for role, line in page.listed() for person in people([line], role)),
        secretary=_once(page, "secretary"),
        chair=_once(page, "chair"),
        adjusters=_once(page, "adjusters"),
        adjustment=_all(page, "adjustment"),
        notice=_all(page, "notice"),
        range=_first(page, "range"),
    ), frozenset(page.understood)


def is_field(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a field of a first page, so that a heading before it may begin minutes anew."""
    text = paragraph.cells[0] if paragraph.cells else paragraph.text
    return any(name in {"place", "deciding", "members", "range", "adjusters", "date"} for name, _ in found_in(text))


def _row(page: Page, paragraph: Paragraph, columns: tuple[str, ...]) -> tuple[str, ...]:
    """A table's row: label and value, two such pairs, or people under a row of labels."""
    if _called(page, paragraph):
        return ()
    names = [alone(cell) for cell in paragraph.cells]
    if len(names) > 1 and all(names):
        if "deciding" in names:
            page.turn("deciding")
        page.understood.add(paragraph.number)
        return () if "skip" in names else tuple(names)
    if columns and not names[0]:
        for name, cell in zip(columns, paragraph.cells, strict=False):
            page.put(name, cell, paragraph.number)
        return columns
    is_named = not names[0] and A_NAME.fullmatch(paragraph.cells[0])
    if page.at in ROLES and (is_named or not any(names)):  # a name and a title, or names side by side
        page.put(page.at, ", ".join(filter(None, paragraph.cells)), paragraph.number)
        return ()
    for name, cell in zip(names, paragraph.cells, strict=True):
        _cell(page, name, cell, paragraph.number)
    return ()


def _cell(page: Page, name: str, cell: str, number: int) -> None:
    if name:
        page.turn(name)
        page.understood.add(number)
    elif cell and page.at:
        for inner, rest in inside(cell) or _signatures(cell) or [(page.at, cell)]:
            page.put(inner, rest, number)


def _signatures(cell: str) -> list[tuple[str, str]]:
    """The fields of those who sign, where a cell holds several: ``Sekreterare Eva Falk Paragrafer 1–9 Ordförande …``."""
    found = found_in(cell)
    return found if len(found) > 1 and all(name for name, _ in found) else []


def _called(page: Page, paragraph: Paragraph) -> bool:
    """Takes a row of a roll, where presence is told by codes or crosses."""
    cells = paragraph.cells
    kinds = rollcall.columns(cells)
    if kinds:
        page.roll = kinds
        page.turn("bare-substitutes" if cells[0].strip().casefold().startswith("ersätt") else "members")
        page.understood.add(paragraph.number)
        return True
    if len(cells) != len(page.roll) or alone(cells[0]) or page.at not in ROLES:
        page.roll = page.roll if len(cells) == len(page.roll) else ()
        return False
    as_what = rollcall.capacity(cells, page.roll)
    if as_what:
        page.put(as_what, ", ".join(filter(None, cells)), paragraph.number)
        return True
    substitute, whom = rollcall.beside(cells, page.roll)
    if substitute:
        page.put(
            "serving" if whom else "substitutes", f"{substitute}, för {whom}" if whom else substitute, paragraph.number
        )
    elif substitute := rollcall.instead(cells, page.roll):
        page.put("absent", cells[0], paragraph.number)
        page.put("serving", substitute, paragraph.number)
        return True
    how, note = rollcall.presence(cells, page.roll)
    is_member = page.at == "members"
    if how == "present" and rollcall.is_substitute(cells, page.roll):
        how = "substitute"
    name = {"absent": "absent", "substitute": "substitutes", "serving": "members" if is_member else "serving"}.get(
        how, page.at
    )
    page.put(name, ", ".join(filter(None, (cells[0], note))), paragraph.number)
    return True


def _line(page: Page, paragraph: Paragraph) -> None:
    if _DOTTED.match(paragraph.text):
        paragraph = replace(paragraph, text=paragraph.text.lstrip(" .…_"))
    label = alone(paragraph.text)
    if label:
        page.turn(label)
        page.understood.add(paragraph.number)
        return
    if _signed(page, paragraph):
        return
    found = _fields(page, paragraph.text)
    signing = [name for name, rest in found if name in SIGNING and not rest]
    if len(signing) == len(found) > 1:
        page.beside = signing  # heads of columns to sign in: who comes first is under the first, and all others are under the last
    for name, rest in found:
        page.turn(name or page.at)
        page.put(page.at or "skip", rest, paragraph.number)
    if page.beside:
        page.unsigned = ""
    if not found:
        _unlabelled(page, paragraph)


def _fields(page: Page, text: str) -> list[tuple[str, str]]:
    """The fields that begin in a line, where what is under way does not say that they are none."""
    found = found_in(text)
    if page.at in ROLES and len(found) > 1 and not found[-1][1] and _MEMBER.match(text):
        return []  # a member and a title beside the name
    is_titled = page.at == "others" and ":" not in text and re.match(r"\w+sekreterare ", text)  # one of those present
    if is_titled or (page.at in _STAYS and found and found[0][0] in {"body", "date", "secretary"}):
        return []
    if len(found) > 1 and all(name in ROLES and not rest for name, rest in found):
        return found[:1]  # heads of columns: what stands under which is lost in plain text, the first is the fullest
    return found


def _unlabelled(page: Page, paragraph: Paragraph) -> None:
    """A line without a label goes on with the field before it; those who sign must be names."""
    if _ANNOUNCED.match(paragraph.text):
        page.put("notice", paragraph.text, paragraph.number)
    elif paragraph.kind is ParagraphKind.HEADING:
        page.at = ""
    elif page.beside and A_NAME.match(paragraph.text):
        page.put(page.beside.pop(0) if len(page.beside) > 1 else page.beside[0], paragraph.text, paragraph.number)
    elif page.at and page.at != "skip" and (page.at not in SIGNING or A_NAME.match(paragraph.text)):
        page.put(page.at, paragraph.text, paragraph.number)


def _signed(page: Page, paragraph: Paragraph) -> bool:
    """Takes a signature: a name before its role, a name under a line of dots, or the day of a digital signing."""
    text = paragraph.text.strip()
    if page.unsigned and A_NAME.fullmatch(text):
        page.put(page.unsigned, text, paragraph.number)
        return True
    if _ADJUSTED.match(text):
        page.put("adjustment", text, paragraph.number)
        page.at = "adjustment"
        return True
    if page.at in ROLES and page.at != "others":
        return False
    name, who = signature(text)
    if name and not found_in(text) and (page.at != "others" or (page.fields.get("range") and not page.is_ranged)):
        page.put(name, who, paragraph.number)
        return True
    return False


def _first(page: Page, name: str) -> Stated | None:
    return next(iter(page.fields.get(name, ())), None)


def _once(page: Page, name: str) -> tuple[Stated, ...]:
    """The values of a field; who is named on two places is one."""
    found = {stated.text.casefold(): stated for stated in reversed(page.fields.get(name, ()))}
    return tuple(reversed(found.values()))


def _all(page: Page, name: str) -> Stated | None:
    found = page.fields.get(name)
    if not found:
        return None
    return Stated(" ".join(each.text for each in found), tuple(n for each in found for n in each.paragraphs))


def _stated(paragraphs: Sequence[Paragraph]) -> Iterator[Stated]:
    return (Stated(each.text, (each.number,)) for each in paragraphs)


def _dated(lines: Sequence[Stated]) -> Stated | None:
    return next((line for line in lines if _DATE.search(line.text)), None)


def _is_title(paragraph: Paragraph) -> bool:
    """A heading, or a line that says what this is: the word *protokoll*, the body, a date."""
    return paragraph.kind is ParagraphKind.HEADING or (
        len(paragraph.text) < 120  # noqa: PLR2004 - a title
        and bool(_FORM.search(paragraph.text) or _DATE.search(paragraph.text) or body_in(paragraph.text))
    )


def _body(paragraphs: Sequence[Paragraph]) -> Stated | None:
    for each in paragraphs:
        found = body_in(each.text) if _is_title(each) or each.kind is ParagraphKind.HEADER else ""
        if found and not _FORM.fullmatch(found):
            return Stated(_whole(found, each.text), (each.number,))
    return None


def _whole(body: str, title: str) -> str:
    """The body's name as a title gives it: *Södra sjukhusnämnden*, *Nämnden för folkhälsa och sjukvård*."""
    whole = re.match(
        rf"(?:(?!(?i:protokoll|kallelse|sammanträde))[A-ZÅÄÖ][a-zåäö]+ (?=[a-zåäö])|[A-ZÅÄÖ][a-zåäö]+a )?{re.escape(body)}"
        r"(?: för [a-zåäö][a-zåäö-]+(?:(?:, | och )[a-zåäö][a-zåäö-]+)*)?(?= \([A-ZÅÄÖ]{2,6}\)$| §+ ?\d|$)",
        title.strip(),
    )
    is_general = re.fullmatch(
        r"(?:Gemensamma )?[Nn]ämnd(?:en)?|Styrelsen|Utskottet|Beredningen|Delegationen|Kommittén", body
    )
    after = is_general and re.search(
        rf"{re.escape(body)} för [a-zåäö][a-zåäö-]+(?:(?:, | och )[a-zåäö][a-zåäö-]+)*", title
    )
    return whole.group() if whole else after.group() if after else body
