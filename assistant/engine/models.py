"""The model store: where the models' files lie, and proof that a file is the one on the list.

A model answers only if its SHA-256 is in the catalogue, or if the user has imported that very file knowingly.
The catalogue is in ``catalogue.py``, fetching in ``fetch.py``.
"""

import dataclasses
import errno
import glob
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant import paths
from assistant.engine.catalogue import Model, catalogue, read_model
from assistant.engine.templates import family_in
from assistant.errors import (
    ModelChanged,
    ModelFetchFailed,
    ModelForbidden,
    ModelMissing,
    ModelUnknown,
    ModelUnreadable,
    OutputError,
    SettingsError,
)
from assistant.policy import Policy, in_force
from assistant.saving import save

#: Hears bytes done and bytes in all.
Told = Callable[[int, int], None]
_CHUNK = 1 << 22
_MAGIC = b"GGUF"
#: What a model file says of itself stands before its weights; the words of the largest vocabularies take some 15 MB.
_HEAD = 1 << 26
#: Runs of what an id may not hold: a file's name may hold anything, an id is typed by people and shown by terminals.
_ODD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Installed:
    """A model and the file that holds it. The hash is checked by ``verified``, not by finding it."""

    model: Model
    path: Path

    @property
    def imported(self) -> bool:
        """Whether the user brought it, so that no one else has vouched for it."""
        return self.model.role == "imported"


def sha256(path: Path, told: Told = lambda _done, _total: None) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            told(done, total)
    return digest.hexdigest()


def verified(installed: Installed, told: Told = lambda _done, _total: None) -> Installed:
    """The same, once its file has been read through and has the hash on the list.

    Raises:
        ModelChanged: it has another.
        ModelMissing: it is gone.
    """
    try:
        found = sha256(installed.path, told)
    except OSError as error:
        raise ModelMissing(model=installed.model.id) from error
    if found != installed.model.sha256:
        raise ModelChanged(model=installed.model.id)
    return installed


def fingerprint(path: Path) -> tuple[int, ...]:
    """What changes when a file is cut, overwritten or replaced; nothing when it is gone. Quick where a hash is not."""
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_size, status.st_mtime_ns, status.st_ino


def why_not_written(error: OSError) -> str:
    """The reason, for ``ModelFetchFailed``, why the model folder does not take a file."""
    # EFBIG: a file system that has no files of 4 GB or more.
    return "disk-full" if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} else "forbidden"


