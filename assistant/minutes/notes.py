"""Notes and transcripts: what was decided, taken on, asked for and left open, by the words of the text and in their context.

No model takes part here. Everything found is a sentence of the document, and who and when stand in it or beside it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.minutes import acts
from assistant.minutes.cues import Cues
from assistant.minutes.protokoll import Stated
from assistant.minutes.said import Said

#: Sentences after a question in which all agree to it, or say that nobody knows.
_SOON = 2
_BACKWARDS = re.compile(
    r"^(?:det|den|detta|frågan|frågorna|it|that|this|the question|oklart|öppen|no|not)\b", re.IGNORECASE
)
#: ``Skicka schemat (Ali, 30 oktober)`` and ``Skicka schemat – Ali``.
_OWNER_LAST = re.compile(
    r"^(?P<what>.{5,}?)\s*(?:[–—-]|\()\s*(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:[ ,/&]+(?:och |and"
    r" )?[A-ZÅÄÖ][\wåäö-]+){0,3})\b[^()]{0,40}\)?$"
)
_OWNER_FIRST = re.compile(
    r"^(?P<who>[A-ZÅÄÖ][\wåäö-]+(?:(?: |, | och | and )[A-ZÅÄÖ][\wåäö-]+){0,3}):\s+(?P<what>\S.*)$"
)


class Act(StrEnum):
    """What an entry is."""

    DECISION = "decision"
    PROPOSAL = "proposal"
    ACTION = "action"
    REQUEST = "request"
    QUESTION = "question"
    NEXT = "next"


@dataclass(frozen=True)
class Entry:
    """One thing that notes or talk say.

    Attributes:
        act: what it is.
        stated: as worded, with its paragraphs.
        who: who is to do it, as named; empty when it is not said.
        when: when or by when, as worded; empty when it is not said.
        exchange: the question before an answer, or the answers after a question.
        beside: what else it rests on: labels, and the words that say who answers.
        said: its first sentence in its place, for the speaker, the time and the heading.
    """

    act: Act
    stated: Stated
    said: Said
    who: str = ""
    when: str = ""
    exchange: tuple[Stated, ...] = ()
    beside: tuple[Stated, ...] = ()


def entries(said: Sequence[Said], language: str, names: Collection[str], *, in_talk: bool) -> list[Entry]:
    """What the sentences say, in order."""
    return list(_Listening(said, language, names, in_talk=in_talk).all())


class _Listening:
    """Goes through the sentences once; what a sentence is may depend on those around it."""

    def __init__(self, said: Sequence[Said], language: str, names: Collection[str], *, in_talk: bool) -> None:
        self._said = said
        self._language = language
        self._cues: Cues = acts.cues(language)
        self._names = names
        self._in_talk = in_talk
        self._found: list[Entry] = []
        self._taken: set[int] = set()
        self._columns: tuple[str, ...] = ()

    def all(self) -> list[Entry]:
        for place, one in enumerate(self._said):
            if one.cells:
                self._row(one)
            else:
                self._columns = ()
                new = list(self._of(place, one))  # it may take back what was found before
                self._found += new
        return self._found

    def _of(self, place: int, one: Said) -> Iterator[Entry]:
        """What a sentence says, by labels first."""
        if self._labelled(one):
            return
        if self._cues.next_meeting.search(one.text):
            yield Entry(Act.NEXT, one.stated, one)
            return
        if self._cues.tasks_label.match(one.under):
            yield self._task(one)
            return
        decision = self._decision(place, one)
        if decision:
            yield decision
        action = self._action(place, one)
        if action:
            yield action
        if decision or action or place in self._taken:
            return
        if acts.asks_for(one.text, self._language):
            yield Entry(Act.REQUEST, one.stated, one, when=acts.when_of(one.text, self._language))
        elif question := self._question(place, one):
            yield question
        elif acts.proposes(one.text, self._language, in_talk=self._in_talk):
            yield Entry(Act.PROPOSAL, one.stated, one)

    def _labelled(self, one: Said) -> bool:
        """Takes a line that begins with a label; who and when under an entry belong to it."""
        known = self._cues
        for label, act in (
            (known.decision_label, Act.DECISION),
            (known.proposal_label, Act.PROPOSAL),
            (known.task_label, Act.ACTION),
        ):
            match = label.match(one.text)
            if match:
                stated = Stated(one.text[match.end() :], (one.paragraph,))
                entry = Entry(act, stated, one)
                self._found.append(self._with_owner(entry) if act is Act.ACTION else entry)
                return True
        for label, field in ((known.owner_label, "who"), (known.due_label, "when")):
            match = label.match(one.text)
            if match and self._found:
                self._tell(field, one.text[match.end() :].rstrip(" ."), one.stated)
                return True
        return False

    def _tell(self, field: str, value: str, stated: Stated) -> None:
        """Add to the last entry who does it or by when; a decision that somebody answers for is something to do, too."""
        last = self._found[-1]
        if last.act is Act.DECISION:
            last = replace(last, act=Act.ACTION)
            self._found.append(last)
        changed = replace(last, beside=(*last.beside, stated))
        self._found[-1] = replace(changed, who=value) if field == "who" else replace(changed, when=value)

    def _task(self, one: Said) -> Entry:
        return self._with_owner(Entry(Act.ACTION, one.stated, one))

    def _with_owner(self, entry: Entry) -> Entry:
        """A thing to do with who and when as its line says."""
        text = entry.stated.text
        when = acts.when_of(text, self._language)
        who = acts.takes_on(text, self._language, self._names)
        if who is None:
            match = _OWNER_FIRST.match(text) or _OWNER_LAST.match(text.rstrip("."))
            who = match["who"] if match else ""
        return replace(entry, who=who, when=when)

    def _row(self, one: Said) -> None:
        """A row of a table of things to do, once its head has been seen."""
        heads = tuple(self._column(cell) for cell in one.cells)
        if "what" in heads and {"who", "when"} & set(heads):
            self._columns = heads
            return
        if not self._columns or len(one.cells) > len(self._columns):
            return
        named = self._named(one.cells)
        if any(char.isalnum() for char in named["what"]):
            stated = Stated(named["what"], (one.paragraph,))
            self._found.append(Entry(Act.ACTION, stated, one, named.get("who", ""), named.get("when", "")))

    def _named(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row by their columns. Where empty cells were left out, times are told from people by their look."""
        if len(cells) == len(self._columns):
            return dict(zip(self._columns, cells, strict=True))
        rest = {"when" if acts.when_of(cell, self._language) else "who": cell for cell in cells[1:]}
        return {"what": cells[0], **rest}

    def _column(self, cell: str) -> str:
        known = self._cues
        pairs = (("what", known.column_what), ("who", known.column_who), ("when", known.column_when))
        return next((name for name, pattern in pairs if pattern.match(cell.rstrip(":"))), "")

    def _decision(self, place: int, one: Said) -> Entry | None:
        if acts.decides(one.text, self._language, in_talk=self._in_talk):
            return Entry(Act.DECISION, one.stated, one)
        return self._by_assent(place, one)

    def _by_assent(self, place: int, one: Said) -> Entry | None:
        """What is put to all and agreed to at once: the proposal or the question is what is decided."""
        asked = self._cues.assent_asked.search(one.text)
        if not asked or not self._in_talk:
            return None
        answer = self._following(place, _SOON)
        if not answer or not self._cues.yes.match(answer[0].text):
            return None
        before = self._said[place - 1] if place and self._said[place - 1].turn == one.turn else None
        stated, beside = one, [answer[0].stated]
        if before is not None and len(one.text.split()) <= 8:  # noqa: PLR2004 - the question alone says nothing
            if any(entry.said is before and entry.act is Act.DECISION for entry in self._found):
                return None
            self._found = [entry for entry in self._found if entry.said is not before]
            stated, beside = before, [one.stated, answer[0].stated]
        return Entry(Act.DECISION, stated.stated, stated, exchange=tuple(beside))

    def _action(self, place: int, one: Said) -> Entry | None:
        language = self._language
        when = acts.when_of(one.text, language)
        who = None if self._in_talk else acts.takes_on(one.text, language, self._names)
        if who is not None:
            return Entry(Act.ACTION, one.stated, one, who, when)
        asked = acts.asks_for(one.text, language)
        if asked and (answer := self._answer(place)):
            return Entry(Act.ACTION, one.stated, one, answer.speaker, when, (answer.stated,), (answer.marked,))
        if not asked and acts.speaker_takes_on(one.text, language):
            before = self._asked_before(place)
            exchange = (before.stated,) if before else ()
            when = when or (acts.when_of(before.text, language) if before else "")
            return Entry(Act.ACTION, one.stated, one, one.speaker, when, exchange)
        if not self._in_talk and self._cues.passive_task.search(one.text) and self._cues.by.search(one.text):
            return Entry(Act.ACTION, one.stated, one, "", when)
        return None

    def _answer(self, place: int) -> Said | None:
        """Somebody else's answer that takes on what was asked for, without saying anew what that is."""
        one = self._said[place]
        following = [each for each in self._said[place + 1 : place + 6] if each.turn != one.turn][:2]
        if not following or following[0].turn != one.turn + 1 or not self._in_talk:
            return None
        first = following[0]
        if self._cues.no.match(first.text) or any(
            acts.speaker_takes_on(each.text, self._language) for each in following
        ):
            return None
        takes = self._cues.i_take_it.search(first.text) or self._cues.yes.match(first.text)
        return first if takes else None

    def _asked_before(self, place: int) -> Said | None:
        """What was asked for just before this answer; it is then no request of its own."""
        one = self._said[place]
        for each in reversed(self._said[max(0, place - 4) : place]):
            if each.turn == one.turn - 1 and acts.asks_for(each.text, self._language):
                self._found = [entry for entry in self._found if not (entry.said is each and entry.act is Act.REQUEST)]
                return each
        return None

    def _question(self, place: int, one: Said) -> Entry | None:
        """A question that nobody answers, or something said to be open, with the sentence before it where it points back."""
        following = self._following(place, _SOON)
        if one.text.rstrip().endswith("?"):
            # Who asks in talk may well not know; it is the answer that leaves it open.
            answers = [each for each in following if each.turn != one.turn or not (self._in_talk and one.speaker)]
            opened = next((each for each in answers if acts.leaves_open(each.text, self._language)), None)
            if opened:
                self._taken.add(self._said.index(opened))
                return Entry(Act.QUESTION, one.stated, one, exchange=(opened.stated,))
            return Entry(Act.QUESTION, one.stated, one) if not self._in_talk and one.is_last else None
        if not acts.leaves_open(one.text, self._language) or self._in_talk:
            return None
        before = self._said[place - 1] if one.place else None
        if before and _BACKWARDS.match(one.text):
            return Entry(Act.QUESTION, Stated(f"{before.text} {one.text}", (one.paragraph,)), before)
        return Entry(Act.QUESTION, one.stated, one)

    def _following(self, place: int, most: int) -> list[Said]:
        """The sentences after this one: the rest of its paragraph, and in talk what the next one answers."""
        one = self._said[place]
        after = self._said[place + 1 : place + 1 + most]
        return [each for each in after if each.turn == one.turn or (self._in_talk and each.turn == one.turn + 1)]
