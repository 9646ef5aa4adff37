"""The store's key comes from a keyring that keeps secrets, or there is none."""

import os
import subprocess
import sys

import pytest

from assistant.store import keys
from assistant.store.keys import Keyring
from tests.assistant.store.keyrings import Forgetful, Good, Locked, Wrong
from tests.conftest import ROOT


def test_a_key_is_made_once_and_kept() -> None:
    keyring = Good()
    made = keys.key(keyring, make=True)
    assert len(bytes.fromhex(made)) == 32
    assert keys.key(keyring, make=True) == made
    assert keys.key(keyring, make=False) == made


@pytest.mark.parametrize("keyring", [None, Forgetful(), Wrong(), Locked()])
def test_without_a_keyring_that_keeps_secrets_there_is_no_key(keyring: Keyring | None) -> None:
    assert keys.key(keyring, make=True) == ""


def test_no_key_is_made_for_a_store_that_is_there_already() -> None:
    keyring = Good()
    assert keys.key(keyring, make=False) == ""
    assert not keyring.kept


@pytest.mark.parametrize("kept", ["", "xyz", "ab" * 31, "ab" * 33])
def test_what_is_no_key_is_not_used_as_one(kept: str) -> None:
    keyring = Good()
    keyring.set_password("kansli", "store", kept)
    assert keys.key(keyring, make=True) == ""


@pytest.mark.parametrize("chosen", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_the_surroundings_cannot_choose_another_keyring(chosen: str) -> None:
    program = "from assistant.store import keys; k = keys.system(); print(type(k).__module__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHON_KEYRING_BACKEND": chosen},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"builtins", "keyring.backends.SecretService"}, done.stderr
