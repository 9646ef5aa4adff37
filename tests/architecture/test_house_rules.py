"""House rules that no linter knows, each with its reason."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(
    path
    for folder in ("assistant", "desktop", "tests", "scripts", "benchmarks")
    for path in (ROOT / folder).glob("**/*.py")
)
MOST_LINES = 500
MOST_FUNCTION_LINES = 60
#: Put together here, so that this file does not hold what it looks for.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "deb." + "debian.org"]
UNFINISHED = ["TO" + "DO", "FIX" + "ME", "XX" + "X:"]
VAGUE = ("Manager", "Helper", "Utils", "Handler")


def tracked() -> Iterator[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    yield from (ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_stays_small_and_says_why_it_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= MOST_LINES, "a file that may grow becomes the one nobody can change"
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.end_lineno:
            assert node.end_lineno - node.lineno < MOST_FUNCTION_LINES, f"{node.name} does too much"
        if isinstance(node, ast.ClassDef):
            assert not node.name.endswith(VAGUE), f"{node.name} says nothing of what it is"
    if path.relative_to(ROOT).parts[0] in {"assistant", "desktop"}:
        assert ast.get_docstring(tree), "a newcomer must see why a file exists"


def test_nothing_is_left_unfinished_and_no_registry_is_named() -> None:
    for path in tracked():
        if path.suffix in {".docx", ".png", ".ico"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for word in [*HOSTS, *(UNFINISHED if path.suffix == ".py" else [])]:
            assert word not in text, f"{word} in {path.relative_to(ROOT)}"


def test_importing_any_module_has_no_effect() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in CODE
        if path.parts[len(ROOT.parts)] == "assistant"
    ]
    names = [name.removesuffix(".__init__") for name in modules if not name.endswith("__main__")]
    code = f"""
import importlib, os, sys, threading
environment, effects = dict(os.environ), []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        effects.append((event, arguments[0]))
    if event.split(".")[0] in ("socket", "subprocess") and event != "socket.__new__":
        effects.append((event,))
sys.addaudithook(hook)
for name in {names!r}:
    importlib.import_module(name)
assert not effects, effects
assert environment == dict(os.environ)
assert threading.active_count() == 1
assert "llama_cpp" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-B", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
