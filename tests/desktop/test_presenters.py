"""What the screens decide, without Qt."""

from pathlib import Path

from assistant.documents.document import Document, Paragraph
from assistant.job import Job, Options, Sight
from assistant.worker.messages import Again, Cancelled, Failed, Piece, Progress, ReadAhead
from desktop.reading import Opened
from desktop.screens.work.presenter import Presenter as WorkPresenter

DOCUMENT = Document("a.txt", "txt", (Paragraph(1, "Ett."), Paragraph(2, "Två.")))
OPENED = Opened(DOCUMENT, Sight("sv", is_formal=False))


class Ordered:
    """Remembers what was ordered and stopped."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.ahead: list[Job] = []
        self.stopped: list[int] = []

    def order(self, job: Job) -> int:
        self.jobs.append(job)
        return len(self.jobs)

    def read_ahead(self, job: Job) -> int:
        self.ahead.append(job)
        return -len(self.ahead)

    def stop(self, number: int) -> None:
        self.stopped.append(number)


def work(orders: Ordered, now: list[float]) -> WorkPresenter:
    made = WorkPresenter(
        lambda _number, _path: None, orders, lambda cost: cost / 100, lambda _state: None, lambda: now[0]
    )
    made.add([Path("a.txt"), Path("b.txt")])
    return made


def test_only_a_document_that_was_read_can_be_summarised() -> None:
    orders = Ordered()
    presenter = work(orders, [0.0])
    presenter.start()
    assert not orders.jobs
    presenter.hear_document(1, OPENED)
    assert presenter.state.can_start
    presenter.start()
    assert orders.jobs[0].document == DOCUMENT
    presenter.start()
    assert len(orders.jobs) == 1, "one that is ordered is not ordered again"


def test_a_document_that_cannot_be_read_is_told() -> None:
    presenter = work(Ordered(), [0.0])
    presenter.hear_document(1, Failed("document-empty", {"name": "a.txt"}))
    assert presenter.state.row is not None
    assert presenter.state.row.problem == Failed("document-empty", {"name": "a.txt"})
    assert not presenter.state.can_start


def test_progress_text_and_time_left_follow_the_job_and_go_with_it() -> None:
    now, orders = [0.0], Ordered()
    presenter = work(orders, now)
    presenter.hear_document(1, OPENED)
    presenter.start()
    presenter.hear(1, Progress("reading", 1, 2, 0.0))
    now[0] = 10.0
    presenter.hear(1, Progress("writing", 1, 2, 0.25))
    presenter.hear(1, Piece("Hej"))
    row = presenter.state.row
    assert row is not None
    assert (row.seconds_left, row.text) == (30.0, "Hej")
    presenter.hear(1, Again(2))
    assert presenter.state.row is not None
    assert presenter.state.row.text == "", "what a child that died had written does not count"
    presenter.stop()
    assert orders.stopped == [1]
    presenter.hear(1, Cancelled())
    assert presenter.state.row is not None
    assert presenter.state.row.progress is None
    assert presenter.state.can_start


def test_the_chosen_document_is_read_ahead_once_and_only_while_nothing_else_is_to_be_done() -> None:
    orders = Ordered()
    presenter = work(orders, [0.0])
    presenter.hear_document(1, OPENED)
    assert [job.document for job in orders.ahead] == [DOCUMENT]
    presenter.choose(1)
    assert len(orders.ahead) == 1, "what is being read ahead is not read ahead again"
    presenter.hear(-1, Progress("reading", 1, 1, 0.5))
    assert presenter.state.row is not None
    assert presenter.state.row.ahead == 0.5
    presenter.hear(-1, ReadAhead())
    presenter.start()
    presenter.hear_document(2, OPENED)
    presenter.choose(2)
    assert len(orders.ahead) == 1, "a job comes first"
    presenter.hear(1, Failed("model-missing", {"model": "x"}))
    assert len(orders.ahead) == 2, "and then the one that is chosen"


def test_nothing_is_read_ahead_when_that_is_switched_off_or_no_model_is_needed() -> None:
    orders = Ordered()
    presenter = work(orders, [0.0])
    presenter.want(Options(kind="extract"))
    presenter.hear_document(1, OPENED)
    assert not orders.ahead
    presenter.reads_ahead = False
    presenter.want(Options())
    assert not orders.ahead


def test_another_model_has_the_document_read_ahead_anew_and_the_wish_can_be_taken_back() -> None:
    orders = Ordered()
    presenter = work(orders, [0.0])
    presenter.hear_document(1, OPENED)
    presenter.hear(-1, ReadAhead())
    presenter.reconsider(reads_ahead=True)
    assert orders.stopped == [-1]
    assert len(orders.ahead) == 2, "what the model before has read is not in this one"
    presenter.reconsider(reads_ahead=False)
    assert orders.stopped == [-1, -2]
    presenter.hear(-2, Progress("reading", 1, 1, 0.5))
    assert presenter.state.row is not None
    assert presenter.state.row.ahead is None
    presenter.choose(1)
    assert len(orders.ahead) == 2


def test_what_is_to_come_is_told_before_it_is_begun() -> None:
    presenter = work(Ordered(), [0.0])
    presenter.hear_document(1, OPENED)
    assert presenter.state.outlook is not None
    assert presenter.state.outlook.parts == 1
    assert presenter.state.seconds == presenter.state.outlook.cost / 100


def test_a_document_taken_out_of_the_list_is_stopped_and_its_neighbour_is_chosen() -> None:
    orders = Ordered()
    presenter = work(orders, [0.0])
    presenter.hear_document(1, OPENED)
    presenter.start()
    presenter.remove()
    assert orders.stopped == [1]
    assert [row.number for row in presenter.state.rows] == [2]
    assert presenter.state.chosen == 2
    presenter.hear(1, Cancelled())
    presenter.remove()
    assert presenter.state.chosen == 0
