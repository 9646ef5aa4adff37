"""What a PDF page draws: its text with the place of every piece, and the straight lines of its tables.

pypdf parses the file and its fonts; its own text is not used, since only places tell letters that belong together from
words, a column from the next, and a table from running text. Follows ISO 32000-1, 8.4 (graphics state), 9.3 and 9.4 (text).
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

import pypdf
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from assistant.documents import pdf_fonts as fonts
from assistant.documents.pdf_content import operations
from assistant.documents.pdf_sheet import Matrix, Piece, Sheet, applied, turned

#: Forms in forms, and all forms of a page: more are built to exhaust.
_DEEPEST_FORM = 12
_MOST_FORMS = 1_000
#: Straight lines of a page; a map has more, but no table.
_MOST_RULES = 6_000
#: Points that a table's line is thick at most.
_THIN = 3.0
#: Text moved by less than this share of its size within one array is kerned, and goes on.
_KERNED = 0.12
#: Points below which nobody can read a letter.
_TINY = 1.0
#: Words have at least this share of letters and figures.
_LETTERS = 0.7
_SPACES = re.compile(r"[ \u00a0]{2,}")
_INVISIBLE = 3  # the text rendering mode that draws nothing
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _State:
    """The graphics state that text depends on; a copy is kept where it is saved."""

    matrix: Matrix = _IDENTITY
    font: fonts.Font = field(default_factory=fonts.unknown)
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0


def draw(page: pypdf.PageObject, known: dict[int, Any]) -> Sheet:
    """What a page draws; ``known`` keeps the fonts of a document from page to page.

    Raises:
        Exception: whatever pypdf raises on a damaged page.
    """
    box = page.cropbox
    corner = (float(box.left), float(box.bottom), float(box.right), float(box.top))
    sheet = Sheet()
    contents = page.get("/Contents")
    if contents is not None and contents.get_object() is not None:
        pen = _Pen(sheet, page.pdf, known)
        pen.draw(ContentStream(contents.get_object(), page.pdf, "bytes").get_data(), _resources(page))
        pen.judge()
    return turned(sheet, corner, int(page.rotation) % 360)


def _resources(page: DictionaryObject) -> DictionaryObject:
    """The page's resources, its own or inherited."""
    holder: Any = page
    for _ in range(_DEEPEST_FORM * 4):
        found = holder.get("/Resources")
        found = found.get_object() if found is not None else None
        if isinstance(found, DictionaryObject):
            return found
        parent = holder.get("/Parent")
        holder = parent.get_object() if parent is not None else None
        if not isinstance(holder, DictionaryObject):
            break
    return DictionaryObject()


