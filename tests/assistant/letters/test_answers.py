"""Which paragraph answers a question: by shared words, and by what such a question wants."""

import pytest

from assistant.letters.draft import begin
from tests.assistant.letters.make import reply


def status(question: str, answer: str) -> str:
    understood = reply(f"Hej!\n\nJag skriver om min resa. {question}\n\nHälsningar\nBo Ek", answer=(answer,))
    (only,) = begin(understood).answers
    return only.status


@pytest.mark.parametrize(
    ("question", "answer", "wanted"),
    [
        ("När får jag ett beslut?", "du får ett beslut senast den 30 april 2026", "answered"),
        ("När får jag ett beslut?", "du får ett beslut när utredningen är klar", "perhaps"),
        ("När öppnar mottagningen?", "mottagningen öppnar inom två veckor", "answered"),
        ("Varför fick jag avslag?", "du fick avslag den 3 mars 2026", "perhaps"),
        ("Varför fick jag avslag?", "du fick avslag eftersom intyget saknas", "answered"),
        ("Hur mycket kostar en resa?", "en resa kostar 57 kronor", "answered"),
        ("Hur mycket kostar en resa?", "en resa kostar olika mycket", "perhaps"),
        ("Hur mycket kostar en resa?", "en resa är gratis", "answered"),
        ("Kan jag ta med min rullator?", "rullatorn får tas med", "answered"),
        ("Kan jag ta med min rullator?", "du får ett beslut senast den 30 april 2026", "unanswered"),
        ("Skicka en kopia av journalen.", "journalkopian skickas i dag", "answered"),
        ("Vem är min handläggare?", "vi återkommer", "unanswered"),
    ],
)
def test_what_answers_a_question(question: str, answer: str, wanted: str) -> None:
    assert status(question, answer) == wanted
