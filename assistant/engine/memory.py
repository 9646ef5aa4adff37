"""How much memory a model needs with a given context, how much there is, and a refusal with figures when it does not fit."""

import ctypes
import sys
from pathlib import Path

from assistant.engine.models import Model
from assistant.errors import ModelTooBig

_MB = 1 << 20
#: What llama.cpp takes besides weights and KV cache: its compute buffers, the vocabulary and the interpreter.
#: Measured with the 1.5B model at batches of 256: 0.31 GB.
_BESIDES = 400 * _MB
_CGROUP = Path("/sys/fs/cgroup")


def need(model: Model, context: int) -> int:
    """Bytes for a model's file, its KV cache of ``context`` tokens, and llama.cpp's own buffers."""
    return model.bytes + context * model.kv_bytes + _BESIDES


def free() -> int | None:
    """Bytes that can be taken without swapping; the lesser of the machine's and the control group's. None when unknown."""
    if sys.platform == "win32":
        return _free_on_windows()
    known = [bytes_ for bytes_ in (_free_on_linux(), _free_in_group()) if bytes_ is not None]
    return min(known, default=None)


def check(model: Model, context: int) -> None:
    """Refuse a model that does not fit.

    Raises:
        ModelTooBig: with ``needed_mb`` and ``free_mb``.
    """
    there, needed = free(), need(model, context)
    if there is not None and needed > there:
        raise ModelTooBig(model=model.id, needed_mb=needed // _MB, free_mb=there // _MB)


def _free_on_linux() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    kilobytes = next((line.split()[1] for line in lines if line.startswith("MemAvailable:")), None)
    return int(kilobytes) * 1024 if kilobytes else None


def _free_in_group() -> int | None:
    """What a container may still take (cgroup v2, then v1). Reclaimable page cache counts as free."""
    for limit_name, used_name in (
        ("memory.max", "memory.current"),
        ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes"),
    ):
        try:
            limit = (_CGROUP / limit_name).read_text(encoding="ascii").strip()
            used = int((_CGROUP / used_name).read_text(encoding="ascii"))
            stat = (_CGROUP / limit_name).with_name("memory.stat").read_text(encoding="ascii")
        except (OSError, ValueError):
            continue
        if limit == "max":
            return None
        cached = next((int(line.split()[1]) for line in stat.splitlines() if line.startswith("inactive_file ")), 0)
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


def _free_on_windows() -> int | None:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.available)
