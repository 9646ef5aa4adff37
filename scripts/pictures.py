"""Everything that ``make_pictures.py`` takes pictures of, and how: a window in which the work has been done, and its scenes."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from assistant import machine, paths
from assistant.documents.document import Document, Paragraph
from assistant.engine.models import Store
from assistant.job import Options
from assistant.policy import Policy
from assistant.settings import Settings
from assistant.tasks.task import Result, Status
from desktop.app import App
from desktop.setup import Setup

SIZE: Final = QSize(1160, 760)
LANGUAGES: Final = ("sv", "en")
LOOKS: Final = ("light", "dark")
PERCENTS: Final = (100, 200)
LETTER: Final = "tjansteskrivelse-fardtjanst.docx"
MINUTES: Final = "protokoll-namnd.docx"
#: Made up, for the screens that sort and mask.
TEXTS: Final = {
    "faktura 4711.txt": "Faktura\n\nFakturanummer 4711. Att betala 12 500 kr. Förfallodag 2026-04-01. Bankgiro 5050-1055.",
    "kallelse mars.txt": "Kallelse till kulturnämndens sammanträde\n\nFöredragningslista\n\n1. Upprop\n\n2. Val av justerare",
    "protokoll 3 mars.txt": "Protokoll\n\n§ 12 Bidrag till föreningar\n\nNämnden beslutar att bevilja bidragen.\n\nVid protokollet",
    "svar på remiss.txt": "Yttrande över förslag till trafikplan\n\nRegionen har beretts tillfälle att yttra sig.",
    "klagomål.txt": "Hej!\n\nJag vill klaga på bussen som inte kom i måndags.\n\nMed vänlig hälsning\n\nAnna Ek",
    "ny rutin.txt": "Rutin för nycklar\n\nSyfte\n\nPersonalen ska kontrollera att skåpet är låst. Gör så här: 1. Hämta nyckeln.",
    "att läsa.txt": "Bifogat som överenskommet. Återkom om något är oklart.",
}
LETTER_TEXT: Final = (
    "Ansökan om färdtjänst",
    "Anna Ek, 19811218-9876, Storgatan 12, 702 10 Örebro, tel 019-602 70 00, anna.ek@exempel.se.",
    "Dnr KS-2024-00012. Sökanden har diagnosen demens och skyddad folkbokföring.",
    "Anna Ek önskar ledsagare. Bankgiro 5050-1055.",
)
_COLUMNS, _THUMBNAIL = 4, 560


@dataclass
class Studio:
    """A window in which everything has been done once; what it then showed can be shown again in other words and looks."""

    app: App = field(init=False)
    setup: Setup | None = None
    work: dict[str, Any] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    fetching: Any = None

    def __post_init__(self) -> None:
        self.app = App(Settings(language="sv"), is_offline=True)
        self.app.window.show()
        self._summarise(LETTER, Options(), "letter")
        self._summarise(MINUTES, Options(kind="minutes"), "minutes")
        self.app.help.hear(machine.protection())
        self._fetch()
        self.sort()

    def dress(self, language: str, look: str, percent: int) -> None:
        """Show everything from now on in this language, look and size."""
        for name, value in {"language": language, "look": look, "text_size": percent}.items():
            self.app.settings.choose(name, value)
        self.app.window.resize(SIZE)
        if self.setup:
            self.setup.window.close()
        own = Settings(language=language, look=look, text_size=percent)
        self.setup = self._setup(own, Store(paths.home() / "none", ()))
        assert self.setup.start
        self.setup.start.hear_protection(machine.protection())
        self.setup.window.resize(SIZE)
        self.setup.window.show()

    def documents(self, moment: str) -> QWidget:
        """The work screen as it was at that moment."""
        self.app.work.state = self.work[moment]
        self.app.work_view.show_state(self.work[moment])
        return self.place("documents")

    def result(self, name: str, *, is_chosen: bool = False) -> QWidget:
        """A result; with a statement chosen, the first that has a source."""
        made = self.results[name]
        self.app.result.open(list(self.results).index(name) + 1, made)
        if is_chosen:
            places = [
                place for place, block in enumerate(made.blocks) if block.sources and block.status is Status.SUPPORTED
            ]
            self.app.result.choose([places[0] if places else 0])
        return self.place("result")

    def sort(self) -> None:
        """Sort some made-up documents, without a model; looked at, and with a letter opened to be masked."""
        part, folder = self.app.parts.sorting, paths.home() / "in"
        folder.mkdir()
        for name, text in TEXTS.items():
            (folder / name).write_text(text, encoding="utf-8")
        self.app.frame.go("sorting")
        part.sorting.take([folder])
        part.sorting.decide_alone(is_so=True)
        part.sorting.start()
        _until(lambda: part.sorting.state.running is None)
        number = part.sorting.state.chosen
        part.review.open(number)
        part.review.choose(
            next(place for place, each in enumerate(part.review.state.lines) if "protokoll" in each.path.name)
        )
        _until(lambda: part.review.state.document is not None)
        part.finishing.open(number)
        part.finishing.put(paths.home() / "out")
        part.schemes.open("handlingstyp")
        part.schemes.copy()
        letter = Document("brev.txt", "txt", tuple(Paragraph(place, each) for place, each in enumerate(LETTER_TEXT, 1)))
        self.app.parts.masking.presenter.open(letter)
        _until(lambda: not self.app.parts.masking.presenter.state.is_looking)

    def place(self, name: str) -> QWidget:
        """A screen as it is."""
        self.app.frame.go(name)
        return self.app.window

    def review(self) -> QWidget:
        """The first document's language, looked through."""
        reviews, row = self.app.parts.reviews, self.app.work.state.rows[0]
        assert row.document
        reviews.open(row.number, row.document)
        _until(lambda: reviews.presenter.state.found is not None)
        return self.place("review-text")

    def letter(self) -> QWidget:
        """An answer to the first document."""
        self.app.parts.letters.open(self.app.work.state.rows[0].number)
        return self.place("letters")

    def help(self, topic: str) -> QWidget:
        """A part of the help."""
        self.app.help.choose(topic)
        return self.place("help")

    def first(self, *, is_fetching: bool = False) -> QWidget:
        """The first start."""
        assert self.setup
        if is_fetching:
            self.setup.models.state = self.fetching
            self.setup._show_models(self.fetching)  # noqa: SLF001 - what its presenter has it show
        return self.setup.window

    def close(self) -> None:
        """End the children."""
        if self.setup:
            self.setup.window.close()
        self.app.window.close()

    @staticmethod
    def _setup(own: Settings, store: Store) -> Setup:
        """The first start; what has been measured later is not known then."""
        known, aside = paths.home() / "speed.json", paths.home() / "speed.aside"
        if known.exists():
            known.rename(aside)
        made = Setup(own, Policy(), store)
        if aside.exists():
            aside.rename(known)
        return made

    def _summarise(self, name: str, options: Options, called: str) -> None:
        work = self.app.work
        self.work.setdefault("none", work.state)
        work.want(options)
        work.add([paths.resources() / "examples" / name])
        number = work.state.rows[-1].number
        work.choose(number)
        _until(lambda: work.state.rows[-1].stage == "ready" and (work.state.rows[-1].ahead or 0) in {0, 1})
        self.work[f"{called}-ready"] = work.state
        work.start()
        while (row := work.state.rows[-1]).result is None:
            assert row.stage != "failed", row.problem
            if row.progress and row.progress.stage == "writing" and row.text:
                self.work[f"{called}-working"] = work.state
            _wait()
        self.work[f"{called}-done"] = work.state
        self.results[called] = row.result

    def _fetch(self) -> None:
        """Have the model copied from one folder to another, and remember what that looked like halfway."""
        store = Store(paths.home() / "copied", ())
        made = self._setup(Settings(language="sv"), store)
        name = made.models.state.chosen
        made.models.copy(Store().find(name).path.parent)
        while made.models.state.work:
            _wait()
            now = made.models.state
            if now.work and now.work.share < 0.6:  # noqa: PLR2004 - about halfway
                self.fetching = now
        made.window.close()
        store.remove(name)


