"""On which line of a TOML file a mistake stands.

What the parser says of it is English and may quote the file, so it is not shown.
"""

import re
import tomllib


def line_of(error: tomllib.TOMLDecodeError, text: str) -> str:
    """The line's number; the last one's where something is not ended until there."""
    found = re.search(r"\bline (\d+)", str(error))
    return found.group(1) if found else str(max(1, len(text.splitlines())))
