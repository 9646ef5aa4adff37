"""What the children cost: giving up what they do not need, reading a small document, and a whole job through them."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from assistant.documents.document import Document
from assistant.documents.read import read_bytes
from assistant.engine.opening import open_session
from assistant.job import Job, carry_out
from assistant.tasks.options import Options
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event
from assistant.worker.model import Opening
from benchmarks.texts import pages

ROUNDS = 5
EXAMPLE = Path(__file__).parent.parent / "resources" / "examples" / "tjansteskrivelse-fardtjanst.docx"
LOCKDOWN = (
    "import time; from assistant.worker.lockdown import *; b = time.perf_counter(); lockdown(Limits(768, 30)); "
    "print(time.perf_counter() - b)"
)


def measure(asked: str | None) -> list[dict[str, object]]:
    """Three rows: lockdown in milliseconds, a small document in seconds, and a job as a ratio of the same work in one process."""
    lockdowns = [
        float(subprocess.run([sys.executable, "-c", LOCKDOWN], capture_output=True, text=True, check=True).stdout)
        for _ in range(ROUNDS)
    ]
    data = EXAMPLE.read_bytes()
    there = [_timed(lambda: client.read(EXAMPLE)) for _ in range(ROUNDS)]
    here = [_timed(lambda: read_bytes(data, EXAMPLE.name)) for _ in range(ROUNDS)]
    in_child, in_process = _jobs(asked)
    return [
        {"what": "lockdown", "goal": "≤ 15 ms", "measured": f"{median(lockdowns) * 1000:.1f} ms"},
        {
            "what": "a small document in a reader",
            "goal": "≤ 0.5 s",
            "measured": f"{median(there):.3f} s",
            "in one process": f"{median(here):.3f} s",
        },
        {
            "what": "a job",
            "goal": "ratio ≤ 1.03",
            "measured": f"{median(in_child):.2f} s",
            "in one process": f"{median(in_process):.2f} s",
            "ratio": round(median(in_child) / median(in_process), 3),
        },
    ]


def _jobs(asked: str | None) -> tuple[list[float], list[float]]:
    """Seconds of the same jobs in a child and here, by turns; every document is new, so that nothing is read before."""
    options = Options("bullets", length="short")
    there, here = [], []
    with ModelChild(Opening(asked)) as child, open_session(asked, lambda: False) as session:
        for round_ in range(ROUNDS + 1):
            document = _document(round_)
            job = Job(document, options)
            in_child = _timed(lambda job=job: child.carry_out(job, _deaf))
            in_process = _timed(lambda job=job: carry_out(job, session, _deaf))
            if round_:  # the first loads the model
                there.append(in_child)
                here.append(in_process)
    return there, here


def _document(number: int) -> Document:
    return read_bytes(f"Ärende {number}\n\n{pages(2)}".encode(), f"{number}.txt")


def _deaf(_event: Event) -> None:
    """Listen to nothing."""


def _timed(work: object) -> float:
    assert callable(work)
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
