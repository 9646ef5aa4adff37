"""The exit codes of ``kansli``, a contract for scripts, and which error gives which."""

from enum import IntEnum

from assistant.errors import AssistantError, ChildBug, DocumentError, ModelError, ProgramDamaged, UsageError


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    BUG = 1
    USAGE = 2
    UNREADABLE = 3
    NO_MODEL = 4
    SOME_FAILED = 5
    STOPPED = 130


def of(error: AssistantError) -> Exit:
    """The exit code for an error that ended a command."""
    if isinstance(error, UsageError):
        return Exit.USAGE
    if isinstance(error, DocumentError):
        return Exit.UNREADABLE
    if isinstance(error, ModelError):
        return Exit.NO_MODEL
    if isinstance(error, ChildBug | ProgramDamaged):
        return Exit.BUG
    # Saving, settings, prompts, a text that cannot fit: the order could not be carried out as given.
    return Exit.USAGE
