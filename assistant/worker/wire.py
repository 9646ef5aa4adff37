"""How values cross a pipe: each with its name, as MessagePack, read strictly into the type that was expected.

Not pickle, which is how multiprocessing sends objects: whoever has taken over a child could send its parent a program.
What is expected is named by the receiver; anything else, larger or of another shape, counts as a child gone wrong.
"""

from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import msgspec

#: A document of ``documents/limits.MAX_CHARACTERS`` takes at most four bytes a character, and its places.
LARGEST = 256 << 20


class Garbled(Exception):
    """What came is not what was expected; the other end has gone wrong."""


def send(connection: Connection, value: Any) -> None:
    """Send one value, a frozen dataclass.

    Raises:
        OSError: the other end has gone.
    """
    connection.send_bytes(msgspec.msgpack.encode([type(value).__name__, value], enc_hook=_plain))


def receive(connection: Connection, *kinds: type) -> Any:
    """The next value, of one of these kinds.

    Raises:
        Garbled: it is none of them.
        EOFError, OSError: the other end has gone, or sent more than ``LARGEST``.
    """
    data = connection.recv_bytes(LARGEST)
    try:
        name, body = msgspec.msgpack.decode(data, type=tuple[str, msgspec.Raw])
        kind = next(kind for kind in kinds if kind.__name__ == name)
        return msgspec.msgpack.decode(body, type=kind, dec_hook=_built)
    except (msgspec.DecodeError, StopIteration) as error:
        raise Garbled from error


def _plain(value: Any) -> Any:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError


def _built(kind: type, value: Any) -> Any:
    if issubclass(kind, Path):
        return kind(value)
    raise NotImplementedError
