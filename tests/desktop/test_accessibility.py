"""What those meet who hear the window or have no mouse: every screen is walked, in both languages, with documents and a result."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QGroupBox, QLabel, QTabBar, QWidget

from assistant.engine.models import Store
from assistant.policy import Policy
from assistant.settings import Settings
from assistant.wording import LANGUAGES
from desktop.app import App
from desktop.screens.help.presenter import TOPICS
from desktop.setup import Setup
from desktop.window import Window
from tests.assistant.engine.test_models import DATA, model
from tests.conftest import ROOT
from tests.desktop.conftest import until

SAMPLE = ROOT / "resources/examples/tjansteskrivelse-fardtjanst.docx"
Role = QAccessible.Role
#: Roles of something that one can use; a control of any other kind is not understood by those who hear it.
CONTROLS = {
    Role.Button, Role.ButtonDropDown, Role.ButtonMenu, Role.CheckBox, Role.ComboBox, Role.EditableText, Role.Link, Role.List,
    Role.PageTab, Role.PageTabList, Role.RadioButton, Role.Slider, Role.SpinBox, Role.Table, Role.Tree,
}  # fmt: skip
#: A text that is only read takes the keyboard to be scrolled.
TEXTS = {Role.Document, Role.StaticText, Role.Client, Role.Grouping, Role.Pane}


@pytest.fixture
def whole(app: App, own_home: Path) -> App:
    """A window with a document, its summary, and models to choose from."""
    (own_home / "models").mkdir()
    app.work.add([SAMPLE])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work.start()
    until(lambda: app.work.state.rows[0].stage == "done")
    app._show_result(1)
    app.frame.go("documents")
    return app


def screens(app: App) -> Iterator[str]:
    """Go to each screen in each language, and in the help to each of its parts."""
    for language in LANGUAGES:
        app.settings.choose("language", language)
        for name in app.window.screens:
            app.frame.go(name)
            for topic in TOPICS if name == "help" else ("",):
                if topic:
                    app.help.choose(topic)
                QApplication.processEvents()
                yield f"{language} {name} {topic}".strip()


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything that is shown; the parts of lists and tables speak for themselves."""
    if interface.state().invisible:
        return
    yield interface
    if interface.role() in {Role.List, Role.Table, Role.Tree, Role.ComboBox}:
        return
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child:
            yield from below(child)


def faults(window: Window) -> Iterator[str]:
    """What is missing of name, role and value among the controls that can be reached, and among what tells how far work is."""
    for each in below(QAccessible.queryAccessibleInterface(window)):
        widget = each.object()
        if isinstance(widget, QWidget) and (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus or each.role() is Role.ProgressBar
        ):
            told = f"{type(widget).__name__} {widget.objectName()} {each.role().name}"
            if not _name(each, widget):
                yield f"{told} has no name"
            if each.role() not in CONTROLS | TEXTS | {Role.ProgressBar}:
                yield f"{told} is no control"
            yield from (f"{told} {lack}" for lack in _lacks(each))


def _name(each: QAccessibleInterface, widget: QWidget) -> str:
    # A combo box tells its value as its name where the system has the label for that.
    return widget.accessibleName() if isinstance(widget, QComboBox) else each.text(QAccessible.Text.Name)


def _lacks(each: QAccessibleInterface) -> Iterator[str]:
    """What a control with a value must be able to tell of it."""
    role = each.role()
    if role in {Role.CheckBox, Role.RadioButton} and not each.state().checkable:
        yield "does not tell whether it is on"
    if role in {Role.ProgressBar, Role.SpinBox, Role.Slider} and not each.valueInterface():
        yield "does not tell its value"
    if role is Role.EditableText and not each.textInterface():
        yield "does not tell its text"
    if role is Role.ComboBox and not each.text(QAccessible.Text.Value):
        yield "does not tell what is chosen"


def waits_for_arrows(widget: QWidget) -> bool:
    """Whether a button is one of several of which one is always on: Tab leads to that one, the arrows to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return group is not None and group.exclusive() and group.checkedButton() is not None


def reachable(window: Window) -> set[QWidget]:
    """Every control that Tab should reach now."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox)
        and not waits_for_arrows(widget)
    }


