"""Keeps account of what of a document a task has read, so that its coverage always adds up to the whole."""

from collections.abc import Iterable, Sequence

from assistant.documents.document import MARGINAL, Document, Paragraph
from assistant.sentences import sentences
from assistant.tasks.task import Coverage, LeftOut
from assistant.tasks.weigh import Weighed


class Covered:
    """The account for one document; headers and footers are left out from the start."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._out: dict[int, str] = {each.number: "header" for each in document.paragraphs if each.kind in MARGINAL}
        self._weighed = 0

    def leave_out(self, numbers: Iterable[int], why: str) -> None:
        """These paragraphs are not read, for this reason; the first reason stands."""
        for number in numbers:
            self._out.setdefault(number, why)

    def weigh(self, paragraphs: Sequence[Paragraph], read: Sequence[Paragraph], chosen: Sequence[Weighed]) -> None:
        """The program has weighed all these and chosen: those in ``read`` and those whose every sentence was chosen are read."""
        self._weighed = len(paragraphs)
        taken: dict[int, int] = {}
        for sentence in chosen:
            taken[sentence.paragraph.number] = taken.get(sentence.paragraph.number, 0) + 1
        kept = {each.number for each in read}
        kept |= {each.number for each in paragraphs if taken.get(each.number) == len(sentences(each.text))}
        self.leave_out((each.number for each in paragraphs if each.number not in kept), "quick")

    def coverage(self) -> Coverage:
        """The account as it stands."""
        return Coverage(
            paragraphs=len(self._document.paragraphs),
            read=len(self._document.paragraphs) - len(self._out),
            left_out=tuple(self._runs()),
            weighed=self._weighed,
            pages_unread=tuple(sorted({each.page for each in self._document.unread if each.page is not None})),
        )

    def _runs(self) -> list[LeftOut]:
        runs: list[LeftOut] = []
        for number, why in sorted(self._out.items()):
            if runs and (runs[-1].last, runs[-1].why) == (number - 1, why):
                runs[-1] = LeftOut(runs[-1].first, number, why)
            else:
                runs.append(LeftOut(number, number, why))
        return runs