class Store:
    """The user's model folder, and folders that are only read."""

    def __init__(
        self, folder: Path | None = None, extra: Sequence[Path] | None = None, models: Sequence[Model] = ()
    ) -> None:
        self.folder = folder or paths.models()
        self._policy = in_force()
        self._folders = (self.folder, *(_provided(self._policy) if extra is None else extra))
        self._catalogue = tuple(models) or catalogue()

    @property
    def models(self) -> tuple[Model, ...]:
        """The catalogue, and what the user has imported, as far as IT allows them."""
        return tuple(model for model in self._known if self._policy.may_use(model.sha256))

    @property
    def _known(self) -> tuple[Model, ...]:
        return (*self._catalogue, *self._imported())

    def model(self, name: str) -> Model:
        """The model with that id.

        Raises:
            ModelUnknown: there is none.
            ModelForbidden: IT does not allow it.
        """
        for model in self._known:
            if model.id == name:
                return self._allowed(model)
        raise ModelUnknown(model=name)

    def installed(self) -> Iterator[Installed]:
        """Every model whose file is there with the right size."""
        for model in self.models:
            path = self.where(model)
            if path is not None:
                yield Installed(model, path)

    def where(self, model: Model) -> Path | None:
        """The first file of the right name and size, if any."""
        for folder in self._folders:
            path = folder / model.file
            if path.is_file() and path.stat().st_size == model.bytes:
                return path
        return None

    def find(self, asked: str | None = None) -> Installed:
        """The model asked for by id or path; without that the default one, else the largest installed that is not for tests.

        Raises:
            ModelMissing: it is not installed, or none is.
            ModelChanged: a file has its name but not its size; other changes are found by ``verified``.
            ModelUnknown: neither an id nor the path of a file whose hash is known.
            ModelForbidden: IT does not allow it.
            ModelUnreadable: the system refuses to open the file at that path.
        """
        if asked is None:
            return self._best()
        model = next((model for model in self._known if model.id == asked), None)
        if model is None:
            path = Path(asked)
            if path.suffix.lower() == ".gguf" or path.is_file():
                return self._at(path)
            raise ModelUnknown(model=asked)
        self._allowed(model)
        found = self.where(model)
        if found is not None:
            return Installed(model, found)
        if any((folder / model.file).is_file() for folder in self._folders):
            raise ModelChanged(model=asked)
        raise ModelMissing(model=asked)

    def add(
        self,
        path: Path,
        family: str | None = None,
        told: Told = lambda _done, _total: None,
        copied: Told = lambda _done, _total: None,
    ) -> Model:
        """Import a GGUF file knowingly: copy it in and remember its hash. One that is in already gets the new family.

        Without a ``family`` it is the one whose marks the file's own chat template uses.

        ``told`` hears how much of the file has been read, then ``copied`` how much of it has been copied; what either
        raises ends the import with nothing left behind.

        Raises:
            ModelMissing: no such file.
            ModelForbidden: IT does not allow it.
            ModelUnreadable: it is not a GGUF file (reason ``not-gguf``), its chat template is of no known family (reason
                ``family``), or the system refuses to open it.
            ModelFetchFailed: the model folder does not take it; nothing is left behind.
        """
        if not path.is_file():
            raise ModelMissing(model=path.name)
        found = _gguf_sha256(path, told)
        model = self._allowed(
            next((model for model in self._known if model.sha256 == found), None) or _as_imported(path, found)
        )
        if model.role == "imported":
            model = dataclasses.replace(model, family=family or _family_in(path))
        if not self._has(model):
            self._take_in(path, model, copied)
        if model.role == "imported":
            self._remember([*(other for other in self._imported() if other.sha256 != found), model])
        return model

    def remove(self, name: str) -> None:
        """Delete a model's file from the user's folder, what is left of a fetch, and the memory of an import.

        Raises:
            ModelUnknown: no model has that id.
            ModelMissing: nothing of it is in the user's folder.
            OutputError: the system refuses (reason ``forbidden``).
        """
        model = self.model(name)
        begun = self.folder.glob(f"{glob.escape(model.file)}.part*")
        there = [path for path in (self.folder / model.file, *begun) if path.exists()]
        try:
            for path in there:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        except OSError as error:
            raise OutputError(name=model.file, reason="forbidden") from error
        if model.role == "imported":
            self._remember([other for other in self._imported() if other.id != name])
        elif not there:
            raise ModelMissing(model=name)

    def _best(self) -> Installed:
        there = [installed for installed in self.installed() if installed.model.role != "test"]
        there.sort(key=lambda installed: (installed.model.role == "default", installed.model.bytes))
        if not there:
            raise ModelMissing(model="")
        return there[-1]

    def _at(self, path: Path) -> Installed:
        if not path.is_file():
            raise ModelMissing(model=path.name)
        try:
            found = sha256(path)
        except OSError as error:
            raise ModelUnreadable(model=path.name) from error
        for model in self._known:
            if model.sha256 == found:
                return Installed(self._allowed(model), path)
        raise ModelUnknown(model=path.name)

    def _allowed(self, model: Model) -> Model:
        if not self._policy.may_use(model.sha256):
            raise ModelForbidden(model=model.id)
        return model

    def _has(self, model: Model) -> bool:
        there = self.where(model)
        try:
            return there is not None and sha256(there) == model.sha256
        except OSError:  # a file that cannot be read is no file to keep
            return False

    def _take_in(self, path: Path, model: Model, copied: Told) -> None:
        target = self.folder / model.file
        part = self.folder / f"{model.file}.part"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                _copy(path, part, copied)
                put_in_place(part, target)
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            raise ModelFetchFailed(model=model.id, reason=why_not_written(error)) from error

    def _imported(self) -> list[Model]:
        file = self.folder / "imported.json"
        if not file.is_file():
            return []
        try:
            entries = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SettingsError(file=file.name, reason="unreadable") from error
        if not isinstance(entries, list):
            raise SettingsError(file=file.name, reason="unreadable")
        # Whatever the file says of a model's role: what the user has brought, no one has vouched for.
        return [dataclasses.replace(read_model(entry, file.name), role="imported") for entry in entries]

    def _remember(self, models: Sequence[Model]) -> None:
        entries = [
            {key: value for key, value in dataclasses.asdict(model).items() if value is not None} for model in models
        ]
        save(self.folder / "imported.json", json.dumps(entries, indent=1).encode())


def _copy(path: Path, part: Path, copied: Told) -> None:
    done, total = 0, path.stat().st_size
    with path.open("rb") as source, part.open("wb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
            done += len(chunk)
            copied(done, total)


def _provided(policy: Policy) -> tuple[Path, ...]:
    """The folders that are only read: IT's, the system's packages', and those that a variable names."""
    fixed = policy.models_folder
    return (*((fixed,) if fixed else ()), paths.system_models(), *paths.extra_models())


def put_in_place(part: Path, target: Path) -> None:
    """Give a whole file its name, once it is on the disk for certain."""
    with part.open("r+b") as file:  # Windows syncs only what may be written to
        os.fsync(file.fileno())
    part.replace(target)


def _gguf_sha256(path: Path, told: Told) -> str:
    try:
        with path.open("rb") as file:
            is_gguf = file.read(len(_MAGIC)) == _MAGIC
        if is_gguf:
            return sha256(path, told)
    except OSError as error:
        raise ModelUnreadable(model=path.name) from error
    raise ModelUnreadable(model=path.name, reason="not-gguf")


def _family_in(path: Path) -> str:
    try:
        with path.open("rb") as file:
            family = family_in(file.read(_HEAD))
    except OSError as error:
        raise ModelUnreadable(model=path.name) from error
    if family is None:
        raise ModelUnreadable(model=path.name, reason="family")
    return family


def _as_imported(path: Path, found: str) -> Model:
    # What is not known of a stranger is set to what is safe for its size: a context that any model has, a generous cache.
    name = f"{_ODD.sub('-', path.stem).strip('.-') or 'model'}-{found[:8]}"
    size = path.stat().st_size
    return Model(name, name, "imported", f"{name}.gguf", size, found, "", "", (), 8_192, 131_072)
