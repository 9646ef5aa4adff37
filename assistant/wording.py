"""Words for people, in Swedish or English: the only place where codes and facts become sentences.

Messages in the code are English; the Swedish ones are read from ``resources/translations/sv/kansli.po``. Which sentence
belongs to which code is in ``phrases.py``. The window has titles and advice of its own on top of these.
"""

import gettext
import io
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

import polib

from assistant import paths
from assistant.advice import ADVICE
from assistant.documents.document import Notice, Unread
from assistant.error_phrases import ERRORS
from assistant.errors import AssistantError, Fact, UsageError
from assistant.phrases import (
    FINDINGS,
    LAYERS,
    LEFT_OUT,
    NOTICES,
    ORIGINS,
    STATUSES,
    UNREAD,
    VARIANTS,
    Phrase,
)
from assistant.tasks.task import Coverage, Finding, Origin, Status

LANGUAGES: Final = ("sv", "en")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_NO_BREAK: Final = "\u00a0"


class Words:
    """The words of one language.

    Attributes:
        language: ``sv`` or ``en``.

    Raises:
        UsageError: the language is neither (reason ``language``).
    """

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise UsageError(reason="language", language=language)
        self.language = language
        self._catalogue = _translations(language)

    def __call__(self, msgid: str, /, **facts: Fact) -> str:
        """The message in this language, its ``{holes}`` filled with the facts."""
        return self._fill(self._catalogue.gettext(msgid), facts)

    def count(self, one: str, many: str, count: int, /, **facts: Fact) -> str:
        """The message for one or for several; ``{count}`` is the number."""
        return self._fill(self._catalogue.ngettext(one, many, count), {**facts, "count": count})

    def number(self, value: float) -> str:
        """Swedish ``1 200`` (no-break space) and ``0,5``, English ``1,200`` and ``0.5``; two decimals at most."""
        written = f"{value:,}" if isinstance(value, int) else f"{value:,.2f}".rstrip("0").rstrip(".")
        if self.language == "sv":
            return written.translate({ord(","): _NO_BREAK, ord("."): ","})
        return written

    def quoted(self, text: str) -> str:
        """The text in the language's quotation marks: ”svenska”, “English”."""
        return f"”{text}”" if self.language == "sv" else f"“{text}”"

    def error(self, error: AssistantError) -> str:
        """What is wrong and what to do, in one sentence or two short ones."""
        facts = error.facts
        if error.code == "model-missing" and not facts.get("model"):
            facts = {**facts, "reason": "none"}
        return self._phrase(ERRORS, error.code, facts)

    def finding(self, finding: Finding) -> str:
        """What a check found, as a sentence."""
        code, facts = finding.code, finding.facts
        if code == "wrong-language":
            facts = {**facts, "reason": facts.get("language", "")}
        return self._phrase(FINDINGS, code, facts)

    def notice(self, notice: Notice) -> str:
        """What the user should know about how a document was read, as a sentence."""
        return self._phrase(NOTICES, notice.code, notice.facts)

    def unread(self, unread: Unread) -> str:
        """What was not read, with its name and page where there are such: ``an attachment (karta.png)``."""
        what = self._phrase(UNREAD, unread.why, {})
        place = [visible(unread.name)] if unread.name else []
        if unread.page is not None:
            place.append(self("page {page}", page=unread.page))
        return f"{what} ({', '.join(place)})" if place else what

    def why_left_out(self, code: str) -> str:
        """Why paragraphs were left out, in a few words."""
        return self._phrase(LEFT_OUT, code, {})

    def status(self, status: Status) -> str:
        """How far the program found support: belagt, delvis belagt, ej belagt, ej kontrollerat."""
        return self(STATUSES[status.value])

    def layer(self, name: str) -> str:
        """What a layer of protection keeps the program that reads a document from."""
        return self(LAYERS[name])

    def origin(self, origin: Origin) -> str:
        """Who has worded a block, when it was not the task; empty then."""
        return self(ORIGINS[origin.value]) if origin.value in ORIGINS else ""

    def advice(self, finding: Finding) -> str:
        """What to do about what a check found, as a sentence."""
        return self._phrase(ADVICE, finding.code, finding.facts)

    def coverage(self, coverage: Coverage) -> str:
        """How much was read, why the rest was not, and which pages have no text: one to three sentences."""
        said = [self.share_read(coverage)]
        if coverage.left_out:
            counts: Counter[str] = Counter()
            for run in coverage.left_out:
                counts[run.why] += run.last - run.first + 1
            reasons = [f"{self.number(count)} {self.why_left_out(why)}" for why, count in counts.items()]
            said.append(self("Left out: {reasons}.", reasons="; ".join(reasons)))
        return " ".join(filter(None, (*said, self.pages_unread(coverage))))

    def share_read(self, coverage: Coverage) -> str:
        """How many of the paragraphs were read."""
        if coverage.read == coverage.paragraphs:
            return self.count("The only paragraph was read.", "All {count} paragraphs were read.", coverage.paragraphs)
        counts = {"read": coverage.read, "all": coverage.paragraphs}
        if not coverage.weighed:
            return self("{read} of {all} paragraphs were read.", **counts)
        return self(
            "The program weighed {weighed} paragraphs; {read} of {all} were read whole.",
            weighed=coverage.weighed,
            **counts,
        )

    def pages_unread(self, coverage: Coverage) -> str:
        """Which pages have no text that can be read; empty when all have."""
        if not coverage.pages_unread:
            return ""
        return self.count(
            "Page {pages} has no text that can be read.",
            "Pages {pages} have no text that can be read.",
            len(coverage.pages_unread),
            pages=ranges(coverage.pages_unread),
        )

    def _phrase(self, table: Mapping[str, Phrase], code: str, facts: Mapping[str, Fact]) -> str:
        keys = [f"{code}/{facts[fact]}" for fact in VARIANTS if fact in facts]
        phrase = next((table[key] for key in (*keys, code) if key in table), code)
        if isinstance(phrase, str):
            return self._fill(self._catalogue.gettext(phrase), facts)
        count = facts.get("count", 0)
        return self._fill(self._catalogue.ngettext(*phrase, int(count)), facts)

    def _fill(self, message: str, facts: Mapping[str, Fact]) -> str:
        """Fill the holes. A fact that is missing becomes an ellipsis: telling of a failure must not fail itself."""

        def fact(match: re.Match[str]) -> str:
            value = facts.get(match.group(1), "…")
            return visible(value) if isinstance(value, str) else self.number(value)

        return _PLACEHOLDER.sub(fact, message)


