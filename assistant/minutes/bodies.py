"""Which body is meant: *nämnden* is *Kollektivtrafiknämnden* in its own minutes, and *kommunstyrelsen* is not *arbetsutskottet*."""

import re

from assistant.minutes.labels import BODY

_BASES = (
    "styrelse nämnd utskott fullmäktige beredning delegation kommitté direktion råd stämma möte presidi styrgrupp ledningsgrupp"
    " arbetsgrupp kollegi"
).split()
_KEY = re.compile(rf"(?P<kind>[a-zåäö-]*?)(?P<base>{'|'.join(_BASES)})(?:e[nt]|n|t|an|um)?s?$")
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


def _key(name: str) -> tuple[str, str] | None:
    words = name.casefold().split(" för ")[0].split()  # *nämnden för folkhälsa och sjukvård*
    match = _KEY.match(words[-1]) if words else None
    if match is None:
        return None
    described = (
        words[-2] if len(words) > 1 and words[-2].endswith("a") and not match["kind"] else ""
    )  # *tekniska nämnden*
    return described or match["kind"].removesuffix("-"), match["base"]
