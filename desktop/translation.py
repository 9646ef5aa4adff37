"""Qt's own words, in dialogs and menus that Qt makes, in the language of the window."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication


def speak(language: str, before: QTranslator | None = None) -> QTranslator | None:
    """Have Qt speak a language instead of ``before``; what is given back must be kept. English needs no translation."""
    application = QApplication.instance()
    if application is None:
        return None
    if before is not None:
        application.removeTranslator(before)
    QLocale.setDefault(QLocale(language))
    translator = QTranslator()
    if language == "en" or not translator.load(
        f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        return None
    application.installTranslator(translator)
    return translator
