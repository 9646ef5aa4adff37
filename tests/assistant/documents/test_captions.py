import pytest

from assistant.documents.document import Notice
from assistant.documents.read import read_bytes

VTT = """WEBVTT - mötet
Kind: captions

NOTE
En kommentar.

STYLE
::cue { color: red }

1
00:00:03.120 --> 00:00:07.400 align:start
<v Anna Berg>Hej &amp; välkomna. <i>Har</i> alla
fått dagordningen?

00:00:07.500 --> 00:00:09.000
<v Anna Berg>Vi börjar.

01:00:15.100 --> 01:00:29.000
<v.loud Mattias Ström>Ja.</v> <v Eva Falk>Nej.</v>
"""
SRT = """1
00:00:01,000 --> 00:00:04,000
Chair: I propose that we
adopt the budget.

2
00:00:04,500 --> 00:00:09,000
{\\an8}<i>Is that agreed?</i>

3
00:00:09,500 --> 00:00:11,000
Members: Agreed.
- Fine by me.
"""


def texts(data: str, name: str) -> list[str]:
    return [paragraph.text for paragraph in read_bytes(data.encode(), name).paragraphs]


def test_a_turn_is_a_paragraph_with_its_time_and_speaker() -> None:
    assert texts(VTT, "a.vtt") == [
        "[0:03] Anna Berg: Hej & välkomna. Har alla fått dagordningen? Vi börjar.",
        "[1:00:15] Mattias Ström: Ja.",
        "[1:00:15] Eva Falk: Nej.",
    ]


def test_names_and_dashes_begin_turns_where_there_are_no_tags() -> None:
    assert texts(SRT, "a.srt") == [
        "[0:01] Chair: I propose that we adopt the budget. Is that agreed?",
        "[0:09] Members: Agreed.",
        "[0:09] Fine by me.",
    ]


def test_comments_are_told_and_captions_known_whatever_they_are_called() -> None:
    document = read_bytes(VTT.encode(), "a.txt")
    assert document.format == "vtt"
    assert document.notices == (Notice("type-differs", {"kind": "vtt"}), Notice("comments-not-read", {"count": 1}))
    assert read_bytes(SRT.encode(), "a").format == "srt"


def test_without_speakers_a_turn_ends_at_a_pause() -> None:
    cues = [
        "00:00:01,000 --> 00:00:04,000\nDå är vi",
        "00:00:04,000 --> 00:00:05,000\nigång.",
        "00:00:20,000 --> 00:00:21,000\nNästa.",
    ]
    data = "\n\n".join(f"{n}\n{cue}" for n, cue in enumerate(cues, 1))
    assert texts(data, "a.srt") == ["[0:01] Då är vi igång.", "[0:20] Nästa."]


def test_a_word_with_a_colon_is_no_speaker_where_few_cues_have_one() -> None:
    cues = ["Det här gäller", "en sak: vi flyttar", "Viktigt: i maj", "och det är bra."]
    data = "\n\n".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{cue}" for n, cue in enumerate(cues, 1))
    assert texts(data, "a.srt") == ["[0:01] Det här gäller en sak: vi flyttar Viktigt: i maj och det är bra."]


@pytest.mark.parametrize(
    ("data", "written"),
    [
        ("WEBVTT\n00:01.000 --> 00:02.000\nUtan tom rad.", ["[0:01] Utan tom rad."]),
        ("WEBVTT\n\nutan\ntid\n\n00:01.000 --> 00:02.000\nText.", ["utan tid", "[0:01] Text."]),
        ("WEBVTT\n\n00:01.000 --> \nTrasig tid.", ["00:01.000 --> Trasig tid."]),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n\n2\n00:00:03,000 --> 00:00:04,000\nEfter.", ["[0:03] Efter."]),
    ],
)
def test_what_is_written_carelessly_is_not_lost(data: str, written: list[str]) -> None:
    assert texts(data, "a.vtt" if data.startswith("WEBVTT") else "a.srt") == written
