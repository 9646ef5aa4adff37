"""The ways of summarising that are compared: Kansli's own, and the plain ones that it has to beat."""

from collections.abc import Callable

from assistant.documents.document import Document
from assistant.documents.split import line, running, split
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.job import Job, carry_out
from assistant.tasks.extract import heading_of
from assistant.tasks.options import Options
from assistant.tasks.task import Block, BlockKind, Coverage, Provenance, Result

Way = Callable[[Document, Session], Result]

_SYSTEM = "You summarise documents."
_ASK = "Write a summary of the whole text above in one paragraph of about 150 words."
_NOTE = "Summarise the text above in about 120 words."
_CUT = 6_800
_PART = 6_000


def kansli(**options: str) -> Way:
    """Kansli with these options."""
    return lambda document, session: carry_out(Job(document, Options(**options)), session, lambda _event: None)


def cut(document: Document, session: Session) -> Result:
    """One prompt over the text cut at 6 800 tokens."""
    return _plain(document, _asked(session, _beginning(document, session), _ASK, 320))


def map_reduce(document: Document, session: Session) -> Result:
    """A summary of each part, then a summary of the summaries."""
    parts = split(running(document.paragraphs), _PART, session.count)
    notes = [_asked(session, part.text, _NOTE, 220) for part in parts]
    return _plain(document, _asked(session, "\n\n".join(notes), _ASK, 320))


def ingress(document: Document, session: Session) -> Result:
    """The plain Swedish prompt, with the title before the text."""
    text = "\n".join(map(line, running(document.paragraphs)))
    ask = "Skriv en ingress på två meningar till texten ovan. Använd textens egna ord."
    return _plain(document, _asked(session, f"{heading_of(document)}\n\n{text}", ask, 160))


def _beginning(document: Document, session: Session) -> str:
    taken: list[str] = []
    used = 0
    for paragraph in running(document.paragraphs):
        used += session.count(paragraph.text) + 1
        if used > _CUT:
            break
        taken.append(paragraph.text)
    return "\n".join(taken)


def _asked(session: Session, text: str, ask: str, room: int) -> str:
    return session.ask([Message("system", _SYSTEM), Message("user", f"{text}\n\n{ask}")], room).text


def _plain(document: Document, text: str) -> Result:
    none = Provenance("", "", "", "", model_imported=False, seed=0, seconds=0, tokens_read=0, tokens_written=0, made="")
    block = Block(BlockKind.STATEMENT, text)
    return Result("summarise", (document,), "", (block,), Coverage(len(document.paragraphs), 0), none)


WAYS: dict[str, dict[str, Way]] = {
    "pairs": {"kansli": kansli(), "extract": kansli(kind="extract"), "plain": ingress},
    "meetings": {
        "thorough": kansli(length="medium"),
        "quick": kansli(depth="quick"),
        "cut": cut,
        "map-reduce": map_reduce,
        "extract": kansli(kind="extract"),
    },
}
