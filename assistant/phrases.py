"""Every code of a result, and the English sentence for it; the Swedish are in ``resources/translations``.

Those of errors are in ``error_phrases.py``. A key is a code, or ``code/value`` where one of the facts in ``VARIANTS``
chooses between several sentences. A pair is the sentence for one and the sentence for several, by the fact ``count``.
"""

from typing import Final

from assistant.decisions import phrases as decisions
from assistant.letters import phrases as letters

Phrase = str | tuple[str, str]

#: Facts whose value may choose a sentence of its own, tried in this order.
VARIANTS: Final = ("kind", "reason", "way_out", "unit")

FINDINGS: Final[dict[str, Phrase]] = {
    **decisions.FINDINGS,
    **letters.FINDINGS,
    "number-not-in-source": "The number {text} is not in the document.",
    "date-not-in-source": "The date {text} is not in the document.",
    "amount-not-in-source": "The amount {text} is not in the document.",
    "name-not-in-source": "The name {text} is not in the document.",
    "case-number-not-in-source": "The case number {text} is not in the document.",
    "words-not-in-source": "Words that are not where the statement has its support: {text}.",
    "statement-unsupported": "The program finds no support for this in the document.",
    "statement-partly": "The program finds support for only a part of this in the document.",
    "figure-moved": "The figure {text} is in the document, but not beside these words. Another figure stands there.",
    "party-differs": "The document gives this person another party: {text}.",
    "name-moved": "The name {text} is in the document, but not beside these words. Another name stands there.",
    "negation-differs": "The text and its source may say the opposite: one denies or reverses what the other states.",
    "certainty-differs": "The text and its source differ in how certain or finished this is: “{text}”. A proposal or "
    "plan may stand as done, or the reverse.",
    "proposal-as-fact": "In the document this stands under “{text}”: it is proposed, and the text tells it as if it were so.",
    "legal-term-lost": "The document uses the legal term “{text}” here, and the text does not. Such a term may be explained, not "
    "replaced.",
    "wrong-language": "The text is not in the language that was ordered.",
    "wrong-language/sv": "The text is in Swedish, which is not what was ordered.",
    "wrong-language/en": "The text is in English, which is not what was ordered.",
    "no-answer": "The language model gave no usable answer. Shown here are the document's own words. Try again.",
    "part-failed": "Paragraphs {first} to {last} could not be worked through and are not in the result.",
    "answer-cut": "The text ends too early: the language model had no more room.",
    "repeated-text": "The language model began to repeat itself, and the repetition has been removed.",
    "quote-not-in-source": "A quote does not stand where it is said to stand in the document.",
    "section-missing": "§ {sections} is missing from the numbering. (Custom; kommunallagen does not speak of numbers.)",
    "section-twice": "§ {sections} stands more than once. (Custom; kommunallagen does not speak of numbers.)",
    "section-order": "The § do not stand in order. (Custom; kommunallagen does not speak of numbers.)",
    "section-range-differs": "The first page says §§ {stated}, but the minutes hold §§ {found}. (The minutes against "
    "themselves.)",
    "chair-missing": "The minutes do not name a chair, on whose responsibility they are kept (kommunallagen 5:65 and 6:35).",
    "secretary-missing": "The minutes do not name a secretary. (Custom; no statute demands it.)",
    "adjuster-missing": "The minutes do not name anyone who adjusts them (kommunallagen 5:69 and 6:35).",
    "adjusted-before-meeting": "The minutes were adjusted before the meeting, according to their dates. (Plain arithmetic.)",
    "adjusted-late": "The minutes were adjusted {days} days after the meeting. The law "
    "allows {most} (kommunallagen 5:69 and 6:35).",
    "announced-late": "The adjustment was announced {days} days later. The law allows {most} (kommunallagen 8:12).",
    "sections-without-case-number": "No case number in § {sections}. (Custom; § of mere formalities often have none.)",
    "sections-without-decision": "No decision and no proposal found in § {sections}. For each matter the minutes "
    "show what was decided "
    "(kommunallagen 5:67).",
    "votes-differ": "{votes} votes are counted, but {deciding} people take part in decisions according to the first "
    "page. The minutes "
    "show who took part and how they voted (kommunallagen 5:66 and 5:67).",
    "votes-fewer": "{votes} votes are counted, and {deciding} people take part in decisions according to the first "
    "page. The § does not "
    "say who did not vote (kommunallagen 5:67).",
    "votes-list-differs": "The list of names has {yes} yes, {no} no and {abstained} who abstain, which is not the "
    "result stated "
    "(kommunallagen 5:67).",
    "person-not-present": "{name}, named in § {section}, is not among those present on the first page. Only who took "
    "part in a decision "
    "may reserve (kommunallagen 4:27), and the minutes show who served (5:66).",
    "person-absent-then": "{name}, named in § {section}, was not present then according to the first page. Only who "
    "took part in a "
    "decision may reserve (kommunallagen 4:27), and the minutes show who served (5:66).",
    "dates-differ": "Two dates for the same document ({what}): {dates}. (The § against itself.)",
    "weekday-differs": "{date} is not a {weekday}. (The calendar.)",
    "appendix-not-read": "Paragraphs {which} are appendices. Their text is not part of the decisions and is not in the tables.",
    "not-in-form": "Paragraphs {which} do not follow the form of minutes and are not in the tables. Read them yourself.",
    "read-as-notes": "Paragraphs {which} do not follow the form of minutes and were read as notes. What they say is in tables "
    "of its own.",
    "perhaps-no-meeting": "Nothing in the document says that it is from a meeting. Then the tables may hold what is done as a "
    "rule, and not what somebody has taken on.",
    "tables-alone": "Here are the tables alone, without an overview.",
    "tables-alone/no-model": "There is no language model, so here are the tables alone: without an overview and topics, and "
    "with only what the text says in plain words.",
    "tables-alone/quick": "Here are the tables alone, as ordered: without an overview and topics, and with only what the text "
    "says in plain words. With the depth thorough, a language model adds to them.",
    "overview-left-out": (
        "{count} sentence of the model's overview was left out: the document does not say it, or does not decide it.",
        "{count} sentences of the model's overview were left out: the document does not say them, or does not decide them.",
    ),
    "decision-may-be-proposal": "The decision in § {section} is worded like a proposal. Check who decides.",
    "decision-without-label": "The decision in § {section} was found in running text, without a "
    "heading that says Beslut. Check it.",
    "heading-guessed": "In § {section}, “{text}” was taken for a heading, and what stands under it for no decision. Check it.",
    "asks-for-outcome": "The text asks a program for an outcome, a score or a recommendation: “{text}”. Kansli gives none, since a "
    "person decides, and has ignored it.",
    "change-empty": "The language model gave no usable answer, so the text is as it was.",
    "change-unchanged": "The language model gave the same text back.",
    "change-longer": "The text has not become shorter.",
    "change-repeats-instruction": "The instruction itself stands in the text.",
    "change-lost": "This was in the text before and is not there now: {text}.",
    "change-added": "This has come to the text: {text}.",
    "change-translated": "Of a translation, the program can compare only names and numbers.",
}

