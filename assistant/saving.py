"""The one way to write a file: a temporary file beside it, synced, then put in its place.

Whatever happens on the way (a full disk, a crash, a refusal), the file that was there before is whole and no
temporary file is left; a file is never seen half written. Killed on the way, the program cannot tidy up: the temporary file
has a name that follows from the file's own, and the next time that file is saved it is taken away.
"""

import contextlib
import errno
import hashlib
import os
import stat
import sys
from pathlib import Path
from typing import Final

from assistant.errors import OutputError

#: What the system's refusals mean to the user; any other is ``failed``.
_REASONS: Final = {
    errno.EACCES: "forbidden",
    errno.EPERM: "forbidden",
    errno.EROFS: "forbidden",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.ENOENT: "folder",
    errno.ENOTDIR: "folder",
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "name",
    errno.EINVAL: "name",
}


def save(path: Path, data: bytes) -> None:
    """Write ``data`` as the whole content of ``path``.

    A new file gets the mode that any new file gets; one that is there keeps its mode.

    Raises:
        OutputError: with the reason ``forbidden``, ``disk-full``, ``folder`` (it is one, or there is none), ``exists``
            (a link, device or the like has the name), ``name`` (the system takes no such name) or ``failed``.
    """
    try:
        _save(path, data)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "failed")
        raise OutputError(name=path.name, reason=reason) from error
    except ValueError as error:  # a null character in the name
        raise OutputError(name=path.name, reason="name") from error


def require_place(path: Path) -> None:
    """See to it, before long work, that there is a place for the file that will be saved.

    Raises:
        OutputError: there is no such folder, or a folder has the name (reason ``folder``).
    """
    if not path.absolute().parent.is_dir() or path.is_dir():
        raise OutputError(name=path.name, reason="folder")


def _save(path: Path, data: bytes) -> None:
    mode = _present_mode(path)
    beside = path.with_name(f".kansli-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]}.tmp")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    try:
        _write(beside, data, mode)
        beside.replace(path)
    except BaseException:  # also when the user interrupts: nothing may be left
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        raise
    _sync_folder(path.parent)


def _present_mode(path: Path) -> int | None:
    """The mode of the file that is there, None when there is none; anything but an ordinary file is refused."""
    try:
        there = path.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(there.st_mode):
        raise OutputError(name=path.name, reason="folder")
    if not stat.S_ISREG(there.st_mode):
        raise OutputError(name=path.name, reason="exists")
    if not os.access(path, os.W_OK):  # replacing needs only the folder's permission, but read-only is a wish to respect
        raise OutputError(name=path.name, reason="forbidden")
    return stat.S_IMODE(there.st_mode)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, flags, 0o666)
    try:
        if mode is not None and sys.platform != "win32":
            os.fchmod(descriptor, mode)
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut; the file is in place already, and not every system can do this."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
