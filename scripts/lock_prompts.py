"""Writes prompts/LOCK.toml and the golden files of what the model sees; refuses a text that changed under its version.

Run after raising a prompt's version: ``python -m scripts.lock_prompts``.
"""

import sys
import tomllib
from pathlib import Path

from assistant import paths
from assistant.engine.templates import render
from assistant.prompts import read

ROOT = Path(__file__).resolve().parent.parent
LOCK = paths.prompts() / "LOCK.toml"
GOLDEN = ROOT / "tests" / "golden" / "prompts"


def main() -> None:
    """Lock every prompt."""
    before = tomllib.loads(LOCK.read_text(encoding="utf-8")) if LOCK.is_file() else {}
    GOLDEN.mkdir(parents=True, exist_ok=True)
    lines = [
        "# Fingerprints of the prompts' texts, by python -m scripts.lock_prompts. A changed text needs a new version."
    ]
    for file in sorted(paths.prompts().glob("*/*.toml")):
        prompt, key = read(file), file.relative_to(paths.prompts()).as_posix()
        known = before.get(key, {})
        if known.get("version") == prompt.version and known["fingerprint"] != prompt.fingerprint:
            sys.exit(f"{key} has changed; raise its version")
        lines += ["", f'["{key}"]', f"version = {prompt.version}", f'fingerprint = "{prompt.fingerprint}"']
        golden(file).write_text(rendered(file), encoding="utf-8")
    LOCK.write_text("\n".join(lines) + "\n", encoding="utf-8")


def golden(file: Path) -> Path:
    """Where the golden file of a prompt is."""
    return GOLDEN / f"{file.parent.name}.{file.stem}.txt"


def rendered(file: Path) -> str:
    """What the model sees, with each hole filled by its own name."""
    prompt = read(file)
    messages = prompt.fill({name: f"[{name.upper()}]" for name in prompt.inputs})
    return "".join(piece.text for piece in render("chatml", messages)) + "\n"


if __name__ == "__main__":
    main()
