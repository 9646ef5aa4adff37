"""The frame with its screens, offscreen: every language and look, the keyboard, closing, and what changes while it is shown."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeySequence, QPalette, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QScrollArea, QWidget

from assistant.policy import Policy
from assistant.settings import Settings
from assistant.wording import LANGUAGES
from desktop import theme
from desktop.app import App
from desktop.frame import Told
from desktop.screens.help.presenter import TOPICS
from desktop.shortcuts import SHORTCUTS
from tests.architecture.code import PRODUCT, name_of
from tests.assistant.worker.openers import scripted
from tests.conftest import ROOT
from tests.desktop.conftest import until

SAMPLE = ROOT / "resources/examples/tjansteskrivelse-fardtjanst.docx"


def places(app: App) -> Iterator[str]:
    """Go to each screen, and in the help to each of its parts."""
    for name in app.window.screens:
        app.frame.go(name)
        for topic in TOPICS if name == "help" else ("",):
            if topic:
                app.help.choose(topic)
            QApplication.processEvents()
            yield f"{name} {topic}"


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What those who hear the screen find there, without what is not shown. The parts of lists speak for themselves."""
    if interface.state().invisible:
        return
    yield interface
    if isinstance(interface.object(), QComboBox):
        return
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child:
            yield from below(child)


def test_every_control_of_every_screen_has_a_name_and_a_role(app: App) -> None:
    app.work.paste("En text.", "text.txt")
    until(lambda: app.work.state.rows[0].stage == "ready")
    seen = 0
    for place in places(app):
        for each in below(QAccessible.queryAccessibleInterface(app.window)):
            widget = each.object()
            if not isinstance(widget, QWidget) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            seen += 1
            assert each.role() is not QAccessible.Role.NoRole, (place, widget)
            # A combo box tells its value as its name where the system has the label for that.
            name = widget.accessibleName() if isinstance(widget, QComboBox) else each.text(QAccessible.Text.Name)
            assert name, (place, widget)
    assert seen > 40


