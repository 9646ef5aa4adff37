"""Types of letters are data: all that are shipped are right, and what is wrong in one is told with its place."""

from pathlib import Path
from string import Template

import pytest

from assistant import paths
from assistant.errors import LetterError
from assistant.letters.kind import Field, FieldKind, Fill, is_right
from assistant.letters.read import kinds, load, read, shipped

TYPE = """
version = 1
name = { sv = "Prov", en = "Trial" }
purpose = { sv = "Provar.", en = "Tries." }

[[field]]
name = "who"
label = { sv = "Vem", en = "Who" }
required = true

[[part]]
name = "title"
label = { sv = "Rubrik", en = "Heading" }
fill = "fixed"
text = { sv = "Till $who", en = "To $who" }
"""


def test_every_type_of_the_task_is_there() -> None:
    assert set(shipped()) == {
        "svar", "bekraftelse", "komplettering", "information", "kallelse", "beslut", "fardtjanst", "remissvar",
        "tjansteskrivelse", "foljebrev", "pm",
    }  # fmt: skip


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
def test_a_shipped_type_is_whole(kind: object) -> None:
    kind = load(kind.id)  # type: ignore[attr-defined]
    assert kind.parts[0].name == "title"
    assert all(each.field for each in kind.parts if each.fill is not Fill.FIXED)
    used = {name for part in kind.parts for text in part.text.values() for name in Template(text).get_identifiers()}
    used |= {part.field for part in kind.parts} | {
        each.split("=")[0].lstrip("!") for p in kind.parts for each in p.when
    }
    # The head of a page names these, and the template has it.
    head = {
        "recipient",
        "address",
        "date",
        "case_number",
        "organisation",
        "unit",
        "sender_name",
        "sender_title",
        "phone",
        "email",
    }
    assert {each.name for each in kind.fields} <= used | head
    assert "outcome" not in {each.name for each in kind.fields} or not kind.field("outcome").default


def test_a_type_can_be_asked_for_by_other_names() -> None:
    assert load("reply").id == "svar"
    assert load("Färdtjänst").id == "fardtjanst"


def test_the_organisations_own_type_goes_before_the_shipped_one(own_home: Path) -> None:
    (own_home / "letters").mkdir()
    (own_home / "letters" / "pm.toml").write_text(TYPE, encoding="utf-8")
    (own_home / "letters" / "prov.toml").write_text(TYPE, encoding="utf-8")
    assert load("pm").name["sv"] == "Prov"
    assert load("prov").folder == str(own_home / "letters")
    assert "prov" in shipped()


@pytest.mark.parametrize(
    ("change", "reason", "detail"),
    [
        (("version = 1", "version = one"), "toml", "2"),
        (("required", "requird"), "key", "field 1 (who): requird"),
        (('fill = "fixed"', 'fill = "made-up"'), "value", "part 1 (title): fill"),
        (("$who", "$whom"), "hole", "whom"),
        (('sv = "Vem", en = "Who"', 'sv = "Vem"'), "languages", "field 1 (who): label"),
        (('name = "who"', 'name = "Who is"'), "name", "Who is"),
        (("required = true", 'required = true\npattern = "("'), "value", "pattern"),
        (("required = true", 'kind = "choice"'), "value", "choices"),
        (('fill = "fixed"', 'fill = "written"\nfield = "who"\nprompt = "draft/letter"'), "value", "part title: field"),
        (('fill = "fixed"', 'fill = "fixed"\nwhen = ["nobody"]'), "value", "title: when"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, change: tuple[str, str], reason: str, detail: str
) -> None:
    (tmp_path / "prov.toml").write_text(TYPE.replace(*change), encoding="utf-8")
    with pytest.raises(LetterError) as caught:
        read(tmp_path / "prov.toml")
    assert caught.value.facts["reason"] == reason
    assert detail in str(caught.value.facts["detail"])


@pytest.mark.parametrize("name", ["finns-inte", "../models", "words", ""])
def test_a_type_that_is_not_there_is_told_with_those_that_are(name: str) -> None:
    with pytest.raises(LetterError) as caught:
        load(name)
    assert caught.value.facts["reason"] == "missing"
    assert "svar" in str(caught.value.facts["detail"])


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        (FieldKind.DATE, ["2026-03-02", "2 mars 2026", "den 2 mars 2026", "2 March 2026"], ["imorgon", "2026", "2/3"]),
        (FieldKind.TIME, ["13.00", "kl. 9.30", "13.00–15.30"], ["eftermiddag"]),
        (FieldKind.CASE_NUMBER, ["2026-00417", "KS/2018:443"], ["saknas", "12"]),
        (FieldKind.EMAIL, ["a.b@c.se"], ["a@b", "inget"]),
        (FieldKind.TEXT, ["vad som helst"], ["två\nrader", " "]),
        (FieldKind.LINES, ["två\nrader"], [""]),
    ],
)
def test_what_a_field_can_have(kind: FieldKind, right: list[str], wrong: list[str]) -> None:
    field = Field("f", {"sv": "F", "en": "F"}, kind)
    assert all(is_right(field, value) for value in right)
    assert not any(is_right(field, value) for value in wrong)


def test_a_pattern_of_the_organisations_own_must_match_the_whole() -> None:
    field = Field("f", {"sv": "F", "en": "F"}, FieldKind.CASE_NUMBER, pattern=r"\d\dRS\d+")
    assert is_right(field, "26RS117")
    assert not is_right(field, "dnr 26RS117")


def test_every_type_has_its_prompts() -> None:
    for kind in kinds():
        for part in kind.parts:
            for language in ("sv", "en"):
                assert not part.prompt or (paths.prompts() / f"{part.prompt}.{language}.toml").is_file()


def test_the_example_that_is_told_how_to_write_is_right(tmp_path: Path) -> None:
    told = (paths.bundle() / "docs" / "letters.md").read_text(encoding="utf-8")
    (tmp_path / "tack.toml").write_text(told.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    assert read(tmp_path / "tack.toml").tone == "friendly"
