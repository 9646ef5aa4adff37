"""Opens a file that the user chose, and nothing else: no link is followed, no device or FIFO can make the program wait."""

import errno
import os
import stat
from pathlib import Path

from assistant.documents.limits import MAX_FILE
from assistant.errors import (
    DocumentEmpty,
    DocumentForbidden,
    DocumentIsLink,
    DocumentMissing,
    DocumentNotAFile,
    DocumentTooLarge,
)

_REPARSE_POINT = 0x400  # FILE_ATTRIBUTE_REPARSE_POINT of the Windows API


def name_of(path: Path) -> str:
    """A file's name without its folder, as text: what the system's names hold of bytes that are no text is marked."""
    name = path.name or str(path)
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def open_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file.

    Raises:
        DocumentMissing, DocumentIsLink, DocumentNotAFile, DocumentForbidden, DocumentEmpty, DocumentTooLarge: each says what
            stands in the way.
    """
    name = name_of(path)
    try:
        _must_be_ordinary(os.lstat(path), name)
        # Non-blocking and not following: what was looked at a moment ago may have been exchanged since.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        descriptor = os.open(path, flags)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DocumentMissing(name=name) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        if getattr(error, "errno", errno.EINVAL) in {errno.ENAMETOOLONG, errno.EINVAL}:
            raise DocumentMissing(name=name) from error  # nothing can have such a name
        raise DocumentForbidden(name=name) from error
    with os.fdopen(descriptor, "rb") as file:
        size = _must_be_ordinary(os.fstat(descriptor), name)
        try:
            data = file.read(MAX_FILE + 1)
        except OSError as error:
            raise DocumentForbidden(name=name) from error
    if not data and not size:
        raise DocumentEmpty(name=name)
    if len(data) > MAX_FILE:
        raise DocumentTooLarge(name=name, limit=MAX_FILE >> 20, unit="MB")
    return data


def _must_be_ordinary(status: os.stat_result, name: str) -> int:
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_file_attributes", 0) & _REPARSE_POINT:
        raise DocumentIsLink(name=name)
    if not stat.S_ISREG(status.st_mode):
        raise DocumentNotAFile(name=name)
    if status.st_size > MAX_FILE:
        raise DocumentTooLarge(name=name, limit=MAX_FILE >> 20, unit="MB")
    return status.st_size
