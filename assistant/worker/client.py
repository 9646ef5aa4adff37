"""The parent's side of the children: a document is read, a job is done, and whatever dies of it is not the user's program.

``read`` has a document read in a child of its own. ``ModelChild`` is the long-lived child with the model: started when
it is first needed, killed when it does not stop, started again when it has died. Both block; who must not be blocked
calls them from a thread, as ``desktop`` does.
"""

import contextlib
import dataclasses
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any, Final, Self

from assistant.classify.question import Question
from assistant.documents.document import Document
from assistant.documents.opening import name_of, open_bytes
from assistant.engine.engine import Stopping
from assistant.errors import DocumentDefeats, ModelDied, ModelError, ModelMissing, ModelTooBig, Stopped, known
from assistant.job import Job, carry_out
from assistant.tasks.options import BETTER_WITH_MODEL
from assistant.tasks.task import Result
from assistant.worker import model, reader
from assistant.worker.lockdown import Protection
from assistant.worker.messages import (
    Again,
    Cancelled,
    Event,
    Failed,
    Finished,
    Piece,
    Progress,
    Read,
    ReadAhead,
    Say,
    Weighed,
)
from assistant.worker.wire import Garbled, receive, send

#: How often a wish to stop is looked for, in seconds.
_LOOK: Final = 0.05
#: Seconds a child gets to stop by itself; llama.cpp ends a batch of tokens within one.
GRACE: Final = 2.0
#: Seconds a reader gets to start. A virus scanner or a busy computer may take long over that, whatever the document is.
STARTING: Final = 60.0
#: Seconds a document gets in a reader. A PDF gets the second reader after that, as long again.
READING: Final = 15.0
#: How often a job is tried whose child dies.
TRIES: Final = 3
_SPAWN: Final = multiprocessing.get_context("spawn")
_PDF: Final = b"%PDF-"
_OPENINGS: Final = (Progress, model.Opened, Failed)
_EVENTS: Final = (Progress, Piece, Cancelled, Failed)


def read(path: Path, stopping: Stopping = lambda: False) -> Document:
    """Read the document in a file, in a child that has given up everything else.

    Raises:
        DocumentError: it cannot be read; each class says why.
        Stopped: on request.
    """
    return read_bytes(open_bytes(path), name_of(path), stopping)


def read_bytes(data: bytes, name: str, stopping: Stopping = lambda: False) -> Document:
    """Read a document from its bytes, in a child.

    Raises:
        DocumentError: it cannot be read; each class says why.
        Stopped: on request.
    """
    orders = [reader.Order(name, len(data))]
    if _PDF in data[:1024]:
        orders.append(reader.Order(name, len(data), second=True))
    for order in orders:
        try:
            return _read(order, data, stopping)
        except _Died as death:
            why = death.why
    raise DocumentDefeats(name=name, reason=why)


def protection() -> Protection:
    """What takes hold in a reader on this computer."""
    child = _Child(reader.main)
    try:
        held: Protection = child.next(lambda: False, time.monotonic() + STARTING, Protection)
    except _Died:
        return Protection()
    finally:
        child.kill()
    return held


def _read(order: reader.Order, data: bytes, stopping: Stopping) -> Document:
    """A child's reading. One that somebody has killed says nothing about the document: it is read again."""
    for _ in range(TRIES - 1):
        try:
            return _read_once(order, data, stopping)
        except _Died as death:
            if death.why != "memory":
                raise
    return _read_once(order, data, stopping)


def _read_once(order: reader.Order, data: bytes, stopping: Stopping) -> Document:
    child = _Child(reader.main)
    try:
        child.next(stopping, time.monotonic() + STARTING, Protection)
        until = time.monotonic() + READING
        child.send(order)
        child.send_bytes(data)
        answer: Read | Failed = child.next(stopping, until, Read, Failed)
    finally:
        child.kill()
    if isinstance(answer, Failed):
        raise known(answer.code, answer.facts)
    return answer.document


