"""What is said about what was found in a document. Words alone, no widgets."""

from assistant.errors import known
from assistant.identifiers.found import Kind
from assistant.identifiers.mask import Mask
from assistant.identifiers.words import reasons
from assistant.phrases import KINDS, MARKS
from assistant.wording import Words, visible
from desktop.screens.masking.presenter import State
from desktop.wording import sentence


def line(mask: Mask, words: Words) -> str:
    """A find in the list: its words, what it is, where, and what should be known of it."""
    find = mask.find
    said = [words(MARKS[mark.value]) for mark in find.span.marks]
    if find.span.kind is Kind.SIGNAL:
        said.append(reasons()[find.span.signal].name)
    elif not find.span.is_sure:
        said.append(words("possible"))
    where = f"¶ {find.paragraph}" + (words(", p. {page}", page=find.page) if find.page is not None else "")
    kind = words(KINDS[find.span.kind.value])
    return f"{visible(find.text)}\n{kind} · {where}" + (f" · {'; '.join(said)}" if said else "")


def summary(state: State, words: Words) -> str:
    """How much is found and how much of it is masked."""
    if state.is_looking:
        return words("The document is being looked through.")
    if not state.masks:
        return words("Nothing was found.")
    found = words.count("{count} find", "{count} finds", len(state.masks))
    return words("{found}, of which {masked} masked in the copy.", found=found, masked=len(state.masked))


def reason(state: State, words: Words) -> str:
    """Why a word may mean secrecy, or that IT has decided."""
    mask = state.mask
    if mask and mask.find.span.kind in state.always:
        return words("IT has decided that this is always masked.")
    if mask is None or mask.find.span.kind is not Kind.SIGNAL:
        return ""
    return reasons()[mask.find.span.signal].definition


def outcome(state: State, words: Words) -> str:
    """What was written, or why it was not."""
    if state.problem:
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.saved:
        return words(
            "The masked copy is saved as {name}. Pictures, comments and page layout are not in it. Read it before it leaves you.",
            name=visible(state.saved.name),
        )
    return ""
