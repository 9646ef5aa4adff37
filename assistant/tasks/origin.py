"""How a result was made: begun when a task begins, and asked for its Provenance when it ends."""

import time
from collections.abc import Iterable
from datetime import UTC, datetime

from assistant.engine.session import Session
from assistant.tasks.task import Provenance
from assistant.version import VERSION


class Origin:
    """The clock and the tokens of one task; ``session`` is None when no model takes part."""

    def __init__(self, session: Session | None = None) -> None:
        self._session = session
        self._began = time.monotonic()
        self._read = session.spent.read if session else 0
        self._written = session.spent.written if session else 0

    def provenance(self, prompts: Iterable[str]) -> Provenance:
        """The account, with the stamps of the prompts in the order of their use."""
        session = self._session
        model = session.identity if session else None
        return Provenance(
            app=VERSION,
            prompt=", ".join(dict.fromkeys(prompts)),
            model=model.model if model else "",
            model_sha256=model.sha256 if model else "",
            model_imported=bool(model and model.imported),
            seed=session.seed if session else 0,
            seconds=round(time.monotonic() - self._began, 2),
            tokens_read=session.spent.read - self._read if session else 0,
            tokens_written=session.spent.written - self._written if session else 0,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
