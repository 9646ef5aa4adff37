"""Which body is meant: *nämnden* is *Kollektivtrafiknämnden* in its own minutes, and *kommunstyrelsen* is not *arbetsutskottet*."""

import re
from collections import Counter
from collections.abc import Sequence

from assistant.documents.document import Paragraph
from assistant.minutes.labels import label_of
from assistant.minutes.organs import BASES, BODY, SHORT
from assistant.minutes.protokoll import PartKind, Stated

_KEY = re.compile(rf"(?P<kind>[a-zåäö-]*?)(?P<base>{'|'.join(BASES)})(?:e[nt]|n|t|an|um)?s?$")
_ACTS = re.compile(rf"(?P<body>{BODY}) (?i:beslutar|beslutade|föreslår|föreslog)\b")
#: From those that prepare to those that decide last; *kommunstyrelsens arbetsutskott* is a committee, so that counts as the lowest.
_RANKS = (("utskott", "beredning", "presidi", "råd"), ("nämnd",), ("styrelse", "direktion"), ("fullmäktige", "stämma"))
#: Said less often, it may be an account.
_FEWEST = 2
_CHAIN = re.compile(rf"\b{BODY}(?:s {BODY})*(?=s?\b)", re.IGNORECASE)


def body_in(text: str) -> str:
    """The first body that a text names, whole (*Kommunstyrelsens arbetsutskott*), else nothing."""
    match = _CHAIN.search(text)
    return match.group() if match else ""


def is_same(one: str, other: str) -> bool:
    """Whether two names may mean one body: the same kind, and neither says something that the other contradicts."""
    left, right = _key(one), _key(other)
    if left is None or right is None:
        return False
    if {left[1], right[1]} != {left[1]}:  # *styrelsemöte* is the meeting of the *styrelse*
        return any(one[1] == "möte" and one[0].startswith(other[1]) for one, other in ((left, right), (right, left)))
    return left[0] == right[0] or not left[0] or not right[0]


def is_above(one: str, other: str) -> bool:
    """Whether a body stands above another, which prepares its matters; true where the other is not known."""
    return not other or _rank(one) > _rank(other)


def _rank(name: str) -> int:
    folded = _written_out(name).casefold()
    if any(kind in folded for kind in _RANKS[0]):
        return 0
    return max((rank for rank, kinds in enumerate(_RANKS) if any(kind in folded for kind in kinds)), default=0)


def _written_out(name: str) -> str:
    return SHORT.get(name.casefold().removesuffix(":s"), name)


def _key(name: str) -> tuple[str, str] | None:
    words = _written_out(name).casefold().split(" för ")[0].split()  # *nämnden för folkhälsa och sjukvård*
    match = _KEY.match(words[-1]) if words else None
    if match is None:
        return None
    described = (
        words[-2] if len(words) > 1 and words[-2].endswith("a") and not match["kind"] else ""
    )  # *tekniska nämnden*
    return described or match["kind"].removesuffix("-"), match["base"]


def deciding_body(paragraphs: Sequence[Paragraph], front: Stated | None) -> Stated | None:
    """Whose minutes they are: as the first page says, unless under *Beslut* another body is the one that decides throughout.

    A page head may name the organisation that a committee belongs to; to take the committee's proposals to it for its own decisions
    would be the worst fault.
    """
    found: list[Stated] = []
    follows = False
    for each in paragraphs:
        label = label_of(each)
        if label and label.kind is PartKind.DECISION and label.whose and not label.leads:
            found.append(Stated(label.whose, (each.number,)))  # *Kommunfullmäktiges beslut*
        is_label = label is not None and label.kind is PartKind.DECISION and not label.whose and not label.leads
        text = (
            label.rest
            if label and is_label
            else each.text
            if (follows and (label is None or label.leads))
            or (label and label.leads and label.kind is PartKind.DECISION)
            else ""
        )
        match = _ACTS.match(text)
        if match:
            found.append(Stated(match["body"], (each.number,)))
        follows = is_label and not (label and label.rest)
    named = Counter(stated.text.casefold() for stated in found)
    most, often = named.most_common(1)[0] if named else ("", 0)
    if often < _FEWEST or often * 2 <= len(found) or (front and any(is_same(each.text, front.text) for each in found)):
        return front
    return next(stated for stated in found if stated.text.casefold() == most)
