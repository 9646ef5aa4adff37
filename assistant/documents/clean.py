"""Makes text safe to show and compare: the one place where characters are dropped or changed."""

import re
import unicodedata
from dataclasses import dataclass

# Controls but tab and line ends; soft hyphen is handled apart. Bidi overrides and zero-width characters can make a text
# show something other than what is read (CVE-2021-42574 "Trojan Source"); tags and variation selectors hide text.
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]"
)
#: Soft hyphens say where a word may be broken; other hyphens and joined letters are how a font draws the ordinary ones.
_DRAWN = str.maketrans({
    "\u00ad": "", "\u2010": "-", "\u2011": "-", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st",
})  # fmt: skip
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Cleaned:
    """Text on one line, and how many invisible characters were taken out of it."""

    text: str
    invisible: int


def clean(text: str) -> Cleaned:
    """The text in NFC without invisible characters, soft hyphens and joined letters, runs of white space as one space."""
    visible, invisible = _INVISIBLE.subn("", text)
    visible = visible.translate(_DRAWN)
    # Lone surrogates cannot be written to any file.
    visible = visible.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Cleaned(_SPACE.sub(" ", unicodedata.normalize("NFC", visible)).strip(), invisible)
