import os
from pathlib import Path

import pytest

from assistant.classify.gather import documents, labelled
from assistant.errors import DocumentMissing, SchemeError
from tests.assistant.classify.samples import scheme


def test_folders_are_walked_in_order_and_links_are_not_followed(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/deep/0.txt", ".git/x", "a/.x", "a/~$1.docx"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "b" / "2.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "fifo.txt")
    found = [path.relative_to(tmp_path).as_posix() for path in documents([tmp_path, tmp_path / "b" / "2.txt"])]
    assert found == ["a/1.txt", "a/deep/0.txt", "b/2.txt"]
    with pytest.raises(DocumentMissing):
        documents([tmp_path / "none"])


def test_examples_come_from_folders_named_by_code_or_name(tmp_path: Path) -> None:
    for name in ("faktura/1.txt", "Rutin eller instruktion/deep/2.txt", "3.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    assert [(path.name, label.code) for path, label in labelled(scheme(), tmp_path)] == [
        ("2.txt", "rutin"),
        ("1.txt", "faktura"),
    ]


def test_examples_come_from_a_looked_through_table(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(
        "Fil;Rätt klass;Klass\na.txt;;faktura\nb.txt;Protokoll;faktura\nc.txt;vet ej;faktura\nd.txt;;\n", "utf-8"
    )
    assert [(path.name, label.code) for path, label in labelled(scheme(), table)] == [
        ("a.txt", "faktura"),
        ("b.txt", "protokoll"),
    ]
    assert labelled(scheme(), table)[0][0] == tmp_path / "a.txt"
    for text in ("Fil;Rätt klass\na.txt;Bok\n", "Fil\na.txt\n", "Klass\nfaktura\n", ""):
        table.write_text(text, "utf-8")
        with pytest.raises(SchemeError):
            labelled(scheme(), table)
    with pytest.raises(DocumentMissing):
        labelled(scheme(), tmp_path / "none.csv")
