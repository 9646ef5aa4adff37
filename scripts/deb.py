"""Makes the Debian package of the bundle, and one of a model: ``python -m scripts.deb [--model ID] [--version V]``.

The result is in ``build/release``. The same bundle makes the same package, bit for bit. Which of the system's libraries it
depends on is worked out from the libraries in it, by Debian's own tool.
"""

import argparse
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

from assistant.engine.models import Store, verified
from assistant.version import VERSION
from scripts import icons, manual
from scripts.bundle import BUNDLE, WORK, files, made_at
from scripts.steps import ROOT, need, say

PARTS: Final = ROOT / "packaging" / "debian"
NAME: Final = "se.kansli.Kansli"
#: What has to be installed for a package to be made; the libraries, so that their packages can be told.
NEEDED: Final = (
    "binutils", "dpkg-dev", "libegl1", "libgl1", "libwayland-cursor0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1",
    "libxkbcommon-x11-0",
)  # fmt: skip
_ICONS: Final = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Make one package."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", help="make the package of this model instead")
    parser.add_argument("--version", default=VERSION, help="another version, to try upgrades with")
    order = parser.parse_args()
    say(str(model_package(order.model) if order.model else program_package(order.version)))


def program_package(version: str) -> Path:
    """The package of the program."""
    _require()
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        root = Path(folder) / "root"
        _lay(root, version)
        facts = {"VERSION": version, "SIZE": str(_kilobytes(root)), "DEPENDS": _depends(root)}
        _control(root, "control", facts)
        postrm = root / "DEBIAN" / "postrm"
        shutil.copyfile(PARTS / "postrm", postrm)
        postrm.chmod(0o755)
        # A version that only serves to be upgraded from need not be small.
        return _build(root, WORK / f"kansli_{version}_amd64.deb", "xz" if version == VERSION else "none")


def model_package(name: str) -> Path:
    """The package of a model that is installed here; not packed, since its file cannot be made smaller."""
    installed = verified(Store().find(name))
    model = installed.model
    package = f"kansli-model-{model.id}"
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        root = Path(folder) / "root"
        file = root / "usr/share/kansli/models" / model.file
        file.parent.mkdir(parents=True)
        shutil.copyfile(installed.path, file)
        about = root / "usr/share/doc" / package
        about.mkdir(parents=True)
        (about / "copyright").write_text(
            f"The file {model.file} is {model.title} by {model.maker}.\nLicense: {model.licence}\n"
            "On Debian systems the text of Apache-2.0 is in /usr/share/common-licenses/Apache-2.0.\n",
            encoding="utf-8",
        )
        _pack(about / "changelog.gz", _changelog(package, "1.0", f"{model.title}, SHA-256 {model.sha256}."))
        facts = {"PACKAGE": package, "VERSION": "1.0", "SIZE": str(_kilobytes(root)), "TITLE": model.title,
                 "MAKER": model.maker, "LICENCE": model.licence, "SHA256": model.sha256}  # fmt: skip
        _control(root, "model-control", facts)
        return _build(root, WORK / f"{package}_1.0_all.deb", "none")


