"""The tables of notes and transcripts: decisions, things to do, requests, proposals, open questions, who took part.

Every row is the document's own words. Where nothing says in plain words that something was decided, that is said.
"""

from collections.abc import Sequence

from assistant.minutes.entries import Act, Entry
from assistant.minutes.hearing import Heard
from assistant.minutes.protokoll import Role, Stated
from assistant.tasks.tables import NOTHING, Tables
from assistant.tasks.task import BlockKind
from assistant.wording import Words

_COUNTED = (Act.DECISION, Act.ACTION, Act.REQUEST, Act.QUESTION)


class HeardTables:
    """Lays out what notes or talk say."""

    def __init__(self, tables: Tables, words: Words) -> None:
        self._tables = tables
        self._words = words

    def count(self, heard: Heard) -> None:
        """One sentence that the program puts together: how much there is of each kind."""
        words = self._words
        decided, todo, asked, open_ = (len(_of(heard, act)) for act in _COUNTED)
        counts = [
            words.count("{count} decision in plain words", "{count} decisions in plain words", decided)
            if decided
            else "",
            words.count("{count} thing to do", "{count} things to do", todo) if todo else "",
            words.count("{count} request", "{count} requests", asked) if asked else "",
            words.count("{count} open question", "{count} open questions", open_) if open_ else "",
        ]
        if any(counts):
            stated = [entry.stated for entry in heard.entries if entry.act in _COUNTED]
            text = words("Found in the text: {counts}.", counts=", ".join(filter(None, counts)))
            self._tables.add(BlockKind.STATEMENT, text, (), stated)

    def add(self, heard: Heard, doubtful: Sequence[Entry] = (), *, is_beside: bool = False) -> None:
        """Everything; ``doubtful`` is what may be decided or taken on and is not said so in plain words.

        ``is_beside``: there are tables of formal minutes, which hold the decisions, so it is not said that there are none.
        """
        words = self._words
        if not is_beside or _of(heard, Act.DECISION):
            self._decisions(heard)
        self._actions(heard)
        self._said(heard, Act.REQUEST, words("Asked for, and nobody took it on"), words("Request"))
        self._said(heard, Act.PROPOSAL, words("Proposals put forward"), words("Proposal"))
        self._said(heard, Act.QUESTION, words("Open questions"), words("Question"))
        self._doubtful(heard, doubtful)
        self._attendance(heard)
        self._next(heard)

    def _decisions(self, heard: Heard) -> None:
        words = self._words
        decided = _of(heard, Act.DECISION)
        if not decided:
            self._tables.heading(words("Decisions"), (words("No explicit decision was found in the text."),))
            return
        self._tables.heading(words("Decisions"), (words("Decision"), *self._where(heard)))
        for entry in decided:
            self._tables.row((_worded(entry), *_place(entry, heard)), _rests_on(entry, heard))

    def _actions(self, heard: Heard) -> None:
        words = self._words
        actions = _of(heard, Act.ACTION)
        if not actions:
            return
        heads = (words("What"), words("Who"), words("By when"), *self._where(heard)[-1:])
        self._tables.heading(words("To do"), heads)
        for entry in actions:
            who, when = (each or words("not stated") for each in (entry.who, entry.when))
            self._tables.row((_worded(entry), who, when, *_place(entry, heard)[-1:]), _rests_on(entry, heard))

    def _said(self, heard: Heard, act: Act, heading: str, head: str) -> None:
        found = _of(heard, act)
        if not found:
            return
        self._tables.heading(heading, (head, *self._where(heard)))
        for entry in found:
            self._tables.row((_worded(entry), *_place(entry, heard)), _rests_on(entry, heard))

    def _doubtful(self, heard: Heard, doubtful: Sequence[Entry]) -> None:
        words = self._words
        if not doubtful:
            return
        kinds = {Act.DECISION: words("perhaps decided"), Act.ACTION: words("perhaps taken on")}
        heading = words("Perhaps decided or taken on: the text does not say so in plain words")
        self._tables.heading(heading, (words("Words of the text"), words("What it may be"), *self._where(heard)))
        for entry in doubtful:
            cells = (entry.stated.text, kinds[entry.act], *_place(entry, heard))
            self._tables.row(cells, _rests_on(entry, heard))

    def _where(self, heard: Heard) -> tuple[str, ...]:
        if heard.is_talk:
            return (self._words("Said by"), *((self._words("Time"),) if _is_timed(heard) else ()))
        return (self._words("Matter"),)

    def _attendance(self, heard: Heard) -> None:
        words = self._words
        if not (heard.people or heard.speakers):
            return
        self._tables.heading(words("Attendance"), (words("Name"), words("Capacity"), words("As noted")))
        roles = {
            Role.ABSENT: words("absent"),
            Role.CHAIR: words("chair"),
            Role.SECRETARY: words("secretary"),
        }
        for person in heard.people:
            noted = ", ".join(filter(None, (person.party, person.note))) or NOTHING
            self._tables.row(
                (person.name, roles.get(person.role, words("present")), noted), [Stated("", person.paragraphs)]
            )
        for speaker in heard.speakers:
            self._tables.row((speaker.text, words("speaks"), NOTHING), [speaker])

    def _next(self, heard: Heard) -> None:
        found = _of(heard, Act.NEXT)
        if found:
            self._tables.title(self._words("Next meeting"))
            for entry in found[:3]:
                self._tables.add(BlockKind.ITEM, entry.stated.text, (), [entry.stated])


def _is_timed(heard: Heard) -> bool:
    return any(said.at for said in heard.said)


def _of(heard: Heard, act: Act) -> list[Entry]:
    return [entry for entry in heard.entries if entry.act is act]


def _place(entry: Entry, heard: Heard) -> tuple[str, ...]:
    if heard.is_talk:
        return (entry.said.speaker or NOTHING, *((entry.said.at or NOTHING,) if _is_timed(heard) else ()))
    return (entry.said.under or NOTHING,)


def _worded(entry: Entry) -> str:
    """An entry in its own words; what was asked and what was answered in their order."""
    ordered = sorted((entry.stated, *entry.exchange), key=lambda each: each.paragraphs)
    return " – ".join(each.text for each in ordered)


def _rests_on(entry: Entry, heard: Heard) -> list[Stated]:
    marked = [entry.said.marked] if heard.is_talk and entry.said.marked.text else []
    under = [entry.said.headed] if entry.said.headed.text else []
    return [entry.stated, *entry.exchange, *entry.beside, *marked, *under]