NOTICES: Final[dict[str, Phrase]] = {
    "second-reader": "The document was hard to read, so another reader was used. Check that the order of the text is right.",
    "type-differs": "The file is of another kind than its name says. It was read as what it is.",
    "encoding-guessed": "The file does not say how its letters are stored, so that was guessed ({encoding}). Check "
    "å, ä and ö.",
    "invisible-removed": ("{count} invisible character was removed.", "{count} invisible characters were removed."),
    "tracked-insertions": (
        "The document has {count} tracked insertion, which was read as part of the text.",
        "The document has {count} tracked insertions, which were read as part of the text.",
    ),
    "tracked-deletions": (
        "The document has {count} tracked deletion, which was not read.",
        "The document has {count} tracked deletions, which were not read.",
    ),
    "hidden-text": "The document has hidden text, which was not read. Check why before you rely on the result.",
    "hidden-text-read": "The document has hidden text, which was read with the rest. Check why before you rely on the result.",
    "struck-text": "The document has text that is struck through, which was read with the rest. Check whether it still holds.",
    "macros-ignored": "The document has macros. They were neither read nor run.",
    "comments-not-read": (
        "The document has {count} comment, which was not read.",
        "The document has {count} comments, which were not read.",
    ),
    "ocr-text": "The pages are scanned, and the text comes from text recognition. Letters and figures may be wrong.",
    "opened-with-empty-password": "The document is encrypted but has no password, so it could be read.",
    "asks-for-label": "The text itself asks for a label, which it does not get. Read the document yourself.",
    "active-content-ignored": "The document has scripts or other active content. It was neither read nor run.",
}

