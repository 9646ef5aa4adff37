"""What argparse itself says, in the user's language: it looks its words up when it says them."""

import argparse
from typing import Final

from assistant.wording import Words, later

#: The sentences of argparse in the Pythons we run on, as they stand there.
SENTENCES: Final = (
    later("usage: "),
    later("positional arguments"),
    later("options"),
    later("show this help message and exit"),
    later("%(prog)s: error: %(message)s\n"),
    later("argument %(argument_name)s: %(message)s"),
    later("the following arguments are required: %s"),
    later("unrecognized arguments: %s"),
    later("invalid choice: %(value)r (choose from %(choices)s)"),
    later("invalid %(type)s value: %(value)r"),
    later("expected one argument"),
    later("expected at least one argument"),
    later("ambiguous option: %(option)s could match %(matches)s"),
    later("ignored explicit argument %r"),
)


def speak(words: Words) -> None:
    """Let argparse speak the language of these words. Its look-up has no public name, but has been the same since Python 2.7."""
    vars(argparse)["_"] = words
