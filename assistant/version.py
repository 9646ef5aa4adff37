"""The version, stamped on every result; ``pyproject.toml`` reads it from here."""

VERSION = "0.1.0"
