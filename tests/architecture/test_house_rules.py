"""House rules that no linter knows, each with its reason."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.code import MODULES, ROOT, name_of, tracked

MOST_LINES = 500
MOST_FUNCTION_LINES = 60
VAGUE = re.compile(r"(Manager|Helper|Utils?|Handler|Info)$|^(manager|helpers?|utils?|handlers?|info|misc|common)$")
# Put together here, so that this file does not hold what it looks for.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org"]
TOOLS = ["clau" + "de", "anthro" + "pic", "chat" + "gpt", "copi" + "lot", "clean-" + "machine", "/work/" + "main"]
UNFINISHED = re.compile("TO" + "DO|FIX" + "ME|XX" + "X:")


def functions(tree: ast.Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert function.end_lineno
    return function.end_lineno - function.lineno + 1


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_and_its_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES, "a file that may grow becomes the one nobody dares to change"
    long = {function.name: lines(function) for function in functions(ast.parse(text))}
    long = {name: count for name, count in long.items() if count > MOST_FUNCTION_LINES}
    assert not long, f"a function that does not fit a screen does more than its name says: {long}"


# A test module's own name, and those of its tests, say what it is for; an empty __init__.py only marks a folder.
@pytest.mark.parametrize(
    "path", [path for path in MODULES if not path.name.startswith("test_") and path.stat().st_size], ids=name_of
)
def test_a_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), (
        "a newcomer must see what a file is for before reading it"
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_name_says_what_the_thing_is(path: Path) -> None:
    classes = [node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ClassDef)]
    vague = [name for name in [path.stem, *classes] if VAGUE.search(name)]
    assert not vague, f"a name that fits anything attracts everything: {vague}"


def test_no_code_is_left_unfinished() -> None:
    left = [name for name, text in tracked() if name.endswith(".py") and UNFINISHED.search(text)]
    assert not left, f"what is not done belongs in the README's list, where users see it: {left}"


def test_no_package_registry_is_named() -> None:
    """Organisations have registries of their own; pip's and apt's settings name them, and the lock's hashes hold."""
    named = [(host, name) for name, text in tracked() for host in HOSTS if host in text]
    assert not named


def test_the_repository_speaks_of_the_product_alone() -> None:
    """What a developer's workplace is like, and which tools write code there, says nothing to a user or newcomer."""
    named = [(tool, name) for name, text in tracked() for tool in TOOLS if tool in text.casefold()]
    assert not named


def test_one_licence_covers_every_file() -> None:
    """A header in each file is one more thing that can contradict LICENSE."""
    assert (ROOT / "LICENSE").is_file()
    headers = [name for name, text in tracked() if "SPDX-" + "License-Identifier" in text]
    assert not headers


def test_the_lock_holds_every_package_to_its_hash() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        entries = re.split(r"^(?=\S)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        assert entries, f"{lock.name} pins nothing"
        for entry in entries:
            assert re.match(r"[a-z0-9._-]+(\[[a-z0-9,]+\])?==\S+", entry), (
                f"{lock.name}: not one exact release: {entry}"
            )
            assert "--hash=sha256:" in entry, f"{lock.name}: anyone could have made it: {entry}"


def test_the_lock_fits_what_the_project_asks_for() -> None:
    """A dependency that was changed without ``sh scripts/lock`` would be installed as it was before."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    build = [
        line for line in (ROOT / "requirements/build.in").read_text("utf-8").splitlines() if line[:1] not in {"", "#"}
    ]
    for lock, wanted in {
        "runtime.txt": project["project"]["dependencies"],
        "dev.txt": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
        "build.txt": project["build-system"]["requires"] + build,
    }.items():
        pins = dict(
            re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / "requirements" / lock).read_text("utf-8"), re.MULTILINE)
        )
        for requirement in map(Requirement, wanted):
            assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), f"{lock}: {requirement}"


def test_the_rules_find_what_they_forbid() -> None:
    assert VAGUE.search("JobManager")
    assert VAGUE.search("utils")
    assert not VAGUE.search("Information")
    assert UNFINISHED.search("# TO" + "DO: later")
    tree = ast.parse("def f():\n" + "    pass\n" * MOST_FUNCTION_LINES)
    assert [lines(function) > MOST_FUNCTION_LINES for function in functions(tree)] == [True]
