"""Summarises the cases of a set in the chosen ways, and prints what has improved or regressed against the stored baseline.

``python -m tests.evaluation pairs``, ``meetings``, or against labels ``minutes``, ``office``, ``notes``, ``letters``, ``committee``, or ``classify``; ``--ways kansli extract``
(of the labelled ones ``alone`` or ``model``), ``--only ID``; ``--save`` stores the figures.
"""

import argparse
import dataclasses
import json
import re
import sys
import time
from pathlib import Path
from statistics import mean

from assistant.checks.claims import ClaimKind, claims
from assistant.documents.document import Document
from assistant.engine.opening import open_session
from assistant.engine.session import Session
from assistant.sentences import words
from assistant.tasks.task import Result, Status
from tests.evaluation import anteckningar, brev, committee, compared, office, protokoll, sets, sorting
from tests.evaluation.rouge import rouge_1, rouge_l
from tests.evaluation.ways import WAYS, Way

BASELINE = Path(__file__).parent / "baseline.json"
LABELLED = {
    "notes": compared.Labelled("notes", anteckningar.cases, anteckningar.score, anteckningar.Score),
    "letters": compared.Labelled("letters", brev.cases, brev.score, brev.Score),
    "committee": compared.Labelled("committee", committee.cases, committee.score, committee.Score),
}
#: A change of ROUGE-1 smaller than this is neither better nor worse.
NOTABLE = 0.02


@dataclasses.dataclass(frozen=True)
class Score:
    """What one way made of one case. ``unmarked`` are names and numbers that stand nowhere in the document, without a mark.

    ``cpu`` are seconds of all threads together: they compare ways fairly also when the machine has other things to do.
    """

    rouge_1: float
    rouge_l: float
    seconds: float
    cpu: float
    words: int
    unmarked: int
    marked: int
    covered: float
    text: str = ""


def main() -> None:
    """Evaluate, print, compare, and save if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=sorted([*WAYS, "classify", "minutes", "office", *LABELLED]))
    parser.add_argument("--ways", nargs="+", help="default all")
    parser.add_argument("--only", nargs="+", default=[], help="the ids of cases")
    parser.add_argument("--model")
    parser.add_argument("--save", action="store_true", help="make these figures the baseline")
    parser.add_argument("--texts", type=Path, help="write the summaries to this file as JSON")
    _add_classify(parser)
    order = parser.parse_args()
    if order.set == "classify":
        sorting.main(order, BASELINE)
        return
    if order.set == "minutes":
        protokoll.main(order.only, BASELINE, save=order.save)
        return
    if order.set == "office":
        protokoll.judge("office", office.cases(order.only), BASELINE, save=order.save)
        return
    if order.set in ("notes", "letters"):
        compared.run(
            LABELLED[order.set], order.only, order.ways or ["alone"], BASELINE, model=order.model, save=order.save
        )
        return
    if not sets.SHARED.is_dir():
        sys.exit(f"The documents to judge by are not here: {sets.SHARED}")
    if order.set == "committee":
        compared.run(
            LABELLED["committee"], order.only, order.ways or ["alone"], BASELINE, model=order.model, save=order.save
        )
        return
    cases = sets.chosen(getattr(sets, order.set)(), order.only, lambda case: case.id)
    stored = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.is_file() else {}
    texts: dict[str, str] = {}
    with open_session(order.model, lambda: False) as session:
        for name in order.ways or list(WAYS[order.set]):
            scores = {case.id: _judged(WAYS[order.set][name], case, session) for case in cases}
            texts |= {f"{name}/{case}": score.text for case, score in scores.items()}
            _print(f"{order.set}/{name}", scores, stored)
            if order.save:
                kept = stored.setdefault(f"{order.set}/{name}", {})
                kept |= {case: dataclasses.asdict(score) | {"text": ""} for case, score in scores.items()}
                BASELINE.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
            if order.texts:
                order.texts.write_text(json.dumps(texts, ensure_ascii=False, indent=1), encoding="utf-8")


def _add_classify(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("classify")
    group.add_argument("--tasks", nargs="+", help="post, types, all, bare, ministries, areas; default all")
    group.add_argument("--data", type=Path, help="other documents in the form of g0v_doctype")
    group.add_argument("--examples", nargs="+", type=int, default=[0, 1, 3, 5], help="confirmed examples a label")
    group.add_argument("--without-model", action="store_true")
    group.add_argument(
        "--plain", type=int, default=0, metavar="N", help="every Nth document also by one chat prompt, to compare with"
    )
    group.add_argument("--cache", type=Path, default=Path("build/evaluation"), help="where what the model said is kept")


def _judged(way: Way, case: sets.Case, session: Session) -> Score:
    began, used = time.monotonic(), time.process_time()
    result = way(case.document, session)
    seconds, cpu = time.monotonic() - began, time.process_time() - used
    text = " ".join(block.text for block in result.blocks)
    marked, unmarked = _unsupported(result, case.document)
    score = Score(
        rouge_1(text, case.reference), rouge_l(text, case.reference), seconds, cpu, len(text.split()), unmarked, marked,
        result.coverage.read / max(1, result.coverage.paragraphs), text,
    )  # fmt: skip
    print(
        f"  {case.id:16} R1 {score.rouge_1:.3f}  RL {score.rouge_l:.3f}  {seconds:6.1f} s  {cpu:6.1f} cpu s  {score.words} words",
        file=sys.stderr,
    )
    return score


def _unsupported(result: Result, document: Document) -> tuple[int, int]:
    """Names and numbers not in the document, by a rule stricter than the product's own: marked and unmarked ones."""
    text = re.sub(r"[‐‑‒–—−]", "-", f"{document.title}\n{document.text}").casefold()  # as claims() writes dashes
    known = set(words(text))
    flagged = {finding.block for finding in result.findings}
    counts = [0, 0]
    for number, block in enumerate(result.blocks):
        for claim in claims(block.text):
            if claim.kind is ClaimKind.NAME and claim.opens:
                continue
            said = claim.text.casefold().removesuffix("'s")  # the English genitive
            if said not in text and not known.issuperset(words(said)):
                is_marked = number in flagged or block.status in {Status.UNSUPPORTED, Status.PARTLY}
                counts[not is_marked] += 1
    return counts[0], counts[1]


def _print(name: str, scores: dict[str, Score], stored: dict[str, dict[str, dict[str, float]]]) -> None:
    values = list(scores.values())
    print(
        f"{name}: ROUGE-1 {mean(s.rouge_1 for s in values):.3f}, ROUGE-L {mean(s.rouge_l for s in values):.3f}, "
        f"{mean(s.seconds for s in values):.1f} s ({mean(s.cpu for s in values):.1f} cpu s), {mean(s.words for s in values):.0f} words, "
        f"unsupported names and numbers {sum(s.marked for s in values)} marked, {sum(s.unmarked for s in values)} unmarked, "
        f"read {mean(s.covered for s in values):.0%}  ({len(values)} cases)"
    )
    before = stored.get(name, {})
    changes = {case: score.rouge_1 - before[case]["rouge_1"] for case, score in scores.items() if case in before}
    for word, picked in (
        ("improved", {case: change for case, change in changes.items() if change >= NOTABLE}),
        ("regressed", {case: change for case, change in changes.items() if change <= -NOTABLE}),
    ):
        if picked:
            print(f"  {word}: " + ", ".join(f"{case} {change:+.3f}" for case, change in sorted(picked.items())))


if __name__ == "__main__":
    main()