class ModelChild:
    """The child with the model, supervised. One job at a time; use it as a context, so that the child ends.

    Attributes:
        protection: what took hold in the child; None until it has been started.
    """

    def __init__(self, opening: model.Opening, open_: model.Open = model.open_model) -> None:
        self._opening = opening
        self._open = open_
        self._number = 0
        self._cancelled: Any = _SPAWN.RawValue("q", 0)
        self._child: _Child | None = None
        self._model = opening.model or ""
        self.protection: Protection | None = None

    @property
    def asked(self) -> str | None:
        """Which model was asked for; None for the default one."""
        return self._opening.model

    def __enter__(self) -> Self:
        """Nothing is started before it is needed."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End the child."""
        self.close()

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self._child:
            self._child.kill()
        self._child = None

    def carry_out(self, job: Job, say: Say, stopping: Stopping = lambda: False) -> Result:
        """Carry out a job; one that a model only adds to is done without where none was asked for and none is there.

        Raises:
            AssistantError: it cannot be done; ModelDied when the child dies of it every time.
            Stopped: on request, after ``GRACE`` seconds at most.
        """
        try:
            finished: Finished = self._persistently(lambda number: model.Numbered(number, job), Finished, say, stopping)
        except (ModelMissing, ModelTooBig):
            if self._opening.model or job.options.kind not in BETTER_WITH_MODEL:
                raise
            return carry_out(job, None, say)
        return dataclasses.replace(finished.result, documents=job.documents)

    def weigh(self, question: Question, say: Say, stopping: Stopping = lambda: False) -> tuple[float, ...]:
        """How likely each answer to a question is; see ``classify/question.py``.

        Raises:
            AssistantError: it cannot be said; ModelDied when the child dies of it every time.
            Stopped: on request, after ``GRACE`` seconds at most.
        """
        weighed: Weighed = self._persistently(lambda number: model.Asked(number, question), Weighed, say, stopping)
        return weighed.scores

    def _persistently(
        self, order: Callable[[int], model.Numbered | model.Asked], end: type, say: Say, stopping: Stopping
    ) -> Any:
        """What an order ends with; begun anew in another child when one dies of it."""
        died: _Died | None = None
        for attempt in range(1, TRIES + 1):
            if attempt > 1:
                say(Again(attempt))
            try:
                return self._tried(order(self._next_number()), end, say, stopping)
            except _Died as death:
                died = death
                self.close()
                if stopping():
                    raise Stopped from death
            except (Stopped, ModelError):
                raise
            except BaseException:
                self.close()  # whoever listens has failed; the job is still under way
                raise
        raise ModelDied(model=self._model, reason=died.why if died else "crash")

    def read_ahead(self, job: Job, say: Say, stopping: Stopping, closing: Stopping) -> None:
        """Read what a job begins with, so that it begins at once when it is carried out. Tried once: nothing waits for it.

        The model is loaded whole before a stop is looked for, since whoever comes next needs it too.

        Raises:
            AssistantError: it cannot be done; ModelDied when the child dies of it.
            Stopped: on request, after ``GRACE`` seconds at most. What has been read is kept.
        """
        order = model.Numbered(self._next_number(), job, ahead=True)
        try:
            self._running(say, closing)
            self._tried(order, ReadAhead, say, stopping)
        except _Died as death:
            self.close()
            raise ModelDied(model=self._model, reason=death.why) from death

    def _next_number(self) -> int:
        self._number += 1
        return self._number

    def _tried(self, order: model.Numbered | model.Asked, end: type, say: Say, stopping: Stopping) -> Any:
        """The event of the class ``end`` that an order ends with."""
        child = self._running(say, stopping)
        child.send(order)
        while True:
            event = self._next(child, end, stopping)
            if isinstance(event, end):
                return event
            if isinstance(event, Cancelled):
                raise Stopped
            if isinstance(event, Failed):
                error = known(event.code, event.facts)
                if isinstance(error, ModelError):  # with its file changed the child has ended
                    self.close()
                raise error
            say(event)

    def _running(self, say: Say, stopping: Stopping) -> "_Child":
        if self._child:
            return self._child
        child = _Child(model.main, self._cancelled, self._number, self._opening, self._open)
        try:
            answer: Progress | model.Opened | Failed = child.next(stopping, None, *_OPENINGS)
            while isinstance(answer, Progress):
                say(answer)
                answer = child.next(stopping, None, *_OPENINGS)
        except BaseException:
            child.kill()  # also when stopped: loading cannot be, and nothing is lost
            raise
        if isinstance(answer, Failed):
            child.kill()
            raise known(answer.code, answer.facts)
        self._model, self.protection, self._child = answer.model, answer.protection, child
        return child

    def _next(self, child: "_Child", end: type, stopping: Stopping) -> Event:
        """What the child says next. The ladder of stopping: a flag that it looks at, some seconds of grace, then the end."""
        try:
            event: Event = child.next(stopping, None, end, *_EVENTS)
        except Stopped:
            self._cancelled.value = self._number
        else:
            return event
        until = time.monotonic() + GRACE
        try:
            while True:  # what it was about to say before it saw the flag
                answer = child.next(lambda: False, until, end, *_EVENTS)
                if isinstance(answer, end | Cancelled | Failed):
                    break
        except _Died:
            self.close()
        raise Stopped


class _Died(Exception):
    """A child has ended without an answer; ``why`` is ``crash``, ``memory`` or ``time``."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Child:
    """A process and the pipe to it."""

    def __init__(self, main: Callable[..., None], *arguments: Any) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=main, args=(theirs, os.getpid(), *arguments), daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()

    def send(self, value: Any) -> None:
        with self._told():
            send(self._connection, value)

    def send_bytes(self, data: bytes) -> None:
        with self._told():
            self._connection.send_bytes(data)

    def next(self, stopping: Stopping, until: float | None, *kinds: type) -> Any:
        """The child's next value. Raises Stopped, or _Died when there will be none."""
        while not wait([self._connection], _LOOK):
            if stopping():
                raise Stopped
            if until is not None and time.monotonic() > until:
                raise _Died("time")
        with self._told():
            return receive(self._connection, *kinds)

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, OSError, Garbled) as error:
            self._process.join(GRACE)
            raise _Died(self._why()) from error

    def _why(self) -> str:
        if sys.platform == "win32":
            return "crash"
        # The system ends a process that takes too much memory with a signal that we have not sent.
        return {-signal.SIGKILL: "memory", -signal.SIGXCPU: "time"}.get(self._process.exitcode or 0, "crash")


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal; a child that starts now inherits that it is held back."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # it lets the signal through again when it starts, which the first child starts it with
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
