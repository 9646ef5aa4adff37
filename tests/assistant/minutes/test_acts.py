"""Single sentences; how they hang together is in test_notes.py."""

import pytest

from assistant.minutes import acts

NAMES = frozenset({"Anna Berg", "Anna", "Bo Ek", "Bo", "Tom"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi enades om att avgiften höjs.", "Mötet beslutade att inte förlänga avtalet.", "Mallen fastställdes enligt förslag.",
        "Det beslutades att gruppen läggs ned.", "Efter diskussion bestämde vi oss för blått.", "Då beslutar vi att bussen flyttas.",
        "Vi är överens om en ny tid.", "Projektgruppen godkände planen.",
    ],
)  # fmt: skip
def test_swedish_notes_decide(sentence: str) -> None:
    assert acts.decides(sentence, "sv", in_talk=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi beslutade inte om avgiften.", "Inget beslut fattades.", "Ska vi besluta om avgiften?", "Om vi beslutar det blir det dyrt.",
        "Vi borde besluta om avgiften.", "Vi bestämmer det nästa gång.", "Förra mötet beslutade vi om avgiften.",
        "Regionfullmäktige beslutade om ny avgift.", "Budgeten antogs av fullmäktige.", "Anna föreslog att avgiften höjs.",
        "Vi kan besluta om avgiften i maj.", "Regionstyrelsen beslutar i november om avgiften.", "Avgiften höjs.",
        "Det beslutades i nämnden att avgiften höjs.", "När vi beslutade detta var läget ett annat.",
    ],
)  # fmt: skip
def test_what_swedish_notes_do_not_decide(sentence: str) -> None:
    assert not acts.decides(sentence, "sv", in_talk=False)


def test_in_talk_a_past_tense_tells_of_another_day() -> None:
    assert acts.decides("Ja, då beslutar vi att skyltarna byts.", "sv", in_talk=True)
    assert not acts.decides("Vi bestämde att skyltarna skulle bytas.", "sv", in_talk=True)
    assert acts.decides("So we agree to extend the pilot.", "en", in_talk=True)
    assert not acts.decides("We agreed to extend the pilot.", "en", in_talk=True)
    assert not acts.decides("We agree that it is important.", "en", in_talk=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The group agreed to extend the pilot.",
        "It was decided that forms are tested.",
        "The budget was approved.",
        "Motion carried.",
    ],
)
def test_english_notes_decide(sentence: str) -> None:
    assert acts.decides(sentence, "en", in_talk=False)


@pytest.mark.parametrize(
    "sentence",
    [
        "The board decided last year that support is free.", "The group did not agree to extend the pilot.", "Should we agree to this?",
        "If the group agreed to this, it would be dear.", "The budget was approved by the council.", "Tom suggested that we close.",
        "That is to be decided.", "We could decide that in May.",
    ],
)  # fmt: skip
def test_what_english_notes_do_not_decide(sentence: str) -> None:
    assert not acts.decides(sentence, "en", in_talk=False)


@pytest.mark.parametrize(
    ("sentence", "language", "who"),
    [
        ("Anna tar fram en kostnad.", "sv", "Anna"), ("Oklart, Bo kollar med ekonomi.", "sv", "Bo"),
        ("Anna och Bo ska skriva rapporten.", "sv", "Anna och Bo"), ("Förvaltningen återkommer i maj.", "sv", "Förvaltningen"),
        ("Tom will write a guide.", "en", "Tom"), ("Tom to ask the supplier.", "en", "Tom"),
    ],
)  # fmt: skip
def test_somebody_takes_something_on(sentence: str, language: str, who: str) -> None:
    assert acts.takes_on(sentence, language, NAMES) == who


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Anna berättade om kostnaden.", "sv"), ("Anna ska kanske skriva rapporten.", "sv"), ("Avgiften ska betalas i maj.", "sv"),
        ("Vi ska se.", "sv"), ("Utskottet tar upp frågan.", "sv"), ("Bo skickar inte rapporten.", "sv"), ("Det ska utredas.", "sv"),
        ("The system will replace paper.", "en"), ("It will be hard.", "en"), ("According to plan.", "en"),
    ],
)  # fmt: skip
def test_what_nobody_takes_on(sentence: str, language: str) -> None:
    assert acts.takes_on(sentence, language, NAMES) is None


