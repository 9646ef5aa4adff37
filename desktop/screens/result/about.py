"""What is said about a result and what is done with it. Words alone, no widgets."""

from datetime import datetime
from typing import Final

from assistant.errors import known
from assistant.tasks.task import Block, BlockKind, Finding, Origin, Result, Source, Status
from assistant.wording import Words, later, visible
from desktop.screens.result.changing import Changing, Proposal
from desktop.screens.result.difference import Entry, Part
from desktop.screens.result.state import State
from desktop.screens.result.versions import Version
from desktop.wording import sentence

_SIGNS: Final = {Status.SUPPORTED: "✓", Status.PARTLY: "◐", Status.UNSUPPORTED: "✗", Status.NOT_CHECKED: "–"}
_ORIGINS: Final = {Origin.HAND: "✎", Origin.MODEL: "↻"}
_ACTS: Final = {
    "made": later("Made from the document: {what}"),
    "again": later("Made again from the document: {what}"),
    "edited": later("Edited by hand: {what}"),
    "removed": later("Removed: {what}"),
    "changed": later("Changed by the model: {what}"),
}
_KINDS: Final = {
    "general": later("Summary"),
    "bullets": later("In points"),
    "plain": later("In plain language"),
    "minutes": later("Tables of formal minutes"),
    "extract": later("The document's own words"),
}
WISHES: Final = {
    "shorter": later("Shorter"),
    "simpler": later("Simpler"),
    "formal": later("More formal"),
    "language": later("In another language"),
    "own": later("As I say"),
}
_TOLD: Final = {
    "saved": later("Saved as {name}."),
    "printed": later("Sent to the printer."),
    "undecided": later("Nothing has been saved or copied: first decide on the statement that is marked."),
    "nothing-marked": later("Choose a statement first, or mark words in it."),
    "no-instruction": later("Write what is to be changed, in a sentence."),
}
_WORK: Final = {
    "opening": later("Opening the model"),
    "reading": later("Reading"),
    "writing": later("Writing"),
}
_ANSWERS: Final = {
    "accepted": later("Accepted. The version before is kept."),
    "refused": later("Refused. The text is as it was."),
    "stale": later("The text has been changed since you asked, so this could not be put in. Ask again."),
}
_LONGEST: Final = 80


def shown(block: Block) -> str:
    """A block's text as it is shown; a point of a list with its mark."""
    text = shown_text(block.text)
    return f"• {text}" if block.kind is BlockKind.ITEM else text


def shown_text(text: str) -> str:
    """A text without what could turn its lines; its own lines stay."""
    return "\n".join(visible(line.replace("\t", " ")) for line in text.split("\n"))


def support(block: Block, kept: frozenset[str], words: Words) -> str:
    """How far a block is supported, with a sign; empty for headings as the task wrote them."""
    said = [] if block.kind is BlockKind.HEADING else [f"{_SIGNS[block.status]} {words.status(block.status)}"]
    if block.origin in _ORIGINS:
        said.append(f"{_ORIGINS[block.origin]} {words.origin(block.origin)}")
    if block.status is Status.UNSUPPORTED and block.text in kept:
        said.append(words("you keep it"))
    return " · ".join(said)


def place(source: Source, result: Result, words: Words) -> str:
    """``¶ 12, p. 3``; with the document's name when there are several."""
    where = f"¶\N{NO-BREAK SPACE}{source.paragraph}"
    if source.page is not None:
        where += words(", p. {page}", page=source.page)
    return f"{visible(source.document)}: {where}" if len(result.documents) > 1 else where


def places(block: Block, result: Result, words: Words) -> str:
    """Where a block has its support."""
    return "; ".join(dict.fromkeys(place(source, result, words) for source in block.sources))


def marked(state: State, words: Words) -> str:
    """What is marked in the document."""
    if state.result is None or not state.blocks:
        return words("Nothing in the text rests on this paragraph.") if state.spots else ""
    if not state.sources:
        return words("No place in the document has been found for this.")
    found = dict.fromkeys(place(source, state.result, words) for source in state.sources)
    return words("Marked: {places}", places="; ".join(found))


