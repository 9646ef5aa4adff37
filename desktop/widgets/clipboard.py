"""The clipboard, with marks that ask the system to keep what is copied out of clipboard histories and off other computers.

Windows keeps a history and may share it through a cloud; the marks are Microsoft's own for password managers. KDE's history
looks for a mark, too. Not tried on Windows.
"""

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

#: Tells this program that what is on the clipboard came from it.
_OURS: Final = "application/x-kansli"
_NO: Final = bytes(4)
_MARKS: Final = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    "x-kde-passwordManagerHint": b"secret",
}


def private(text: str) -> QMimeData:
    """A text with the marks."""
    held = QMimeData()
    held.setText(text)
    for name, value in {**_MARKS, _OURS: b"1"}.items():
        held.setData(name, value)
    return held


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setMimeData(private(text))


def forget() -> None:
    """Empty the clipboard if what is on it came from this program."""
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()
    if clipboard.ownsClipboard() or (held and held.hasFormat(_OURS)):
        clipboard.clear()
