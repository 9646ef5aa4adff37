"""The left side of the letter: its type, what it answers, what it is to say, and what is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QPushButton

from assistant.wording import Words, visible
from desktop.screens.writing import about
from desktop.screens.writing.fields import Fields
from desktop.screens.writing.state import State
from desktop.widgets.choice import Choice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import Text, heading_of, high, label, label_of

_LINES = 6


class AskedFor(Page):
    """Tells ``chosen`` with the name and the value of a choice, and ``said`` with the user's words as they are written."""

    chosen = Signal(str, object)
    said = Signal(str)

    def __init__(self, words: Words) -> None:
        super().__init__(words("What the letter rests on"))
        self._words = words
        self._is_showing = False
        self.column.addWidget(label(words("Write a letter"), "title"))
        self.column.addWidget(self._first())
        self.column.addWidget(label(words("What is known"), "subtitle"))
        self.column.addWidget(
            label(
                words("The program has read this. Correct what is wrong. What is missing is visible in the letter."),
                "hint",
            )
        )
        self.fields = Fields(words)
        self.column.addWidget(self.fields)
        self.end()

    def show_state(self, state: State) -> None:
        """Show what has been asked for, and what is known."""
        words, wanted = self._words, state.wanted
        language = words.language
        self.kind.fill([(each.id, each.name[language]) for each in state.kinds], wanted.kind)
        self.purpose.setText(state.kind.purpose[language] if state.kind else "")
        nothing = [(0, words("(nothing: no letter came in)"))]
        self.source.fill(
            nothing + [(each.number, visible(each.document.name)) for each in state.documents], wanted.source
        )
        self.language.fill(
            [("", words("That of what came in")), *((code, words(name)) for code, name in about.LANGUAGES.items())],
            wanted.language,
        )
        self.tone.fill(
            [("", words("The type's own")), *((code, words(name)) for code, name in about.TONES.items())], wanted.tone
        )
        self.length.fill([(code, words(name)) for code, name in about.LENGTHS.items()], wanted.length)
        if not self.words.hasFocus() and self.words.toPlainText() != wanted.said:
            self._is_showing = True
            self.words.setPlainText(wanted.said)
            self._is_showing = False
        self.fields.show_state(state)
        self.fields.setEnabled(state.can_correct)
        for each in (self.kind, self.source, self.language, self.tone, self.length, self.take_in):
            each.setEnabled(state.can_correct)

    def _first(self) -> Card:
        words, card = self._words, Card()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.kind, self.source, self.language, self.tone, self.length = (Choice() for _ in range(5))
        self.purpose = label("", "hint")
        for name, choice, title in (
            ("kind", self.kind, words("T&ype")),
            ("", self.purpose, ""),
            ("source", self.source, words("Ans&wers")),
            ("language", self.language, words("Lan&guage")),
            ("tone", self.tone, words("To&ne")),
            ("length", self.length, words("&Length")),
        ):
            if isinstance(choice, Choice):
                choice.setAccessibleName(title.replace("&", ""))
                choice.setObjectName(f"letter-{name}")
                choice.chosen.connect(lambda value, name=name: self.chosen.emit(name, value))
                form.addRow(label_of(choice, title), choice)
            else:
                form.addRow(choice)
        card.column.addLayout(form)
        self.words = Text(words("What the letter is to say"))
        self.words.setObjectName("letter-words")
        self.words.setFixedHeight(high(self.words, _LINES))
        self.words.setPlaceholderText(words("In your own words, a sentence for each point"))
        self.words.textChanged.connect(self._tell)
        self.take_in = QPushButton(words("Ta&ke in"))
        for each in (heading_of(self.words, words("What the letter is to say")), self.words, self.take_in):
            card.column.addWidget(each)
        return card

    def _tell(self) -> None:
        if not self._is_showing:
            self.said.emit(self.words.toPlainText())
