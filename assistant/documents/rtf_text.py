"""Rich Text Format as a stream: which text, with which properties, for which part of the document.

Follows the RTF specification 1.9.1: groups inherit and restore properties, a group may be a destination of its own, and a
destination that is marked as optional and not known is passed over.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.DOTALL
)
#: Groups in groups: more are built to exhaust.
_DEEPEST = 500
#: Destinations whose text is part of the document, and what part.
PARTS = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "note", "shptxt": "box", "annotation": "comment", "listtext": "label", "pntext": "label", "title": "title",
    "stylesheet": "styles", "fonttbl": "fonts", "pict": "picture", "objdata": "object", "shprslt": "skip", "nonshppict": "skip",
}  # fmt: skip
#: Destinations that hold no text of the document.
_SKIPPED = frozenset(
    "fldinst colortbl listtable listoverridetable revtbl generator themedata colorschememapping datastore xmlnstbl rsidtbl"
    " latentstyles pgptbl bkmkstart bkmkend sp sn sv atnid atnauthor atndate atnref atntime atnicn filetbl mmathPr userprops"
    " listpicture private do pnseclvl formfield datafield ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn ftnsep objclass objname"
    " keywords subject author operator company doccomm category manager comment docvar template pntxta pntxtb blipuid picprop"
    " ud falt panose fontemb fontfile leveltext levelnumbers listname xe tc tcn rxe ssecstart hlinkbase wgrffmtfilter".split()
)
#: Destinations whose text belongs to what they stand in: the results of fields, and shapes, which have their text deeper in.
_TRANSPARENT = frozenset({"fldrslt", "result", "shpinst", "shppict", "shp", "shpgrp", "object", "field"})
_CHARACTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "page": "\n", "column": "\n", "softline": "\n",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "", "\\": "\\", "{": "{", "}": "}", "\n": "", "\r": ""}
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
#: The character set of fonts for signs.
_SYMBOLS = 2
_SWITCHES = {
    "v": "is_hidden",
    "deleted": "is_deleted",
    "revised": "is_inserted",
    "strike": "is_struck",
    "b": "is_bold",
    "intbl": "in_table",
}


@dataclass(frozen=True)
class Run:
    """The properties of some text.

    Attributes:
        part: which part of the document it belongs to, empty for the body.
        group: which group opened that part; two footnotes are two groups.
        font: its font's number.
        style: its paragraph's style, -1 for none.
        outline: its paragraph's level as a heading from 0, -1 for none.
        skipped: how many characters stand in for a Unicode one.
    """

    part: str = ""
    group: int = 0
    is_hidden: bool = False
    is_deleted: bool = False
    is_inserted: bool = False
    is_struck: bool = False
    is_bold: bool = False
    in_table: bool = False
    font: int = -1
    style: int = -1
    outline: int = -1
    skipped: int = 1


@dataclass(frozen=True)
class Said:
    """What comes next: text, or a word that ends something (``par``, ``cell``, ``row`` …), and its properties."""

    run: Run
    text: str = ""
    word: str = ""


#: Words that end a paragraph, a cell or a row, or say what a style is.
_ENDS = frozenset({"par", "sect", "cell", "row", "nestcell", "nestrow", "ftnalt", "s"})


def read_runs(source: str) -> Iterator[Said]:
    """The text of a whole file, in order; ``source`` is its bytes as Latin-1."""
    return _Stream(source).read()


class _Stream:
    """One file being read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._run = Run()
        self._stack: list[Run] = []
        self._fonts: dict[int, str] = {}
        self._symbols: set[int] = set()
        self._page = "cp1252"
        self._bytes = bytearray()
        self._left = 0
        self._optional = False
        self._groups = 0

    def read(self) -> Iterator[Said]:
        place, end = 0, len(self._source)
        while place < end:
            match = _TOKEN.match(self._source, place)
            assert match  # the last alternatives are line ends and a backslash alone; all else is text
            place = match.end()
            if self._bytes and match.group(3) is None:
                yield self._decoded()
            if match.group(1) == "bin":
                place += max(0, int(match.group(2) or 0))
            else:
                yield from self._token(match)
        if self._bytes:
            yield self._decoded()

    def _token(self, match: re.Match[str]) -> Iterator[Said]:
        word, number, byte, sign, brace, text = match.groups()
        if word:
            yield from self._word(word, int(number) if number else None)
        elif byte:
            self._byte(int(byte, 16))
        elif sign == "*":
            self._optional = True
        elif sign:
            yield Said(self._run, _SIGNS.get(sign, ""))
        elif brace:
            yield from self._brace(brace)
        elif text:
            yield from self._text(text)

    def _brace(self, brace: str) -> Iterator[Said]:
        self._left = 0
        if brace == "{":
            if len(self._stack) < _DEEPEST:
                self._stack.append(self._run)
            return
        if self._stack:
            before = self._run
            self._run = self._stack.pop()
            if before.group != self._run.group:
                yield Said(before, word="end")

    def _text(self, text: str) -> Iterator[Said]:
        self._optional = False
        skipped = min(self._left, len(text))
        self._left -= skipped
        if text[skipped:]:
            # Bytes above 127 that stand in the file unescaped are of its code page, as its escaped ones are.
            said = text[skipped:]
            yield Said(self._run, said if said.isascii() else said.encode("latin-1").decode(self._coding(), "replace"))

    def _byte(self, byte: int) -> None:
        if self._left:
            self._left -= 1
        else:
            self._bytes.append(byte)

    def _decoded(self) -> Said:
        data = bytes(self._bytes)
        self._bytes.clear()
        if self._run.font in self._symbols:
            return Said(self._run, "•" if data == b"\xb7" else data.decode("latin-1"))
        return Said(self._run, data.decode(self._coding(), "replace"))

    def _coding(self) -> str:
        return self._fonts.get(self._run.font, self._page)

    def _word(self, word: str, number: int | None) -> Iterator[Said]:
        is_optional, self._optional = self._optional, False
        if word in _TRANSPARENT:
            return
        if word in PARTS or word in _SKIPPED or is_optional:
            self._enter(word)
        elif word == "u":
            yield Said(self._run, chr((number or 0) % 0x10000))
            self._left = self._run.skipped
        elif word in _CHARACTERS:
            yield Said(self._run, _CHARACTERS[word])
        elif word in _ENDS:
            if word == "s":
                self._run = replace(self._run, style=number or 0)
            yield Said(self._run, word=word)
        elif word in _SWITCHES:
            switched: dict[str, Any] = {_SWITCHES[word]: number != 0}
            self._run = replace(self._run, **switched)
        else:
            self._property(word, number)

    def _enter(self, word: str) -> None:
        """The group that is open is a destination."""
        if self._run.part in {"skip", "comment"}:  # nothing in it is part of the document
            return
        self._groups += 1
        self._run = replace(self._run, part=PARTS.get(word, "skip"), group=self._groups)

    def _property(self, word: str, number: int | None) -> None:
        if word == "plain":
            self._run = replace(
                self._run, is_hidden=False, is_deleted=False, is_inserted=False, is_struck=False, is_bold=False
            )
        elif word == "pard":
            self._run = replace(self._run, in_table=False, style=-1, outline=-1)
        elif word == "outlinelevel":
            self._run = replace(self._run, outline=number if number is not None and number < 9 else -1)  # noqa: PLR2004 - 9 is body text
        elif word == "uc":
            self._run = replace(self._run, skipped=min(10, max(0, number or 0)))
        elif word == "f":
            self._run = replace(self._run, font=number or 0)
        elif word == "fcharset" and number == _SYMBOLS:
            self._symbols.add(self._run.font)
        elif word == "fcharset" and number in _CHARSETS:
            self._fonts[self._run.font] = _CHARSETS[number]
        elif word in {"ansicpg", "mac", "pc"}:
            self._page = _known({"mac": "mac_roman", "pc": "cp437"}.get(word, f"cp{number}"))


def _known(coding: str) -> str:
    try:
        codecs.lookup(coding)
    except LookupError:
        return "cp1252"
    return "utf-8" if coding == "cp65001" else coding
