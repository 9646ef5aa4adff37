"""What can be chosen of a summary: its kind, length, depth and language. Values only."""

from dataclasses import dataclass

from assistant.errors import UsageError

KINDS = ("general", "bullets", "plain", "extract", "minutes")
#: Kinds that the program makes by itself.
WITHOUT_MODEL = frozenset({"extract", "minutes"})
LENGTHS = ("short", "medium", "long")
DEPTHS = ("thorough", "quick")
LANGUAGES = ("sv", "en")


@dataclass(frozen=True)
class Options:
    """What kind of summary; an empty language means the document's own."""

    kind: str = "general"
    language: str = ""
    length: str = "medium"
    depth: str = "thorough"

    def __post_init__(self) -> None:
        """Refuse what there is not."""
        for value, known in (
            (self.kind, KINDS),
            (self.length, LENGTHS),
            (self.depth, DEPTHS),
            (self.language, ("", *LANGUAGES)),
        ):
            if value not in known:
                raise UsageError(reason="option")
