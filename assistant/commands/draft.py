"""``kansli draft --letter TYPE``: a letter from facts, the user's words and what came in; checked, and put in its template."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.commands.exits import Exit
from assistant.commands.printing import show
from assistant.commands.progress import ProgressLine
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.commands.summarise import add_model, child, other_than
from assistant.documents.document import Document
from assistant.engine.engine import Stopping
from assistant.errors import ModelMissing, ModelTooBig, OutputError, UsageError
from assistant.export import letter, letter_text
from assistant.export.permitted import require
from assistant.export.write import SUFFIXES
from assistant.export.write import write as write_result
from assistant.job import Job
from assistant.language import detect
from assistant.letters.draft import Draft, begin
from assistant.letters.kind import TONES, Kind
from assistant.letters.known import Given, read_facts
from assistant.letters.read import load
from assistant.letters.sender import standing
from assistant.letters.template import open_template
from assistant.letters.understood import Understood, understand
from assistant.saving import require_place
from assistant.tasks.options import LANGUAGES, LENGTHS
from assistant.wording import Words
from assistant.worker import client
from assistant.worker.client import ModelChild
from assistant.worker.messages import Event, Progress


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "--letter", metavar=words("TYPE"), required=True, help=words("which type: see kansli letters list")
    )
    parser.add_argument(
        "--facts", metavar="FACTS.toml", type=Path, help=words("a file with the facts, a key for each field")
    )
    parser.add_argument(
        "--source",
        metavar=words("FILE"),
        nargs="+",
        type=Path,
        default=[],
        help=words("the letter to answer first, then others"),
    )
    parser.add_argument(
        "--say", metavar=words("WORDS"), default="", help=words("what the letter is to say, in your own words")
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="", help=words("the letter's language; default that of what came in")
    )
    parser.add_argument("--tone", choices=TONES, default="", help=words("its tone; default the type's own"))
    parser.add_argument("--length", choices=LENGTHS, default="medium", help=words("how long it is"))
    parser.add_argument(
        "--translate-to",
        choices=LANGUAGES,
        default="",
        help=words("translate the finished letter, and mark it as a translation"),
    )
    parser.add_argument(
        "--leave", metavar=words("FIELD"), nargs="+", default=[], help=words("missing facts that are left so knowingly")
    )
    parser.add_argument(
        "--template", metavar=words("FILE"), type=Path, help=words("another template than the type's own")
    )
    parser.add_argument(
        "--reviewed-by",
        metavar=words("NAME"),
        default="",
        help=words("who has reviewed it; takes the mark of a draft away"),
    )
    parser.add_argument("--without-model", action="store_true", help=words("let the points stand in their own words"))
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words("how it is printed"))
    parser.add_argument(
        "--out", metavar=words("FILE"), type=Path, help=words("write to a .docx, .md, .txt or .json file instead")
    )
    add_model(parser, words)


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Say what was understood, write part by part, and print the draft or save it."""
    if order.out and order.out.suffix.lower() not in SUFFIXES:
        raise OutputError(name=order.out.name, reason="format")
    if order.out:
        require(order.out)
        require_place(order.out)
    other_than(order.out, [*order.source, *filter(None, (order.facts, order.template))])
    kind = load(order.letter)
    if order.template:
        open_template(order.template, kind)  # what cannot be used is told before the model's long work
    facts = read_facts(order.facts, kind) if order.facts else {}
    with stoppable() as wish, child(order) as model:
        documents = []
        for path in order.source:
            documents.append(client.read(path, wish.is_set))
            tell(documents[-1], words)
        draft = begin(_understood(order, kind, Given(facts, order.say, standing(kind)), documents))
        for line in letter_text.understood(draft, words):
            print(line, file=sys.stderr)
        if order.out:
            letter.must_be_ready(draft)
        if not order.without_model:
            draft = _worded(draft, model, words, wish.is_set, chosen=bool(order.model))
        if order.translate_to and order.translate_to != draft.understood.language:
            draft = _worded(draft.into(order.translate_to), model, words, wish.is_set, chosen=True)
    draft = draft.reviewed(order.reviewed_by)
    if order.out:
        _save(draft, order, words)
    else:
        show(letter_text.render_json(draft) if order.format == "json" else letter_text.as_text(draft, words), words)
    return Exit.DONE


def _understood(order: argparse.Namespace, kind: Kind, given: Given, documents: Sequence[Document]) -> Understood:
    said = " ".join((order.say, *(text for texts in given.facts.values() for text in texts)))
    spoken = next(
        (found for each in (*(document.text for document in documents), said) if (found := detect(each))), "sv"
    )
    understood = understand(
        kind, documents, given, language=order.language or spoken, tone=order.tone, length=order.length
    )
    try:
        return understood.without(order.leave)
    except KeyError as error:
        raise UsageError(reason="field") from error


def _worded(draft: Draft, model: ModelChild, words: Words, stopping: Stopping, *, chosen: bool) -> Draft:
    """The draft with each waiting part worded; as it is, and saying so, where no model was asked for and none is there."""
    waiting = draft.waiting
    nothing = Document("", "txt", ())
    progress = ProgressLine(words)
    try:
        for number, part in enumerate(waiting):

            def hear(event: Event, done: int = number) -> None:
                if isinstance(event, Progress):
                    event = Progress(event.stage, done + 1, len(waiting), (done + event.share) / len(waiting))
                progress.hear(event)

            draft = draft.worded(part, model.carry_out(Job(nothing, letter=draft.writing(part)), hear, stopping))
    except (ModelMissing, ModelTooBig):
        if chosen:
            raise
        print(words("There is no language model here, so your points stand in their own words."), file=sys.stderr)
    finally:
        progress.end()
    return draft


def _save(draft: Draft, order: argparse.Namespace, words: Words) -> None:
    if order.out.suffix.lower() == ".docx":
        letter.write(draft, order.out, order.template)
        return
    letter.must_be_ready(draft)
    write_result(draft.result(), order.out, words, banner=not draft.reviewed_by)
