import pytest

from assistant.minutes.entries import Act
from assistant.minutes.genres import is_before_a_decision
from assistant.minutes.hearing import hear
from assistant.minutes.read import read
from tests.assistant.minutes.make import document

MATTERS = (
    "§ 1 Taxa",
    "Förslag till beslut",
    "Kommunstyrelsen beslutar att anta taxan.",
    "§ 2 Val",
    "Beslut",
    "Bo Ek väljs.",
)


@pytest.mark.parametrize(
    "title", ["KALLELSE", "Kallelse till sammanträde", "Tjänsteskrivelse", "FÖREDRAGNINGSLISTA 2026-03-10"]
)
def test_what_is_written_before_a_meeting_decides_nothing(title: str) -> None:
    called = document(*MATTERS, front=("Ekbacka kommun", title, "Kommunstyrelsen"))
    assert is_before_a_decision(called)
    assert read(called).meetings == ()
    heard = hear(called, called.paragraphs, "sv").entries
    assert Act.DECISION not in {entry.act for entry in heard}


@pytest.mark.parametrize("title", ["Sammanträdesprotokoll", "Protokollsutdrag", "Kommunstyrelsen"])
def test_minutes_are_minutes(title: str) -> None:
    minutes = document(*MATTERS, front=("Ekbacka kommun", title, "Kallelse utsänd: 2026-03-01"))
    assert not is_before_a_decision(minutes)
    assert read(minutes).meetings
