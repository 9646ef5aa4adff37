"""Which kinds of file IT allows results to be saved as. Asked by whoever writes one, and before long work."""

from pathlib import Path

from assistant.errors import OutputError
from assistant.policy import in_force


def require(path: Path) -> None:
    """See to it that the kind of file may be written.

    Raises:
        OutputError: it may not (reason ``fixed-format``).
    """
    if not in_force().may_write(path.suffix.lower().removeprefix(".")):
        raise OutputError(name=path.name, reason="fixed-format")
