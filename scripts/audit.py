"""Looks what runs up among known vulnerabilities: ``python -m scripts.audit [--from FILE]``.

The data come from the package registry that pip's settings name, by pip-audit in an environment of its own, or from a file that
``pip-audit --format json`` has made elsewhere. Without data it says so and fails: nothing was shown then. Exceptions stand in
``packaging/exceptions.toml``, each with its reason and the day on which it must be looked at again.
"""

import argparse
import json
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from scripts.bundle import WORK
from scripts.steps import ROOT, pip, say
from scripts.wheels import LOCKS

EXCEPTIONS: Final = ROOT / "packaging" / "exceptions.toml"
_NO_DATA: Final = 3


@dataclass(frozen=True)
class Excepted:
    """A vulnerability that is known and does not reach us.

    Attributes:
        id: of the vulnerability.
        package: that has it.
        why: why it does not reach us.
        until: the day on which that is looked at again.
    """

    id: str
    package: str
    why: str
    until: date


def main() -> None:
    """Look, and end with 0 when nothing was found, 1 when something was, 3 when there were no data."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--from", dest="file", type=Path, help="what pip-audit has told elsewhere, as JSON")
    order = parser.parse_args()
    told = json.loads(order.file.read_text(encoding="utf-8")) if order.file else _ask()
    if told is None or all("skip_reason" in each for each in told["dependencies"]):
        say("There are no data about vulnerabilities here, so NOTHING WAS SHOWN. Give a file with --from.")
        sys.exit(_NO_DATA)
    problems = judged(told, exceptions(), datetime.now(UTC).date())
    say("\n".join(problems) or f"{len(told['dependencies'])} packages looked up, nothing that is not excepted")
    sys.exit(bool(problems))


def exceptions() -> list[Excepted]:
    """Those in the repository."""
    entries = tomllib.loads(EXCEPTIONS.read_text(encoding="utf-8")).get("exception", [])
    return [Excepted(**entry) for entry in entries]


def judged(told: dict[str, Any], known: list[Excepted], today: date) -> list[str]:
    """What is wrong: vulnerabilities without an exception, and exceptions that are too old or not needed."""
    found: dict[str, str] = {}
    for each in told["dependencies"]:
        for vulnerability in each.get("vulns", []):
            fixed = ", ".join(vulnerability.get("fix_versions", [])) or "no version"
            line = f"{each['name']} {each['version']}: {vulnerability['id']}, mended in {fixed}"
            names = {vulnerability["id"], *vulnerability.get("aliases", [])}
            excepted = next((name for name in names if name in {one.id for one in known}), "")
            found[excepted or vulnerability["id"]] = "" if excepted else line
    skipped = [
        f"{each['name']}: not looked up: {each['skip_reason']}"
        for each in told["dependencies"]
        if "skip_reason" in each
    ]
    old = [f"{one.id}: its exception was to be looked at again by {one.until}" for one in known if one.until < today]
    unneeded = [f"{one.id}: its exception is not needed any more" for one in known if one.id not in found]
    return [*filter(None, found.values()), *skipped, *old, *unneeded]


def _ask() -> dict[str, Any] | None:
    """What pip-audit tells of the lock; None when it had no data."""
    folder = WORK / "audit"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.is_file():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    strictly = ("--require-hashes", "--no-deps", "--only-binary=:all:")
    pip("installing pip-audit", "install", *strictly, "-r", str(LOCKS / "audit.txt"), python=str(python))
    command = [
        str(python),
        "-m",
        "pip_audit",
        "--requirement",
        str(LOCKS / "runtime.txt"),
        "--disable-pip",
        "--no-deps",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, "--progress-spinner", "off"], capture_output=True, text=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        say(done.stderr.strip().rsplit("\n", 1)[-1])
        return None
    return answer


if __name__ == "__main__":
    main()
