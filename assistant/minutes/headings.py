"""What a heading in words that no list has says of the text under it: by its head noun and by what that noun is joined to.

*Utskottets ställningstagande*, *Fattat beslut*, *Beslut i ärendet* and *Dagens beslut* all say by the same word what they are. A
word before it that is neither whose it is nor a word of that kind (*Överklagade beslut*), or something that it is about
(*Beslut om taxa*), makes it something else, so nothing is told then.
"""

import re

from assistant.minutes.protokoll import PartKind
from assistant.minutes.vocabulary import TABLE

_MOST_WORDS = 7
_PREPOSITION = re.compile(
    r"\s(?:i|av|om|för|till|från|vid|på|under|med|mot|enligt|angående|rörande|över|gällande)\s", re.IGNORECASE
)
#: Where something was decided, or who did it; not what it is about.
_PLACE = re.compile(
    r"(?:i|av|på|vid|från|under) (?:ärendet|frågan|sak(?:en|frågan)|punkten|(?:dagens )?(?:möte|sammanträde)t?"
    r"|(?P<body>[\w-]+(?: [\w-]+)?))$",
    re.IGNORECASE,
)
_ADJECTIVES = re.compile(
    r"(?:fatta[td]e?|slutlig[at]?|enhällig[at]?|dagens|mötets|sammanträdets|styrelsens|nämndens|följande|årets|stämmans|vårt"
    r"|gällande|skriftlig[at]?|muntlig[at]?|kort|ny(?:a|tt)?|inkom(?:na|met)|ställ(?:da|t)|framställ(?:da|t)|framförda|lagda"
    r"|ytterligare|övrig[at]?|allmän|särskil[td]a?)$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"(?:tidigare|föregående|föregångna)\b", re.IGNORECASE)
_HEADS: tuple[tuple[PartKind, re.Pattern[str]], ...] = tuple(
    (row.kind, re.compile(rf"(?:^|\s)(?:{row.nouns})$", re.IGNORECASE)) for row in TABLE
)


def kind_of(text: str) -> tuple[PartKind, str] | None:
    """What a heading says, and whose it is where it says that; None where its words do not say it for sure."""
    words = text.split()
    if not words or len(words) > _MOST_WORDS or not text[:1].isupper():
        return None
    at = _PREPOSITION.search(text)
    phrase, after = (text[: at.start()], text[at.start() :].strip()) if at else (text, "")
    for kind, pattern in _HEADS:
        match = pattern.search(phrase)
        if match:
            return _with_owner(kind, phrase[: match.start()].split(), after)
    return None


def _with_owner(kind: PartKind, before: list[str], after: str) -> tuple[PartKind, str] | None:
    """The kind with the owner of it; None where other words stand before the noun, or a decision is about something."""
    if any(_EARLIER.match(word) for word in before):
        return (PartKind.EARLIER, "") if kind in {PartKind.DECISION, PartKind.PROCEDURE} else (kind, "")
    owners = [word for word in before if not _ADJECTIVES.match(word)]
    if any(not (word.endswith(("s", "a", "-", ",")) or word == "och") for word in owners):
        return None
    whose = " ".join(owners).removesuffix("s")
    if kind is not PartKind.DECISION or not after:
        return kind, whose
    place = _PLACE.match(after)
    return (kind, whose or place["body"] or "") if place else None
