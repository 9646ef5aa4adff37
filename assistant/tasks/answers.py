"""From what a model wrote to blocks: lines and sentences, without the torn end and without saying a thing twice."""

import re

from assistant.sentences import sentences, topics
from assistant.tasks.task import Block, BlockKind

#: A sentence repeats another when this share of its topics are in it.
_REPEATS = 0.75

#: Words of a sentence from which on it is told as an echo of the instruction.
_ECHO = 4

#: Letters from which on a sentence that was torn off at a comma still says something.
_TORN = 120

_SAYS = re.compile(
    r"(?:(?:the (?:document|text|part)|it) (?:also )?(?:discusses|mentions|addresses|covers|highlights|deals with|is about)"
    r"|(?:dokumentet|texten|delen|del \d+(?: av \d+)?|den) (?:handlar(?: också)? om|beskriver|tar(?: också)? upp))"
    r"\s+(?!att\b|how\b|hur\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:^|(?<=[:;.])\s)\s*(?:[-*•–]|\d{1,2}[.)])\s+", re.MULTILINE)
_MARKS = re.compile(r"\*\*|__|`|^#+\s*")
_BULLET = re.compile(r"(?:[-*•–]|\d{1,2}[.)])\s+")
_END = re.compile(r"[.!?][\"”)]?(?=\s|$)|\S(?=\n)")


def blocks_of(text: str, kind: str) -> tuple[Block, ...]:
    """An answer as blocks: a list's lines as items, running text sentence by sentence; what repeats is said once."""
    found: list[Block] = []
    for written in text.splitlines():
        plain = _MARKS.sub("", written.strip())
        bullet = _BULLET.match(plain)
        if bullet or (kind == "bullets" and plain):
            found.append(Block(BlockKind.ITEM, plain[bullet.end() :] if bullet else plain))
        else:
            found += [Block(BlockKind.STATEMENT, sentence) for sentence in sentences(plain)]
    said = {block.text.casefold(): block for block in reversed(found)}
    return tuple(block for block in found if said.get(block.text.casefold()) is block)


def whole(text: str) -> str:
    """The text without a last sentence or line that was torn off; of one long torn sentence, what comes before its last comma."""
    ends = list(_END.finditer(text))
    if ends:
        return text[: ends[-1].end()]
    before = text.rpartition(",")[0]
    return f"{before}." if len(before) > _TORN else text


def unechoed(text: str, prompt: str) -> str:
    """The text without sentences of four words or more that are the prompt's own instruction, its last paragraph, said again."""
    instruction = prompt.rsplit("\n\n", 1)[-1].casefold()

    def is_new(sentence: str) -> bool:
        return len(sentence.split()) < _ECHO or sentence.casefold() not in instruction

    lines = [" ".join(filter(is_new, sentences(line))) for line in text.splitlines()]
    return "\n".join(lines).strip()


def bare(sentence: str) -> str:
    """The sentence without words in front that say no more than that the document says it."""
    said = _SAYS.sub("", sentence)
    return said[:1].upper() + said[1:]


def inline(text: str) -> str:
    """The text on one line; a list in it without its numbers and dashes, which would end its sentences."""
    return " ".join(_LISTED.sub(" ", text).split())


def beyond(answer: str, lead: str, most: int, language: str) -> str:
    """The first sentences of an answer, ``most`` of them, that do not say again what the lead says."""
    said = set(topics(lead, language))
    new = [block.text for block in blocks_of(answer, "general") if not _repeats(block.text, said, language)]
    return " ".join(new[:most])


def _repeats(sentence: str, said: set[str], language: str) -> bool:
    found = topics(sentence, language)
    return sum(topic in said for topic in found) >= _REPEATS * max(1, len(found))
