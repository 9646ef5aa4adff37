"""The store's key, in the system's own keyring: only back ends that are known to keep a secret, and read back after writing.

``keyring`` chooses among whatever is installed, and one of those keeps secrets in a readable file; so the back ends are
named here, by class, and nothing in the surroundings can choose another.
"""

import importlib
import secrets
from typing import Protocol

#: Windows' Credential Manager, and the Secret Service of GNOME, KDE and others.
_BACK_ENDS = (("keyring.backends.Windows", "WinVaultKeyring"), ("keyring.backends.SecretService", "Keyring"))
_SERVICE, _NAME = "kansli", "store"
_BYTES = 32


class Keyring(Protocol):
    """What is used of a keyring's back end."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, None when there is none."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        ...


def system() -> Keyring | None:
    """The system's keyring, None when there is none that can be trusted or it is locked."""
    for module, name in _BACK_ENDS:
        try:
            kind = getattr(importlib.import_module(module), name)
            if kind.priority > 0:
                return kind()  # type: ignore[no-any-return]
        except Exception:  # noqa: BLE001, S112 - back ends raise whatever their system does; then it is not one of ours
            continue
    return None


def key(keyring: Keyring | None, *, make: bool) -> str:
    """The store's key in hexadecimal; empty when it cannot be had, and then nothing is kept.

    Args:
        keyring: where it is kept.
        make: make one when there is none. Never when there is a store already, which it could not open.
    """
    if keyring is None:
        return ""
    try:
        kept = keyring.get_password(_SERVICE, _NAME)
        if kept is None and make:
            made = secrets.token_hex(_BYTES)
            keyring.set_password(_SERVICE, _NAME, made)
            kept = keyring.get_password(_SERVICE, _NAME)
            return made if kept == made else ""
    except Exception:  # noqa: BLE001 - locked, dismissed, gone: all mean that there is no key now
        return ""
    return kept if kept and _is_key(kept) else ""


def _is_key(text: str) -> bool:
    try:
        return len(bytes.fromhex(text)) == _BYTES
    except ValueError:
        return False
