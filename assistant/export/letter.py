"""A draft as a Word document in its template: the template's styles, header and footer are kept, and only its places are filled.

The mark of a draft stays until a named person has marked the letter as reviewed.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from assistant.errors import LetterNotReady, TemplateError
from assistant.export import docx_file, parts
from assistant.export.permitted import require
from assistant.letters import placeholders, template
from assistant.letters.draft import Draft
from assistant.letters.filled import MISSING, mark, shown
from assistant.letters.kind import FieldKind, Fill
from assistant.letters.placeholders import Place
from assistant.letters.written import Written
from assistant.saving import save
from assistant.tasks.task import Block, BlockKind
from assistant.version import VERSION

#: The mark of a draft, by language and whether a model took part; and what a translation says of itself.
MARKS: Final = {
    ("sv", True): "Utkast, AI-stöd. Ska granskas av en människa.",
    ("sv", False): "Utkast. Ska granskas av en människa.",
    ("en", True): "Draft, AI support. To be reviewed by a person.",
    ("en", False): "Draft. To be reviewed by a person.",
}
TRANSLATED: Final = {"sv": "Översättning gjord med AI-stöd.", "en": "Translation made with AI support."}
_STATES: Final = {("sv", True): "Granskat", ("sv", False): "Utkast", ("en", True): "Reviewed", ("en", False): "Draft"}
#: Sentences of a paragraph at most.
_MOST_SENTENCES: Final = 4
_BULLETS: Final = ("List Bullet", "List Paragraph")


def write(draft: Draft, path: Path, chosen: Path | None = None) -> None:
    """Save a draft as a Word file.

    Raises:
        LetterNotReady: facts are missing and nobody has chosen to leave them so.
        TemplateError: the template is missing or cannot be used.
        OutputError: the file cannot be saved, or IT does not allow the kind.
    """
    require(path)
    save(path, render(draft, chosen))


def render(draft: Draft, chosen: Path | None = None, made: datetime | None = None) -> bytes:
    """The file's bytes, in the chosen template or else the type's own; the same draft and time give the same bytes.

    Raises:
        LetterNotReady, TemplateError: as ``write``.
    """
    understood = draft.understood
    kind, language = understood.kind, understood.language
    must_be_ready(draft)
    opened = template.open_template(chosen or template.find(kind, language), kind)
    wrong = [found for found in template.check(opened, kind, language) if found.stops]
    if wrong:
        reason = "no-letter" if wrong[0].code == "template-no-letter" else "placeholders"
        detail = str(next(iter(wrong[0].facts.values()), ""))
        raise TemplateError(name=opened.name, reason=reason, detail=detail, place="{{letter}}")
    _Filling(draft, opened.document).fill()
    _describe(opened.document, draft, made or datetime.now(UTC))
    return docx_file.to_bytes(opened.document)


def must_be_ready(draft: Draft) -> None:
    """See to it that nothing is missing that nobody has chosen to leave so.

    Raises:
        LetterNotReady: something is.
    """
    if draft.is_open:
        stops = draft.understood.stops
        missing = ", ".join(each.label[draft.understood.language] for each in stops)
        raise LetterNotReady(fields=missing or _marked(draft), names=", ".join(each.name for each in stops))


def _marked(draft: Draft) -> str:
    """What is marked as missing in the text."""
    found = (each.group(1) for block in draft.blocks for each in MISSING.finditer(block.text))
    return ", ".join(dict.fromkeys(found))


def mark_of(draft: Draft) -> str:
    """What a letter says of itself above its text; empty when a person has reviewed it and it is no translation."""
    language = draft.understood.language
    said = [] if draft.reviewed_by else [MARKS[language, bool(draft.made)]]
    if draft.translated:
        said.append(TRANSLATED[language])
    return " ".join(said)


class _Filling:
    """One template being filled."""

    def __init__(self, draft: Draft, document: Document) -> None:
        self._draft = draft
        self._document = document
        self._styles = {style.name for style in document.styles}
        places = list(placeholders.places(document))
        self._names = {name for place in places for name in place.names}
        self._places = places

    def fill(self) -> None:
        values = self._values()
        for place in self._places:
            blocks = self._blocks(place.names[0]) if place.is_alone else None
            if blocks is not None:
                self._lay(place.paragraph, blocks)
            elif any(values[name] for name in place.names) or _holds_more(place):
                placeholders.fill(place.paragraph, {name: parts_of(values[name]) for name in place.names})
            else:
                _remove(place)
        if template.MARK not in self._names and values[template.MARK]:
            self._mark_first(values[template.MARK])

    def _values(self) -> Mapping[str, str]:
        understood = self._draft.understood
        values = {}
        for field in understood.kind.fields:
            known = understood.of(field.name)
            # In a letter's head a date stands as it was stated, and an address has its lines.
            has_words = field.kind is FieldKind.CHOICE
            text = shown(field, known, understood.language) if has_words else known.text
            values[field.name] = text or (mark(field, understood.language) if understood.needs(field) else "")
        values[template.MARK] = mark_of(self._draft)
        values[template.TITLE] = self._draft.title
        values[template.TYPE] = understood.kind.name[understood.language]
        return dict.fromkeys(self._names, "") | values

    def _blocks(self, name: str) -> Sequence[Block] | None:
        """The blocks that a place takes; None when it takes a value."""
        written = self._draft.written
        if name == template.LETTER:
            placed = {each.removeprefix("part.") for each in self._names}
            return [block for each in written if each.part.name not in placed for block in _running(each)]
        if name.startswith("part."):
            return [block for each in written if f"part.{each.part.name}" == name for block in _running(each)]
        return None

    def _lay(self, paragraph: Any, blocks: Sequence[Block]) -> None:
        """Put blocks where a paragraph stands, in its look; headings and lists have the template's styles."""
        last = paragraph
        for block in blocks:
            added = self._paragraph(paragraph, block)
            last.addnext(added)
            last = added
        above = paragraph.getparent()
        above.remove(paragraph)
        if not blocks and above.tag == qn("w:tc"):  # a cell holds a paragraph, or Word does not open the file
            above.append(OxmlElement("w:p"))

    def _paragraph(self, like: Any, block: Block) -> Any:
        added: Any = OxmlElement("w:p")
        properties = like.find(qn("w:pPr"))
        if properties is not None:
            added.append(copy.deepcopy(properties))
        style = self._style(block)
        if style:
            added.get_or_add_pPr().style = style
        look = like.find(f"{qn('w:r')}/{qn('w:rPr')}")
        text = " | ".join(block.cells) if block.kind is BlockKind.ROW else block.text
        for number, line in enumerate(parts.lines(text)):
            run = OxmlElement("w:r")
            if look is not None and block.kind is not BlockKind.HEADING:
                run.append(copy.deepcopy(look))
            if number:
                run.append(OxmlElement("w:br"))
            said = OxmlElement("w:t")
            said.text = line
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(said)
            added.append(run)
        return added

    def _style(self, block: Block) -> str:
        """The id of the style that a block has, empty for that of the text around it."""
        names: Sequence[str] = ()
        if block.kind is BlockKind.HEADING:
            names = ("Heading 1",) if block.text == self._draft.title else ("Heading 2", "Heading 1")
        elif block.kind is BlockKind.ITEM:
            names = _BULLETS
        name = next((each for each in names if each in self._styles), "")
        return str(self._document.styles[name].style_id) if name else ""

    def _mark_first(self, text: str) -> None:
        paragraph = self._document.add_paragraph(text)
        self._document.element.body.insert(0, paragraph._p)  # noqa: SLF001 - python-docx's documented way to elements


