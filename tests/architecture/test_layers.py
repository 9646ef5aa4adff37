"""The one layer rule: who may import what. See docs/map.md."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted([*ROOT.glob("assistant/**/*.py"), *ROOT.glob("desktop/**/*.py")])
NETWORK = {"socket", "http", "urllib", "ssl", "requests", "ftplib", "smtplib", "asyncio", "xmlrpc", "socketserver"}
FETCHER = "assistant/engine/fetch.py"
BINDING = "assistant/engine/llama.py"
#: What the window may see of the core: the nouns and the doors.
DOORS = {
    "assistant.documents.document", "assistant.tasks.task", "assistant.job", "assistant.errors", "assistant.wording",
    "assistant.worker", "assistant.settings", "assistant.policy", "assistant.paths", "assistant.export.write", "assistant.version",
}  # fmt: skip


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            names |= (
                {node.args[0].value}
                if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str)
                else set()
            )
    return names


def tops(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(path)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    if name != FETCHER:
        assert not tops(path) & NETWORK, "only the fetching of a model, on the user's order, may use a network"
    if name != BINDING:
        assert "llama_cpp" not in tops(path), "native code is loaded in one place"
    if name.startswith("assistant/"):
        assert not tops(path) & {"PySide6", "shiboken6", "desktop"}, "the core does not know the window"
    if name.endswith("presenter.py"):
        assert "PySide6" not in tops(path), "presenters decide without Qt"
    if name.startswith("desktop/"):
        seen = {each for each in imported(path) if each.startswith("assistant.")}
        assert all(any(each == door or each.startswith(f"{door}.") for door in DOORS) for each in seen), seen


def test_the_values_know_nothing_of_those_who_make_them() -> None:
    for name in (
        "assistant/documents/document.py",
        "assistant/tasks/task.py",
        "assistant/worker/messages.py",
        "assistant/errors.py",
    ):
        assert not {each for each in imported(ROOT / name) if each.startswith("assistant.")} - {
            "assistant.errors", "assistant.errors.Fact", "assistant.documents.document",
            "assistant.documents.document.Document", "assistant.documents.document.Notice",
        }  # fmt: skip


def test_the_rule_finds_what_it_forbids(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "def f():\n    from urllib import request\n    import importlib\n    importlib.import_module('llama_cpp')\n",
        "utf-8",
    )
    assert tops(module) >= {"urllib", "llama_cpp"}
