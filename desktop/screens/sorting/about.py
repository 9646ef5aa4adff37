"""What is said about batches and their work. Words alone, no widgets."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from assistant.errors import known
from assistant.schemes.scheme import Scheme
from assistant.wording import Words, later, visible
from desktop.screens.sorting.presenter import Running, State
from desktop.wording import sentence

if TYPE_CHECKING:
    from assistant.classify.desk import Pile

_MINUTE, _HOUR = 60, 3_600
_ACTS: Final = {
    "sort": later("Sorting"),
    "decide": later("Deciding anew"),
    "copy": later("Copying"),
    "undo": later("Taking copies away"),
    "table": later("Writing the table"),
    "try": later("Trying a scheme"),
}


def line(pile: "Pile", state: State, words: Words) -> str:
    """A batch in the list: where its documents lie, by what they are sorted, and how far that has come."""
    if state.running and state.running.order.number == pile.number:
        stage = words("under way")
    elif pile.waiting:
        stage = words("{done} of {count} sorted", done=pile.total - pile.waiting, count=pile.total)
    else:
        stage = words.count("{count} document sorted", "{count} documents sorted", pile.total)
    return "\n".join((visible(pile.folder), f"{called(pile.scheme, state)} · {stage}"))


def called(scheme: str, state: State) -> str:
    """What people call a scheme."""
    return next((each.name for each in state.schemes if each.id == scheme), scheme)


def facts(pile: "Pile", state: State, words: Words) -> list[tuple[str, str]]:
    """What is known of a batch."""
    made = datetime.fromisoformat(pile.made).astimezone()
    sorted_ = pile.total - pile.waiting - pile.failed
    return [
        (words("Scheme"), called(pile.scheme, state)),
        (words("Ordered"), made.strftime("%Y-%m-%d %H:%M")),
        (words("Documents"), str(pile.total)),
        (words("Sorted"), str(sorted_)),
        (words("Not known"), str(pile.undecided)),
        (words("Could not be read"), str(pile.failed)),
        (words("Confirmed"), str(pile.looked_through)),
    ]


def chosen(state: State, words: Words) -> str:
    """Which documents will be sorted."""
    if not state.sources:
        return words("Choose documents, or a folder with all that is in it.")
    names = ", ".join(visible(path.name or str(path)) for path in state.sources[:3])
    if len(state.sources) > 3:  # noqa: PLR2004 - three names fit on a line
        names += " …"
    return words.count("{count} document: {names}", "{count} documents: {names}", state.count, names=names)


def learnt(state: State, words: Words) -> str:
    """How many examples the scheme has been learnt from."""
    if state.by is None or state.by.decides != "one":
        return ""
    if not state.learnt:
        return words("No example has been confirmed yet. Each that you confirm makes the sorting better.")
    return words.count(
        "{count} confirmed example of this scheme is learnt from.",
        "{count} confirmed examples of this scheme are learnt from.",
        state.learnt,
    )


def purpose(scheme: Scheme | None, words: Words) -> str:
    """What a scheme is for, and how many classes it has."""
    if scheme is None:
        return ""
    count = words.count("{count} class", "{count} classes", len(scheme.answers))
    return f"{scheme.purpose} {count}." if scheme.purpose else f"{count}."


def progress(running: Running | None, words: Words) -> str:
    """What is under way, how far it has come and how long it will take."""
    if running is None:
        return ""
    text = words(_ACTS[running.order.act])
    if running.is_ending:
        text = words("{what} · ending with the document under way", what=text)
    if running.total:
        text = words("{what} · {done} of {count}", what=text, done=running.done, count=running.total)
    if running.seconds_left is None or running.is_ending:
        return text
    return f"{text} · {words('{time} left', time=_about(running.seconds_left, words))}"


def outcome(state: State, words: Words) -> str:
    """What the last order came to, or why something could not be done."""
    if state.problem:
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.forgotten is not None:
        return words.count("{count} example was forgotten.", "{count} examples were forgotten.", state.forgotten)
    return _ended(state, words) if state.ended else ""


def _ended(state: State, words: Words) -> str:
    ended = state.ended
    if ended is None or ended.why == "failed":
        return ""
    if ended.why == "stopped":
        return words("Paused. What is sorted is kept, and the rest waits.")
    if ended.without_model:
        return words("Sorted by the program alone, since no language model is there. That is less often right.")
    if ended.is_anew:
        return words.count("{count} class has changed.", "{count} classes have changed.", ended.count)
    return words("Ready. Look the documents through: those that are least sure come first.")


def kept(state: State, words: Words) -> str:
    """A warning where nothing outlives the window."""
    if not state.not_kept:
        return ""
    if state.not_kept == "policy":
        return words("IT has decided that nothing is kept: batches and examples are forgotten when the window closes.")
    return words(
        "This computer has no keyring that Kansli trusts, so batches and examples are forgotten when the window closes."
    )


def _about(seconds: float, words: Words) -> str:
    if seconds < _MINUTE:
        return words("about {seconds} s", seconds=max(1, round(seconds)))
    if seconds < _HOUR:
        return words("about {minutes} min", minutes=round(seconds / _MINUTE))
    return words("about {hours} h", hours=round(seconds / _HOUR, 1))
