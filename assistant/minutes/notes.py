"""Notes and transcripts: what was decided, taken on, asked for and left open, by the words of the text and in their context.

No model takes part here. Everything found is a sentence of the document, and who and when stand in it or beside it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.minutes import acts
from assistant.minutes.cues import Cues
from assistant.minutes.entries import Act, Entry
from assistant.minutes.protokoll import Stated
from assistant.minutes.said import Said
from assistant.minutes.tasklists import TaskTable, answers_for, with_owner

#: Words of a question that says nothing without the sentence before it; how far back a reference may point.
_SHORT, _BACK = 8, 6
_POINTS_BACK = re.compile(r"\b(?:it|this|that|those|these|det|den|detta|dessa)\b", re.IGNORECASE)
#: Words of an answer that says nothing without its question.
_CURT = 5
#: Sentences after a question in which all agree to it, or say that nobody knows.
_SOON = 2
#: Who asks may say that nobody knows.
_FOR_ALL = re.compile(r"(?:det )?(?:vet )?vi\b|we\b|nobody\b|ingen\b", re.IGNORECASE)
_BACKWARDS = re.compile(
    r"^(?:det|den|detta|frågan|frågorna|it|that|this|the question|oklart|öppen|no|not)\b", re.IGNORECASE
)


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
        self._table = TaskTable(language)

    def all(self) -> list[Entry]:
        for place, one in enumerate(self._said):
            if one.cells:
                self._found += self._table.row(one)
            else:
                self._table = TaskTable(self._language)
                new = list(self._of(place, one))  # it may take back what was found before
                self._found += new
        return self._found

    def _of(self, place: int, one: Said) -> Iterator[Entry]:
        """What a sentence says, by labels first."""
        if self._labelled(one):
            return
        is_next = self._cues.next_label.match(one.under) and self._cues.a_day.search(one.text)
        if is_next or self._cues.next_meeting.search(one.text):
            yield Entry(Act.NEXT, one.stated, one)
            return
        task = answers_for(one, self._language) or (
            self._task(one) if self._cues.tasks_label.match(one.under) else None
        )
        if task:
            yield task
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
                self._found.append(with_owner(entry, self._language, self._names) if act is Act.ACTION else entry)
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
        return with_owner(Entry(Act.ACTION, one.stated, one), self._language, self._names)

    def _decision(self, place: int, one: Said) -> Entry | None:
        if acts.decides(one.text, self._language, in_talk=self._in_talk):
            return Entry(Act.DECISION, one.stated, one)
        return self._by_assent(place, one) or self._by_reference(place, one)

    def _by_assent(self, place: int, one: Said) -> Entry | None:
        """What is put to all and agreed to at once: the proposal or the question is what is decided."""
        if not self._in_talk or not one.text.rstrip().endswith("?"):
            return None
        asks, objects = self._cues.assent_asked.search(one.text), self._cues.objection_asked.search(one.text)
        answer = self._following(place, _SOON)
        if not answer or not (
            (asks and self._cues.yes.match(answer[0].text)) or (objects and self._cues.none.match(answer[0].text))
        ):
            return None
        before = self._said[place - 1] if place and self._said[place - 1].turn == one.turn else None
        if before is None or not (len(one.text.split()) <= _SHORT or _POINTS_BACK.search(one.text)):
            return Entry(Act.DECISION, one.stated, one, exchange=(answer[0].stated,))
        if any(entry.said is before and entry.act is Act.DECISION for entry in self._found):
            return None
        self._found = [entry for entry in self._found if entry.said is not before]
        return Entry(Act.DECISION, before.stated, before, exchange=(one.stated, answer[0].stated))

    def _by_reference(self, place: int, one: Said) -> Entry | None:
        """*Då är det bestämt*: what was last put, unless it has been taken for a decision already."""
        if not self._in_talk or not self._cues.it_is_decided.search(one.text) or self._cues.denial.search(one.text):
            return None
        near = self._said[max(0, place - _BACK) : place]
        if any(entry.act is Act.DECISION and any(entry.said is each for each in near) for entry in self._found):
            return None
        put = [each for each in near if self._cues.moves.search(each.text) or self._cues.assent_asked.search(each.text)]
        return Entry(Act.DECISION, put[-1].stated, put[-1], exchange=(one.stated,)) if put else None

    def _action(self, place: int, one: Said) -> Entry | None:
        language = self._language
        when = acts.when_of(one.text, language)
        who = None if self._in_talk else acts.takes_on(one.text, language, self._names)
        if who is not None:
            before = self._asked_beside(place)
            return Entry(Act.ACTION, one.stated, one, who, when, (before.stated,) if before else ())
        if acts.asks_for(one.text, language) or acts.asks_any(one.text, language):
            answer = self._answer(place)
            return self._agreed(place, one, answer, when) if answer else None
        if acts.speaker_takes_on(one.text, language):
            if self._says_it_better(place):
                return None
            before = self._asked_before(place) or self._meant(place)
            exchange = (before.stated,) if before else ()
            when = when or (acts.when_of(before.text, language) if before else "")
            return Entry(Act.ACTION, one.stated, one, one.speaker, when, exchange)
        if not self._in_talk and self._cues.passive_task.search(one.text) and self._cues.by.search(one.text):
            return Entry(Act.ACTION, one.stated, one, "", when)
        return None

    def _says_it_better(self, place: int) -> bool:
        """Whether *I will see to it* is followed by what the speaker will do."""
        one = self._said[place]
        after = self._said[place + 1] if place + 1 < len(self._said) else None
        is_curt = self._in_talk and len(one.text.split()) <= _CURT
        return bool(is_curt and after and after.turn == one.turn and acts.speaker_takes_on(after.text, self._language))

    def _agreed(self, place: int, one: Said, answer: Said, when: str) -> Entry:
        """What was asked for and is taken on; a time that only the answer gives counts too."""
        exchange = [answer.stated]
        said = [each for each in self._said[place + 1 : place + 6] if each.turn == answer.turn]
        timed = next((each for each in said if acts.when_of(each.text, self._language)), None)
        if timed and not when:
            when = acts.when_of(timed.text, self._language)
            exchange += [timed.stated] if timed is not answer else []
        return Entry(Act.ACTION, one.stated, one, answer.speaker, when, tuple(exchange), (answer.marked,))

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

    def _asked_beside(self, place: int) -> Said | None:
        """In notes, the question that a curt answer (*Anna does it*) takes on; it is then no request of its own."""
        one = self._said[place]
        before = self._said[place - 1] if one.place else None
        if before is None or len(one.text.split()) > _CURT or not acts.asks_for(before.text, self._language):
            return None
        self._found = [entry for entry in self._found if entry.said is not before]
        return before

    def _meant(self, place: int) -> Said | None:
        """What *I will see to it* is about: the end of the turn before."""
        one = self._said[place]
        if not self._in_talk or not place or one.place or len(one.text.split()) > _CURT:
            return None
        before = self._said[place - 1]
        return before if before.turn == one.turn - 1 else None

    def _asked_before(self, place: int) -> Said | None:
        """What was asked for just before this answer; it is then no request of its own."""
        one = self._said[place]
        for each in reversed(self._said[max(0, place - 4) : place]):
            is_asked = acts.asks_for(each.text, self._language) or acts.asks_any(each.text, self._language)
            if each.turn == one.turn - 1 and is_asked:
                self._found = [entry for entry in self._found if not (entry.said is each and entry.act is Act.REQUEST)]
                return each
        return None

    def _question(self, place: int, one: Said) -> Entry | None:
        """A question that nobody answers, or something said to be open, with the sentence before it where it points back."""
        following = self._following(place, _SOON)
        if one.text.rstrip().endswith("?"):
            # Who asks in talk may well not know; it is the answer that leaves it open.
            answers = [
                each
                for each in following
                if each.turn != one.turn or not (self._in_talk and one.speaker) or _FOR_ALL.match(each.text)
            ]
            opened = next((each for each in answers if self._leaves_open(each)), None)
            if opened:
                self._taken.add(self._said.index(opened))
                return Entry(Act.QUESTION, one.stated, one, exchange=(opened.stated,))
            return Entry(Act.QUESTION, one.stated, one) if not self._in_talk and one.is_last else None
        if not acts.leaves_open(one.text, self._language) or self._in_talk:
            return None
        before = self._said[place - 1] if one.place else None
        if before and (_BACKWARDS.match(one.text) or self._answers_told(before, one)):
            return Entry(Act.QUESTION, Stated(f"{before.text} {one.text}", (one.paragraph,)), before)
        return Entry(Act.QUESTION, one.stated, one)

    def _leaves_open(self, answer: Said) -> bool:
        """Whether an answer says that it is none; in notes also by giving somebody the task to find out."""
        if acts.leaves_open(answer.text, self._language) or self._cues.divided.search(answer.text):
            return True
        return not self._in_talk and acts.takes_on(answer.text, self._language, self._names) is not None

    def _answers_told(self, question: Said, answer: Said) -> bool:
        """Whether a curt answer belongs to a question that the sentence before it tells of."""
        return len(answer.text.split()) <= _CURT and bool(self._cues.told_question.search(question.text))

    def _following(self, place: int, most: int) -> list[Said]:
        """The sentences after this one: the rest of its paragraph, and in talk what the next one answers."""
        one = self._said[place]
        after = self._said[place + 1 : place + 1 + most]
        return [each for each in after if each.turn == one.turn or (self._in_talk and each.turn == one.turn + 1)]
