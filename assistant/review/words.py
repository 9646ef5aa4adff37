"""What the rules are called and the reason each gives, in English; the Swedish are in ``resources/translations``."""

from typing import Final

from assistant.phrases import VARIANTS
from assistant.review.remark import Remark, Rule
from assistant.review.rules import data
from assistant.wording import Words

RULES: Final[dict[str, str]] = {
    "long-sentence": "long sentence",
    "passive": "passive",
    "nominal-style": "nouns for verbs",
    "old-word": "old or stiff word",
    "abbreviation": "abbreviation",
    "address": "form of address",
    "date-form": "form of a date",
    "heading": "heading without a message",
    "lix": "heavy text (LIX)",
    "legal-term": "legal term",
}

REASONS: Final[dict[str, str]] = {
    "long-sentence": "The sentence has {count} words. Over {most} is hard to follow: divide it, with one thing in each.",
    "passive": "“{text}” does not show who does it. Name who does it, if that matters to the reader.",
    "nominal-style/verb": "“{text}” hides what is done in a noun. A verb says it shorter.",
    "nominal-style/crowded": "{count} nouns tell what is done here: {text}. Use verbs, and say who does it.",
    "old-word": "“{text}” is old or stiff. Better: {better}.",
    "abbreviation/capitals": "“{text}” is not explained the first time it stands here. Write the whole name first, with the "
    "abbreviation in brackets.",
    "abbreviation/short": "Not everybody reads “{text}” easily. Write it out.",
    "address/ni": "Here the reader is “{text}”, and in other places du. Use one of them.",
    "address/du": "Here the reader is “{text}”, and in other places ni. Use one of them.",
    "address/third": "“{text}” may be the reader, who is spoken to in other places. Say du, if it is the same person.",
    "date-form/unclear": "“{text}” can be misread. Write the date as 3 maj 2025, or in tables as 2025-05-03.",
    "date-form/mixed": "The text writes dates in two ways. In running text, 3 maj 2025 is easiest to read.",
    "heading/nothing": "“{text}” says nothing of what stands below. Say what the reader learns there.",
    "heading/title": "As the title, “{text}” does not say what it is about. Say what, and for whom.",
    "lix/paragraph": "The paragraph has LIX {lix}. Over {most} is very hard: shorter sentences and shorter words help.",
    "lix/whole": "The text as a whole has LIX {lix}. From {most} on it is hard: shorter sentences and shorter words help.",
    "legal-term": "“{text}” is a legal term. Keep it, and explain it: {meaning}.",
}


def name(rule: Rule, words: Words) -> str:
    """What the rule is called."""
    return words(RULES[rule.value])


def reason(remark: Remark, words: Words) -> str:
    """Why it was told, and what to do."""
    keys = [f"{remark.rule.value}/{remark.facts[fact]}" for fact in VARIANTS if fact in remark.facts]
    key = next((key for key in keys if key in REASONS), remark.rule.value)
    return words(REASONS[key], **remark.facts)


def source(rule: Rule) -> str:
    """What the rule rests on, as it is published."""
    return str(data("rules")[rule.value]["source"])
