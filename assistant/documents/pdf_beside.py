"""What a PDF shows on top of its pages: the filled fields of forms, text typed on a page; and how many comments there are."""

from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject

from assistant.documents.build import Builder
from assistant.documents.document import Notice, ParagraphKind, Unread

_ERRORS = (
    PyPdfError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    OSError,
    AssertionError,
)
#: Comments of readers: notes and marks with words of their own.
_COMMENTS = frozenset(f"/{name}" for name in "Text Highlight Underline Squiggly StrikeOut Caret Ink Stamp".split())
_MOST_ANNOTATIONS = 20_000
_MOST_FIELDS = 20_000
_DEEPEST = 20


def add_beside(builder: Builder, pdf: pypdf.PdfReader, unread: list[Unread], notices: list[Notice]) -> None:
    """Add what stands in fields and on the pages; what cannot be read is noted."""
    comments = 0
    try:
        for number, annotation in _annotations(pdf):
            kind, said = annotation.get("/Subtype"), str(annotation.get("/Contents") or "").strip()
            if kind == "/FreeText" and said:
                for line in said.splitlines():
                    builder.add(line, ParagraphKind.BOX, page=number)
            comments += kind in _COMMENTS and bool(said)
        for label, value in _fields(pdf):
            builder.add(f"{label}: {value}" if label else value)
        form = _form(pdf)
        if form is not None and "/XFA" in form:
            unread.append(Unread("form"))
    except _ERRORS:
        unread.append(Unread("form"))
    if comments:
        notices.append(Notice("comments-not-read", {"count": comments}))


def _annotations(pdf: pypdf.PdfReader) -> Iterator[tuple[int, DictionaryObject]]:
    left = _MOST_ANNOTATIONS
    for number, page in enumerate(pdf.pages, 1):
        listed = page.get("/Annots")
        listed = listed.get_object() if listed is not None else None
        if not isinstance(listed, ArrayObject):
            continue
        for place in range(len(listed)):
            annotation = listed[place].get_object()
            left -= 1
            if left < 0:
                return
            if isinstance(annotation, DictionaryObject):
                yield number, annotation


def _form(pdf: pypdf.PdfReader) -> DictionaryObject | None:
    form = pdf.root_object.get("/AcroForm")
    form = form.get_object() if form is not None else None
    return form if isinstance(form, DictionaryObject) else None


def _fields(pdf: pypdf.PdfReader) -> Iterator[tuple[str, str]]:
    """The filled fields, each with what it is called for its reader; a ticked box is marked as one."""
    form = _form(pdf)
    roots = form.get("/Fields") if form is not None else None
    roots = roots.get_object() if roots is not None else None
    tops: list[Any] = list(roots) if isinstance(roots, ArrayObject) else []
    waiting: list[tuple[Any, str, Any, int]] = [(each, "", None, 0) for each in reversed(tops)]
    left = _MOST_FIELDS
    while waiting and left:
        left -= 1
        each, kind, value, depth = waiting.pop()
        field = each.get_object()
        if not isinstance(field, DictionaryObject) or depth > _DEEPEST:
            continue
        kind, value = str(field.get("/FT", kind)), field.get("/V", value)
        kids = field.get("/Kids")
        kids = kids.get_object() if kids is not None else None
        named = [kid for kid in kids if "/T" in kid.get_object()] if isinstance(kids, ArrayObject) else []
        if named:
            waiting += [(kid, kind, value, depth + 1) for kid in reversed(named)]
            continue
        said = _said(kind, value)
        if said:
            yield str(field.get("/TU") or field.get("/T") or "").strip(), said


def _said(kind: str, value: Any) -> str:
    value = value.get_object() if value is not None else None
    if kind == "/Btn":
        return "" if value in {None, "/Off", ""} else "☒"
    if kind not in {"/Tx", "/Ch"} or value is None:
        return ""
    if isinstance(value, ArrayObject):
        return ", ".join(str(each.get_object()) for each in value)
    return str(value).strip()
