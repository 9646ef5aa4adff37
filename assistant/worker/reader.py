"""The reader: a child that reads one document and is gone. A parser of a stranger's bytes shares a process with nothing."""

import os
from dataclasses import dataclass
from multiprocessing.connection import Connection

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.errors import DocumentDamaged, DocumentError, DocumentTooLarge, DocumentWithoutText
from assistant.worker.child import begin, failure
from assistant.worker.lockdown import Limits, lockdown
from assistant.worker.messages import Read
from assistant.worker.wire import receive, send

#: Measured: of 219 damaged and hostile PDFs none needed more in pypdf; pdfium ends some by itself at this.
MEMORY_MB = 768
#: Of the processor; the parent ends the child by the clock.
SECONDS = 30
#: Letters a page of a PDF has at least; a title page alone has fewer, a document does not.
_LETTERS = 40


@dataclass(frozen=True)
class Order:
    """What to read. ``second`` asks for the second reader of PDFs, after the first has failed."""

    name: str
    size: int
    second: bool = False


def main(connection: Connection, parent: int) -> None:
    """Receive an order and the document's bytes, answer with a Protection and then a Read or a Failed."""
    begin(parent)
    protection = lockdown(Limits(MEMORY_MB, SECONDS))
    send(connection, protection)
    order = receive(connection, Order)
    data = connection.recv_bytes(order.size)
    try:
        send(connection, Read(_document(data, order)))
    except Exception as error:  # noqa: BLE001 - every failure is told; the parent has the words
        send(connection, failure(error))
    connection.close()
    os._exit(0)  # whatever a parser has started is not waited for


def _document(data: bytes, order: Order) -> Document:
    """The document; a PDF that the first reader refuses or finds nearly nothing in, by the second if that finds more."""
    if order.second:
        return read_bytes(data, order.name, second=True)
    try:
        first = read_bytes(data, order.name)
    except (DocumentDamaged, DocumentTooLarge, DocumentWithoutText) as error:
        if error.facts.get("kind", "pdf") != "pdf" or b"%PDF-" not in data[:1024]:
            raise
        try:
            second = read_bytes(data, order.name, second=True)
        except DocumentError:
            raise error from None
        if error.facts.get("reason") == "garbled" and _is_garbled(second):
            raise error from None
        return second
    is_garbled = _is_garbled(first)
    if first.format != "pdf" or (len(first.text) >= _LETTERS * (first.pages or 1) and not is_garbled):
        return first
    try:
        second = read_bytes(data, order.name, second=True)
    except DocumentError:
        return first
    if is_garbled and not _is_garbled(second):
        return second
    return second if len(second.text) > 2 * len(first.text) else first


def _is_garbled(document: Document) -> bool:
    return any(each.why == "garbled" for each in document.unread)
