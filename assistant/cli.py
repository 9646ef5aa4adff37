"""The second front door: ``kansli …`` is ``python -m assistant …``. Results on stdout, all else on stderr; see ``exits.py``."""

import argparse
import importlib
import platform
import signal
import sys
import traceback
from collections.abc import Collection, Sequence

from assistant import early, policy
from assistant.commands import exits
from assistant.commands.arguments import speak
from assistant.commands.exits import Exit
from assistant.errors import AssistantError, Stopped
from assistant.settings import load
from assistant.version import VERSION
from assistant.wording import Words, interface_language

#: The commands, each a module of ``assistant.commands`` that is imported when it is asked for.
COMMANDS = {
    "read": "show what Kansli reads in a document",
    "summarise": "summarise documents, every statement with its source",
    "excerpt": "one § of minutes as a Word file of its own",
    "called": "what became of each matter that a meeting was called to",
    "classify": "sort documents by a closed list of classes, with how sure it is and on what words it rests",
    "draft": "write a letter from facts, your own words and what came in, in the organisation's template",
    "letters": "the types of letters and their templates: list, show, check",
    "sort": "copy documents into folders by their labels, from a table that has been looked through",
    "scheme": "the lists of classes that documents are sorted by: list, check, import",
    "find": "numbers of persons, addresses and the like, and words that may mean secrecy, without a model",
    "mask": "a copy of a document with such numbers and addresses masked",
    "review": "what is hard to read in Swedish documents, why, and better wordings, without a model",
    "doctor": "what this computer has, what protects your documents on it, and what is missing",
    "selftest": "whether this installation works: documents, language model, protection",
    "policy": "what IT has fixed on this computer, and whether a file for that is right",
    "queue": "many documents, one after the other; goes on where it was when the computer has been off",
    "desktop": "the window",
    "models": "the language models: list, get, import, verify, remove",
}


def start() -> int:
    """Where ``kansli`` begins: without a network, but for what opens no document itself.

    That is the fetching of models, and the window, whose two programs see to it themselves (``desktop/launch.py``).
    """
    if sys.argv[1:2] not in (["models"], ["desktop"]):
        from assistant.worker.lockdown import no_network  # noqa: PLC0415 - nothing at all may come before it

        no_network()
    return main()


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and give its exit code."""
    settings, aside = load()
    words = Words(interface_language(settings.language))
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that cannot show a character shows a stand-in; it is no reason to fail.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if aside:
        print(
            words("Your settings could not be read. They have been set aside as {file}.", file=aside), file=sys.stderr
        )
    try:
        given = sys.argv[1:] if arguments is None else list(arguments)
        if given[:1] != [
            "policy"
        ]:  # it tells itself what is wrong with the policy, and looks at another one all the same
            words = Words(policy.in_force().fixed.get("language") or words.language)
        return _run(given, words)
    except (Stopped, KeyboardInterrupt):
        return Exit.STOPPED
    except BrokenPipeError:  # the reader of our output has gone
        sys.stderr.close()
        return Exit.DONE
    except AssistantError as error:
        print(words.error(error), file=sys.stderr)
        return exits.of(error)
    except Exception as error:  # noqa: BLE001 - the last place where a bug can be told as one
        _report(error, words)
        return Exit.BUG


def _run(arguments: list[str], words: Words) -> int:
    name = next((argument for argument in arguments if not argument.startswith("-")), "")
    speak(words)
    order = parser(words, [name]).parse_args(arguments)
    run = importlib.import_module(f"assistant.commands.{order.command}").run
    if signal.getsignal(signal.SIGINT) is early.stop:  # all is loaded: from here on the work stops in its own way
        signal.signal(signal.SIGINT, signal.default_int_handler)
    return int(run(order, words))


def parser(words: Words, wanted: Collection[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """What the command line understands; the arguments of the ``wanted`` commands are declared, of others only the name."""
    made = argparse.ArgumentParser(
        prog="kansli",
        description=words("Administrative documents, summarised on your own computer."),
        epilog=words(
            "Exit codes: 0 done, 1 a fault in Kansli, 2 wrong use, 3 a document could not be read, 4 no language model, "
            "5 done but some documents failed, 130 stopped."
        ),
    )
    shown = words("show program's version number and exit")
    made.add_argument("--version", action="version", version=f"kansli {VERSION}", help=shown)
    subparsers = made.add_subparsers(dest="command", metavar=words("COMMAND"), required=True)
    for command, purpose in COMMANDS.items():
        subparser = subparsers.add_parser(command, help=words(purpose), description=words(purpose))
        if command in wanted:
            importlib.import_module(f"assistant.commands.{command}").add_to(subparser, words)
    return made


def _report(error: Exception, words: Words) -> None:
    """A bug: where it happened and with which versions. Never the exception's message, which may quote a document."""
    print(
        words("This is a fault in Kansli. Please report the lines below; they hold nothing from your documents."),
        file=sys.stderr,
    )
    print(f"kansli {VERSION}, Python {platform.python_version()}, {platform.platform()}", file=sys.stderr)
    for frame in traceback.extract_tb(error.__traceback__):
        print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
    print(f"  {type(error).__name__}", file=sys.stderr)
