"""What a process can give up on Windows with the system's own means. Written from Microsoft's documentation; never run on Windows.

A job object limits memory, time and processes. It does not stop the network: that is the firewall rule's part, see
docs/security.md.
"""

import ctypes
from typing import Any

_EXTENDED_LIMIT_INFORMATION = 9
_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_ON_UNHANDLED_EXCEPTION, _KILL_ON_JOB_CLOSE = 0x400, 0x2000
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x1, 0x2
_HUNDRED_NANOSECONDS = 10_000_000  # in a second


class _BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _BasicLimits),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process", ctypes.c_size_t),
        ("peak_job", ctypes.c_size_t),
    )


#: Held for the life of the process: the limits end with the last handle.
_job: Any = None


def job(memory: int, cpu_s: int) -> bool:
    """Put this process into a job object of its own: no other process, so many bytes, so many seconds; 0 is no limit."""
    global _job  # noqa: PLW0603 - see above
    kernel = _kernel()
    limits = _ExtendedLimits()
    limits.basic.flags = _ACTIVE_PROCESS | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
    limits.basic.processes = 1
    if memory:
        limits.basic.flags |= _PROCESS_MEMORY
        limits.process_memory = memory
    if cpu_s:
        limits.basic.flags |= _PROCESS_TIME
        limits.basic.process_time = cpu_s * _HUNDRED_NANOSECONDS
    _job = kernel.CreateJobObjectW(None, None)
    told = kernel.SetInformationJobObject(
        ctypes.c_void_p(_job), _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
    )
    this = ctypes.c_void_p(kernel.GetCurrentProcess())
    return bool(_job and told and kernel.AssignProcessToJobObject(ctypes.c_void_p(_job), this))


def no_crash_window() -> bool:
    """No error window, and so no report to send, when this process crashes."""
    kernel = _kernel()
    kernel.SetErrorMode(_SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX)
    return bool(kernel.GetErrorMode() & _SEM_NOGPFAULTERRORBOX)


def _kernel() -> Any:
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name is there on Windows only
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    return kernel
