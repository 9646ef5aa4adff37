"""``SHA256SUMS`` of what was made, and whether a second build is the same: ``python -m scripts.sums [same]``."""

import hashlib
import shutil
import sys
from pathlib import Path

from assistant.version import VERSION
from scripts import bundle, deb
from scripts.bundle import BUNDLE, WORK, files
from scripts.steps import say


def main() -> None:
    """Write the sums; with ``same`` build anew first and compare."""
    if sys.argv[1:] == ["same"]:
        before = _state()
        kept = WORK / "first"
        shutil.rmtree(kept, ignore_errors=True)
        BUNDLE.rename(kept)
        bundle.main()
        package = deb.program_package(VERSION)
        after = _state()
        differ = sorted(name for name in before | after if before.get(name) != after.get(name))
        if differ:
            say(f"The second build differs from the first, which is in {kept}:\n  " + "\n  ".join(differ))
            sys.exit(1)
        shutil.rmtree(kept)
        say(f"The second build is the same: {len(after)} files, and {package.name}.")
    made = sorted(path for pattern in ("*.deb", "*.msi") for path in WORK.glob(pattern))
    lines = [f"{sha256(path)}  {path.name}\n" for path in made]
    (WORK / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    say("".join(lines).rstrip())


def sha256(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _state() -> dict[str, str]:
    """Every file of the bundle and the package of the program, by what is in it and whether it may be run."""
    made = {path.relative_to(BUNDLE).as_posix(): _content(path) for path in files(BUNDLE)}
    package = WORK / f"kansli_{VERSION}_amd64.deb"
    return made | ({package.name: sha256(package)} if package.is_file() else {})


def _content(path: Path) -> str:
    return f"-> {path.readlink()}" if path.is_symlink() else f"{sha256(path)} {path.stat().st_mode:o}"


if __name__ == "__main__":
    main()
