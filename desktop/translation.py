"""Qt's own words, in dialogs and menus that Qt makes, in the language of the window."""

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME: Final = "qt-words"


def speak(language: str) -> None:
    """Have Qt speak a language instead of the one before. English needs no translation."""
    application = QApplication.instance()
    if application is None:
        return
    for before in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        application.installTranslator(translator)
