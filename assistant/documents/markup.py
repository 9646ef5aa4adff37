"""The few questions that are asked of an XML element in Word and OpenDocument files, whatever its namespace."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type


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
