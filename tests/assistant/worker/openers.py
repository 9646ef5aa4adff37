"""How children in tests get their model: scripted, and with faults on order. Functions of a module, as a child needs them."""

import ctypes
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.engine.engine import Progress, Sampling, Stopping
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.errors import ModelUnreadable
from assistant.worker.lockdown import Limits
from assistant.worker.model import GiveUp, Loaded, Opening

SUMMARY = "Nämnden beslutade att godkänna rapporten om färdtjänsten."


@contextmanager
def scripted(order: Opening, stopping: Stopping, give_up: GiveUp) -> Iterator[Loaded]:
    """Answers each prompt with the same sentence. ``order.model`` may name a folder with marks for faults: see ``_fault``."""
    folder = Path(order.model or "/nonexistent")
    give_up(Limits(memory_mb=2048, read=(folder,)))
    if (folder / "unreadable").exists():
        raise ModelUnreadable(model="scripted")

    def answer(_prompt: str) -> str:
        _fault(folder, stopping)
        return SUMMARY

    engine = _Waiting(answer, folder / "writing")
    yield Loaded(Session(engine, stopping, order.seed), lambda: not (folder / "changed").exists())


class _Waiting(ScriptedEngine):
    """Waits after each word for as long as there is a mark, or until it is stopped."""

    def __init__(self, answer: Callable[[str], str], mark: Path) -> None:
        super().__init__(answer)
        self._mark = mark

    def write(
        self, prompt: Sequence[int], sampling: Sampling, progress: Progress, stopping: Stopping
    ) -> Iterator[bytes]:
        for word in super().write(prompt, sampling, progress, stopping):
            yield word
            while self._mark.exists() and not stopping():
                time.sleep(0.01)


def _fault(folder: Path, stopping: Stopping) -> None:
    """Die, hang or fail as a file in the folder says; the parent takes the file away to end it."""
    if (folder / "segfault").exists():
        ctypes.string_at(0)
    if (folder / "killed").exists():
        signal.raise_signal(signal.SIGKILL)
    if (folder / "exit").exists():
        os._exit(3)
    if (folder / "bug").exists():
        raise KeyError("hemliga ord ur dokumentet")
    while (folder / "deaf").exists():
        time.sleep(0.01)
    while (folder / "slow").exists() and not stopping():
        time.sleep(0.01)
