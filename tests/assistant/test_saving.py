"""Saving is all or nothing, and refuses what is not an ordinary file."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import OutputError
from assistant.saving import save
from tests.conftest import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and FIFOs are those of POSIX")


def reason_of(path: Path, data: bytes = b"new") -> str:
    with pytest.raises(OutputError) as caught:
        save(path, data)
    assert caught.value.facts["name"] == path.name
    return str(caught.value.facts["reason"])


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_new_file_holds_exactly_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    save(tmp_path / "beslut.docx", b"\x00\r\n\xff")
    assert (tmp_path / "beslut.docx").read_bytes() == b"\x00\r\n\xff"
    assert names(tmp_path) == ["beslut.docx"]


def test_an_earlier_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "beslut.txt"
    path.write_bytes(b"a much longer text than the new one")
    save(path, b"short")
    assert path.read_bytes() == b"short"


def test_an_empty_file_can_be_saved(tmp_path: Path) -> None:
    save(tmp_path / "tom.txt", b"")
    assert (tmp_path / "tom.txt").read_bytes() == b""


@posix
def test_a_new_file_gets_the_mode_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_bytes(b"")
    save(tmp_path / "saved", b"")
    assert (tmp_path / "saved").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


@posix
def test_an_earlier_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "privat.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def fail_with(number: int, after: int) -> object:
    """An ``os.write`` that takes ``after`` bytes a call, and fails at the second call."""
    calls: list[int] = []
    real = os.write

    def write(descriptor: int, data: bytes) -> int:
        calls.append(len(data))
        if len(calls) > 1:
            raise OSError(number, os.strerror(number))
        return real(descriptor, bytes(data)[:after])

    return write


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "disk-full"), (errno.EDQUOT, "disk-full"), (errno.EACCES, "forbidden"), (errno.EIO, "failed")],
)
def test_a_failure_halfway_leaves_the_earlier_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    path = tmp_path / "utkast.txt"
    path.write_bytes(b"the earlier draft")
    monkeypatch.setattr(os, "write", fail_with(number, after=3))
    assert reason_of(path, b"the new draft") == reason
    assert path.read_bytes() == b"the earlier draft"
    assert names(tmp_path) == ["utkast.txt"]


@posix
def test_a_real_limit_on_size_is_told_as_a_full_disk(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - only POSIX has it

    path = tmp_path / "utkast.txt"
    path.write_bytes(b"the earlier draft")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        reason = reason_of(path, b"x" * 10_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert reason == "disk-full"
    assert path.read_bytes() == b"the earlier draft"
    assert names(tmp_path) == ["utkast.txt"]


def test_an_interruption_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "utkast.txt", b"text")
    assert names(tmp_path) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.saving import save
os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGKILL)
save(Path(sys.argv[1]), b"secret")
"""


@posix
def test_what_a_killed_program_has_left_is_taken_away_when_the_file_is_saved_again(tmp_path: Path) -> None:
    path = tmp_path / "beslut.txt"
    path.write_bytes(b"old")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False, cwd=ROOT)
    assert ended.returncode < 0
    assert path.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2
    save(path, b"new")
    assert names(tmp_path) == ["beslut.txt"]


@posix
def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_bytes(b"untouched")
    (tmp_path / "link.txt").symlink_to(target)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nothing")
    assert reason_of(tmp_path / "link.txt") == "exists"
    assert reason_of(tmp_path / "dangling.txt") == "exists"
    assert target.read_bytes() == b"untouched"
    assert not (tmp_path / "nothing").exists()


@posix
def test_a_fifo_and_a_device_are_not_written_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    assert reason_of(tmp_path / "fifo") == "exists"
    assert reason_of(Path(os.devnull)) == "exists"


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    assert reason_of(tmp_path / "folder") == "folder"
    assert reason_of(tmp_path / "nowhere" / "a.txt") == "folder"
    assert reason_of(tmp_path / "file" / "a.txt") == "folder"


def test_a_name_the_system_does_not_take_is_told(tmp_path: Path) -> None:
    assert reason_of(tmp_path / "a\0b.txt") == "name"
    assert reason_of(tmp_path / ("å" * 300)) == "name"
    assert names(tmp_path) == []


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "fast.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everything, so the answer is given here
    assert reason_of(path) == "forbidden"
    assert path.read_bytes() == b"old"
