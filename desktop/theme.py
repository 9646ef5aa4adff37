"""How the window looks: palettes and a text size over one style sheet in ``resources/theme``."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from assistant import paths

LOOKS: Final = ("light", "dark", "contrast-light", "contrast-dark")
_Role = QPalette.ColorRole
#: The colours of each look. Which of them must differ by how much is in the tests.
COLOURS: Final = {
    _Role.Window: ("#f4f6f8", "#1b1f24", "#ffffff", "#000000"),
    _Role.WindowText: ("#1b2430", "#e9edf2", "#000000", "#ffffff"),
    _Role.Base: ("#ffffff", "#252a31", "#ffffff", "#000000"),
    _Role.AlternateBase: ("#e9edf1", "#14171b", "#ffffff", "#000000"),
    _Role.Text: ("#1b2430", "#e9edf2", "#000000", "#ffffff"),
    _Role.Button: ("#ffffff", "#2e343c", "#ffffff", "#000000"),
    _Role.ButtonText: ("#1b2430", "#e9edf2", "#000000", "#ffffff"),
    _Role.ToolTipBase: ("#ffffff", "#2e343c", "#ffffff", "#000000"),
    _Role.ToolTipText: ("#1b2430", "#e9edf2", "#000000", "#ffffff"),
    _Role.PlaceholderText: ("#54616e", "#aeb8c3", "#000000", "#ffffff"),
    _Role.Mid: ("#84909c", "#7a8692", "#000000", "#ffffff"),
    _Role.Midlight: ("#d5dbe1", "#3c444d", "#000000", "#ffffff"),
    _Role.Link: ("#0b5b8a", "#7cc4ee", "#003cb3", "#ffe14d"),
    _Role.Highlight: ("#0b5b8a", "#7cc4ee", "#003cb3", "#ffe14d"),
    _Role.HighlightedText: ("#ffffff", "#10202c", "#ffffff", "#000000"),
}
_POINTS: Final = 11.0
_SIZE: Final = re.compile(r"(\d+)(pt|spx)")


def dress(look: str = "", percent: int = 100) -> None:
    """Give the application its look, at once and for all that is shown; without one, as the system has it."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    _tell_system(application, look)
    hints = application.styleHints()
    look = look or of_system(hints.colorScheme(), hints.accessibility().contrastPreference())
    palette = QPalette()
    for role, colours in COLOURS.items():
        palette.setColor(role, QColor(colours[LOOKS.index(look)]))
        if role in {_Role.WindowText, _Role.Text, _Role.ButtonText}:
            grey = COLOURS[_Role.PlaceholderText][LOOKS.index(look)]
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(grey))
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(palette)
    font = application.font()
    font.setPointSizeF(_POINTS * percent / 100)
    application.setFont(font)
    application.setStyleSheet(_sheet(look, percent))


def _sheet(look: str, percent: int) -> str:
    """The style sheet, with its sizes and pictures for a look."""
    folder = paths.resources() / "theme"
    names = ["kansli.qss", *(["contrast.qss"] if look.startswith("contrast") else [])]
    sheet = "".join((folder / name).read_text(encoding="utf-8") for name in names)
    sheet = _SIZE.sub(lambda found: f"{int(found[1]) * percent // 100}{found[2].removeprefix('s')}", sheet)
    tone = "dark" if look.endswith("dark") else "light"
    return sheet.replace("FOLDER", folder.as_posix()).replace("TONE", tone)


def _tell_system(application: QApplication, look: str) -> None:
    """Have what the system draws, such as the title bar, follow a look that was chosen."""
    hints = application.styleHints()
    if not look:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if look.endswith("dark") else Qt.ColorScheme.Light)


def of_system(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    """The look that suits what the system says of itself; light where it says nothing."""
    tone = "dark" if scheme is Qt.ColorScheme.Dark else "light"
    return f"contrast-{tone}" if contrast is Qt.ContrastPreference.HighContrast else tone
