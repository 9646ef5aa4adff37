"""The check of what is in the bundle finds what nobody allowed, and entries that allow nothing."""

from pathlib import Path

import pytest

from scripts import contents
from scripts.contents import Allowed, against, allowed, matches


@pytest.mark.parametrize(
    ("path", "pattern", "is_match"),
    [
        ("kansli", "kansli", True),
        ("kansli/x", "kansli", False),
        ("a/b.so", "a/*.so", True),
        ("a/b/c.so", "a/*.so", False),
        ("a/b/c.so", "a/**", True),
        ("a/b/c.so", "a/**/c.so", True),
        ("a/c.so", "a/**/c.so", True),
        ("b/c.so", "a/**", False),
    ],
)
def test_a_star_stays_in_one_folder_and_two_do_not(path: str, pattern: str, is_match: bool) -> None:  # noqa: FBT001 - a table
    assert matches(path, pattern) is is_match


def test_what_nobody_allowed_is_named_and_so_is_what_is_not_there() -> None:
    entries = [Allowed("a/*.so", "why"), Allowed("gone", "why")]
    assert against(["a/b.so", "a/Qt6Network.dll"], entries) == ["a/Qt6Network.dll", "allowed but not there: gone"]


def test_what_is_there_sometimes_may_be_missing() -> None:
    assert against([], [Allowed("a.dll", "why", sometimes=True)]) == []
    assert against(["a.dll"], [Allowed("a.dll", "why", sometimes=True)]) == []


@pytest.mark.parametrize("system", ["linux", "windows"])
@pytest.mark.parametrize("kind", ["file", "package"])
def test_every_entry_has_a_reason_and_stands_once(system: str, kind: str) -> None:
    entries = allowed(kind, system)
    assert entries
    assert all(len(entry.why) > 1 for entry in entries)
    assert len({entry.path for entry in entries}) == len(entries)


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_nothing_that_uses_a_network_is_allowed(system: str) -> None:
    lib = "_internal/python3.11/lib-dynload"
    for path in ("_internal/PySide6/Qt/lib/libQt6Network.so.6", "_internal/libssl.so.3", "_internal/libcrypto.so.3",
                 "_internal/PySide6/Qt/plugins/tls/libqopensslbackend.so", f"{lib}/x/_ssl.so", "_internal/libssl-3.dll"):  # fmt: skip
        assert not [entry for entry in allowed("file", system) if matches(path, entry.path)], path
    packages = {entry.path for entry in allowed("package", system)}
    assert not packages & {"ssl", "requests", "huggingface_hub", "urllib3", "certifi", "pip", "setuptools"}


def test_nothing_that_is_for_wine_alone_is_allowed() -> None:
    for path in ("_internal/icuuc.dll", "_internal/ucrtbase.dll", "_internal/ucrtreal.dll"):
        assert not [entry for entry in allowed("file", "windows") if matches(path, entry.path)], path


def test_a_bundle_is_looked_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "contents.toml"
    listed.write_text(
        'file = [{ path = "kansli", why = "it" }]\npackage = [{ path = "lxml", why = "reads" }]\npython = "json"\n',
        "utf-8",
    )
    monkeypatch.setattr(contents, "LIST", listed)
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "kansli").touch()
    modules = tmp_path / "modules.txt"
    modules.write_text("json\nlxml\n", encoding="utf-8")
    assert contents.unexpected(bundle, modules) == []
    (bundle / "libgtk.so").touch()
    modules.write_text("json\nlxml\nssl\n", encoding="utf-8")
    assert contents.unexpected(bundle, modules) == ["libgtk.so", "package ssl"]
