"""A result and its document side by side: which statement rests on which paragraph, and what must be decided before export."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import AssistantError
from assistant.tasks.task import BlockKind, Result, Status


@dataclass(frozen=True)
class State:
    """Everything the view needs.

    Attributes:
        result: what is shown, as edited.
        blocks: indices of the statements that are marked.
        paragraphs: numbers of the paragraphs that are marked.
        is_accepted: whether the user has said that what has no support may be exported all the same.
        saved: the name of the file it was last saved as.
        problem: why it could not be saved.
    """

    result: Result | None = None
    blocks: frozenset[int] = frozenset()
    paragraphs: frozenset[int] = frozenset()
    is_accepted: bool = False
    saved: str = ""
    problem: AssistantError | None = None

    @property
    def unsupported(self) -> int:
        """How many statements have no support in the document."""
        blocks = self.result.blocks if self.result else ()
        return sum(block.kind is not BlockKind.HEADING and block.status is Status.UNSUPPORTED for block in blocks)

    @property
    def can_export(self) -> bool:
        """What has no support is exported only after an active choice."""
        return self.result is not None and (self.is_accepted or not self.unsupported)


class Presenter:
    """Decides. Every act ends with the new State being shown."""

    def __init__(self, write: Callable[[Result, Path], None], show: Callable[[State], None]) -> None:
        self._write = write
        self._show = show
        self.state = State()

    def open(self, result: Result) -> None:
        """Show another result."""
        self.state = State(result)
        self._show(self.state)

    def choose_block(self, index: int) -> None:
        """Mark what a statement rests on."""
        if self.state.result is not None:
            sources = self.state.result.blocks[index].sources
            self._change(blocks=frozenset({index}), paragraphs=frozenset(source.paragraph for source in sources))

    def choose_paragraph(self, number: int) -> None:
        """Mark the statements that rest on a paragraph."""
        blocks = self.state.result.blocks if self.state.result else ()
        resting = (
            index for index, block in enumerate(blocks) if any(source.paragraph == number for source in block.sources)
        )
        self._change(blocks=frozenset(resting), paragraphs=frozenset({number}))

    def edit(self, index: int, text: str) -> None:
        """The user has written a statement anew: what the program found about the old words no longer counts."""
        result = self.state.result
        if result is None or result.blocks[index].text == text:
            return
        blocks = list(result.blocks)
        blocks[index] = dataclasses.replace(blocks[index], text=text, sources=(), status=Status.NOT_CHECKED)
        findings = tuple(finding for finding in result.findings if finding.block != index)
        self._change(result=dataclasses.replace(result, blocks=tuple(blocks), findings=findings), saved="")

    def accept(self, is_accepted: bool) -> None:  # noqa: FBT001 - a tick box
        """Say whether what has no support may be exported."""
        self._change(is_accepted=is_accepted)

    def export(self, path: Path) -> None:
        """Save as the kind of file that the name says."""
        if self.state.result is None or not self.state.can_export:
            return
        try:
            self._write(self.state.result, path)
        except AssistantError as error:
            self._change(problem=error, saved="")
        else:
            self._change(problem=None, saved=path.name)

    def _change(self, **new: object) -> None:
        self.state = dataclasses.replace(self.state, **new)  # type: ignore[arg-type]
        self._show(self.state)