def test_the_speaker_takes_something_on() -> None:
    assert acts.speaker_takes_on("I will write to the committee.", "en")
    assert acts.speaker_takes_on("Jag mejlar leverantören idag.", "sv")
    for sentence, language in (
        ("I will try to write.", "en"),
        ("We'll return to Mr. Deltell.", "en"),
        ("Ska jag mejla dem?", "sv"),
        ("Jag mejlar inte dem.", "sv"),
        ("This is what we will provide.", "en"),
    ):
        assert not acts.speaker_takes_on(sentence, language), sentence


@pytest.mark.parametrize(
    ("sentence", "language", "when"),
    [
        ("Omar rättar dem senast den 30 september.", "sv", "senast den 30 september"), ("Anna tar fram det till nästa möte.", "sv", "till nästa möte"),
        ("Bo skickar det.", "sv", ""), ("Klart v. 43.", "sv", "v. 43"), ("Tom will send it by 20 March.", "en", "by 20 March"),
        ("I will send that on Thursday.", "en", "on Thursday"), ("Maybe he will.", "en", ""),
    ],
)  # fmt: skip
def test_a_time_is_told_only_as_worded(sentence: str, language: str, when: str) -> None:
    assert acts.when_of(sentence, language) == when


@pytest.mark.parametrize(
    ("sentence", "language", "is_taken"),
    [
        ("Jag frågar juristen senast fredag.", "sv", True), ("Jag börjar på ett utkast i helgen.", "sv", True),
        ("Jag är ledig på fredag.", "sv", False), ("Jag frågar mig varför.", "sv", False),
        ("Jag skulle fråga juristen i fredags.", "sv", False), ("Om jag hinner frågar jag juristen på fredag.", "sv", False),
        ("Jag kommer på torsdag.", "sv", False),
        ("I'll ring him this afternoon.", "en", True), ("I'm going to draft it by Monday.", "en", True),
        ("I'll come to you next week.", "en", False), ("I would have rung him on Friday.", "en", False),
        ("I'll give another quote from 22 April.", "en", False),
    ],
)  # fmt: skip
def test_any_doing_counts_where_it_is_said_when(sentence: str, language: str, is_taken: bool) -> None:  # noqa: FBT001 - a case
    assert acts.speaker_takes_on(sentence, language) is is_taken


@pytest.mark.parametrize(
    ("sentence", "language", "is_asked"),
    [
        ("Can you chase him, Owen?", "en", True), ("Could you just briefly explain that?", "en", False),
        ("Kan någon av er jaga dem?", "sv", True), ("Kan du berätta om läget?", "sv", False),
    ],
)  # fmt: skip
def test_anything_but_words_may_be_asked_for(sentence: str, language: str, is_asked: bool) -> None:  # noqa: FBT001 - a case
    assert acts.asks_any(sentence, language) is is_asked


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Checklistan gås igenom av Anna före månadsskiftet.", "Anna"),
        ("Alla ser över sina kompetensbevis till nästa möte.", "Alla"),
        ("Checklistan gås igenom av Anna.", None),
        ("Alla tycker att det går bra till våren.", None),
    ],
)
def test_who_is_to_do_it_may_stand_after_a_passive_or_be_all(sentence: str, who: str | None) -> None:
    assert acts.takes_on(sentence, "sv", {"Anna"}) == who


def test_a_verb_alone_may_say_that_it_was_decided() -> None:
    assert acts.decides("Bestämdes att schemat stänger den 20 oktober.", "sv", in_talk=False)
    assert acts.decides("It was decided not to renew the contract.", "en", in_talk=False)
