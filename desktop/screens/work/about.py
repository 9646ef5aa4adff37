"""What is said about a document, before and while something is done with it. Words alone, no widgets."""

from typing import Final

from assistant.errors import known
from assistant.tasks.task import Status
from assistant.wording import Words, later, visible
from desktop.screens.work.presenter import Row, State
from desktop.wording import sentence

_STAGES: Final = {
    "opening": later("being opened"),
    "ready": later("ready to be summarised"),
    "waiting": later("waiting for its turn"),
    "running": later("being summarised"),
    "done": later("summary ready"),
    "stopped": later("stopped"),
    "failed": later("failed"),
}
_WORK: Final = {"opening": later("Opening the model"), "reading": later("Reading"), "writing": later("Writing")}
_LANGUAGES: Final = {"sv": later("Swedish"), "en": later("English")}
_MINUTE: Final = 60


def line(row: Row, words: Words) -> str:
    """A document in the list: its name, what it is, and how far it has come."""
    stage = words(_STAGES[row.stage])
    if row.progress:
        stage = words("{stage} · {percent} %", stage=stage, percent=round(row.progress.share * 100))
    return "\n".join(filter(None, (visible(row.name), _kind(row, words), stage)))


def facts(row: Row | None, words: Words) -> str:
    """Why it could not be read or summarised; else what kind of document it is, how long, and in which language."""
    if row is None:
        return ""
    if row.problem:
        return sentence(known(row.problem.code, row.problem.facts), words)
    return _kind(row, words) if row.document else words("The document is being opened.")


def _kind(row: Row, words: Words) -> str:
    """Kind, length and language of what was read, and how many notices there are."""
    document = row.document
    if document is None:
        return ""
    said = [document.format.upper()]
    if document.pages:
        said.append(words.count("{count} page", "{count} pages", document.pages))
    else:
        said.append(words.count("{count} paragraph", "{count} paragraphs", len(document.paragraphs)))
    if row.sight and row.sight.language:
        said.append(words(_LANGUAGES[row.sight.language]))
    remarks = len(document.notices) + len(document.unread)
    if remarks:
        said.append(words.count("{count} remark", "{count} remarks", remarks))
    return " · ".join(said)


def notices(row: Row | None, words: Words) -> str:
    """What the user should know about how it was read, a line each."""
    if row is None or row.document is None:
        return ""
    lines = [words.notice(notice) for notice in row.document.notices]
    lines += [words("Not read: {what}", what=words.unread(unread)) for unread in row.document.unread]
    if row.sight and row.sight.is_formal:
        lines.append(
            words("These are formal minutes: their tables show decisions, votes and attendance as they stand.")
        )
    return "\n".join(f"• {each}" for each in lines)


def outlook(state: State, words: Words) -> str:
    """What will be read, in how many parts, and about how long it takes on this computer."""
    expected = state.outlook
    if expected is None or state.row is None or state.row.is_ordered:
        return ""
    if not expected.parts:
        return words("The program does this by itself, without a model, in a moment.")
    if not expected.reads_all:
        said = words("The program weighs every sentence, and the model reads the most important ones.")
    elif expected.parts == 1:
        said = words("All of it is read at once.")
    else:
        said = words("All of it is read, in about {parts} parts.", parts=expected.parts)
    return f"{said} {words('It takes {time} on this computer.', time=_about(state.seconds, words))}"


def ahead(row: Row | None, words: Words) -> str:
    """How far the document has been read ahead."""
    if row is None or row.ahead is None:
        return ""
    if row.ahead >= 1:
        return words("The document has been read ahead: the first words come at once.")
    return words("The document is being read ahead while you choose: {percent} %.", percent=round(row.ahead * 100))


def outcome(row: Row | None, words: Words) -> str:
    """How much the newest result read, and how much of it has no support."""
    if row is None or row.result is None or row.is_ordered:
        return ""
    unsupported = sum(block.status is Status.UNSUPPORTED for block in row.result.blocks)
    said = [words("The summary is ready."), words.coverage(row.result.coverage)]
    if unsupported:
        said.append(
            words.count(
                "{count} statement has no support in the document.",
                "{count} statements have no support in the document.",
                unsupported,
            )
        )
    return " ".join(said)


def progress(row: Row | None, words: Words) -> str:
    """The stage, the part, the share and the time left of the work under way."""
    if row is None or row.progress is None:
        return ""
    now = row.progress
    text = words(_WORK[now.stage])
    if now.parts > 1:
        text = words("{stage}, part {part} of {parts}", stage=text, part=now.part, parts=now.parts)
    text = words("{stage} · {percent} %", stage=text, percent=round(now.share * 100))
    if row.seconds_left is None:
        return text
    return f"{text} · {words('{time} left', time=_about(row.seconds_left, words))}"


def _about(seconds: float, words: Words) -> str:
    if seconds < _MINUTE:
        return words("about {seconds} s", seconds=max(1, round(seconds)))
    return words("about {minutes} min", minutes=round(seconds / _MINUTE))
