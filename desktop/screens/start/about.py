"""What is said at the first start. Words alone, no widgets."""

from assistant.machine import Machine
from assistant.wording import Words
from assistant.worker.lockdown import layers
from desktop.screens.models import about
from desktop.screens.start.presenter import State


def title(state: State, words: Words) -> str:
    """What this window is for."""
    return words("Welcome to Kansli") if state.is_first else words("Fetch a language model")


def intro(state: State, words: Words) -> str:
    """What is about to happen, and what it does not mean."""
    if not state.is_first:
        return words("This window fetches models and opens no documents. What opens documents has no network.")
    return words(
        "Kansli summarises documents on this computer, and no document leaves it. The writing is done by a language model, "
        "which is fetched once. This window opens no documents; what opens documents has no network."
    )


def machine(found: Machine, words: Words) -> tuple[tuple[str, str], ...]:
    """What this computer has: what each thing is called, and how much of it there is."""
    cores = words.count("{count} core", "{count} cores", found.cores)
    return (
        (words("Memory"), _memory(found, words)),
        (words("Room on the disk"), words("not known") if found.disk_free is None else about.file_size(found.disk_free, words)),
        (words("Processor"), cores),
        (words("Protection"), protection(found, words)),
    )  # fmt: skip


def _memory(found: Machine, words: Words) -> str:
    if found.memory is None or found.memory_free is None:
        return words("not known")
    whole, free = about.memory_size(found.memory, words), about.memory_size(found.memory_free, words)
    return words("{all} GB, of which {free} GB is free", all=whole, free=free)


def protection(found: Machine, words: Words) -> str:
    """Which layers of protection hold for what reads documents; a sign beside the words tells the same."""
    if found.protection is None:
        return words("being tried…")
    held = layers(found.protection)
    lacking = [words.layer(layer) for layer, is_held in held.items() if not is_held]
    if not lacking:
        return f"✓ {words('All {count} layers of protection hold.', count=len(held))}"
    return f"✗ {words('Does not hold here: {layers}.', layers='; '.join(lacking))}"


def offer_line(state: State, place: int, words: Words) -> str:
    """What there is to know before a model is chosen, in a line or two."""
    offer = state.models.offers[place]
    said = [
        about.languages(offer, words),
        words("{size} to fetch", size=about.file_size(offer.model.bytes - offer.begun, words)),
        words("memory: {needs}", needs=about.needs(offer, words)),
        about.pace(offer, words),
        words("licence: {licence}", licence=offer.model.licence or words("not known")),
    ]
    if offer.is_here or not offer.suits:
        said[1] = about.standing(offer, state.models, words)
    return f"{about.role(offer, words)}\n{' · '.join(said)}"


def none_fits(state: State, words: Words) -> str:
    """What is missing where no model fits, in figures, and the way out; empty where one does."""
    least = state.smallest
    if state.recommended or least is None:
        return ""
    has = state.machine
    needs = {
        "model": least.model.title,
        "memory": about.memory_size(least.needs, words),
        "disk": about.file_size(least.model.bytes - least.begun, words),
    }
    said = words("No model fits. The smallest, {model}, needs {memory} GB of memory and {disk} on the disk.", **needs)
    there = {
        "memory": words("not known") if has.memory is None else f"{about.memory_size(has.memory, words)} GB",
        "disk": words("not known") if has.disk_free is None else about.file_size(has.disk_free, words),
    }
    said += " " + words("This computer has {memory} of memory, and {disk} free on the disk.", **there)
    return f"{said} {without(words)}"


def without(words: Words) -> str:
    """What works without a model."""
    return words(
        "Without a model, Kansli can still show a document's own weightiest sentences, and make tables of formal minutes."
    )
