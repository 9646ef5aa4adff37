"""A folder to sort, and a sorting whose program decides alone, with nothing kept, and that reads without a child."""

from collections.abc import Mapping
from pathlib import Path

from assistant.documents.document import Document
from assistant.documents.read import read
from assistant.engine.catalogue import Model
from assistant.errors import ModelMissing
from assistant.wording import Words
from desktop.sorting import Hear, Means, Sorting


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    """A folder with a file for each text."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def alone(hear: Hear) -> Sorting:
    def none() -> Model:
        raise ModelMissing(model="")

    def weigh(*_asked: object) -> tuple[float, ...]:
        raise AssertionError("nobody is asked")

    def here(path: Path, _stopping: object) -> Document:
        return read(path)

    return Sorting(Means(weigh, none, lambda: None, lambda: Words("en"), here), hear)
