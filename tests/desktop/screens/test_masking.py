"""What the masking screen decides and says, without Qt."""

from pathlib import Path

from assistant.documents.document import Document, Paragraph
from assistant.errors import OutputError
from assistant.identifiers.found import Kind
from assistant.identifiers.mask import Mask, masks
from assistant.wording import Words
from assistant.worker.messages import Failed
from desktop.screens.masking import about
from desktop.screens.masking.presenter import Presenter, State

EN = Words("en")
DOCUMENT = Document(
    "brev.txt",
    "txt",
    (
        Paragraph(1, "Anna Ek, 811218-9876, anna.ek@exempel.se"),
        Paragraph(2, "Dnr KS-2024-00012. Hon har diagnosen demens. Ring Anna Ek."),
    ),
)


class Desk:
    """Looks when it is told to, and keeps what is written."""

    def __init__(self) -> None:
        self.presenter = Presenter(self, lambda _state: None)
        self.looks: list[tuple[int, Document, tuple[str, ...]]] = []
        self.written: list[tuple[tuple[str, ...], Path]] = []
        self.problem: OutputError | None = None

    def look(self, order: int, document: Document, also: tuple[str, ...]) -> None:
        self.looks.append((order, document, also))

    def found(self) -> None:
        order, document, also = self.looks[-1]
        self.presenter.hear(order, masks(document, tuple(Kind), also))

    def write(self, document: Document, chosen: tuple[Mask, ...], path: Path) -> None:
        assert document is DOCUMENT
        if self.problem:
            raise self.problem
        self.written.append((tuple(mask.find.text for mask in chosen), path))

    def number(self, text: str) -> int:
        return next(mask.number for mask in self.presenter.state.masks if mask.find.text == text)

    def masked(self) -> set[str]:
        return {mask.find.text for mask in self.presenter.state.masked}


def opened() -> Desk:
    desk = Desk()
    desk.presenter.open(DOCUMENT)
    assert desk.presenter.state.is_looking
    assert not desk.presenter.state.can_save
    desk.found()
    return desk


def test_what_points_out_a_person_is_masked_and_the_rest_is_told() -> None:
    desk = opened()
    assert desk.masked() == {"811218-9876", "anna.ek@exempel.se"}
    kinds = {mask.find.span.kind for mask in desk.presenter.state.masks}
    assert {Kind.CASE_NUMBER, Kind.SIGNAL} <= kinds
    assert "2 masked" in about.summary(desk.presenter.state, EN)
    signal = next(mask for mask in desk.presenter.state.masks if mask.find.span.kind is Kind.SIGNAL)
    assert "possible secrecy, to be tried" in about.line(signal, EN)
    assert about.reason(State(masks=(signal,), chosen=signal.number), EN)


def test_every_mask_can_be_undone_and_everything_masked() -> None:
    desk = opened()
    desk.presenter.switch(desk.number("811218-9876"))
    assert desk.masked() == {"anna.ek@exempel.se"}
    desk.presenter.switch(desk.number("811218-9876"))
    desk.presenter.switch(desk.number("KS-2024-00012"))
    assert desk.masked() == {"811218-9876", "anna.ek@exempel.se", "KS-2024-00012"}
    desk.presenter.switch(999)


def test_words_of_the_users_own_are_masked_wherever_they_stand_and_what_was_chosen_stays() -> None:
    desk = opened()
    desk.presenter.switch(desk.number("811218-9876"))
    desk.presenter.mask_also("  Anna   Ek ")
    desk.presenter.mask_also("Anna Ek")
    desk.presenter.mask_also(" ")
    assert len(desk.looks) == 2
    desk.found()
    assert desk.masked() == {"anna.ek@exempel.se", "Anna Ek"}
    assert sum(mask.find.text == "Anna Ek" for mask in desk.presenter.state.masked) == 2


def test_all_of_a_kind_at_once() -> None:
    desk = opened()
    desk.presenter.choose(next(m.number for m in desk.presenter.state.masks if m.find.span.kind is Kind.SIGNAL))
    before = desk.masked()
    desk.presenter.switch_kind()
    signals = {mask.find.text for mask in desk.presenter.state.masks if mask.find.span.kind is Kind.SIGNAL}
    assert desk.masked() == before | signals
    desk.presenter.switch_kind()
    assert desk.masked() == before


def test_the_copy_is_without_what_is_masked_now() -> None:
    desk = opened()
    desk.presenter.switch(desk.number("anna.ek@exempel.se"))
    desk.presenter.save(Path("kopia.docx"))
    assert desk.written == [(("811218-9876",), Path("kopia.docx"))]
    assert "kopia.docx" in about.outcome(desk.presenter.state, EN)
    desk.presenter.switch(desk.number("anna.ek@exempel.se"))
    assert about.outcome(desk.presenter.state, EN) == "", "that copy is not this one"


def test_a_copy_that_would_still_hold_the_words_is_told() -> None:
    desk = opened()
    desk.problem = OutputError(name="kopia.docx", reason="mask-left")
    desk.presenter.save(Path("kopia.docx"))
    assert "Mask the rest of them too" in about.outcome(desk.presenter.state, EN)


def test_what_it_has_fixed_is_masked_whatever_the_user_does() -> None:
    desk = Desk()
    desk.presenter = Presenter(desk, lambda _state: None, (Kind.PERSONAL_NUMBER, Kind.CASE_NUMBER))
    desk.presenter.open(DOCUMENT)
    desk.found()
    fixed = {"811218-9876", "KS-2024-00012"}
    assert fixed <= desk.masked()
    for text in fixed:
        desk.presenter.switch(desk.number(text))
        desk.presenter.choose(desk.number(text))
        desk.presenter.switch_kind()
    assert fixed <= desk.masked()
    assert "IT has decided" in about.reason(desk.presenter.state, EN)


def test_what_comes_late_is_of_another_document() -> None:
    desk = opened()
    late = desk.looks[-1][0]
    desk.presenter.open(Document("annat.txt", "txt", (Paragraph(1, "Hej."),)))
    desk.presenter.hear(late, masks(DOCUMENT))
    assert desk.presenter.state.is_looking
    desk.presenter.hear(desk.looks[-1][0], Failed("settings", {"file": "x", "reason": "patterns"}))
    assert desk.presenter.state.problem
    assert desk.presenter.state.masks == ()


def test_the_same_document_is_shown_as_it_was_left() -> None:
    desk = opened()
    desk.presenter.switch(desk.number("811218-9876"))
    desk.presenter.open(DOCUMENT)
    assert desk.masked() == {"anna.ek@exempel.se"}
    assert len(desk.looks) == 1
