"""Texts of any length for measuring: made from words, so that no two pages are alike and nothing real is in them."""

import random

_WORDS = (
    "nämnden förvaltningen ärendet beslutet förslaget utredningen budgeten verksamheten regionen patienten resan ansökan"
    " avtalet kostnaden tiden året rapporten planen insatsen behovet personalen mötet frågan underlaget"
).split()
_VERBS = (
    "godkänner redovisar föreslår beskriver prövar följer avslutar ändrar planerar genomför utvärderar noterar".split()
)
_MORE = "under våren enligt planen med anledning av granskningen inom ramen för uppdraget efter samråd med kommunerna".split()


def page(number: int) -> list[str]:
    """The paragraphs of one page, about 320 words and 650 tokens; the same number gives the same page."""
    chance = random.Random(number)
    paragraphs = [f"Ärende {number}: {chance.choice(_WORDS)} och {chance.choice(_WORDS)}"]
    for _ in range(6):
        sentences = []
        for _ in range(4):
            middle = " ".join(chance.choice(_MORE) for _ in range(6))
            sentences.append(
                f"{chance.choice(_WORDS).capitalize()} {chance.choice(_VERBS)} {chance.choice(_WORDS)} {middle}"
                f" och {chance.choice(_WORDS)} nummer {chance.randint(10, 9999)}."
            )
        paragraphs.append(" ".join(sentences))
    return paragraphs


def pages(count: int) -> str:
    """A text of so many pages."""
    return "\n\n".join(paragraph for number in range(1, count + 1) for paragraph in page(number))


def meeting(words: int) -> str:
    """A transcript of so many words, a turn a paragraph, in which now and then something is decided or taken on."""
    turns: list[str] = []
    said, number = 0, 0
    while said < words:
        number += 1
        name = ("Anna Berg", "Bo Ek", "Cilla Dahl")[number % 3]
        text = page(number)[1 + number % 6]
        if number % 20 == 0:
            text += f" Då beslutar vi att ärende {number} skickas vidare."
        if number % 15 == 0:
            text += " Jag tar fram en kostnad till den 12 november."
        turns.append(f"{name}: {text}")
        said += len(turns[-1].split())
    return "\n\n".join(turns)
