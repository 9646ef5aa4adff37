"""Results on stdout: all of it, or an error that says why not."""

import errno
import sys

from assistant.errors import OutputError
from assistant.wording import Words


def show(text: str, words: Words) -> None:
    """Print a result.

    Raises:
        OutputError: it cannot be written (reason ``disk-full`` or ``failed``).
        BrokenPipeError: nobody reads it any more.
    """
    if sys.stdout is None:  # closed by whoever started us: so they want none
        return
    try:
        sys.stdout.write(text.rstrip("\n") + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = "disk-full" if error.errno == errno.ENOSPC else "failed"
        raise OutputError(name=words("the result"), reason=reason) from error
