"""What is done with documents: four large choices, and the options of a summary."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.job import Options
from assistant.wording import Words, later
from desktop import shortcuts
from desktop.icons import icon
from desktop.widgets.choice import Choice
from desktop.widgets.folding import Folding
from desktop.widgets.plain import label_of, quiet

_CHOICES: Final = {
    "kind": (
        later("K&ind"),
        {
            "general": later("Summary"),
            "bullets": later("In points"),
            "plain": later("In plain language"),
            "minutes": later("Tables of formal minutes"),
            "extract": later("The document's own words"),
        },
    ),
    "length": (later("&Length"), {"short": later("Short"), "medium": later("Medium"), "long": later("Long")}),
    "depth": (
        later("&Depth"),
        {"thorough": later("Thorough: all is read"), "quick": later("Quick: the most important is read")},
    ),
    "language": (
        later("L&anguage of the summary"),
        {"": later("The document's own"), "sv": later("Swedish"), "en": later("English")},
    ),
}
#: Folded away, since the default suits nearly everyone.
_FOLDED: Final = ("depth", "language")


class Choices(QWidget):
    """Tells ``wanted`` with the Options whenever something else is chosen."""

    wanted = Signal(object)
    review_asked = Signal()
    letter_asked = Signal()
    sorting_asked = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._tasks())
        self.boxes: dict[str, Choice] = {}
        self._folded = QWidget()
        self.more = quiet(words("&More options"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._folded.setVisible)
        self._folded.hide()
        column.addLayout(self._form([name for name in _CHOICES if name not in _FOLDED]))
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch()
        column.addLayout(row)
        folded = self._form(list(_FOLDED))
        folded.setContentsMargins(0, 0, 0, 0)
        self._folded.setLayout(folded)
        column.addWidget(self._folded)

    def show_options(self, options: Options) -> None:
        """Show what is chosen."""
        for name, box in self.boxes.items():
            box.setCurrentIndex(box.findData(getattr(options, name)))

    def _tasks(self) -> Folding:
        words, buttons = self._words, []
        self.tasks = QButtonGroup(self)
        for text, drawing in (
            (words("Summarise"), "summarise"),
            (words("Write"), "write"),
            (words("Classify"), "classify"),
        ):
            button = QPushButton(icon(drawing), f" {text}")
            button.setObjectName("task")
            button.setCheckable(True)
            button.setChecked(drawing == "summarise")
            self.tasks.addButton(button)
            buttons.append(button)
        self.write_button, self.classify_button = buttons[1:]
        self.write_button.setToolTip(words("Write a letter that answers this document"))
        self.write_button.setAccessibleDescription(self.write_button.toolTip())
        self.write_button.clicked.connect(self._go_to_letter)
        self.classify_button.setToolTip(words("Go to the sorting, with all these documents"))
        self.classify_button.setAccessibleDescription(self.classify_button.toolTip())
        self.classify_button.clicked.connect(self._go_to_sorting)
        self.review_button = QPushButton(icon("review"), f" {words('Look through')}")
        self.review_button.setObjectName("task")
        shortcuts.give(self.review_button, "review")
        self.review_button.setAccessibleDescription(words("What could be easier to read, without a model"))
        self.review_button.clicked.connect(self.review_asked)
        # Two by two where four beside each other would be too wide.
        pairs = (Folding(*buttons[:2], is_even=True), Folding(*buttons[2:], self.review_button, is_even=True))
        return Folding(*pairs, is_even=True)

    def _form(self, names: list[str]) -> QFormLayout:
        words, form = self._words, QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in names:
            title, choices = _CHOICES[name]
            box = self.boxes[name] = Choice()
            box.fill([(value, words(text)) for value, text in choices.items()], None)
            box.setAccessibleName(words(title).replace("&", ""))
            box.chosen.connect(self._changed)
            form.addRow(label_of(box, words(title)), box)
        return form

    def _go_to_letter(self) -> None:
        self.tasks.buttons()[0].setChecked(True)  # letters have a screen of their own, too
        self.letter_asked.emit()

    def _go_to_sorting(self) -> None:
        self.tasks.buttons()[0].setChecked(True)  # sorting has a screen of its own; here, documents are summarised
        self.sorting_asked.emit()

    def _changed(self) -> None:
        self.wanted.emit(Options(**{name: box.currentData() for name, box in self.boxes.items()}))
