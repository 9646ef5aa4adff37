"""The help says what is so: the layers that took hold, and all that Kansli is made of."""

import contextlib
import importlib
import re

from assistant.worker.lockdown import Protection
from desktop.screens.help.libraries import PACKAGES, PARTS, libraries
from desktop.screens.help.presenter import TOPICS, Presenter, State
from desktop.screens.help.texts import TITLES
from tests.conftest import ROOT


def test_the_protection_is_looked_up_once_and_only_when_it_is_asked_for() -> None:
    looked: list[None] = []
    states: list[State] = []
    presenter = Presenter(lambda: looked.append(None), lambda: None, states.append, is_offline=True)
    presenter.choose("keys")
    assert not looked
    for _ in range(2):
        presenter.choose("protection")
    assert len(looked) == 1
    presenter.hear(Protection(limits=True))
    presenter.choose("protection")
    assert len(looked) == 1
    assert states[-1] == State("protection", Protection(limits=True), is_offline=True)


def test_the_example_is_wished_for() -> None:
    wished: list[None] = []
    Presenter(lambda: None, lambda: wished.append(None), lambda _state: None, is_offline=False).try_example()
    assert wished


def test_every_part_of_the_help_has_a_title() -> None:
    assert set(TITLES) == set(TOPICS)


def test_every_package_that_is_installed_with_kansli_is_named_with_its_licence() -> None:
    lock = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    assert set(re.findall(r"^([a-z0-9._-]+)==", lock, re.MULTILINE)) == set(PACKAGES)
    with contextlib.suppress(
        ModuleNotFoundError
    ):  # keyring brings it to older Pythons, and it answers otherwise than theirs
        importlib.import_module("importlib_metadata")

    listed = libraries()
    assert {each.name for each in listed} >= {*PARTS, "lxml", "pypdf", "PySide6_Essentials"}
    assert all(each.licence and "\n" not in each.licence for each in listed)
    assert all(each.version for each in listed if each.name not in PARTS)
