"""Signs what was made with a certificate: by Microsoft's signtool on Windows, by osslsigncode elsewhere."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from assistant.version import VERSION

TITLE: Final = f"Kansli {VERSION}"


@dataclass(frozen=True)
class Certificate:
    """Who signs.

    Attributes:
        file: certificate and key in one file (PKCS #12).
        password: the file with its password; None when it has none.
        timestamp: the address of whom the time is asked, so that the signature outlives the certificate; empty for none.
    """

    file: Path
    password: Path | None = None
    timestamp: str = ""


def command(file: Path, certificate: Certificate, system: str) -> list[str]:
    """What signs a file where it lies (Windows), or into ``signed(file)`` beside it."""
    if system == "windows":
        secret = ["/p", certificate.password.read_text(encoding="utf-8").strip()] if certificate.password else []
        when = ["/tr", certificate.timestamp, "/td", "SHA256"] if certificate.timestamp else []
        return [
            "signtool",
            "sign",
            "/fd",
            "SHA256",
            "/d",
            TITLE,
            "/f",
            str(certificate.file),
            *secret,
            *when,
            str(file),
        ]
    secret = ["-readpass", str(certificate.password)] if certificate.password else ["-pass", ""]
    when = ["-ts", certificate.timestamp] if certificate.timestamp else []
    return ["osslsigncode", "sign", "-pkcs12", str(certificate.file), *secret, "-h", "sha256", "-n", TITLE, *when,
            "-in", str(file), "-out", str(signed(file))]  # fmt: skip


def signed(file: Path) -> Path:
    """Where a signed copy is made."""
    return file.with_name(f"signed-{file.name}")
