"""Which of two programs runs: the one that opens documents and has no network, or the one that fetches models and opens none.

Each ends with a code that may ask for the other. On Linux what a process has given up it cannot take back, nor can what it
starts; so this process stays as it is, with nothing loaded and nothing to read, and lets a copy of itself be the program.
See docs/decisions/0011-two-programs.md.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Final

#: Exit codes that ask for a program.
DOCUMENTS: Final = 64
MODELS: Final = 65
#: Ends that another program may ask for; Ctrl-C reaches the program from the terminal by itself.
_PASSED_ON: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def documents(arguments: list[str]) -> int:
    """The window with documents. It gives up networks before anything else."""
    from assistant.worker.lockdown import no_network  # noqa: PLC0415 - nothing may come before it

    is_offline = no_network()
    from desktop.app import run  # noqa: PLC0415 - as above

    return run(arguments, is_offline=is_offline)


def models(arguments: list[str]) -> int:
    """The window that fetches models."""
    from desktop.setup import run  # noqa: PLC0415 - it is seldom needed

    return run(arguments)


PROGRAMS: Final[Mapping[int, Callable[[list[str]], int]]] = {DOCUMENTS: documents, MODELS: models}


def launch(arguments: list[str], programs: Mapping[int, Callable[[list[str]], int]] = PROGRAMS) -> int:
    """Run the window with documents, then whatever is asked for; the exit code of the last."""
    code = DOCUMENTS
    while code in programs:
        program = programs[code]
        child = _copy()
        if not child:
            return program(arguments) if child == 0 else _in_turn(code, arguments, programs)
        code = _end_of(child)
    return code


def _copy() -> int | None:
    """The number of a copy of this process, 0 in the copy itself; None on systems where nothing is given up for good."""
    if sys.platform != "linux":
        return None
    signal.pthread_sigmask(signal.SIG_BLOCK, _PASSED_ON)  # until both know what to do with them
    child = os.fork()
    if child == 0:
        for number in _PASSED_ON:
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop runs no Python that could hear it
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    return child


def _in_turn(code: int, arguments: list[str], programs: Mapping[int, Callable[[list[str]], int]]) -> int:
    while code in programs:
        code = programs[code](arguments)
    return code


def _end_of(child: int) -> int:
    """Wait for a copy, and pass on to it what asks this process to end; its exit code, as shells tell it."""

    def pass_on(number: int, _frame: FrameType | None) -> None:
        os.kill(child, number)

    for number in _PASSED_ON:
        signal.signal(number, pass_on)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _PASSED_ON)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code
