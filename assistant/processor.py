"""What this computer's processor can do, as far as Kansli needs or is quick with it. Nothing is run that it may not have."""

import ctypes
import platform
import sys
from collections.abc import Mapping
from typing import Final

#: Instructions by name: where the system's C library tells of them (leaf, register, bit), and Windows' own number.
_PLACES: Final[Mapping[str, tuple[int, int, int, int]]] = {
    "ssse3": (0, 2, 9, 36),
    "sse4.1": (0, 2, 19, 37),
    "sse4.2": (0, 2, 20, 38),
    "avx": (0, 2, 28, 39),
    "avx2": (1, 1, 5, 40),
}
#: Without these Kansli cannot run: Qt and numpy are built for them. Intel and AMD have had them since 2011 at the latest.
NEEDED: Final = ("ssse3", "sse4.1", "sse4.2")
#: Without these a model answers slowly: measured, a third to a twelfth of the speed.
QUICK: Final = ("avx2",)

#: Of the GNU C library, public since 2.33.
_TELLS: Final = "__x86_get_cpuid_feature_leaf"


def instructions() -> frozenset[str] | None:
    """Those of the known instructions that the processor has; None where the system does not tell, or it is of another kind."""
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return None
    try:
        return frozenset(name for name, place in _PLACES.items() if _has(*place))
    except (AttributeError, OSError, ValueError):
        return None


def lacking() -> tuple[str, ...]:
    """What Kansli needs and the processor has not; empty when that cannot be told."""
    known = instructions()
    return () if known is None else tuple(name for name in NEEDED if name not in known)


def is_slow() -> bool:
    """Whether it is known that a model will answer slowly."""
    known = instructions()
    return known is not None and not known.issuperset(QUICK)


class _Leaf(ctypes.Structure):
    """``struct cpuid_feature`` of the GNU C library: the registers as the processor has them, and as the system uses them."""

    _fields_ = (("cpuid", ctypes.c_uint * 4), ("active", ctypes.c_uint * 4))


def _has(leaf: int, register: int, bit: int, on_windows: int) -> bool:
    if sys.platform == "win32":
        return bool(ctypes.windll.kernel32.IsProcessorFeaturePresent(on_windows))
    told = getattr(ctypes.CDLL(None), _TELLS)
    told.restype, told.argtypes = ctypes.POINTER(_Leaf), [ctypes.c_uint]
    return bool(told(leaf).contents.active[register] >> bit & 1)
