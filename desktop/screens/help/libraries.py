"""What Kansli is made of, with versions and licences. Knows no Qt."""

from dataclasses import dataclass
from importlib import metadata
from typing import Final

_MIT, _BSD, _APACHE, _LGPL = "MIT", "BSD-3-Clause", "Apache-2.0", "LGPL-3.0-only"
#: The Python packages that are installed with Kansli, and their licences where they do not say so themselves in one word.
PACKAGES: Final = {
    "backports-tarfile": _MIT, "cffi": "MIT-0", "cryptography": f"{_APACHE} OR {_BSD}", "diskcache": _APACHE,
    "importlib-metadata": _APACHE, "jaraco-classes": _MIT, "jaraco-context": _MIT, "jaraco-functools": _MIT, "jeepney": _MIT,
    "jinja2": _BSD, "keyring": _MIT, "lazy-importer": _APACHE, "llama-cpp-python": _MIT, "lxml": _BSD, "markupsafe": _BSD,
    "more-itertools": _MIT, "msgspec": _BSD, "numpy": _BSD, "platformdirs": _MIT, "polib": _MIT, "pycparser": _BSD, "pypdf": _BSD,
    "pypdfium2": f"{_BSD} OR {_APACHE}", "pyside6-essentials": _LGPL, "python-docx": _MIT, "pywin32-ctypes": _BSD,
    "secretstorage": _BSD, "shiboken6": _LGPL, "snowballstemmer": _BSD, "sqlcipher3": "Zlib",
    "typing-extensions": "PSF-2.0", "zipp": _MIT,
}  # fmt: skip
#: What comes with them and is not written in Python.
PARTS: Final = {
    "Qt": _LGPL, "llama.cpp": _MIT, "PDFium": f"{_BSD} AND {_APACHE}", "SQLCipher": _BSD, "SQLite": "public domain",
    "libxml2": _MIT, "Python": "PSF-2.0", "Lucide": "ISC AND MIT",
}  # fmt: skip


@dataclass(frozen=True)
class Library:
    """Something that Kansli uses; without a version where that is not known."""

    name: str
    version: str
    licence: str


def libraries() -> tuple[Library, ...]:
    """All of them that are installed here, the native parts first."""
    found = [Library(name, "", licence) for name, licence in PARTS.items()]
    for name, licence in PACKAGES.items():
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # for another system, or a bundle without it
            continue
        found.append(Library(about["Name"], about["Version"], told_licence(about) or licence))
    return tuple(found)


def told_licence(about: metadata.PackageMetadata) -> str:
    """The licence as a package tells it by SPDX; empty where it does not."""
    # The keyring's library puts a reader of its own in place, which raises for what is not told.
    return about["License-Expression"] if "License-Expression" in about else ""  # noqa: SIM401 - the protocol has no get