class _Pen:
    """Carries out the operators of one page."""

    def __init__(self, sheet: Sheet, pdf: Any, known: dict[int, Any]) -> None:
        self._sheet = sheet
        self._pdf = pdf
        self._fonts = known
        self._state = _State()
        self._stack: list[_State] = []
        self._text = self._line = _IDENTITY
        self._path: list[tuple[float, float, float, float]] = []
        self._point = (0.0, 0.0)
        self._marked: list[str] = []
        self._actual: list[str | None] = []
        self._doubtful: list[int] = []
        self._forms = 0
        self._depth = 0
        self._resources = DictionaryObject()
        self._operators: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": lambda _: self._stack.append(copy(self._state)), b"Q": self._restore, b"cm": self._concat,
            b"BT": self._begin, b"Tf": self._set_font, b"Td": self._move, b"TD": self._move_leading, b"Tm": self._set_matrix,
            b"T*": lambda _: self._next_line(), b"Tj": self._show, b"TJ": self._show_array, b"'": self._show_below,
            b'"': self._show_spaced, b"Do": self._do, b"re": self._rectangle, b"m": self._move_to, b"l": self._line_to,
            b"BDC": self._mark, b"BMC": self._mark, b"EMC": self._unmark, b"INLINE IMAGE": lambda _: self._image(),
            b"Tc": self._setting("spacing"), b"Tw": self._setting("word_spacing"), b"TL": self._setting("leading"),
            b"Ts": self._setting("rise"), b"Tr": self._set_mode, b"Tz": self._set_scale,
        }  # fmt: skip
        for painted in (b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"):
            self._operators[painted] = lambda _: self._paint()
        self._operators[b"n"] = lambda _: self._path.clear()

    def draw(self, content: bytes, resources: DictionaryObject) -> None:
        """Draw a page's or a form's content."""
        before, self._resources = self._resources, resources
        for operands, operator in operations(content):
            carry_out = self._operators.get(operator)
            if carry_out:
                try:
                    carry_out(operands)
                except (IndexError, TypeError, ValueError, KeyError, AttributeError, OverflowError):
                    continue  # an operator with wrong operands draws nothing (7.8.2)
        self._resources = before

    def judge(self) -> None:
        """Call what the page says in a doubtful font garbled, where it does not look like words."""
        texts = ["".join(self._sheet.pieces[place].text.split()) for place in self._doubtful]
        letters = sum(char.isalnum() for text in texts for char in text)
        if letters < _LETTERS * sum(map(len, texts)):
            for place in self._doubtful:
                self._sheet.pieces[place] = replace(self._sheet.pieces[place], garbled=True)

    # The state

    def _restore(self, _operands: Sequence[Any]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _concat(self, operands: Sequence[Any]) -> None:
        self._state.matrix = _times(_matrix(operands), self._state.matrix)

    def _setting(self, name: str) -> Callable[[Sequence[Any]], None]:
        return lambda operands: self._set(**{name: float(operands[0])})

    def _set(self, **values: Any) -> None:
        for name, value in values.items():
            setattr(self._state, name, value)

    def _set_mode(self, operands: Sequence[Any]) -> None:
        self._set(mode=int(operands[0]))

    def _set_scale(self, operands: Sequence[Any]) -> None:
        self._set(scale=float(operands[0]) / 100)

    def _set_font(self, operands: Sequence[Any]) -> None:
        self._state.size, self._state.font = float(operands[1]), self._font(operands[0])

    def _font(self, name: Any) -> fonts.Font:
        named = self._resources.get("/Font")
        found = named.get_object().get(name) if named is not None else None
        source = found.get_object() if found is not None else None
        if not isinstance(source, DictionaryObject):
            return fonts.unknown()
        if id(source) not in self._fonts:
            # The source is kept with it, so that no other object gets its id.
            self._fonts[id(source)] = (fonts.font(source), source)
        found_font: fonts.Font = self._fonts[id(source)][0]
        return found_font

    # Text

    def _begin(self, _operands: Sequence[Any]) -> None:
        self._text = self._line = _IDENTITY

    def _move(self, operands: Sequence[Any]) -> None:
        self._text = self._line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)

    def _move_leading(self, operands: Sequence[Any]) -> None:
        self._set(leading=-float(operands[1]))
        self._move(operands)

    def _set_matrix(self, operands: Sequence[Any]) -> None:
        self._text = self._line = _matrix(operands)

    def _next_line(self) -> None:
        self._move((0.0, -self._state.leading))

    def _show(self, operands: Sequence[Any]) -> None:
        self._show_array(((operands[0],),))

    def _show_below(self, operands: Sequence[Any]) -> None:
        self._next_line()
        self._show(operands)

    def _show_spaced(self, operands: Sequence[Any]) -> None:
        self._set(word_spacing=float(operands[0]), spacing=float(operands[1]))
        self._show_below(operands[2:])

    def _show_array(self, operands: Sequence[Any]) -> None:
        """Show strings, moved apart by numbers; what is only kerned is one piece."""
        state = self._state
        if not state.size:
            return
        texts: list[str] = []
        begins, advance = 0.0, 0.0
        for item in operands[0]:
            if isinstance(item, (int, float)):
                moved = -float(item) / 1000 * state.size * state.scale
                if abs(moved) > _KERNED * abs(state.size * state.scale):
                    self._put(texts, begins, advance)
                    texts, begins = [], advance + moved
                advance += moved
            elif isinstance(item, bytes):
                for text, width in self._glyphs(item, state.font):
                    texts.append(text)
                    advance += width
        self._put(texts, begins, advance)
        self._text = _times((1, 0, 0, 1, advance, 0), self._text)

    def _glyphs(self, shown: bytes, font: fonts.Font) -> Iterator[tuple[str, float]]:
        state = self._state
        for code in font.codes(shown):
            text, width = font.glyph(code)
            spaced = state.spacing + (state.word_spacing if font.is_simple and code == " " else 0.0)
            yield text, (width * state.size + spaced) * state.scale

    def _put(self, texts: Sequence[str], begins: float, ends: float) -> None:
        """A piece of text on the sheet, divided where several spaces stand in for a tab. A space alone still parts words."""
        text = "".join(texts)
        state = self._state
        if not text:
            return
        matrix = _times(self._text, state.matrix)
        ends -= state.spacing * state.scale
        if "  " not in text or not text.strip():
            self._piece(text, matrix, begins, ends)
            return
        for start, end in _runs(text):
            letter = (ends - begins) / len(text)
            self._piece(text[start:end], matrix, begins + letter * start, begins + letter * end)

    def _piece(self, text: str, matrix: Matrix, begins: float, ends: float) -> None:
        state = self._state
        x0, y0 = applied(matrix, begins, state.rise)
        x1, y1 = applied(matrix, ends, state.rise)
        size = abs(state.size) * math.hypot(matrix[2], matrix[3]) * state.font.em
        if self._actual:
            text, self._actual[-1] = text if self._actual[-1] is None else self._actual[-1], ""
        angle = 0.0 if y0 == y1 and x1 >= x0 else math.degrees(math.atan2(y1 - y0, x1 - x0))
        if state.font.is_doubtful:
            self._doubtful.append(len(self._sheet.pieces))
        self._sheet.pieces.append(
            Piece(
                text, x0, x1, y0, size, state.font.is_bold, angle, y1,
                hidden=size < _TINY, unpainted=state.mode == _INVISIBLE, garbled=not state.font.is_told,
                margin="pagination" in self._marked,
            )
        )  # fmt: skip

    # Marked content, forms and lines

    def _mark(self, operands: Sequence[Any]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):  # a name in the resources
            named = self._resources.get("/Properties")
            properties = named.get_object().get(properties) if named is not None else None
            properties = properties.get_object() if properties is not None else None
        kind = ""
        if isinstance(properties, dict):  # as a DictionaryObject is
            if operands[0] == "/Artifact" and properties.get("/Type") == "/Pagination":
                kind = "pagination"
            if "/ActualText" in properties:
                kind = "actual"
                self._actual.append(_said(properties["/ActualText"]))
        self._marked.append(kind)

    def _unmark(self, _operands: Sequence[Any]) -> None:
        if self._marked and self._marked.pop() == "actual":
            self._actual.pop()

    def _do(self, operands: Sequence[Any]) -> None:
        objects = self._resources.get("/XObject")
        found = objects.get_object().get(operands[0]) if objects is not None else None
        form = found.get_object() if found is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self._image()
        elif form.get("/Subtype") == "/Form" and self._depth < _DEEPEST_FORM and self._forms < _MOST_FORMS:
            self._form(form)

    def _form(self, form: StreamObject) -> None:
        self._forms += 1
        self._depth += 1
        state, stack, text, line = copy(self._state), self._stack, self._text, self._line
        self._stack = []
        if "/Matrix" in form:
            self._concat([value.get_object() for value in form["/Matrix"]])  # type: ignore[attr-defined]
        own = form.get("/Resources")
        own = own.get_object() if own is not None else None
        self.draw(form.get_data(), own if isinstance(own, DictionaryObject) else self._resources)
        self._state, self._stack, self._text, self._line = state, stack, text, line
        self._depth -= 1

    def _image(self) -> None:
        a, b, c, d, _, _ = self._state.matrix
        self._sheet.images.append(abs(a * d - b * c))

    def _rectangle(self, operands: Sequence[Any]) -> None:
        x, y, width, height = (float(value) for value in operands[:4])
        if min(abs(width), abs(height)) <= _THIN / max(0.01, self._scale()):
            middle_x, middle_y = x + width / 2, y + height / 2
            thin = (
                (x, middle_y, x + width, middle_y) if abs(width) > abs(height) else (middle_x, y, middle_x, y + height)
            )
            self._path.append(thin)
        else:
            right, upper = x + width, y + height
            self._path += [(x, y, right, y), (x, upper, right, upper), (x, y, x, upper), (right, y, right, upper)]
        self._point = (x, y)

    def _move_to(self, operands: Sequence[Any]) -> None:
        self._point = (float(operands[0]), float(operands[1]))

    def _line_to(self, operands: Sequence[Any]) -> None:
        point = (float(operands[0]), float(operands[1]))
        self._path.append((*self._point, *point))
        self._point = point

    def _paint(self) -> None:
        self._sheet.drawn += 1
        for x0, y0, x1, y1 in self._path:
            if len(self._sheet.rules) < _MOST_RULES:
                self._sheet.rules.append((*applied(self._state.matrix, x0, y0), *applied(self._state.matrix, x1, y1)))
        self._path.clear()

    def _scale(self) -> float:
        a, b, c, d, _, _ = self._state.matrix
        return math.sqrt(abs(a * d - b * c))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end that several spaces part."""
    start = 0
    for match in _SPACES.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _said(actual: Any) -> str:
    said = actual if isinstance(actual, bytes) else actual.get_object()
    if isinstance(said, bytes):
        return said.decode("utf-16-be" if said.startswith(b"\xfe\xff") else "latin-1", "replace").lstrip("\ufeff")
    return str(said)


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands[:6])
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip
