"""What Word's styles and numbering say of a paragraph: heading, list item, title, hidden."""

import re
from dataclasses import dataclass

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type

#: The built-in names are English in the file, but templates made by translation have their own.
_HEADING_NAME = re.compile(r"(?:heading|rubrik|överskrift|overskrift|überschrift|otsikko)\s*(\d)$", re.IGNORECASE)
_TITLE_NAMES = frozenset({"title", "titel", "dokumenttitel", "dokumentrubrik"})
_LIST_NAMES = re.compile(r"(?:list (?:bullet|number|paragraph)|punktlista|numrerad lista|lista)", re.IGNORECASE)
_DEEPEST = 9
#: A chain of based-on styles longer than this is a loop.
_LONGEST_CHAIN = 20


@dataclass(frozen=True)
class Look:
    """What a paragraph is, by its style and its own properties. Levels count from 1; 0 is none."""

    heading: int = 0
    list_level: int = 0
    is_title: bool = False


def name_of(element: Element) -> str:
    """The name without its namespace."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names; None if any is missing."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def attribute(element: Element | None, name: str) -> str:
    """An attribute's value whatever its namespace; empty if there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if str(key).rsplit("}", 1)[-1] == name), "")


def is_on(element: Element | None) -> bool:
    """Whether a switch such as ``w:vanish`` is there and not turned off."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off", "none"}


class Styles:
    """The styles and numbering of one document."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {
            attribute(each, "styleId"): each
            for each in (styles if styles is not None else ())
            if name_of(each) == "style"
        }
        self._has_numbering = numbering is not None
        self._looks: dict[str, Look] = {}

    def of(self, paragraph: Element) -> Look:
        """What a paragraph is."""
        properties = child(paragraph, "pPr")
        look = self._style(attribute(child(properties, "pStyle"), "val"))
        outline = _level(child(properties, "outlineLvl"))
        heading = outline if outline is not None else look.heading
        listed = look.list_level
        numbered = child(properties, "numPr")
        if numbered is not None:
            listed = 0 if attribute(child(numbered, "numId"), "val") == "0" else (_level(child(numbered, "ilvl")) or 1)
        return Look(heading, 0 if heading else listed, look.is_title)

    def hides(self, run_properties: Element | None) -> bool:
        """Whether a run's character style hides its text."""
        style = self._styles.get(attribute(child(run_properties, "rStyle"), "val"))
        return any(is_on(child(each, "rPr", "vanish")) for each in self._chain(style))

    def _style(self, identity: str) -> Look:
        if identity not in self._looks:
            self._looks[identity] = self._look(self._styles.get(identity), identity)
        return self._looks[identity]

    def _look(self, style: Element | None, identity: str) -> Look:
        heading, listed, title = 0, 0, False
        for each in self._chain(style):
            name = attribute(child(each, "name"), "val")
            named = _HEADING_NAME.match(name)
            outline = _level(child(each, "pPr", "outlineLvl"))
            heading = heading or (int(named.group(1)) if named else 0) or (outline or 0)
            numbered = child(each, "pPr", "numPr")
            if not listed and (numbered is not None or _LIST_NAMES.match(name)):
                listed = _level(child(numbered, "ilvl")) or 1
            title = title or name.lower() in _TITLE_NAMES
        if style is None and (named := _HEADING_NAME.match(identity)):  # styles.xml is missing
            heading = int(named.group(1))
        return Look(min(heading, _DEEPEST), 0 if heading else listed, title)

    def _chain(self, style: Element | None) -> list[Element]:
        """A style and those it is based on."""
        chain: list[Element] = []
        while style is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            style = self._styles.get(attribute(child(style, "basedOn"), "val"))
        return chain


def _level(element: Element | None) -> int | None:
    """A level counted from 1; 9 in the file means body text, which is none."""
    value = attribute(element, "val")
    if not value.isdecimal():
        return None
    level = int(value) + 1 if len(value) < 3 else 0  # noqa: PLR2004 - more digits than any level has
    return level if level <= _DEEPEST else 0
