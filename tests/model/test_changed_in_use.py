"""The model's file is cut, written over or replaced while it answers: no answer is given that a changed file has had a part in."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.documents.read import read_bytes
from assistant.errors import ModelChanged, ModelMissing
from assistant.job import Job
from assistant.tasks.options import Options
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event, Piece
from assistant.worker.model import Opening
from benchmarks.texts import pages

JOB = Job(read_bytes(pages(1).encode(), "a.txt"), Options(kind="bullets", length="long"))


def cut(file: Path) -> None:
    os.truncate(file, 1 << 20)


def written_over(file: Path) -> None:
    with file.open("r+b") as stream:
        stream.seek(1 << 20)
        stream.write(bytes(64 << 20))


def replaced(file: Path) -> None:
    other = file.with_name("other")
    other.write_bytes(b"GGUF" + bytes(1000))
    other.replace(file)


@pytest.fixture
def model(small_model: Path, own_home: Path) -> Iterator[Path]:
    """A copy of the small model in the test's own store, which may be damaged."""
    folder = own_home / "models"
    folder.mkdir(parents=True)
    yield Path(shutil.copy(small_model, folder))
    shutil.rmtree(folder)


@pytest.mark.parametrize("change", [cut, written_over, replaced])
def test_a_model_changed_while_it_answers_is_named(model: Path, change: Callable[[Path], None]) -> None:
    changes = 0

    def changing(event: Event) -> None:
        nonlocal changes
        if isinstance(event, Piece) and not changes:
            changes += 1
            change(model)

    with ModelChild(Opening("smollm2-135m")) as child:
        # When the child dies of it (a cut file is no longer there to be read), another one is begun, which looks at the hash.
        with pytest.raises((ModelChanged, ModelMissing)):
            child.carry_out(JOB, changing)
        assert changes == 1
        with pytest.raises((ModelChanged, ModelMissing)):
            child.carry_out(JOB, changing)
