"""Compares a text with what a model made of it: what was lost, what has come to it, and whether it is what was asked for."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from assistant.checks.claims import Claim, ClaimKind, claims, is_known, keys
from assistant.sentences import sentences, words
from assistant.tasks.task import Finding

#: Words of a sentence from which on it is told as the instruction said again.
_ECHO: Final = 4


def differences(old: str, new: str, wish: str, instruction: str = "") -> Iterator[Finding]:
    """What a person must know before accepting the change; nothing when there is nothing.

    Args:
        old: the text that was marked.
        new: what is proposed instead.
        wish: what was asked for, see ``tasks/change.py``.
        instruction: the words it was asked for in.
    """
    if not new.strip():
        yield Finding("change-empty")
        return
    if new.split() == old.split():
        yield Finding("change-unchanged")
        return
    if wish == "shorter" and len(new) >= len(old):
        yield Finding("change-longer")
    if _echoes(new, old, instruction):
        yield Finding("change-repeats-instruction")
    lost, added = _missing(old, new), _missing(new, old)
    if wish == "language":
        # Offices and places have other names in another language, and more or fewer words have capitals.
        lost = [claim for claim in lost if claim.kind is not ClaimKind.NAME or not claim.opens]
        added = [claim for claim in added if claim.kind is not ClaimKind.NAME]
    if lost:
        yield Finding("change-lost", {"text": _listed(lost)})
    if added:
        yield Finding("change-added", {"text": _listed(added)})


def _missing(text: str, other: str) -> list[Claim]:
    """The numbers, dates and names of a text that are not in the other one."""
    known, spoken = keys(other), frozenset(words(other))

    def is_there(claim: Claim) -> bool:
        if claim.kind is not ClaimKind.NAME:
            return is_known(claim, known)
        return not _is_name(claim, text) or all(not _forms(part).isdisjoint(spoken) for part in words(claim.text))

    return [claim for claim in claims(text) if not is_there(claim)]


def _is_name(claim: Claim, text: str) -> bool:
    """A word that opens a sentence has a capital in any case; it is a name when it is all capitals or another name follows."""
    is_short = claim.text.isupper() and len(claim.text) > 1
    return not claim.opens or is_short or bool(re.search(rf"{re.escape(claim.text)} [A-ZÅÄÖ]", text))


def _forms(word: str) -> set[str]:
    """A name with and without the genitive's *s*."""
    return {word, f"{word}s", word.removesuffix("s").rstrip("'’")}


def _echoes(new: str, old: str, instruction: str) -> bool:
    asked, before = _plain(instruction), _plain(old)
    if _plain(new) in asked and _plain(new) not in before:
        return True
    said = (_plain(sentence) for line in new.splitlines() for sentence in sentences(line))
    return any(len(each.split()) >= _ECHO and each in asked and each not in before for each in said)


def _plain(text: str) -> str:
    return " ".join(words(text))


def _listed(found: Iterable[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.text for claim in found))
