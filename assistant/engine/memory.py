"""How much memory a model needs with a given context, how much there is, and a refusal with figures when it does not fit."""

import ctypes
import sys
from pathlib import Path

from assistant.engine.catalogue import Model
from assistant.errors import ModelTooBig

_MB = 1 << 20
#: What llama.cpp takes besides weights and KV cache: its compute buffers, the vocabulary and the interpreter. Measured
#: with the 1.5B model and 8 192 tokens: 2 010 MB in all when there is plenty, of which 930 MB cannot be dropped (weights
#: laid out anew for the processor, KV cache, buffers) and 1 080 MB are the mapped file. The need told is 1 690 MB, and
#: for the 135M model 670 MB where 340 MB were taken.
_BESIDES = 400 * _MB
_CGROUP = Path("/sys/fs/cgroup")
_OWN_GROUPS = Path("/proc/self/cgroup")


def need(model: Model, context: int) -> int:
    """Bytes for a model's file, its KV cache of ``context`` tokens, and llama.cpp's own buffers."""
    return model.bytes + context * model.kv_bytes + _BESIDES


def free() -> int | None:
    """Bytes that can be taken without swapping; the lesser of the machine's and the control group's. None when unknown."""
    if sys.platform == "win32":
        return _free_on_windows()
    known = [bytes_ for bytes_ in (_free_on_linux(), _free_in_groups()) if bytes_ is not None]
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


def _free_in_groups() -> int | None:
    """The least that the control groups this process is in still allow it, from its own up to the root. None when unlimited."""
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
        known += [_free_in(folder) for folder in (group, *group.parents) if folder.is_relative_to(root)]
    return min((bytes_ for bytes_ in known if bytes_ is not None), default=None)


def _free_in(group: Path) -> int | None:
    """What one control group still allows (version 2, then 1). Page cache that can be dropped counts as free."""
    for limit_name, used_name in (
        ("memory.max", "memory.current"),
        ("memory.limit_in_bytes", "memory.usage_in_bytes"),
    ):
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


def _free_on_windows() -> int | None:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.available)
