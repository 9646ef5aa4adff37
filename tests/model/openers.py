"""How children in these tests get a model from a file that no list knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.engine import opening
from assistant.engine.engine import Identity, Sampling, Stopping
from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.worker.lockdown import Limits
from assistant.worker.model import GiveUp, Loaded, Opening

_CONTEXT = 512


@contextmanager
def unverified(order: Opening, stopping: Stopping, give_up: GiveUp) -> Iterator[Loaded]:
    """Load the file at ``order.model`` as if the user had imported it, let it say some words, and answer from a script."""
    from assistant.engine.llama import LlamaEngine  # noqa: PLC0415 - in the child only

    path = Path(order.model or "")
    opening.prepare()
    give_up(Limits(memory_mb=2048, read=(path,)))
    engine = LlamaEngine(path, Identity("damaged", "", "chatml", imported=True), _CONTEXT, 1)
    prompt = engine.tokens("Nämnden beslutar")
    said = engine.write(prompt, Sampling(), lambda _done, _total: None, stopping)
    for _ in zip(range(3), said, strict=False):
        pass
    yield Loaded(Session(ScriptedEngine(["Nämnden beslutade att godkänna rapporten."]), stopping))
