"""Captions of a recorded meeting (.vtt, .srt): what was said, by whom and when, a turn a paragraph: ``[4:05] Anna Berg: …``.

WebVTT: https://www.w3.org/TR/webvtt1. SubRip has no standard; its cues are the same but for a comma in the times.
"""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice
from assistant.documents.text import decode

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)*\n")
_TIMES = re.compile(
    r"(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,]\d{1,3}[ \t]*-->[ \t]*(?:(\d{1,3}):)?(\d{2}):(\d{2})[.,]\d{1,3}"
)
_VOICE = re.compile(r"<v(?:\.[^\s>]{0,60})?[ \t]+([^<>]{1,120})>")
_TAG = re.compile(r"</?[^<>]{0,200}>|\{\\[^{}]{0,60}\}")
_NAMED = re.compile(r"(?:>>|[-–])?\s*(?P<name>[A-ZÅÄÖÉ][^:.!?]{0,60}):\s+(?=\S)")
_CHANGE = re.compile(r"(?:>>|[-–])\s*(?=\S)")
_END = re.compile(r"[.!?…][\"”»)]?$")
_COMMENT = "NOTE"
_BESIDE = ("STYLE", "REGION")
#: From this share of the cues on that begin with a name and a colon, all such beginnings are speakers.
_MOSTLY = 0.5
#: A turn longer than this many words goes on in another paragraph, and so does speech after a pause of so many seconds.
_LONG, _PAUSE = 120, 6


@dataclass(frozen=True)
class _Cue:
    """Something shown from one second to another. ``speaker`` is None when the cue does not say who speaks."""

    begins: int
    ends: int
    text: str
    speaker: str | None = None


def read(data: bytes, name: str) -> Document:
    """Read captions.

    Raises:
        DocumentDamaged: it is no text.
    """
    text, notices = decode(data, name)
    is_vtt = text.startswith("WEBVTT")
    blocks = _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n").strip())
    comments = sum(block.startswith(_COMMENT) for block in blocks)
    if comments:
        notices.append(Notice("comments-not-read", {"count": comments}))
    builder = Builder()
    if is_vtt:
        blocks[0] = _without_head(blocks[0])
    for turn in _turns(_named(list(_cues(blocks)))):
        builder.add(turn)
    return builder.finish(name, "vtt" if is_vtt else "srt", reader="kansli", notices=notices)


def is_captions(start: str) -> bool:
    """Whether a file that begins so holds captions, whatever it is called."""
    return start.startswith("WEBVTT") or bool(re.match(r"\d{1,6}[ \t]*\r?\n", start) and _TIMES.search(start[:80]))


def _without_head(block: str) -> str:
    """The first block of a WebVTT file without its head, which ends at a blank line or, in a careless file, at the first cue."""
    lines = block.split("\n")
    first = next((n for n, line in enumerate(lines) if _TIMES.match(line.strip())), len(lines))
    return "\n".join(lines[first:])


def _cues(blocks: Sequence[str]) -> Iterator[_Cue | str]:
    """The cues; a block that is none is text all the same, and nothing is left out."""
    for block in blocks:
        lines = block.split("\n")
        if not block.strip() or lines[0].startswith((_COMMENT, *_BESIDE)):
            continue
        place = next((n for n, line in enumerate(lines[:2]) if _TIMES.match(line.strip())), None)
        if place is None:
            yield " ".join(lines)
            continue
        times = _TIMES.match(lines[place].strip())
        assert times  # it was found above
        begins, ends = _seconds(*times.groups()[:3]), _seconds(*times.groups()[3:])
        yield from _voices(_Cue(begins, ends, "\n".join(lines[place + 1 :])))


def _seconds(hours: str | None, minutes: str, seconds: str) -> int:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)


def _voices(cue: _Cue) -> Iterator[_Cue]:
    """A cue for each voice in it: by its tags, else line by line where a dash or a name begins the line."""
    pieces = _VOICE.split(cue.text)
    if pieces[0].strip():
        yield from (_Cue(cue.begins, cue.ends, _plain(line)) for line in _lines(pieces[0]))
    for speaker, said in zip(pieces[1::2], pieces[2::2], strict=True):
        yield _Cue(cue.begins, cue.ends, _plain(said), _plain(speaker))


def _lines(text: str) -> Iterator[str]:
    whole = ""
    for line in text.split("\n"):
        if whole and (_CHANGE.match(line) or _NAMED.match(line)):
            yield whole
            whole = ""
        whole = f"{whole} {line}".strip()
    yield whole


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def _named(cues: Sequence[_Cue | str]) -> Iterator[_Cue | str]:
    """The cues with speakers taken from the beginnings of their texts, where most begin so."""
    bare = [cue for cue in cues if isinstance(cue, _Cue) and cue.speaker is None]
    is_named = sum(bool(_NAMED.match(cue.text)) for cue in bare) >= _MOSTLY * max(1, len(bare))
    for cue in cues:
        match = _NAMED.match(cue.text) if isinstance(cue, _Cue) and cue.speaker is None and is_named else None
        change = _CHANGE.match(cue.text) if isinstance(cue, _Cue) and cue.speaker is None else None
        if match and isinstance(cue, _Cue):
            yield _Cue(cue.begins, cue.ends, cue.text[match.end() :], match["name"].strip())
        elif change and isinstance(cue, _Cue):
            yield _Cue(cue.begins, cue.ends, cue.text[change.end() :], "")
        else:
            yield cue


def _turns(cues: Iterator[_Cue | str]) -> Iterator[str]:
    """The paragraphs: cues of one speaker joined, until somebody else speaks, a pause, or a sentence's end when it is long."""
    turn: _Cue | None = None
    for cue in cues:
        if isinstance(cue, str):
            if turn:
                yield _written(turn)
            turn = None
            yield cue
        elif turn is None:
            turn = cue
        elif _goes_on(turn, cue):
            turn = _Cue(turn.begins, cue.ends, f"{turn.text} {cue.text}".strip(), turn.speaker)
        else:
            yield _written(turn)
            turn = cue if cue.speaker is not None else _Cue(cue.begins, cue.ends, cue.text, turn.speaker)
    if turn:
        yield _written(turn)


def _goes_on(turn: _Cue, cue: _Cue) -> bool:
    if cue.speaker is not None and (cue.speaker != turn.speaker or not cue.speaker):
        return False
    if not _END.search(turn.text):
        return True
    return len(turn.text.split()) < _LONG and cue.begins - turn.ends < _PAUSE


def _written(turn: _Cue) -> str:
    hours, rest = divmod(turn.begins, 3600)
    at = f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
    return f"[{at}] {turn.speaker}: {turn.text}" if turn.speaker else f"[{at}] {turn.text}"
