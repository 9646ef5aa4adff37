"""The one table of keys: what gives a button its shortcut is also what the help screen lists, so that it cannot lie."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from assistant.wording import later

#: Keys and what they do, by name; in the order of the help screen.
SHORTCUTS: Final = {
    "documents": ("Ctrl+1", later("Show the documents")),
    "models": ("Ctrl+2", later("Show the models")),
    "settings": ("Ctrl+3", later("Show the settings")),
    "help": ("F1", later("Show the help")),
    "letters": ("Ctrl+5", later("Show the letters")),
    "sorting": ("Ctrl+4", later("Show the sorting of documents")),
    "open": ("Ctrl+O", later("Open documents")),
    "paste": ("Ctrl+V", later("Open the text or the files that have been copied")),
    "take-out": ("Del", later("Take the chosen document out of the list")),
    "summarise": ("Ctrl+Return", later("Summarise the chosen document")),
    "stop": ("Esc", later("Stop the work with the chosen document")),
    "result": ("Ctrl+R", later("Show the result of the chosen document")),
    "back": ("Alt+Left", later("Go back from a result to the documents")),
    "pane": ("F6", later("Go to the next part of a result: statements, document, buttons")),
    "pane-back": ("Shift+F6", later("Go to the part before")),
    "keep": ("Ctrl+K", later("Keep the chosen statement although it has no support")),
    "next": ("F8", later("Go to the next statement without support")),
    "rewrite": ("Ctrl+E", later("Have the model rewrite what is marked")),
    "undo": ("Ctrl+Z", later("Go back to the version before")),
    "redo": ("Ctrl+Y", later("Go to the version after")),
    "find": ("Ctrl+F", later("Look for words in the document of a result")),
    "copy": ("Ctrl+C", later("Copy the chosen statements")),
    "review": ("Ctrl+G", later("Look through the language of the chosen document")),
    "put-in": ("Ctrl+D", later("Put in the proposed wording")),
    "let-stay": ("Ctrl+U", later("Let the words stay as they are")),
    "sort": ("Ctrl+T", later("Sort the documents that have been chosen")),
    "accept": ("Ctrl+J", later("Confirm the proposed class, and go to the next document")),
    "other-class": ("Ctrl+L", later("Choose another class for the document")),
    "skip": ("Ctrl+N", later("Go to the next document, and leave this one as it is")),
    "previous": ("Ctrl+B", later("Go to the document before")),
    "word": ("Ctrl+W", later("Have the model word the letter")),
    "word-again": ("Ctrl+Shift+W", later("Have the model word the chosen part in another way")),
    "print": ("Ctrl+P", later("Print the result")),
    "save": ("Ctrl+S", later("Save the result")),
}


def give(button: QAbstractButton, name: str) -> None:
    """Give a button its keys. They work while it can be seen and used; its underlined letter works beside them."""
    keys = QKeySequence(SHORTCUTS[name][0])
    QShortcut(keys, button).activated.connect(button.click)
    button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))


def listen(widget: QWidget, name: str, call: Callable[[], object], *, has_focus: bool = False) -> None:
    """Have keys make a call while a widget can be seen; with ``has_focus`` only while the keyboard is in it."""
    made = QShortcut(QKeySequence(SHORTCUTS[name][0]), widget)
    if has_focus:
        made.setContext(Qt.ShortcutContext.WidgetShortcut)
    made.activated.connect(call)
