"""Progress on stderr: one line that is written over on a terminal, a line a stage elsewhere."""

import sys
import time
from typing import TextIO

from assistant.wording import Words
from assistant.worker.messages import Event, Progress

#: Below this share and time an estimate of the time left would only be a guess.
_SHARE_TO_TELL = 0.03
_SECONDS_TO_TELL = 2.0
_MINUTE = 60

_STAGES = {"opening": "Opening the model", "reading": "Reading", "writing": "Writing"}


class ProgressLine:
    """Hears a job's events and shows stage, part, share and time left."""

    def __init__(self, words: Words, stream: TextIO | None = None) -> None:
        self._words = words
        self._stream = stream or sys.stderr
        self._is_terminal = self._stream.isatty()
        self._began = time.monotonic()
        self._shown = ""

    def hear(self, event: Event) -> None:
        """Show a Progress; pieces of text are not shown, since they have not been checked."""
        if not isinstance(event, Progress):
            return
        if self._is_terminal:
            self._write_over(self._sentence(event))
        elif (stage := f"{event.stage} {event.part}") != self._shown:
            self._shown = stage
            print(self._sentence(event), file=self._stream, flush=True)

    def end(self) -> None:
        """Leave a clean line behind."""
        if self._is_terminal:
            self._write_over("")

    def _write_over(self, text: str) -> None:
        pad = " " * max(0, len(self._shown) - len(text))
        self._shown = text
        print(f"\r{text}{pad}", end="" if text else "\r", file=self._stream, flush=True)

    def _sentence(self, event: Progress) -> str:
        words = self._words
        stage = words(_STAGES[event.stage])
        if event.parts > 1:
            stage = words("{stage}, part {part} of {parts}", stage=stage, part=event.part, parts=event.parts)
        text = words("{stage} · {percent} %", stage=stage, percent=round(event.share * 100))
        elapsed = time.monotonic() - self._began
        if event.share < _SHARE_TO_TELL or elapsed < _SECONDS_TO_TELL:
            return text
        left = elapsed / event.share - elapsed
        return f"{text} · {self._time(left)}"

    def _time(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self._words("about {seconds} s left", seconds=max(1, round(seconds)))
        return self._words("about {minutes} min left", minutes=round(seconds / _MINUTE))
