"""How long sentences are and how heavy words: long sentences, and LIX for a paragraph and for the whole text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from assistant.errors import Fact
from assistant.review.reading import Read, Sentence
from assistant.review.remark import Measures, Remark, Rule
from assistant.review.rules import data

#: A word with more letters than this is a long one in LIX.
_LONG: Final = 6
#: A sentence alone is long or not; that is another rule.
_FEWEST_SENTENCES: Final = 2


def long_sentences(read: Read) -> Iterator[Remark]:
    """The sentences with more words than the limit."""
    most = int(data("rules")["long-sentence"]["most_words"])
    if not read.is_running:
        return
    for sentence in read.sentences:
        count = len(sentence.words)
        if count > most:
            paragraph = read.paragraph
            facts: dict[str, Fact] = {"count": count, "most": most}
            yield Remark(
                Rule.LONG_SENTENCE,
                paragraph.number,
                paragraph.page,
                sentence.start,
                sentence.end,
                sentence.text,
                facts,
            )


def heavy(read: Read) -> Iterator[Remark]:
    """A paragraph that is much heavier than official texts are."""
    limits = data("rules")["lix"]
    count = sum(len(sentence.words) for sentence in read.sentences)
    if not read.is_running or count < int(limits["fewest_words"]) or len(read.sentences) < _FEWEST_SENTENCES:
        return
    found = lix(read.sentences)
    if found >= int(limits["paragraph_most"]):
        paragraph, text = read.paragraph, read.text
        facts: dict[str, Fact] = {"lix": found, "most": int(limits["paragraph_most"]), "reason": "paragraph"}
        yield Remark(Rule.LIX, paragraph.number, paragraph.page, 0, len(text), text, facts)


def whole(reads: Sequence[Read], measures: Measures) -> Iterator[Remark]:
    """The whole text, when it is heavy; told at its first paragraph of running text."""
    limits = data("rules")["lix"]
    first = next((read.paragraph for read in reads if read.is_running and read.sentences), None)
    too_short = measures.words < int(limits["fewest_words"]) or measures.sentences < _FEWEST_SENTENCES
    if first is None or too_short or measures.lix < int(limits["most"]):
        return
    facts: dict[str, Fact] = {"lix": measures.lix, "most": int(limits["most"]), "reason": "whole"}
    yield Remark(Rule.LIX, first.number, first.page, 0, 0, "", facts)


def measured(reads: Iterable[Read]) -> Measures:
    """The measures of running text."""
    every = [sentence for read in reads if read.is_running for sentence in read.sentences if sentence.words]
    counts = [len(sentence.words) for sentence in every]
    return Measures(lix(every), sum(counts), len(counts), max(counts, default=0))


def lix(sentences: Iterable[Sentence]) -> int:
    """Words in a sentence, plus the long words in a hundred (Björnsson)."""
    every = [sentence for sentence in sentences if sentence.words]
    words = [word for sentence in every for word in sentence.words]
    if not words:
        return 0
    heavy_words = sum(len(word.text) > _LONG for word in words)
    return round(len(words) / len(every) + 100 * heavy_words / len(words))