def _running(written: Written) -> Iterator[Block]:
    """A part's blocks as they stand on paper: the sentences of a worded one as running text, some to a paragraph."""
    if written.part.fill is not Fill.WRITTEN:
        yield from written.blocks
        return
    run: list[str] = []
    for place, block in enumerate((*written.blocks, None)):
        is_said = block is not None and block.kind is BlockKind.STATEMENT and place >= written.lead
        if run and (not is_said or len(run) == _MOST_SENTENCES):
            yield Block(BlockKind.STATEMENT, " ".join(run))
            run = []
        if block is not None and is_said:
            run.append(block.text)
        elif block is not None:
            yield block


def parts_of(value: str) -> str:
    """A value's lines, without what a Word file cannot hold."""
    return "\n".join(parts.lines(value)) if value else ""


def _holds_more(place: Place) -> bool:
    """Whether a paragraph also holds what is no text, such as a page number or a picture."""
    kinds = ("fldSimple", "instrText", "drawing", "pict", "object")
    return any(place.paragraph.find(f".//{qn(f'w:{kind}')}") is not None for kind in kinds)


def _remove(place: Place) -> None:
    """Take a paragraph away of which nothing is left to say; the last one of its cell or header stays, empty."""
    paragraph = place.paragraph
    above = paragraph.getparent()
    if len(above.findall(qn("w:p"))) > 1:
        above.remove(paragraph)
        return
    for run in list(paragraph):
        if run.tag != qn("w:pPr"):
            paragraph.remove(run)


def _describe(document: Document, draft: Draft, made: datetime) -> None:
    """Fill the document's properties: what it is, whose, how it was made, and who has reviewed it."""
    understood = draft.understood
    language = understood.language
    core = document.core_properties
    core.title = _bare(draft.title)
    core.subject = _bare(understood.kind.name[language])
    core.keywords = _bare(understood.of("case_number").text)
    core.author = _bare(understood.of("sender_name").text)
    core.last_modified_by = _bare(draft.reviewed_by or understood.of("sender_name").text)
    core.language = docx_file.LOCALES[language]
    core.content_status = _STATES[language, bool(draft.reviewed_by)]
    models = ", ".join(dict.fromkeys(each.model for each in draft.made if each.model))
    core.comments = "; ".join(
        filter(None, (f"Kansli {VERSION}", models, made.date().isoformat(), _bare(draft.reviewed_by)))
    )
    moment = made.astimezone(UTC).replace(tzinfo=None, microsecond=0) if made.tzinfo else made
    core.created = core.modified = moment
    core.revision = 1


def _bare(text: str) -> str:
    """A property on one line; Word takes 255 characters."""
    return parts.line(text)[:255]
