"""What proves what is in the bundle: the list of its parts (SBOM, CycloneDX), and the licences' texts, put into the bundle itself.

Only what runs is listed, not the tools that made it; and all that runs: Python packages, native parts and their versions as they
say themselves, and the models of the catalogue with their hashes.
"""

import json
import shutil
import subprocess
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any, Final

from assistant.engine.catalogue import Model, catalogue
from assistant.version import VERSION
from desktop.screens.help.libraries import PACKAGES, PARTS, told_licence
from scripts.steps import ROOT

TEXTS: Final = ROOT / "packaging" / "licences"
NAME: Final = "kansli.cdx.json"
#: How a licence's file is called.
_CALLED: Final = ("licen", "copying", "notice", "authors")
#: Native parts beside those that the help names: what else is built into the wheels.
_MORE: Final = {
    "OpenSSL": "Apache-2.0",
    "ICU": "Unicode-3.0",
    "libxslt": "MIT",
    "OpenBLAS": "BSD-3-Clause",
    "PyInstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
#: Asked in the bundle's environment: which versions the native parts are, by what they say themselves.
_PROBE: Final = """
import json, pathlib, platform, sqlite3, sys
import llama_cpp, lxml.etree, numpy, pypdfium2.version, sqlcipher3, PySide6.QtCore
from importlib.metadata import version
from cryptography.hazmat.backends.openssl import backend
store = sqlcipher3.connect(":memory:")
lib = pathlib.Path(PySide6.__file__).parent
icu = sorted(path.name.rsplit(".", 1)[-1] for path in lib.glob("Qt/lib/libicuuc.so.*")) or [""]
blas = numpy.__config__.CONFIG["Build Dependencies"]["blas"]
dotted = lambda numbers: ".".join(map(str, numbers))
print(json.dumps({
    "Python": platform.python_version(),
    "Qt": PySide6.QtCore.qVersion(),
    "ICU": icu[0],
    "llama.cpp": "as in llama-cpp-python " + version("llama-cpp-python"),
    "PDFium": str(pypdfium2.version.PDFIUM_INFO),
    "SQLCipher": store.execute("PRAGMA cipher_version").fetchone()[0].split()[0],
    "SQLite": store.execute("SELECT sqlite_version()").fetchone()[0],
    "OpenSSL": backend.openssl_version_text().split()[1],
    "OpenBLAS": blas.get("version", "") if "openblas" in blas.get("name", "") else "",
    "libxml2": dotted(lxml.etree.LIBXML_VERSION),
    "libxslt": dotted(lxml.etree.LIBXSLT_VERSION),
    "PyInstaller": version("pyinstaller"),
}))
"""


def add(python: str, site: Path, inside: Path, made_at: int) -> None:
    """Put the list and the texts into the bundle: of what lies in ``site``, and of what its Python tells of native parts."""
    parts = installed(site)
    told: dict[str, str] = json.loads(
        subprocess.run([python, "-c", _PROBE], capture_output=True, text=True, check=True).stdout
    )
    (inside / NAME).write_text(listed(parts, told, made_at), encoding="utf-8")
    add_licences(parts, inside / "licences")


def installed(site: Path) -> list[Distribution]:
    """The packages that run, as they lie in an environment."""
    found = {
        each.metadata["Name"].lower().replace("_", "-").replace(".", "-"): each
        for each in distributions(path=[str(site)])
    }
    return [found[name] for name in sorted(PACKAGES) if name in found]


def listed(parts: list[Distribution], told: dict[str, str], made_at: int) -> str:
    """The list as CycloneDX has it; the same parts give the same bytes."""
    components = [_package(each) for each in parts]
    for name, licence in {**PARTS, **_MORE}.items():
        if told.get(name) == "":  # not in here: Windows has its own ICU, and numpy is built without OpenBLAS elsewhere
            continue
        components.append(
            {
                "type": "library",
                "bom-ref": f"native/{name}",
                "name": name,
                "version": told.get(name, ""),
                **_licence(licence),
            }
        )
    components += [_model(model) for model in catalogue()]
    ours = {"type": "application", "bom-ref": "kansli", "name": "Kansli", "version": VERSION, **_licence("MIT")}
    content: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": ours,
        },
        "components": components,
        "dependencies": [{"ref": "kansli", "dependsOn": [each["bom-ref"] for each in components]}],
    }
    content["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(content))}"
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def add_licences(parts: list[Distribution], folder: Path) -> None:
    """Copy the texts: each package's own, and ours for what brings none."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "texts").mkdir(parents=True)
    for text in sorted(TEXTS.glob("*.txt")):
        shutil.copyfile(text, (folder if text.name == "READ-ME.txt" else folder / "texts") / text.name)
    for path, name in ((ROOT / "LICENSE", "Kansli"), (ROOT / "resources" / "icons" / "LICENSE", "Lucide")):
        shutil.copyfile(path, folder / "texts" / f"{name}.txt")
    for each in parts:
        for file in each.files or []:
            in_info = ".dist-info/" in file.as_posix()
            if in_info and any(word in file.as_posix().rsplit(".dist-info/", 1)[1].lower() for word in _CALLED):
                source = Path(str(each.locate_file(file)))
                target = folder / each.metadata["Name"] / file.as_posix().rsplit(".dist-info/", 1)[1]
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(_text(source), encoding="utf-8")


def _text(file: Path) -> str:
    """What a file says; an older one may be written in Latin-1."""
    content = file.read_bytes()
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _package(each: Distribution) -> dict[str, Any]:
    name, version = each.metadata["Name"], each.version
    licence = told_licence(each.metadata) or PACKAGES[name.lower().replace("_", "-").replace(".", "-")]
    reference = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return {
        "type": "library",
        "bom-ref": reference,
        "name": name,
        "version": version,
        "purl": reference,
        **_licence(licence),
    }


def _model(model: Model) -> dict[str, Any]:
    return {
        "type": "machine-learning-model", "bom-ref": f"model/{model.id}", "name": model.title, "version": model.id,
        "supplier": {"name": model.maker}, "scope": "optional", "hashes": [{"alg": "SHA-256", "content": model.sha256}],
        **_licence(model.licence),
    }  # fmt: skip


def _licence(expression: str) -> dict[str, Any]:
    if expression == "public domain":
        return {"licenses": [{"license": {"name": "public domain"}}]}
    return {"licenses": [{"expression": expression}]}


def site(python: str) -> Path:
    """Where a Python has its packages."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip())
