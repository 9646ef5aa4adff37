"""Judges sorting: how often each part and all together are right, how honest the confidence is, and how long it takes.

What the model says is asked once and kept in a file, since the splits only put it together in other ways.
"""

import argparse
import dataclasses
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean

from assistant.classify.asking import scores
from assistant.classify.decide import Example, Weights, decide, knowledge
from assistant.classify.look import Look, Looking
from assistant.classify.prior import Prior, found, neutral, shipped
from assistant.classify.prior import mean as mean_of
from assistant.classify.question import PROMPT, question, weigh
from assistant.classify.seen import Decision, Seen
from assistant.classify.sorting import Sorting
from assistant.engine.opening import open_session
from assistant.engine.session import Session
from assistant.engine.templates import Message
from assistant.prompts import load
from assistant.schemes.scheme import Scheme
from tests.evaluation.sorted_sets import TYPES, Labelled, Task, tasks

SPLITS = 6
#: The parts alone and together; without a model the last is the program alone.
METHODS = {
    "structure": Weights(model=0.0, learnt=0.0),
    "words": Weights(model=0.0, structure=0.0),
    "model": Weights(structure=0.0, learnt=0.0),
    "together": Weights(),
}


@dataclass(frozen=True)
class Asked:
    """What the model said of a task's documents, and of texts of no type; seconds a document in the order asked."""

    start: dict[str, float]
    said: dict[str, dict[str, float]]
    seconds: list[float]


@dataclass(frozen=True)
class Figures:
    """How well a method did. ``sure`` is how often the 80 % were right that it was surest of, ``error`` the calibration error."""

    right: float
    f1: float
    sure: float
    error: float
    undecided: float
    splits: tuple[float, ...]


def main(order: argparse.Namespace, baseline: Path) -> None:
    """Evaluate, print, compare with the baseline, and save if asked to."""
    stored = json.loads(baseline.read_text(encoding="utf-8")) if baseline.is_file() else {}
    for name, task in tasks(order.data or TYPES).items():
        if order.tasks and name not in order.tasks:
            continue
        looks = {case.id: _looked(task.scheme, case) for case in task.cases}
        asked = Asked({}, {}, []) if order.without_model else _asked(task, looks, order)
        if asked.seconds:
            print(
                f"{name}: {mean(asked.seconds):.2f} s a document ({len(task.cases)} documents, {len(task.scheme.answers)} labels)"
            )
        for examples in order.examples:
            for method, weights in METHODS.items():
                if _says_nothing(method, examples, asked):
                    continue
                figures = judged(task, looks, asked, examples, weights)
                key = f"classify/{name}/{method}/{examples}"
                _print(key, figures, stored.get(key))
                if order.save:
                    stored[key] = dataclasses.asdict(figures)
        if order.plain and not order.without_model:
            _plainly(task, order)
    if order.save:
        baseline.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _says_nothing(method: str, examples: int, asked: Asked) -> bool:
    return (method == "words" and not examples) or (method == "model" and (examples > 0 or not asked.said))


def _looked(scheme: Scheme, case: Labelled) -> Look:
    return Looking(scheme).look(case.document)


def judged(task: Task, looks: Mapping[str, Look], asked: Asked, examples: int, weights: Weights) -> Figures:
    """How well a method does with so many confirmed examples a label, over splits; each document is new when it is decided."""
    seen = {key: dataclasses.replace(look.seen, scores=asked.said.get(key, {})) for key, look in looks.items()}
    outcomes: list[tuple[Decision, str]] = []
    splits = []
    for shown, new in _splits(task.cases, examples):
        of_split = list(_decided(task, seen, asked, shown, new, weights))
        splits.append(_right(of_split))
        outcomes += of_split
    surest = sorted(outcomes, key=lambda outcome: -outcome[0].confidence)[: round(0.8 * len(outcomes))]
    undecided = mean(not decision.label for decision, _ in outcomes)
    return Figures(_right(outcomes), _f1(outcomes), _right(surest), _error(outcomes), undecided, tuple(splits))


def _decided(
    task: Task,
    seen: Mapping[str, Seen],
    asked: Asked,
    shown: Sequence[Labelled],
    new: Sequence[Labelled],
    weights: Weights,
) -> Iterator[tuple[Decision, str]]:
    """The new documents one after the other; the prior learns from each when it has been decided, never before."""
    prior = Prior(asked.start)
    for case in shown:
        prior = prior.seen(seen[case.id].scores) if asked.said else prior
    known = knowledge(task.scheme, prior.value(), [Example(case.label, seen[case.id]) for case in shown], weights)
    for case in new:
        known = dataclasses.replace(known, prior=prior.value())
        yield decide(known, seen[case.id]), case.label
        prior = prior.seen(seen[case.id].scores) if asked.said else prior


