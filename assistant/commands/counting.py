"""How far a batch has come, on stderr: documents done of how many, and the time left as this run has taken until now."""

import sys
import time
from typing import TextIO

from assistant.wording import Words, visible

_MINUTE, _HOUR = 60, 3_600
#: On something that is not a terminal, a line for so many documents.
_EVERY = 100
_FEWEST = 3


class Counting:
    """Counts documents as they are done."""

    def __init__(self, words: Words, total: int, done: int = 0, stream: TextIO | None = None) -> None:
        self._words = words
        self._total, self._done, self._before = total, done, done
        self._stream = stream or sys.stderr
        self._is_terminal = self._stream.isatty()
        self._began = time.monotonic()
        self._shown = ""

    def one(self, name: str) -> None:
        """One more is done; its name is shown where it can be written over."""
        self._done += 1
        said = self._words("{done} of {count} documents", done=self._done, count=self._total) + self._left()
        if self._is_terminal:
            self._over(f"{said} · {visible(name)[:40]}")
        elif self._done % _EVERY == 0:
            print(said, file=self._stream, flush=True)

    def end(self) -> None:
        """Leave a clean line behind."""
        if self._is_terminal:
            self._over("")

    def _left(self) -> str:
        here = self._done - self._before
        if here < _FEWEST or self._done >= self._total:
            return ""
        seconds = (time.monotonic() - self._began) / here * (self._total - self._done)
        words = self._words
        if seconds < _MINUTE:
            return " · " + words("about {seconds} s left", seconds=max(1, round(seconds)))
        if seconds < _HOUR:
            return " · " + words("about {minutes} min left", minutes=round(seconds / _MINUTE))
        return " · " + words("about {hours} h left", hours=round(seconds / _HOUR, 1))

    def _over(self, text: str) -> None:
        pad = " " * max(0, len(self._shown) - len(text))
        self._shown = text
        print(f"\r{text}{pad}", end="" if text else "\r", file=self._stream, flush=True)
