"""Legal terms: explained the first time they stand in a text, and never replaced (``resources/legal-terms.toml``)."""

from collections.abc import Iterable, Iterator

from assistant.checks.terms import explained
from assistant.review.reading import Read
from assistant.review.remark import Remark, Rule


def legal_terms(reads: Iterable[Read]) -> Iterator[Remark]:
    """The first place of each term that has an explanation, unless it is told at once what it means."""
    left = list(explained())
    for read in reads:
        if not left or not read.is_running:
            continue
        for term in tuple(left):
            match = term.pattern.search(read.text)
            if match:
                left.remove(term)
                paragraph = read.paragraph
                yield Remark(
                    Rule.LEGAL_TERM, paragraph.number, paragraph.page, match.start(), match.end(), match.group(),
                    {"text": match.group(), "meaning": term.meaning},
                )  # fmt: skip
