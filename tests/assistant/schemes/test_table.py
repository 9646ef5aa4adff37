import zipfile
from pathlib import Path

import pytest

from assistant.errors import SchemeError
from assistant.export.sheet import as_csv, as_xlsx
from assistant.schemes.read import load
from assistant.schemes.table import left_aside
from tests.samples.word import package

PLAN = [
    ["Dokumenthanteringsplan 2026", "", "", "", ""],
    ["Kod", "Handlingstyp", "Beskrivning", "Bevaras/gallras", "Exempel"],
    ["1", "Styrning", "", "", ""],
    ["1.1", "Politisk styrning", "", "", ""],
    ["1.1.1", "Protokoll", "Från nämndens möten", "Bevaras", "KS protokoll; AU protokoll"],
    ["1.1.2", "Kallelse", "Till möten", "Gallras 2 år", ""],
    ["", "", "", "", ""],
    ["2", "Färdtjänst", "=1+1", "", ""],
]


def test_a_plan_is_imported_from_csv_and_xlsx(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(as_csv(PLAN))
    (tmp_path / "plan.xlsx").write_bytes(as_xlsx(PLAN, "Plan", [10] * 5))
    for name in ("plan.csv", "plan.xlsx"):
        scheme = load(str(tmp_path / name))
        assert [(label.code, label.parent) for label in scheme.labels] == [
            ("1", ""),
            ("1.1", "1"),
            ("1.1.1", "1.1"),
            ("1.1.2", "1.1"),
            ("2", ""),
        ]
        assert [label.code for label in scheme.answers] == ["1.1.1", "1.1.2", "2"]
        assert scheme.label("1.1.1").examples == ("KS protokoll", "AU protokoll")
        assert left_aside(tmp_path / name) == ["Bevaras/gallras"]
    assert load(str(tmp_path / "plan.xlsx")).label("2").definition == "=1+1"
    assert load(str(tmp_path / "plan.csv")).label("2").definition == "'=1+1"  # as it was made harmless


@pytest.mark.parametrize(
    "text",
    ["namn;definition\r\nA;x\r\nB;y\r\n", "Name,Description\nA,x\nB,y\n", "code\tname\tparent\nA\tA\t\nB\tB\tA\nC\tC\tA\n", "Benämning\nA\nB\n",
     "kod;definition\n1;A\n2;B\n", "Namn;Överordnad\nA;\nB;\nC;b\nD;B\n", "Process\n1 Styra\n1.1 Leda\n1.2 Planera\n"],
)  # fmt: skip
def test_other_tables(tmp_path: Path, text: str) -> None:
    file = tmp_path / "t.csv"
    for encoding in ("utf-8", "utf-16", "cp1252"):
        file.write_bytes(text.encode(encoding))
        assert len(load(str(file)).answers) == 2 + ("Överordnad" in text)


def test_parents_by_name_and_codes_in_names(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Process\n1 Styra\n1.1 Leda\n1.2 Planera\n", "utf-8")
    assert [(label.code, label.name, label.parent) for label in load(str(tmp_path / "t.csv")).labels] == [
        ("1", "Styra", ""), ("1.1", "Leda", "1"), ("1.2", "Planera", "1")]  # fmt: skip


def test_tables_that_are_none(tmp_path: Path) -> None:
    wrong = {
        "a.csv": b"a;b\n1;2\n", "b.csv": b"", "c.xlsx": b"no zip", "d.xlsx": package({"xl/workbook.xml": "<x/>"}), "e.csv": b"\0\0\0",
        "f.xlsx": package({"xl/worksheets/sheet1.xml": "<!DOCTYPE a><a/>"}), "g.csv": b"namn\nA\n",
    }  # fmt: skip
    for name, data in wrong.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(SchemeError):
            load(str(tmp_path / name))


def test_numbers_in_cells_are_read_as_they_are_seen(tmp_path: Path) -> None:
    (tmp_path / "n.xlsx").write_bytes(as_xlsx([["Kod", "Namn"], [3.1000000000000001, "A"], [4, "B"]], "N", [9, 9]))
    assert [label.code for label in load(str(tmp_path / "n.xlsx")).labels] == ["3.1", "4"]


def test_a_sheet_is_a_sound_package(tmp_path: Path) -> None:
    (tmp_path / "s.xlsx").write_bytes(as_xlsx([["A", "B"], ["ö\x00<&", 0.5]], "Namn [1]: x", [9, 9]))
    with zipfile.ZipFile(tmp_path / "s.xlsx") as parts:
        assert parts.testzip() is None
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "ö\ufffd&lt;&amp;" in sheet
    assert "<f>" not in sheet
