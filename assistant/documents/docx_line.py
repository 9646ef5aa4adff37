"""What stands in a line of a Word document: its text as it is seen, and what is read as paragraphs of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.documents.docx_styles import Look, Styles
from assistant.documents.limits import MAX_DEPTH
from assistant.documents.markup import Element, attribute, child, is_on, name_of

_BREAKS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": "", "ptab": " "}
#: Read through as if they were not there.
TRANSPARENT = frozenset(
    "sdt sdtContent smartTag customXml hyperlink fldSimple ins moveTo bdo dir AlternateContent Choice Fallback"
    " txbxContent body document hdr ftr footnote endnote ruby rubyBase".split()
)
DELETED = frozenset({"del", "moveFrom"})
_OBJECTS = frozenset({"object", "control"})
#: What brings in another file, or a part of another kind, whose text is not in the document's own.
ELSEWHERE = frozenset({"altChunk", "subDoc"})
#: Signs of the fonts for signs that forms and plans use: ticked and empty boxes, arrows.
_SIGNS = {
    0xF0FE: "☒",
    0xF0FD: "☒",
    0xF078: "☒",
    0xF0FC: "✓",
    0xF0A8: "☐",
    0xF06F: "☐",
    0xF071: "☐",
    0xF0E0: "→",
    0xF0F0: "→",
}
#: Half points below which nobody can read a letter.
_TINY = 2


@dataclass
class Noticed:
    """What is counted on the way, to be told."""

    insertions: int = 0
    deletions: int = 0
    hidden: bool = False
    images: int = 0
    objects: int = 0
    struck: bool = False


@dataclass
class Line:
    """One paragraph's text, and what stands in it that is read as paragraphs of its own."""

    text: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold: int = 0
    plain: int = 0


class Lines:
    """Reads the lines of one document.

    Attributes:
        noticed: what was seen on the way.
    """

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._style = Look()
        self.noticed = Noticed()

    def line(self, paragraph: Element, style: Look) -> Line:
        """A paragraph's text, as it is shown in this style."""
        line = Line()
        self._style = style
        self._inline(paragraph, line, 0)
        return line

    def _inline(self, parent: Element, line: Line, depth: int) -> None:
        """The text of what stands in a line."""
        if depth > MAX_DEPTH:
            return
        for element in chosen(parent):
            name = name_of(element)
            if name == "r":
                self._run(element, line, depth)
            elif name in DELETED:
                self.noticed.deletions += 1
            elif name in ELSEWHERE:
                self.noticed.objects += 1
            elif name in TRANSPARENT:
                self.noticed.insertions += name in {"ins", "moveTo"}
                self._inline(element, line, depth + 1)
            elif name in {"oMath", "oMathPara"}:
                line.text += [each.text or "" for each in element.iter() if name_of(each) == "t"]

    def _run(self, run: Element, line: Line, depth: int) -> None:
        properties = child(run, "rPr")
        said = sum(len((each.text or "").strip()) for each in run if name_of(each) == "t")
        if self._is_hidden(properties):
            self.noticed.hidden = self.noticed.hidden or bool(said)
            return
        self.noticed.struck = self.noticed.struck or bool(
            said and (is_on(child(properties, "strike")) or is_on(child(properties, "dstrike")))
        )
        bold = child(properties, "b")
        if is_on(bold) if bold is not None else self._style.is_bold:
            line.bold += said
        else:
            line.plain += said
        for element in chosen(run):
            self._in_run(element, line, depth)

    def _in_run(self, element: Element, line: Line, depth: int) -> None:
        name = name_of(element)
        if name == "t":
            line.text.append(element.text or "")
        elif name in _BREAKS:
            line.text.append(_BREAKS[name])
        elif name == "sym":
            line.text.append(_symbol(element))
        elif name == "fldChar" and (box := child(element, "ffData", "checkBox")) is not None:
            checked = child(box, "checked")
            line.text.append("☒" if is_on(checked if checked is not None else child(box, "default")) else "☐")
        elif name in {"footnoteReference", "endnoteReference"}:
            line.notes.append((name.removesuffix("Reference"), attribute(element, "id")))
        elif name in {"drawing", "pict"} or name in _OBJECTS:
            self._drawing(element, line, name)
        elif name in {"ruby", "rubyBase"}:
            self._inline(element, line, depth + 1)
        elif name in TRANSPARENT:
            self._run_like(element, line, depth + 1)

    def _is_hidden(self, properties: Element | None) -> bool:
        """Whether a run is hidden by itself, by its style or by its paragraph's, or is too small to be seen."""
        own = child(properties, "vanish")
        if own is not None:
            return is_on(own)
        size = attribute(child(properties, "sz"), "val")
        is_tiny = size.isdecimal() and len(size) < 3 and int(size) <= _TINY  # noqa: PLR2004 - such a number is no size
        return is_tiny or self._style.is_hidden or self._styles.hides(properties)

    def _run_like(self, element: Element, line: Line, depth: int) -> None:
        """What AlternateContent within a run holds."""
        if depth <= MAX_DEPTH:
            for inner in chosen(element):
                if name_of(inner) in {"drawing", "pict"} | _OBJECTS:
                    self._drawing(inner, line, name_of(inner))
                elif name_of(inner) in TRANSPARENT:
                    self._run_like(inner, line, depth + 1)

    def _drawing(self, element: Element, line: Line, name: str) -> None:
        boxes = [each for each in element.iter() if name_of(each) == "txbxContent" and not _within(each, element)]
        line.boxes += boxes
        if name in _OBJECTS:
            self.noticed.objects += 1
        elif not boxes and any(name_of(each) in {"blip", "imagedata"} for each in element.iter()):
            self.noticed.images += 1


def chosen(parent: Element) -> Iterator[Element]:
    """The children; of alternatives for old and new programs only the first (ECMA-376 part 3), of forms what is filled in."""
    if name_of(parent) == "AlternateContent":
        choices = [each for each in parent if name_of(each) in {"Choice", "Fallback"}]
        yield from choices[:1]
        return
    yield from (
        each
        for each in parent
        if isinstance(each.tag, str)
        and not (each.tag.endswith("}sdt") and is_on(child(each, "sdtPr", "showingPlcHdr")))
    )


def _within(box: Element, top: Element) -> bool:
    """Whether a text box stands in another one, or in the alternative that is not read."""
    for above in box.iterancestors():
        if above is top:
            return False
        if name_of(above) == "txbxContent":
            return True
        if name_of(above) == "Fallback" and any(
            name_of(each) == "Choice" for each in above.itersiblings(preceding=True)
        ):
            return True
    return False


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    # Fonts for signs keep them in the private use area; there is no telling what the others look like.
    if code in _SIGNS and attribute(element, "font").lower().startswith("wingdings"):
        return _SIGNS[code]
    return "•" if 0xE000 <= code <= 0xF8FF else chr(code) if code <= 0x10FFFF else ""  # noqa: PLR2004
