from pathlib import Path

import pytest

from assistant import paths
from assistant.errors import SchemeError
from assistant.schemes.read import load, read, shipped
from assistant.schemes.scheme import Label, Scheme
from assistant.schemes.write import as_toml, keep

GOOD = """
name = "Ärenden"
question = "Vad gäller det?"
[[class]]
code = "a"
name = "Ansökan"
definition = "Någon söker något."
phrases = ["ansöker om"]
[[class]]
code = "b"
name = "Övrigt"
"""

WRONG = {
    "toml": "name = [",
    "key": GOOD + "[[class]]\ncode = 'c'\nname = 'C'\ndefinitoin = 'x'\n",
    "value": GOOD + "[[class]]\ncode = 'c'\nname = 'C'\nphrases = 'x'\n",
    "nameless": GOOD + "[[class]]\ncode = 'c'\n",
    "code": GOOD + "[[class]]\ncode = '../c'\nname = 'C'\n",
    "twice": GOOD + "[[class]]\ncode = 'A'\nname = 'C'\n",
    "same-name": GOOD + "[[class]]\ncode = 'c'\nname = 'övrigt'\n",
    "count": "[[class]]\ncode = 'c'\nname = 'C'\n",
    "parent": GOOD + "[[class]]\ncode = 'c'\nname = 'C'\nparent = 'z'\n",
    "circle": GOOD + "[[class]]\ncode='c'\nname='C'\nparent='d'\n[[class]]\ncode='d'\nname='D'\nparent='c'\n",
}


def written(folder: Path, text: str, name: str = "s.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_a_scheme_is_read(tmp_path: Path) -> None:
    scheme = read(written(tmp_path, GOOD))
    assert (scheme.id, scheme.name, [label.code for label in scheme.answers]) == ("s", "Ärenden", ["a", "b"])
    assert scheme.labels[0].phrases == ("ansöker om",)


@pytest.mark.parametrize("reason", sorted(WRONG))
def test_what_is_wrong_is_named(tmp_path: Path, reason: str) -> None:
    with pytest.raises(SchemeError) as caught:
        read(written(tmp_path, WRONG[reason]))
    assert caught.value.facts["reason"] == reason


def test_more_that_is_wrong(tmp_path: Path) -> None:
    for text in (GOOD.replace("[[class]]", "[class]", 1), "class = 3", GOOD.replace('"Ärenden"', "3"), "extra = 1" + GOOD, GOOD.replace('code = "a"', 'code = "con"'),
                 GOOD + "patterns = ['(']", GOOD + "finds = ['x']", "decides = 'two'" + GOOD, GOOD.replace('name = "Övrigt"', "name = ' '")):  # fmt: skip
        with pytest.raises(SchemeError):
            read(written(tmp_path, text))
    (tmp_path / "s.toml").write_bytes(b"name = '\xff'")
    with pytest.raises(SchemeError):
        read(tmp_path / "s.toml")


def test_levels_have_paths_and_only_the_last_are_answers(tmp_path: Path) -> None:
    scheme = read(
        written(
            tmp_path,
            GOOD
            + "[[class]]\ncode='b1'\nname='Klagomål'\nparent='b'\n[[class]]\ncode='b1x'\nname='Muntligt'\nparent='b1'\n",
        )
    )
    assert [label.code for label in scheme.answers] == ["a", "b1x"]
    assert [label.code for label in scheme.path("b1x")] == ["b", "b1", "b1x"]
    assert [label.code for label in scheme.only(["b1x"]).labels] == ["b", "b1", "b1x"]
    assert scheme.named("muntligt") == scheme.label("b1x")
    assert scheme.named("nothing") is None


def test_shipped_schemes_are_right() -> None:
    assert {"handlingstyp", "arendeslag", "bradskande", "signals"} <= set(shipped())
    for name in shipped():
        scheme = load(name)
        assert len(scheme.answers) >= 4
        assert all(label.definition for label in scheme.answers)
    types = {label.code for label in load("handlingstyp").answers}
    assert {"protokoll", "tjansteskrivelse", "kallelse", "proposition", "pressmeddelande", "faktura"} <= types


def test_the_users_own_goes_before_a_shipped_one(tmp_path: Path) -> None:
    keep(read(written(tmp_path, GOOD, "handlingstyp.toml")))
    assert load("handlingstyp").name == "Ärenden"
    assert (paths.home() / "schemes" / "handlingstyp.toml").is_file()


def test_a_name_leads_nowhere_else() -> None:
    for asked in ("no-such", "../schemes/handlingstyp", "", "none.toml", "none.csv", "/etc/passwd"):
        with pytest.raises(SchemeError):
            load(asked)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    odd = 'Rad "ett" \\ två\tslut ö \x7f'
    labels = (
        Label("a", "A", odd, phrases=("x*", 'y "z"'), patterns=(r"^\d+ §",)),
        Label("a-1", "B", parent="a"),
        Label("c", "C"),
    )
    scheme = Scheme("s", "Namn", labels, question="Vad?")
    again = read(written(tmp_path, as_toml(scheme)))
    assert [label.phrases for label in again.labels] == [label.phrases for label in labels]
    assert again.labels[0].patterns == labels[0].patterns
    assert again.labels[0].definition.split() == odd.split()
    for name in shipped():
        assert read(written(tmp_path, as_toml(load(name)), f"{name}.toml")) == load(name)