def remaining(state: State, words: Words) -> str:
    """What the user has to decide before the text can leave the window."""
    if not state.undecided:
        return ""
    return words.count(
        "{count} statement without support: keep, edit or remove it before you save.",
        "{count} statements without support: keep, edit or remove each before you save.",
        len(state.undecided),
    )


def told(state: State, words: Words) -> str:
    """What came of the last act."""
    if state.problem:
        return sentence(state.problem, words)
    now = state.told
    if now is None:
        return ""
    if now.code == "copied":
        if not now.count:
            return words("All of it has been copied.")
        return words.count("{count} statement has been copied.", "{count} statements have been copied.", now.count)
    return words(_TOLD[now.code], name=visible(now.name))


def finding(each: Finding, result: Result, words: Words) -> str:
    """A finding in the list: what it is, what to do, and on which statement."""
    lines = [f"! {words.finding(each)}", words.advice(each)]
    if each.block is not None:
        lines.append(words.quoted(short(result.blocks[each.block].text)))
    return "\n".join(lines)


def version(each: Version, words: Words) -> str:
    """A version in the list: what it is and when it came."""
    codes = {**WISHES, **_KINDS} if each.act in ("made", "again", "changed") else {}
    what = words(codes[each.what]) if each.what in codes else words.quoted(short(each.what))
    act = words(_ACTS[each.act], what=what)
    return words("{number}. {act}, {time}", number=each.number, act=act, time=_clock(each.when))


def entries(found: tuple[Entry, ...], words: Words) -> str:
    """What differs between two versions, a line each."""
    lines = []
    same = sum(entry.kind == "same" for entry in found)
    for entry in found:
        text = shown_text(entry.text)
        if entry.kind == "changed":
            lines.append(words("± Changed: {text}", text=parts(entry.parts)))
        elif entry.kind == "new":
            lines.append(words("+ Added: {text}", text=text))
        elif entry.kind == "gone":
            lines.append(words("− Removed: {text}", text=text))
    if same:
        lines.append(words.count("= {count} statement is the same.", "= {count} statements are the same.", same))
    return "\n\n".join(lines)


def parts(found: tuple[Part, ...]) -> str:
    """A text with what is gone as ``[−so−]`` and what is new as ``[+so+]``."""
    marks = {"same": ("", ""), "gone": ("[−", "−]"), "new": ("[+", "+]")}
    return "".join(f"{marks[part.kind][0]}{shown_text(part.text)}{marks[part.kind][1]}" for part in found)


def work(now: Changing, words: Words) -> str:
    """How far a change has come, or why it came to nothing."""
    if now.stage == "failed" and now.problem:
        return sentence(known(now.problem.code, now.problem.facts), words)
    if now.stage == "stopped":
        return words("Stopped. The text is as it was.")
    if now.stage == "waiting":
        return words("Waiting for its turn.")
    if now.stage == "running" and now.progress:
        stage = words(_WORK[now.progress.stage])
        return words("{stage} · {percent} %", stage=stage, percent=round(now.progress.share * 100))
    return ""


def proposal(each: Proposal, findings: tuple[Finding, ...], words: Words) -> str:
    """What is to be known before a proposal is accepted, a line each; after that, what was answered."""
    if each.answer:
        return words(_ANSWERS[each.answer])
    lines = [f"{_SIGNS[each.block.status]} {words.status(each.block.status)}"]
    lines += [f"! {words.finding(found)} {words.advice(found)}" for found in (*each.findings, *findings)]
    return "\n".join(dict.fromkeys(lines))


def asked(texts: tuple[str, ...], words: Words) -> str:
    """What a change would be asked for now."""
    if not texts:
        return words(_TOLD["nothing-marked"])
    if len(texts) == 1:
        return words("To be changed: {text}", text=words.quoted(short(texts[0])))
    return words("To be changed: {count} statements, each by itself", count=len(texts))


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(shown_text(text).split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"


def file_name(state: State, words: Words) -> str:
    """What a saved result is called unless the user says otherwise."""
    if state.result is None:
        return ""
    name = state.result.documents[0].name if state.result.documents else words("Text")
    stem = name.rsplit(".", 1)[0] or name
    kept = "".join(char for char in visible(stem) if char not in '\\/:*?"<>|').strip(" .")
    return words("{name} – summary", name=kept)


def _clock(when: datetime) -> str:
    return f"{when.astimezone():%H:%M}"
