"""How far a job with a model has come, in one unit for reading and writing."""

from assistant.engine.engine import Progress as Reading
from assistant.worker.messages import Piece, Progress, Say

#: Writing a token takes as long as reading this many (measured: 4 to 7, by model and machine).
WRITING = 5


class Pace:
    """Tells ``say`` the share of the work that is done; the work is announced part by part with its cost."""

    def __init__(self, say: Say, parts: int, cost: int) -> None:
        """Begin a job of ``parts`` parts that costs ``cost`` tokens of reading in all; see ``cost_of``."""
        self._say = say
        self._parts = parts
        self._cost = max(1, cost)
        self._done = 0
        self._part = 0
        self._told = 0.0

    @staticmethod
    def cost_of(read: int, written: int) -> int:
        """What reading and writing so many tokens costs."""
        return read + WRITING * written

    def part(self, stage: str, cost: int) -> "Part":
        """Begin the next part: it is read, and then ``stage`` says what is done."""
        self._part = min(self._part + 1, self._parts)
        part = Part(self, stage, cost)
        self.tell("reading", 0)
        return part

    def tell(self, stage: str, extra: int) -> None:
        """Say where the work stands, ``extra`` into the part under way."""
        self._told = max(self._told, min(1.0, (self._done + extra) / self._cost))
        self._say(Progress(stage, max(1, self._part), self._parts, self._told))

    def finish(self, cost: int) -> None:
        """A part that costs so much is done."""
        self._done += cost

    def piece(self, text: str) -> None:
        """Pass on a piece of the answer."""
        self._say(Piece(text))


class Part:
    """One part under way: hears the session's progress and pieces."""

    def __init__(self, pace: Pace, stage: str, cost: int) -> None:
        """Begin; see ``Pace.part``."""
        self._pace, self._stage, self._cost = pace, stage, cost
        self._read = self._written = 0

    @property
    def reading(self) -> Reading:
        """Hears how far the prompt has been read."""

        def hear(done: int, _total: int) -> None:
            self._read = done
            self._tell("reading")

        return hear

    def write(self, _text: str) -> None:
        """Hear a piece that is for the program alone."""
        self._written += 1
        self._tell(self._stage)

    def write_aloud(self, text: str) -> None:
        """Hear a piece of the answer itself."""
        self.write(text)
        self._pace.piece(text)

    def end(self) -> None:
        """The part is done, whatever it took."""
        self._pace.finish(self._cost)

    def _tell(self, stage: str) -> None:
        self._pace.tell(stage, min(self._cost, self._read + WRITING * self._written))
