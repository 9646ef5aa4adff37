"""Saved e-mail: the headers that matter, the text, and the names of attachments, which are not opened."""

import email
import re
from email.message import EmailMessage, MIMEPart
from email.policy import default

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.html import add_markup
from assistant.documents.text import add_lines, decode
from assistant.errors import DocumentDamaged

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
#: A line that goes on in the next, with format=flowed (RFC 3676).
_FLOWED = re.compile(r" \r?\n(?!>|-- )")
_SHOWN = frozenset({"text/plain", "text/html"})


def read(data: bytes, name: str) -> Document:
    """Read a saved e-mail.

    Raises:
        DocumentDamaged: it has no headers of an e-mail.
    """
    message = email.message_from_bytes(data, policy=default)
    if not isinstance(message, EmailMessage) or not any(message.get(header) for header in _HEADERS):
        raise DocumentDamaged(name=name, kind="eml")
    builder = Builder()
    subject = _header(message, "Subject")
    builder.add(subject, ParagraphKind.HEADING, level=1)
    for header in _HEADERS[:-1]:
        value = _header(message, header)
        if value:
            builder.add(f"{header}: {value}")
    notices: list[Notice] = []
    body = message.get_body(preferencelist=("plain", "html"))
    unread: list[Unread] = []
    alone = () if message.is_multipart() or body is not None else (message,)  # all of it is one attachment
    for part in (body, *alone, *_others(message)):
        if part is None:
            continue
        if part is body or _is_text(part):
            notices += _add(builder, part, name)
        else:
            unread.append(Unread("attachment", name=_name(part)))
    return builder.finish(name, "eml", title=subject, reader="kansli", unread=unread, notices=notices)


def _add(builder: Builder, part: MIMEPart, name: str) -> list[Notice]:
    """Add a part's text, and say what a reader should know of it."""
    text, notices = _text(part, name)
    if part.get_content_subtype() == "html":
        return notices + add_markup(builder, text).notices()
    if part.get_param("format") == "flowed":
        text = _FLOWED.sub(" ", text)
    add_lines(builder, text, is_markdown=False, has_title=False)
    return notices


def _is_text(part: MIMEPart) -> bool:
    """Whether a part is shown with the message: what a list or a gateway adds under it."""
    return (
        part.get_content_type() in _SHOWN and not part.get_filename() and part.get_content_disposition() != "attachment"
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, IndexError):  # what the parser makes of hostile headers
        return ""


def _text(part: MIMEPart, name: str) -> tuple[str, list[Notice]]:
    """The text of a part: as it says that it is written, else as any text file."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return data.decode(str(part.get_content_charset("ascii"))), []
    except (LookupError, ValueError):
        return decode(data, name)


def _others(message: EmailMessage) -> list[MIMEPart]:
    """The parts beside the body."""
    try:
        return [part for part in message.iter_attachments() if isinstance(part, MIMEPart)]
    except (AttributeError, KeyError, TypeError, ValueError):  # a multipart message without parts
        return []


def _name(part: MIMEPart) -> str:
    try:
        name = part.get_filename() or ""
        if not name and part.get_content_type() == "message/rfc822":
            name = str(part.get_content().get("Subject", ""))
    except (LookupError, ValueError, AttributeError):
        name = ""
    return name or part.get_content_type()
