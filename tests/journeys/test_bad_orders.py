"""Whatever is wrong with an order to draft or classify: one clear sentence, the right exit code, nothing written and no traceback."""

from pathlib import Path

import pytest

from assistant import cli
from assistant.commands.exits import Exit

FILES = {
    "a.txt": b"Faktura nr 1. Betala 300 kronor.",
    "empty.txt": b"",
    "torn.docx": b"PK\x03\x04",
    "scan.png": b"\x89PNG\r\n",
    "torn.toml": b'name = "x\n',
    "open.toml": b"name = '''x\n\n",
    "wrong.toml": b'name = "x"\nfoo = 1\nbar = 2\nlanguage = "de"\n[[class]]\ncode = "a"\n[[class]]\nnam = "b"\n',
    "empty.toml": b"",
    "latin.toml": b'name = "\xe5"',
    "empty.csv": b"",
    "wrong.csv": b"x;y\n1;2\n",
    "twice.csv": "kod;namn;överordnad\na;A;\na;B;zz\n;C;\n".encode(),
    "torn.xlsx": b"PK\x03\x04",
    "facts.toml": b"hittepa = 'x'\n",
}
DRAFT = ["draft", "--letter", "svar", "--without-model"]
CLASSIFY = ["classify", "a.txt", "--without-model", "--scheme"]
#: An order, how it ends, and what the sentence names.
ORDERS = [
    (["draft", "--letter", "none", "--without-model"], Exit.USAGE, "none"),
    (["draft", "--letter", "../svar", "--without-model"], Exit.USAGE, "../svar"),
    ([*DRAFT, "--source", "none.txt"], Exit.UNREADABLE, "none.txt"),
    ([*DRAFT, "--source", "empty.txt"], Exit.UNREADABLE, "empty.txt"),
    ([*DRAFT, "--source", "torn.docx"], Exit.UNREADABLE, "torn.docx"),
    ([*DRAFT, "--source", "scan.png"], Exit.UNREADABLE, "OCR"),
    ([*DRAFT, "--source", "folder"], Exit.UNREADABLE, "folder"),
    ([*DRAFT, "--facts", "none.toml"], Exit.USAGE, "none.toml"),
    ([*DRAFT, "--facts", "torn.toml"], Exit.USAGE, "line 1"),
    ([*DRAFT, "--facts", "open.toml"], Exit.USAGE, "line 2"),
    ([*DRAFT, "--facts", "latin.toml"], Exit.USAGE, "UTF-8"),
    ([*DRAFT, "--facts", "facts.toml"], Exit.USAGE, "hittepa"),
    ([*DRAFT, "--template", "none.docx", "--out", "out.docx"], Exit.USAGE, "none.docx"),
    ([*DRAFT, "--template", "torn.docx", "--out", "out.docx"], Exit.USAGE, "torn.docx"),
    ([*DRAFT, "--out", "out.pdf"], Exit.USAGE, "out.pdf"),
    ([*DRAFT, "--out", "none/out.docx"], Exit.USAGE, "out.docx"),
    ([*DRAFT, "--leave", "none"], Exit.USAGE, "kansli letters show"),
    ([*DRAFT, "--say", "Ska vi bevilja eller avslå?"], Exit.USAGE, "a person answers"),
    ([*CLASSIFY, "none"], Exit.USAGE, "none"),
    ([*CLASSIFY, "none.csv"], Exit.USAGE, "none.csv"),
    ([*CLASSIFY, "torn.toml"], Exit.USAGE, "line 1"),
    ([*CLASSIFY, "wrong.toml"], Exit.USAGE, "bar, foo"),
    ([*CLASSIFY, "empty.toml"], Exit.USAGE, "empty.toml"),
    ([*CLASSIFY, "latin.toml"], Exit.USAGE, "UTF-8"),
    ([*CLASSIFY, "empty.csv"], Exit.USAGE, "empty.csv"),
    ([*CLASSIFY, "wrong.csv"], Exit.USAGE, "column"),
    ([*CLASSIFY, "twice.csv"], Exit.USAGE, "code: a"),
    ([*CLASSIFY, "torn.xlsx"], Exit.USAGE, "torn.xlsx"),
    ([*CLASSIFY, "handlingstyp", "--threshold", "3"], Exit.USAGE, "0 to 1"),
    ([*CLASSIFY, "handlingstyp", "--out", "out.docx"], Exit.USAGE, "out.docx"),
    ([*CLASSIFY, "handlingstyp", "--out", "none/out.csv"], Exit.USAGE, "out.csv"),
    ([*CLASSIFY, "handlingstyp", "--examples", "none"], Exit.UNREADABLE, "none"),
    ([*CLASSIFY, "handlingstyp", "--examples", "folder"], Exit.USAGE, "no examples"),
    (["classify", "folder", "--without-model", "--scheme", "handlingstyp"], Exit.USAGE, "no documents"),
    (["classify", "none.txt", "--without-model", "--scheme", "handlingstyp"], Exit.UNREADABLE, "none.txt"),
]


@pytest.mark.parametrize(
    ("order", "ends", "names"), ORDERS, ids=lambda each: " ".join(each) if isinstance(each, list) else ""
)
def test_what_is_wrong_is_told_in_a_sentence(
    order: list[str],
    ends: Exit,
    names: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    work = tmp_path / "work"
    (work / "folder").mkdir(parents=True)
    for name, data in FILES.items():
        (work / name).write_bytes(data)
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(work)
    assert cli.main(order) == ends
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert names in line
    assert line.endswith((".", "kansli scheme list", "TYPE", "a"))
    assert "Traceback" not in line
    assert sorted(path.name for path in work.iterdir()) == sorted([*FILES, "folder"]), "nothing is written"


def test_a_letter_with_missing_facts_is_refused_before_the_model_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KANSLI_HOME", str(tmp_path))
    order = [
        "draft",
        "--letter",
        "svar",
        "--say",
        "Vi svarar i mars.",
        "--model",
        "none",
        "--out",
        str(tmp_path / "a.docx"),
    ]
    assert cli.main(order) == Exit.USAGE
    assert "The letter was not saved" in capsys.readouterr().err.splitlines()[-1]
