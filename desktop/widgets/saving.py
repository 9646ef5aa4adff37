"""Asks where a text is to be saved, and as what kind of file. The system's own dialog asks before it writes over a file."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.policy import in_force

#: Suffixes, and what each kind of file is called.
KINDS: Final = {"docx": "Word (*.docx)", "md": "Markdown (*.md)", "txt": "Text (*.txt)"}


class Place:
    """Where texts are saved: first among the user's documents, then where the last one was."""

    def __init__(self) -> None:
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def ask(self, parent: QWidget, title: str, name: str) -> Path | None:
        """The file that was chosen, None when none was; ``name`` has no suffix."""
        dialog = saving_dialog(parent, title, self._folder, name)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        path = Path(dialog.selectedFiles()[0])
        self._folder = str(path.parent)
        return path


def saving_dialog(parent: QWidget, title: str, folder: str, name: str) -> QFileDialog:
    """The dialog. It adds the suffix itself, so that it asks about the file that will really be written over.

    Kinds of file that IT does not allow are not offered; where it allows none of these, saving tells so.
    """
    dialog = QFileDialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    allowed = [kind for kind in KINDS if in_force().may_write(kind)] or list(KINDS)
    dialog.setNameFilters([KINDS[kind] for kind in allowed])
    dialog.setDefaultSuffix(allowed[0])
    dialog.filterSelected.connect(lambda chosen: _follow(dialog, chosen))
    dialog.selectFile(f"{name}.{allowed[0]}")
    return dialog


def _follow(dialog: QFileDialog, chosen: str) -> None:
    """Another kind of file has been chosen: the name follows."""
    kind = next(kind for kind, name in KINDS.items() if name == chosen)
    dialog.setDefaultSuffix(kind)
    for name in dialog.selectedFiles():
        if Path(name).suffix.lower().lstrip(".") in KINDS:
            dialog.selectFile(Path(name).with_suffix(f".{kind}").name)
