"""Every way to fail, as one tree. A class has a code, and an instance has facts; the words are in ``wording.py``.

::

    Stopped                       the user asked to stop: say nothing
    AssistantError                tell the user, in the words of wording.py
    ├── UsageError                the order itself makes no sense
    ├── Declined                  it asks how a case should end, for a score or a recommendation
    ├── DocumentError             a document cannot be read
    │   ├── DocumentMissing       nothing with that name
    │   ├── DocumentNotAFile      a folder, device, FIFO or socket
    │   ├── DocumentIsLink        a symbolic link, or on Windows a reparse point
    │   ├── DocumentForbidden     the system refuses to open it
    │   ├── DocumentEmpty         no bytes
    │   ├── DocumentTooLarge      more bytes, parts or pages than the limits allow
    │   ├── DocumentUnsupported   a kind of file that is not read here; facts name the way out
    │   ├── DocumentLocked        protected by a password
    │   ├── DocumentDamaged       not what its name says, or broken
    │   ├── DocumentUnsafe        built to do harm: DOCTYPE in XML, a bomb
    │   ├── DocumentDefeats       the reader's child died of it, or had no more time
    │   ├── DocumentNotMinutes    read, but it does not have the form of minutes
    │   ├── SectionMissing        the minutes do not hold the § that was asked for, or several
    │   └── DocumentWithoutText   opened, but holds no readable text
    ├── ModelError                no model can answer
    │   ├── ModelMissing          none is installed, or not the one asked for
    │   ├── ModelUnknown          not in the catalogue and not imported
    │   ├── ModelForbidden        not among those that IT allows
    │   ├── ModelChanged          the file's SHA-256 is not the one on the list
    │   ├── ModelUnreadable       llama.cpp cannot load it
    │   ├── ModelDied             its child died of the job, three times
    │   ├── ModelFetchFailed      no source could deliver it
    │   └── ModelTooBig           it does not fit in memory; facts give the figures
    ├── ChildBug              a fault of ours in a child; facts say where
    ├── ProgramDamaged        a part of the program does not work on this computer
    ├── PromptError               a prompt file is wrong
    ├── SettingsError             a settings file is wrong
    ├── PolicyError               what IT has fixed cannot be read for certain
    ├── SchemeError               a list of classes is missing or wrong; facts say what and where
    ├── LetterError               a type of letter is missing or wrong; facts say what and where
    ├── TemplateError             a letter's template cannot be used
    ├── FactsError                a file of facts is wrong; facts say what and where
    ├── LetterNotReady            facts are missing that the letter must have
    ├── StoreError            what is kept encrypted cannot be used
    │   ├── StoreLocked       the keyring does not give its key
    │   ├── StoreDamaged      the key does not open it, or it is torn
    │   ├── StoreNewer        a later version has written it
    │   └── StoreFull         the disk is full
    ├── AlreadyRunning        another Kansli works with the user's store
    ├── TextTooLong               the engine has no room for the text; facts: tokens, room
    └── OutputError               a result cannot be written

Anything else that is raised is a bug. Foreign exceptions are translated where they are caught, once.
"""

from typing import ClassVar

Fact = str | int | float


class Stopped(Exception):
    """The work was stopped on request; nothing is to be said about it."""


class AssistantError(Exception):
    """A failure the user can do something about.

    Attributes:
        code: names the kind of failure; ``wording.py`` has a sentence for each.
        facts: what the sentence needs, by name. Never document text, never a foreign exception's message.
    """

    code: ClassVar[str] = "error"

    def __init__(self, **facts: Fact) -> None:
        super().__init__(self.code, facts)
        self.facts = facts


class UsageError(AssistantError):
    """The order itself makes no sense. Facts: ``reason``, one of the reasons in ``wording.py``."""

    code = "usage"


class Declined(AssistantError):
    """The order asks how a case should end, for a score or a recommendation: a person decides that. Facts: ``reason``."""

    code = "declined"


class DocumentError(AssistantError):
    """A document cannot be read. Facts always hold ``name``, the file's name without its folder."""

    code = "document"


class DocumentMissing(DocumentError):
    """Nothing has that name."""

    code = "document-missing"


class DocumentNotAFile(DocumentError):
    """A folder, device, FIFO or socket."""

    code = "document-not-a-file"


class DocumentIsLink(DocumentError):
    """A symbolic link; following it could reach something the user did not choose."""

    code = "document-is-link"


class DocumentForbidden(DocumentError):
    """The operating system refuses to open it."""

    code = "document-forbidden"


class DocumentEmpty(DocumentError):
    """The file has no bytes."""

    code = "document-empty"


class DocumentTooLarge(DocumentError):
    """More than the limits allow. Facts: ``limit`` and ``unit`` (``MB``, ``parts``, ``pages``, ``characters``)."""

    code = "document-too-large"


class DocumentUnsupported(DocumentError):
    """A kind of file that is not read. Facts: ``kind`` and ``way_out``, a code that names what to do instead."""

    code = "document-unsupported"


class DocumentLocked(DocumentError):
    """Protected by a password."""

    code = "document-locked"


class DocumentDamaged(DocumentError):
    """Not what its name says, or broken. Facts: ``kind``."""

    code = "document-damaged"


