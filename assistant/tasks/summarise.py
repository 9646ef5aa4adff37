"""Summarise one document. How the model does it is in ``writing.py``; the extract needs no model."""

from assistant.documents.document import Document
from assistant.engine.session import Session
from assistant.errors import ModelMissing
from assistant.language import detect
from assistant.tasks.answers import blocks_of
from assistant.tasks.covered import Covered
from assistant.tasks.extract import extract
from assistant.tasks.options import Options
from assistant.tasks.provenance import Account
from assistant.tasks.task import Result
from assistant.tasks.writing import Made, Writing
from assistant.worker.messages import Say


def summarise(document: Document, options: Options, session: Session | None, say: Say) -> Result:
    """The summary, its blocks not yet checked.

    Raises:
        ModelMissing: a model is needed and there is no session.
        Stopped: on request.
    """
    account = Account(session if options.kind != "extract" else None)
    spoken = detect(document.text) or "sv"
    language = options.language or spoken
    covered = Covered(document)
    if options.kind == "extract":
        made, blocks = Made(prompts=["extract@1"]), extract(document, options, spoken)
    elif session is None:
        raise ModelMissing(model="")
    else:
        made = Writing(document, options, language, spoken, session, say, covered).written()
        blocks = blocks_of("\n".join(filter(None, (made.lead, made.text))), options.kind)
        # A model that gives no answer does not leave the user without one.
        blocks = blocks or extract(document, options, spoken)
    return Result(
        task="summarise",
        documents=(document,),
        language=spoken if options.kind == "extract" else language,
        blocks=blocks,
        coverage=covered.coverage(),
        findings=tuple(made.findings),
        provenance=account.provenance(made.prompts),
    )


def read_ahead(document: Document, options: Options, session: Session, say: Say) -> None:
    """Read what a summary begins with, so that it begins at once when it is ordered; nothing is written.

    Raises:
        Stopped: on request. What has been read is kept.
    """
    if options.without_model:
        return
    spoken = detect(document.text) or "sv"
    language = options.language or spoken
    Writing(document, options, language, spoken, session, say, Covered(document)).read_ahead()
