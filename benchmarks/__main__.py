"""Runs the benchmarks that are asked for, prints a table, and writes the figures as JSON.

``python -m benchmarks [WHICH …] [--out FILE.json] [--model ID]``
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks import builds, children, engine, meeting, pages, reading, reviewing, sorting, window

BENCHMARKS: dict[str, Callable[[str | None], list[dict[str, object]]]] = {
    "reading": reading.measure,
    "engine": engine.overhead,
    "builds": builds.measure,
    "second": engine.second_task,
    "children": children.measure,
    "pages": pages.measure,
    "meeting": meeting.measure,
    "window": window.start,
    "work": window.job,
    "review": reviewing.measure,
    "find": sorting.finding,
    "batch": sorting.batch,
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("which", nargs="*", choices=[*BENCHMARKS, []], help="default all")
    parser.add_argument("--model")
    parser.add_argument("--out", type=Path)
    order = parser.parse_args()
    figures: dict[str, list[dict[str, object]]] = {}
    for name in order.which or BENCHMARKS:
        print(f"\n== {name}", flush=True)
        figures[name] = BENCHMARKS[name](order.model)
        _print(figures[name])
        if order.out:
            order.out.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def _print(rows: list[dict[str, object]]) -> None:
    heads = list(dict.fromkeys(key for row in rows for key in row))
    table = [heads, *([str(row.get(head, "")) for head in heads] for row in rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(heads))]
    for row in table:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
