"""How the window looks: two palettes, light and dark, over one style sheet in ``resources/theme``."""

from typing import Final

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from assistant import paths

_ROLES: Final = {
    QPalette.ColorRole.Window: ("#f5f6f8", "#1d2126"),
    QPalette.ColorRole.WindowText: ("#1c2530", "#e9edf2"),
    QPalette.ColorRole.Base: ("#ffffff", "#262b32"),
    QPalette.ColorRole.AlternateBase: ("#f5f6f8", "#1d2126"),
    QPalette.ColorRole.Text: ("#1c2530", "#e9edf2"),
    QPalette.ColorRole.Button: ("#ffffff", "#2f353d"),
    QPalette.ColorRole.ButtonText: ("#1c2530", "#e9edf2"),
    QPalette.ColorRole.PlaceholderText: ("#596673", "#aab4c0"),
    QPalette.ColorRole.Mid: ("#8b97a3", "#75808c"),
    QPalette.ColorRole.Highlight: ("#0b5b8a", "#7cc4ee"),
    QPalette.ColorRole.HighlightedText: ("#ffffff", "#10202c"),
}


def dress(application: QApplication, *, is_dark: bool) -> None:
    """Give the application its look."""
    palette = QPalette()
    for role, (light, dark) in _ROLES.items():
        palette.setColor(role, QColor(dark if is_dark else light))
    application.setStyle("Fusion")
    application.setPalette(palette)
    sheet = (paths.resources() / "theme" / "kansli.qss").read_text(encoding="utf-8")
    application.setStyleSheet(sheet.replace("ICONS", (paths.resources() / "icons").as_posix()))
