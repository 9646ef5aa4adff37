"""The English sentences for what letters can fail of, what is found, and what to do about it: see ``assistant/phrases.py``."""

from typing import Final

ERRORS: Final[dict[str, str]] = {
    "letter": "The type of letter {letter} cannot be used. Choose another.",
    "letter/missing": "There is no type of letter called {letter}. There are these: {detail}.",
    "letter/unreadable": "The type of letter {letter} cannot be read. Save it anew as a text file (UTF-8).",
    "letter/toml": "The type of letter {letter} is not written as TOML (line {detail}). Mend that line and try again.",
    "letter/key": "The type of letter {letter} has a key that there is not, or lacks one that it must have: {detail}.",
    "letter/value": "The type of letter {letter} has a value that it cannot have: {detail}.",
    "letter/name": "The type of letter {letter} has a name that cannot be used ({detail}). Use small letters a to z, digits and _.",
    "letter/twice": "The type of letter {letter} has the same name twice: {detail}.",
    "letter/hole": "The type of letter {letter} uses a field that it does not have: {detail}.",
    "letter/languages": "The type of letter {letter} must have both Swedish (sv) and English (en) here: {detail}.",
    "template": "The template {name} cannot be used. Choose another.",
    "template/missing": "There is no template called {name}. Put it beside the type of letter.",
    "template/unreadable": "The template {name} cannot be read as a Word file. Save it anew as .docx.",
    "template/macros": "The template {name} has macros, and Kansli does not use such files. Save it as .docx without macros.",
    "template/outside": "The template {name} fetches something from elsewhere when it is opened. Remove links to templates and "
    "pictures outside the file.",
    "template/placeholders": "The template {name} has placeholders that cannot be filled: {detail}.",
    "template/no-letter": "The template {name} has no place for the letter itself. Write {place} on a line of its own there.",
    "facts": "The file of facts {file} cannot be used.",
    "facts/missing": "There is no file of facts called {file}. Check the name and the folder.",
    "facts/unreadable": "The file of facts {file} cannot be read. Save it as a text file (UTF-8) with a line for each fact.",
    "facts/toml": "The file of facts {file} is not written as TOML (line {detail}). Mend that line and try again.",
    "facts/field": "This type of letter has no field called {detail}. It has: {known}.",
    "facts/twice": "The field {detail} is stated twice in {file}.",
    "facts/value": "The field {detail} cannot have that value.",
    "facts/value-date": "The field {detail} is a date. Write it as 2026-03-31 or 31 mars 2026.",
    "facts/value-time": "The field {detail} is a time. Write it as 13.00 or 13.00–15.30.",
    "facts/value-choice": "The field {detail} is one of these: {known}.",
    "facts/value-email": "The field {detail} is an e-mail address.",
    "facts/value-case-number": "The field {detail} is a case number, which has a figure in it.",
    "letter-not-ready": "The letter was not saved, since facts are missing: {fields}. State them, or choose to leave them missing.",
}

FINDINGS: Final[dict[str, str | tuple[str, str]]] = {
    "fact-missing": "A fact is missing: {field}.",
    "letter-values-several": "{field}: the documents say different things ({values}), so nothing was chosen.",
    "letter-value-differs": "{field}: the letter says {used}, but elsewhere it is {values}.",
    "letter-amounts-differ": "Two amounts for what seems to be the same thing: {first} and {second}.",
    "letter-dates-differ": "Two dates for what seems to be the same thing: {first} and {second}.",
    "source-gives-orders": "A document speaks to whoever writes the answer, and that was not followed: “{text}”",
    "letter-too-long-for-questions": "The first document is longer than a letter, so no questions or demands were looked for in "
    "it.",
    "letter-sentences-left-out": (
        "{count} sentence of the language model's was left out, since it said something else than the points.",
        "{count} sentences of the language model's were left out, since they said something else than the points.",
    ),
    "letter-own-words": "The language model gave no usable wording, so the points stand in their own words.",
    "asked-unanswered": "Nothing in the letter answers this: “{text}”",
    "asked-perhaps": "This may be answered only in part: “{text}”",
    "letter-value-as-it-was": "{field} stands as it was in the first language: {text}",
    "letter-translated": "This is a translation made with the support of AI. The letter it was made from is the one that counts.",
}

#: What is found in a template; those that stop a letter are in ``template.py``.
TEMPLATES: Final[dict[str, str]] = {
    "template-unknown": "There are no such fields or parts: {names}.",
    "template-broken": "This is no whole placeholder: {text}",
    "template-no-letter": "There is no place for the letter itself. Write {place} on a line of its own.",
    "template-not-alone": "The place {name} must be alone on its line, in the document's body.",
    "template-field-not-shown": "These facts are required, but neither the template nor the letter shows them: {names}.",
    "template-part-not-shown": "These parts of the letter have no place in the template: {names}.",
    "template-no-mark": "The template has no place for the mark of a draft, so it stands first in the text. Write {place} where "
    "you want it.",
    "template-language": "The template does not say that it is in the letter's language ({language}). A screen reader needs that.",
    "template-no-title": "The template has no title among its properties.",
    "template-no-heading-style": "The template has no style for headings of level {level}.",
    "template-table-without-head": "A table has no row that is marked as its head.",
    "template-picture-without-text": "A picture has no alternative text.",
    "template-no-page-number": "No page number is found in the header or footer.",
}

ADVICE: Final[dict[str, str]] = {
    "fact-missing": "State it, or choose to leave it missing.",
    "letter-values-several": "Choose which of them is right.",
    "letter-value-differs": "See which of them is right.",
    "letter-amounts-differ": "See which amount is right, and state that one alone.",
    "letter-dates-differ": "See which date is right, and state that one alone.",
    "source-gives-orders": "Read the document there. Answer the sender only on what you yourself have decided.",
    "letter-too-long-for-questions": "Choose the letter itself as the first document, or read what it asks for yourself.",
    "letter-sentences-left-out": "Ask for another wording, or write it yourself.",
    "letter-own-words": "Ask for another wording, or edit the points yourself.",
    "asked-unanswered": "Add a point that answers it, or take the question away if it needs no answer.",
    "asked-perhaps": "Read the answer, and add what is missing.",
    "letter-value-as-it-was": "Write it in the letter's language.",
    "letter-translated": "Let someone who knows both languages read it.",
}

#: Where something that a letter says comes from.
FROM: Final[dict[str, str]] = {
    "facts": "your facts",
    "said": "your words",
    "hand": "your correction",
    "source": "the document",
    "program": "the computer",
}

#: Whether something in the letter answers a question.
ANSWERS: Final[dict[str, str]] = {
    "answered": "answered",
    "perhaps": "perhaps answered",
    "unanswered": "unanswered",
}
