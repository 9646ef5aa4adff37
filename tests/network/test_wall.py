"""The wall, seen from outside: what system calls one real run makes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


def test_one_real_run_opens_no_socket_to_the_outside(small_model: Path, own_home: Path) -> None:
    if not shutil.which("strace"):
        pytest.skip("strace is not installed: not shown")
    (own_home / "models").symlink_to(small_model.parent)
    done = subprocess.run(
        ["sh", "tests/network/wall"], cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none could reach another machine" in done.stdout
