"""Letters to try things on."""

from datetime import date

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.letters.known import Given
from assistant.letters.read import load
from assistant.letters.understood import Understood, understand

TODAY = date(2026, 3, 5)
LETTER = """Anna Lindqvist
Storgatan 12 B
702 10 Örebro
2026-03-02

Region Örebro län

Angående min ansökan om färdtjänst, dnr 2026-00417

Hej!
Jag ansökte om färdtjänst den 12 januari 2026. När får jag ett beslut? Jag undrar också om jag behöver skicka in ett nytt läkarintyg.

Jag vill att ni ringer mig senast den 20 mars 2026. Kan jag ta med min rullator i bilen?

PS. Skicka också en kopia av min akt till min dotter.

Med vänlig hälsning
Anna Lindqvist
"""
FACTS = {
    "answer": ("beslut senast 30 april 2026", "nytt läkarintyg behövs inte"),
    "sender_name": ("Karin Ek",),
    "organisation": ("Regionen",),
}


def letter(text: str = LETTER, name: str = "brev.txt") -> Document:
    return read_bytes(text.encode(), name)


def reply(text: str = LETTER, said: str = "", language: str = "sv", **facts: tuple[str, ...]) -> Understood:
    """What is understood of a reply to a letter."""
    given = Given({**FACTS, **facts}, said)
    return understand(load("svar"), [letter(text)] if text else [], given, language=language, today=TODAY)
