"""From the name of a model to a Session: found, room in memory made sure of, verified, loaded."""

from collections.abc import Iterator
from contextlib import contextmanager

from assistant.engine.engine import Identity, Stopping
from assistant.engine.memory import check
from assistant.engine.models import Installed, Store, verified
from assistant.engine.session import Session
from assistant.policy import in_force

#: Tokens of prompt and answer together. More costs memory (28 KiB a token with the default model) and is read slower.
CONTEXT = 8_192


@contextmanager
def open_session(
    asked: str | None, stopping: Stopping, *, seed: int = 0, threads: int | None = None, store: Store | None = None
) -> Iterator[Session]:
    """A session in this process with the model asked for, by id or path; the default one without.

    Raises:
        ModelError: it is missing, unknown, changed, too big for the memory there is, or cannot be loaded.
    """
    with loaded(choose(asked, store), stopping, seed=seed, threads=threads) as session:
        yield session


def choose(asked: str | None, store: Store | None = None) -> Installed:
    """The model asked for, by id or path, not yet verified; the default one without.

    Raises:
        ModelError: it is missing, unknown, or too big for the memory there is.
    """
    installed = (store or Store()).find(asked)
    check(installed.model, context_of(installed), in_force().memory)
    return installed


def context_of(installed: Installed) -> int:
    """How many tokens a session with this model has."""
    return min(CONTEXT, installed.model.context)


def prepare() -> None:
    """Load llama.cpp, so that nothing but the model's file is needed after."""
    from assistant.engine import llama  # noqa: PLC0415 - costs time and memory, so only when a model is used

    llama.binding()


@contextmanager
def loaded(installed: Installed, stopping: Stopping, *, seed: int = 0, threads: int | None = None) -> Iterator[Session]:
    """A session with a model, once its file has been read through and has the hash on the list.

    Raises:
        ModelError: it is changed or cannot be loaded.
    """
    from assistant.engine.llama import LlamaEngine  # noqa: PLC0415 - as above

    model = verified(installed).model
    identity = Identity(model.id, model.sha256, model.family, installed.imported)
    engine = LlamaEngine(installed.path, identity, context_of(installed), threads)
    try:
        yield Session(engine, stopping, seed)
    finally:
        engine.close()
