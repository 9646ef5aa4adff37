"""What the frame decides, without Qt."""

from desktop.frame import Presenter, State, Told


class Shown:
    """A frame whose work is under way or not, as the test says, and all that it has shown."""

    def __init__(self, *, is_busy: bool = False) -> None:
        self.states: list[State] = []
        self.is_busy = is_busy
        self.presenter = Presenter("documents", lambda: self.is_busy, self.states.append)


def test_the_way_leads_to_another_screen() -> None:
    shown = Shown()
    shown.presenter.go("settings")
    assert [state.place for state in shown.states] == ["settings"]


def test_what_is_told_stays_until_it_has_been_read_and_is_told_once() -> None:
    shown = Shown()
    told = Told("settings-aside", {"file": "a"})
    shown.presenter.tell(told)
    shown.presenter.tell(Told("settings-aside", {"file": "a"}))
    assert shown.states[-1].notices == (told,)
    assert len(shown.states) == 1
    shown.presenter.dismiss()
    assert not shown.states[-1].notices


def test_an_idle_window_closes_without_a_question() -> None:
    shown = Shown()
    shown.presenter.leave()
    assert shown.states == [State("documents", is_closing=True)]


def test_work_under_way_is_asked_about_and_goes_on_when_the_answer_is_no() -> None:
    shown = Shown(is_busy=True)
    shown.presenter.leave()
    assert (shown.states[-1].question, shown.states[-1].is_closing) == ("close", False)
    shown.presenter.answer(is_yes=False)
    assert (shown.states[-1].question, shown.states[-1].is_closing) == ("", False)
    shown.presenter.leave()
    shown.presenter.answer(is_yes=True)
    assert shown.states[-1].is_closing


def test_a_step_is_shown_once() -> None:
    shown = Shown()
    shown.presenter.guide("start")
    shown.presenter.guide("start")
    assert [state.step for state in shown.states] == ["start"]
