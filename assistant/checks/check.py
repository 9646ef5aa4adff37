"""Runs the checks in order over a finished result and attaches what they find; the words of the result are never changed."""

import dataclasses
import re
from collections.abc import Iterator, Sequence

from assistant.checks.claims import Claim, ClaimKind, claims, is_known, is_number, keys
from assistant.checks.denial import denial_differs
from assistant.checks.mood import certainty_differs, is_proposed_under, is_told_as_done
from assistant.checks.paraphrase import light, meant
from assistant.checks.people import moved_names, other_party
from assistant.checks.slots import moved
from assistant.checks.sources import Index, Support
from assistant.checks.terms import lost
from assistant.declining import hidden
from assistant.documents.document import Document, Paragraph
from assistant.language import detect
from assistant.sentences import STOP_WORDS, stem, words
from assistant.tasks.task import Block, BlockKind, Finding, Result, Source, Status

#: Shares of a statement's weight that its sources must carry. Set on hand-checked summaries of the samples; a statement
#: in the document's own words reaches 0.95, a fair paraphrase 0.6 to 0.8, one that is made up under 0.4.
_SUPPORTED = 0.72
_PARTLY = 0.45
#: A statement in another language than its document can only be checked by its names and numbers.
_LANGUAGES = ("sv", "en")
#: The numbers that a task gives to the points of one cell.
_POINT = re.compile(r"(?:^| )\(\d{1,2}\) ")
#: *en* is an article more often than a number, so ``claims`` does not take it for one.
_ONE = frozenset({"en", "ett", "one"})
_NOWHERE = Paragraph(0, "")
_NOT_PROSE = (BlockKind.HEADING, BlockKind.ROW)
#: Words up to this length are seldom a topic.
_SHORT = 3
#: Longer ones are compounds, most of them.
_LONG = 11