UNREAD: Final[dict[str, Phrase]] = {
    "scanned": "a scanned page without text",
    "page-damaged": "a damaged page",
    "page-empty": "a page without text",
    "garbled": "text whose letters cannot be told",
    "attachment": "an attachment",
    "embedded": "an embedded object",
    "image": "an image",
    "form": "the fields of a form",
    "limit": "what lies beyond the limit for what is read",
}

LEFT_OUT: Final[dict[str, Phrase]] = {
    "header": "page headers and footers",
    "quick": "weighed by the program, but not read by the language model",
    "failed": "could not be worked through",
    "empty": "empty",
    "limit": "beyond the limit for what is read",
    "contents": "table of contents, page heads and signatures",
    "appendix": "appendices",
    "not-in-form": "do not follow the form of minutes",
    "not-needed": "not needed for this",
    "background": "background, motions and procedure, which the tables do not retell",
}

STATUSES: Final[dict[str, str]] = {
    "supported": "supported",
    "partly": "partly supported",
    "unsupported": "not supported",
    "not-checked": "not checked",
}

ORIGINS: Final[dict[str, str]] = {
    "hand": "edited by hand",
    "model": "changed by the language model",
}

TASKS: Final[dict[str, str]] = {
    "called": "Matters called and what became of them",
    "summarise": "Summary",
    "minutes": "Summary of minutes",
    "bullets": "Summary in points",
    "plain": "Summary in plain language",
    "extract": "Extract",
    "change": "Changed text",
    "draft": "Draft",
    "classify": "Classification",
}

#: What each layer keeps the program that reads a document from; see ``worker/lockdown.py``.
LAYERS: Final[dict[str, str]] = {
    "limits": "limits on memory and time",
    "no_dump": "nothing in crash dumps, and no other program can look in",
    "files": "no files but the program's own",
    "calls": "no other programs can be started",
    "network": "no network",
}

#: Why a document was given no label.
WHY_NOT: Final[dict[str, str]] = {
    "doubt": "in doubt",
    "no-text": "hardly any text",
    "asked": "the text itself asks for it",
    "no-signal": "nothing was found",
}

#: What ``kansli find`` can find.
KINDS: Final[dict[str, str]] = {
    "personal-number": "personal identity number",
    "coordination-number": "coordination number",
    "reserve-number": "reserve number",
    "email": "e-mail address",
    "phone": "telephone number",
    "address": "postal address",
    "bankgiro": "bankgiro",
    "plusgiro": "plusgiro",
    "account": "bank account",
    "iban": "IBAN",
    "case-number": "case number",
    "signal": "possible secrecy, to be tried",
    "chosen": "chosen words",
}

#: What should be known of something that was found.
MARKS: Final[dict[str, str]] = {
    "dummy": "looks like an example",
    "wrong-check": "the check digit is wrong",
    "misread": "letters in place of digits",
    "partial": "not the whole number",
    "maybe-phone": "may be a telephone number",
    "maybe-clock": "may be a date and a time",
    "maybe-reference": "may be a reference",
    "holds-personal-number": "holds a personal identity number",
}
