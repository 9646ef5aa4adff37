"""Saved e-mail: the headers that matter, the text, and the names of attachments, which are not opened."""

import email
from email.message import EmailMessage, MIMEPart
from email.policy import default

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind, Unread
from assistant.documents.html import add_markup
from assistant.documents.text import add_lines
from assistant.errors import DocumentDamaged

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
#: Messages in messages deeper than this are not looked into.
_DEEPEST = 20


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
    if body is not None:
        text = _text(body)
        if body.get_content_subtype() == "html":
            if add_markup(builder, text).hid:
                notices.append(Notice("hidden-text"))
        else:
            add_lines(builder, text, is_markdown=False, has_title=False)
    unread = [Unread("attachment", name=attached) for attached in _attachments(message, 0)]
    return builder.finish(name, "eml", title=subject, reader="kansli", unread=unread, notices=notices)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, IndexError):  # what the parser makes of hostile headers
        return ""


def _text(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):  # an unknown encoding or character set
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", "replace") if isinstance(payload, bytes) else ""


def _attachments(message: EmailMessage, depth: int) -> list[str]:
    names: list[str] = []
    if depth > _DEEPEST:
        return names
    for part in message.iter_attachments():
        name = part.get_filename() or part.get_content_type()
        names.append(" ".join(str(name).split()))
    return names
