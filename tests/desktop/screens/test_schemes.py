"""What the scheme editor decides and says, without Qt; schemes are kept in a folder of the test's own."""

from pathlib import Path

import pytest

from assistant.schemes.read import load
from assistant.wording import Words
from assistant.worker.messages import Failed
from desktop.screens.schemes import about
from desktop.screens.schemes.presenter import Names, Presenter, State
from desktop.sorting import Ended, Order, Sorting, Step
from desktop.sorting_part import Shelf
from tests.desktop.sorting import alone

EN = Words("en")


class Editor:
    """The editor over the real folders; what is tried is tried in a thread that is waited for."""

    def __init__(self) -> None:
        self.events: list[tuple[Order, Step | Ended]] = []
        self.works: Sorting = alone(lambda order, event: self.events.append((order, event)))
        self.presenter = Presenter(Shelf(), self.run, lambda _state: None)
        self.presenter.names = Names("Nytt schema", "Ny klass", "{name} – kopia", "sv")
        self.presenter.open("handlingstyp")

    @property
    def state(self) -> State:
        return self.presenter.state

    def run(self, order: Order) -> bool:
        self.works.begin(order)
        self.works._wait()
        return True

    def tell(self) -> None:
        for order, event in self.events:
            self.presenter.hear(order, event)
        self.events.clear()


@pytest.fixture
def editor(own_home: Path) -> Editor:
    assert own_home
    return Editor()


def test_what_is_shipped_is_copied_before_it_is_changed(editor: Editor) -> None:
    assert editor.state.scheme
    assert not editor.state.can_change
    editor.presenter.say(definition="Något annat")
    editor.presenter.name(name="Något annat")
    editor.presenter.add()
    editor.presenter.take_out()
    editor.presenter.remove()
    assert editor.state.scheme == load("handlingstyp")
    assert editor.state.question == ""
    assert "Make a copy" in about.hint(editor.state, EN)
    editor.presenter.copy()
    assert editor.state.scheme.name == "Handlingstyp – kopia"
    assert editor.state.can_change
    assert editor.state.scheme.labels == load("handlingstyp").labels


def test_a_scheme_is_made_changed_kept_and_used_by_its_name(editor: Editor) -> None:
    editor.presenter.create()
    editor.presenter.name(name="Avdelning", question="Vilken avdelning?")
    editor.presenter.say(name="Ekonomi", definition="Pengar.", examples=("Faktura från",), phrases=("budget*",))
    editor.presenter.say(code="eko")
    assert editor.state.code == "eko"
    editor.presenter.show("2")
    editor.presenter.say(name="Personal", parent="eko", code="pers")
    editor.presenter.add()
    editor.presenter.say(name="Lön")
    assert editor.state.label
    assert editor.state.label.parent == "eko", "it stands where the one beside it does"
    assert editor.state.can_save
    editor.presenter.save()
    assert editor.state.problem is None
    assert editor.state.saved
    assert not editor.state.is_changed
    kept = load("nytt-schema")
    assert kept == editor.state.scheme
    assert [(label.code, label.parent) for label in kept.labels] == [("eko", ""), ("pers", "eko"), ("ny-klass", "eko")]
    assert about.line(kept.labels[1], editor.state) == "    Personal"


def test_what_is_wrong_is_told_and_nothing_is_kept(editor: Editor) -> None:
    editor.presenter.create()
    editor.presenter.say(name="")
    editor.presenter.save()
    assert editor.state.problem
    assert editor.state.problem.code == "scheme"
    assert not editor.state.saved
    assert about.outcome(editor.state, EN)
    assert "nytt-schema" not in {scheme.id for scheme in editor.state.schemes}


def test_a_circle_of_classes_is_shown_and_refused(editor: Editor) -> None:
    editor.presenter.create()
    assert editor.state.scheme
    editor.presenter.say(parent="2")
    editor.presenter.show("2")
    editor.presenter.say(parent="1")
    assert about.line(editor.state.scheme.labels[0], editor.state)
    editor.presenter.save()
    assert editor.state.problem


def test_a_code_is_never_given_twice(editor: Editor) -> None:
    editor.presenter.create()
    editor.presenter.say(code="2")
    assert editor.state.code == "1"


def test_a_class_that_goes_leaves_those_under_it(editor: Editor) -> None:
    editor.presenter.create()
    editor.presenter.add()
    editor.presenter.say(parent="1")
    editor.presenter.show("1")
    editor.presenter.take_out()
    assert editor.state.scheme
    assert all(label.parent == "" for label in editor.state.scheme.labels)
    assert not editor.state.can_remove_label, "two are the fewest"


def test_changes_are_asked_about_before_they_are_left(editor: Editor) -> None:
    editor.presenter.create()
    editor.presenter.choose("bradskande")
    assert editor.state.question == "leave"
    editor.presenter.answer(is_yes=False)
    assert editor.state.scheme
    assert editor.state.scheme.id == "nytt-schema"
    editor.presenter.open("handlingstyp")
    assert editor.state.scheme.id == "nytt-schema", "coming back to the screen loses nothing"
    editor.presenter.choose("bradskande")
    editor.presenter.answer(is_yes=True)
    assert editor.state.scheme.id == "bradskande"


def test_ones_own_is_removed_only_after_a_yes(editor: Editor, own_home: Path) -> None:
    editor.presenter.create()
    editor.presenter.save()
    file = own_home / "schemes" / "nytt-schema.toml"
    assert file.is_file()
    editor.presenter.remove()
    editor.presenter.answer(is_yes=False)
    assert file.is_file()
    editor.presenter.remove()
    editor.presenter.answer(is_yes=True)
    assert not file.exists()
    assert editor.state.scheme
    assert editor.state.scheme.id != "nytt-schema"


def test_a_table_becomes_a_scheme(editor: Editor, tmp_path: Path) -> None:
    file = tmp_path / "plan.csv"
    file.write_text("kod;namn;definition\n1;Avtal;Bindande.\n2;Protokoll;Från möten.\n", encoding="utf-8")
    editor.presenter.bring(file)
    assert editor.state.scheme
    assert [label.name for label in editor.state.scheme.labels] == ["Avtal", "Protokoll"]
    editor.presenter.bring(tmp_path / "none.csv")
    assert editor.state.problem


def test_it_is_tried_as_it_is_now_without_being_kept(editor: Editor, tmp_path: Path) -> None:
    editor.presenter.copy()
    (tmp_path / "f.txt").write_text("Faktura. Fakturanummer 12. Förfallodag 2026-05-01. Bankgiro 5050-1055.", "utf-8")
    paths = [tmp_path / "f.txt", tmp_path / "gone.txt", *([tmp_path / "f.txt"] * 3)]
    editor.presenter.try_on(paths)
    assert editor.state.running is not None
    assert "Being tried" in about.outcome(editor.state, EN)
    editor.tell()
    assert editor.state.running is None
    said = about.tried(editor.state, EN).splitlines()
    assert said[0].startswith("f.txt: Faktura eller påminnelse")
    assert "gone.txt" in said[1]
    assert len(said) == 4, "three documents, and that the program was alone"
    assert "handlingstyp-kopia" not in {scheme.id for scheme in Shelf().all()}
    editor.presenter.say(definition="Annat")
    assert editor.state.tried is None, "that was of another text"


def test_what_cannot_be_tried_is_told(editor: Editor) -> None:
    editor.presenter.hear(Order(0, "try"), Ended("failed", Failed("model-died", {"model": "m", "reason": "crash"})))
    assert editor.state.problem
    editor.presenter.hear(Order(0, "sort"), Ended("done"))
    assert editor.state.problem
