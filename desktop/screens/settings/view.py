"""The settings screen: one row for each field of the settings, drawn from what the field may be. It shows the State, no more."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from assistant.fixable import KEYS
from assistant.policy import Policy
from assistant.settings import FIELDS
from assistant.wording import Words, later
from desktop.screens.settings.presenter import Presenter, State
from desktop.widgets.choice import Choice
from desktop.widgets.facts import Facts
from desktop.widgets.notice import Notice
from desktop.widgets.page import Card, Page
from desktop.widgets.plain import label, label_of

#: Which settings stand together, what each is called, and what it does.
GROUPS: Final = {
    later("How the window looks"): {
        "language": (later("Language"), later("The language of the window. A summary has a choice of its own.")),
        "look": (later("Colours"), later("High contrast has stronger lines and fewer colours.")),
        "text_size": (later("Text size"), later("All text in the window becomes larger.")),
    },
    later("How the work is done"): {
        "reads_ahead": (
            later("Read documents ahead"),
            later(
                "A document that has been opened is read while you choose, so that the summary begins at once. It takes more "
                "power."
            ),
        ),
        "model": (
            later("Language model"),
            later("Which model answers. What has been ordered already is done by the one it was ordered from."),
        ),
        "threads": (
            later("Processor cores"),
            later("How many the model works with. Fewer leave more for other programs but take longer."),
        ),
        "asks_for_model": (
            later("Ask for a language model"),
            later("When Kansli is started without a language model, it offers to fetch one first."),
        ),
    },
}  # fmt: skip
#: What the values of a choice are called.
VALUES: Final = {
    "language": {"": later("As the computer has it"), "sv": later("Swedish"), "en": later("English")},
    "look": {
        "": later("As the computer has it"),
        "light": later("Light"),
        "dark": later("Dark"),
        "contrast-light": later("High contrast, light"),
        "contrast-dark": later("High contrast, dark"),
    },
}


class View(QWidget):
    """Shows the State and reports what is chosen."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self.controls: dict[str, QWidget] = {}
        page = Page(words("Settings"))
        page.column.addWidget(label(words("Settings"), "title"))
        self.problem = Notice()
        page.column.addWidget(self.problem)
        self.fixed = {name: label("", "hint") for name in FIELDS}
        for title, rows in GROUPS.items():
            page.column.addSpacing(8)
            page.column.addWidget(label(words(title), "subtitle"))
            card = Card()
            for name, (called, hint) in rows.items():
                card.column.addLayout(self._row(name, words(called), words(hint)))
            page.column.addWidget(card)
        self.beyond_title = label(words("Fixed by IT"), "subtitle")
        self.beyond, self.beyond_card = Facts(), Card()
        self.beyond_card.column.addWidget(self.beyond)
        for each in (self.beyond_title, self.beyond_card):
            page.column.addWidget(each)
        page.column.addWidget(label(words("What you choose is kept on this computer, for you alone."), "hint"))
        page.end()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        words = self._words
        for name, control in self.controls.items():
            self._set(control, name, getattr(state.settings, name), state)
            is_fixed = name in state.fixed
            control.setEnabled(not is_fixed)
            self.fixed[name].setVisible(is_fixed)
            self.fixed[name].setText(
                words("Fixed by IT, in {file}.", file=state.policy.place(name)) if is_fixed else ""
            )
        self._show_beyond(state.policy)
        for part in (self.beyond_title, self.beyond_card):
            part.setVisible(bool(state.policy.beyond))
        self.problem.tell(words.error(state.problem) if state.problem else "")

    def _show_beyond(self, policy: Policy) -> None:
        """What is fixed that no user has a setting for, and where that is said."""
        if not policy.beyond:
            return
        words = self._words
        rows = [(words(KEYS[name].title), KEYS[name].said(value, words)) for name, value in policy.beyond.items()]
        places = ", ".join(dict.fromkeys(policy.place(name) for name in policy.beyond))
        self.beyond.show_rows([*rows, (words("Where it is said"), places)])

    def _row(self, name: str, title: str, hint: str) -> QHBoxLayout:
        control = self.controls[name] = self._control(name)
        control.setObjectName(name)
        control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(label_of(control, title))
        for each in (label(hint, "hint"), self.fixed[name]):
            left.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(control)
        return row

    def _control(self, name: str) -> QWidget:
        """What suits the values that the field may have."""
        if FIELDS[name].type is bool:
            box = QCheckBox()
            box.clicked.connect(lambda is_on: self._chosen(name, is_on))
            return box
        choice = Choice()
        choice.chosen.connect(partial(self._chosen, name))
        return choice

    def _set(self, control: QWidget, name: str, value: Any, state: State) -> None:
        words = self._words
        if isinstance(control, QCheckBox):
            control.setChecked(value)
            control.setText(words("On") if value else words("Off"))
        elif isinstance(control, Choice):
            control.fill(self._choices(name, state), value)

    def _choices(self, name: str, state: State) -> list[tuple[Any, str]]:
        words = self._words
        if name == "model":
            chosen = state.settings.model
            known = dict(state.models)
            missing = [] if chosen in {"", *known} else [(chosen, words("{model} (not installed)", model=chosen))]
            return [("", words("The best that is installed")), *known.items(), *missing]
        if name in VALUES:
            return [(value, words(text)) for value, text in VALUES[name].items()]
        if name == "threads":
            most = max(state.cores, state.settings.threads)
            return [(0, words("Automatic")), *((count, words.number(count)) for count in range(1, most + 1))]
        return [(value, words("{percent}%", percent=value)) for value in FIELDS[name].metadata["allowed"]]

    def _chosen(self, name: str, value: object) -> None:
        if self._presenter:
            self._presenter.choose(name, value)
