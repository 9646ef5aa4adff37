"""Takes out of an installer what is another each time it is written, so that the same files make the same installer."""

import re
import struct
from typing import Final

#: A time in an installer's summary, by its kind and as hundreds of nanoseconds since 1601.
_TIME: Final = re.compile(rb"\x40\x00\x00\x00(.{8})", re.DOTALL)
#: The name that wixl made up for the search path: nothing refers to it any more, and it stands there still.
_MADE_UP: Final = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?==\*PATH)")
_SECOND: Final = 10_000_000
_UNTIL_1970: Final = 11_644_473_600
#: When it was made and when it was last saved.
_TIMES: Final = 2


def dated(content: bytes, made_at: int, since: int, until: int) -> bytes:
    """The installer's bytes with ``made_at`` for the times between the others, all in seconds since 1970."""
    found = 0

    def put(match: re.Match[bytes]) -> bytes:
        nonlocal found
        (told,) = struct.unpack("<Q", match[1])
        if not since <= told / _SECOND - _UNTIL_1970 <= until:
            return match[0]
        found += 1
        return match[0][:4] + struct.pack("<Q", (made_at + _UNTIL_1970) * _SECOND)

    changed = _TIME.sub(put, content)
    assert found == _TIMES, f"{found} times of writing were found in the installer"
    return _MADE_UP.sub(b"0" * 36, changed)
