"""Plain text and Markdown: the encoding, and which lines belong to one paragraph."""

import re
from collections.abc import Iterable, Iterator

from assistant.documents.build import Builder
from assistant.documents.document import Document, Notice, ParagraphKind
from assistant.documents.text_layout import are_beside, fields, table, tables
from assistant.documents.text_people import roll, signed
from assistant.errors import DocumentDamaged

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
#: The encodings that Swedish files without a mark have, by age, and their names.
_OLD = (("cp1252", "Windows-1252"), ("cp850", "MS-DOS 850"), ("mac_roman", "Mac Roman"))
_SAMPLE = 2_000
_LONG_SAMPLE = 200_000
_FEWEST = 8
_MOSTLY = 0.7
#: More control characters than this share of a text means that it is no text.
_MOST_CONTROLS = 0.005
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"(=+|-{3,})\s*$")
_ITEM = re.compile(r"(\s*)(?:[-*+•–]\s+(?=\S)|(?=(?:\d{1,3}[.)]|[a-zåäö]\))\s+\S))(.*)$")
_ROW = re.compile(r"\s*\|(.+)\|\s*$")
_RULE = re.compile(r"[\s|:=*_-]+$")
_SPEAKER = re.compile(r"[A-ZÅÄÖ][^:.!?]{1,60}:\s")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|`)")
#: A clause of a list in minutes, spaced out as a head of its own.
_LISTED = re.compile(r"a t t ")
_SENTENCE = re.compile(r"[A-ZÅÄÖ].*[.!?]$")
#: Lines of a hard-wrapped text are about as long as each other; one much shorter ends its paragraph.
_WRAPPED_FROM = 45
_SHORT_OF_LONGEST = 0.6
_LONGEST_HEADING = 120
_WRAPPED_TO = 140


def read(data: bytes, name: str) -> Document:
    """Read plain text or Markdown.

    Raises:
        DocumentDamaged: it is no text.
    """
    text, notices = decode(data, name)
    builder = Builder()
    is_markdown = name.lower().endswith((".md", ".markdown")) or bool(re.search(r"^#{1,6} \S", text, re.MULTILINE))
    add_lines(builder, text, is_markdown=is_markdown)
    return builder.finish(name, "md" if is_markdown else "txt", reader="kansli", notices=notices)


def decode(data: bytes, name: str) -> tuple[str, list[Notice]]:
    """The text of bytes: by its byte order mark, else UTF-8, else cp1252 with a notice.

    Raises:
        DocumentDamaged: it is no text.
    """
    notices: list[Notice] = []
    encoding = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "") or _without_mark(data)
    try:
        text = data.decode(encoding or "utf-8").lstrip("\ufeff")
    except UnicodeDecodeError as error:
        if encoding:
            raise DocumentDamaged(name=name, kind="text") from error
        guessed, told = _guessed(data)
        text = data.decode(guessed, "replace")
        notices.append(Notice("encoding-guessed", {"encoding": told}))
    if len(_CONTROL.findall(text)) > max(2, _MOST_CONTROLS * len(text)):
        raise DocumentDamaged(name=name, kind="text")
    return text, notices


def _without_mark(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of Western text is zero."""
    start = data[:_SAMPLE]
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = start[place::2], start[1 - place :: 2]
        if len(start) > _FEWEST and zeros.count(0) > _MOSTLY * len(zeros) and not others.count(0):
            return encoding
    return ""


def _guessed(data: bytes) -> tuple[str, str]:
    """The encoding in which the most å, ä and ö stand between letters, and its name; Windows' where none do."""
    return max(
        _OLD,
        key=lambda old: len(re.findall(rb"[A-Za-z][" + "åäö".encode(old[0]) + rb"](?![A-Z])", data[:_LONG_SAMPLE])),
    )


def add_lines(builder: Builder, text: str, *, is_markdown: bool, has_title: bool = True) -> None:
    """Add the paragraphs of a text to a document."""
    chunks = list(
        re.split(
            r"\n[ \t]*(?:\n[ \t]*)+", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").strip("\n")
        )
    )
    for place, chunk in enumerate(chunks):
        lines = [line for line in chunk.split("\n") if line.strip()]
        if is_markdown:
            lines = [_plain(line) for line in _headings_joined(lines)]
        # A first line alone, short and without a full stop, is the title.
        if has_title and place == 0 and len(chunks) > 1 and len(lines) == 1 and _is_title(lines[0]):
            builder.add(_HEADING.sub(r"\2", lines[0]), ParagraphKind.HEADING, level=1)
            continue
        if is_markdown:
            _add_chunk(builder, _joined(lines), is_markdown=True)
        else:
            _add_set(builder, lines)


def _add_set(builder: Builder, lines: list[str]) -> None:
    """Lines of plain text, with what is set in columns among them."""
    start = 0
    for place, rows in [*tables(lines, (table, roll)), (len(lines), [])]:
        between = list(signed(lines[start:place]))
        _add_chunk(builder, fields(between) or _joined(between), is_markdown=False)
        for cells in rows:
            builder.add("", ParagraphKind.ROW, cells=cells)
        start = place + len(rows)


def _add_chunk(builder: Builder, lines: Iterable[str], *, is_markdown: bool) -> None:
    for line in lines:
        _add_line(builder, line, is_markdown=is_markdown)


def _add_line(builder: Builder, line: str, *, is_markdown: bool) -> None:
    heading = _HEADING.match(line) if is_markdown else None
    row = _ROW.match(line) if is_markdown else None
    item = _ITEM.match(line)
    if heading:
        builder.add(heading.group(2), ParagraphKind.HEADING, level=len(heading.group(1)))
    elif row:
        if not _RULE.match(line):
            builder.add("", ParagraphKind.ROW, cells=[cell.strip() for cell in row.group(1).split("|")])
    elif item and not _RULE.match(line):
        level = 1 + len(item.group(1).expandtabs(4)) // 2
        builder.add(item.group(2), ParagraphKind.ITEM, level=min(level, 9))
    elif not (is_markdown and _RULE.match(line)):
        builder.add(line.lstrip("> ") if is_markdown else line)


def _is_title(line: str) -> bool:
    line = line.strip()
    return len(line) <= _LONGEST_HEADING and not line.endswith((".", ",", ";", ":")) and not _ITEM.match(line)


def _plain(line: str) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", line)) if not _ITEM.match(line) else _item_plain(line)


def _item_plain(line: str) -> str:
    match = re.match(r"\s*\S+\s+", line)
    assert match  # it is an item
    return match.group() + _EMPHASIS.sub("", _LINK.sub(r"\1", line[match.end() :]))


def _headings_joined(lines: list[str]) -> Iterator[str]:
    """Headings that are underlined, as headings that begin with ``#``."""
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if place and _UNDERLINE.match(line) and not _ROW.match(line):
            continue
        if below and _UNDERLINE.match(below) and not _ITEM.match(line):
            yield f"{'#' if below.startswith('=') else '##'} {line}"
        else:
            yield line


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines of a chunk as paragraphs: wrapped lines are joined, items, rows, headings and speakers' turns stand alone."""
    longest = max((len(line.strip()) for line in lines), default=0) if _is_running(lines) else 0
    clauses = sum(line.strip().startswith("att ") for line in lines)
    whole = ""
    before = ""
    for line in lines:
        starts = bool(_ITEM.match(line) or _ROW.match(line) or _HEADING.match(line) or _SPEAKER.match(line))
        goes_on = bool(whole) and not starts and _is_wrapped(before, line, longest) and not _HEADING.match(before)
        goes_on = goes_on and not are_beside(before, line) and not _is_apart(before.strip(), line.strip(), clauses)
        if goes_on:
            joined = whole.rstrip()
            whole = f"{joined[:-1]}{line.strip()}" if _is_hyphenated(joined, line) else f"{joined} {line.strip()}"
        else:
            if whole:
                yield whole
            whole = line
        before = line
    if whole:
        yield whole


def _is_apart(line: str, after: str, clauses: int) -> bool:
    """Whether a line cannot go on in the next: it is the head of a §, or the next is a clause of a list."""
    is_clause = after.startswith("att ") and clauses > 1 and bool(re.search(r"(?:[,:]| samt| och)$", line))
    return bool(_LISTED.match(after)) or is_clause or (line.startswith("§") and after[:1].isupper())


def _is_running(lines: list[str]) -> bool:
    """Whether lines may be one hard-wrapped text: most are long, and not every one is a whole sentence."""
    longest = max((len(line.strip()) for line in lines), default=0)
    long = sum(len(line.strip()) >= _SHORT_OF_LONGEST * longest for line in lines)
    return long * 2 >= len(lines) and not all(_SENTENCE.match(line.strip()) for line in lines)


def _is_wrapped(line: str, after: str, longest: int) -> bool:
    """Whether the next line goes on where this one ended: it was broken for length, not by its writer.

    A line that had room for the next one's first word was broken on purpose.
    """
    first = len(after.split(maxsplit=1)[0])
    return (
        len(line.strip()) + 1 + first > longest
        and _WRAPPED_FROM <= longest <= _WRAPPED_TO
        and len(line.strip()) >= max(_WRAPPED_FROM, _SHORT_OF_LONGEST * longest)
        and not _ROW.match(line)
    )


def _is_hyphenated(whole: str, line: str) -> bool:
    """Whether a word was broken: not in *vuxen- och äldreomsorg*, where the hyphen stands for what comes."""
    after = line.lstrip()
    return (
        bool(re.search(r"[a-zåäöé]-$", whole)) and after[:1].islower() and not re.match(r"(?:och|eller|samt)\b", after)
    )
