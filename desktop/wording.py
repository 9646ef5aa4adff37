"""What errors say in the window, where there is no command line; all else as ``assistant/wording.py`` has it. Knows no Qt."""

from typing import Final

from assistant.errors import AssistantError
from assistant.wording import Words, later

_SENTENCES: Final = {
    "model": later("No language model can answer. See which there are under Models."),
    "model-missing": later("The language model {model} is not installed. Fetch it under Models."),
    "model-missing/none": later("No language model is installed. Fetch one under Models."),
    "model-unknown": later(
        "Kansli does not know the language model {model}, so it is not used. Choose another under Models."
    ),
    "model-fetch-failed/folder": later(
        "The folder does not hold the file of {model} whole. Choose another folder, or fetch the model."
    ),
    "scheme/missing": later("There is no scheme called {scheme}. Choose another."),
    "output/pattern": later("The names cannot be made by the pattern {name}. Mend the pattern."),
    "output/mask-left": later(
        "The masked copy was not written: words that were to be masked would still be in {name}. Mask the rest of them too."
    ),
    "section-not-found/several": later("{name} has more than one § {section}."),
}


def sentence(error: AssistantError, words: Words) -> str:
    """What is wrong and what to do, in the window."""
    reason = error.facts.get("reason")
    if error.code == "model-missing" and not error.facts.get("model"):
        reason = "none"
    for key in (f"{error.code}/{reason}", error.code):
        if key in _SENTENCES:
            return words(_SENTENCES[key], **error.facts)
    return words.error(error)