def later(message: str) -> str:
    """The message itself: marks a text that stands in a table and is translated where it is shown, for translators and tests."""
    return message


def interface_language(wanted: str = "") -> str:
    """The user's language: ``KANSLI_LANGUAGE``, else the wanted, else English where the locale is English, else Swedish.

    The users are Swedish: a machine that says nothing (no locale, ``C`` or ``POSIX``) gets Swedish.
    """
    chosen = os.environ.get("KANSLI_LANGUAGE", "")[:2].lower()
    if chosen in LANGUAGES:
        return chosen
    if wanted:
        return wanted
    # The order in which gettext and POSIX look; the first that is set decides.
    locale = next(
        (value for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), ""
    )
    return "en" if locale.lower().startswith("en") else "sv"


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers with runs drawn together: ``1–3, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def placeholders(message: str) -> frozenset[str]:
    """The names of a message's holes."""
    return frozenset(_PLACEHOLDER.findall(message))


def is_faithful(entry: polib.POEntry) -> bool:
    """Whether a translation has the holes of its message; of a pair, each form may have those of either sentence."""
    allowed = {placeholders(message) for message in (entry.msgid, entry.msgid_plural) if message}
    return all(placeholders(form) in allowed for form in entry.msgstr_plural.values() or [entry.msgstr])


def visible(text: str) -> str:
    """The text with a mark for each character that could steer a terminal or turn the line; file names may hold any.

    Spaces of other widths, which some systems put in file names, become ordinary ones.
    """
    if text.isprintable():  # nearly all are, and long texts are looked through so in no time
        return text
    return "".join(char if char.isprintable() or char == _NO_BREAK else _instead(char) for char in text)


def _instead(char: str) -> str:
    return " " if unicodedata.category(char) == "Zs" else "\N{REPLACEMENT CHARACTER}"


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """The language's catalogue, without entries that are not faithful; those are shown in English."""
    if language == "en":
        return gettext.NullTranslations()
    catalogue = polib.pofile(str(paths.resources() / "translations" / language / "kansli.po"), encoding="utf-8")
    for entry in [entry for entry in catalogue if not is_faithful(entry)]:
        catalogue.remove(entry)
    return gettext.GNUTranslations(io.BytesIO(catalogue.to_binary()))
