"""Labelled sentences against the plain-language rules: precision and recall of each."""

import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.review.remark import Rule
from assistant.review.review import review

FOLDER = Path(__file__).with_name("review")
#: What is told of nearly every official text, for information.
_TOLD = frozenset({Rule.LEGAL_TERM})


@dataclass(frozen=True)
class Score:
    """How a rule did."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was told that was labelled."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of what was labelled that was told."""
        return self.right / max(1, self.right + self.missed)


def items() -> list[tuple[str, frozenset[Rule]]]:
    """The labelled texts."""
    return [
        (item["text"], frozenset(map(Rule, item["rules"].split())))
        for file in sorted(FOLDER.glob("*.toml"))
        for item in tomllib.loads(file.read_text(encoding="utf-8"))["item"]
    ]


def document(text: str) -> Document:
    """A labelled text as a document."""
    return Document(
        "a.txt",
        "txt",
        tuple(
            Paragraph(
                number, line.removeprefix("# "), ParagraphKind.HEADING if line.startswith("# ") else ParagraphKind.TEXT
            )
            for number, line in enumerate(text.splitlines(), 1)
        ),
    )


def told(text: str) -> frozenset[Rule]:
    """The rules that a text is told to break."""
    return frozenset(remark.rule for remark in review(document(text)).remarks) - _TOLD


def scores() -> dict[Rule, Score]:
    """Each rule's score on the labelled texts."""
    right: Counter[Rule] = Counter()
    false: Counter[Rule] = Counter()
    missed: Counter[Rule] = Counter()
    for text, labels in items():
        found = told(text)
        right.update(found & labels)
        false.update(found - labels)
        missed.update(labels - found)
    return {rule: Score(right[rule], false[rule], missed[rule]) for rule in Rule if rule not in _TOLD}


def differing() -> list[str]:
    """A line for each text that was judged otherwise than it is labelled."""
    lines = []
    for text, labels in items():
        found = told(text)
        if found != labels:
            extra, lacking = " ".join(sorted(found - labels)), " ".join(sorted(labels - found))
            lines.append(f"+[{extra}] -[{lacking}] {text}")
    return lines


def table() -> str:
    """The scores as lines."""
    return "\n".join(
        f"{rule:<15} precision {score.precision:.2f} recall {score.recall:.2f} ({score.right} right, {score.false} false, {score.missed} missed)"
        for rule, score in scores().items()
    )
