"""The dialog that asks where to save."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop.widgets.saving import KINDS, saving_dialog


def test_the_name_follows_the_kind_of_file(application: QApplication, tmp_path: Path) -> None:
    assert application
    parent = QWidget()
    dialog = saving_dialog(parent, "Spara som", str(tmp_path), "rapport v1.2 – sammanfattning")
    assert dialog.selectedFiles() == [str(tmp_path / "rapport v1.2 – sammanfattning.docx")]
    dialog.filterSelected.emit(KINDS["md"])
    assert dialog.selectedFiles() == [str(tmp_path / "rapport v1.2 – sammanfattning.md")]
    assert dialog.defaultSuffix() == "md"
    dialog.selectFile("annat")
    dialog.filterSelected.emit(KINDS["txt"])
    assert dialog.defaultSuffix() == "txt"
