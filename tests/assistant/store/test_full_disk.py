"""A full disk destroys nothing that was there, and nothing is said to be saved that is not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

INSIDE = 'mount -t tmpfs -o size=2m none "$1" && KANSLI_HOME="$1/home" exec "$2" -m tests.assistant.store.full "$1"'


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk of its own needs a namespace")
def test_a_full_disk_at_every_step(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody make a file system of their own: not shown")
    command = ["unshare", "-rm", "sh", "-c", INSIDE, "sh", str(tmp_path), sys.executable]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    outcomes = found["outcomes"]
    for said in ("add done", "add store-full", "write done", "write output disk-full", "work done"):
        assert outcomes[said] > 0, outcomes
