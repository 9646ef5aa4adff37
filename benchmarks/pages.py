"""Time and peak memory of a whole summary on the command line, for documents of 1 to 200 pages."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from assistant.engine.models import Store
from benchmarks.texts import pages

COUNTS = (1, 10, 60, 200)


def measure(asked: str | None) -> list[dict[str, object]]:
    """One row a document; ``over model`` is peak memory beyond the size of the model's file, in MB.

    Processor seconds are those of all threads and children together: they compare lengths also when the machine has other work.
    """
    model = Store().find(asked).model
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for count in COUNTS:
            document = Path(folder) / f"{count}.txt"
            document.write_text(pages(count), encoding="utf-8")
            began = time.monotonic()
            command = [
                sys.executable,
                "-m",
                "assistant",
                "summarise",
                str(document),
                "--format",
                "json",
                "--model",
                model.id,
            ]
            with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
                assert child.stdout
                result = json.loads(child.stdout.read())
                _, _, used = os.wait4(child.pid, 0)
                child.returncode = 0
            seconds, cpu = time.monotonic() - began, used.ru_utime + used.ru_stime
            coverage = result["coverage"]
            rows.append(
                {
                    "pages": count,
                    "seconds": round(seconds, 1),
                    "seconds a page": round(seconds / count, 2),
                    "processor seconds a page": round(cpu / count, 2),
                    "read": f"{coverage['read']}/{coverage['paragraphs']}",
                    "peak MB": used.ru_maxrss // 1024,
                    "over model": used.ru_maxrss // 1024 - (model.bytes >> 20),
                    "tokens read": result["provenance"]["tokens_read"],
                }
            )
            print(rows[-1], flush=True)
    return rows
