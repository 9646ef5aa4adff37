"""``kansli selftest``: whether this installation works, each part in turn. For those who install it, and their scripts."""

import argparse
import dataclasses
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from assistant import paths, policy, processor
from assistant.commands import exits
from assistant.commands.exits import Exit
from assistant.documents.document import Document
from assistant.engine.models import Store
from assistant.errors import AssistantError, ModelMissing, ProgramDamaged
from assistant.job import Job, Options
from assistant.version import VERSION
from assistant.wording import Words, later
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.lockdown import Protection, missing, no_network
from assistant.worker.model import Opening

#: A text that is in both samples, with letters that a wrong code page would spoil.
_MARK: Final = "färdtjänst"
_SAMPLES: Final = {"word": "tjansteskrivelse-fardtjanst.docx", "pdf": "sjalvtest.pdf"}
#: What each step shows when it passes.
STEPS: Final = {
    "processor": later("The processor has what Kansli needs."),
    "store": later("The encrypted store works."),
    "word": later("A Word file was read in a process of its own."),
    "pdf": later("A PDF was read in a process of its own."),
    "model": later("A language model was verified, loaded in a process of its own, and summarised the PDF."),
}


@dataclass
class Step:
    """One step and how it went.

    Attributes:
        name: a key of ``STEPS``.
        seconds: how long it took.
        error: why it failed; None when it passed.
        facts: what there is to tell of it.
    """

    name: str
    seconds: float = 0.0
    error: AssistantError | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("--model", metavar=words("ID|PATH"), help=words("which model; default the smallest installed"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Take the steps, tell of each, and end with the exit code of the first that failed."""
    report = Report(words if order.format == "text" else None)
    is_offline = no_network()
    report.step("processor", _processor)
    report.step("store", _store)
    read: list[Document] = []
    report.step("word", lambda: _read("word", read.append))
    report.step("pdf", lambda: _read("pdf", read.append))
    reader = client.protection()
    model: list[Protection] = []
    if read:
        report.step("model", lambda: _summarise(read[-1], order.model, model.append))
    held = {"reader": reader, **({"model": model[0]} if model else {})}
    if order.format == "json":
        print(json.dumps(report.values(held, is_offline=is_offline), ensure_ascii=False))
    else:
        _tell(held, words, is_offline=is_offline)
        print(
            words("Kansli works on this computer.")
            if report.code is Exit.DONE
            else words("Kansli does not work whole here.")
        )
    return report.code


class Report:
    """The steps taken so far; each is told on stderr when it ends, unless for a script."""

    def __init__(self, words: Words | None) -> None:
        self.steps: list[Step] = []
        self._words = words

    @property
    def code(self) -> Exit:
        """What the command ends with."""
        return next((exits.of(step.error) for step in self.steps if step.error), Exit.DONE)

    def step(self, name: str, work: Callable[[], dict[str, Any]]) -> None:
        """Take a step; what Kansli knows to tell is its failure, and anything else is a bug."""
        step = Step(name)
        began = time.monotonic()
        try:
            step.facts = work()
        except AssistantError as error:
            step.error = error
        step.seconds = round(time.monotonic() - began, 2)
        self.steps.append(step)
        if self._words:
            said = self._words.error(step.error) if step.error else self._words(STEPS[name])
            print(f"  {self._words('NO') if step.error else self._words('yes')}  {said} ({step.seconds:.1f} s)")

    def values(self, held: dict[str, Protection], *, is_offline: bool) -> dict[str, Any]:
        """All of it, for a script."""
        steps = [
            {
                "step": step.name,
                "passed": step.error is None,
                "seconds": step.seconds,
                **step.facts,
                **({"code": step.error.code, "facts": step.error.facts} if step.error else {}),
            }
            for step in self.steps
        ]
        return {
            "kansli": VERSION,
            "frozen": paths.is_installed(),
            "passed": self.code is Exit.DONE,
            "steps": steps,
            "protection": {
                "program": {"network": is_offline},
                **{name: dataclasses.asdict(each) for name, each in held.items()},
            },
            "missing": sorted({layer for each in held.values() for layer in missing(each)}),
        }


def _processor() -> dict[str, Any]:
    lacking = processor.lacking()
    if lacking:
        raise ProgramDamaged(part=", ".join(lacking), reason="processor")
    known = processor.instructions()
    return {"instructions": None if known is None else sorted(known), "slow": processor.is_slow()}


def _store() -> dict[str, Any]:
    """A database in memory, encrypted with a key that nobody keeps: the user's own is left alone."""
    with _native("sqlcipher"):
        import sqlcipher3  # noqa: PLC0415 - native code is loaded where its failure is told

        connection = sqlcipher3.connect(":memory:")
        (version,) = connection.execute("PRAGMA cipher_version").fetchone()
        connection.close()
    return {"sqlcipher": str(version)}


def _read(kind: str, read: Callable[[Document], None]) -> dict[str, Any]:
    document = client.read(paths.resources() / "examples" / _SAMPLES[kind])
    if _MARK not in document.text:
        raise ProgramDamaged(part=kind)
    read(document)
    return {"paragraphs": len(document.paragraphs)}


def _summarise(document: Document, asked: str | None, held: Callable[[Protection], None]) -> dict[str, Any]:
    settings = policy.chosen()
    name = asked or policy.in_force().fixed.get("model") or _smallest()
    with _native("llama.cpp"), ModelChild(Opening(name, threads=settings.threads or None)) as child:
        result = child.carry_out(Job(document, Options(length="short")), lambda _event: None)
        if child.protection:
            held(child.protection)
    if not any(block.text.strip() for block in result.blocks):
        raise ProgramDamaged(part="llama.cpp")
    tokens = result.provenance
    return {"model": name, "read": tokens.tokens_read, "written": tokens.tokens_written}


def _smallest() -> str:
    """The smallest that is installed: whether the engine works can be seen with any."""
    here = sorted(Store().installed(), key=lambda each: each.model.bytes)
    if not here:
        raise ModelMissing(model="")
    return here[0].model.id


@contextmanager
def _native(part: str) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise ProgramDamaged(part=part) from error


def _tell(held: dict[str, Protection], words: Words, *, is_offline: bool) -> None:
    print(words("The whole program has given up networks.") if is_offline
          else words("The program cannot give up networks on this system; block it with a firewall rule."))  # fmt: skip
    names = {
        "reader": words("Protection in the program that reads documents:"),
        "model": words("Protection in the program with the model:"),
    }
    for name, protection in held.items():
        print(names[name])
        lacking = missing(protection)
        for layer in ("limits", "no_dump", "files", "calls", "network"):
            print(f"  {words('NO') if layer in lacking else words('yes')}  {words.layer(layer)}")
