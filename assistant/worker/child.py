"""How a child begins, whatever its work: quiet, deaf to Ctrl-C, and with nothing in its surroundings that could be planted."""

import os
import signal
import sys
import threading
import traceback

from assistant import paths
from assistant.errors import AssistantError
from assistant.worker.lockdown import die_with
from assistant.worker.messages import Failed


def begin(parent: int) -> None:
    """Make this process a child: its parent decides when it stops, and nobody reads what it prints.

    Nothing is printed because parsers and llama.cpp quote documents in their remarks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)
    # Libraries look for parts and settings in the current folder, which may be the one the documents lie in.
    os.chdir(paths.bundle())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    sys.excepthook = lambda *_error: os._exit(1)
    threading.excepthook = lambda _error: os._exit(1)


def failure(error: Exception) -> Failed:
    """What to tell the parent of an error. Of a bug, the place in our own code: never its words, which may quote a document."""
    if isinstance(error, AssistantError):
        return Failed(error.code, error.facts)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(str(paths.bundle()))] or list(frames)
    where = f"{os.path.basename(ours[-1].filename)}:{ours[-1].lineno} {ours[-1].name}" if ours else ""  # noqa: PTH119
    return Failed("child-bug", {"kind": type(error).__name__, "where": where})