@pytest.mark.parametrize("look", theme.LOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_opens_in_every_language_and_look_with_large_text(app: App, language: str, look: str) -> None:
    app.settings.choose("language", language)
    app.settings.choose("look", look)
    app.settings.choose("text_size", 200)
    app.window.resize(1366, 700)
    for place in places(app):
        assert not app.window.grab().isNull()
        assert app.window.width() == 1366, f"{place} does not fit"
        for label in app.window.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText or not label.text()
    app.settings.choose("text_size", 100)


def test_a_page_that_only_scrolls_downwards_fits_its_width_with_large_text(app: App) -> None:
    app.settings.choose("text_size", 200)
    app.window.resize(1366, 700)
    for name in ("settings", "help"):
        app.frame.go(name)
        for topic in TOPICS:
            app.help.choose(topic)
            QApplication.processEvents()
            for page in app.window.findChildren(QScrollArea, "page"):
                whole = page.widget()
                if page.isVisible():
                    assert whole
                    assert whole.width() <= page.viewport().width(), (name, topic)
    app.settings.choose("text_size", 100)


def test_the_language_changes_while_documents_are_open_and_the_keyboard_stays_where_it_was(app: App) -> None:
    app.work.add([SAMPLE])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.frame.go("settings")
    app.settings_view.controls["language"].setFocus()
    before = app.work_view
    app.settings.choose("language", "en")
    QApplication.processEvents()
    assert app.work_view is not before
    assert app.window.rail["documents"].text() == "Documents"
    assert app.window.windowTitle() == "Settings – Kansli"
    assert app.window.focusWidget() is app.settings_view.controls["language"]
    assert app.work_view.list.count() == 1
    assert app.frame.state.place == "settings"
    app.work.start()
    until(lambda: app.work.state.rows[0].stage == "done")
    assert "summary ready" in app.work_view.list.item(0).text()


def test_qts_own_words_are_in_the_windows_language(app: App) -> None:
    def said() -> str:
        line = QLineEdit()
        menu = line.createStandardContextMenu()
        box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
        return " ".join([*(action.text() for action in menu.actions()), box.buttons()[0].text()]).replace("&", "")

    assert "Kopiera" in said()
    assert "Avbryt" in said()
    app.settings.choose("language", "en")
    assert "Copy" in said()
    assert "Cancel" in said()


def test_a_choice_by_keyboard_takes_effect_at_once_and_is_kept(app: App, own_home: Path) -> None:
    app.frame.go("settings")
    QTest.keyClick(app.settings_view.controls["look"], Qt.Key.Key_End)
    assert app.settings.state.settings.look == "contrast-dark"
    assert app.window.palette().color(QPalette.ColorRole.Window).name() == "#000000"
    QTest.keyClick(app.settings_view.controls["reads_ahead"], Qt.Key.Key_Space)
    assert not app.work.reads_ahead
    kept = json.loads((own_home / "settings.json").read_text(encoding="utf-8"))
    assert kept["look"] == "contrast-dark"
    assert kept["reads_ahead"] is False
    app.settings.choose("look", "light")


def test_another_model_answers_what_is_ordered_after_it_was_chosen(app: App, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "unreadable").touch()
    (tmp_path / "slow").touch()
    app.work.add([SAMPLE, SAMPLE])
    until(lambda: all(row.stage == "ready" for row in app.work.state.rows))
    app.work.start()
    app.settings.choose("model", str(other))
    app.work.choose(2)
    app.work.start()
    (tmp_path / "slow").unlink()
    until(lambda: not any(row.is_ordered for row in app.work.state.rows))
    assert [row.stage for row in app.work.state.rows] == ["done", "failed"]


def test_what_it_has_fixed_is_shown_as_fixed(application: QApplication, tmp_path: Path) -> None:
    assert application
    fixed = Policy("/etc/kansli/policy.json", {"language": "sv", "threads": 1})
    app = App(Settings(language="en", model=str(tmp_path)), scripted, fixed)
    assert app.words.language == "sv"
    app.window.show()
    app.frame.go("settings")
    view = app.settings_view
    assert not view.controls["language"].isEnabled()
    assert view.fixed["language"].isVisible()
    assert "/etc/kansli/policy.json" in view.fixed["threads"].text()
    assert view.controls["look"].isEnabled()
    assert not view.fixed["look"].isVisible()
    app.window.close()


def test_closing_asks_while_work_is_under_way(app: App, tmp_path: Path) -> None:
    (tmp_path / "slow").touch()
    app.work.add([SAMPLE])
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.work.start()
    app.window.close()
    assert app.window.isVisible()
    app.window.question.reject()
    assert app.frame.state.question == ""
    assert app.window.isVisible()
    app.window.close()
    stop = next(each for each in app.window.question.buttons() if "stäng" in each.text().replace("&", ""))
    stop.click()
    until(lambda: not app.window.isVisible())


def test_a_window_opens_where_it_was_closed(application: QApplication) -> None:
    assert application
    for _ in range(2):
        app = App(Settings(language="sv"), scripted)
        app.window.show()
        last = app.window.geometry()
        app.window.setGeometry(40, 50, 760, 500)
        app.window.close()
    assert (last.width(), last.height()) == (760, 500)


def test_what_is_told_is_shown_until_it_is_read(app: App) -> None:
    assert not app.window.notices.isVisible()
    app.frame.tell(Told("settings-aside", {"file": "<b>x</b>.json"}))
    assert app.window.notices.isVisible()
    assert "<b>x</b>.json" in app.window.notice.text()
    app.frame.tell(Told("output", {"name": "a.docx", "reason": "disk-full"}))
    assert "Disken är full" in app.window.notice.text()
    app.window.dismiss_button.click()
    assert not app.window.notices.isVisible()


def test_the_guided_first_task_leads_to_a_result(app: App) -> None:
    app.frame.go("help")
    QApplication.processEvents()
    app.help.try_example()
    assert app.frame.state.place == "documents"
    until(lambda: app.frame.state.step == "start")
    assert app.window.steps.isVisible()
    app.work_view.start_button.click()
    until(lambda: app.frame.state.step == "result")
    app.work_view.result_button.click()
    assert app.frame.state.step == "trace"
    app.window.end_button.click()
    assert not app.window.steps.isVisible()


def test_the_protection_is_looked_up_when_it_is_asked_for(app: App) -> None:
    app.frame.go("help")
    app.help.choose("protection")
    until(lambda: app.help.state.protection is not None)
    said = [label.text() for label in app.help_view.pages.findChildren(QLabel)]
    assert sum(text.startswith(("✓ ja", "✗ NEJ")) for text in said) == 5


def test_a_part_is_made_when_it_is_first_asked_for_and_is_told_what_is_open(app: App) -> None:
    assert app.parts.made == []
    app.work.paste("Vem svarar?", "brev.txt")
    until(lambda: app.work.state.rows[0].stage == "ready")
    app.frame.go("letters")
    assert app.parts.made == [app.parts.letters]
    assert [each.number for each in app.parts.letters.presenter.state.documents] == [app.work.state.rows[0].number]
    app.frame.go("documents")
    app.frame.go("letters")
    assert app.parts.made == [app.parts.letters]


def test_every_key_of_the_table_is_given_to_a_button_and_no_two_are_alike(app: App) -> None:
    keys = [QKeySequence(key) for key, _ in SHORTCUTS.values()]
    assert len({key.toString() for key in keys}) == len(keys)
    assert list(places(app)), "a screen gives its keys when it is made, at the first visit"
    given = {shortcut.key().toString() for shortcut in app.window.findChildren(QShortcut)}
    without = {name for name, (key, _) in SHORTCUTS.items() if QKeySequence(key).toString() not in given}
    assert not without


@pytest.mark.parametrize("path", [path for path in PRODUCT if name_of(path).startswith("desktop/")], ids=name_of)
def test_keys_are_given_by_the_table_alone(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    used |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert name_of(path) == "desktop/shortcuts.py" or not used & {"setShortcut", "setShortcuts", "QShortcut"}


def test_the_places_are_reached_by_their_keys(app: App) -> None:
    app.window.activateWindow()
    until(app.window.isActiveWindow)
    for key, place in ((Qt.Key.Key_3, "settings"), (Qt.Key.Key_1, "documents")):
        QTest.keyClick(app.window, key, Qt.KeyboardModifier.ControlModifier)
        assert app.frame.state.place == place
    QTest.keyClick(app.window, Qt.Key.Key_F1)
    assert app.frame.state.place == "help"


#: Starts the window as its users do, chooses a file in Qt's own dialog, and closes.
_RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from desktop import app
def choose():
    dialog = QFileDialog(None, "", sys.argv[1])
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.selectFile(sys.argv[2])
    QTimer.singleShot(200, dialog.accept)
    dialog.exec()
    for window in QApplication.topLevelWidgets():
        window.close()
QTimer.singleShot(0, choose) if QApplication.instance() else None
made = app.App.__init__
def init(self, *given, **more):
    made(self, *given, **more)
    QTimer.singleShot(0, choose)
app.App.__init__ = init
raise SystemExit(app.run(["kansli"]))
"""


def test_qts_own_dialog_keeps_no_folders_or_names(tmp_path: Path, own_home: Path) -> None:
    (own_home / "settings.json").write_text('{"asks_for_model": false}', encoding="utf-8")
    folder, config = tmp_path / "Xyzzyvik", tmp_path / "config"
    for each in (folder, config, tmp_path / "home"):
        each.mkdir()
    (folder / "Brev till Xyzzyvik.txt").write_text("Text", encoding="utf-8")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(config),
        "HOME": str(tmp_path / "home"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(folder), str(folder / "Brev till Xyzzyvik.txt")],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    held = [path for place in (config, tmp_path / "home") for path in place.rglob("*") if path.is_file()]
    assert not [path for path in held if b"Xyzzyvik" in path.read_bytes() or "Xyzzyvik" in path.name]


#: Starts the window as its users do on a computer whose policy is wrong, and presses the button of the box that tells so.
_REFUSED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from assistant import paths
paths.policy = lambda: Path(sys.argv[1])
shown = QMessageBox.show
def show(box):
    shown(box)
    print(box.text())
    QTimer.singleShot(0, box.accept)
QMessageBox.show = show
from desktop import app
raise SystemExit(app.run(["kansli"]))
"""


def test_a_policy_that_cannot_be_read_stops_the_window_and_is_told(tmp_path: Path) -> None:
    (tmp_path / "policy.json").write_text('{"colour": "red"}', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _REFUSED, str(tmp_path / "policy.json")],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    for said in (done.stdout, done.stderr):
        assert str(tmp_path / "policy.json") in said
