"""The one layer rule: who may import what. See docs/map.md."""

import ast
from pathlib import Path

import pytest

from tests.architecture.code import PRODUCT, ROOT, name_of

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
QT = {"PySide6", "shiboken6"}
FETCHER = "assistant/engine/fetch.py"
BINDING = "assistant/engine/llama.py"
#: What the window may see of the core: the nouns and the doors.
DOORS = {
    "assistant.documents.document", "assistant.tasks.task", "assistant.job", "assistant.errors", "assistant.wording",
    "assistant.worker", "assistant.settings", "assistant.policy", "assistant.fixable", "assistant.paths", "assistant.export.write", "assistant.version", "assistant.instance", "assistant.speed",
    "assistant.engine.models", "assistant.engine.fetch", "assistant.saving", "assistant.machine", "assistant.offers",
    "assistant.checks.check", "assistant.export.plain", "assistant.letters", "assistant.engine.catalogue", "assistant.engine.opening", "assistant.engine.engine", "assistant.phrases",
    # The review of a text.
    "assistant.review", "assistant.export.reviewed",
    # Letters.
    "assistant.export.letter", "assistant.language",
    # Sorting: the desk, what it gives, by what documents are sorted, and where that is kept and put.
    "assistant.classify.desk", "assistant.classify.gather", "assistant.classify.learning", "assistant.classify.question", "assistant.classify.result",
    "assistant.classify.seen", "assistant.classify.trying", "assistant.schemes", "assistant.store", "assistant.export.copying", "assistant.export.sorting", "assistant.export.history",
    "assistant.identifiers", "assistant.export.masked",
}  # fmt: skip
#: Besides the presenters, what in the window decides and knows no Qt.
DECIDERS = {
    "desktop/frame.py", "desktop/launch.py", "desktop/placement.py", "desktop/reading.py", "desktop/storing.py", "desktop/tour.py", "desktop/widgets/markdown.py", "desktop/wording.py",
    "desktop/screens/help/libraries.py", "desktop/screens/models/about.py", "desktop/screens/start/about.py", "desktop/screens/help/texts.py", "desktop/sorting.py", "desktop/screens/sorting/about.py", "desktop/screens/review/about.py",
    "desktop/screens/writing/state.py", "desktop/screens/writing/about.py",
    "desktop/reviewing.py", "desktop/screens/language/state.py", "desktop/screens/language/about.py",
    "desktop/screens/finishing/about.py", "desktop/screens/masking/about.py", "desktop/screens/schemes/about.py",
}  # fmt: skip
VALUES = (
    "assistant/documents/document.py",
    "assistant/tasks/task.py",
    "assistant/worker/messages.py",
    "assistant/errors.py",
)
#: Qt's rich text opens local files and network shares that a document names (measured on Qt 6.11), so nothing is shown as such.
RICH = {
    "AutoText", "MarkdownText", "QTextBrowser", "QWebEngineView", "RichText", "insertHtml", "insertMarkdown", "setHtml", "setMarkdown",
    "setOpenExternalLinks",
}  # fmt: skip


def imported(tree: ast.Module) -> set[str]:
    """Every module the code imports, wherever it does so, with the names it takes from it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            names |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            names |= {
                given.value for given in node.args if isinstance(given, ast.Constant) and isinstance(given.value, str)
            }
    return names


def tops(tree: ast.Module) -> set[str]:
    return {name.split(".")[0] for name in imported(tree)}


def mentioned(tree: ast.Module) -> set[str]:
    """The names the code uses, plain, as an attribute, or imported."""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names | {name.rsplit(".", 1)[-1] for name in imported(tree)}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", PRODUCT, ids=name_of)
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    name, tree = name_of(path), parsed(path)
    if name != FETCHER:
        assert not tops(tree) & NETWORK, "only the fetching of a model, on the user's order, may use a network"
    if name != BINDING:
        assert "llama_cpp" not in tops(tree), "native code is loaded in one place"
    if name.startswith("assistant/"):
        assert not tops(tree) & (QT | {"desktop"}), "the core does not know the window"
    if name.endswith("presenter.py") or name in DECIDERS:
        assert not tops(tree) & QT, "presenters decide without Qt"
    if name.startswith("desktop/"):
        seen = {each for each in imported(tree) if each.startswith("assistant.")}
        behind = {each for each in seen if not any(each == door or each.startswith(f"{door}.") for door in DOORS)}
        assert not behind, f"the window knows the nouns and the doors, not what is behind them: {behind}"


@pytest.mark.parametrize("path", [path for path in PRODUCT if name_of(path).startswith("desktop/")], ids=name_of)
def test_the_window_shows_plain_text_alone(path: Path) -> None:
    assert not mentioned(parsed(path)) & RICH, "what a document or a model says is never shown as rich text"


@pytest.mark.parametrize("name", VALUES)
def test_the_values_know_nothing_of_those_who_make_them(name: str) -> None:
    modules = {node.module for node in ast.walk(parsed(ROOT / name)) if isinstance(node, ast.ImportFrom)}
    ours = {module for module in modules if module and module.startswith("assistant")}
    assert ours <= {"assistant.errors", "assistant.documents.document", "assistant.tasks.task"}


def test_the_fetcher_and_the_binding_are_where_the_rule_says() -> None:
    assert "urllib" in tops(parsed(ROOT / FETCHER))
    assert "llama_cpp" in tops(parsed(ROOT / BINDING))


def test_the_rule_finds_what_it_forbids() -> None:
    hidden = "def f():\n    from urllib import request\n    import importlib as i\n    i.import_module('llama_cpp')\n"
    assert tops(ast.parse(hidden)) >= {"urllib", "llama_cpp"}
    shown = (
        "from PySide6.QtWidgets import QTextBrowser\nview.setHtml(text)\nlabel.setTextFormat(Qt.TextFormat.RichText)\n"
    )
    assert mentioned(ast.parse(shown)) & RICH == {"QTextBrowser", "setHtml", "RichText"}
