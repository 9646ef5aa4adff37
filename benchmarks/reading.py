"""Documents read per second, by format, without a model."""

import time
from pathlib import Path

from assistant.documents.read import read, read_bytes
from assistant.paths import resources
from benchmarks.texts import pages

SECONDS = 1.0


def measure(_asked: str | None) -> list[dict[str, object]]:
    """One row a document: the shipped samples, and a text of ten pages in the formats that are text."""
    text = pages(10)
    html = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
    rtf = "{\\rtf1\\ansi " + text.encode("ascii", "ignore").decode().replace("\n\n", "\\par ") + "}"
    rows = [_row(path.name, path.read_bytes()) for path in sorted((resources() / "examples").glob("*.*"))]
    rows += [
        _row(name, data.encode())
        for name, data in (("ten-pages.txt", text), ("ten-pages.html", f"<html>{html}</html>"), ("ten-pages.rtf", rtf))
    ]
    shared = Path(__file__).resolve().parents[2] / "shared" / "data"
    for path in sorted([*shared.glob("files_pdf/*.pdf"), *shared.glob("files_docx/*.docx")]):
        began = time.perf_counter()
        document = read(path)
        rows.append(
            {
                "document": path.name[-40:],
                "pages": document.pages or "",
                "a second": round(1 / (time.perf_counter() - began), 1),
            }
        )
    return rows


def _row(name: str, data: bytes) -> dict[str, object]:
    count, began = 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        document = read_bytes(data, name)
        count += 1
    return {
        "document": name,
        "pages": document.pages or "",
        "a second": round(count / (time.perf_counter() - began), 1),
    }
