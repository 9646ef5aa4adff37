"""The one table of keys: what gives a button its shortcut is also what the help screen lists, so that it cannot lie."""

from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton

from assistant.wording import later

#: Keys and what they do, by name; in the order of the help screen.
SHORTCUTS: Final = {
    "documents": ("Ctrl+1", later("Show the documents")),
    "models": ("Ctrl+2", later("Show the models")),
    "settings": ("Ctrl+3", later("Show the settings")),
    "help": ("F1", later("Show the help")),
    "open": ("Ctrl+O", later("Open documents")),
    "paste": ("Ctrl+V", later("Open the text or the files that have been copied")),
    "take-out": ("Del", later("Take the chosen document out of the list")),
    "summarise": ("Ctrl+Return", later("Summarise the chosen document")),
    "stop": ("Esc", later("Stop the work with the chosen document")),
    "result": ("Ctrl+R", later("Show the result of the chosen document")),
    "back": ("Alt+Left", later("Go back from a result to the documents")),
    "save": ("Ctrl+S", later("Save the result")),
}


def give(button: QAbstractButton, name: str) -> None:
    """Give a button its keys. They work while it can be seen and used; its underlined letter works beside them."""
    keys = QKeySequence(SHORTCUTS[name][0])
    QShortcut(keys, button).activated.connect(button.click)
    button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
