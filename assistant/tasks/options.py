"""What can be chosen of a summary: its kind, length, depth and language. Values only."""

from dataclasses import dataclass

from assistant.errors import UsageError

KINDS = ("general", "bullets", "plain", "extract", "minutes")
#: Kinds that the program makes by itself.
WITHOUT_MODEL = frozenset({"extract"})
#: Kinds that a model only adds to: without one they are made all the same, and say what is lacking.
BETTER_WITH_MODEL = frozenset({"minutes"})
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

    @property
    def without_model(self) -> bool:
        """Whether the program makes it by itself; quick minutes are the tables alone."""
        return self.kind in WITHOUT_MODEL or (self.kind in BETTER_WITH_MODEL and self.depth == "quick")

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
