"""The door: what the law asks of a decision letter and is not found in it. Findings with their statute, never a verdict.

The text is looked through for words; what is there in other words is told as not found, and a person sees.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from assistant.checks.claims import ClaimKind, claims
from assistant.decisions.data import patterns, statutes
from assistant.decisions.letter import Letter, is_decision, read
from assistant.identifiers.find import find
from assistant.identifiers.found import Kind
from assistant.sentences import sentences
from assistant.tasks.task import Finding

__all__ = ["findings", "is_decision"]

_TOLD: Final = 120
#: Characters before and after a paragraph's number in which its statute is named.
_NEAR: Final = 60
#: *7 §*, *7 och 9 §§*, *§ 7*.
_NUMBERS: Final = re.compile(
    r"(?P<first>\d+(?:\s*[a-z]\b)?(?:\s*(?:,|och|samt|–|-)\s*\d+(?:\s*[a-z]\b)?)*)\s*§§?|§§?\s*(?P<last>\d+(?:\s*[a-z]\b)?)"
)
_CIRCUMSTANCES_WORDS: Final = 5


def findings(
    paragraphs: Sequence[str], *, language: str = "", is_protected: bool = False, has_case_number: bool | None = None
) -> list[Finding]:
    """What is not found in a decision letter; ``block`` is the paragraph's place, from 0, where there is one.

    Args:
        paragraphs: the letter's text, in order.
        language: ``sv`` or ``en``; found where it is not told.
        is_protected: names are left out because threats or harassment can be feared (förvaltningslagen 33 § fourth paragraph).
        has_case_number: whether the letter's head, which is not among the paragraphs, has one.

    Raises:
        SettingsError: the data cannot be read.
    """
    letter = read(paragraphs, language)
    found = [*_document(letter, is_protected=is_protected), *_reasons(letter), *_appeal(letter), *_statutes(letter)]
    if not has_case_number and not _has_case_number(letter):
        found.append(Finding("decision-no-case-number"))
    return found


def _document(letter: Letter, *, is_protected: bool) -> Iterator[Finding]:
    """What the document itself must show (31 §)."""
    if not _has_date(letter):
        yield Finding("decision-no-date")
    if not letter.has("decided", letter.body):
        yield Finding("decision-no-outcome")
    elif letter.has("partly", letter.body) and not letter.has("rest", letter.body):
        yield Finding("decision-partly-unclear")
    if not is_protected and not letter.has("protected") and not letter.has("maker"):
        yield Finding("decision-no-maker")
    silence = patterns(letter.language)["silence"].search(letter.text)
    if silence:
        yield Finding("decision-silence", {"text": _shortened(silence.group())}, letter.place(silence.group()))


def _has_date(letter: Letter) -> bool:
    """A date that stands by itself, after a label, or in a sentence about the decision; not only that of an application."""
    for text in letter.paragraphs:
        for line in (text, *sentences(text)):
            if not any(claim.kind is ClaimKind.DATE for claim in claims(line)):
                continue
            alone = len(line.split()) <= _CIRCUMSTANCES_WORDS
            if (
                alone
                or letter.has("decided", line)
                or re.search(r"\bbesluts?(?:datum)?\b|\bdecision\b", line, re.IGNORECASE)
            ):
                return True
            if (
                letter.has("date_label", line)
                and len(line.split()) <= 2 * _CIRCUMSTANCES_WORDS
                and not line.endswith(".")
            ):
                return True
    return False


def _has_case_number(letter: Letter) -> bool:
    return letter.has("number_label") or bool(find(letter.text, (Kind.CASE_NUMBER,)))


def _reasons(letter: Letter) -> Iterator[Finding]:
    """Which provisions were applied, and which circumstances decided (32 §)."""
    body = letter.body
    if not letter.has("law", body):
        yield Finding("decision-no-law")
    if not any(_is_circumstance(letter, sentence) for text in body.splitlines() for sentence in sentences(text)):
        yield Finding("decision-no-circumstances")


def _is_circumstance(letter: Letter, sentence: str) -> bool:
    """Whether a sentence tells how this person has it, and not only what the law says or what was decided."""
    if len(sentence.split()) < _CIRCUMSTANCES_WORDS or letter.has("appeal", sentence):
        return False
    if letter.has("statute", sentence) and not re.search(r"\d+\s*(?:meter|minuter|metres|minutes)", sentence):
        return False
    if letter.has("decided", sentence) and not re.search(
        r"\b(?:eftersom|på grund av|because|since)\b", sentence, re.IGNORECASE
    ):
        return False
    return letter.has("person", sentence) and letter.has("circumstance", sentence)


def _appeal(letter: Letter) -> Iterator[Finding]:
    """How to appeal: form, content, where, and when (33, 43 and 44 §§; for legality kommunallagen 13:4 and 13:5)."""
    if not letter.appeal:
        yield Finding("decision-no-appeal")
        return
    if letter.has("no_appeal"):
        return
    text, place = letter.appealing, min(letter.appeal)
    if not letter.has("writing", text):
        yield Finding("decision-appeal-no-writing", {}, place)
    if letter.has("legality", text):
        if not letter.has("court", text):
            yield Finding("decision-appeal-legality-place", {}, place)
        return
    if not (letter.has("which", text) and letter.has("change", text)):
        yield Finding("decision-appeal-no-content", {}, place)
    yield from _where(letter, place)
    yield from _when(letter, place)


def _where(letter: Letter, place: int) -> Iterator[Finding]:
    said = letter.appeal_sentences()
    for sentence in said:
        if letter.has("to_court", sentence) and not letter.has("onward", sentence):
            wrong = _shortened(sentence)
            yield Finding("decision-appeal-to-court", {"text": wrong}, letter.place(sentence))
            return
    if not any(letter.has("hand_in", sentence) and letter.has("to_authority", sentence) for sentence in said):
        yield Finding("decision-appeal-no-place", {}, place)


def _when(letter: Letter, place: int) -> Iterator[Finding]:
    """Three weeks from the day when the appellant got the decision."""
    known = patterns(letter.language)
    terms = [(sentence, match) for sentence in letter.appeal_sentences() for match in known["term"].finditer(sentence)]
    if not terms:
        yield Finding("decision-appeal-no-time", {}, place)
        return
    for sentence, _ in terms:
        wrong = known["from_decision"].search(sentence)
        if wrong:
            yield Finding("decision-appeal-from-decision", {"text": _shortened(sentence)}, letter.place(sentence))
            return
    right = [sentence for sentence, match in terms if _is_right(known, match)]
    if not right:
        sentence, match = terms[0]
        yield Finding("decision-appeal-other-time", {"text": match.group()}, letter.place(sentence))
    elif not letter.has("from_receipt", letter.appealing):
        yield Finding("decision-appeal-no-start", {}, letter.place(right[0]))


def _is_right(known: dict[str, re.Pattern[str]], match: re.Match[str]) -> bool:
    return bool(known["right_count"].search(match["count"])) and bool(known["right_unit"].fullmatch(match["unit"]))


def _statutes(letter: Letter) -> Iterator[Finding]:
    """Paragraphs and statutes that no longer hold."""
    for statute in statutes():
        for place, text in enumerate(letter.paragraphs):
            for named in statute.called.finditer(text):
                if statute.is_repealed:
                    yield Finding("decision-statute-repealed", {"statute": statute.name, "since": statute.since}, place)
                    break
                for cited in _cited(text, named):
                    if cited in statute.gone:
                        facts = {"text": f"{cited} §", "statute": statute.name, "since": statute.since}
                        yield Finding("decision-statute-gone", dict(facts), place)


def _cited(text: str, named: re.Match[str]) -> Iterator[str]:
    """The numbers of the paragraphs that a text cites of a statute that it names: right before it, or right after it."""
    for match in _NUMBERS.finditer(text, max(0, named.start() - _NEAR), min(len(text), named.end() + _NEAR)):
        between = (
            text[match.end() : named.start()] if match.end() <= named.start() else text[named.end() : match.start()]
        )
        if re.search(r"[.;]|lagen\b|balken\b|förordningen\b", between, re.IGNORECASE):
            continue
        for number in re.findall(r"\d+(?:\s*[a-z]\b)?", match["first"] or match["last"]):
            yield re.sub(r"\s+", " ", number)


def _shortened(text: str) -> str:
    return text if len(text) <= _TOLD else f"{text[: _TOLD - 1].rstrip()}…"
