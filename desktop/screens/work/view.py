"""The work screen: documents at the left, what is done with the chosen one at the right. It shows the State, no more."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.errors import known
from assistant.job import Options
from assistant.tasks.task import Result
from assistant.wording import Words, visible
from desktop.screens.work.presenter import Presenter, Row, State
from desktop.widgets.plain import label, primary

_STAGES: Final = {
    "opening": "being opened",
    "ready": "ready to be summarised",
    "waiting": "waiting for its turn",
    "running": "being summarised",
    "done": "summary ready",
    "stopped": "stopped",
    "failed": "failed",
}
_WORK: Final = {"opening": "Opening the model", "reading": "Reading", "writing": "Writing"}
_CHOICES: Final = {
    "kind": (
        "Kind",
        {"general": "Summary", "bullets": "In points", "plain": "In plain language", "extract": "The document's own words"},
    ),
    "length": ("Length", {"short": "Short", "medium": "Medium", "long": "Long"}),
    "depth": ("Depth", {"thorough": "Thorough: all is read", "quick": "Quick: the most important is read"}),
    "language": ("Language of the summary", {"": "The document's own", "sv": "Swedish", "en": "English"}),
}  # fmt: skip
_MINUTE: Final = 60


class View(QWidget):
    """Shows the State and reports what is done."""

    result_asked = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._presenter: Presenter | None = None
        self.setAcceptDrops(True)
        title = label(words("Summarise documents"), "title")
        hint = label(
            words("Open documents or drop them here. Everything is done on this computer."),
            "hint",
        )
        self.open_button = QPushButton(words("&Open documents…"))
        self.open_button.setShortcut(QKeySequence.StandardKey.Open)
        self.open_button.clicked.connect(self._open)
        self.list = QListWidget()
        self.list.setAccessibleName(words("Documents"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._chosen)
        left = QVBoxLayout()
        for each in (title, hint, self.open_button, self.list):
            left.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        row.addLayout(left, 2)
        row.addLayout(self._right(), 3)

    def attach(self, presenter: Presenter) -> None:
        """Report to this presenter from now on."""
        self._presenter = presenter
        self.show_state(presenter.state)

    def show_state(self, state: State) -> None:
        """Show what there is."""
        self.list.blockSignals(True)  # noqa: FBT003 - Qt
        texts = [self._line(row) for row in state.rows]
        while self.list.count() < len(texts):
            self.list.addItem("")
        for place, text in enumerate(texts):
            self.list.item(place).setText(text)
        self.list.setCurrentRow(state.chosen)
        self.list.blockSignals(False)  # noqa: FBT003 - Qt
        self.start_button.setEnabled(state.can_start)
        self.stop_button.setEnabled(state.can_stop)
        self.result_button.setEnabled(bool(state.row and state.row.result))
        self.about.setText(self._about(state.row))
        self.bar.setVisible(state.progress is not None)
        self.bar.setValue(round(1000 * state.progress.share) if state.progress else 0)
        self.stage.setText(self._stage(state))
        if self.text.toPlainText() != state.text:
            self.text.setPlainText(state.text)

    def _right(self) -> QVBoxLayout:
        words, right = self._words, QVBoxLayout()
        self.about = label()
        form = QFormLayout()
        self.boxes: dict[str, QComboBox] = {}
        for field, (title, choices) in _CHOICES.items():
            box = self.boxes[field] = QComboBox()
            for value, text in choices.items():
                box.addItem(words(text), value)
            box.setCurrentIndex(box.findData(getattr(Options(), field)))
            box.setAccessibleName(words(title))
            box.currentIndexChanged.connect(self._wanted)
            form.addRow(words(title), box)
        self.start_button = primary(words("&Summarise"))
        self.stop_button = QPushButton(words("S&top"))
        self.stop_button.setShortcut("Esc")
        self.result_button = QPushButton(words("Show the &result"))
        self.start_button.clicked.connect(self._start)
        self.stop_button.clicked.connect(self._stop)
        self.result_button.clicked.connect(self._ask_for_result)
        buttons = QHBoxLayout()
        for button in (self.start_button, self.stop_button, self.result_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self.stage = label()
        self.bar = QProgressBar()
        self.bar.setMaximum(1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words("How much is done"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(words("The text as it comes, not yet checked"))
        self.text.setPlaceholderText(
            words("The text is shown here as it is written. It is checked when it is complete.")
        )
        right.addWidget(self.about)
        right.addLayout(form)
        right.addLayout(buttons)
        for each in (self.stage, self.bar, self.text):
            right.addWidget(each)
        return right

    def _line(self, row: Row) -> str:
        return f"{visible(row.name)}\n{self._words(_STAGES[row.stage])}"

    def _about(self, row: Row | None) -> str:
        words = self._words
        if row is None:
            return words("No document is chosen.")
        if row.problem:
            return words.error(known(row.problem.code, row.problem.facts))
        if row.document is None:
            return words("The document is being opened.")
        document = row.document
        said = [words.count("{count} paragraph", "{count} paragraphs", len(document.paragraphs))]
        if document.pages:
            said.insert(0, words.count("{count} page", "{count} pages", document.pages))
        lines = [f"{document.format.upper()} · {' · '.join(said)}"]
        lines += [words.notice(notice) for notice in document.notices]
        lines += [words("Not read: {what}", what=words.unread(unread)) for unread in document.unread]
        return "\n".join(lines)

    def _stage(self, state: State) -> str:
        words, progress = self._words, state.progress
        if progress is None:
            return ""
        text = words(_WORK[progress.stage])
        if progress.parts > 1:
            text = words("{stage}, part {part} of {parts}", stage=text, part=progress.part, parts=progress.parts)
        text = words("{stage} · {percent} %", stage=text, percent=round(progress.share * 100))
        left = state.seconds_left
        if left is None:
            return text
        if left < _MINUTE:
            return f"{text} · {words('about {seconds} s left', seconds=max(1, round(left)))}"
        return f"{text} · {words('about {minutes} min left', minutes=round(left / _MINUTE))}"

    def _open(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, self._words("Open documents"))
        if names and self._presenter:
            self._presenter.add([Path(name) for name in names])

    def _chosen(self, index: int) -> None:
        if self._presenter:
            self._presenter.choose(index)

    def _start(self) -> None:
        if self._presenter:
            self._presenter.start()

    def _stop(self) -> None:
        if self._presenter:
            self._presenter.stop()

    def _wanted(self) -> None:
        if self._presenter:
            self._presenter.want(Options(**{field: box.currentData() for field, box in self.boxes.items()}))

    def _ask_for_result(self) -> None:
        row = self._presenter.state.row if self._presenter else None
        if row and isinstance(row.result, Result):
            self.result_asked.emit(row.result)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt
        """Open the files."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and self._presenter:
            self._presenter.add(files)
