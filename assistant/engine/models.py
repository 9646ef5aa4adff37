"""The model store: which models there are, where their files lie, and proof that a file is the one on the list.

A model answers only if its SHA-256 is in the catalogue, or if the user has imported that very file knowingly.
Fetching is in ``fetch.py``.
"""

import dataclasses
import hashlib
import json
import shutil
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import paths
from assistant.errors import ModelChanged, ModelMissing, ModelUnknown, SettingsError
from assistant.saving import save

#: Hears bytes done and bytes in all.
Told = Callable[[int, int], None]
_CHUNK = 1 << 22


@dataclass(frozen=True)
class Packages:
    """A model file cut into parts, each in a wheel: part ``n`` is the data file ``inside`` of package ``name``."""

    name: str
    version: str
    parts: int
    inside: str


@dataclass(frozen=True)
class Hub:
    """A model file in a repository of the publisher's hub, at one revision."""

    repository: str
    revision: str


@dataclass(frozen=True)
class Model:
    """One model of the catalogue; ``role`` is ``default``, ``small``, ``test``, ``larger`` or ``imported``."""

    id: str
    title: str
    role: str
    file: str
    bytes: int
    sha256: str
    licence: str
    family: str
    languages: tuple[str, ...]
    context: int
    kv_bytes: int
    packages: Packages | None = None
    hub: Hub | None = None


@dataclass(frozen=True)
class Installed:
    """A model and the file that holds it. The hash is checked by ``verified``, not by finding it."""

    model: Model
    path: Path

    @property
    def imported(self) -> bool:
        """Whether the user brought it, so that no one else has vouched for it."""
        return self.model.role == "imported"


def catalogue(file: Path | None = None) -> tuple[Model, ...]:
    """The models of ``resources/models.toml``.

    Raises:
        SettingsError: a key is unknown or missing.
    """
    file = file or paths.resources() / "models.toml"
    entries = tomllib.loads(file.read_text(encoding="utf-8")).get("model", [])
    return tuple(_model(entry, file.name) for entry in entries)


def sha256(path: Path, told: Told = lambda _done, _total: None) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest, done, total = hashlib.sha256(), 0, path.stat().st_size
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            done += len(chunk)
            told(done, total)
    return digest.hexdigest()


def verified(installed: Installed) -> Installed:
    """The same, once its file has been read through and has the hash on the list.

    Raises:
        ModelChanged: it has another.
        ModelMissing: it is gone.
    """
    try:
        found = sha256(installed.path)
    except OSError as error:
        raise ModelMissing(model=installed.model.id) from error
    if found != installed.model.sha256:
        raise ModelChanged(model=installed.model.id)
    return installed


class Store:
    """The user's model folder, and folders that are only read."""

    def __init__(
        self, folder: Path | None = None, extra: Sequence[Path] | None = None, models: Sequence[Model] = ()
    ) -> None:
        self.folder = folder or paths.models()
        self._folders = (self.folder, *(paths.extra_models() if extra is None else extra))
        self._catalogue = tuple(models) or catalogue()

    @property
    def models(self) -> tuple[Model, ...]:
        """The catalogue, and what the user has imported."""
        return (*self._catalogue, *self._imported())

    def model(self, name: str) -> Model:
        """The model with that id.

        Raises:
            ModelUnknown: there is none.
        """
        for model in self.models:
            if model.id == name:
                return model
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
            ModelUnknown: neither an id nor the path of a file whose hash is known.
        """
        if asked is None:
            there = [installed for installed in self.installed() if installed.model.role != "test"]
            there.sort(key=lambda installed: (installed.model.role == "default", installed.model.bytes))
            if not there:
                raise ModelMissing(model="")
            return there[-1]
        path = Path(asked)
        if path.suffix == ".gguf" or path.is_file():
            return self._at(path)
        model = self.model(asked)
        found = self.where(model)
        if found is None:
            raise ModelMissing(model=asked)
        return Installed(model, found)

    def add(self, path: Path, family: str, told: Told = lambda _done, _total: None) -> Model:
        """Import a GGUF file knowingly: copy it in and remember its hash.

        Raises:
            ModelMissing: no such file.
            OSError: the disk is full or forbids it; nothing is left behind.
        """
        if not path.is_file():
            raise ModelMissing(model=path.name)
        found = sha256(path, told)
        for model in self.models:
            if model.sha256 == found and self.where(model) is not None:
                return model
        known = next((model for model in self._catalogue if model.sha256 == found), None)
        model = known or _as_imported(path, found, family)
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / model.file
        part = target.with_suffix(".part")
        try:
            shutil.copyfile(path, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        if known is None:
            self._remember([*self._imported(), model])
        return model

    def remove(self, name: str) -> None:
        """Delete a model's file from the user's folder.

        Raises:
            ModelUnknown: no model has that id.
            ModelMissing: it is not in the user's folder.
        """
        model = self.model(name)
        path = self.folder / model.file
        if not path.is_file():
            raise ModelMissing(model=name)
        path.unlink()
        if model.role == "imported":
            self._remember([other for other in self._imported() if other.id != name])

    def _at(self, path: Path) -> Installed:
        if not path.is_file():
            raise ModelMissing(model=path.name)
        found = sha256(path)
        for model in self.models:
            if model.sha256 == found:
                return Installed(model, path)
        raise ModelUnknown(model=path.name)

    def _imported(self) -> list[Model]:
        file = self.folder / "imported.json"
        if not file.is_file():
            return []
        try:
            return [_model(entry, file.name) for entry in json.loads(file.read_text(encoding="utf-8"))]
        except (ValueError, TypeError) as error:
            raise SettingsError(file=file.name, reason="unreadable") from error

    def _remember(self, models: Sequence[Model]) -> None:
        entries = [
            {key: value for key, value in dataclasses.asdict(model).items() if value is not None} for model in models
        ]
        save(self.folder / "imported.json", json.dumps(entries, indent=1).encode())


def _as_imported(path: Path, found: str, family: str) -> Model:
    # What is not known of a stranger is set to what is safe for its size: a context that any model has, a generous cache.
    name = f"{path.stem}-{found[:8]}"
    size = path.stat().st_size
    return Model(name, path.stem, "imported", f"{name}.gguf", size, found, "", family, (), 8_192, 131_072)


def _model(entry: dict[str, Any], file: str) -> Model:
    names = {field.name for field in dataclasses.fields(Model)}
    unknown = entry.keys() - names
    if unknown:
        raise SettingsError(file=file, reason=f"unknown key {min(unknown)}")
    values = dict(entry, languages=tuple(entry.get("languages", ())))
    try:
        if "packages" in entry:
            values["packages"] = Packages(**entry["packages"])
        if "hub" in entry:
            values["hub"] = Hub(**entry["hub"])
        return Model(**values)
    except TypeError as error:
        raise SettingsError(file=file, reason="missing or unknown key") from error