class DocumentUnsafe(DocumentError):
    """Built to do harm. Facts: ``reason`` (``doctype``, ``bomb``)."""

    code = "document-unsafe"


class DocumentWithoutText(DocumentError):
    """Opened, but holds no readable text. Facts: ``reason`` (``scanned``, ``garbled``, ``no-text``)."""

    code = "document-without-text"


class DocumentDefeats(DocumentError):
    """The reader's child died of it or did not get done. Facts: ``reason`` (``time``, ``crash``)."""

    code = "document-defeats"


class DocumentNotMinutes(DocumentError):
    """The document was read, but nothing in it has the form of minutes."""

    code = "document-not-minutes"


class SectionMissing(DocumentError):
    """The minutes do not hold just one § with this number. Facts: ``section``, ``reason`` (``none``, ``several``)."""

    code = "section-not-found"


class ModelError(AssistantError):
    """No model can answer."""

    code = "model"


class ModelMissing(ModelError):
    """No model is installed, or not the one asked for. Facts: ``model``."""

    code = "model-missing"


class ModelUnknown(ModelError):
    """Not in the catalogue and not imported. Facts: ``model``."""

    code = "model-unknown"


class ModelForbidden(ModelError):
    """Not among those that IT allows. Facts: ``model``."""

    code = "model-forbidden"


class ModelChanged(ModelError):
    """The file's SHA-256 is not the one on the list. Facts: ``model``."""

    code = "model-changed"


class ModelUnreadable(ModelError):
    """llama.cpp cannot load it. Facts: ``model``; ``reason`` where it is known (``not-gguf``, ``family``)."""

    code = "model-unreadable"


class ModelDied(ModelError):
    """Its child died of the job at every try. Facts: ``model``, ``reason`` (``memory``, ``crash``)."""

    code = "model-died"


class ModelFetchFailed(ModelError):
    """No source could deliver it. Facts: ``model``, ``reason``."""

    code = "model-fetch-failed"


class ModelTooBig(ModelError):
    """It does not fit in memory. Facts: ``model``, ``needed_mb``, ``free_mb``."""

    code = "model-too-big"


class ChildBug(AssistantError):
    """A fault of ours in a child. Facts: ``kind`` of exception and ``where`` in our code, never its words."""

    code = "child-bug"


class ProgramDamaged(AssistantError):
    """A part of the program does not work here. Facts: ``part``; ``reason`` where it is known (``processor``)."""

    code = "program-damaged"


class PromptError(AssistantError):
    """A prompt file is wrong. Facts: ``prompt``, ``reason``."""

    code = "prompt"


class SettingsError(AssistantError):
    """A settings file is wrong. Facts: ``file``, ``reason``."""

    code = "settings"


class PolicyError(AssistantError):
    """What IT has fixed cannot be read for certain. Facts: ``file``, ``reason``, and ``key`` where one is wrong."""

    code = "policy"


class SchemeError(AssistantError):
    """A list of classes is missing or wrong. Facts: ``scheme``, ``reason`` and ``detail``, what or where in it."""

    code = "scheme"


class LetterError(AssistantError):
    """A type of letter is missing or wrong. Facts: ``letter``, ``reason`` and ``detail``, what or where in it."""

    code = "letter"


class TemplateError(AssistantError):
    """A letter's template cannot be used. Facts: ``name``, ``reason``."""

    code = "template"


class FactsError(AssistantError):
    """A file of facts is wrong. Facts: ``file``, ``reason``, ``detail`` and ``known``, what there is to choose from."""

    code = "facts"


class LetterNotReady(AssistantError):
    """Facts are missing that the letter must have, so it is not written to a file. Facts: ``fields``, ``names``."""

    code = "letter-not-ready"


class StoreError(AssistantError):
    """What is kept encrypted cannot be used; it is never overwritten."""

    code = "store"


class StoreLocked(StoreError):
    """The keyring is missing, is locked, or has lost the key."""

    code = "store-locked"


class StoreDamaged(StoreError):
    """The key does not open the file, or the file is torn. Facts: ``file``."""

    code = "store-damaged"


class StoreNewer(StoreError):
    """A later version of the program has written it."""

    code = "store-newer"


class StoreFull(StoreError):
    """The disk is full; what was kept before is whole."""

    code = "store-full"


class AlreadyRunning(AssistantError):
    """Another program of this user works with the store."""

    code = "already-running"


class TextTooLong(AssistantError):
    """The engine has no room for the text. Facts: ``tokens`` needed and ``room`` there is."""

    code = "text-too-long"


class OutputError(AssistantError):
    """A result cannot be written. Facts: ``name``, ``reason`` (``forbidden``, ``disk-full``, ``folder``, ``format`` …)."""

    code = "output"


def known(code: str, facts: dict[str, Fact]) -> AssistantError:
    """The error with that code, as it comes from a child; a code that there is not becomes a ChildBug."""
    kinds = [AssistantError]
    while kinds:
        kind = kinds.pop()
        if kind.code == code:
            return kind(**facts)
        kinds += kind.__subclasses__()
    return ChildBug(kind="code", where="")
