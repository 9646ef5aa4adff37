"""What a process gives up for good, and an honest answer to what took hold.

``no_network`` is for the whole program, in the first line of both front doors. ``lockdown`` is for the children: after
their imports and before they touch a document or a model. Nothing here needs privileges or another program. What was
measured on Linux, and what attackers have tried on others, is in docs/security.md.
"""

import contextlib
import os
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import paths

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4
_SIGKILL = 9
_MB = 1 << 20
#: Where the system keeps the libraries that a late import may need, and the list of them.
_LIBRARIES = tuple(map(Path, ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache")))


@dataclass(frozen=True)
class Limits:
    """What a child may use at most; 0 is no limit.

    Attributes:
        memory_mb: address space.
        cpu_s: seconds of processor time.
        read: files and folders it may read besides the program's own.
    """

    memory_mb: int = 0
    cpu_s: int = 0
    read: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Protection:
    """What took hold in a child.

    Attributes:
        limits: it is ended when it takes too much memory or time, and can write no file.
        no_dump: nothing of its memory lands in a crash dump, and other programs of the user cannot look into it.
        files: the version of Landlock that keeps it from all files but the program's and those named; 0 when none does.
        calls: it has no network, cannot start a process or look into one (seccomp, or a job object without the network).
        network: it has no network.
        threads: how many it had at that moment; Landlock holds for one, so any more are outside it.
    """

    limits: bool = False
    no_dump: bool = False
    files: int = 0
    calls: bool = False
    network: bool = False
    threads: int = 1

    @property
    def whole(self) -> bool:
        """Whether every layer took hold."""
        return self.limits and self.no_dump and self.files > 0 and self.calls and self.network and self.threads == 1


def no_network() -> bool:
    """Give up networks for this process and all that it starts; whether it took hold. Only on Linux so far."""
    _no_dumps()
    if sys.platform != "linux":
        return False
    from assistant.worker import seccomp  # noqa: PLC0415 - Linux only

    return seccomp.without_network()


def lockdown(limits: Limits) -> Protection:
    """Give up all that a child does not need; call it while there is one thread."""
    if sys.platform == "win32":
        from assistant.worker import windows  # noqa: PLC0415 - Windows only

        return Protection(limits=windows.job(limits.memory_mb * _MB, limits.cpu_s), no_dump=windows.no_crash_window())
    limited = _limit(limits)
    if sys.platform != "linux":
        return Protection(limits=limited, no_dump=True)
    from assistant.worker import landlock, seccomp  # noqa: PLC0415 - Linux only

    threads = len(list(Path("/proc/self/task").iterdir()))
    no_dump = _no_dumps()
    files = landlock.read_only((*program_folders(), *_LIBRARIES, *limits.read))
    calls = seccomp.without_more()
    return Protection(limited, no_dump, files, calls, network=calls, threads=threads)


def program_folders() -> tuple[Path, ...]:
    """Where the program's own files lie: code, Python, prompts and resources; a late import needs them."""
    known = {paths.bundle(), Path(sys.prefix), Path(sys.base_prefix), *map(Path, sysconfig.get_paths().values())}
    if paths.is_installed():
        known.add(Path(sys.executable))  # all of the program's Python is packed at its end
    # Debian keeps its Python under /usr, and a virtual environment may stand in the user's home; never a home itself.
    return tuple(sorted(path for path in known if path not in {Path("/"), Path.home()}))


def _limit(limits: Limits) -> bool:
    import resource  # noqa: PLC0415 - not on Windows

    wanted = [(resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)]
    if limits.memory_mb:
        wanted.append((resource.RLIMIT_AS, limits.memory_mb * _MB))
    if limits.cpu_s:
        wanted.append((resource.RLIMIT_CPU, limits.cpu_s))
    try:
        for which, most in wanted:
            _, hard = resource.getrlimit(which)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(which, (allowed, allowed))
    except (OSError, ValueError):
        return False
    return True


def _no_dumps() -> bool:
    """No memory in crash dumps (Linux, macOS), nor readable by the user's other programs (Linux)."""
    if sys.platform == "win32":
        from assistant.worker import windows  # noqa: PLC0415 - Windows only

        return windows.no_crash_window()
    import resource  # noqa: PLC0415 - not on Windows

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
    import ctypes  # noqa: PLC0415 - costs time that the other systems need not spend

    done: int = ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return done == 0


def die_with(parent: int) -> None:
    """Make this process end when the one that started it does (Linux; elsewhere it notices the closed pipe)."""
    if sys.platform != "linux":
        return
    import ctypes  # noqa: PLC0415 - Linux only

    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it has gone meanwhile
        os._exit(1)


def layers(protection: Protection) -> Mapping[str, bool]:
    """The layers by name, and whether each took hold."""
    return {
        "limits": protection.limits,
        "no_dump": protection.no_dump,
        "files": protection.files > 0 and protection.threads == 1,
        "calls": protection.calls,
        "network": protection.network,
    }


def missing(protection: Protection) -> Sequence[str]:
    """The layers that did not take hold; empty when all did."""
    return [name for name, is_held in layers(protection).items() if not is_held]
