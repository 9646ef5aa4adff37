"""What IT may fix, as one table: the settings of the user, and what only IT decides.

The policy is read by it, the window and ``kansli policy`` show it, and the templates for group policy and the page for IT are
made of it (``scripts/policy_files.py``).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Any, Final

from assistant.identifiers.found import Kind
from assistant.phrases import KINDS
from assistant.settings import FIELDS, Allowed, is_right
from assistant.wording import Words, later, visible

#: Kinds of file that something is written as.
FORMATS: Final = ("docx", "md", "txt", "json", "csv", "xlsx")
#: The areas that keys stand in, in order.
AREAS: Final = {
    "models": later("Language models"),
    "results": later("Results and what is kept"),
    "window": later("The window"),
}
#: Kinds of finds that a masked copy can be without; a word that may mean secrecy is no find to mask for everybody.
_MASKED: Final = tuple(kind.value for kind in Kind if kind not in {Kind.SIGNAL, Kind.CHOSEN})
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
#: An address without a name, password, query or fragment: those would stand readable for everybody.
_ADDRESS: Final = re.compile(
    r"https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(/[\w.~%/-]*)?", re.IGNORECASE | re.ASCII
)
_LONGEST: Final = 200
_SHOWN: Final = 16
_MOST: Final = 200


@dataclass(frozen=True)
class Key:
    """One thing that may be fixed.

    Attributes:
        name: as it stands in the file and the registry.
        kind: ``flag``, ``number``, ``choice``, ``text``, ``folder``, ``address`` or ``list``.
        area: a key of ``AREAS``.
        title: what it is called.
        means: what comes of it.
        example: a right value, as the page for IT shows it.
        allowed: the values it may have, or those that the parts of a list may have; None where its kind says all.
    """

    name: str
    kind: str
    area: str
    title: str
    means: str
    example: Any
    allowed: Allowed = None

    def takes(self, value: Any) -> bool:
        """Whether the value is right."""
        if self.name in FIELDS:
            return is_right(self.name, value)
        return _RIGHT[self.kind](self, value)

    def said(self, value: Any, words: Words) -> str:
        """The value for people, without what is too long to be read."""
        if isinstance(value, bool):
            return words("yes") if value else words("no")
        if isinstance(value, list):
            return ", ".join(_part(each, words) for each in value)
        if value in {"", 0}:
            return words("as the program or the computer has it")
        return words.number(value) if isinstance(value, int) else visible(value)


def _part(text: str, words: Words) -> str:
    """A part of a list for people."""
    if _SHA256.fullmatch(text):
        return f"{text[:_SHOWN]}…"
    return words(KINDS[text]) if text in KINDS else text


def _is_list(key: Key, value: Any) -> bool:
    """Texts, each at most once; without ``allowed`` each is a SHA-256."""
    if not isinstance(value, list) or not 0 < len(value) <= _MOST or len(set(map(str, value))) != len(value):
        return False
    allowed = key.allowed
    return all(isinstance(each, str) and (each in allowed if allowed else _SHA256.fullmatch(each)) for each in value)


def _is_address(_key: Key, value: Any) -> bool:
    return isinstance(value, str) and (_ADDRESS.fullmatch(value) is not None or _is_folder(_key, value))


def _is_folder(_key: Key, value: Any) -> bool:
    return isinstance(value, str) and (Path(value).is_absolute() or _is_share(value))


def _is_share(value: str) -> bool:
    """Whether it is a whole path of Windows, so that a policy can be checked on another system."""
    return PureWindowsPath(value).is_absolute()


_RIGHT: Final[Mapping[str, Callable[[Key, Any], bool]]] = {
    "flag": lambda _key, value: isinstance(value, bool),
    "number": lambda key, value: type(value) is int and value in (key.allowed or ()),
    "text": lambda _key, value: isinstance(value, str) and 0 < len(value) <= _LONGEST and value.isprintable(),
    "folder": _is_folder,
    "address": _is_address,
    "list": _is_list,
}


def _setting(name: str, area: str, title: str, means: str, example: Any) -> Key:
    """A key that is a setting of the user too; the field says which values it may have."""
    field = FIELDS[name]
    allowed: Allowed = field.metadata["allowed"]
    kind = "flag" if field.type is bool else "number" if isinstance(allowed, range) else "choice" if allowed else "text"
    return Key(name, kind, area, title, means, example, allowed)


KEYS: Final[Mapping[str, Key]] = {
    key.name: key
    for key in (
        _setting("model", "models", later("Which model answers"),
                 later("The id of the model that answers; empty for the best that is installed."), "qwen2.5-coder-1.5b"),
        Key("allowed_models", "list", "models", later("Which models may be used"),
            later("The SHA-256 of each model file that may be used, in small letters. Others are not shown, loaded, fetched or "
                  "imported."), ["cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046"]),
        Key("models_folder", "folder", "models", later("Folder with models"),
            later("A folder or file share with models, by its whole path. It is only read, and each file's SHA-256 must be on the "
                  "list all the same."), "/srv/kansli/models"),
        Key("allow_fetch", "flag", "models", later("Models may be fetched over a network"),
            later("If not, models come only from a folder or a file."), example=False),
        Key("model_source", "address", "models", later("Where models are fetched from"),
            later("A folder or file share by its whole path, or an address (https), that holds the models' files; it is used "
                  "instead of the publishers' sites, and nothing else is asked."), "//files.region.example/kansli/models"),
        _setting("asks_for_model", "models", later("Ask for a language model"),
                 later("If not, the window opens at once where there is no model, and does not offer to fetch one."),
                 example=False),
        _setting("threads", "models", later("Processor cores"),
                 later("How many the model works with; 0 for what has been measured to be best."), 2),
        Key("memory_mb", "number", "models", later("Memory for a model, in megabytes"),
            later("The most megabytes that a model may need; one that needs more is refused."), 4_096, range(256, 1 << 20)),
        _setting("reads_ahead", "models", later("Read documents ahead"),
                 later("Whether a document is read while the user chooses what to do with it."), example=True),
        Key("export_formats", "list", "results", later("Kinds of file that may be written"),
            later("Results, tables and copies are saved only as these."), ["docx", "xlsx"], FORMATS),
        Key("organisation", "text", "results", later("The organisation's name"),
            later("It stands as the author of Word files, and at the top of what has a head."), "Region Mellansjö"),
        Key("templates_folder", "folder", "results", later("Folder with letter templates"),
            later("The organisation's own templates for letters, by the folder's whole path; it is only read."),
            "/srv/kansli/templates"),
        Key("schemes_folder", "folder", "results", later("Folder with classification schemes"),
            later("The organisation's own schemes to sort by, by the folder's whole path. They go before others of the same name."),
            "/srv/kansli/schemes"),
        Key("keep_history", "flag", "results", later("Work is kept between sessions"),
            later("If not, the queue, sorted batches and learnt examples are gone when the program is closed, and what was kept "
                  "before stays closed."), example=False),
        Key("history_days", "number", "results", later("How many days work is kept"),
            later("Kept work that is older than so many days is forgotten the next time Kansli opens it."), 90, range(1, 3_651)),
        Key("masked_kinds", "list", "results", later("What is always masked"),
            later("In a masked copy these are always masked; a user can mask more but not less."),
            ["personal-number", "coordination-number"], _MASKED),
        _setting("language", "window", later("Language"),
                 later("Of the window and the command line; empty for the computer's."), "sv"),
        _setting("look", "window", later("Colours"), later("Of the window; empty for the computer's."), "contrast-light"),
        _setting("text_size", "window", later("Text size"), later("Of the window, in per cent."), 125),
    )
}  # fmt: skip
