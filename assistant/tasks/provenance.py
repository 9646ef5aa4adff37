"""How a result was made, for its provenance: what a task spent between its beginning and its end."""

import time
from collections.abc import Iterable
from datetime import UTC, datetime

from assistant.engine.session import Session
from assistant.tasks.task import Provenance
from assistant.version import VERSION


class Account:
    """Kept from the beginning of a task; no session means that no model takes part."""

    def __init__(self, session: Session | None = None) -> None:
        self._session = session
        self._started = time.monotonic()
        self._read, self._written = (session.spent.read, session.spent.written) if session else (0, 0)

    def provenance(self, prompts: Iterable[str]) -> Provenance:
        """What it has come to; each prompt is named once."""
        session = self._session
        model = session.identity if session else None
        return Provenance(
            app=VERSION,
            prompt=", ".join(dict.fromkeys(prompts)),
            model=model.model if model else "",
            model_sha256=model.sha256 if model else "",
            model_imported=bool(model and model.imported),
            seed=session.seed if session else 0,
            seconds=round(time.monotonic() - self._started, 2),
            tokens_read=session.spent.read - self._read if session else 0,
            tokens_written=session.spent.written - self._written if session else 0,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
        )
