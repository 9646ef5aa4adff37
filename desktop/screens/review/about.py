"""What is said about a document that was sorted. Words alone, no widgets."""

from typing import TYPE_CHECKING

from assistant.classify.result import Sorted
from assistant.classify.seen import Ranked
from assistant.documents.document import Notice
from assistant.errors import AssistantError, known
from assistant.phrases import WHY_NOT
from assistant.schemes.scheme import Scheme
from assistant.wording import Words, visible
from desktop.screens.review.presenter import State
from desktop.wording import sentence

if TYPE_CHECKING:
    from assistant.store.batches import Line


def line(each: "Line", scheme: Scheme | None, words: Words) -> str:
    """A document in the list: its name, its class, and how sure that is or that a person has said it."""
    name = visible(each.path.name)
    if each.confirmed is not None:
        return f"{name}\n✓ {called(each.confirmed, scheme, words)} · {words('confirmed')}"
    if each.state.value == "failed":
        return f"{name}\n{words('could not be read')}"
    if each.state.value != "done":
        return f"{name}\n{words('not sorted yet')}"
    label = called(each.label, scheme, words)
    return f"{name}\n{percent(each.confidence)} · {label}"


def called(code: str, scheme: Scheme | None, words: Words) -> str:
    """What people call a class; its code where the scheme has it no longer."""
    if not code:
        return words("Not known").lower()
    return next((label.name for label in scheme.labels if label.code == code), code) if scheme else code


def percent(share: float) -> str:
    """A probability as people read it; never more certain than it is."""
    return f"{min(99, round(share * 100))} %"


def heading(state: State, words: Words) -> str:
    """The proposed class, what a person has said, or why there is none."""
    line = state.line
    if line is None:
        return words("There is nothing to look through.")
    if isinstance(state.outcome, AssistantError):
        return words("Could not be read")
    if state.outcome is None:
        return words("Not sorted yet")
    if line.confirmed is not None:
        return words("Confirmed: {label}", label=called(line.confirmed, state.scheme, words))
    decision = state.outcome.decision
    if decision.label:
        return f"{called(decision.label, state.scheme, words)} · {percent(decision.confidence)}"
    return words("Not known")


def said(state: State, words: Words) -> str:
    """Why there is no class or what to mind, and on what words it rests."""
    if state.problem:
        return sentence(known(state.problem.code, state.problem.facts), words)
    if isinstance(state.outcome, AssistantError):
        return sentence(state.outcome, words)
    if not isinstance(state.outcome, Sorted):
        return ""
    decision, told = state.outcome.decision, []
    if decision.why:
        told.append(words("Not known: {why}.", why=words(WHY_NOT[decision.why])))
    told += [words.notice(Notice(notice)) for notice in state.outcome.notices]
    if state.scheme and state.scheme.decides == "one" and not decision.is_calibrated:
        told.append(words("The percentages have not been held against confirmed examples yet."))
    return " ".join(told)


def quote(state: State, words: Words) -> str:
    """The deciding passage and its place."""
    if not isinstance(state.outcome, Sorted) or not state.outcome.evidence.quote:
        return ""
    evidence = state.outcome.evidence
    place = f"¶ {evidence.paragraph}" + (words(", p. {page}", page=evidence.page) if evidence.page is not None else "")
    return f"{words.quoted(visible(evidence.quote))} ({place})"


def runner(place: int, each: Ranked, state: State, words: Words) -> str:
    """A runner-up class on its button, with the digit that chooses it."""
    name = called(each.label, state.scheme, words).replace("&", "&&")
    return f"&{place + 2} {name} · {percent(each.p)}"


def accept(state: State, words: Words) -> str:
    """What confirming says."""
    if state.proposed is None:
        return words("&Confirm")
    return words("&Confirm: {label}", label=called(state.proposed, state.scheme, words).replace("&", "&&"))


def definition(state: State) -> str:
    """What the class that was found is, by its scheme."""
    if state.scheme is None or not state.proposed:
        return ""
    label = next((each for each in state.scheme.labels if each.code == state.proposed), None)
    return " ".join(filter(None, (label.definition, label.exclude))) if label else ""


def count(state: State, words: Words) -> str:
    """How far the looking through has come."""
    return words(
        "{place} of {count} · {done} confirmed",
        place=min(state.place + 1, len(state.lines)),
        count=len(state.lines),
        done=state.looked_through,
    )
