"""The thread that checks reworded statements."""

import queue
from collections.abc import Sequence

import pytest

from assistant.checks.check import Checker
from assistant.tasks.task import Block, BlockKind, Origin, Status
from desktop.checking import Checked, Checking, Order
from tests.desktop.screens.result.make import DOCUMENT, SUPPORTED

TRUE = Block(BlockKind.STATEMENT, "Nämnden godkände rapporten den 3 maj.", origin=Origin.HAND)
FALSE = Block(BlockKind.STATEMENT, "Den 9 juni köptes en helikopter.", sources=SUPPORTED.sources, origin=Origin.HAND)


class Heard:
    """What the thread says, waited for."""

    def __init__(self) -> None:
        self._found: queue.SimpleQueue[tuple[int, Sequence[Checked]]] = queue.SimpleQueue()
        self.checking = Checking(lambda number, found: self._found.put((number, found)))

    def of(self, *blocks: Block) -> Sequence[Checked]:
        self.checking.order(Order(3, (DOCUMENT,), "sv", blocks))
        number, found = self._found.get(timeout=60)
        assert number == 3
        return found


@pytest.fixture
def heard() -> Heard:
    return Heard()


def test_a_statement_is_supported_when_the_document_says_it_and_keeps_who_wrote_it(heard: Heard) -> None:
    true, false = heard.of(TRUE, FALSE)
    assert (true.before, true.after.status, true.after.origin) == (TRUE, Status.SUPPORTED, Origin.HAND)
    assert (false.after.status, false.after.sources) == (Status.UNSUPPORTED, ()), "its old sources do not count"
    assert {"date-not-in-source", "statement-unsupported"} <= {finding.code for finding in false.findings}
    heard.checking.close()


def test_a_fault_in_a_check_leaves_the_thread_at_work(heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object) -> None:
        raise KeyError

    with monkeypatch.context() as patched:
        patched.setattr(Checker, "again", fail)
        assert not heard.of(TRUE)
    assert heard.of(TRUE)[0].after.status is Status.SUPPORTED
    heard.checking.close()
