"""What comes of a try to word some points: sentences that stand, and points in their own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from assistant.sentences import topics
from assistant.tasks.task import Block, BlockKind, Finding, Source, Status

#: *7 §*, *12 a §*, and the same with the sign first.
_CITED: Final = re.compile(r"\b(\d+(?: [a-z])?) §")
_TURNED: Final = re.compile(r"§ ?(\d+(?: [a-z]\b)?)(?! ?§)")


@dataclass(frozen=True)
class Point:
    """Something that a part is to say, and where it comes from."""

    text: str
    source: Source


def whole(text: str) -> str:
    """A point as a sentence."""
    said = text.strip()
    said = said[:1].upper() + said[1:]
    return said if said.endswith((".", "!", "?", "…", ":")) else f"{said}."


@dataclass(frozen=True)
class Said:
    """A sentence of the model's that stands, what a person should know of it, and the point that it says."""

    block: Block
    found: tuple[Finding, ...]
    point: int


@dataclass(frozen=True)
class Tried:
    """What came of one try: the sentences that stand, the points in their own words, and how many sentences were left out."""

    kept: tuple[Said, ...]
    lacking: frozenset[int]
    left_out: int

    @property
    def badness(self) -> int:
        """What two tries are compared by."""
        return 2 * (len(self.lacking) + self.left_out) + sum(bool(each.found) for each in self.kept)

    def told(self, points: Sequence[Point], begins: int) -> tuple[list[Block], list[Finding]]:
        """The blocks in the points' order, the first of which is number ``begins``, and what a person should know of them."""
        blocks: list[Block] = []
        findings: list[Finding] = []
        for place, point in enumerate(points):
            if place in self.lacking:
                blocks.append(own(point))
                continue
            for each in self.kept:
                if each.point == place:
                    findings += [replace(found, block=begins + len(blocks)) for found in each.found]
                    blocks.append(each.block)
        if self.left_out and not self.kept:
            findings.append(Finding("letter-own-words"))
        elif self.left_out:
            findings.append(Finding("letter-sentences-left-out", {"count": self.left_out}))
        return blocks, findings


def listed(points: Sequence[Point]) -> str:
    """The points as a model is given them, a line each."""
    return "\n".join(f"- {each.text.strip()}" for each in points)


def as_cited(text: str, points: Sequence[Point]) -> str:
    """The text with the statutes' paragraphs as the points cite them: *7 §* where a model has made *§7* of it.

    Swedish statutes are cited with the number first (Myndigheternas skrivregler, on references to statutes).
    """
    cited = {number for each in points for number in _CITED.findall(each.text)}
    return _TURNED.sub(lambda found: f"{found[1]} §" if found[1] in cited else found[0], text)


def nearest(text: str, points: Sequence[Point], language: str) -> int:
    """The point that a sentence says most of."""
    said = set(topics(text, language))
    shared = [len(said & set(topics(each.text, language))) for each in points]
    return shared.index(max(shared))


def own(point: Point) -> Block:
    """A point in its own words."""
    return Block(BlockKind.STATEMENT, whole(point.text), sources=(point.source,), status=Status.SUPPORTED)