@dataclass(frozen=True)
class Scene:
    """Something to take a picture of, and in which languages README and the guide show it (light, at 100 %)."""

    show: Callable[[Studio], QWidget]
    kept: tuple[str, ...] = ()


SCENES: Final = {
    "start": Scene(lambda studio: studio.first(), ("sv", "en")),
    "start-fetching": Scene(lambda studio: studio.first(is_fetching=True), ("sv", "en")),
    "documents-none": Scene(lambda studio: studio.documents("none")),
    "documents-ready": Scene(lambda studio: studio.documents("letter-ready"), ("sv", "en")),
    "documents-working": Scene(lambda studio: studio.documents("letter-working"), ("sv", "en")),
    "documents-done": Scene(lambda studio: studio.documents("minutes-done")),
    "result": Scene(lambda studio: studio.result("letter", is_chosen=True), ("sv", "en")),
    "result-minutes": Scene(lambda studio: studio.result("minutes"), ("sv", "en")),
    "review-text": Scene(lambda studio: studio.review(), ("sv", "en")),
    "letter": Scene(lambda studio: studio.letter(), ("sv", "en")),
    "sorting": Scene(lambda studio: studio.place("sorting")),
    "review": Scene(lambda studio: studio.place("review"), ("sv", "en")),
    "finishing": Scene(lambda studio: studio.place("finishing")),
    "schemes": Scene(lambda studio: studio.place("schemes")),
    "masking": Scene(lambda studio: studio.place("masking"), ("sv", "en")),
    "models": Scene(lambda studio: studio.place("models"), ("sv", "en")),
    "settings": Scene(lambda studio: studio.place("settings"), ("sv", "en")),
    "help": Scene(lambda studio: studio.help("start")),
    "help-guide": Scene(lambda studio: studio.help("guide")),
    "help-keys": Scene(lambda studio: studio.help("keys")),
    "help-protects": Scene(lambda studio: studio.help("protects")),
    "help-protection": Scene(lambda studio: studio.help("protection"), ("sv", "en")),
    "help-about": Scene(lambda studio: studio.help("about")),
}


