"""A letter from what is known to a file, without Qt: nothing is chosen, worded or let out without a person."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.engine.scripted import ScriptedEngine
from assistant.engine.session import Session
from assistant.errors import LetterNotReady, OutputError
from assistant.job import Job, carry_out
from assistant.letters.draft import Draft
from assistant.letters.kind import Kind
from assistant.letters.read import kinds
from assistant.review.review import of_text
from assistant.tasks.task import BlockKind, Origin, Status
from assistant.wording import Words
from assistant.worker.messages import Cancelled, Failed, Finished, Piece, Progress
from desktop.screens.writing import about
from desktop.screens.writing.presenter import Presenter
from desktop.screens.writing.state import Open, State

LETTER = of_text(
    "Från: Karin Ek\nDatum: 2026-03-02\nÄrende KTN-2026-00147\nHej! Kan min mamma ta med rollatorn på resan? Vad kostar en resa?\n"
    "Med vänlig hälsning\nKarin Ek",
    "fraga.txt",
)
SENDER = {"organisation": ("Regionen",), "sender_name": ("Nils Berg",)}
SAID = "Rollatorn får följa med på resan. En resa kostar 35 kronor."


@dataclass
class Jobs:
    """Holds the jobs until a test has them done."""

    held: dict[int, Job] = field(default_factory=dict)
    stopped: list[int] = field(default_factory=list)

    def order(self, job: Job) -> int:
        self.held[len(self.held) + 1] = job
        return len(self.held)

    def stop(self, number: int) -> None:
        self.stopped.append(number)


@dataclass
class Way:
    """Where a letter leaves the window."""

    written: list[tuple[Draft, str]] = field(default_factory=list)
    copied: list[Draft] = field(default_factory=list)
    fails: bool = False

    def write_letter(self, draft: Draft, path: Path) -> None:
        if self.fails:
            raise OutputError(name=path.name, reason="disk-full")
        if draft.is_open:
            raise LetterNotReady(fields="x", names="x")
        self.written.append((draft, path.name))

    def copy_letter(self, draft: Draft) -> None:
        self.copied.append(draft)


class Desk:
    """A presenter with a letter that came in, and a model that answers when it is asked."""

    def __init__(self) -> None:
        self.jobs, self.way, self.states = Jobs(), Way(), list[State]()

        def standing(kind: Kind) -> dict[str, tuple[str, ...]]:
            return {name: texts for name, texts in SENDER.items() if name in {each.name for each in kind.fields}}

        self.presenter = Presenter(kinds, standing, self.jobs, self.way, self.states.append)
        self.presenter.have((Open(1, LETTER),))
        self.presenter.open(1)

    @property
    def state(self) -> State:
        return self.presenter.state

    def text(self) -> str:
        return "\n".join(block.text for block in self.state.blocks)

    def index(self, words: str) -> int:
        return next(index for index, block in enumerate(self.state.blocks) if words in block.text)

    def ready(self) -> "Desk":
        self.presenter.say(SAID)
        self.presenter.take_in()
        self.presenter.correct("matter", ["resor med färdtjänst"])
        return self

    def done(self, *answers: str) -> None:
        """Have the newest job done by a model that answers so."""
        number = max(self.jobs.held)
        result = carry_out(self.jobs.held[number], Session(ScriptedEngine(list(answers))), lambda _event: None)
        self.presenter.hear(number, Finished(result))


def test_what_came_in_is_read_and_what_is_missing_is_visible() -> None:
    desk = Desk()
    assert desk.state.draft
    understood = desk.state.draft.understood
    assert understood.of("recipient").text == "Karin Ek"
    assert [each.text for each in understood.asked]
    assert "[UPPGIFT SAKNAS" in desk.text()
    hint = about.hint(understood.kind.field("recipient"), desk.state, Words("sv"))
    assert "fraga.txt, ¶" in hint
    missing = next(each for each in understood.missing)
    assert "Saknas" in about.hint(missing, desk.state, Words("sv"))


def test_the_users_words_count_when_they_are_taken_in() -> None:
    desk = Desk()
    desk.presenter.say(SAID)
    assert "35 kronor" not in desk.text()
    desk.presenter.take_in()
    assert "35 kronor" in desk.text()


def test_a_correction_counts_and_a_wrong_value_changes_nothing() -> None:
    desk = Desk()
    desk.presenter.correct("matter", ["resor med färdtjänst"])
    assert "resor med färdtjänst" in desk.text()
    before = desk.state.draft
    desk.presenter.correct("date", ["i går"])
    assert desk.state.draft is before
    assert "datum" in about.told(desk.state, Words("sv")).lower()
    desk.presenter.choose("tone", "formal")
    assert "resor med färdtjänst" in desk.text()


def test_a_missing_fact_stops_the_file_until_it_is_left_knowingly() -> None:
    desk = Desk().ready()
    assert desk.state.draft
    for missing in desk.state.draft.understood.stops:
        desk.presenter.leave_missing(missing.name, is_left=True)
    assert not desk.state.draft.understood.stops
    desk.presenter.save(Path("svar.docx"))
    assert [name for _, name in desk.way.written] == ["svar.docx"]
    assert not desk.state.is_unsaved
    other = Desk()
    other.presenter.save(Path("svar.docx"))
    assert other.way.written == []
    assert other.state.problem is not None


def test_the_model_words_part_by_part_and_each_wording_can_be_had_again() -> None:
    desk = Desk().ready()
    assert desk.state.can_write
    desk.presenter.write()
    assert desk.state.work
    part = desk.state.work.part
    desk.presenter.hear(1, Progress("writing", 1, 1, 0.5))
    desk.presenter.hear(1, Piece("Roll"))
    assert "50" in about.work(desk.state, Words("sv"))
    assert desk.state.work.text == "Roll"
    desk.done("Rollatorn får följa med på resan. En resa kostar 35 kronor.")
    assert desk.state.work is None
    first = desk.state.wordings[part][0]
    desk.presenter.choose_block(desk.index("Rollatorn"))
    assert desk.state.can_word_again
    desk.presenter.word_again()
    assert max(desk.jobs.held) == 2
    assert desk.jobs.held[2].letter
    assert desk.jobs.held[2].letter.attempt == 1
    desk.done("En resa kostar 35 kronor. Rollatorn får följa med på resan.")
    assert len(desk.state.wordings[part]) == 2
    desk.presenter.use_wording(part, 0)
    assert desk.state.draft
    assert next(each for each in desk.state.draft.written if each.part.name == part) == first


def test_a_person_chooses_the_outcome_before_a_word_is_written() -> None:
    desk = Desk()
    desk.presenter.choose("kind", "fardtjanst")
    desk.presenter.say("Hon kan gå 400 meter utan att vila.")
    desk.presenter.take_in()
    desk.presenter.write()
    assert desk.jobs.held == {}
    assert "Välj detta först" in about.told(desk.state, Words("sv"))
    desk.presenter.leave_missing("outcome", is_left=True)
    desk.presenter.write()
    assert desk.jobs.held == {}
    desk.presenter.correct("outcome", ["avslag"])
    desk.presenter.write()
    assert len(desk.jobs.held) == 1


@pytest.mark.parametrize("words", ["Ska ansökan beviljas?", "Rekommendera ett beslut i ärendet.", "Is she eligible?"])
def test_asked_for_an_outcome_the_letter_stays_as_it_was(words: str) -> None:
    desk = Desk().ready()
    before = desk.state.draft
    desk.presenter.say(words)
    desk.presenter.write()
    assert desk.jobs.held == {}
    assert desk.state.draft is before
    assert "eftersom en människa" in about.told(desk.state, Words("sv"))


def test_a_decision_letter_is_checked_for_what_the_law_asks() -> None:
    desk = Desk()
    desk.presenter.choose("kind", "beslut")
    codes = {each.code for each in desk.state.findings}
    assert "decision-no-circumstances" in codes
    desk.presenter.choose("kind", "svar")
    assert not any(each.code.startswith("decision-") for each in desk.state.findings)


def test_a_paragraph_written_anew_is_looked_up_and_decided_on_before_it_leaves() -> None:
    desk = Desk().ready()
    assert desk.state.draft
    for missing in desk.state.draft.understood.stops:
        desk.presenter.leave_missing(missing.name, is_left=True)
    desk.presenter.choose_block(desk.index("35 kronor"))
    desk.presenter.reword("Kungliga operan spelar Wagner i Malmö.")
    assert desk.state.block
    assert (desk.state.block.status, desk.state.block.origin) == (Status.UNSUPPORTED, Origin.HAND)
    desk.presenter.choose_block(0)
    desk.presenter.save(Path("svar.docx"))
    assert desk.way.written == []
    assert desk.state.chosen in desk.state.undecided
    assert "ta först ställning" in about.told(desk.state, Words("sv"))
    desk.presenter.keep()
    desk.presenter.save(Path("svar.docx"))
    assert len(desk.way.written) == 1
    desk.presenter.reword("")
    assert "Wagner" not in desk.text()


def test_a_change_by_the_model_is_proposed_and_put_in_only_where_the_words_still_stand() -> None:
    desk = Desk().ready()
    at = desk.index("35 kronor")
    desk.presenter.choose_block(at)
    old = desk.state.blocks[at].text
    desk.presenter.ask("shorter")
    desk.done("Resan kostar 35 kronor.")
    assert desk.state.proposal
    assert desk.state.blocks[at].text == old
    assert "[+" in about.proposal(desk.state.proposal, Words("sv"))
    desk.presenter.refuse()
    assert desk.state.blocks[at].text == old
    desk.presenter.ask("shorter")
    desk.done("Resan kostar 35 kronor.")
    desk.presenter.accept()
    assert desk.state.blocks[at].text == "Resan kostar 35 kronor."
    assert desk.state.blocks[at].origin is Origin.MODEL
    desk.presenter.ask("own", "")
    assert "mening" in about.told(desk.state, Words("sv"))


def test_a_letter_is_a_draft_until_a_named_person_has_marked_it() -> None:
    desk = Desk().ready()
    assert "utkast" in about.remaining(desk.state, Words("sv"))
    desk.presenter.review("Nils  Berg")
    assert desk.state.draft
    assert desk.state.draft.reviewed_by == "Nils Berg"
    desk.presenter.choose_block(desk.index("35 kronor"))
    desk.presenter.reword("En resa kostar 35 kronor för vuxna.")
    assert desk.state.draft.reviewed_by == ""


def test_a_translation_is_marked_and_the_original_can_be_had_back() -> None:
    desk = Desk().ready()
    before = desk.state.draft
    desk.presenter.translate()
    assert desk.state.draft
    assert desk.state.draft.translated == "sv"
    assert desk.state.work
    while desk.state.work:
        desk.done("The walker may come along on the trip.", "A trip costs 35 kronor.")
    assert {"letter-translated"} <= {each.code for each in desk.state.findings}
    desk.presenter.correct("matter", ["something else"])
    assert "something else" not in desk.text()
    desk.presenter.back_to_original()
    assert desk.state.draft is before
    assert desk.state.original is None


def test_questions_are_followed_up_and_can_be_dropped() -> None:
    desk = Desk()
    count = len(desk.state.draft.answers) if desk.state.draft else 0
    assert count == 2
    assert desk.state.draft
    said = about.asked(desk.state.draft.answers[0], desk.state, Words("sv"))
    assert "✗" in said
    desk.presenter.drop(0)
    assert len(desk.state.draft.answers) == 1
    desk.presenter.say(SAID)
    desk.presenter.take_in()
    assert len(desk.state.draft.answers) == 1
    assert desk.state.draft.answers[0].status != "unanswered"


def test_work_can_be_stopped_and_a_failure_is_told() -> None:
    desk = Desk().ready()
    desk.presenter.write()
    desk.presenter.stop()
    assert desk.jobs.stopped == [1]
    desk.presenter.hear(1, Cancelled())
    assert desk.state.work is None
    assert "Stoppat" in about.told(desk.state, Words("sv"))
    desk.presenter.write()
    desk.presenter.hear(2, Failed("model-missing", {"model": ""}))
    assert "språkmodell" in about.told(desk.state, Words("sv"))
    desk.presenter.hear(99, Cancelled())


def test_an_answer_to_a_document_that_is_gone_answers_nothing() -> None:
    desk = Desk()
    desk.presenter.have(())
    assert desk.state.wanted.source == 0
    assert desk.state.draft
    assert desk.state.draft.understood.documents == ()


def test_what_cannot_be_saved_is_told_and_a_copy_is_made() -> None:
    desk = Desk().ready()
    desk.way.fails = True
    desk.presenter.save(Path("svar.txt"))
    assert "svar" in about.told(desk.state, Words("sv"))
    assert desk.state.is_unsaved
    desk.presenter.copy()
    assert desk.way.copied == [desk.state.draft]
    assert about.file_name(desk.state, Words("sv")).endswith("Karin Ek")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_type_and_language_has_words_for_all_that_is_shown(language: str) -> None:
    desk, words = Desk(), Words(language)
    for kind in desk.state.kinds:
        desk.presenter.choose("kind", kind.id)
        for index, block in enumerate(desk.state.blocks):
            assert about.line(index, desk.state, words) or block.kind is BlockKind.HEADING
        for each in desk.state.findings:
            assert "…" not in words.finding(each).replace(str(each.facts.get("text", "")), "")
        for wanted in desk.state.fields:
            assert wanted.label[language]
            about.hint(wanted, desk.state, words)


def test_a_document_can_be_answered_in_another_language() -> None:
    desk = Desk().ready()
    desk.presenter.choose("language", "en")
    assert desk.state.draft
    assert desk.state.draft.understood.language == "en"
    assert "Yours sincerely" in desk.text()
