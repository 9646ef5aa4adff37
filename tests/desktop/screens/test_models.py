"""What the models screen decides and says, without Qt."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.engine.catalogue import Hub, Model
from assistant.errors import AssistantError, SettingsError
from assistant.offers import Fit, Offer
from assistant.speed import Speed
from assistant.wording import Words
from assistant.worker.messages import Cancelled, Failed
from desktop.screens.models import about
from desktop.screens.models.presenter import Presenter, Rules, State
from desktop.storing import Done, Order, Share


def offer(name: str, *, is_here: bool = False, is_own: bool = True, role: str = "larger", begun: int = 0) -> Offer:
    model = Model(name, name.title(), role, f"{name}.gguf", 2_000, "ab", "MIT", "chatml", ("sv", "en"), 8_192, 100, "Some", None, Hub("o/n", "r"))  # fmt: skip
    path = Path(f"{name}.gguf") if is_here else None
    return Offer(
        model, path, is_here and is_own, begun, 1 << 30, Fit.NOW, has_room=True, speed=Speed(90, is_measured=False)
    )


class Shelf:
    """A store of two models, and what was ordered and told."""

    def __init__(self, *offers: Offer, in_use: str = "", rules: Rules | None = None) -> None:
        self.offers: tuple[Offer, ...] = offers or (offer("usual", role="default"), offer("big"))
        self.in_use = in_use
        self.problem: AssistantError | None = None
        self.orders: list[Order] = []
        self.stops: list[str] = []
        self.used: list[str] = []
        self.left = 0
        self.now = 0.0
        self.presenter = Presenter(
            self.look, self, self.use, self.leave, lambda _state: None, rules=rules or Rules(), clock=lambda: self.now
        )
        self.presenter.refresh()

    @property
    def state(self) -> State:
        return self.presenter.state

    def look(self) -> tuple[tuple[Offer, ...], str]:
        if self.problem:
            raise self.problem
        return self.offers, self.in_use

    def have(self, name: str) -> None:
        self.offers = tuple(offer(each.model.id, is_here=each.is_here or each.model.id == name) for each in self.offers)

    def use(self, name: str) -> None:
        self.used.append(name)
        self.in_use = name

    def leave(self) -> None:
        self.left += 1

    def begin(self, order: Order) -> None:
        self.orders.append(order)

    def stop(self) -> None:
        self.stops.append("stop")


NETWORK = Rules(has_network=True)


def test_the_model_that_answers_is_the_chosen_one_at_first() -> None:
    shelf = Shelf(offer("usual"), offer("big", is_here=True), in_use="big")
    assert shelf.state.chosen == "big"
    shelf.presenter.choose("usual")
    shelf.presenter.refresh()
    assert shelf.state.chosen == "usual", "what the user has chosen stays"


def test_where_there_is_no_network_fetching_is_asked_about_and_left_to_the_other_program() -> None:
    shelf = Shelf()
    shelf.presenter.fetch()
    assert not shelf.orders
    assert shelf.presenter.state.question == Order("fetch", "usual")
    shelf.presenter.answer(is_yes=False)
    assert shelf.presenter.state.question is None
    assert not shelf.left
    shelf.presenter.fetch()
    shelf.presenter.answer(is_yes=True)
    assert (shelf.left, shelf.orders) == (1, [])


def test_where_there_is_one_a_model_is_fetched_at_once_and_then_used() -> None:
    shelf = Shelf(in_use="other", rules=NETWORK)
    shelf.presenter.choose("big")
    shelf.presenter.fetch()
    assert shelf.orders == [Order("fetch", "big")]
    assert not shelf.state.can_import, "one thing at a time"
    shelf.presenter.fetch()
    assert len(shelf.orders) == 1
    shelf.have("big")
    shelf.presenter.hear(Done("big"))
    assert shelf.used == ["big"]
    assert (shelf.state.work, shelf.state.done, shelf.state.in_use) == (None, Order("fetch", "big"), "big")


def test_what_it_has_forbidden_is_not_fetched_but_may_be_copied_and_imported() -> None:
    shelf = Shelf(rules=Rules(has_network=True, may_fetch=False))
    shelf.presenter.fetch()
    assert (shelf.orders, shelf.state.question) == ([], None)
    shelf.presenter.copy(Path("/share"))
    assert shelf.orders == [Order("copy", "usual", Path("/share"))]


def test_the_time_left_is_told_once_it_is_more_than_a_guess_and_anew_for_each_step() -> None:
    shelf = Shelf(rules=NETWORK)
    shelf.presenter.fetch()
    assert shelf.state.work is not None
    assert shelf.state.work.share == 0.0

    def left() -> float | None:
        assert shelf.state.work is not None
        return shelf.state.work.seconds_left

    shelf.presenter.hear(Share(500, 2_000, "fetching"))
    assert left() is None, "a fetch that goes on from before has not come so far in no time"
    shelf.now = 1.0
    shelf.presenter.hear(Share(600, 2_000, "fetching"))
    assert left() is None
    shelf.now = 5.0
    shelf.presenter.hear(Share(1_000, 2_000, "fetching"))
    assert left() == 10.0
    shelf.presenter.hear(Share(1, 2_000, "copying"))
    assert left() is None


def test_a_stop_is_passed_on_and_shown_until_it_has_taken_hold() -> None:
    shelf = Shelf(rules=NETWORK)
    shelf.presenter.stop()
    assert not shelf.stops
    shelf.presenter.fetch()
    shelf.presenter.stop()
    assert shelf.stops
    assert about.progress(shelf.state, Words("en")) == "Stopping"
    shelf.presenter.hear(Cancelled())
    assert shelf.state.work is None
    assert not about.outcome(shelf.state, Words("en")), "who stops something needs not be told so"


def test_a_failure_is_told_in_one_sentence_and_gone_when_something_else_is_done() -> None:
    shelf = Shelf(rules=NETWORK)
    shelf.presenter.fetch()
    shelf.presenter.hear(Failed("model-fetch-failed", {"model": "usual", "reason": "disk-full"}))
    assert "room on the disk" in about.outcome(shelf.state, Words("en"))
    shelf.presenter.choose("big")
    assert not about.outcome(shelf.state, Words("en"))


def test_another_model_is_made_the_one_that_answers_unless_it_has_decided() -> None:
    two = (offer("usual", is_here=True), offer("big", is_here=True))
    shelf = Shelf(*two, in_use="usual")
    assert not shelf.state.can_use
    shelf.presenter.choose("big")
    shelf.presenter.use()
    assert (shelf.used, shelf.state.in_use, shelf.state.done) == (["big"], "big", Order("use", "big"))
    fixed = Shelf(*two, in_use="usual", rules=Rules(is_fixed=True))
    fixed.presenter.choose("big")
    fixed.presenter.use()
    assert not fixed.used


def test_an_import_is_asked_about_and_is_used_only_where_nothing_else_answers() -> None:
    shelf = Shelf(in_use="")
    shelf.presenter.bring(Path("/x/own.gguf"))
    assert not shelf.orders
    assert shelf.state.question == Order("import", "own.gguf", Path("/x/own.gguf"))
    shelf.presenter.answer(is_yes=True)
    assert shelf.orders == [Order("import", "own.gguf", Path("/x/own.gguf"))]
    shelf.offers = (*shelf.offers, offer("own-1234", is_here=True, role="imported"))
    shelf.presenter.hear(Done("own-1234"))
    assert shelf.used == ["own-1234"]
    assert shelf.state.chosen == "own-1234"
    shelf.presenter.bring(Path("/x/more.gguf"))
    shelf.presenter.answer(is_yes=True)
    shelf.presenter.hear(Done("own-1234"))
    assert shelf.used == ["own-1234"]


def test_a_removal_is_asked_about_and_what_answered_is_no_longer_asked_for() -> None:
    shelf = Shelf(offer("usual", is_here=True), offer("big", is_here=True), in_use="usual")
    shelf.presenter.remove()
    assert shelf.state.question == Order("remove", "usual")
    shelf.presenter.answer(is_yes=True)
    shelf.offers = (offer("usual"), offer("big", is_here=True))
    shelf.presenter.hear(Done("usual"))
    assert shelf.used == [""]
    assert "has been removed" in about.outcome(shelf.state, Words("en"))


def test_what_lies_in_its_folder_is_not_the_users_to_remove_but_what_was_begun_is() -> None:
    shelf = Shelf(offer("usual", is_here=True, is_own=False), offer("big", begun=7))
    assert not shelf.state.can_remove
    shelf.presenter.choose("big")
    assert shelf.state.can_remove


def test_a_check_that_is_passed_is_told() -> None:
    shelf = Shelf(offer("usual", is_here=True), in_use="usual")
    shelf.presenter.verify()
    shelf.presenter.hear(Done("usual"))
    assert about.outcome(shelf.state, Words("sv")) == "Filen för Usual är oförändrad."
    assert not shelf.used, "nothing has changed"


def test_models_that_cannot_be_told_are_no_crash() -> None:
    shelf = Shelf()
    shelf.problem = SettingsError(file="imported.json", reason="unreadable")
    shelf.presenter.refresh()
    assert not shelf.state.offers
    assert "imported.json" in about.outcome(shelf.state, Words("en"))
    assert not any((shelf.state.can_fetch, shelf.state.can_use, shelf.state.can_verify, shelf.state.can_remove))


def test_what_is_heard_when_nothing_is_under_way_changes_nothing() -> None:
    shelf = Shelf()
    before = shelf.state
    shelf.presenter.hear(Share(1, 2, "fetching"))
    assert shelf.state == before


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (offer("usual", is_here=True), "✓ answers now"),
        (offer("big", is_here=True), "installed"),
        (offer("big", is_here=True, is_own=False), "provided by IT"),
        (offer("big"), "not installed"),
        (offer("big", begun=500), "fetched to 25 %"),
        (replace(offer("big"), fit=Fit.NEVER), "does not fit in this computer's memory"),
        (replace(offer("big"), has_room=False), "there is not room on the disk"),
    ],
)
def test_the_list_tells_how_it_stands_with_each(made: Offer, said: str) -> None:
    assert about.standing(made, State(in_use="usual"), Words("en")) == said


def test_sizes_memory_and_speed_are_told_as_people_say_them() -> None:
    sv, made = Words("sv"), replace(offer("big"), needs=1_717_986_918)
    assert about.file_size(1_117_320_768, sv) == "1,1 GB"
    assert about.file_size(491_400_064, sv) == "491 MB"
    assert about.needs(made, sv) == "1,6 GB"
    assert about.languages(made, sv) == "Svenska, engelska"
    assert about.languages(made, Words("en")) == "Swedish, English"
    assert about.pace(made, sv).endswith("(uppskattat)")
    assert about.pace(replace(made, speed=Speed(90, is_measured=True)), sv).endswith("(uppmätt på den här datorn)")


def test_an_imported_model_of_which_little_is_known_is_told_honestly() -> None:
    made = offer("own", role="imported")
    stranger = replace(made, model=replace(made.model, languages=(), maker="", licence=""))
    told = dict(about.facts(stranger, Words("en")))
    assert (told["Languages"], told["Made by"], told["Licence"]) == ("not known", "not known", "not known")
    assert "No one else has vouched for it" in about.role(stranger, Words("en"))
