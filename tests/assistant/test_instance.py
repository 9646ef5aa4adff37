"""Only one program at a time works with the user's store."""

import subprocess
import sys

import pytest

from assistant.errors import AlreadyRunning
from assistant.instance import alone
from tests.conftest import ROOT

HOLD = "from assistant.instance import alone\nwith alone():\n    print('held', flush=True)\n    input()\n"


def test_a_second_program_is_refused_until_the_first_is_gone() -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(AlreadyRunning), alone():
        pass
    holder.kill()
    holder.communicate()
    with alone():
        pass
