"""ROUGE-1 and ROUGE-L as F1 over lower-cased words (Lin 2004), without stemming."""

import re
from collections import Counter
from collections.abc import Sequence


def rouge_1(text: str, reference: str) -> float:
    """The F1 of words in common, counted as often as they stand in both."""
    said, wanted = Counter(_words(text)), Counter(_words(reference))
    return _f1(sum((said & wanted).values()), sum(said.values()), sum(wanted.values()))


def rouge_l(text: str, reference: str) -> float:
    """The F1 of the longest common subsequence of words."""
    said, wanted = _words(text), _words(reference)
    return _f1(_longest_common(said, wanted), len(said), len(wanted))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _longest_common(left: Sequence[str], right: Sequence[str]) -> int:
    row = [0] * (len(right) + 1)
    for word in left:
        new = [0]
        for place, other in enumerate(right, 1):
            new.append(row[place - 1] + 1 if word == other else max(row[place], new[-1]))
        row = new
    return row[-1]


def _f1(common: int, said: int, wanted: int) -> float:
    return 2 * common / (said + wanted) if common else 0.0
