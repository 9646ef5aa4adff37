"""Runs labelled cases without and with a model, prints totals and what differs, and compares case by case with the baseline."""

import dataclasses
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Protocol

from assistant.documents.document import Document
from assistant.engine.opening import open_session
from assistant.engine.session import Session


class Scored(Protocol):
    """A score of one case; ``good`` is greater the better it is."""

    @property
    def good(self) -> int:
        """What two scores are compared by."""
        ...


Scoring = Callable[[Document, dict[str, Any], Session | None], tuple[Any, list[str]]]
#: Without a model, which takes seconds, and with one.
WAYS = ("alone", "model")


@dataclasses.dataclass(frozen=True)
class Labelled:
    """A set of labelled cases: its name, its cases, how one is scored, and the class of a score."""

    name: str
    cases: Callable[[list[str]], list[tuple[str, Document, dict[str, Any]]]]
    score: Scoring
    kind: type


def run(
    labelled: Labelled, only: list[str], ways: Iterable[str], baseline: Path, *, model: str | None, save: bool
) -> None:
    """Score the cases in these ways, and save the figures if asked to."""
    for way in ways:
        if way == "alone":
            _scored(labelled, only, way, baseline, None, save=save)
        else:
            with open_session(model, lambda: False) as session:
                _scored(labelled, only, way, baseline, session, save=save)


def _scored(
    labelled: Labelled, only: list[str], way: str, baseline: Path, session: Session | None, *, save: bool
) -> None:
    key = f"{labelled.name}/{way}"
    scores: dict[str, Any] = {}
    for name, document, label in labelled.cases(only):
        scores[name], told = labelled.score(document, label, session)
        print(f"  {name:20} {_line(Counter(dataclasses.asdict(scores[name])))}", flush=True)
        for each in told:
            print(f"      {each}", file=sys.stderr, flush=True)
    total: Counter[str] = Counter()
    for made in scores.values():
        total.update(dataclasses.asdict(made))
    print(f"{key}: {_line(total)}  ({len(scores)} cases)")
    stored = json.loads(baseline.read_text(encoding="utf-8")) if baseline.is_file() else {}
    _compared(scores, {name: labelled.kind(**values) for name, values in stored.get(key, {}).items()})
    if save:
        stored[key] = stored.get(key, {}) | {name: dataclasses.asdict(made) for name, made in scores.items()}
        baseline.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _compared(scores: dict[str, Scored], before: dict[str, Scored]) -> None:
    changed = {name: scores[name].good - before[name].good for name in scores if name in before}
    for word, names in (
        ("improved", [name for name, change in changed.items() if change > 0]),
        ("regressed", [name for name, change in changed.items() if change < 0]),
    ):
        if names:
            print(f"  {word}: " + ", ".join(f"{name} {changed[name]:+d}" for name in names))


def _line(made: Counter[str]) -> str:
    """The figures that are not nought, in their order."""
    return (
        ", ".join(f"{name.replace('_', ' ')} {round(value, 1)}" for name, value in made.items() if value) or "nothing"
    )
