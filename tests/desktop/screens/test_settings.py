"""A choice is kept and takes effect; what IT has fixed does neither."""

import pytest

from assistant.errors import OutputError
from assistant.policy import Policy
from assistant.settings import FIELDS, Settings
from desktop.screens.settings.presenter import Presenter, State
from desktop.screens.settings.view import GROUPS, VALUES


class Screen:
    """A settings screen that remembers what it has kept, changed and shown."""

    def __init__(self, own: Settings | None = None, policy: Policy | None = None, *, is_full: bool = False) -> None:
        self.kept: list[Settings] = []
        self.changed: list[tuple[Settings, Settings]] = []
        self.states: list[State] = []
        self.is_full = is_full
        self.presenter = Presenter(
            own or Settings(),
            policy or Policy(),
            self.keep,
            lambda before, now: self.changed.append((before, now)),
            self.states.append,
        )

    def keep(self, settings: Settings) -> None:
        if self.is_full:
            raise OutputError(name="settings.json", reason="disk-full")
        self.kept.append(settings)


def test_a_choice_is_kept_and_takes_effect() -> None:
    screen = Screen()
    screen.presenter.choose("look", "dark")
    assert screen.kept == [Settings(look="dark")]
    assert screen.changed == [(Settings(), Settings(look="dark"))]
    assert screen.states[-1].settings == Settings(look="dark")


def test_what_is_chosen_already_changes_nothing() -> None:
    screen = Screen()
    screen.presenter.choose("text_size", 100)
    assert not screen.kept
    assert not screen.changed


def test_what_is_fixed_cannot_be_chosen_and_is_never_kept_as_the_users_own() -> None:
    screen = Screen(
        Settings(language="en"), Policy("/etc/kansli/policy.json", {"language": "sv", "allow_fetch": False})
    )
    assert screen.presenter.state.settings.language == "sv"
    assert screen.presenter.state.fixed == {"language"}
    assert screen.presenter.state.policy.place("language") == "/etc/kansli/policy.json"
    screen.presenter.choose("language", "en")
    assert not screen.kept
    screen.presenter.choose("threads", 2)
    assert screen.kept == [Settings(language="en", threads=2)]
    assert screen.states[-1].settings == Settings(language="sv", threads=2)


def test_what_cannot_be_kept_counts_all_the_same_and_is_told() -> None:
    screen = Screen(is_full=True)
    screen.presenter.choose("look", "dark")
    assert screen.changed
    assert screen.states[-1].problem is not None
    screen.is_full = False
    screen.presenter.choose("look", "light")
    assert screen.states[-1].problem is None


@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_has_a_place_and_words(name: str) -> None:
    assert sum(name in rows for rows in GROUPS.values()) == 1
    allowed = FIELDS[name].metadata["allowed"]
    if isinstance(allowed, tuple) and FIELDS[name].type is str:
        assert tuple(VALUES[name]) == allowed
