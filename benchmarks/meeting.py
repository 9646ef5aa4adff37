"""A transcript of 10 000 words made into minutes: seconds, and tokens of it that were read more than once in the job."""

import time
from collections.abc import Sequence

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.engine.engine import Engine, Identity
from assistant.engine.llama import LlamaEngine
from assistant.engine.models import Store
from assistant.engine.opening import context_of
from assistant.engine.session import Answer, Session
from assistant.engine.templates import Message, render
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from benchmarks.texts import meeting

WORDS = 10_000


class Watched(Session):
    """A session that counts the tokens of document text it reads; a prompt holds that text before its last paragraph."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._before: list[int] = []
        self._parts: set[str] = set()
        self.document_read = 0
        self.document_once = 0
        self.questions = 0

    def ask(self, messages: Sequence[Message], room: int, **how: object) -> Answer:
        """Count, then ask."""
        shown, _, asked = messages[-1].text.rpartition("\n\n")
        pieces = render(self.identity.family, messages)
        turn = next(n for n, piece in enumerate(pieces) if piece.text.endswith(asked))
        sizes = [len(self._engine.tokens(piece.text, control=piece.control)) for piece in pieces[:turn]]
        role = pieces[turn].text.removesuffix(messages[-1].text)
        begins = sum(sizes) + len(self._engine.tokens(role))
        ends = sum(sizes) + len(self._engine.tokens(f"{role}{shown}"))
        prompt = [token for piece in pieces for token in self._engine.tokens(piece.text, control=piece.control)]
        same = next(
            (n for n, (old, new) in enumerate(zip(self._before, prompt, strict=False)) if old != new),
            min(len(self._before), len(prompt)),
        )
        self.document_read += max(0, ends - max(same, begins))
        if shown not in self._parts:
            self._parts.add(shown)
            self.document_once += ends - begins
        self.questions += 1
        self._before = prompt
        return super().ask(messages, room, **how)  # type: ignore[arg-type]


def measure(asked: str | None) -> list[dict[str, object]]:
    """One row for each way: the program alone, and with the model."""
    document = read_bytes(meeting(WORDS).encode(), "meeting.txt")
    rows = [_row("tables alone", document, None)]
    installed = Store().find(asked)
    identity = Identity(installed.model.id, installed.model.sha256, installed.model.family)
    engine = LlamaEngine(installed.path, identity, context_of(installed))
    rows.append(_row("with the model", document, Watched(engine)))
    engine.close()
    return rows


def _row(way: str, document: Document, session: Watched | None) -> dict[str, object]:
    words = len(document.text.split())
    began = time.monotonic()
    result = carry_out(Job(document, Options("minutes")), session, lambda _event: None)
    seconds = time.monotonic() - began
    made = result.provenance
    row: dict[str, object] = {
        "way": way,
        "words": words,
        "seconds for 10 000 words": round(seconds * 10_000 / words, 1),
        "read": f"{result.coverage.read}/{result.coverage.paragraphs}",
        "tokens read": made.tokens_read,
        "tokens written": made.tokens_written,
    }
    if session:
        row |= {
            "questions": session.questions,
            "document tokens": session.document_once,
            "read twice": session.document_read - session.document_once,
        }
    return row