def _splits(cases: Sequence[Labelled], examples: int) -> Iterator[tuple[list[Labelled], list[Labelled]]]:
    """Which documents are shown as examples and which are new; without examples there is one split, all new."""
    by_label: dict[str, list[Labelled]] = {}
    for case in cases:
        by_label.setdefault(case.label, []).append(case)
    for split in range(SPLITS if examples else 1):
        shown, new = [], []
        for same in by_label.values():
            turn = split * max(1, len(same) // SPLITS) % len(same)
            turned = same[turn:] + same[:turn]
            shown += turned[: min(examples, len(same) - 1)]
            new += turned[min(examples, len(same) - 1) :]
        random.Random(split).shuffle(new)
        yield shown, new


def _right(outcomes: Sequence[tuple[Decision, str]]) -> float:
    """The share whose likeliest label is the right one, also where the answer was that it is not known."""
    return mean(decision.ranking[0].label == label for decision, label in outcomes)


def _f1(outcomes: Sequence[tuple[Decision, str]]) -> float:
    given = [(decision.ranking[0].label, label) for decision, label in outcomes]
    scores_ = []
    for label in {label for _, label in given}:
        both = sum(one == two == label for one, two in given)
        scores_.append(2 * both / (sum(one == label for one, _ in given) + sum(two == label for _, two in given)))
    return mean(scores_)


def _error(outcomes: Sequence[tuple[Decision, str]], bins: int = 10) -> float:
    """The expected calibration error: how far confidence and being right are from each other, in ten bins."""
    error = 0.0
    for place in range(bins):
        within = [(d, label) for d, label in outcomes if place / bins < d.confidence <= (place + 1) / bins]
        if within:
            error += len(within) / len(outcomes) * abs(_right(within) - mean(d.confidence for d, _ in within))
    return error


def _asked(task: Task, looks: Mapping[str, Look], order: argparse.Namespace) -> Asked:
    """What the model says of a task's documents; of what it has been asked before, from a file, so that a run may be ended."""
    order.cache.mkdir(parents=True, exist_ok=True)
    with open_session(order.model, lambda: False) as session:
        asked_with = (load(PROMPT, task.scheme.language).fingerprint, task.scheme.fingerprint, session.identity.sha256)
        file = order.cache / f"{task.name}-{hashlib.sha256(repr(asked_with).encode()).hexdigest()[:16]}.jsonl"
        lines = map(json.loads, file.read_text(encoding="utf-8").splitlines()) if file.is_file() else []
        kept = {line["passage"]: line for line in lines}

        def ask(passage: str) -> tuple[dict[str, float], float]:
            key = hashlib.sha256(passage.encode()).hexdigest()[:16]
            if key not in kept:
                began = time.monotonic()
                said = scores(task.scheme, passage, lambda asked: weigh(asked, session))
                kept[key] = {"passage": key, "said": said, "seconds": time.monotonic() - began}
                with file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(kept[key]) + "\n")
                print(f"  {task.name} {len(kept)} {kept[key]['seconds']:.1f} s", file=sys.stderr)
            return kept[key]["said"], kept[key]["seconds"]

        start = shipped(task.scheme, session.identity.sha256) or mean_of(
            task.scheme, [ask(text)[0] for text in neutral()]
        )
        answers = {key: ask(look.passage) for key, look in looks.items()}
    return Asked(start, {key: said for key, (said, _) in answers.items()}, [seconds for _, seconds in answers.values()])


def _plainly(task: Task, order: argparse.Namespace) -> None:
    """The plain way, one chat prompt with the whole list for each document, and Kansli's, in turn on the same documents.

    Neither reads anything that the other has read; processor time compares them fairly on a machine with other work.
    """
    right: dict[str, list[bool]] = {"plainly": [], "Kansli": []}
    seconds: dict[str, list[tuple[float, float]]] = {"plainly": [], "Kansli": []}
    cases = task.cases[:: order.plain]
    known = knowledge(task.scheme, {})
    for way, answers in right.items():
        with open_session(order.model, lambda: False) as session:
            if way == "Kansli":
                start = shipped(task.scheme, session.identity.sha256) or found(
                    task.scheme, partial(weigh, session=session)
                )
                known = dataclasses.replace(known, prior=start)
            sorting = Sorting(task.scheme, known, partial(weigh, session=session))
            for case in cases:
                began, used = time.monotonic(), time.process_time()
                if way == "plainly":
                    answer = _answer(task.scheme, case, session)
                else:
                    answer = sorting.sort(case.document).decision.ranking[0].label
                seconds[way].append((time.monotonic() - began, time.process_time() - used))
                answers.append(answer == case.label)
    for way, took in seconds.items():
        wall, cpu = (mean(values) for values in zip(*took, strict=True))
        print(
            f"{task.name}: {way} {mean(right[way]):.3f} right, {wall:.2f} s and {cpu:.2f} cpu s a document ({len(cases)} documents)"
        )


def _answer(scheme: Scheme, case: Labelled, session: Session) -> str:
    text = case.document.text[:6_000]
    asked = question(scheme, scheme.answers, text)
    ask = f'"""\n{text}\n"""\n\n{asked.question} Välj en av dessa:\n\n{asked.labels}\n\nSvara bara med namnet.'
    said = session.ask([Message("user", ask)], 16).text.casefold()
    for label, name in zip(scheme.answers, asked.answers, strict=True):
        if said.startswith((name.casefold(), f"- {name.casefold()}")):
            return label.code
    return ""


def _print(name: str, figures: Figures, before: Mapping[str, float] | None) -> None:
    splits = " ".join(f"{split:.2f}" for split in figures.splits)
    change = f" ({figures.right - before['right']:+.3f})" if before else ""
    print(
        f"{name:32} right {figures.right:.3f}{change}  F1 {figures.f1:.3f}  surest 80 % {figures.sure:.3f}  "
        f"calibration error {figures.error:.3f}  undecided {figures.undecided:.2f}  splits {splits}",
        flush=True,
    )
