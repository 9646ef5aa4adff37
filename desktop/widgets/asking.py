"""Asks before something that cannot be undone; nothing waits meanwhile, and not doing it is what Return and Escape mean."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.wording import Words


def ask(
    parent: QWidget, words: Words, question: tuple[str, str, str], answer: Callable[[bool], None], **facts: str
) -> QMessageBox:
    """Ask, and give the answer when it comes. ``question`` is the question, what it means, and what yes is called."""
    asked, meaning, yes = question
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Kansli")
    box.setText(words(asked, **facts))
    box.setInformativeText(words(meaning))
    agree = box.addButton(words(yes), QMessageBox.ButtonRole.DestructiveRole)
    refuse = box.addButton(words("C&ancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.finished.connect(lambda: answer(box.clickedButton() is agree))
    box.open()
    return box
