"""``kansli doctor``: what this computer has, what protects documents on it, and what is missing. For users and IT."""

import argparse
import json
import platform
from dataclasses import asdict
from importlib import metadata
from typing import Any

from assistant import machine, paths, policy, processor
from assistant.commands.exits import Exit
from assistant.engine import memory
from assistant.engine.models import Store
from assistant.engine.opening import CONTEXT
from assistant.phrases import LAYERS
from assistant.version import VERSION
from assistant.wording import Words
from assistant.worker.lockdown import missing, no_network

_MB = 1 << 20
_PACKAGES = ("llama-cpp-python", "pypdf", "pypdfium2", "lxml", "sqlcipher3", "keyring", "python-docx")


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Look, start a reader to see what takes hold, and print."""
    found = _found()
    if order.format == "json":
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(found, words)
    return Exit.DONE


def _found() -> dict[str, Any]:
    fixed = policy.in_force()
    reader = machine.protection()
    here = machine.look(policy.chosen().threads)
    models = [
        {"id": one.model.id, "imported": one.imported, "needs_mb": memory.need(one.model, CONTEXT) // _MB}
        for one in Store().installed()
    ]
    return {
        "kansli": VERSION,
        "python": platform.python_version(),
        "system": platform.platform(),
        "packages": {name: metadata.version(name) for name in _PACKAGES},
        "home": str(paths.home()),
        "memory_mb": _mb(here.memory),
        "memory_free_mb": _mb(here.memory_free),
        "disk_free_mb": _mb(here.disk_free),
        "cores": here.cores,
        "threads": here.threads,
        "policy": {"file": fixed.file, "values": dict(fixed.values), "places": dict(fixed.places)},
        "processor": {"lacking": list(processor.lacking()), "slow": processor.is_slow()},
        "models": models,
        "protection": {"program": {"network": no_network()}, "reader": asdict(reader)},
        "missing": list(missing(reader)),
    }


def _mb(number: int | None) -> int | None:
    return None if number is None else number // _MB


def _print(found: dict[str, Any], words: Words) -> None:
    print(f"Kansli {found['kansli']}, Python {found['python']}, {found['system']}")
    print(", ".join(f"{name} {version}" for name, version in found["packages"].items()))
    print(words("Settings and models: {folder}", folder=found["home"]))
    if found["memory_free_mb"] is not None and found["memory_mb"] is not None:
        print(
            words("Memory: {all} MB, of which {free} MB is free.", all=found["memory_mb"], free=found["memory_free_mb"])
        )
    if found["disk_free_mb"] is not None:
        print(words("Room for models on the disk: {free} MB.", free=found["disk_free_mb"]))
    print(
        words(
            "Processor cores: {cores}. Threads for the model: {threads}.",
            cores=found["cores"],
            threads=found["threads"],
        )
    )
    _print_policy(found["policy"], words)
    for model in found["models"]:
        print(words("Model: {model}, needs {needs} MB of memory", model=model["id"], needs=model["needs_mb"]))
    if not found["models"]:
        print(words("No model is installed."))
    print(words("Protection in the program that reads documents:"))
    reader = found["protection"]["reader"]
    for layer in LAYERS:
        holds = layer not in found["missing"]
        print(f"  {words('yes') if holds else words('NO')}  {words.layer(layer)}")
    if reader["files"]:
        print(words("  (Landlock version {version}, {threads} thread when it took hold)",
                    version=reader["files"], threads=reader["threads"]))  # fmt: skip
    whole = found["protection"]["program"]["network"]
    print(words("The whole program has given up networks.") if whole
          else words("The program cannot give up networks on this system; block it with a firewall rule."))  # fmt: skip


def _print_policy(fixed: dict[str, Any], words: Words) -> None:
    if not fixed["file"]:
        print(words("IT has fixed nothing on this computer."))
        return
    print(words("Fixed by IT in {file}:", file=fixed["file"]))
    for key, value in fixed["values"].items():
        print(f"  {key} = {json.dumps(value, ensure_ascii=False)}")
