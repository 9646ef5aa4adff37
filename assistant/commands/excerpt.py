"""``kansli excerpt FILE --section 22 --out FILE.docx``: one § of minutes as a document of its own."""

import argparse
from pathlib import Path

from assistant.commands.exits import Exit
from assistant.commands.read import tell
from assistant.commands.stopping import stoppable
from assistant.commands.summarise import other_than
from assistant.errors import DocumentNotMinutes, OutputError, SectionMissing
from assistant.export import excerpt
from assistant.export.permitted import require
from assistant.minutes.read import read
from assistant.policy import in_force
from assistant.saving import save
from assistant.wording import Words
from assistant.worker import client


def add_to(parser: argparse.ArgumentParser, words: Words) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar=words("FILE"), type=Path, help=words("the minutes"))
    parser.add_argument("--section", metavar="N", type=int, required=True, help=words("the number of the §"))
    parser.add_argument("--body", default="", help=words("of which body, where the document holds minutes of several"))
    parser.add_argument("--organisation", default="", help=words("the name that stands at the top"))
    parser.add_argument("--out", metavar=words("FILE"), type=Path, required=True, help=words("the .docx file to write"))


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Write the excerpt."""
    if order.out.suffix.lower() != ".docx":
        raise OutputError(name=order.out.name, reason="format")
    require(order.out)
    other_than(order.out, (order.file,))
    with stoppable() as wish:
        document = client.read(order.file, wish.is_set)
    tell(document, words)
    meetings = read(document).meetings
    if not meetings:
        raise DocumentNotMinutes(name=document.name)
    found = [
        (meeting, section)
        for meeting in meetings
        for section in meeting.sections
        if section.number == order.section and _is_of(order.body, meeting.front.body.text if meeting.front.body else "")
    ]
    if len(found) != 1:
        raise SectionMissing(name=document.name, section=order.section, reason="several" if found else "none")
    meeting, section = found[0]
    save(
        order.out,
        excerpt.render(document, meeting, section, words, organisation=in_force().organisation or order.organisation),
    )
    return Exit.DONE


def _is_of(wanted: str, body: str) -> bool:
    return wanted.casefold() in body.casefold()
