"""A result and its document side by side: what is marked, edited, decided and let out of the window. Plain Python, no Qt.

What there is of each document's result is kept under the document's number in the list, as long as the window is open.
"""

import dataclasses
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from assistant.errors import AssistantError
from assistant.job import Change, Job
from assistant.tasks.task import BlockKind, Origin, Result
from assistant.worker.messages import Event
from desktop.checking import Checked, Order
from desktop.screens.result import acts, changing, versions
from desktop.screens.result.changing import Changing, Selection
from desktop.screens.result.ports import Orders, Output
from desktop.screens.result.state import Spot, State
from desktop.screens.result.versions import TEXT
from desktop.told import Told

#: The acts after which a new version is the task's own work, not one made from another version.
_MADE: Final = ("made", "again")


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(
        self,
        orders: Orders,
        check: Callable[[Order], None],
        output: Output,
        show: Callable[[State], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``check`` has reworded statements checked and the answer heard by ``hear_check``."""
        self._orders = orders
        self._check = check
        self._output = output
        self._show = show
        self._clock = clock
        self._states: dict[int, State] = {}
        self._number = 0
        self._cell = TEXT
        self._selection: Selection | None = None

    @property
    def state(self) -> State:
        """What is shown."""
        return self._states.get(self._number, State())

    def open(self, number: int, result: Result) -> None:
        """Show the result of a document; one that has not been seen before is a new version."""
        self._number, self._selection = number, None
        made = [each.result.provenance for each in self.state.versions if each.act in _MADE]
        if result.provenance in made:
            self._change(told=None, problem=None)
        else:
            act = "again" if self.state.versions else "made"
            self._add(result, act, versions.kind_of(result), is_made=True)

    def keep_only(self, numbers: Collection[int]) -> None:
        """Let go of everything about documents that are no longer in the list."""
        for number in [each for each in self._states if each not in numbers]:
            change = self._states.pop(number).changing
            if change and change.order:
                self._orders.stop(change.order)
            if number == self._number:
                self._show(self.state)

    @property
    def is_busy(self) -> bool:
        """Whether a change is under way for any document."""
        return any(state.changing and state.changing.order for state in self._states.values())

    @property
    def is_unsaved(self) -> bool:
        """Whether a person's work on any result would be lost if the window closed now."""
        return any(state.is_unsaved for state in self._states.values())

    def choose(self, blocks: Collection[int], cell: int = TEXT) -> None:
        """Mark statements and what they rest on, as wholes; ``cell`` is where the keyboard is in a row."""
        self._cell, self._selection = cell, None
        result = self.state.result
        if result is None or frozenset(blocks) == self.state.blocks:
            return
        self._mark(frozenset(blocks))

    def select(self, selection: Selection | None) -> None:
        """Words have been marked inside a statement, or none."""
        self._selection = selection

    def choose_paragraph(self, document: str, paragraph: int) -> None:
        """Mark a paragraph and the statements that rest on it."""
        if self.state.result is not None:
            self._set(acts.paragraph_marked(self.state, Spot(document, paragraph)))

    def choose_finding(self, index: int) -> None:
        """Go to the statement that a finding is on."""
        block = self.state.result.findings[index].block if self.state.result else None
        if block is not None:
            self._mark(frozenset({block}), "both")

    def next_undecided(self) -> None:
        """Go to the next statement that waits for a decision."""
        waiting = self.state.undecided
        if waiting:
            last = max(self.state.blocks, default=-1)
            self._mark(frozenset({next((index for index in waiting if index > last), waiting[0])}), "both")

    def edit(self, index: int, cell: int, text: str) -> None:
        """The user has written a statement or a cell anew; a statement without text is removed."""
        result = self.state.result
        if result is None or index >= len(result.blocks) or versions.text_of(result.blocks[index], cell) == text:
            return
        if not text.strip() and cell == TEXT:
            self._set(acts.removed(self.state, frozenset({index}), self._clock()))
            return
        block, selection = versions.with_text(result.blocks[index], cell, text, Origin.HAND), self._selection
        self._add(versions.with_block(result, index, block), "edited", text)
        if selection and (selection.block, selection.cell) == (index, cell):
            self._selection = selection  # it was made in the new words
        self._have_checked((index,))

    def remove(self) -> None:
        """Remove the marked statements; the version before stays. A table's head stays as long as its table."""
        result = self.state.result
        if result is not None:
            blocks = frozenset(each for each in self.state.blocks if not versions.is_head_row(result, each))
            self._set(acts.removed(self.state, blocks, self._clock()))

    def keep(self) -> None:
        """The user knows that the marked statements are right although nothing in the document supports them."""
        result, undecided = self.state.result, self.state.undecided
        if result is None or not self.state.can_keep:
            return
        texts = frozenset(result.blocks[index].text for index in self.state.blocks if index in undecided)
        self._change(kept=self.state.kept | texts, told=None, problem=None)
        self.next_undecided()

    def undo(self) -> None:
        """Go back to the version that the shown one was made from."""
        if self.state.version and self.state.version.basis:
            self.show_version(self.state.version.basis)

    def redo(self) -> None:
        """Go to the newest version made from the shown one."""
        if self.state.later:
            self.show_version(self.state.later)

    def show_version(self, number: int) -> None:
        """Show another version."""
        if 0 < number <= len(self.state.versions) and number != self.state.shown:
            self._selection = None
            self._set(acts.shown(self.state, number))

    def compare(self, number: int) -> None:
        """Compare what is shown with another version; 0 for none."""
        self._change(compared=number)

    def may_leave(self, blocks: Collection[int] = ()) -> bool:
        """Whether a result, or some statements of it, may leave the window; if not, what waits for a decision is shown."""
        waiting = [index for index in self.state.undecided if not blocks or index in blocks]
        if self.state.result is None or not waiting:
            return self.state.result is not None
        self._mark(frozenset(waiting[:1]), "both")
        self._change(told=Told("undecided", count=len(waiting)), problem=None)
        return False

    def export(self, path: Path) -> None:
        """Save as the kind of file that the name says."""
        if self.state.result is None or not self.may_leave():
            return
        try:
            self._output.write(self.state.result, path)
        except AssistantError as error:
            self._change(problem=error, told=None)
        else:
            self._change(problem=None, told=Told("saved", path.name), saved=self.state.shown)

    def copy(self) -> None:
        """Copy the marked statements, or all when none are marked."""
        blocks = self.state.blocks
        if self.state.result is not None and self.may_leave(blocks):
            self._output.copy(self.state.result, blocks)
            self._change(problem=None, told=Told("copied", count=len(blocks)))

    def printed(self) -> None:
        """The result has been sent to a printer."""
        self._change(problem=None, told=Told("printed"))

    def ask(self, wish: str, language: str = "", instruction: str = "") -> None:
        """Ask the model for a change of what is marked."""
        result = self.state.result
        if result is None or (self.state.changing and self.state.changing.order):
            return
        marked = changing.places(result, self.state.blocks, self._cell, self._selection)
        if not marked:
            self._change(told=Told("nothing-marked"), problem=None)
            return
        try:
            wanted = Change(tuple(each.marked for each in marked), wish, language, instruction)
        except AssistantError:
            self._change(told=Told("no-instruction"), problem=None)
            return
        order = self._orders.order(Job(result.documents[0], change=wanted))
        self._change(changing=Changing(wanted, marked, order), told=None, problem=None)

    @property
    def marked(self) -> tuple[str, ...]:
        """The texts that a change would be asked for now."""
        if self.state.result is None:
            return ()
        found = changing.places(self.state.result, self.state.blocks, self._cell, self._selection)
        return tuple(each.marked.text for each in found)

    def stop(self) -> None:
        """Stop the change under way."""
        if self.state.changing and self.state.changing.order:
            self._orders.stop(self.state.changing.order)

    def accept(self, index: int) -> None:
        """Put what is proposed in the place of what was marked."""
        now, result = self.state.changing, self.state.result
        if now is None or result is None or now.proposals[index].answer:
            return
        proposal = now.proposals[index]
        at = changing.standing(result, proposal.place)
        if at is None:
            self._change(changing=changing.answered(now, index, "stale"))
            return
        block = changing.accepted(result.blocks[at], proposal)
        findings = [each for each in proposal.findings if not each.code.startswith("change-")]
        self._add(versions.with_block(result, at, block, findings), "changed", now.change.wish)
        self._change(changing=changing.answered(now, index, "accepted"))
        if proposal.place.cell != TEXT:
            self._have_checked((at,))

    def refuse(self, index: int) -> None:
        """Let what was marked stay as it is."""
        if self.state.changing and not self.state.changing.proposals[index].answer:
            self._change(changing=changing.answered(self.state.changing, index, "refused"))

    def hear(self, order: int, event: Event) -> None:
        """Something has happened to an order; one that is not of a change is somebody else's."""
        for number, state in self._states.items():
            if state.changing and state.changing.order == order:
                self._states[number] = dataclasses.replace(state, changing=changing.heard(state.changing, event))
                if number == self._number:
                    self._show(self.state)
                return

    def hear_check(self, number: int, checked: Sequence[Checked]) -> None:
        """The program has looked at reworded statements of a document; they count in every version they stand in."""
        state = self._states.get(number)
        if state is not None and checked:
            self._states[number] = acts.checked(state, checked)
            if number == self._number:
                self._show(self.state)

    def _add(self, result: Result, act: str, what: str = "", *, is_made: bool = False) -> None:
        self._selection = None
        self._set(acts.added(self.state, result, act, self._clock(), what, is_made=is_made))

    def _mark(self, blocks: frozenset[int], follows: str = "document") -> None:
        self._set(acts.marked(self.state, blocks, follows))

    def _have_checked(self, indices: Sequence[int]) -> None:
        result = self.state.result
        if result is not None:
            blocks = tuple(
                result.blocks[index] for index in indices if result.blocks[index].kind is not BlockKind.HEADING
            )
            if blocks:
                self._check(Order(self._number, result.documents, result.language, blocks))

    def _change(self, **new: object) -> None:
        self._set(dataclasses.replace(self.state, **new))  # type: ignore[arg-type]

    def _set(self, state: State) -> None:
        self._states[self._number] = state
        self._show(state)
