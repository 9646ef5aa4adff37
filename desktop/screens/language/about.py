"""What is said about a text's wordings and what is done with them. Words alone, no widgets."""

from collections import Counter
from typing import Final

from assistant.errors import known
from assistant.review.remark import Remark, Rule
from assistant.review.words import name, reason, source
from assistant.tasks.task import Finding
from assistant.wording import Words, later, visible
from assistant.worker.messages import Failed
from desktop.screens.language.state import Changed, State
from desktop.screens.result.about import parts
from desktop.wording import sentence

_TOLD: Final = {
    "saved": later("Saved as {name}."),
    "copied": later("The text has been copied."),
    "overlaps": later("A wording that you have accepted stands over these words. Take that back first."),
}
_LONGEST: Final = 90


def line(index: int, state: State, words: Words) -> str:
    """A remark in the list: its sign, rule and words, and what has been said about it."""
    remark = state.remarks[index]
    said = name(remark.rule, words)
    text = remark.text if len(remark.text) <= _LONGEST else f"{remark.text[:_LONGEST].rstrip()}…"
    shown = f"{said}: {visible(text)}" if text else said
    if remark.proposal:
        shown += f" → {visible(remark.proposal)}"
    if index in state.accepted:
        return f"✓ {shown} · {words('put in')}"
    if index in state.left:
        return f"– {shown} · {words('stays')}"
    return f"{'•' if remark.proposal else '◦'} {shown}"


def why(remark: Remark | None, words: Words) -> str:
    """Why the chosen remark was made, where it stands, and on what it rests."""
    if remark is None:
        return ""
    where = f"¶\N{NO-BREAK SPACE}{remark.paragraph}"
    if remark.page is not None:
        where += words(", p. {page}", page=remark.page)
    source_ = words("Source: {source}", source=source(remark.rule))
    return f"{reason(remark, words)}\n{where} · {source_}"


def wording(remark: Remark | None, words: Words) -> str:
    """What would stand there instead."""
    if remark is None:
        return ""
    if not remark.proposal:
        return words("The program has no sure wording for this. Change it where you write the text.")
    return words("Proposed: {old} → {new}", old=words.quoted(remark.text), new=words.quoted(remark.proposal))


def rules(state: State, words: Words) -> list[tuple[Rule | None, str]]:
    """What can be listed, with how many there are of each."""
    counts = Counter(remark.rule for remark in state.remarks)
    every: list[tuple[Rule | None, str]] = [(None, words("Everything ({count})", count=len(state.remarks)))]
    return every + [(rule, f"{name(rule, words)} ({counts[rule]})") for rule in Rule if counts[rule]]


def measures(state: State, words: Words) -> str:
    """The text in figures, and what is still open."""
    if state.problem and isinstance(state.problem, Failed):
        return sentence(known(state.problem.code, state.problem.facts), words)
    if state.found is None:
        return words("The text is being looked through.")
    found = state.found.review.measures
    said = words(
        "LIX {lix} · {words} words in {sentences} sentences · the longest has {longest}",
        lix=found.lix,
        words=found.words,
        sentences=found.sentences,
        longest=found.longest,
    )
    if not state.found.is_swedish:
        return words("The rules are for Swedish, and this text does not seem to be Swedish.") + "\n" + said
    return said


def told(state: State, words: Words) -> str:
    """What came of the last act."""
    if state.problem and not isinstance(state.problem, Failed):
        return sentence(state.problem, words)
    now = state.told
    if now is None:
        return ""
    if now.code == "accepted":
        return words.count("{count} wording was put in.", "{count} wordings were put in.", now.count)
    return words(_TOLD[now.code], name=visible(now.name))


def finding(each: Finding, words: Words) -> str:
    """What concerns the whole: what was found, and what to do."""
    place = "" if each.block is None else f"¶\N{NO-BREAK SPACE}{each.block} · "
    return f"{place}{visible(words.finding(each))}\n{words.advice(each)}"


def changes(changed: tuple[Changed, ...], words: Words) -> str:
    """What differs from what was read, a paragraph a line."""
    if not changed:
        return words("Nothing has been changed. Wordings that you accept are shown here.")
    return "\n\n".join(f"¶\N{NO-BREAK SPACE}{each.number}: {parts(each.parts)}" for each in changed)


def file_name(state: State, words: Words) -> str:
    """What a saved text is called at first."""
    name_ = state.document.name if state.document else words("Text")
    stem = name_.rsplit(".", 1)[0] or name_
    kept = "".join(char for char in visible(stem) if char not in '\\/:*?"<>|').strip(" .")
    return words("{name} – reviewed", name=kept)
