"""What IT has fixed on this computer, where users cannot write. It is read strictly or nothing is done at all.

A policy that cannot be read, or says something that Kansli does not know, stops the program: to go on without it would be to
let through what IT has closed. What may be fixed is in ``fixable.py``, the places in ``policy_places.py``.
"""

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from assistant import paths
from assistant.errors import PolicyError
from assistant.fixable import KEYS
from assistant.policy_places import Said, from_file, from_registry, system_registry
from assistant.settings import FIELDS, Settings, load

_MB: Final = 1 << 20


@dataclass(frozen=True)
class Policy:
    """What IT has fixed.

    Attributes:
        file: where that is said, for people; several places with a comma; empty when nothing is fixed.
        values: by key, those that are fixed.
        places: by key, where that is said, when there are several places.
    """

    file: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)

    def place(self, key: str) -> str:
        """Where a key is fixed."""
        return self.places.get(key, self.file)

    @property
    def fixed(self) -> Mapping[str, Any]:
        """The settings that are fixed."""
        return {name: value for name, value in self.values.items() if name in FIELDS}

    @property
    def beyond(self) -> Mapping[str, Any]:
        """What else is fixed: that which no user has a setting for."""
        return {name: value for name, value in self.values.items() if name not in FIELDS}

    @property
    def models_folder(self) -> Path | None:
        """A folder with models that IT has provided; it is only read."""
        return self._folder("models_folder")

    @property
    def may_fetch(self) -> bool:
        """Whether models may be fetched over a network."""
        return bool(self.values.get("allow_fetch", True))

    @property
    def model_source(self) -> str:
        """Where models are fetched from instead of the publishers' sites; empty when nothing is said."""
        return str(self.values.get("model_source", ""))

    @property
    def memory(self) -> int | None:
        """How many bytes a model may need at most; None when nothing is said."""
        return self.values["memory_mb"] * _MB if "memory_mb" in self.values else None

    @property
    def organisation(self) -> str:
        """The organisation's name; empty when nothing is said."""
        return str(self.values.get("organisation", ""))

    @property
    def templates_folder(self) -> Path | None:
        """The organisation's types of letters and their templates; they go before all others."""
        return self._folder("templates_folder")

    @property
    def schemes_folder(self) -> Path | None:
        """The organisation's schemes to sort by."""
        return self._folder("schemes_folder")

    @property
    def keeps_history(self) -> bool:
        """Whether work is kept between sessions."""
        return bool(self.values.get("keep_history", True))

    @property
    def history_days(self) -> int | None:
        """How many days work is kept; None without an end."""
        return self.values.get("history_days")

    @property
    def masked_kinds(self) -> Sequence[str]:
        """Kinds of finds that are masked in every masked copy."""
        return tuple(self.values.get("masked_kinds", ()))

    def may_use(self, sha256: str) -> bool:
        """Whether a model with this hash may be used."""
        allowed: Collection[str] | None = self.values.get("allowed_models")
        return allowed is None or sha256 in allowed

    def may_write(self, format: str) -> bool:  # noqa: A002 - the word that users know
        """Whether results may be saved as this kind of file (``docx``)."""
        allowed: Collection[str] | None = self.values.get("export_formats")
        return allowed is None or format in allowed

    def over(self, settings: Settings) -> Settings:
        """The settings that count: the fixed ones, and the user's own for the rest."""
        return dataclasses.replace(settings, **self.fixed)

    def _folder(self, key: str) -> Path | None:
        return Path(self.values[key]) if key in self.values else None


def in_force(file: Path | None = None) -> Policy:
    """The policy of this computer: the registry's where there is one, and for the rest the file's.

    Raises:
        PolicyError: it cannot be read (``unreadable``), others than the administrator could have written it (``unsafe``), or
            it has a key or a value that it may not have (``unknown``, ``wrong``).
    """
    said = [from_file(file or paths.policy()), from_registry(system_registry())]
    return together([each for each in said if each])


def together(said: Sequence[Said]) -> Policy:
    """The policy that several places make; what stands later goes before.

    Raises:
        PolicyError: ``unknown`` or ``wrong``, with the key.
    """
    for each in said:
        for key, value in each.values.items():
            if key not in KEYS:
                raise PolicyError(file=each.place, reason="unknown", key=key)
            if not KEYS[key].takes(value):
                raise PolicyError(file=each.place, reason="wrong", key=key)
    values = {key: value for each in said for key, value in each.values.items()}
    places = {key: each.place for each in said for key in each.values} if len(said) > 1 else {}
    return Policy(", ".join(each.place for each in said), values, places)


def chosen() -> Settings:
    """The settings that count on this computer for this user.

    Raises:
        PolicyError: as above.
    """
    return in_force().over(load()[0])
