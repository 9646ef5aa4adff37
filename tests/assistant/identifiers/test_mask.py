import io
import zipfile
from pathlib import Path

import pytest

from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.documents.read import read
from assistant.errors import OutputError
from assistant.export import masked
from assistant.identifiers.found import PERSONAL, Kind
from assistant.identifiers.mask import masks
from assistant.wording import Words
from tests.assistant.identifiers.make import TODAY, labelled

NUMBER = "811218-9876"


def document(*texts: str) -> Document:
    return Document("a.txt", "txt", tuple(Paragraph(number, text) for number, text in enumerate(texts, 1)))


def row(*cells: str) -> Paragraph:
    return Paragraph(1, " | ".join(cells), ParagraphKind.ROW, cells=cells)


def everything_in(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".txt":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


@pytest.mark.parametrize("suffix", [".docx", ".txt"])
def test_what_is_masked_is_gone_from_the_file(tmp_path: Path, suffix: str) -> None:
    texts = [made.text for made in labelled(400)]
    whole = document(*texts)
    chosen = masks(whole, PERSONAL, today=TODAY)
    masked.write(whole, chosen, tmp_path / f"out{suffix}", Words("sv"))
    left = everything_in(tmp_path / f"out{suffix}")
    assert len(chosen) > 200
    assert [mask for mask in chosen if mask.find.text in left] == []
    copy = read(tmp_path / f"out{suffix}")
    assert len(copy.paragraphs) == len(texts)
    assert "[maskat]" in copy.text


def test_every_mask_can_be_left_out(tmp_path: Path) -> None:
    whole = document(f"Sökande {NUMBER}, tel 019-602 70 00", "Storgatan 1, 702 10 Örebro")
    every = masks(whole, PERSONAL, today=TODAY)
    assert [mask.find.span.kind for mask in every] == [Kind.PERSONAL_NUMBER, Kind.PHONE, Kind.ADDRESS]
    masked.write(whole, [mask for mask in every if mask.number != 2], tmp_path / "out.txt", Words("en"))
    assert (tmp_path / "out.txt").read_text("utf-8") == "Sökande [masked], tel 019-602 70 00\n\n[masked]\n"


def test_words_of_ones_own_are_masked_wherever_they_stand(tmp_path: Path) -> None:
    whole = document("Anna Ek söker.", "Ärendet om anna ek.", "Annalena ekar")
    chosen = masks(whole, PERSONAL, ["Anna Ek"], TODAY)
    masked.write(whole, chosen, tmp_path / "out.docx", Words("sv"))
    assert [each.text for each in read(tmp_path / "out.docx").paragraphs] == [
        "[maskat] söker.",
        "Ärendet om [maskat].",
        "Annalena ekar",
    ]


def test_a_number_is_masked_also_where_no_pattern_finds_it(tmp_path: Path) -> None:
    whole = document(f"Pnr {NUMBER}", f"kopia av X{NUMBER}Y")
    masked.write(whole, masks(whole, today=TODAY), tmp_path / "out.txt", Words("sv"))
    assert NUMBER not in (tmp_path / "out.txt").read_text("utf-8")


def test_a_table_is_masked_cell_by_cell(tmp_path: Path) -> None:
    whole = Document("a.docx", "docx", (row("Namn", "Personnummer"), row("Anna Ek", NUMBER)))
    whole = Document(
        "a.docx",
        "docx",
        (whole.paragraphs[0], Paragraph(2, whole.paragraphs[1].text, ParagraphKind.ROW, cells=("Anna Ek", NUMBER))),
    )
    masked.write(whole, masks(whole, today=TODAY), tmp_path / "out.docx", Words("sv"))
    assert [each.cells for each in read(tmp_path / "out.docx").paragraphs] == [
        ("Namn", "Personnummer"),
        ("Anna Ek", "[maskat]"),
    ]


def test_headings_and_lists_stay_what_they_are(tmp_path: Path) -> None:
    whole = Document(
        "a.docx",
        "docx",
        (
            Paragraph(1, "Beslut", ParagraphKind.HEADING, 2),
            Paragraph(2, f"Gäller {NUMBER}", ParagraphKind.ITEM, 1, headings=("Beslut",)),
        ),
    )
    masked.write(whole, masks(whole, today=TODAY), tmp_path / "out.docx", Words("sv"))
    kinds = [(each.kind, each.level, each.text) for each in read(tmp_path / "out.docx").paragraphs]
    assert kinds == [(ParagraphKind.HEADING, 2, "Beslut"), (ParagraphKind.ITEM, 1, "Gäller [maskat]")]


def test_no_other_kind_of_file_is_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        masked.write(document("x"), [], tmp_path / "out.pdf", Words("sv"))
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_when_a_word_would_be_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = document(f"Pnr {NUMBER}")
    monkeypatch.setattr(masked, "masked", lambda document, _chosen, _instead: document.paragraphs)
    for suffix in (".txt", ".docx"):
        with pytest.raises(OutputError) as caught:
            masked.write(whole, masks(whole, today=TODAY), tmp_path / f"out{suffix}", Words("sv"))
        assert caught.value.facts["reason"] == "mask-left"
    assert list(tmp_path.iterdir()) == []
