"""Which files a process may still touch (Linux): Landlock, landlock(7). What has been given up cannot be taken back."""

import ctypes
import os
import struct
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_CREATE, _ADD, _RESTRICT = 444, 445, 446  # system calls, the same on every machine
_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
#: Rights over files by version of the interface: the first 13; REFER; TRUNCATE; IOCTL_DEV.
_FILE_RIGHTS: Final = ((1, (1 << 13) - 1), (2, 1 << 13), (3, 1 << 14), (5, 1 << 15))
_TCP_RIGHTS: Final = 0b11  # bind and connect, from version 4
_SCOPES: Final = 0b11  # abstract Unix sockets and signals outside, from version 6
_PR_SET_NO_NEW_PRIVS = 38


def read_only(paths: Iterable[Path]) -> int:
    """Let this thread, and those it starts, read what is beneath ``paths`` and touch no other file.

    Returns:
        The version of Landlock that took hold, 0 when none did.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    version: int = libc.syscall(_CREATE, None, ctypes.c_size_t(0), _VERSION)
    if version < 1:
        return 0
    handled = sum(rights for since, rights in _FILE_RIGHTS if version >= since)
    attributes = struct.pack("QQQ", handled, _TCP_RIGHTS if version >= 4 else 0, _SCOPES if version >= 6 else 0)  # noqa: PLR2004
    size = 8 if version < 4 else 16 if version < 6 else 24  # noqa: PLR2004 - the versions that added a field
    rules: int = libc.syscall(_CREATE, attributes, ctypes.c_size_t(size), 0)
    if rules < 0:
        return 0
    try:
        for path in paths:
            _allow(libc, rules, path)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return version if libc.syscall(_RESTRICT, rules, 0) == 0 else 0
    finally:
        os.close(rules)


def _allow(libc: ctypes.CDLL, rules: int, path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:  # what is not there needs no permission
        return
    try:
        rights = _READ_FILE | _READ_FOLDER if path.is_dir() else _READ_FILE
        libc.syscall(_ADD, rules, _PATH_BENEATH, struct.pack("=Qi", rights, descriptor), 0)
    finally:
        os.close(descriptor)
