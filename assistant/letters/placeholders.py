"""Placeholders in a Word document: ``{{name}}`` in running text, merge fields and content controls, all as one thing.

Word tears text into runs where nobody sees it, so a placeholder is looked for in a paragraph's whole text and put together again.
Nothing in a template is ever run: a name is looked up, and its value is set as plain text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

NAME: Final = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
PLACEHOLDER: Final = re.compile(rf"\{{\{{\s*({NAME})\s*\}}\}}")
#: Something that was meant to be one.
BROKEN: Final = re.compile(r"\{\{[^{}\n]{0,60}\}?(?:\}|$)?|\}\}|\{%.{0,60}")
_MERGE: Final = re.compile(rf"^\s*(?:MERGEFIELD|DOCVARIABLE)\s+\"?({NAME})\"?", re.IGNORECASE)
_PARAGRAPH: Final = qn("w:p")
_TEXT: Final = qn("w:t")


@dataclass(frozen=True)
class Place:
    """A paragraph that holds placeholders, and where it stands: ``body``, ``header`` or ``footer``."""

    paragraph: Any
    text: str
    names: tuple[str, ...]
    where: str

    @property
    def is_alone(self) -> bool:
        """Whether one placeholder is all that the paragraph says."""
        return PLACEHOLDER.fullmatch(self.text.strip()) is not None


def roots(document: Document) -> Iterator[tuple[Any, str]]:
    """The body, then each header and footer that the document has of its own."""
    yield document.element.body, "body"
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in {"header", "footer"} and not relation.is_external:
            yield relation.target_part.element, kind


def normalise(document: Document, known: frozenset[str]) -> None:
    """Turn merge fields, and content controls whose tag is a known name, into ``{{name}}``."""
    for root, _ in roots(document):
        for field in list(root.iter(qn("w:fldSimple"))):
            match = _MERGE.match(field.get(qn("w:instr"), ""))
            if match:
                _replace(field, _run(match.group(1).lower(), _properties(field)))
        for paragraph in list(root.iter(_PARAGRAPH)):
            _join_complex(paragraph)
        for control in list(root.iter(qn("w:sdt"))):
            tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            name = tag.get(qn("w:val"), "") if tag is not None else ""
            if name in known:
                _set_control(control, name)


def places(document: Document) -> Iterator[Place]:
    """The paragraphs with placeholders, in order."""
    for root, where in roots(document):
        for paragraph in root.iter(_PARAGRAPH):
            text = text_of(paragraph)
            names = tuple(match.group(1) for match in PLACEHOLDER.finditer(text))
            if names:
                yield Place(paragraph, text, names, where)


def broken(document: Document) -> list[str]:
    """What looks like a placeholder and is none."""
    found = []
    for root, _ in roots(document):
        for paragraph in root.iter(_PARAGRAPH):
            left = PLACEHOLDER.sub("", text_of(paragraph))
            found += [match.group() for match in BROKEN.finditer(left)]
    return found


def text_of(paragraph: Any) -> str:
    """A paragraph's own text; that of a text box in it is its own paragraph's."""
    return "".join(each.text or "" for each in _texts(paragraph))


def fill(paragraph: Any, values: Mapping[str, str]) -> None:
    """Put values in the places of a paragraph's placeholders; a line break in one stays one."""
    # From the end, so that what is put in is never looked through itself.
    for match in reversed(list(PLACEHOLDER.finditer(text_of(paragraph)))):
        _put(paragraph, match.start(), match.end(), values[match.group(1)])


def _put(paragraph: Any, start: int, end: int, value: str) -> None:
    """Replace characters of the paragraph's text; the value takes the look of the run that they begin in."""
    at, is_put = 0, False
    for text in list(_texts(paragraph)):
        said = text.text or ""
        first, last = max(0, start - at), min(len(said), end - at)
        at += len(said)
        if first >= last:
            continue
        before, after = said[:first], said[last:]
        _set_text(text, before + ("" if is_put else value) + after)
        is_put = True


def _set_text(text: Any, said: str) -> None:
    lines = said.split("\n")
    text.text = lines[0]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    last = text
    for line in lines[1:]:
        following = OxmlElement("w:t")
        following.text = line
        following.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        last.addnext(OxmlElement("w:br"))
        last.getnext().addnext(following)
        last = following


def _texts(paragraph: Any) -> Iterator[Any]:
    for text in paragraph.iter(_TEXT):
        above = text.getparent()
        while above is not None and above.tag != _PARAGRAPH:
            above = above.getparent()
        if above is paragraph:
            yield text


def _join_complex(paragraph: Any) -> None:
    """Replace merge fields that are written as runs: begin, instruction, separate, result, end."""
    started: list[Any] = []
    instruction = ""
    for run in list(paragraph.findall(qn("w:r"))):
        mark = run.find(qn("w:fldChar"))
        kind = mark.get(qn("w:fldCharType")) if mark is not None else ""
        if kind == "begin":
            started, instruction = [run], ""
        elif started:
            started.append(run)
            instruction += "".join(each.text or "" for each in run.findall(qn("w:instrText")))
            if kind == "end":
                match = _MERGE.match(instruction)
                if match:
                    _replace(started[0], _run(match.group(1).lower(), run.find(qn("w:rPr"))))
                    for each in started[1:]:
                        paragraph.remove(each)
                started = []


def _set_control(control: Any, name: str) -> None:
    content = control.find(qn("w:sdtContent"))
    if content is None:
        return
    paragraph = content.find(_PARAGRAPH)
    home = content if paragraph is None else paragraph
    properties = home.find(f".//{qn('w:rPr')}")
    for run in list(home.findall(qn("w:r"))):
        home.remove(run)
    home.append(_run(name, properties))
    showing = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
    if showing is not None:
        showing.getparent().remove(showing)


def _run(name: str, properties: Any) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    if properties is not None:
        run.append(properties)
    text.text = f"{{{{{name}}}}}"
    run.append(text)
    return run


def _properties(field: Any) -> Any:
    return field.find(f"{qn('w:r')}/{qn('w:rPr')}")


def _replace(old: Any, new: Any) -> None:
    old.addprevious(new)
    old.getparent().remove(old)
