"""What is copied asks to be kept out of histories, and goes when the window does."""

from PySide6.QtWidgets import QApplication

from desktop.widgets import clipboard
from desktop.widgets.plain import Text


def test_a_copy_is_plain_text_with_the_marks(application: QApplication) -> None:
    clipboard.copy("Hemligt")
    held = application.clipboard().mimeData()
    assert (held.text(), held.hasHtml()) == ("Hemligt", False)
    assert held.data("x-kde-passwordManagerHint").data() == b"secret"
    mark = 'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"'
    assert held.data(mark).data() == bytes(4)


def test_what_is_copied_from_a_text_has_them_too(application: QApplication) -> None:
    text = Text("Namn")
    text.setPlainText("Ett\ntvå")
    text.selectAll()
    text.copy()
    held = application.clipboard().mimeData()
    assert held.text() == "Ett\ntvå"
    assert held.data("x-kde-passwordManagerHint").data() == b"secret"


def test_it_is_emptied_when_it_is_ours(application: QApplication) -> None:
    clipboard.copy("Hemligt")
    clipboard.forget()
    assert application.clipboard().text() == ""
