"""What Word's styles and numbering say of a paragraph: heading, list item, title, hidden."""

import re
from dataclasses import dataclass, replace

from assistant.documents.docx_numbering import Numbering
from assistant.documents.markup import Element, attribute, child, is_on, name_of

#: The built-in names are English in the file, but templates made by translation have their own.
_HEADING_NAME = re.compile(r"(?:heading|rubrik|överskrift|overskrift|überschrift|otsikko)\s*(\d)(?!\d)", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel", "dokumenttitel", "dokumentrubrik"})
_LIST_NAMES = re.compile(r"(?:list (?:bullet|number|paragraph)|punktlista|numrerad lista|lista)", re.IGNORECASE)
_DEEPEST = 9
#: A chain of based-on styles longer than this is a loop.
_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """What a paragraph is, by its style and its own properties. Levels count from 1; 0 is none.

    Attributes:
        heading: its level.
        list_level: its depth in a list.
        is_title: whether it is the document's title.
        is_hidden: whether its style hides it.
        is_bold: whether its style makes it bold.
        number: the list that numbers it, empty for none.
        number_level: its level in that list, from 0.
    """

    heading: int = 0
    list_level: int = 0
    is_title: bool = False
    is_hidden: bool = False
    is_bold: bool = False
    number: str = ""
    number_level: int = 0


class Styles:
    """The styles and numbering of one document."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for each in styles if styles is not None else ():
            if name_of(each) == "style":
                self._styles[attribute(each, "styleId")] = each
                if attribute(each, "type") == "paragraph" and attribute(each, "default") in {"1", "true", "on"}:
                    self._default = attribute(each, "styleId")
        self._looks: dict[str, Look] = {}

    def of(self, paragraph: Element, numbering: Numbering) -> Look:
        """What a paragraph is."""
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val") or self._default
        look = self._style(style)
        outline = _level(child(properties, "outlineLvl"))
        heading = outline if outline is not None else look.heading
        listed, number, level = look.list_level, look.number, look.number_level
        numbered = child(properties, "numPr")
        if numbered is not None:
            number = attribute(child(numbered, "numId"), "val") or number
            own = _level(child(numbered, "ilvl"))
            level = own - 1 if own else level
            listed = 0 if number == "0" else level + 1
        elif number:
            level = max(level, numbering.level_of(number, style))
        return replace(
            look,
            heading=heading,
            list_level=0 if heading else listed,
            number="" if number == "0" else number,
            number_level=level,
        )

    def hides(self, run_properties: Element | None) -> bool:
        """Whether a run's character style hides its text."""
        style = self._styles.get(attribute(child(run_properties, "rStyle"), "val"))
        return any(is_on(child(each, "rPr", "vanish")) for each in self._chain(style))

    def _style(self, identity: str) -> Look:
        if identity not in self._looks:
            self._looks[identity] = self._look(self._styles.get(identity), identity)
        return self._looks[identity]

    def _look(self, style: Element | None, identity: str) -> Look:
        look = Look()
        for each in reversed(self._chain(style)):  # the style itself has the last word
            look = _changed(look, each)
        if style is None and (named := _HEADING_NAME.match(identity)):  # styles.xml is missing
            look = Look(heading=int(named.group(1)))
        return replace(look, heading=min(look.heading, _DEEPEST), list_level=0 if look.heading else look.list_level)

    def _chain(self, style: Element | None) -> list[Element]:
        """A style and those it is based on."""
        chain: list[Element] = []
        while style is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self._styles.get(attribute(child(style, "basedOn"), "val"))
        return chain


def _changed(look: Look, style: Element) -> Look:
    """A look as a style changes it that is based on it."""
    name = attribute(child(style, "name"), "val")
    named = _HEADING_NAME.match(name)
    outline = _level(child(style, "pPr", "outlineLvl"))
    heading = int(named.group(1)) if named else outline if outline is not None else look.heading
    numbered = child(style, "pPr", "numPr")
    number, level, listed = look.number, look.number_level, look.list_level
    if numbered is not None:
        number = attribute(child(numbered, "numId"), "val") or number
        own = _level(child(numbered, "ilvl"))
        level = own - 1 if own else level
        listed = 0 if number == "0" else level + 1
    elif _LIST_NAMES.match(name):
        listed = listed or 1
    hidden, bold = child(style, "rPr", "vanish"), child(style, "rPr", "b")
    return Look(
        heading,
        listed,
        look.is_title or name.lower() in _TITLE_NAMES,
        look.is_hidden if hidden is None else is_on(hidden),
        look.is_bold if bold is None else is_on(bold),
        "" if number == "0" else number,
        level,
    )


def _level(element: Element | None) -> int | None:
    """A level counted from 1; 9 in the file means body text, which is none."""
    value = attribute(element, "val")
    if not value.isdecimal():
        return None
    level = int(value) + 1 if len(value) < 3 else 0  # noqa: PLR2004 - more digits than any level has
    return level if level <= _DEEPEST else 0
