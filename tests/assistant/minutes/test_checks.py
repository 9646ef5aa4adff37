from collections.abc import Sequence

import pytest

from assistant.errors import Fact
from assistant.minutes.checks import check
from assistant.phrases import FINDINGS
from tests.assistant.minutes.make import FRONT, reading

ONE = ("# § 1 Taxa", "Dnr KS 2026/00001", "# Beslut", "Taxan antas.")
TWO = ("# § 2 Plan", "Dnr KS 2026/00002", "# Beslut", "Planen antas.")


def found(*lines: str, front: Sequence[str] = FRONT) -> dict[str, dict[str, Fact]]:
    (meeting,) = reading(*lines, front=front).meetings
    return {remark.finding.code: remark.finding.facts for remark in check(meeting)}


def changed(place: int, line: str) -> list[str]:
    return [line if n == place else each for n, each in enumerate(FRONT)]


def test_minutes_in_order_have_no_remark() -> None:
    assert found(*ONE, *TWO) == {}


def test_a_section_that_is_missing_or_stands_twice_is_told() -> None:
    third = ("# § 3 Val", "Dnr KS 2026/00003", "# Beslut", "Anna väljs.")
    assert found(*ONE, *third)["section-missing"] == {"sections": "2"}
    assert found(*ONE, *TWO, *TWO)["section-twice"] == {"sections": "2"}


def test_the_range_on_the_first_page_is_compared() -> None:
    assert found(*ONE)["section-range-differs"] == {"stated": "1–2", "found": "1"}


@pytest.mark.parametrize(("place", "code"), [(4, "adjuster-missing")])
def test_who_signs_must_be_named(place: int, code: str) -> None:
    assert list(found(*ONE, *TWO, front=[line for n, line in enumerate(FRONT) if n != place])) == [code]


def test_who_chairs_and_writes_may_be_named_in_the_list() -> None:
    front = [line for n, line in enumerate(FRONT) if n not in {5, 6}]
    assert found(*ONE, *TWO, front=front) == {}
    bare = [line.replace(", ordförande", "").replace(", sekreterare", "") for line in front]
    assert set(found(*ONE, *TWO, front=bare)) == {"chair-missing", "secretary-missing"}


def test_the_minutes_of_an_association_are_not_held_to_the_law_on_municipalities() -> None:
    assert found(*ONE, *TWO, front=("# Protokoll årsmöte", "Justering: 2027-01-01")) == {}


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Justering: 2026-03-25", {"adjusted-late": {"days": 15, "most": 14}}),
        ("Justering: 2026-03-24", {}),
        ("Justering: 2026-03-01", {"adjusted-before-meeting": {}}),
    ],
)
def test_the_time_until_the_adjustment_is_counted(line: str, facts: dict[str, dict[str, Fact]]) -> None:
    assert found(*ONE, *TWO, front=[*FRONT, line]) == facts


def test_the_time_until_the_announcement_is_counted() -> None:
    front = [*FRONT, "Justering: 2026-03-16", "Anslag: Tillkännagivet 2026-03-20"]
    assert found(*ONE, *TWO, front=front) == {"announced-late": {"days": 4, "most": 2}}


def test_votes_are_compared_with_those_who_decide_and_with_the_list() -> None:
    vote = ("# Omröstning", "Det blir 3 ja-röster mot 1 nej-röst.")
    assert found(*ONE, *vote, *TWO)["votes-differ"] == {"votes": 4, "deciding": 3}
    listed = ("# Omröstning", "Det blir 2 ja-röster mot 1 nej-röst.", "Ja: Anna Berg (S)", "Nej: Bo Ek (M)")
    assert found(*ONE, *listed, *TWO) == {"votes-list-differs": {"yes": 1, "no": 1, "abstained": 0}}


def test_fewer_votes_than_deciders_are_told_unless_somebody_stands_aside() -> None:
    vote = ("# Omröstning", "Det blir 1 ja-röst mot 1 nej-röst.")
    assert found(*ONE, *vote, *TWO)["votes-fewer"] == {"votes": 2, "deciding": 3}
    aside = ("# Deltar inte i beslutet", "Cilla Dahl (C) deltar inte i beslutet.")
    assert found(*ONE, *vote, *aside, *TWO) == {}


def test_who_moves_or_reserves_must_be_present() -> None:
    assert found(*ONE, "# Reservation", "Kurt Alm (SD) och Bo Ek (M) reserverar sig.", *TWO) == {
        "person-not-present": {"name": "Kurt Alm", "section": 1}
    }
    assert found(*ONE, "# Yrkanden", "Bo Ek (M) yrkar bifall till Kurt Alms (SD) motion.", *TWO) == {}


def test_who_has_left_cannot_reserve() -> None:
    front = changed(2, "Beslutande: Anna Berg (S), ordförande; Bo Ek (M), § 1; Cilla Dahl (C)")
    assert found(*ONE, *TWO, "# Reservation", "Bo Ek (M) reserverar sig.", front=front) == {
        "person-absent-then": {"name": "Bo Ek", "section": 2}
    }


def test_a_weekday_must_fit_its_date() -> None:
    front = changed(1, "Plats och tid: Kommunhuset, onsdagen den 10 mars 2026, kl. 09.00")
    assert found(*ONE, *TWO, front=front) == {"weekday-differs": {"date": "2026-03-10", "weekday": "onsdag"}}


def test_a_document_must_have_one_date_in_a_section() -> None:
    basis = ("# Beslutsunderlag", "Tjänsteskrivelse 2026-02-01")
    text = ("# Sammanfattning av ärendet", "Enligt tjänsteskrivelsen den 2 februari 2026 är taxan för låg.")
    assert found(*ONE, *basis, *text, *TWO) == {
        "dates-differ": {"what": "tjänsteskrivelse", "dates": "2026-02-01, 2026-02-02"}
    }
    assert found(*ONE, *basis, "Tjänsteskrivelse 2026-02-02", *text, *TWO) == {}


def test_what_a_section_lacks_is_told_once_for_all() -> None:
    assert found(ONE[0], *ONE[2:], *TWO) == {"sections-without-case-number": {"sections": "1"}}
    assert found(*ONE, "# § 2 Plan", "Dnr KS 2026/00002", "# Sammanfattning", "Planen är gammal.") == {
        "sections-without-decision": {"sections": "2"}
    }


def test_every_finding_names_its_statute_or_where_else_it_comes_from() -> None:
    codes = {
        code
        for name in ("section", "chair", "secretary", "adjust", "announced", "votes", "person", "dates", "weekday")
        for code in FINDINGS
        if code.startswith(name)
    }
    assert len(codes) > 15
    for code in codes - {"section-not-found"}:
        said = str(FINDINGS[code])
        assert any(
            source in said for source in ("kommunallagen", "Custom", "itself", "themselves", "arithmetic", "calendar")
        ), code
