"""What the review goes by, as data: ``resources/review/*.toml``, each rule with its source and its limits."""

import functools
import tomllib
from typing import Any, Final

from assistant import paths
from assistant.errors import SettingsError

_FOLDER: Final = "review"


@functools.cache
def data(name: str) -> dict[str, Any]:
    """One of the files.

    Raises:
        SettingsError: it cannot be read.
    """
    file = paths.resources() / _FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(file=file.name, reason="unreadable") from error
