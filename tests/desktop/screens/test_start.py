"""What the first start decides and says, without Qt."""

from dataclasses import replace

from assistant.machine import Machine
from assistant.offers import Fit, Offer
from assistant.wording import Words
from assistant.worker.lockdown import Protection
from assistant.worker.messages import Cancelled
from desktop.screens.start import about
from desktop.screens.start.presenter import Presenter
from desktop.storing import Done
from tests.desktop.screens.test_models import NETWORK, Shelf, offer

GB = 1 << 30
HERE = Machine(memory=8 * GB, memory_free=4 * GB, disk_free=100 * 10**9, cores=4, threads=4)
ALL = Protection(limits=True, no_dump=True, files=7, calls=True, network=True, threads=1)


class First:
    """A first start over a shelf of models."""

    def __init__(self, *offers: Offer, in_use: str = "", machine: Machine = HERE) -> None:
        self.machine = machine
        self.without = 0
        self.left = 0
        self.shelf = Shelf(*offers, in_use=in_use, rules=NETWORK)
        self.presenter = Presenter(
            lambda: self.machine, self.shelf.presenter, self.do_without, self.leave, lambda _state: None
        )
        self.shelf.presenter._show = self.presenter.hear_models

    def do_without(self) -> None:
        self.without += 1

    def leave(self) -> None:
        self.left += 1


def test_the_recommended_model_is_chosen_and_can_be_fetched_at_once() -> None:
    first = First(offer("big"), offer("usual", role="default"))
    assert first.presenter.state.is_first
    assert first.presenter.state.models.chosen == "usual"
    assert first.presenter.state.models.can_fetch
    first.presenter.go_on()
    assert not first.left, "there is no model to go on with"


def test_when_the_model_has_come_the_way_is_open() -> None:
    first = First()
    first.presenter.models.fetch()
    first.presenter.go_without()
    assert not first.left, "not while it is being fetched"
    first.shelf.have("usual")
    first.presenter.models.hear(Done("usual"))
    assert first.presenter.state.can_go_on
    assert first.presenter.state.is_first, "the page stays the one it was"
    first.presenter.go_on()
    assert (first.left, first.without) == (1, 0)


def test_who_goes_on_without_a_model_is_not_asked_again() -> None:
    first = First()
    first.presenter.models.fetch()
    first.presenter.models.hear(Cancelled())
    first.presenter.go_without()
    assert (first.left, first.without) == (1, 1)


def test_who_comes_for_another_model_sees_the_one_that_answers() -> None:
    first = First(offer("usual", is_here=True), offer("big"), in_use="usual")
    assert not first.presenter.state.is_first
    assert first.presenter.state.models.chosen == "usual"
    assert first.presenter.state.can_go_on
    assert about.title(first.presenter.state, Words("en")) == "Fetch a language model"


def test_where_no_model_fits_what_is_missing_is_told_in_figures_with_the_way_out() -> None:
    small = replace(offer("small"), needs=2 * GB, fit=Fit.NEVER)
    large = replace(offer("large"), needs=9 * GB, fit=Fit.NEVER)
    first = First(large, small, machine=replace(HERE, memory=GB, disk_free=5 * 10**9))
    said = about.none_fits(first.presenter.state, Words("en"))
    assert "The smallest, Small, needs 2 GB of memory and 0 MB on the disk." in said
    assert "This computer has 1 GB of memory, and 5 GB free on the disk." in said
    assert "tables of formal minutes" in said
    assert first.presenter.state.can_go_without
    assert not about.none_fits(First().presenter.state, Words("en"))


def test_other_programs_that_have_been_closed_meanwhile_are_seen() -> None:
    first = First()
    first.presenter.hear_protection(ALL)
    first.machine = replace(HERE, memory_free=7 * GB)
    first.presenter.refresh()
    assert first.presenter.state.machine.memory_free == 7 * GB
    assert first.presenter.state.machine.protection == ALL, "what has been tried is not forgotten"
    first.presenter.models.fetch()
    first.machine = HERE
    first.presenter.refresh()
    assert first.presenter.state.machine.memory_free == 7 * GB, "not while it is being fetched"


def test_the_computer_is_told_in_words() -> None:
    told = dict(about.machine(HERE, Words("en")))
    assert told["Memory"] == "8 GB, of which 4 GB is free"
    assert told["Room on the disk"] == "100 GB"
    assert told["Processor"] == "4 cores"
    assert told["Protection"] == "being tried…"
    unknown = dict(about.machine(Machine(None, None, None, 1, 1), Words("en")))
    assert (unknown["Memory"], unknown["Room on the disk"], unknown["Processor"]) == (
        "not known",
        "not known",
        "1 core",
    )


def test_a_layer_that_does_not_hold_is_named() -> None:
    assert about.protection(replace(HERE, protection=ALL), Words("en")) == "✓ All 5 layers of protection hold."
    said = about.protection(replace(HERE, protection=replace(ALL, network=False)), Words("sv"))
    assert said.startswith("✗ Gäller inte här: inget nätverk")


def test_an_offer_tells_what_there_is_to_know_before_it_is_chosen() -> None:
    first = First(offer("usual", role="default"), replace(offer("huge"), fit=Fit.NEVER))
    usual = about.offer_line(first.presenter.state, 0, Words("en"))
    for part in ("Writes Swedish", "Swedish, English", "0 MB to fetch", "memory: 1 GB", "(estimated)", "licence: MIT"):
        assert part in usual
    assert "does not fit in this computer's memory" in about.offer_line(first.presenter.state, 1, Words("en"))
