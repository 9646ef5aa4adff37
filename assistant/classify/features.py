"""A document as numbers: hashed words, pairs of words and runs of letters of its beginning and end, its topics, and its style.

What type a document is shows in how it begins: measured, a classifier that sees 1 600 characters is right more often than one that
sees all (0.78 against 0.73 with five examples a class), and its features take 7 KB instead of 30. What it is about shows in more of
it: with topics, documents are sorted by area as well (0.38 against 0.32 with one example a class).
"""

import re
import zlib
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from assistant.classify.seen import Features
from assistant.sentences import topics

HEAD, TAIL = 1_200, 400
#: Characters whose topics are taken.
TOPICS: Final = 8_000
#: Places in the tables of words and of runs of letters.
PLACES: Final = 1 << 16
_RUNS: Final = (3, 4, 5)
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_DIGIT: Final = re.compile(r"\d")
#: The usual FNV prime; any odd number that mixes well would do.
_MIX: Final = np.uint32(16_777_619)
_SHARES: Final = (
    (20, "jag mig min mitt mina"), (15, "vi oss vår vårt våra"), (30, "ni er du dig"), (15, "ska skall bör måste"),
    (15, "föreslås föreslår förslag förslaget"), (5, "the of and"), (10, "och"),
)  # fmt: skip
_LIMIT: Final = 3.0

Counts = npt.NDArray[np.float32]


def features(text: str) -> Features:
    """The features of a text; a blank line or a line break ends a paragraph."""
    shown = text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}"
    about = _hashes(word for word in topics(text[:TOPICS], "sv") if word.isalpha())
    return Features(_packed(_words(shown)), _packed(_letters(shown)), _packed(about), _style(text, shown).tobytes())


def table(packed: bytes) -> Counts:
    """How often each place was met."""
    pairs = np.frombuffer(packed, dtype=np.uint16).reshape(-1, 2)
    counts = np.zeros(PLACES, dtype=np.float32)
    counts[pairs[:, 0]] = pairs[:, 1]
    return counts


def style(packed: bytes) -> Counts:
    """The shares and lengths."""
    return np.frombuffer(packed, dtype=np.float32)


def _packed(places: npt.NDArray[np.uint32]) -> bytes:
    met, counts = np.unique(places % np.uint32(PLACES), return_counts=True)
    return np.stack([met, np.minimum(counts, PLACES - 1)], axis=1).astype(np.uint16).tobytes()


def _words(text: str) -> npt.NDArray[np.uint32]:
    words = ["0" * len(word) if word.isdigit() else word for word in _WORD.findall(text.lower())]
    met = words + [f"{one} {two}" for one, two in pairwise(words)]
    return _hashes(met)


def _hashes(words: Iterable[str]) -> npt.NDArray[np.uint32]:
    return np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint32)


def _letters(text: str) -> npt.NDArray[np.uint32]:
    line = _DIGIT.sub("0", " ".join(text.lower().split()))
    codes = np.frombuffer(line.encode("utf-32-le", "replace"), dtype=np.uint32)
    found = [_hashed(codes, length) for length in _RUNS if len(codes) >= length]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)


def _hashed(codes: npt.NDArray[np.uint32], length: int) -> npt.NDArray[np.uint32]:
    """A number for every run of so many letters, all at once."""
    count = len(codes) - length + 1
    mixed = np.full(count, length * 2_654_435_761 % 2**32, dtype=np.uint32)
    for offset in range(length):
        mixed = (mixed * _MIX) ^ codes[offset : offset + count]
    mixed ^= mixed >> np.uint32(15)
    mixed = mixed * np.uint32(0x85EB_CA6B)
    return mixed ^ (mixed >> np.uint32(13))


def _style(text: str, shown: str) -> Counts:
    words = [word for word in _WORD.findall(shown.lower()) if not word.isdigit()]
    count = max(1, len(words))
    lines = [line.strip() for line in shown.splitlines() if line.strip()] or ["-"]
    size = max(1, len(shown))
    values = [
        np.log1p(len(text)) / 12,
        np.log1p(text.count("\n")) / 6,
        sum(line[0] in "–-—" for line in lines) / len(lines),
        sum(line[0] in "*•" for line in lines) / len(lines),
        sum(line[0] == "#" for line in lines) / len(lines),
        sum(map(len, words)) / count / 8,
        sum(min(len(line), 600) for line in lines) / len(lines) / 300,
        shown.count("?") / count * 60,
        shown.count("!") / count * 60,
        shown.count("”") / count * 30,
        sum(map(str.isdigit, shown)) / size * 10,
        sum(map(str.isupper, shown)) / size * 10,
        *(factor * sum(map(words.count, group.split())) / count for factor, group in _SHARES),
    ]
    return np.minimum(np.array(values, dtype=np.float32), np.float32(_LIMIT))
