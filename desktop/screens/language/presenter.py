"""What is decided about a text's wordings: which are put in, which stay, and when the text leaves. Plain Python, no Qt.

What there is of each document's review is kept under the document's number in the list, as long as the window is open.
"""

import dataclasses
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol

from assistant.documents.document import Document
from assistant.errors import AssistantError
from assistant.review.remark import Rule
from assistant.worker.messages import Failed
from desktop.reviewing import Reviewed
from desktop.screens.language.state import State
from desktop.told import Told


class Output(Protocol):
    """The ways out of the window; see ``desktop/output.py``."""

    def write_text(self, document: Document, path: Path) -> None:
        """Save a reviewed text as a file; raises AssistantError."""

    def copy_text(self, document: Document) -> None:
        """Put a reviewed text on the clipboard."""


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, order: Callable[[int, Document], None], output: Output, show: Callable[[State], None]) -> None:
        """``order`` has a document looked through."""
        self._order = order
        self._output = output
        self._show = show
        self._states: dict[int, State] = {}
        self._number = 0

    @property
    def state(self) -> State:
        """What is shown."""
        return self._states.get(self._number, State())

    @property
    def is_unsaved(self) -> bool:
        """Whether something accepted in any text would be lost if the window closed now."""
        return any(state.is_unsaved for state in self._states.values())

    def open(self, number: int, document: Document) -> None:
        """Show the review of a document; it is looked through the first time."""
        self._number = number
        if self.state.document is document:
            self._change(told=None)
            return
        self._set(State(document))
        self._order(number, document)

    def hear(self, number: int, came: Reviewed | Failed) -> None:
        """A document has been looked through, or could not be."""
        state = self._states.get(number)
        if state is None:
            return
        if isinstance(came, Failed):
            state = dataclasses.replace(state, problem=came)
        else:
            state = dataclasses.replace(state, found=came, chosen=0 if came.review.remarks else -1, is_led=True)
        self._states[number] = state
        if number == self._number:
            self._show(state)

    def keep_only(self, numbers: Collection[int]) -> None:
        """Let go of everything about documents that are no longer in the list."""
        for number in [each for each in self._states if each not in numbers]:
            del self._states[number]
            if number == self._number:
                self._show(self.state)

    def list_only(self, rule: Rule | None) -> None:
        """List the remarks of one rule, or all."""
        state = dataclasses.replace(self.state, rule=rule, told=None)
        chosen = state.chosen if state.chosen in state.listed else next(iter(state.listed), -1)
        self._set(dataclasses.replace(state, chosen=chosen, is_led=True))

    def choose(self, index: int) -> None:
        """Choose a remark, and go to its words."""
        if index != self.state.chosen:
            self._change(chosen=index, told=None, is_led=True)

    def choose_place(self, paragraph: int, at: int) -> None:
        """Choose the remark whose words stand there, if one does; of several the shortest."""
        remarks = self.state.remarks
        there = [
            index
            for index in self.state.listed
            if remarks[index].paragraph == paragraph and remarks[index].start <= at < remarks[index].end
        ]
        if there:
            best = min(there, key=lambda index: remarks[index].end - remarks[index].start)
            if best != self.state.chosen:
                self._change(chosen=best, told=None, is_led=False)

    def accept(self) -> None:
        """Put in the chosen wording, and go to the next remark."""
        index = self.state.chosen
        if not self.state.can_accept:
            return
        if self.state.overlaps(index):
            self._change(told=Told("overlaps"), problem=None)
            return
        self._decide(index, self.state.accepted | {index}, self.state.left - {index})

    def leave(self) -> None:
        """Let the chosen words stay, and go to the next remark."""
        index = self.state.chosen
        if self.state.can_leave:
            self._decide(index, self.state.accepted - {index}, self.state.left | {index})

    def take_back(self) -> None:
        """Say nothing about the chosen remark after all."""
        index = self.state.chosen
        self._change(accepted=self.state.accepted - {index}, left=self.state.left - {index}, told=None, problem=None)

    def accept_all(self) -> None:
        """Put in every listed wording that nothing has been said about; those that stand over another are left."""
        state, count = self.state, 0
        for index in state.ready:
            if not state.overlaps(index):
                state = dataclasses.replace(state, accepted=state.accepted | {index})
                count += 1
        self._set(dataclasses.replace(state, told=Told("accepted", count=count), problem=None))

    def save(self, path: Path) -> None:
        """Save the text with what was accepted, as the kind of file that the name says."""
        text = self.state.text
        if text is None:
            return
        try:
            self._output.write_text(text, path)
        except AssistantError as error:
            self._change(problem=error, told=None)
        else:
            self._change(problem=None, told=Told("saved", path.name), saved=self.state.accepted)

    def copy(self) -> None:
        """Copy the text with what was accepted."""
        if self.state.text is not None:
            self._output.copy_text(self.state.text)
            self._change(problem=None, told=Told("copied"))

    def _decide(self, index: int, accepted: frozenset[int], left: frozenset[int]) -> None:
        state = dataclasses.replace(self.state, accepted=accepted, left=left, told=None, problem=None)
        following = next((each for each in state.open if each > index), next(iter(state.open), index))
        self._set(dataclasses.replace(state, chosen=following, is_led=True))

    def _change(self, **new: object) -> None:
        self._set(dataclasses.replace(self.state, **new))  # type: ignore[arg-type]

    def _set(self, state: State) -> None:
        self._states[self._number] = state
        self._show(state)
