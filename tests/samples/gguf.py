"""Damaged model files: a real one with one thing wrong each, made from the layout of GGUF version 3.

The layout (ggml's docs/gguf.md): magic, version, counts of tensors and of keys; keys with typed values; for each tensor its
name, dimensions, type and offset; then the tensors' data.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_SIZES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
_STRING, _ARRAY = 8, 9


@dataclass
class Layout:
    """Where things lie in a file: offsets from its start."""

    values: dict[str, tuple[int, int]] = field(default_factory=dict)
    arrays: dict[str, int] = field(default_factory=dict)
    first_key: int = 24
    tensors: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


def layout(data: bytes) -> Layout:
    """Read a file's layout; ``data`` holds its keys and tensor descriptions at least."""
    found = Layout()
    tensors, keys = struct.unpack_from("<QQ", data, 8)
    place = 24
    for _ in range(keys):
        (length,) = struct.unpack_from("<Q", data, place)
        name = data[place + 8 : place + 8 + length].decode()
        place += 8 + length
        (kind,) = struct.unpack_from("<I", data, place)
        place += 4
        found.values[name] = (place, kind)
        if kind == _ARRAY:
            found.arrays[name] = place
        place = _after(data, place, kind)
    for _ in range(tensors):
        (length,) = struct.unpack_from("<Q", data, place)
        name_at, place = place, place + 8 + length
        (dimensions,) = struct.unpack_from("<I", data, place)
        found.tensors.append((name_at, place))
        place += 4 + 8 * dimensions + 4 + 8
    found.end = place
    return found


def _after(data: bytes, place: int, kind: int) -> int:
    if kind == _STRING:
        return int(place + 8 + struct.unpack_from("<Q", data, place)[0])
    if kind == _ARRAY:
        of, count = struct.unpack_from("<IQ", data, place)
        place += 12
        if of in _SIZES:
            return int(place + count * _SIZES[of])
        for _ in range(count):
            place = _after(data, place, of)
        return place
    return place + _SIZES[kind]


def damages(path: Path) -> Iterator[tuple[str, bytes]]:
    """A name and the damaged file's bytes, one after the other; the small model gives 104."""
    data = path.read_bytes()
    at = layout(data)
    for name, size in {
        "empty": 0, "one byte": 1, "magic alone": 4, "no counts": 8, "half a count": 13, "no keys": 24, "100 bytes": 100,
        "64 kB": 1 << 16, "half the keys": at.tensors[0][0] // 2, "no tensors": at.tensors[0][0], "no data": at.end,
        "half": len(data) // 2, "one byte less": len(data) - 1,
    }.items():  # fmt: skip
        yield f"cut to {name}", data[:size]
    yield "text", b"Detta \xc3\xa4r ingen modell.\n" * 1000
    yield "magic of another", b"GGML" + data[4:]
    for version in (0, 1, 2, 4, 99, 1 << 31):
        yield f"version {version}", _with(data, 4, "<I", version)
    for count in (0, 1, 1 << 31, 1 << 62, (1 << 64) - 1):
        yield f"{count} tensors", _with(data, 8, "<Q", count)
        yield f"{count} keys", _with(data, 16, "<Q", count)
    for length in (0, 1 << 20, 1 << 40, 1 << 62, (1 << 64) - 1):
        yield f"a key of {length} letters", _with(data, at.first_key, "<Q", length)
    yield from _wrong_numbers(data, at)
    yield from _wrong_lists(data, at)
    yield from _wrong_tensors(data, at)
    yield "weights of zeros", data[: at.end + 64] + bytes(len(data) - at.end - 64)
    yield "weights of ones", data[: at.end + 64] + b"\xff" * (len(data) - at.end - 64)
    step = at.end // 12
    for place in range(step // 2, at.end - 1, step):
        yield f"a byte turned at {place}", _with(data, place, "<B", data[place] ^ 0xFF)


def _wrong_numbers(data: bytes, at: Layout) -> Iterator[tuple[str, bytes]]:
    for end, numbers in {
        ".block_count": (0, 1, 1_000_000, 1 << 31),
        ".context_length": (0, (1 << 32) - 1),
        ".embedding_length": (0, 1, 1 << 31),
        ".feed_forward_length": (0, 7, 1 << 31),
        ".attention.head_count": (0, 3, 1 << 20),
        ".attention.head_count_kv": (0, 7, 1 << 20),
        ".rope.dimension_count": (0, 3, 1 << 20),
        "tokenizer.ggml.eos_token_id": (1 << 31, (1 << 32) - 1),
        "tokenizer.ggml.bos_token_id": (1 << 31, (1 << 32) - 1),
    }.items():
        for name, (place, kind) in at.values.items():
            if name.endswith(end) and kind in {4, 5}:
                for number in numbers:
                    yield f"{name} {number}", _with(data, place, "<I", number)
    place, _ = at.values["general.architecture"]
    yield "unknown architecture", _with(data, place + 8, "<5s", b"\xff\x00abc")
    yield "kind of value 99", _with(data, place - 4, "<I", 99)


def _wrong_lists(data: bytes, at: Layout) -> Iterator[tuple[str, bytes]]:
    for name, place in at.arrays.items():
        for count in (0, 1, 1 << 40):
            yield f"{name} of {count}", _with(data, place + 4, "<Q", count)
        yield f"{name} of kind 99", _with(data, place, "<I", 99)


def _wrong_tensors(data: bytes, at: Layout) -> Iterator[tuple[str, bytes]]:
    name_at, place = at.tensors[0]
    (dimensions,) = struct.unpack_from("<I", data, place)
    kind_at = place + 4 + 8 * dimensions
    for count in (0, 5, 1 << 31):
        yield f"{count} dimensions", _with(data, place, "<I", count)
    for size in (0, 1, 1 << 42, (1 << 63) + 1):
        yield f"a dimension of {size}", _with(data, place + 4, "<Q", size)
    for kind in (4, 99, 1 << 31):
        yield f"tensor of kind {kind}", _with(data, kind_at, "<I", kind)
    for offset in (1, 1 << 40, (1 << 64) - 32):
        yield f"tensor at {offset}", _with(data, kind_at + 4, "<Q", offset)
    yield "tensor with a long name", _with(data, name_at, "<Q", 1 << 30)
    yield "tensor with another's name", data[: name_at + 8] + b"x" + data[name_at + 9 :]


def _with(data: bytes, place: int, form: str, value: int | bytes) -> bytes:
    changed = bytearray(data)
    struct.pack_into(form, changed, place, value)
    return bytes(changed)
