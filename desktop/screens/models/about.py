"""What is said about a model and about the work with it. Words alone, no widgets."""

from typing import Final

from assistant.offers import Fit, Offer
from assistant.wording import Words, later, visible
from desktop.screens.models.presenter import State
from desktop.wording import sentence

_LANGUAGES: Final = {"sv": later("Swedish"), "en": later("English")}
_ROLES: Final = {
    "default": later("Writes Swedish on an ordinary computer."),
    "small": later("For computers with little memory. Writes poor Swedish."),
    "larger": later("Writes better, but needs more memory and time."),
    "test": later("For tests of the program alone. Its summaries are of no use."),
    "imported": later("Imported by you. No one else has vouched for it, and every result says so."),
}
_FITS: Final = {
    Fit.NOW: later("{needs} GB"),
    Fit.LATER: later("{needs} GB, which is more than is free now. Close other programs first."),
    Fit.NEVER: later("{needs} GB, which is more than this computer has."),
}
_STEPS: Final = {
    "": later("Beginning"),
    "fetching": later("Fetching {model}"),
    "reading": later("Reading {model}"),
    "copying": later("Copying {model}"),
}
_DONE: Final = {
    "fetch": later("{model} is installed, and its file is the one on the list."),
    "copy": later("{model} is installed, and its file is the one on the list."),
    "import": later("{model} is installed."),
    "verify": later("The file of {model} is unchanged."),
    "remove": later("{model} has been removed."),
    "use": later("{model} answers from now on."),
}
_MINUTE: Final = 60
_GB: Final = 10**9
_GIB: Final = 1 << 30


def file_size(number: int, words: Words) -> str:
    """The size of a file: ``1,1 GB`` or ``491 MB``, as disks are measured."""
    if number >= _GB:
        return words("{size} GB", size=round(number / _GB, 1))
    return words("{size} MB", size=round(number / 10**6))


def memory_size(number: int, words: Words) -> str:
    """An amount of memory in GB, as memory is measured."""
    return words.number(round(number / _GIB, 1))


def line(offer: Offer, state: State, words: Words) -> str:
    """A model in the list: its name, and how it stands with it."""
    return f"{visible(offer.model.title)}\n{standing(offer, state, words)}"


def standing(offer: Offer, state: State, words: Words) -> str:
    """Whether it answers, is here, or can be fetched."""
    if state.work and state.work.order.model == offer.model.id and state.work.total:
        return words("{percent} % done", percent=round(100 * state.work.share))
    if offer.model.id == state.in_use:
        return f"✓ {words('answers now')}"
    if offer.is_here:
        return words("installed") if offer.is_own else words("provided by IT")
    return _absent(offer, words)


def _absent(offer: Offer, words: Words) -> str:
    if offer.fit is Fit.NEVER:
        return words("does not fit in this computer's memory")
    if not offer.has_room:
        return words("there is not room on the disk")
    if offer.begun:
        return words("fetched to {percent} %", percent=round(100 * offer.begun / offer.model.bytes))
    return words("not installed")


def role(offer: Offer, words: Words) -> str:
    """What it is good for."""
    return words(_ROLES[offer.model.role])


def languages(offer: Offer, words: Words) -> str:
    """Which languages it answers in."""
    known = [words(_LANGUAGES[each]) for each in offer.model.languages if each in _LANGUAGES]
    said = ", ".join(known)
    return (said.capitalize() if words.language == "sv" else said) or words("not known")


def needs(offer: Offer, words: Words) -> str:
    """How much memory it takes, and whether there is so much."""
    return words(_FITS[offer.fit], needs=memory_size(offer.needs, words))


def pace(offer: Offer, words: Words) -> str:
    """How long a short summary takes, and whether that is known or reckoned."""
    told = words("{time} for a short summary of two pages", time=about(offer.speed.two_pages, words))
    how = words("measured on this computer") if offer.speed.is_measured else words("estimated")
    return f"{told} ({how})"


def facts(offer: Offer, words: Words) -> tuple[tuple[str, str], ...]:
    """What there is to know about it: what it is called, and what it is."""
    rows = [
        (words("Languages"), languages(offer, words)),
        (words("Size of the file"), file_size(offer.model.bytes, words)),
        (words("Memory it needs"), needs(offer, words)),
        (words("Speed"), pace(offer, words)),
        (words("Made by"), offer.model.maker or words("not known")),
        (words("Licence"), offer.model.licence or words("not known")),
    ]
    return tuple(rows)


def called(name: str, state: State) -> str:
    """What people call the model with this id; the name of a file that is not imported yet is itself."""
    return visible(next((offer.model.title for offer in state.offers if offer.model.id == name), name))


def progress(state: State, words: Words) -> str:
    """The step, how much of it is done, and the time left."""
    work = state.work
    if work is None:
        return ""
    if work.is_stopping:
        return words("Stopping")
    text = words(_STEPS[work.step], model=called(work.order.model, state))
    if not work.total:
        return text
    done, total = file_size(work.done, words), file_size(work.total, words)
    text = words("{step}: {done} of {total}", step=text, done=done, total=total)
    if work.seconds_left is None:
        return text
    return f"{text} · {words('{time} left', time=about(work.seconds_left, words))}"


def outcome(state: State, words: Words) -> str:
    """What came of the last order: that it was done, or why not."""
    if state.problem:
        return sentence(state.problem, words)
    return words(_DONE[state.done.act], model=called(state.done.model, state)) if state.done else ""


def about(seconds: float, words: Words) -> str:
    """A time in words."""
    if seconds < _MINUTE:
        return words("about {seconds} s", seconds=max(1, round(seconds)))
    return words("about {minutes} min", minutes=round(seconds / _MINUTE))
