"""The operators of a PDF content stream with their operands, read by one pattern: most of the time a PDF takes is spent here.

Follows ISO 32000-1, 7.2 (lexical conventions), 7.3 (objects) and 8.9.7 (inline images). What is malformed is passed over,
as viewers do.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

#: Operands of one operator, and arrays in arrays; more are built to exhaust.
_MOST_OPERANDS = 200_000
_DEEPEST = 16
_TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]*(?:(?P<number>[+-]{0,2}(?:\d+\.?\d*|\.\d+)(?![^\x00\t\n\f\r ()<>\[\]{}/%]))"
    rb"|(?P<string>\((?:[^()\\]|\\.)*\))"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*>)"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+)"
    rb"|(?P<nested>\()|%[^\r\n]*|.|$)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\n": b"", b"\r": b""}
_HASH = re.compile(r"#([0-9A-Fa-f]{2})")
_WHITE = re.compile(rb"[^0-9A-Fa-f]")
#: Where an inline image ends: the data may hold the letters, but seldom with an operator or nothing after them.
_IMAGE_ENDS = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]+(?:[QqSsfFBbnWTEDM]|[-+.\d/\[]|$)|$)")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)
_WORDS = {b"true": True, b"false": False, b"null": None}


def operations(data: bytes) -> Iterator[tuple[list[Any], bytes]]:
    """Each operator with its operands: numbers, strings as bytes, names as ``/Name``, lists and dicts.

    An inline image is given as the operator ``INLINE IMAGE`` with no operands.
    """
    return _Stream(data).operations()


class _Stream:
    """One content stream being read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0
        self._operands: list[Any] = []
        self._outer: list[tuple[list[Any], bytes]] = []

    def operations(self) -> Iterator[tuple[list[Any], bytes]]:
        match, data, end = _TOKEN.match, self._data, len(self._data)
        while self._place < end:
            token = match(data, self._place)
            assert token  # the last alternatives are any byte, and the end
            self._place = token.end()
            kind = token.lastgroup or ""
            if kind in _VALUES:
                self._operands.append(_VALUES[kind](token.group(kind)))
            elif kind == "word":
                operator = self._word(token.group(kind))
                if operator:
                    yield self._operands, operator
                    self._operands = []
            elif kind:
                self._structure(kind, token.group(kind))
            if len(self._operands) > _MOST_OPERANDS:
                self._operands = []

    def _word(self, said: bytes) -> bytes:
        """The operator that a word is; empty for a constant, and for what is lost in an array."""
        if said in _WORDS:
            self._operands.append(_WORDS[said])
            return b""
        if said == b"BI" and not self._outer:
            ends = _IMAGE_ENDS.search(self._data, self._place)
            self._place = ends.end() if ends else len(self._data)
            self._operands = []
            return b"INLINE IMAGE"
        return b"" if self._outer else said

    def _structure(self, kind: str, said: bytes) -> None:
        if kind == "nested":
            text, self._place = _nested(self._data, self._place)
            self._operands.append(text)
        elif kind == "open" and len(self._outer) < _DEEPEST:
            self._outer.append((self._operands, said))
            self._operands = []
        elif kind == "close" and self._outer:
            inner = self._operands
            self._operands, opened = self._outer.pop()
            self._operands.append(inner if opened == b"[" else _dictionary(inner))


def _number(said: bytes) -> float:
    try:
        return float(said)
    except ValueError:  # two signs, which some writers leave
        return float(said.lstrip(b"+-"))


def _string(said: bytes) -> bytes:
    return _unescaped(said[1:-1])


def _name(said: bytes) -> str:
    text = said.decode("utf-8", "surrogateescape")
    return _HASH.sub(lambda match: chr(int(match.group(1), 16)), text) if "#" in text else text


def _hex(said: bytes) -> bytes:
    digits = _WHITE.sub(b"", said)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _unescaped(text: bytes) -> bytes:
    if b"\\" not in text:
        return text

    def character(match: re.Match[bytes]) -> bytes:
        said = match.group(1)
        if said.isdigit():
            return bytes([int(said, 8) & 0xFF])
        return _ESCAPES.get(said, said)

    return _ESCAPE.sub(character, text)


def _nested(data: bytes, start: int) -> tuple[bytes, int]:
    """A string with parentheses in it, from after its first one; and where it ends."""
    depth = 1
    for match in _PARENTHESIS.finditer(data, start):
        depth += {b"(": 1, b")": -1}.get(match.group(), 0)
        if not depth:
            return _unescaped(data[start : match.start()]), match.end()
    return _unescaped(data[start:]), len(data)


def _dictionary(inner: list[Any]) -> dict[str, Any]:
    return {key: value for key, value in zip(inner[::2], inner[1::2], strict=False) if isinstance(key, str)}


_VALUES: Final[dict[str, Callable[[bytes], Any]]] = {
    "number": _number, "string": _string, "name": _name, "hex": _hex,
}  # fmt: skip
