"""From the name of a model to a Session: found, verified, room in memory made sure of, loaded."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.engine.engine import Identity, Stopping
from assistant.engine.memory import check
from assistant.engine.models import Store, verified
from assistant.engine.session import Session

#: Tokens of prompt and answer together. More costs memory (28 KiB a token with the default model) and is read slower.
CONTEXT = 8_192


@contextmanager
def open_session(
    asked: str | None, stopping: Stopping, *, seed: int = 0, threads: int | None = None, store: Store | None = None
) -> Iterator[Session]:
    """A session with the model asked for, by id or path; the default one without.

    Raises:
        ModelError: it is missing, unknown, changed, too big for the memory there is, or cannot be loaded.
    """
    from assistant.engine.llama import LlamaEngine  # noqa: PLC0415 - costs time and memory, so only when a model is used

    installed = verified((store or Store()).find(asked))
    model = installed.model
    context = min(CONTEXT, model.context)
    check(model, context)
    identity = Identity(model.id, model.sha256, model.family, installed.imported)
    engine = LlamaEngine(installed.path, identity, context, threads)
    try:
        yield Session(engine, stopping, seed)
    finally:
        engine.close()
