"""What this computer has for a model and for documents: memory, room on the disk, cores, and which protection takes hold."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from assistant import paths
from assistant.engine import memory
from assistant.engine.llama import default_threads
from assistant.policy import in_force
from assistant.worker.lockdown import Protection


@dataclass(frozen=True)
class Machine:
    """What was found.

    Attributes:
        memory: bytes that a model may have in all, no more than IT allows; None when the system does not tell.
        memory_free: those of them that can be taken without swapping; None when the system does not tell.
        disk_free: bytes free where the user's models are kept; None when the system does not tell.
        cores: of the processor.
        threads: that a model works with.
        protection: what takes hold in a reader; None until that has been tried.
    """

    memory: int | None
    memory_free: int | None
    disk_free: int | None
    cores: int
    threads: int
    protection: Protection | None = None


def look(threads: int = 0) -> Machine:
    """What can be told at once; ``threads`` is what was chosen, 0 when nothing was. What protects is for ``protection``."""
    most = in_force().memory
    return Machine(
        memory.at_most(memory.total(), most),
        memory.at_most(memory.free(), most),
        room(paths.models()),
        os.cpu_count() or 1,
        threads or default_threads(),
    )


def protection() -> Protection:
    """What takes hold in a reader on this computer; a child is started to see. What cannot be tried is not said to hold."""
    from assistant.worker import client  # noqa: PLC0415 - it knows how documents are read, which not everyone needs

    try:
        return client.protection()
    except Exception:  # noqa: BLE001 - whatever is wrong, the answer is that nothing was seen to hold
        return Protection()


def room(folder: Path) -> int | None:
    """Bytes free on the disk where a folder is, or will be made."""
    there = next((each for each in (folder, *folder.parents) if each.is_dir()), None)
    try:
        return shutil.disk_usage(there).free if there else None
    except OSError:
        return None