def take(studio: Studio, names: Sequence[str], whole: Path, chosen: Path) -> None:
    """Take the pictures of these scenes in every way."""
    whole.mkdir(parents=True, exist_ok=True)
    chosen.mkdir(parents=True, exist_ok=True)
    for language, look, percent in itertools.product(LANGUAGES, LOOKS, PERCENTS):
        studio.dress(language, look, percent)
        taken = []
        for name in names:
            window = SCENES[name].show(studio)
            for _ in range(10):  # a text that needs more room is heard of by one layout after the other
                QApplication.processEvents()
            picture = window.grab().toImage()
            picture.save(str(whole / f"{name}.{language}.{look}.{percent}.png"))
            taken.append(picture)
            if language in SCENES[name].kept and (look, percent) == (LOOKS[0], PERCENTS[0]):
                with_few_colours(picture).save(str(chosen / f"{name}.{language}.png"), quality=0)
        _sheet(taken).save(str(whole / f"sheet.{language}.{look}.{percent}.png"))


def with_few_colours(picture: QImage) -> QImage:
    """The picture with its 256 most frequent colours, each other one as the nearest of them: a third of the size."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), picture.width())
    colours, places, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    most = np.argsort(-counts)[:256]
    parts = np.stack([colours >> shift & 255 for shift in (16, 8, 0)], axis=1).astype(np.int32)
    nearest = np.array([int(np.abs(parts[most] - part).sum(axis=1).argmin()) for part in parts], np.uint8)
    indices = np.ascontiguousarray(nearest[places].reshape(pixels.shape))
    height, width = indices.shape
    made = QImage(indices.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
    made.setColorTable([int(colours[place]) | 0xFF000000 for place in most])
    return made.copy()


def _sheet(pictures: Sequence[QImage]) -> QImage:
    """All of them on one sheet."""
    small = [each.scaledToWidth(_THUMBNAIL, Qt.TransformationMode.SmoothTransformation) for each in pictures]
    rows = -(-len(small) // _COLUMNS)
    height = max(each.height() for each in small)
    sheet = QImage(_COLUMNS * (_THUMBNAIL + 8), rows * (height + 8), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for place, each in enumerate(small):
        row, column = divmod(place, _COLUMNS)
        painter.drawImage(QRect(column * (_THUMBNAIL + 8), row * (height + 8), each.width(), each.height()), each)
    painter.end()
    return sheet


def _wait() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 1_000)


def _until(is_so: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(600_000)
    while not is_so():
        assert not deadline.hasExpired(), "nothing happens any more"
        _wait()
