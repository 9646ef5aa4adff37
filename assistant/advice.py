"""What to do about each thing that the checks find, in English; what was found is told in ``phrases.py``."""

from typing import Final

from assistant.decisions import phrases as decisions
from assistant.letters import phrases as letters
from assistant.phrases import Phrase

_COMPARE: Final = "Compare with the marked place in the document, and put it right or remove it."
_LOOK_IN_MINUTES: Final = "See in the document whether it is missing there too; if so, tell the secretary."
_TELL_SECRETARY: Final = "See that it is so in the document, and tell the secretary."
_TRY_OTHERWISE: Final = "Refuse, and ask in another way or write it yourself."

#: What to do about each finding; a test demands one for every code.
ADVICE: Final[dict[str, Phrase]] = {
    **decisions.ADVICE,
    **letters.ADVICE,
    "number-not-in-source": _COMPARE,
    "date-not-in-source": _COMPARE,
    "amount-not-in-source": _COMPARE,
    "name-not-in-source": _COMPARE,
    "case-number-not-in-source": _COMPARE,
    "words-not-in-source": "Read the marked place in the document. Another word for the same thing is all right; a new "
    "fact is not.",
    "statement-unsupported": "Look for it in the document. Edit or remove it, or keep it if you know that it is right.",
    "statement-partly": "Read the marked places in the document, and remove what they do not say.",
    "figure-moved": _COMPARE,
    "name-moved": _COMPARE,
    "party-differs": _COMPARE,
    "negation-differs": "Read the marked place in the document, and see that the text says the same.",
    "certainty-differs": "Read the marked place in the document, and see whether it was proposed, planned or decided.",
    "proposal-as-fact": "Write that it is proposed, and by whom, unless you know that it was decided.",
    "wrong-language": "Choose the language under More options and make it again, or ask for a change of language.",
    "no-answer": "Make it again, or write it yourself.",
    "part-failed": "Read those paragraphs yourself, or make it again.",
    "answer-cut": "Finish the text yourself, or make it again in a shorter form.",
    "repeated-text": "See that nothing is missing at the end.",
    "quote-not-in-source": "Do not rely on the quote. Read the document there.",
    "section-missing": _LOOK_IN_MINUTES,
    "section-twice": _LOOK_IN_MINUTES,
    "section-order": _LOOK_IN_MINUTES,
    "section-range-differs": _LOOK_IN_MINUTES,
    "chair-missing": _LOOK_IN_MINUTES,
    "secretary-missing": _LOOK_IN_MINUTES,
    "adjuster-missing": _LOOK_IN_MINUTES,
    "adjusted-before-meeting": _LOOK_IN_MINUTES,
    "adjusted-late": _TELL_SECRETARY,
    "announced-late": _TELL_SECRETARY,
    "sections-without-case-number": _LOOK_IN_MINUTES,
    "sections-without-decision": "Read those § in the document: what was decided may be worded in another way.",
    "votes-differ": _TELL_SECRETARY,
    "votes-list-differs": _TELL_SECRETARY,
    "person-not-present": _TELL_SECRETARY,
    "person-absent-then": _TELL_SECRETARY,
    "dates-differ": _TELL_SECRETARY,
    "weekday-differs": _TELL_SECRETARY,
    "appendix-not-read": "Read the appendices yourself if they matter here.",
    "not-in-form": "Read those paragraphs, and add what is missing from the tables.",
    "read-as-notes": "Read those paragraphs: what notes decide is said in many ways, and some may have been missed.",
    "tables-alone": "Choose the depth thorough, with a language model, if you want more than what the text says in plain words.",
    "overview-left-out": "Nothing needs to be done. The tables are made without those sentences.",
    "perhaps-no-meeting": "See whether the document is from a meeting. If it is not, make a summary of another kind.",
    "votes-fewer": "See in the document who took part and did not vote.",
    "legal-term-lost": "Write the legal term as the document has it, and explain it beside.",
    "decision-may-be-proposal": "Read the § in the document, and move it to the proposals if another body decides.",
    "decision-without-label": "Read the § in the document, and see that it was decided.",
    "heading-guessed": "Read the § in the document, and see whether what stands under the heading was decided.",
    "asks-for-outcome": "Read the document yourself, and find out who wrote this and why.",
    "change-empty": _TRY_OTHERWISE,
    "change-unchanged": _TRY_OTHERWISE,
    "change-longer": _TRY_OTHERWISE,
    "change-repeats-instruction": _TRY_OTHERWISE,
    "change-lost": "Accept only if it may be left out.",
    "change-added": "Accept only if you know that it is right.",
    "change-translated": "Read it against the text as it was before you accept.",
}