class Checker:
    """The documents' side of every check, prepared once."""

    def __init__(self, documents: Sequence[Document]) -> None:
        text = "\n".join(document.text for document in documents) + "\n" + "\n".join(d.title for d in documents)
        self._text = text
        self._language = detect(text) or "sv"
        self._paragraphs = {(d.name, each.number): each for d in documents for each in d.paragraphs}
        self._index = Index(documents, self._language)
        # One paragraph at a time: a thread that looks through a long text at once holds up all the others.
        self._keys = frozenset[str]().union(*map(keys, text.splitlines()))
        self._words = frozenset(words(text))
        self._stems = frozenset(stem(word, self._language) for word in self._words)

    def block(self, block: Block, number: int, language: str, written: str) -> tuple[Block, list[Finding]]:
        """A block with its sources and status, and what is wrong with it; ``written`` is all that the model wrote."""
        if block.kind is BlockKind.HEADING:
            return block, []
        if block.sources:
            return self._quoted(block, number)
        if block.status is Status.UNSUPPORTED:  # whoever made it has looked it up, and set it apart
            return block, [Finding("statement-unsupported", {}, number)]
        support = self._index.support(block.text)
        same = language == self._language
        found = [
            Finding(f"{claim.kind}-not-in-source", {"text": claim.text}, number)
            for claim in self._unfound(block.text, same=same)
        ]
        found += [Finding("party-differs", {"text": each}, number) for each in other_party(block.text, self._text)]
        if same:
            found += [Finding(code, facts, number) for code, facts in self._differences(block, support)]
            found += [
                Finding("legal-term-lost", {"text": term}, number) for term in self._lost(block.text, support, written)
            ]
        status = self._status(support, found, same=same)
        if status is Status.UNSUPPORTED:
            found.append(Finding("statement-unsupported", {}, number))
        sources = support.sources if status is not Status.UNSUPPORTED else ()
        return dataclasses.replace(block, sources=sources, status=status), found

    def again(self, block: Block, language: str) -> tuple[Block, list[Finding]]:
        """A block that has been reworded since it was checked: what it rested on does not count, and it is looked up anew.

        Of the findings, the block's number is for the caller to say.
        """
        bare = dataclasses.replace(block, sources=(), status=Status.NOT_CHECKED)
        return self.block(bare, 0, detect(block.text) or language, block.text)

    def _quoted(self, block: Block, number: int) -> tuple[Block, list[Finding]]:
        """A block that brings its sources: each quote must stand in its paragraph, and what a row states in the quotes.

        Of a sentence that the program has put together, only its bare numbers are not looked up: they are counts.
        """
        sources = tuple(each for each in block.sources if each.quote in self._place(each).text)
        found = [Finding("quote-not-in-source", {}, number)] if sources != block.sources else []
        quotes = "\n".join(each.quote for each in sources)
        spoken = frozenset(words(quotes))
        known = keys(quotes) | ({"1"} if spoken & _ONE else set())
        for claim in (claim for cell in block.cells or (block.text,) for claim in claims(_POINT.sub(" ", cell))):
            if claim.kind is ClaimKind.NAME:
                is_found = claim.opens or spoken.issuperset(words(claim.text))
            else:
                is_found = is_known(claim, known) or (not block.cells and claim.kind is ClaimKind.NUMBER)
            if not is_found:
                found.append(Finding(f"{claim.kind}-not-in-source", {"text": claim.text}, number))
        if not sources:
            found.append(Finding("statement-unsupported", {}, number))
        status = Status.UNSUPPORTED if not sources else Status.PARTLY if found else Status.SUPPORTED
        if sources and block.kind is BlockKind.STATEMENT and self._language in _LANGUAGES:
            # The words are the document's own, and so have their support; where they stand is told all the same.
            proposed = self._proposed(block.text, self._place(sources[0]))
            found += [Finding(code, facts, number) for code, facts in proposed]
        return dataclasses.replace(block, sources=sources, status=status), found

    def _status(self, support: Support, found: Sequence[Finding], *, same: bool) -> Status:
        if not same:
            # Names and numbers are all that can be compared; the reader is told so by a finding on the whole result.
            return Status.PARTLY if support.places and not found else Status.UNSUPPORTED
        if support.share < _PARTLY:
            return Status.UNSUPPORTED
        return Status.PARTLY if found or support.share < _SUPPORTED else Status.SUPPORTED

    def _unfound(self, text: str, *, same: bool) -> Iterator[Claim]:
        for claim in claims(text):
            if claim.kind is ClaimKind.NAME:
                # Where words can be compared, a sentence's first word is looked up as a word: its capital makes it no name.
                if not (claim.alone and same) and not self._knows_name(claim):
                    yield claim
            elif not is_known(claim, self._keys):
                yield claim

    def _knows_name(self, claim: Claim) -> bool:
        """A name stands in the documents as written, or with or without the genitive's *s*; an opening word as a stem."""
        # *Sala–Heby* is two names; so are they by themselves.
        if any(all(map(self._knows_word, words(form))) for form in (claim.text, claim.text.replace("-", " "))):
            return True
        known = stem(claim.key, self._language)
        return claim.opens and (
            claim.key in STOP_WORDS["sv"] | STOP_WORDS["en"]
            or known in self._stems | light(self._language)
            or bool(meant(known, self._stems, self._language))
        )

    def _knows_word(self, word: str) -> bool:
        forms = {word, f"{word}s"} | ({word[:-1].rstrip("'’:")} if word.endswith("s") else set())
        return not forms.isdisjoint(self._words)

    def _lost(self, text: str, support: Support, written: str) -> list[str]:
        """Legal terms of the sentence that a statement retells, which neither it nor the rest of the text has."""
        if self._language != "sv" or not support.places:
            return []
        return lost(text, support.places[0].text, written)

    def _differences(self, block: Block, support: Support) -> Iterator[tuple[str, dict[str, str | int | float]]]:
        text = block.text
        missing = self._index.missing(text)
        # Where the rest has its support, an everyday word is another for the same thing, unless it tells of something done.
        opening = {claim.key for claim in claims(text) if claim.alone and not self._knows_name(claim)}
        unknown = [
            word
            for word in words(text)
            if stem(word, self._language) in missing and word.isalpha() and len(word) > _SHORT and not is_number(word)
            if support.share < _SUPPORTED or len(word) > _LONG or word in opening or is_told_as_done(word, text)
        ]
        if unknown:
            yield "words-not-in-source", {"text": ", ".join(dict.fromkeys(unknown))}
        # A row of a table is no sentence: it neither denies nor is certain.
        if not support.places or self._language not in _LANGUAGES or block.kind is BlockKind.ROW:
            return
        quotes = [place.text for place in support.places]
        if denial_differs(text, quotes, self._language, self._index.weight):
            yield "negation-differs", {}
        for figure in dict.fromkeys(moved(text, quotes, self._language)):
            yield "figure-moved", {"text": figure}
        for name in moved_names(text, self._index.ranked, self._language):
            if all(map(self._knows_word, words(name))):
                yield "name-moved", {"text": name}
        differs = certainty_differs(text, quotes[0], self._language)
        if differs:
            yield "certainty-differs", {"text": differs}
        else:
            yield from self._proposed(text, support.places[0].paragraph)

    def _place(self, source: Source) -> Paragraph:
        """Where a source says that its quote stands; nothing stands where there is no such place."""
        return self._paragraphs.get((source.document, source.paragraph), _NOWHERE)

    def _proposed(self, text: str, place: Paragraph) -> Iterator[tuple[str, dict[str, str | int | float]]]:
        if is_proposed_under(place.heading, text, self._language):
            yield "proposal-as-fact", {"text": place.heading}


def check(result: Result) -> Result:
    """The result with sources, statuses and findings; its texts are as they were."""
    checker = Checker(result.documents)
    # What is quoted is in the document's language and words, whatever was ordered.
    written = " ".join(block.text for block in result.blocks if not block.sources and block.kind not in _NOT_PROSE)
    checked = [
        (block, []) if _is_head_row(result.blocks, number) else checker.block(block, number, result.language, written)
        for number, block in enumerate(result.blocks)
    ]
    blocks = tuple(block for block, _ in checked)
    findings = [finding for _, found in checked for finding in found]
    spoken = detect(written)
    if spoken is not None and spoken != result.language:
        findings.append(Finding("wrong-language", {"language": spoken}))
    for document in result.documents:  # what it asks for has been ignored; that it asks is told
        asked = hidden(paragraph.text for paragraph in document.paragraphs)
        findings += [Finding(each.code, each.facts) for each in asked]
    return dataclasses.replace(result, blocks=blocks, findings=(*result.findings, *findings))


def _is_head_row(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block is a table's first row, which names the columns in the program's words."""
    begins = blocks[number].kind is BlockKind.ROW and (not number or blocks[number - 1].kind is not BlockKind.ROW)
    return begins and not blocks[number].sources and blocks[number].status is Status.SUPPORTED
