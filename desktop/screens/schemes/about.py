"""What is said about schemes and how they do. Words alone, no widgets."""

from assistant.errors import AssistantError, known
from assistant.phrases import WHY_NOT
from assistant.schemes.scheme import Label
from assistant.wording import Words, visible
from desktop.screens.schemes.presenter import State
from desktop.wording import sentence


def line(label: Label, state: State) -> str:
    """A class in the list, under the one it stands under."""
    depth = len(state.scheme.path(label.code)) - 1 if state.scheme and _leads_up(label, state) else 0
    return f"{'    ' * depth}{visible(label.name)}"


def hint(state: State, words: Words) -> str:
    """What can be done with the scheme."""
    if state.scheme is None:
        return words("There is no scheme. Make one, or take one from a file.")
    if not state.is_own:
        return words("This scheme comes with Kansli. Make a copy to change it.")
    if state.is_changed:
        return words("Changed, and not saved yet.")
    return ""


def outcome(state: State, words: Words) -> str:
    """What was done, or why it was not."""
    if state.problem:
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.saved:
        return words("The scheme is saved. What was learnt from the classes that are left still holds.")
    if state.running is not None:
        done, total = state.running
        return words("Being tried: {done} of {count}", done=done, count=total) if total else words("Being tried")
    return ""


def tried(state: State, words: Words) -> str:
    """What came of each document that the scheme was tried on."""
    if state.tried is None or state.scheme is None:
        return ""
    names = {label.code: label.name for label in state.scheme.labels}
    lines = []
    for path, outcome in state.tried.tried:
        if isinstance(outcome, AssistantError):
            lines.append(f"{visible(path.name)}: {sentence(outcome, words)}")
            continue
        decision = outcome.decision
        said = ", ".join(
            f"{names.get(each.label, each.label)} {round(each.p * 100)} %" for each in decision.ranking[:3]
        )
        if not decision.label:
            why = words(WHY_NOT[decision.why])
            said = f"{words('Not known: {why}.', why=why)} {said}"
        lines.append(f"{visible(path.name)}: {said}")
    if state.tried.without_model:
        lines.append(words("Sorted by the program alone, since no language model is there. That is less often right."))
    return "\n".join(lines)


def _leads_up(label: Label, state: State) -> bool:
    """Whether the levels above a class are right; while it is edited they may not be."""
    labels = {each.code: each for each in state.scheme.labels} if state.scheme else {}
    seen: set[str] = set()
    code = label.code
    while code:
        if code in seen or code not in labels:
            return False
        seen.add(code)
        code = labels[code].parent
    return True
