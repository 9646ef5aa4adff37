"""Who the presenter of a result asks: the one who does jobs, and the ways out of the window."""

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from assistant.job import Job
from assistant.tasks.task import Result


class Orders(Protocol):
    """Who does the jobs; see ``assistant/worker/background.py``."""

    def order(self, job: Job) -> int:
        """Put a job at the end; its number."""

    def stop(self, number: int) -> None:
        """Stop a job, under way or waiting."""


class Output(Protocol):
    """The ways out of the window; see ``desktop/output.py``."""

    def write(self, result: Result, path: Path) -> None:
        """Save a result as a file; raises AssistantError."""

    def copy(self, result: Result, chosen: Collection[int]) -> None:
        """Put the text of some statements on the clipboard; of all when none are named."""