def _lay(root: Path, version: str) -> None:
    """Put everything where Debian's users expect it."""
    date = datetime.fromtimestamp(made_at(), UTC).strftime("%Y-%m-%d")
    shutil.copytree(BUNDLE, root / "usr/lib/kansli", symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    for program in ("kansli", "kansli-desktop"):
        (root / "usr/bin" / program).symlink_to(f"../lib/kansli/{program}")
    share = root / "usr/share"
    _write(share / f"applications/{NAME}.desktop", (PARTS / f"{NAME}.desktop").read_text(encoding="utf-8"))
    about = _filled((PARTS / f"{NAME}.metainfo.xml").read_text(encoding="utf-8"), {"VERSION": version, "DATE": date})
    _write(share / f"metainfo/{NAME}.metainfo.xml", about)
    hicolor = share / "icons/hicolor"
    _write(hicolor / f"scalable/apps/{NAME}.svg", (ROOT / "resources/icons/kansli.svg").read_text(encoding="utf-8"))
    for side in _ICONS:
        picture = hicolor / f"{side}x{side}/apps/{NAME}.png"
        picture.parent.mkdir(parents=True)
        picture.write_bytes(icons.png(side))
    for language, folder in (("en", "man"), ("sv", "man/sv")):
        _pack(share / folder / "man1/kansli.1.gz", manual.page(language, date))
        _pack(share / folder / "man1/kansli-desktop.1.gz", manual.window_page(language, date))
    _write(share / "bash-completion/completions/kansli", manual.completion())
    documents = share / "doc/kansli"
    _write(documents / "copyright", (PARTS / "copyright").read_text(encoding="utf-8"))
    _pack(
        documents / "changelog.gz", _changelog("kansli", version, "See the changes in the repository's CHANGELOG.md.")
    )
    for name in ("it.md", "it.en.md", "policy.md", "policy.sv.md", "security.md"):
        _write(documents / name, (ROOT / "docs" / name).read_text(encoding="utf-8"))
    _write(documents / "examples/policy.json", '{"language": "sv", "allow_fetch": false}\n')
    _write(share / "lintian/overrides/kansli", (PARTS / "lintian-overrides").read_text(encoding="utf-8"))
    (root / "etc/kansli").mkdir(parents=True)


def _require() -> None:
    """See to it that there is all that a package is made of, or stop and say how to get it."""
    need("To make the package", *NEEDED)
    if not BUNDLE.is_dir():
        say("There is no bundle yet. Make it first: python -m scripts.bundle")
        sys.exit(1)


def _depends(root: Path) -> str:
    """What the libraries of the bundle need of the system's, as the packages that have it."""
    bundle = root / "usr/lib/kansli"
    native = [path for path in files(bundle) if not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF"]
    own = sorted({str(path.parent) for path in native})
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder) / "debian/control"
        _write(control, "Source: kansli\n\nPackage: kansli\nArchitecture: amd64\n")
        command = ["dpkg-shlibdeps", "--ignore-missing-info", "-O", *(f"-l{each}" for each in own), "-xkansli"]
        told = subprocess.run([*command, *map(str, native)], cwd=folder, capture_output=True, text=True, check=False)
    if told.returncode:
        say(told.stderr)
        sys.exit(1)
    found = told.stdout.strip().removeprefix("shlibs:Depends=").split(", ")
    return ", ".join(sorted({*found, "libegl1", "libgl1"}))  # Qt loads these two by their names


def _control(root: Path, name: str, facts: Mapping[str, str]) -> None:
    """Write what dpkg reads."""
    _write(root / "DEBIAN/control", _filled((PARTS / name).read_text(encoding="utf-8"), facts))
    packed = [path for path in files(root) if root / "DEBIAN" not in path.parents and not path.is_symlink()]
    sums = [f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in packed]
    _write(root / "DEBIAN/md5sums", "".join(sums))


def _build(root: Path, target: Path, packing: str) -> Path:
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_program = path.parent.name == "kansli" and path.name in {"kansli", "kansli-desktop"}
            path.chmod(0o755 if path.is_dir() or is_program or path.name == "postrm" else 0o644)
        os.utime(path, (made_at(), made_at()), follow_symlinks=False)
    target.unlink(missing_ok=True)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", f"-Z{packing}", "-b", str(root), str(target)],
        check=True, stdout=subprocess.DEVNULL, env=os.environ | {"SOURCE_DATE_EPOCH": str(made_at())},
    )  # fmt: skip
    return target


def _changelog(package: str, version: str, line: str) -> str:
    date = format_datetime(datetime.fromtimestamp(made_at(), UTC))
    return f"{package} ({version}) stable; urgency=medium\n\n  * {line}\n\n -- Kansli <kansli@example.org>  {date}\n"


def _kilobytes(root: Path) -> int:
    return sum(-(-path.lstat().st_size // 1024) for path in files(root))


def _filled(text: str, facts: Mapping[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace(f"@{name}@", value)
    return text


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _pack(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
