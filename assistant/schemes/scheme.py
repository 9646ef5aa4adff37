"""A scheme is a closed list of labels, in one or more levels; an answer is always one of them or none. Values only."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace

#: How a document's label is found: one label by weighing, or every signal whose words or forms stand in it.
DECIDES = ("one", "signals")


@dataclass(frozen=True)
class Label:
    """One class of a scheme.

    Attributes:
        code: its name in tables and folders, unique in the scheme.
        name: what people call it.
        definition: what it is, in a line.
        include: what also belongs here.
        exclude: what does not, though it looks so.
        examples: typical titles or sentences.
        phrases: words that hardly stand in anything else, in lower case; ``*`` for the rest of a word.
        patterns: regular expressions that a paragraph begins with.
        parent: the code of the label it stands under; empty at the top.
        words: of a signal, the words that mean it, as in ``phrases``.
        finds: of a signal, the kinds of identifiers that mean it.
    """

    code: str
    name: str
    definition: str = ""
    include: str = ""
    exclude: str = ""
    examples: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    parent: str = ""
    words: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scheme:
    """A closed list of labels.

    Attributes:
        id: the file's name.
        name: what people call it.
        purpose: what it is for, in a sentence.
        question: what a document is asked, for example ``Vilken typ av handling är det?``.
        labels: all of them, each after the one it stands under.
        language: of its names and definitions.
        decides: one of ``DECIDES``.
        version: raised by its owner when it changes.
    """

    id: str
    name: str
    labels: tuple[Label, ...]
    purpose: str = ""
    question: str = ""
    language: str = "sv"
    decides: str = "one"
    version: int = 1

    @property
    def answers(self) -> tuple[Label, ...]:
        """The labels that can be given: those that no other stands under."""
        parents = {label.parent for label in self.labels}
        return tuple(label for label in self.labels if label.code not in parents)

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides; what was learnt of how a model sees the scheme holds only for the same."""
        return hashlib.sha256(repr((self.question, self.labels)).encode()).hexdigest()[:32]

    def label(self, code: str) -> Label:
        """The label with that code. Raises KeyError."""
        return next((label for label in self.labels if label.code == code), None) or _missing(code)

    def path(self, code: str) -> tuple[Label, ...]:
        """The label with those it stands under, outermost first."""
        path: list[Label] = []
        while code:
            label = self.label(code)
            path.insert(0, label)
            code = label.parent
        return tuple(path)

    def named(self, text: str) -> Label | None:
        """The label whose code or name this is, in any case; None when there is none, or several share the name."""
        wanted = text.strip().casefold()
        by_code = [label for label in self.labels if label.code.casefold() == wanted]
        found = by_code or [label for label in self.labels if label.name.casefold() == wanted]
        return found[0] if len(found) == 1 else None

    def only(self, codes: Collection[str]) -> "Scheme":
        """The scheme with these answers alone, and what they stand under."""
        kept = {label.code for code in codes for label in self.path(code)}
        return replace(self, labels=tuple(label for label in self.labels if label.code in kept))


def _missing(code: str) -> Label:
    raise KeyError(code)
