"""What is said about a letter while it is written. Words alone, no widgets."""

from typing import Final

from assistant.errors import known
from assistant.letters.answers import Answered
from assistant.letters.kind import Field, FieldKind
from assistant.letters.known import Value
from assistant.letters.phrases import ANSWERS, FROM
from assistant.tasks.task import Finding
from assistant.wording import Words, later, visible
from assistant.worker.messages import Failed
from desktop.screens.result.about import parts, short, shown, support
from desktop.screens.result.difference import between
from desktop.screens.writing.state import Proposal, State
from desktop.wording import sentence

_TOLD: Final = {
    "saved": later("Saved as {name}."),
    "copied": later("The letter has been copied."),
    "stopped": later("Stopped. What was worded before stays."),
    "choose-first": later("Choose this first: {name}. A person chooses it, before a word is written."),
    "undecided": later("Nothing has left the window: first decide on the statement that is marked."),
    "no-instruction": later("Write what is to be changed, in a sentence."),
    "stale": later("The text has been changed since you asked, so this could not be put in. Ask again."),
    "accepted": later("Accepted."),
    "refused": later("Refused. The text is as it was."),
    "unchanged": later("The language model gave the same text back."),
    "reviewed": later("Marked as reviewed by {name}. The mark of a draft is gone."),
    "draft": later("It is a draft again."),
}
_WORK: Final = {"opening": later("Opening the model"), "reading": later("Reading"), "writing": later("Writing")}
TONES: Final = {"formal": later("Formal"), "friendly": later("Friendly"), "firm": later("Firm")}
LENGTHS: Final = {"short": later("Short"), "medium": later("Medium"), "long": later("Long")}
LANGUAGES: Final = {"sv": later("Swedish"), "en": later("English")}
WISHES: Final = {
    "shorter": later("Shorter"),
    "simpler": later("Simpler"),
    "formal": later("More formal"),
    "own": later("As I say"),
}


def origin(value: Value, words: Words) -> str:
    """Where a value comes from: a place in a document, the user, or the program."""
    if value.source and value.origin == "source":
        return f"{visible(value.source.document)}, ¶\N{NO-BREAK SPACE}{value.source.paragraph}"
    return words(FROM[value.origin.value])


def hint(field: Field, state: State, words: Words) -> str:
    """What is said under a field: where its value is from, that it is missing, or what else was stated."""
    if state.draft is None:
        return ""
    understood = state.draft.understood
    found = understood.of(field.name)
    said = []
    if found.values:
        said.append(
            words("From: {where}", where="; ".join(dict.fromkeys(origin(each, words) for each in found.values)))
        )
    elif field.name in understood.left:
        said.append(words("Missing, and left so. It is visible in the letter."))
    elif understood.needs(field):
        is_choice = field.kind is FieldKind.CHOICE
        said.append(
            words("! A person chooses this.") if is_choice else words("! Missing. It is visible in the letter.")
        )
    if found.others:
        others = "; ".join(f"{visible(each.text)} ({origin(each, words)})" for each in found.others)
        said.append(words("! Elsewhere: {others}", others=others))
    return "\n".join(said)


def line(index: int, state: State, words: Words) -> str:
    """A paragraph of the letter, with how far it is supported."""
    block = state.blocks[index]
    told = support(block, state.kept, words)
    return f"{shown(block)}\n{told}" if told else shown(block)


def asked(each: Answered, state: State, words: Words) -> str:
    """A question of the incoming letter, and what answers it."""
    said = f"{_SIGNS[each.status]} {words(ANSWERS[each.status])}"
    if each.block is not None and each.block < len(state.blocks):
        said += f": {words.quoted(short(state.blocks[each.block].text))}"
    return f"{visible(each.asked.text)}\n{said}"


def finding(each: Finding, state: State, words: Words) -> str:
    """A finding in the list: what it is, what to do, and on which paragraph."""
    lines = [f"! {words.finding(each)}", words.advice(each)]
    if each.block is not None and each.block < len(state.blocks):
        lines.append(words.quoted(short(state.blocks[each.block].text)))
    return "\n".join(lines)


def work(state: State, words: Words) -> str:
    """How far the model has come, and with which part."""
    now = state.work
    if now is None:
        return ""
    said = words("Waiting for its turn.")
    if now.progress:
        percent = round(now.progress.share * 100)
        said = words("{stage} · {percent} %", stage=words(_WORK[now.progress.stage]), percent=percent)
    written = next((each for each in (state.draft.written if state.draft else ()) if each.part.name == now.part), None)
    if written and state.draft:
        return f"{written.part.label[words.language]}: {said}"
    return said


def proposal(each: Proposal | None, words: Words) -> str:
    """What the model proposes, as a difference, and what must be known before it is accepted."""
    if each is None:
        return ""
    lines = [parts(between(each.old, each.new))]
    lines += [f"! {words.finding(found)} {words.advice(found)}" for found in each.findings]
    return "\n".join(dict.fromkeys(lines))


def told(state: State, words: Words) -> str:
    """What came of the last act."""
    if isinstance(state.problem, Failed):
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.problem:
        return sentence(state.problem, words)
    now = state.told
    return words(_TOLD[now.code], name=visible(now.name)) if now else ""


def remaining(state: State, words: Words) -> str:
    """What has to be done before the letter can be saved, and whether it is a draft."""
    if state.draft is None:
        return ""
    said = []
    if state.draft.understood.stops:
        names = ", ".join(each.label[words.language] for each in state.draft.understood.stops)
        said.append(words("Missing: {field}", field=names))
    if state.undecided:
        said.append(
            words.count(
                "{count} statement without support: keep, edit or remove it before you save.",
                "{count} statements without support: keep, edit or remove each before you save.",
                len(state.undecided),
            )
        )
    if state.draft.reviewed_by:
        said.append(words("Reviewed by {name}.", name=visible(state.draft.reviewed_by)))
    else:
        said.append(words("A draft, until a named person has marked it as reviewed."))
    return " · ".join(said)


def file_name(state: State, words: Words) -> str:
    """What a saved letter is called at first."""
    if state.draft is None:
        return ""
    name = state.draft.understood.kind.name[words.language]
    to = state.draft.understood.of("recipient").text
    whole = f"{name} – {to}" if to else name
    return "".join(char for char in visible(whole) if char not in '\\/:*?"<>|').strip(" .")


_SIGNS: Final = {"answered": "✓", "perhaps": "◐", "unanswered": "✗"}