def tabbed(window: Window, key: Qt.Key) -> list[QWidget]:
    """Where Tab leads, one control after the other, until it comes back to where it began."""
    wanted = reachable(window)
    window.activateWindow()
    until(window.isActiveWindow)
    min(wanted, key=lambda each: (each.mapTo(window, each.rect().topLeft()).y(), id(each))).setFocus()
    met: list[QWidget] = []
    # What is chosen by coming to a list may make more controls usable on the way.
    while (now := window.focusWidget()) not in met and len(met) <= 2 * len(wanted):
        assert now
        met.append(now)
        QTest.keyClick(now, key)
    assert window.focusWidget() is met[0], f"Tab does not come back but stays at {window.focusWidget()}"
    return met


def keys(window: Window) -> Counter[str]:
    """Every key that does something on this screen: shortcuts, and underlined letters of buttons and labels."""
    found: list[QKeySequence] = []
    for shortcut in window.findChildren(QShortcut):
        holder = shortcut.parent()
        if isinstance(holder, QWidget) and holder.isVisible():
            found.append(shortcut.key())
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy()):
            found.append(QKeySequence.mnemonic(widget.text()))
        elif isinstance(widget, QGroupBox):
            found.append(QKeySequence.mnemonic(widget.title()))
        elif isinstance(widget, QTabBar):
            found += [QKeySequence.mnemonic(widget.tabText(place)) for place in range(widget.count())]
    return Counter(key.toString() for key in found if not key.isEmpty())


def walk(window: Window, where: str) -> list[str]:
    """All that is wrong on the screen that is shown."""
    wrong = [f"{where}: {fault}" for fault in faults(window)]
    wanted = reachable(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        missed = wanted - set(tabbed(window, key))
        wrong += [f"{where}: {key.name} does not reach {widget} {widget.objectName()}" for widget in missed]
    wrong += [f"{where}: {key} does {count} things" for key, count in keys(window).items() if count > 1]
    return wrong


def test_every_screen_can_be_heard_and_used_by_keyboard(whole: App) -> None:
    wrong, seen = [], 0
    for where in screens(whole):
        wrong += walk(whole.window, where)
        seen += len(reachable(whole.window))
    assert not wrong, "\n".join(wrong)
    assert seen > 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_work_under_way_can_be_heard_and_stopped_by_keyboard(app: App, tmp_path: Path, language: str) -> None:
    (tmp_path / "slow").touch()
    app.settings.choose("language", language)
    app.work.add([SAMPLE, SAMPLE])
    until(lambda: all(row.stage == "ready" for row in app.work.state.rows))
    app.work.start_all()
    until(lambda: app.work.state.rows[0].stage == "running")
    app.work.choose(1)
    QApplication.processEvents()
    assert walk(app.window, "running") == []
    for number in (1, 2):
        app.work.choose(number)
        app.work.stop()
    until(lambda: not any(row.is_ordered for row in app.work.state.rows))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_start_can_be_heard_and_used_by_keyboard(
    application: QApplication, tmp_path: Path, language: str
) -> None:
    assert application
    (tmp_path / "models").mkdir()
    kept = Store(tmp_path / "models", (), (model("usual"), model("big", DATA * 2, "larger")))
    made = Setup(Settings(language=language), Policy(), kept)
    made.dress()
    made.window.show()
    QApplication.processEvents()
    try:
        assert walk(made.window, "start") == []
        (tmp_path / "models" / "usual.gguf").write_bytes(DATA)
        made.models.refresh()
        QApplication.processEvents()
        assert walk(made.window, "start with a model") == []
    finally:
        made.window.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_documents_and_every_option_can_be_heard_and_used_by_keyboard(app: App, language: str) -> None:
    app.settings.choose("language", language)
    app.work.add([SAMPLE, SAMPLE])
    until(lambda: all(row.stage == "ready" for row in app.work.state.rows))
    app.work_view.choices.more.click()
    QApplication.processEvents()
    assert walk(app.window, "several") == []


def _broken(spoil: Callable[[App], None], app: App) -> list[str]:
    app.frame.go("settings")
    QApplication.processEvents()
    spoil(app)
    return walk(app.window, "settings")


def test_the_walk_finds_what_it_is_to_find(app: App) -> None:
    control = app.settings_view.controls["look"]
    assert any("has no name" in fault for fault in _broken(lambda _: control.setAccessibleName(""), app))

    def twice(_app: App) -> None:
        for name in ("documents", "help"):
            app.window.rail[name].setText("&Qx")

    assert any("does 2 things" in fault for fault in _broken(twice, app))

    def apart(_app: App) -> None:
        QWidget.setTabOrder(control, app.window.rail["settings"])
        control.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    before = len(reachable(app.window))
    _broken(apart, app)
    assert len(reachable(app.window)) == before - 1
