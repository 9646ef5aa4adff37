"""What is put in, left and taken back; nothing is lost or changed without a person's order."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.documents.document import Document
from assistant.errors import OutputError
from assistant.review.remark import Rule
from assistant.review.review import of_text
from assistant.wording import Words
from assistant.worker.messages import Failed
from desktop.reviewing import reviewed
from desktop.screens.language import about
from desktop.screens.language.presenter import Presenter
from desktop.screens.language.state import State

TEXT = "Du skall erhålla ett svar.\nBeslutet fattas i dag.\nSamtliga är välkomna."


@dataclass
class Way:
    """Where a text leaves the window."""

    written: list[tuple[str, str]] = field(default_factory=list)
    copied: list[str] = field(default_factory=list)
    fails: bool = False

    def write_text(self, document: Document, path: Path) -> None:
        if self.fails:
            raise OutputError(name=path.name, reason="disk-full")
        self.written.append((document.text, path.name))

    def copy_text(self, document: Document) -> None:
        self.copied.append(document.text)


class Desk:
    """A presenter whose documents are looked through when it is asked."""

    def __init__(self, text: str = TEXT) -> None:
        self.way, self.orders, self.states = Way(), list[tuple[int, Document]](), list[State]()
        self.presenter = Presenter(lambda *order: self.orders.append(order), self.way, self.states.append)
        self.document = of_text(text, "brev.txt")
        self.presenter.open(1, self.document)

    @property
    def state(self) -> State:
        assert self.states[-1] is self.presenter.state
        return self.presenter.state

    def found(self) -> "Desk":
        number, document = self.orders[-1]
        self.presenter.hear(number, reviewed(document))
        return self

    def index(self, text: str) -> int:
        return next(index for index, remark in enumerate(self.state.remarks) if remark.text == text)


def test_a_document_is_looked_through_once() -> None:
    desk = Desk()
    assert "granskas" in about.measures(desk.state, Words("sv"))
    desk.found()
    assert [remark.text for remark in desk.state.remarks] == ["skall", "erhålla", "fattas", "Samtliga"]
    assert desk.state.chosen == 0
    desk.presenter.open(1, desk.document)
    assert len(desk.orders) == 1
    assert "LIX" in about.measures(desk.state, Words("sv"))


def test_a_wording_is_put_in_and_the_next_is_chosen() -> None:
    desk = Desk().found()
    desk.presenter.accept()
    assert desk.state.accepted == {0}
    assert desk.state.chosen == 1
    assert desk.state.text
    assert desk.state.text.paragraphs[0].text == "Du ska erhålla ett svar."
    assert desk.document.paragraphs[0].text == "Du skall erhålla ett svar."
    assert [change.number for change in desk.state.changes] == [1]
    assert "[−skall−][+ska+]" in about.changes(desk.state.changes, Words("sv"))
    assert desk.state.is_unsaved


def test_what_has_no_wording_cannot_be_put_in_but_left() -> None:
    desk = Desk().found()
    desk.presenter.choose(desk.index("fattas"))
    assert not desk.state.can_accept
    desk.presenter.accept()
    assert desk.state.accepted == frozenset()
    desk.presenter.leave()
    assert desk.state.left == {2}
    assert desk.state.chosen == 3
    assert about.line(2, desk.state, Words("sv")).startswith("– passiv: fattas")


def test_a_decision_can_be_taken_back_and_changed() -> None:
    desk = Desk().found()
    desk.presenter.accept()
    desk.presenter.choose(0)
    desk.presenter.leave()
    assert (desk.state.accepted, desk.state.left) == (frozenset(), frozenset({0}))
    desk.presenter.choose(0)
    desk.presenter.take_back()
    assert (desk.state.accepted, desk.state.left) == (frozenset(), frozenset())
    assert not desk.state.is_unsaved


def test_all_that_is_listed_and_sure_is_put_in_at_once_but_not_what_a_person_has_left() -> None:
    desk = Desk().found()
    desk.presenter.leave()
    desk.presenter.accept_all()
    assert desk.state.text
    assert [each.text for each in desk.state.text.paragraphs] == [
        "Du skall få ett svar.",
        "Beslutet fattas i dag.",
        "Alla är välkomna.",
    ]
    assert about.told(desk.state, Words("sv")) == "2 formuleringar sattes in."


def test_only_one_of_two_that_overlap_is_put_in() -> None:
    desk = Desk(
        "Vi har gjort en bedömning av samtliga. Avgiften skall i enlighet med 3 § betalas jämlikt lagen."
    ).found()
    words = [remark.text for remark in desk.state.remarks]
    assert "skall" in words
    twice = Desk("Det skall vara så.").found()
    twice.presenter.accept()
    remark = twice.state.remarks[0]
    assert twice.state.overlaps(0)
    twice.presenter.choose(0)
    twice.presenter.accept()
    assert twice.state.accepted == {0}
    assert remark.proposal == "ska"


def test_one_rule_can_be_listed() -> None:
    desk = Desk().found()
    desk.presenter.list_only(Rule.PASSIVE)
    assert desk.state.listed == (2,)
    assert desk.state.chosen == 2
    desk.presenter.accept_all()
    assert desk.state.accepted == frozenset()
    desk.presenter.list_only(None)
    assert len(desk.state.listed) == 4
    assert about.rules(desk.state, Words("sv"))[0] == (None, "Allt (4)")


def test_a_place_in_the_text_chooses_its_remark() -> None:
    desk = Desk().found()
    desk.presenter.choose_place(2, TEXT.splitlines()[1].index("fattas") + 2)
    assert desk.state.chosen == 2
    assert not desk.state.is_led
    desk.presenter.choose_place(2, 0)
    assert desk.state.chosen == 2


def test_a_text_is_saved_and_copied_as_it_has_become() -> None:
    desk = Desk().found()
    desk.presenter.accept()
    desk.presenter.copy()
    desk.presenter.save(Path("ny.docx"))
    assert desk.way.copied[0].startswith("Du ska erhålla")
    assert desk.way.written[0][1] == "ny.docx"
    assert not desk.state.is_unsaved
    assert not desk.presenter.is_unsaved
    desk.way.fails = True
    desk.presenter.accept()
    desk.presenter.save(Path("full.docx"))
    assert desk.presenter.is_unsaved
    assert "full" in about.told(desk.state, Words("sv"))


def test_each_document_keeps_its_own_until_it_leaves_the_list() -> None:
    desk = Desk().found()
    desk.presenter.accept()
    other = of_text("Man skall svara.", "annat.txt")
    desk.presenter.open(2, other)
    desk.found()
    assert desk.state.accepted == frozenset()
    desk.presenter.open(1, desk.document)
    assert desk.state.accepted == {0}
    desk.presenter.keep_only({2})
    assert desk.presenter.state == State()
    desk.presenter.hear(1, reviewed(desk.document))
    assert desk.presenter.state == State()


def test_what_cannot_be_looked_through_is_told() -> None:
    desk = Desk()
    desk.presenter.hear(1, Failed("settings", {"file": "rules.toml", "reason": "unreadable"}))
    assert "rules.toml" in about.measures(desk.state, Words("sv"))
    assert about.why(desk.state.remark, Words("sv")) == ""


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_remark_says_why_where_and_on_what_it_rests(language: str) -> None:
    desk, words = (
        Desk("# x\nVi gör en bedömning av det 3/5 2025 enl. LSS.\nSamtliga erhåller 13 § tillsvidare.").found(),
        Words(language),
    )
    for remark in desk.state.remarks:
        said = about.why(remark, words)
        assert "…" not in said.replace(remark.text, "")
        assert "¶" in said
        assert about.wording(remark, words)
    assert about.file_name(desk.state, words).startswith("brev – ")
