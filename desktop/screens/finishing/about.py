"""What is said about what will be done with a batch, and what came of it. Words alone, no widgets."""

from assistant.errors import known
from assistant.wording import Words, visible
from desktop.screens.finishing.presenter import TABLES, State
from desktop.wording import sentence


def counts(state: State, words: Words) -> str:
    """How many documents each class has."""
    names = {label.code: label.name for label in state.scheme.labels} if state.scheme else {}
    lines = [f"{count:>6}  {visible(names.get(code, code))}" for code, count in state.counts]
    if state.without:
        lines.append(f"{state.without:>6}  {words('without a class: they are in the table, and are not copied')}")
    return "\n".join(lines)


def looked_through(state: State, words: Words) -> str:
    """How much of it a person has seen."""
    return words(
        "A person has confirmed {done} of {count}. The others are as Kansli found them.",
        done=state.confirmed,
        count=state.total + state.without,
    )


def plan(state: State) -> str:
    """What would be copied where."""
    return "\n".join(f"{visible(source)}  →  {visible(target)}" for source, target in state.plan)


def changes(state: State, words: Words) -> str:
    """What was changed last, a line each, and how much more there is."""
    from assistant.export.history import line, names  # noqa: PLC0415 - it needs much

    if state.scheme is None or not state.changes:
        return ""
    called = names(state.scheme)
    lines = [line(change, called, words) for change in state.changes]
    more = state.changed - len(lines)
    if more:
        lines.append(words.count("… and {count} older change", "… and {count} older changes", more))
    return "\n".join(lines)


def promise(state: State, words: Words) -> str:
    """What is done and what is not."""
    if state.path is None:
        return words("Choose where to. Nothing is done yet.")
    if state.way == "table":
        return words("A table with a row for each document is written to {path}.", path=visible(str(state.path)))
    if state.way == "history":
        return words("A table with a row for each change is written to {path}.", path=visible(str(state.path)))
    copies = words.count("{count} copy is made", "{count} copies are made", state.total)
    return words(
        "{copies} in {path}. The originals stay where they are, and nothing is written over.",
        copies=copies,
        path=visible(str(state.path)),
    )


def progress(state: State, words: Words) -> str:
    """What is under way."""
    if state.running is None or state.done is None:
        return ""
    done, total = state.running
    return words("{done} of {count}", done=done, count=total) if total else words("Under way")


def outcome(state: State, words: Words) -> str:
    """What was done, or why it cannot be."""
    if state.problem:
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.ended is None or state.done is None:
        return ""
    if state.ended.why == "stopped":
        return words("Stopped. What had been copied is there, and can be taken away again.")
    if state.done.act in TABLES:
        return words("The table is written.")
    if state.done.act == "undo":
        told = words.count("{count} copy was taken away.", "{count} copies were taken away.", state.ended.count)
        left = words("Left, since they have been changed: {names}.", names=_names(state)) if state.ended.left else ""
    else:
        told = words.count("{count} copy was made.", "{count} copies were made.", state.ended.count)
        left = words("Could not be copied: {names}.", names=_names(state)) if state.ended.left else ""
    return f"{told} {left}".strip()


def _names(state: State) -> str:
    return ", ".join(visible(name) for name in state.ended.left) if state.ended else ""
