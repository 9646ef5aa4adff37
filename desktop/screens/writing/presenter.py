"""A letter from what is known to a file: what is asked for, corrected, worded, changed, decided and let out. Plain Python, no Qt.

Nothing is ever chosen for a person: what is missing stays visible, and the model words only what a person or a document said.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.job import Change, Job, Marked
from assistant.language import detect
from assistant.letters.draft import Draft, begin
from assistant.letters.kind import Kind
from assistant.letters.known import Given
from assistant.letters.understood import Understood, understand
from assistant.tasks.task import Origin, Result
from assistant.worker.messages import Again, Cancelled, Event, Failed, Finished, Piece, Progress
from desktop.screens.writing.state import Open, Proposal, State, Wanted, Work
from desktop.told import Told

_NOTHING: Final = Document("", "txt", ())
_USUAL: Final = "svar"


class Orders(Protocol):
    """Who does the jobs; see ``assistant/worker/background.py``."""

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""

    def stop(self, number: int) -> None:
        """Stop a job, under way or waiting."""


class Output(Protocol):
    """The ways out of the window; see ``desktop/output.py``."""

    def write_letter(self, draft: Draft, path: Path) -> None:
        """Save a letter in its template; raises AssistantError."""

    def copy_letter(self, draft: Draft) -> None:
        """Put a letter's text on the clipboard."""


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        kinds: Callable[[], Sequence[Kind]],
        standing: Callable[[Kind], Mapping[str, tuple[str, ...]]],
        orders: Orders,
        output: Output,
        show: Callable[[State], None],
    ) -> None:
        """``kinds`` are the types of letter, ``standing`` what always holds for the sender; both may raise AssistantError."""
        self._kinds = kinds
        self._standing = standing
        self._orders = orders
        self._output = output
        self._show = show
        self.state = State()

    def open(self, source: int | None = None) -> None:
        """Show the screen; ``source`` is the number of a document to be answered, None to go on with what there is."""
        try:
            kinds = self.state.kinds or tuple(self._kinds())
        except AssistantError as error:
            self._change(problem=error)
            return
        wanted = self.state.wanted
        if not wanted.kind:
            wanted = dataclasses.replace(wanted, kind=_first(kinds))
        if source is not None and source != wanted.source:
            wanted = Wanted(wanted.kind, source, said=wanted.said)
        self._change(kinds=kinds)
        self._understand(wanted)

    def have(self, documents: Sequence[Open]) -> None:
        """These documents are open in the window; an answer to one that is gone answers nothing any more."""
        self._change(documents=tuple(documents))
        if self.state.wanted.source not in {0, *(each.number for each in documents)}:
            self._understand(dataclasses.replace(self.state.wanted, source=0))

    def choose(self, name: str, value: str | int) -> None:
        """Choose the type, the document that is answered, the language, the tone or the length."""
        wanted = dataclasses.replace(self.state.wanted, **{name: value})  # type: ignore[arg-type]
        if name in ("kind", "source"):
            wanted = dataclasses.replace(wanted, hand={}, left=frozenset(), dropped=frozenset())
        self._understand(wanted)

    def say(self, text: str) -> None:
        """What the letter is to say, as it is being written; it counts when it is taken in."""
        self.state = dataclasses.replace(self.state, wanted=dataclasses.replace(self.state.wanted, said=text))

    def take_in(self) -> None:
        """Understand anew, with what has been said."""
        self._understand(self.state.wanted)

    def correct(self, name: str, texts: Sequence[str]) -> None:
        """A field has these values; none, and it is missing. The same as before changes nothing."""
        draft = self.state.draft
        given = tuple(text.strip() for text in texts if text.strip())
        if draft is None or given == tuple(value.text for value in draft.understood.of(name).values):
            return
        try:
            draft.understood.with_values(name, given)
        except AssistantError as error:
            self._change(problem=error, told=None)
            return
        wanted = self.state.wanted
        self._understand(dataclasses.replace(wanted, hand={**wanted.hand, name: given}, left=wanted.left - {name}))

    def leave_missing(self, name: str, *, is_left: bool) -> None:
        """A missing field is left so knowingly, or not after all."""
        wanted = self.state.wanted
        left = wanted.left | {name} if is_left else wanted.left - {name}
        self._understand(dataclasses.replace(wanted, left=left))

    def drop(self, index: int) -> None:
        """A question of the incoming letter needs no answer."""
        draft = self.state.draft
        if draft and 0 <= index < len(draft.understood.asked):
            wanted = self.state.wanted
            gone = wanted.dropped | {draft.understood.asked[index].text}
            self._understand(dataclasses.replace(wanted, dropped=gone))

    def write(self) -> None:
        """Have the model word what waits, part by part."""
        if self.state.wanted.said != self.state.taken:
            self._understand(self.state.wanted)
            if self.state.wanted.said != self.state.taken:  # they were declined
                return
        state = self.state
        if state.unchosen:
            self._change(told=Told("choose-first", state.unchosen[0].label[_language(state)]), problem=None)
        elif state.draft and state.can_write:
            self._change(waiting=state.draft.waiting, told=None, problem=None)
            self._next()

    def word_again(self) -> None:
        """Have the chosen part worded in another way."""
        state = self.state
        if state.part and state.can_word_again:
            name = state.part.part.name
            self._word(name, len(state.wordings[name]))

    def use_wording(self, part: str, number: int) -> None:
        """Take one of the wordings that there have been of a part."""
        draft, there = self.state.draft, self.state.wordings.get(part, ())
        if draft and 0 <= number < len(there):
            written = tuple(there[number] if each.part.name == part else each for each in draft.written)
            self._change(draft=dataclasses.replace(draft, written=written, reviewed_by=""), told=None, proposal=None)

    def translate(self) -> None:
        """Put the letter in the other language; the one that it is translated from stays, and counts."""
        draft = self.state.draft
        if draft is None or not self.state.can_translate or not self._may_leave():
            return
        translated = draft.into("en" if draft.understood.language == "sv" else "sv")
        self._change(original=draft, draft=translated, waiting=translated.waiting, wordings={}, chosen=0, proposal=None)
        self._next()

    def back_to_original(self) -> None:
        """Leave the translation, and show the letter that it was made from."""
        if self.state.original and self.state.work is None:
            self._change(draft=self.state.original, original=None, wordings={}, chosen=0, proposal=None, told=None)

    def stop(self) -> None:
        """Stop what the model is doing, and what waits after it."""
        if self.state.work:
            self._orders.stop(self.state.work.order)

    def choose_block(self, index: int) -> None:
        """Choose a paragraph."""
        if index != self.state.chosen:
            self._change(chosen=index, told=None)

    def choose_finding(self, index: int) -> None:
        """Go to the paragraph that a finding is on."""
        findings = self.state.findings
        block = findings[index].block if 0 <= index < len(findings) else None
        if block is not None:
            self.choose_block(block)

    def reword(self, text: str, origin: Origin = Origin.HAND) -> None:
        """The chosen paragraph has been written anew; without text it is removed."""
        state = self.state
        place = _place(state, state.chosen)
        if state.draft is None or place is None or state.blocks[state.chosen].text == text.strip():
            return
        draft = state.draft.reworded(*place, text, origin)
        self._change(
            draft=draft, proposal=None, told=None, problem=None, chosen=min(state.chosen, len(draft.blocks) - 1)
        )

    def keep(self) -> None:
        """The user knows that the chosen statement is right although nothing supports it."""
        if self.state.chosen in self.state.undecided:
            self._change(kept=self.state.kept | {self.state.blocks[self.state.chosen].text}, told=None)

    def ask(self, wish: str, instruction: str = "") -> None:
        """Ask the model for a change of the chosen paragraph."""
        state = self.state
        if state.draft is None or state.block is None or not state.can_change:
            return
        try:
            change = Change((Marked(state.block.text),), wish, "", instruction)
        except AssistantError:
            self._change(told=Told("no-instruction"), problem=None)
            return
        order = self._orders.order(Job(state.draft.basis, change=change))
        self._change(work=Work(order, "", state.chosen), proposal=None, told=None, problem=None)

    def accept(self) -> None:
        """Put in what the model proposes, if what it was asked to change still stands there."""
        proposal = self.state.proposal
        if proposal is None:
            return
        blocks = self.state.blocks
        if proposal.block >= len(blocks) or blocks[proposal.block].text != proposal.old:
            self._change(proposal=None, told=Told("stale"))
            return
        self._change(chosen=proposal.block)
        self.reword(proposal.new, Origin.MODEL)
        self._change(proposal=None, told=Told("accepted"))

    def refuse(self) -> None:
        """Let the paragraph stay as it is."""
        if self.state.proposal:
            self._change(proposal=None, told=Told("refused"))

    def review(self, name: str) -> None:
        """Mark the letter as reviewed by a named person; without a name it is a draft again."""
        if self.state.draft and self._may_leave():
            self._change(
                draft=self.state.draft.reviewed(name), told=Told("reviewed" if name.strip() else "draft", name)
            )

    def save(self, path: Path) -> None:
        """Save as the kind of file that the name says; a Word file in the type's template."""
        draft = self.state.draft
        if draft is None or not self._may_leave():
            return
        try:
            self._output.write_letter(draft, path)
        except AssistantError as error:
            self._change(problem=error, told=None)
        else:
            self._change(problem=None, told=Told("saved", path.name), saved=draft)

    def copy(self) -> None:
        """Copy the letter's text."""
        if self.state.draft and self._may_leave():
            self._output.copy_letter(self.state.draft)
            self._change(problem=None, told=Told("copied"))

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order; one that is not of the letter is somebody else's."""
        work = self.state.work
        if work is None or work.order != order:
            return
        match event:
            case Progress():
                self._change(work=dataclasses.replace(work, progress=event))
            case Piece():
                self._change(work=dataclasses.replace(work, text=work.text + event.text))
            case Again():
                self._change(work=dataclasses.replace(work, text=""))
            case Finished():
                self._finished(work, event.result)
            case Cancelled():
                self._change(work=None, waiting=(), told=Told("stopped"))
            case Failed():
                self._change(work=None, waiting=(), problem=event)

    def _finished(self, work: Work, result: Result) -> None:
        draft = self.state.draft
        if draft is None:
            self._change(work=None)
        elif work.change is not None:
            self._proposed(work.change, result)
        else:
            draft = draft.worded(work.part, result)
            written = next(each for each in draft.written if each.part.name == work.part)
            before = self.state.wordings.get(work.part, ())
            self._change(
                draft=draft, work=None, wordings={**self.state.wordings, work.part: (*before, written)}, proposal=None
            )
            self._next()

    def _proposed(self, index: int, result: Result) -> None:
        old = self.state.blocks[index].text if index < len(self.state.blocks) else ""
        new = result.blocks[0].text
        proposal = Proposal(index, old, new, result.findings) if new != old else None
        self._change(work=None, proposal=proposal, told=None if proposal else Told("unchanged"))

    def _next(self) -> None:
        waiting = [part for part in self.state.waiting if self.state.draft and part in self.state.draft.waiting]
        if waiting:
            self._change(waiting=tuple(waiting[1:]))
            self._word(waiting[0], 0)

    def _word(self, part: str, attempt: int) -> None:
        if self.state.draft:
            order = self._orders.order(Job(_NOTHING, letter=self.state.draft.writing(part, attempt)))
            self._change(work=Work(order, part), told=None, problem=None)

    def _may_leave(self) -> bool:
        """Whether the letter may leave the window; if not, what waits for a decision is shown."""
        waiting = self.state.undecided
        if waiting:
            self._change(chosen=waiting[0], told=Told("undecided", count=len(waiting)), problem=None)
        return not waiting

    def _understand(self, wanted: Wanted) -> None:
        """Understand what is wanted; a wording whose points are the same stays. What is declined changes nothing."""
        kind = next((each for each in self.state.kinds if each.id == wanted.kind), None)
        if kind is None or not self.state.can_correct:
            return
        try:
            understood = self._understood(wanted, kind)
        except AssistantError as error:
            self._change(wanted=wanted, problem=error, told=None)
            return
        before = self.state.draft
        same = before is not None and before.understood.kind is kind
        draft = before.anew(understood) if before and same else begin(understood)
        self._change(
            wanted=wanted,
            taken=wanted.said,
            draft=draft,
            wordings=self.state.wordings if same else {},
            chosen=max(0, min(self.state.chosen, len(draft.blocks) - 1)) if same else 0,
            proposal=None,
            told=None,
            problem=None,
        )

    def _understood(self, wanted: Wanted, kind: Kind) -> Understood:
        documents = [each.document for each in self.state.documents if each.number == wanted.source]
        spoken = (
            next((found for each in documents if (found := detect(each.text))), None) or detect(wanted.said) or "sv"
        )
        given = Given({}, wanted.said, self._standing(kind))
        understood = understand(
            kind,
            documents,
            given,
            language=wanted.language or spoken,
            tone=wanted.tone,
            length=wanted.length,
        )
        for name, texts in wanted.hand.items():
            understood = understood.with_values(name, texts)
        asked = [each for each in understood.asked if each.text not in wanted.dropped]
        return understood.with_asked(asked).without(sorted(wanted.left))

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)


def _first(kinds: Sequence[Kind]) -> str:
    """The type that is shown first: the reply to a letter, where there is one."""
    ids = [each.id for each in kinds]
    return _USUAL if _USUAL in ids else next(iter(ids), "")


def _language(state: State) -> str:
    return state.draft.understood.language if state.draft else "sv"


def _place(state: State, index: int) -> tuple[str, int] | None:
    """The part of a paragraph, and its place in that."""
    at = 0
    for each in state.draft.written if state.draft else ():
        if at <= index < at + len(each.blocks):
            return each.part.name, index - at
        at += len(each.blocks)
    return None
