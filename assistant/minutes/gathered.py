"""What has been gathered of a first page: its fields, its lists of people, and which field the next line belongs to."""

import re
from dataclasses import dataclass, field

from assistant.minutes.people import NAME
from assistant.minutes.protokoll import Role, Stated

SIGNING = {"chair", "secretary", "adjusters"}
ROLES = {
    "members": Role.MEMBER,
    "serving": Role.SERVING,
    "substitutes": Role.SUBSTITUTE,
    "others": Role.OTHER,
    "absent": Role.ABSENT,
    "under-deciding": Role.SUBSTITUTE,
}
_DOTS = re.compile(r"[.…_]{4,}|\s{2,}")
A_NAME = re.compile(rf"{NAME}(?: \([^)]*\))?")


@dataclass
class Page:
    """What has been found so far."""

    fields: dict[str, list[Stated]] = field(default_factory=dict)
    people: list[tuple[str, Stated]] = field(default_factory=list)
    understood: set[int] = field(default_factory=set)
    at: str = ""
    unsigned: str = ""
    beside: list[str] = field(default_factory=list)
    is_deciding: bool = False
    is_ranged: bool = False
    roll: tuple[str, ...] = ()

    def turn(self, name: str) -> None:
        """What follows belongs to this field."""
        if name in {"deciding", "others"}:
            self.is_deciding = name == "deciding"
            self.is_ranged = bool(self.fields.get("range"))
        self.at = self._meant(name)

    def _meant(self, name: str) -> str:
        """What a label says in its place."""
        if name == "bare-substitutes":
            return "under-deciding" if self.is_deciding else "substitutes"
        return "members" if name == "deciding" else name

    def listed(self) -> list[tuple[Role, Stated]]:
        """The lines of people with their roles: *Ersättare* under *Beslutande* serve where others are listed that do not.

        A substitute who serves for somebody named is known by that, whatever list it is.
        """
        lists = {name for name, _ in self.people}
        roles = ROLES | ({"under-deciding": Role.SERVING} if "substitutes" in lists and "serving" not in lists else {})
        return [(roles[name], line) for name, line in self.people]

    def put(self, name: str, text: str, number: int) -> None:
        """Take a value of a field; in a list of roles, one more line of people."""
        name = self._meant(name)
        self.understood.add(number)
        text = _DOTS.sub(" ", text).strip(" …_")
        beside = re.search(rf"\d\s+(?P<name>{NAME})$", text) if name == "range" and self.unsigned else None
        if beside:  # whose line of dots stands before the range: the name is under it
            self.fields.setdefault(self.unsigned, []).append(Stated(beside["name"], (number,)))
            self.unsigned, text = "", text[: beside.start("name")].strip()
        if name in SIGNING:
            self.unsigned = "" if text else name  # a line of dots: the name stands under it
        if not text or name == "skip" or (name in SIGNING and not A_NAME.match(text)):
            return
        stated = Stated(text, (number,))
        if name in ROLES and self.people and self.people[-1][0] == name and _goes_on(self.people[-1][1].text, text):
            before = self.people.pop()[1]  # a name that was broken at the end of a line
            stated = Stated(f"{before.text} {text}", (*before.paragraphs, number))
        if name in ROLES:
            self.people.append((name, stated))
        else:
            self.fields.setdefault(name, []).append(stated)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line of a list of people begins with the rest of the name that the line before it ends with."""
    return bool(re.search(r"[;,] [A-ZÅÄÖ][\w-]+$", before) and re.match(r"[A-ZÅÄÖ][\w-]+ \(", text))
