"""Sorting without a model: how fast identifiers are found, and what thousands of small documents take in time and memory."""

import os
import random
import resource
import tempfile
import time
from pathlib import Path

from assistant.classify.decide import knowledge
from assistant.classify.sorting import Sorting
from assistant.classify.work import work
from assistant.documents.read import read
from assistant.identifiers.find import find
from assistant.schemes.read import load
from assistant.store.batches import open_batch
from assistant.store.vault import open_vault
from benchmarks.texts import pages

COUNT = 10_000
_NUMBERS = (
    "811218-9876 Storgatan 12, 702 10 Örebro tel 019-602 70 00 dnr KS-2024-00012 bg 5050-1055 anna.ek@exempel.se demens"
)


def finding(_asked: str | None) -> list[dict[str, object]]:
    """A megabyte of running text with few identifiers, and one with many."""
    text = pages(10)
    few = (text * (1_000_000 // len(text) + 1))[:1_000_000]
    many = "\n".join(f"{text[place : place + 200]} {_NUMBERS}" for place in range(0, len(text) - 200, 200))
    many = (many * (1_000_000 // len(many) + 1))[:1_000_000]
    return [_found("few identifiers", few), _found("many identifiers", many)]


def _found(name: str, text: str) -> dict[str, object]:
    find(text[:1_000])
    began = time.perf_counter()
    count = len(find(text))
    return {"a megabyte with": name, "found": count, "seconds": round(time.perf_counter() - began, 2)}


class _Keyring:
    """Keeps the key for as long as the benchmark runs."""

    def __init__(self) -> None:
        self._kept: str | None = None

    def get_password(self, service: str, username: str) -> str | None:
        """The key."""
        del service, username
        return self._kept

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""
        del service, username
        self._kept = password


def batch(_asked: str | None) -> list[dict[str, object]]:
    """A batch of small text files, decided by the program alone; its list opened at the end."""
    words = pages(3).split()
    chance = random.Random(1)
    scheme = load("handlingstyp")
    rows: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for number in range(COUNT):
            path = Path(name) / f"{number}.txt"
            path.write_text(" ".join(chance.sample(words, 120)), encoding="utf-8")
            paths.append(path)
        os.environ["KANSLI_HOME"] = str(Path(name) / "home")
        vault = open_vault(_Keyring())
        made, _ = open_batch(vault, "batch", scheme.id, paths)
        sorting = Sorting(scheme, knowledge(scheme, {}), None)
        began = time.perf_counter()

        def told(line: object, _outcome: object) -> None:
            if (number := line.number) in {COUNT // 10, COUNT // 2, COUNT}:  # type: ignore[attr-defined]
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                rows.append({"documents": number, "seconds": round(time.perf_counter() - began, 1), "peak MB": peak})

        work(made, read, sorting.sort, told)
        began = time.perf_counter()
        lines = made.lines(unsure_first=True)
        rows.append({"documents": len(lines), "list opened in s": round(time.perf_counter() - began, 2)})
        vault.close()
    return rows
