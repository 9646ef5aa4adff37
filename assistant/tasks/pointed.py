"""What a model has pointed at, settled by the program: a quote is looked up, and the sentence itself says what it may be."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.minutes import acts
from assistant.minutes.entries import Act, Entry
from assistant.minutes.hearing import Heard
from assistant.minutes.said import Said
from assistant.tasks.listening import Marked


@dataclass(frozen=True)
class Pointed:
    """What may be decided or taken on, and quotes that do not stand in the document."""

    doubtful: tuple[Entry, ...]
    unfound: tuple[str, ...]


def pointed(marked: Sequence[Marked], heard: Heard, language: str) -> Pointed:
    """What the program did not find by itself. A sentence that is no plain decision does not become one by being pointed at."""
    known = {id(entry.said) for entry in heard.entries}
    doubtful: dict[int, Entry] = {}
    unfound: list[str] = []
    for each in marked:
        sentences = _standing(each, heard)
        if not sentences and not _is_in(each) and _would_matter(each.quote, language):
            unfound.append(each.quote)
        for said in sentences:
            if id(said) not in known and _may_be(each.act, said, language):
                doubtful.setdefault(id(said), Entry(each.act, said.stated, said))
    return Pointed(tuple(doubtful.values()), tuple(dict.fromkeys(unfound)))


def _standing(marked: Marked, heard: Heard) -> list[Said]:
    """The sentences of the part that the quote holds or is held by; only white space and capitals may differ."""
    wanted, numbers = _folded(marked.quote), {each.number for each in marked.part.paragraphs}
    found = []
    for said in heard.said:
        text = _folded(said.text)
        if said.paragraph in numbers and text and (text in wanted or wanted in text):
            found.append(said)
    return found


def _is_in(marked: Marked) -> bool:
    """Whether the quote stands in the part at all, as a heading or over the end of a sentence."""
    return _folded(marked.quote) in _folded(" ".join(each.text for each in marked.part.paragraphs))


def _would_matter(quote: str, language: str) -> bool:
    """Whether words that do not stand in the document would decide or promise something if they did."""
    says = acts.may_decide(quote, language) or acts.may_take_on(quote, language)
    return says or acts.decides(quote, language, in_talk=False) or acts.speaker_takes_on(quote, language)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _may_be(act: Act, said: Said, language: str) -> bool:
    may = acts.may_decide if act is Act.DECISION else acts.may_take_on
    return may(said.text, language)
