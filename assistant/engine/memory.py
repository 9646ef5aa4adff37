"""How much memory a model needs with a given context, how much there is, and a refusal with figures when it does not fit."""

import contextlib
import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

from assistant.engine.catalogue import Model
from assistant.errors import ModelTooBig

_MB = 1 << 20
#: What llama.cpp lays out anew for the processor, as a share of the file, which stays mapped beside it. It does so with some
#: kinds of weights only: 0.58 of the 1.5B model (Q4_K_M) were measured, and nothing of the 135M model (Q4_1).
_LAID_OUT_ANEW = 0.6
#: What a child takes besides: the interpreter, the vocabulary and llama.cpp's compute buffers. With 8 192 tokens the whole
#: child took 2 014 MB at most with the 1.5B model, where 2 028 MB are told, and 358 MB with the 135M model, where 430 are.
_BESIDES = 100 * _MB
_CGROUP = Path("/sys/fs/cgroup")
_OWN_GROUPS = Path("/proc/self/cgroup")
#: A group's limit and what it has used, in version 2 and in version 1.
_FILES = (("memory.max", "memory.current"), ("memory.limit_in_bytes", "memory.usage_in_bytes"))


def need(model: Model, context: int) -> int:
    """Bytes that a child takes at most with a model: its file, what is laid out anew of it, ``context`` tokens' KV cache, buffers.

    With less it works too, since the file's pages can be dropped, but reads them from the disk again and again.
    """
    return model.bytes + int(model.bytes * _LAID_OUT_ANEW) + context * model.kv_bytes + _BESIDES


def free() -> int | None:
    """Bytes that can be taken without swapping; the lesser of the machine's and the control group's. None when unknown."""
    if sys.platform == "win32":
        status = _status_on_windows()
        return int(status.available) if status else None
    known = [bytes_ for bytes_ in (_told_by_linux("MemAvailable:"), _least_in_groups(_free_in)) if bytes_ is not None]
    return min(known, default=None)


def total() -> int | None:
    """Bytes of memory in all; the lesser of the machine's and the control group's. None when unknown."""
    if sys.platform == "win32":
        status = _status_on_windows()
        return int(status.total) if status else None
    known = [bytes_ for bytes_ in (_told_by_linux("MemTotal:"), _least_in_groups(_limit_of)) if bytes_ is not None]
    return min(known, default=None)


def check(model: Model, context: int, most: int | None = None) -> None:
    """Refuse a model that does not fit, or needs more than ``most`` bytes.

    Raises:
        ModelTooBig: with ``needed_mb`` and ``free_mb``.
    """
    there, needed = at_most(free(), most), need(model, context)
    if there is not None and needed > there:
        raise ModelTooBig(model=model.id, needed_mb=needed // _MB, free_mb=there // _MB)


def at_most(there: int | None, most: int | None) -> int | None:
    """The lesser of what there is and what may be used; None where neither is known."""
    return min((bytes_ for bytes_ in (there, most) if bytes_ is not None), default=None)


def _told_by_linux(name: str) -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    kilobytes = next((line.split()[1] for line in lines if line.startswith(name)), None)
    return int(kilobytes) * 1024 if kilobytes else None


def _least_in_groups(of: Callable[[Path], int | None]) -> int | None:
    """The least that holds for the control groups this process is in, from its own up to the root. None when unlimited."""
    try:
        own = _OWN_GROUPS.read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        own = []
    known = []
    # In a container the root is the container's own group, whatever its name is outside.
    for line in ["0::/", "0:memory:/", *own]:
        _, _, where = line.partition(":")
        kinds, _, name = where.partition(":")
        if kinds and "memory" not in kinds.split(","):
            continue
        root = _CGROUP / "memory" if kinds else _CGROUP
        group = root / name.strip("/")
        known += [of(folder) for folder in (group, *group.parents) if folder.is_relative_to(root)]
    return min((bytes_ for bytes_ in known if bytes_ is not None), default=None)


def _limit_of(group: Path) -> int | None:
    """What one control group allows in all (version 2, then 1)."""
    for limit_name, _ in _FILES:
        with contextlib.suppress(OSError, ValueError):
            return int((group / limit_name).read_text(encoding="ascii"))
    return None


def _free_in(group: Path) -> int | None:
    """What one control group still allows (version 2, then 1). Page cache that can be dropped counts as free."""
    for limit_name, used_name in _FILES:
        try:
            limit = (group / limit_name).read_text(encoding="ascii").strip()
            used = int((group / used_name).read_text(encoding="ascii"))
            stat = dict(line.split(" ", 1) for line in (group / "memory.stat").read_text(encoding="ascii").splitlines())
        except (OSError, ValueError):
            continue
        if limit == "max":
            return None
        # Version 1 counts the groups beneath it in "total_…" only; version 2 always does.
        cached = int(stat.get("total_inactive_file", stat.get("inactive_file", 0)))
        return max(0, int(limit) - used + cached)
    return None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows API."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("rest", ctypes.c_ulonglong * 5),
    )


def _status_on_windows() -> _MemoryStatus | None:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return status
