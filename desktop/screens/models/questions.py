"""What is asked before something is done with a model that cannot be undone, or that the user must know the meaning of."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QMessageBox, QWidget

from assistant.wording import Words, later
from desktop.storing import Order
from desktop.widgets.asking import ask as ask_first

#: The question, what it means, and what yes is called.
_QUESTIONS: Final = {
    "remove": (
        later("Remove {model} from this computer?"),
        later("Its file is deleted. To use it again, it must be fetched again."),
        later("&Remove"),
    ),
    "import": (
        later("Import {model}?"),
        later(
            "No one has vouched for this file. It can answer wrongly or try to do harm, and every result will say that it was "
            "imported. Import only a file whose sender you trust."
        ),
        later("&Import"),
    ),
    "fetch": (
        later("Close the documents and fetch {model}?"),
        later(
            "What opens documents in Kansli has no network. Kansli therefore closes, and opens again as a window that only "
            "fetches models. Results that have not been saved are lost."
        ),
        later("&Close and fetch"),
    ),
}


def ask(parent: QWidget, order: Order, name: str, words: Words, answer: Callable[[bool], None]) -> QMessageBox:
    """Ask, and give the answer when it comes; nothing waits meanwhile. ``name`` is what people call the model."""
    return ask_first(parent, words, _QUESTIONS[order.act], answer, model=name)
