"""``kansli review FILE…``: what is hard to read in Swedish documents, why, and better wordings, without a model."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.commands.each import Each
from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.documents.document import Document
from assistant.errors import UsageError
from assistant.export import reviewed
from assistant.review.apply import applied
from assistant.review.letters import told
from assistant.review.remark import Remark, Review, Rule
from assistant.review.review import is_swedish, review
from assistant.review.words import name, reason, source
from assistant.tasks.task import Finding
from assistant.wording import Words

_ALL = "all"
_SHOWN = 60


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    rules = [rule.value for rule in Rule]
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=words("the documents"))
    parser.add_argument(
        "--rules", nargs="+", choices=rules, metavar="RULE", help=words("only these: {kinds}", kinds=", ".join(rules))
    )
    parser.add_argument(
        "--accept",
        metavar="NUMBER",
        nargs="+",
        help=words("put in these proposed wordings, by their numbers, or all"),
    )
    parser.add_argument(
        "--out", metavar="FILE", type=Path, help=words("write the changed text to a .docx, .md or .txt file")
    )
    parser.add_argument(
        "--decision",
        choices=("auto", "yes", "no"),
        default="auto",
        help=words("whether it is checked as a letter with a decision; auto: when it looks like one"),
    )
    parser.add_argument(
        "--protected", action="store_true", help=words("names are left out of the decision to protect the people")
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Print what the rules find; a document that cannot be read is named, and the others are reviewed all the same."""
    if (order.accept or order.out) and (len(order.files) > 1 or not (order.accept and order.out)):
        raise UsageError(reason="accept")
    rules = frozenset(map(Rule, order.rules)) if order.rules else frozenset(Rule)
    each = Each(order.files, words)
    with stoppable() as wish:
        for document in each.read(wish.is_set):
            found = review(document)
            remarks = [remark for remark in found.remarks if remark.rule in rules]
            as_decision = None if order.decision == "auto" else order.decision == "yes"
            findings = told(document, as_decision=as_decision, is_protected=order.protected)
            if order.out:
                _write(document, remarks, order, words)
            if order.format == "json":
                print(json.dumps(as_json(document, found, remarks, findings, words), ensure_ascii=False))
            else:
                if len(order.files) > 1:
                    print(f"== {document.name}")
                print(as_text(found, remarks, findings, words))
            tell(document, words)
            if not is_swedish(document):
                print(words("The rules are for Swedish, and this text does not seem to be Swedish."), file=sys.stderr)
    return each.exit


def _write(document: Document, remarks: Sequence[Remark], order: argparse.Namespace, words: Words) -> None:
    chosen = _chosen(remarks, order.accept)
    changed, left = applied(document, chosen)
    reviewed.write(changed, order.out, words)
    print(
        words.count("{count} wording was put in.", "{count} wordings were put in.", len(chosen) - len(left)),
        file=sys.stderr,
    )
    for remark in left:
        print(words("Not put in, since it overlaps another: {text}", text=remark.text), file=sys.stderr)


def _chosen(remarks: Sequence[Remark], accepted: Sequence[str]) -> list[Remark]:
    """The remarks whose wordings are accepted.

    Raises:
        UsageError: a number is not there, or has no wording.
    """
    if list(accepted) == [_ALL]:
        return [remark for remark in remarks if remark.proposal]
    chosen = []
    for number in accepted:
        place = int(number) - 1 if number.isdecimal() else -1
        if not 0 <= place < len(remarks) or not remarks[place].proposal:
            raise UsageError(reason="remark-number")
        chosen.append(remarks[place])
    return chosen


def as_text(found: Review, remarks: Sequence[Remark], findings: Sequence[Finding], words: Words) -> str:
    """What concerns the whole first; then a line or two for each remark, with its number and place; the measures last."""
    lines = []
    for finding in findings:
        place = "" if finding.block is None else f"[{finding.block}] "
        lines.append(f"  !  {place}{words.finding(finding)} {words.advice(finding)}")
    for number, remark in enumerate(remarks, 1):
        page = f" s. {remark.page}" if remark.page is not None else ""
        shown = remark.text if len(remark.text) <= _SHOWN else f"{remark.text[:_SHOWN].rstrip()}…"
        lines.append(f"{number:>3}  [{remark.paragraph}{page}] {name(remark.rule, words)}: {shown}".rstrip(": "))
        lines.append(f"     {reason(remark, words)}")
        if remark.proposal:
            lines.append(f"     → {remark.proposal}")
    if not lines:
        lines.append(words("Nothing was found."))
    measures = found.measures
    lines.append(
        words(
            "LIX {lix} · {words} words in {sentences} sentences · the longest has {longest}",
            lix=measures.lix,
            words=measures.words,
            sentences=measures.sentences,
            longest=measures.longest,
        )
    )
    return "\n".join(lines)


def as_json(
    document: Document, found: Review, remarks: Sequence[Remark], findings: Sequence[Finding], words: Words
) -> dict[str, Any]:
    """What was found, as one object."""
    measures = found.measures
    return {
        "document": {"name": document.name, "pages": document.pages, "paragraphs": len(document.paragraphs)},
        "remarks": [
            {
                "number": number,
                "rule": remark.rule.value,
                "paragraph": remark.paragraph,
                "page": remark.page,
                "start": remark.start,
                "end": remark.end,
                "text": remark.text,
                "reason": reason(remark, words),
                "source": source(remark.rule),
                "facts": remark.facts,
                "proposal": remark.proposal or None,
            }
            for number, remark in enumerate(remarks, 1)
        ],
        "findings": [
            {
                "code": finding.code,
                "facts": finding.facts,
                "paragraph": finding.block,
                "said": words.finding(finding),
                "advice": words.advice(finding),
            }
            for finding in findings
        ],
        "measures": {
            "lix": measures.lix,
            "words": measures.words,
            "sentences": measures.sentences,
            "longest": measures.longest,
        },
    }
