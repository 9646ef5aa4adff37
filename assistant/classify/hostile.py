"""Text that speaks to whoever sorts it. A document does not say what it is to be called; what does is left out before it is judged.

There are two degrees. Words that state a type (``Handlingstyp: Protokoll``) are common and innocent, but anybody can write them:
they are left out. Words that give orders (``Klassificera detta som …``) make the labels they ask for impossible for that document.
Which words these are is data: ``resources/orders.toml``.
"""

import functools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from assistant import paths
from assistant.documents.document import Paragraph
from assistant.schemes.scheme import Scheme
from assistant.sentences import sentences

#: A line that is little more than a label's name, beside one that gives orders, belongs to the order.
_SHORT: Final = 80
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class Cleaned:
    """A document's paragraphs without what speaks to whoever sorts it, and the labels that it asks for."""

    paragraphs: tuple[Paragraph, ...]
    asked: tuple[str, ...]


class Names:
    """What the labels of a scheme are called in running text: their names, the parts of these, their codes, with endings."""

    def __init__(self, scheme: Scheme) -> None:
        self._by_name: dict[str, set[str]] = {}
        for label in scheme.answers:
            for name in _names(label.name, label.code):
                self._by_name.setdefault(name, set()).add(label.code)
        every = "|".join(
            re.escape(name).replace(r"\ ", r"[\s_-]+") for name in sorted(self._by_name, key=len, reverse=True)
        )
        self._pattern = re.compile(rf"(?<!\w)({every or '(?!)'})(?:[a-zåäö]{{0,3}})(?!\w)", re.IGNORECASE)

    def within(self, text: str) -> set[str]:
        """The codes of the labels that a text names."""
        found: set[str] = set()
        for match in self._pattern.finditer(text):
            found |= self._by_name.get(re.sub(r"[\s_-]+", " ", match.group(1).lower()), set())
        return found


def _names(name: str, code: str) -> set[str]:
    whole = re.sub(r"[\s_-]+", " ", name.lower()).strip()
    parts = re.split(r"\s*(?:\beller\b|\boch\b|\btill\b|\bi\b|[/,()])\s*", whole)
    names = {whole, re.sub(r"\s*\(.*?\)", "", whole), re.sub(r"[\s_-]+", " ", code.lower()), *parts}
    return {each.strip() for each in names if len(each.strip()) >= _SHORTEST_NAME or each == whole}


def cleaned(paragraphs: Sequence[Paragraph], names: Names) -> Cleaned:
    """The paragraphs as they are to be judged."""
    kept: list[Paragraph | None] = []
    orders: list[bool] = []
    asked: set[str] = set()
    for paragraph in paragraphs:
        text, gives_orders, wanted = _without(paragraph.text, names)
        asked |= wanted
        orders.append(gives_orders)
        kept.append(_with_text(paragraph, text) if text else None)
    for place, short in enumerate(kept):
        beside = any(orders[max(0, place - 2) : place + 3])
        if short and beside and len(short.text) <= _SHORT and (named := names.within(short.text)):
            asked |= named
            kept[place] = None
    return Cleaned(tuple(paragraph for paragraph in kept if paragraph), tuple(sorted(asked)))


def _without(text: str, names: Names) -> tuple[str, bool, set[str]]:
    """A paragraph's text without such sentences, whether one gave orders, and the labels that the orders named."""
    orders, states = _patterns()
    if not orders.search(text) and not states.search(text):
        return text, False, set()
    left: list[str] = []
    wanted: set[str] = set()
    gives_orders = False
    parts = sentences(text)
    for place, sentence in enumerate(parts):
        if orders.search(sentence):
            gives_orders = True
            wanted |= names.within(" ".join(parts[max(0, place - 1) : place + 2]))
        elif not (states.search(sentence) and names.within(sentence)):
            left.append(sentence)
    return " ".join(left), gives_orders, wanted


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words that give orders, and those that state a type."""
    entry = tomllib.loads((paths.resources() / "orders.toml").read_text(encoding="utf-8"))

    def together(patterns: Sequence[str]) -> re.Pattern[str]:
        every = "|".join(patterns)
        for name in ("this", "sorts", "sorted"):
            every = every.replace(f"{{{name}}}", entry[name])
        return re.compile(every, re.IGNORECASE | re.MULTILINE)

    return together(entry["orders"]), together(entry["states"])


def _with_text(paragraph: Paragraph, text: str) -> Paragraph:
    return (
        paragraph
        if text == paragraph.text
        else Paragraph(paragraph.number, text, paragraph.kind, paragraph.level, paragraph.page)
    )
