"""A screen that is only a file, and a picture of what is on it. Needs Xvfb."""

import contextlib
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QImage

_SIZE: Final = "1280x900x24"
_HEADER: Final = 25
_SECONDS: Final = 20


class Screen:
    """A screen by its number."""

    def __init__(self, number: int, file: Path) -> None:
        self.display = f":{number}"
        self._file = file

    def picture(self) -> QImage:
        """What is on it now: its file has X's own form of a picture."""
        content = self._file.read_bytes()
        fields = struct.unpack(f">{_HEADER}I", content[: 4 * _HEADER])
        header, width, height, line, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
        pixels = content[header + 12 * colours :]
        return QImage(pixels, width, height, line, QImage.Format.Format_RGB32).copy()

    def wait_until(self, content: bytes, *, is_it: bool) -> None:
        """Wait until this is on it, or something else."""
        until = time.monotonic() + _SECONDS
        while (self.content() == content) is not is_it and time.monotonic() < until:
            time.sleep(0.01)

    def content(self) -> bytes:
        """What is on it now, to be compared."""
        return self._file.read_bytes()

    def save_when_drawn(self, target: Path) -> int:
        """Save a picture once a window has drawn itself, which may take several goes; how many colours are in it."""
        until = time.monotonic() + _SECONDS
        before = None
        while True:
            picture = self.picture()
            seen = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
            is_drawn = len(seen) > 8 and picture == before  # noqa: PLR2004 - an empty screen has one or two
            if is_drawn or time.monotonic() > until:
                picture.save(str(target))
                return len(seen)
            before = picture
            time.sleep(0.5)


@contextlib.contextmanager
def screen(number: int = 97) -> Iterator[Screen]:
    """A screen for as long as the block runs; programs reach it by a socket in /tmp/.X11-unix."""
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(
            ["Xvfb", f":{number}", "-screen", "0", _SIZE, "-fbdir", folder, "-ac", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            file = Path(folder) / "Xvfb_screen0"
            until = time.monotonic() + _SECONDS
            while not (file.exists() and Path(f"/tmp/.X11-unix/X{number}").exists()):
                assert time.monotonic() < until, "Xvfb does not start"
                time.sleep(0.1)
            yield Screen(number, file)
        finally:
            server.terminate()
            server.wait()
