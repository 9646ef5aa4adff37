"""Importing has no effects: a child process imports what it needs before it gives up its rights, and tests run in any order."""

import subprocess
import sys

from tests.architecture.code import PRODUCT, ROOT, dotted

# Importing __main__ runs the program, by its nature.
NAMES = [dotted(path) for path in PRODUCT if path.stem != "__main__"]
#: What a fresh interpreter runs round the imports. To open a file for reading is what an import does.
WATCH = """
import importlib, os, sys, threading
{before}
ACTS = ("socket.", "subprocess.", "urllib.", "shutil.", "tempfile.", "os.chdir", "os.chmod", "os.exec", "os.fork", "os.kill",
        "os.link", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.system",
        "os.truncate", "os.unsetenv", "winreg.")
effects = []
def watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if set(mode or "") & set("wax+") or (flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            effects.append((event, path, mode))
    elif event.startswith(ACTS) and event != "socket.__new__":
        effects.append((event, arguments))
environment, folder, search = dict(os.environ), os.getcwd(), list(sys.path)
sys.addaudithook(watch)
{code}
assert not effects, effects
assert dict(os.environ) == environment
assert os.getcwd() == folder
assert sys.path == search
assert threading.active_count() == 1, threading.enumerate()
"""


def fresh(code: str, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-B", "-c", WATCH.replace("{before}", before).replace("{code}", code)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_importing_every_module_has_no_effect() -> None:
    # PySide6 and numpy set variables of their own when they are imported; that is not ours to answer for.
    done = fresh(f"for name in {NAMES!r}: importlib.import_module(name)", before="import PySide6.QtWidgets, numpy")
    assert done.returncode == 0, done.stderr
    assert not done.stdout + done.stderr, "an import says nothing"


def test_the_command_line_starts_without_native_code_and_without_a_window() -> None:
    """Native code costs time at each start and memory in every child; it is loaded when a model is opened."""
    done = fresh("import assistant.cli; assert not {'llama_cpp', 'numpy', 'PySide6', 'ssl'} & set(sys.modules)")
    assert done.returncode == 0, done.stderr


def test_the_window_starts_without_what_is_not_seen_at_once() -> None:
    """Letters, sorting, masking and the review of texts take as long to load as all the rest."""
    parts = (
        "desktop.sorting",
        "desktop.masking",
        "desktop.writing",
        "desktop.review",
        "assistant.letters.draft",
        "assistant.review",
        "docx",
    )
    done = fresh(
        f"import desktop.app; assert not [name for name in sys.modules if name.startswith({parts!r})]",
        before="import PySide6.QtWidgets",
    )
    assert done.returncode == 0, done.stderr


def test_a_child_starts_without_native_code() -> None:
    """Numpy's linear algebra starts threads that no lockdown reaches."""
    done = fresh(
        "import assistant.worker.model, assistant.worker.reader; assert not {'llama_cpp', 'numpy'} & set(sys.modules)"
    )
    assert done.returncode == 0, done.stderr


def test_the_watch_sees_what_it_is_to_see() -> None:
    for act in (
        "os.open(os.devnull, os.O_WRONLY)",
        "os.environ['KANSLI_HOME'] = '/'",
        "threading.Thread(target=threading.Event().wait, daemon=True).start()",
        "import socket; socket.getaddrinfo('localhost', 0)",
        "import subprocess; subprocess.run([sys.executable, '-c', ''])",
        "sys.path.append('/')",
    ):
        assert fresh(act).returncode == 1, act
