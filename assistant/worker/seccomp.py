"""Filters on system calls (Linux): what a process has given up stays given up, for its threads and its children too.

A filter is a small program in classic BPF that the kernel runs before each system call (seccomp(2)). Two are built here:
one without networks, for the whole program; one that also does without new processes, for the children.
"""

import ctypes
import platform
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06  # linux/bpf_common.h
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000  # linux/seccomp.h
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_EPERM, _EACCES, _ENOSYS = 1, 13, 38
_X32 = 0x40000000
_CLONE_THREAD = 0x00010000
_AF_UNIX = 1
_SET_MODE_FILTER, _TSYNC = 1, 1
_PR_SET_NO_NEW_PRIVS = 38


@dataclass(frozen=True)
class _Machine:
    """What a kind of processor calls things. The numbers are the kernel's, which never change."""

    audit: int
    seccomp: int
    numbers: dict[str, int]


_X86_64: Final = _Machine(
    0xC000003E,
    317,
    {
        "socket": 41, "connect": 42, "accept": 43, "sendto": 44, "sendmsg": 46, "bind": 49, "listen": 50, "socketpair": 53,
        "clone": 56, "fork": 57, "vfork": 58, "execve": 59, "kill": 62, "ptrace": 101, "mount": 165, "tkill": 200,
        "add_key": 248, "request_key": 249, "keyctl": 250, "unshare": 272, "accept4": 288, "perf_event_open": 298,
        "open_by_handle_at": 304, "sendmmsg": 307, "setns": 308, "process_vm_readv": 310, "process_vm_writev": 311, "bpf": 321,
        "execveat": 322, "userfaultfd": 323, "pidfd_send_signal": 424, "io_uring_setup": 425, "clone3": 435, "pidfd_getfd": 438,
    },
)  # fmt: skip
_AARCH64: Final = _Machine(
    0xC00000B7,
    277,
    {
        "mount": 40, "unshare": 97, "ptrace": 117, "kill": 129, "tkill": 130, "socket": 198, "socketpair": 199, "bind": 200,
        "listen": 201, "accept": 202, "connect": 203, "sendto": 206, "sendmsg": 211, "add_key": 217, "request_key": 218,
        "keyctl": 219, "clone": 220, "execve": 221, "perf_event_open": 241, "accept4": 242, "open_by_handle_at": 265, "setns": 268,
        "sendmmsg": 269, "process_vm_readv": 270, "process_vm_writev": 271, "bpf": 280, "execveat": 281, "userfaultfd": 282,
        "pidfd_send_signal": 424, "io_uring_setup": 425, "clone3": 435, "pidfd_getfd": 438,
    },
)  # fmt: skip
_MACHINES: Final = {"x86_64": _X86_64, "aarch64": _AARCH64}


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def without_network() -> bool:
    """No socket but between programs of this machine (AF_UNIX), and no io_uring, which opens sockets past any filter on them.

    Returns:
        Whether the filter took hold, for every thread.
    """
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    call = machine.numbers
    return _install(
        machine,
        [
            *_when(call["io_uring_setup"], _EPERM),
            # Other families of sockets are refused; whatever else a socket does needs one first.
            _step(_EQUAL, call["socket"], 1, 0),
            _step(_EQUAL, call["socketpair"], 0, 3),
            _step(_LOAD, _FIRST_ARGUMENT),
            _step(_EQUAL, _AF_UNIX, 1, 0),
            _step(_RETURN, _ERRNO | _EACCES),
            _step(_RETURN, _ALLOW),
        ],
    )


def without_more() -> bool:
    """No socket at all, no other process, no program, no way into another process; threads of its own are allowed.

    Returns:
        Whether the filter took hold, for every thread.
    """
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        return False
    call = machine.numbers
    others = [number for name, number in call.items() if name not in {"clone", "clone3"}]
    return _install(
        machine,
        [
            # Its flags lie behind a pointer, which a filter cannot follow; told that there is no clone3, glibc uses clone.
            *_when(call["clone3"], _ENOSYS),
            _step(_EQUAL, call["clone"], 0, 4),
            _step(_LOAD, _FIRST_ARGUMENT),
            _step(_ANY_BIT, _CLONE_THREAD, 0, 1),
            _step(_RETURN, _ALLOW),
            _step(_RETURN, _ERRNO | _EPERM),
            *(step for number in others for step in _when(number, _EACCES)),
            _step(_RETURN, _ALLOW),
        ],
    )


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One instruction, struct sock_filter; the jumps count instructions to skip."""
    return struct.pack("HBBI", code, if_true, if_false, value)


def _when(number: int, error: int) -> tuple[bytes, bytes]:
    return _step(_EQUAL, number, 0, 1), _step(_RETURN, _ERRNO | error)


def _install(machine: _Machine, rules: Sequence[bytes]) -> bool:
    steps = [
        # A call by another architecture's numbers (32 bits, x32) is nothing Kansli makes.
        _step(_LOAD, _ARCHITECTURE),
        _step(_EQUAL, machine.audit, 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        *((_step(_AT_LEAST, _X32, 0, 1), _step(_RETURN, _KILL)) if machine is _X86_64 else ()),
        *rules,
    ]
    code = b"".join(steps)
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # TSYNC: also for threads that were started before, which a filter set by prctl(2) leaves free.
    done: int = libc.syscall(machine.seccomp, _SET_MODE_FILTER, _TSYNC, ctypes.byref(program))
    return done == 0
