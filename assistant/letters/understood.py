"""What the program has understood before a word is written: facts with their origin, what is asked, and what is missing.

The user corrects it; every correction gives a new Understood, and nothing is ever chosen silently.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from assistant.declining import decline, hidden
from assistant.documents.document import Document, Paragraph
from assistant.errors import FactsError, UsageError
from assistant.identifiers import cases
from assistant.letters import incoming
from assistant.letters.asking import Asked
from assistant.letters.differing import differing
from assistant.letters.incoming import Incoming, different, normal
from assistant.letters.kind import SEVERAL, TONES, Field, Kind, Reads, is_right
from assistant.letters.known import STATED, From, Given, Known, Value
from assistant.sentences import sentences
from assistant.tasks.options import LANGUAGES, LENGTHS
from assistant.tasks.task import Finding, Source
from assistant.tasks.weigh import choose, weigh

#: What the user's own facts and words are called as sources, in the letter's language.
OWN: Final = {"sv": ("Uppgifter", "Dina ord"), "en": ("Facts", "Your words")}
#: Two values that differ are told for these: of the others one may be said in several ways.
_ONE_VALUE: Final = frozenset({Reads.CASE_NUMBER, Reads.DATE, Reads.DEADLINE})
#: Sentences of the documents that a part retells, by length.
_RETOLD: Final = dict(zip(LENGTHS, (3, 6, 10), strict=True))
_FIGURE: Final = re.compile(r"\d")
#: What an order to write begins with, before what is to be said.
_TELL: Final = re.compile(
    r"(?:svara|skriv|meddela|förklara|berätta|säg|tell (?:her|him|them)|write|reply|answer|say)\b[^.!?]{0,40}?\b(?:att|that)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Understood:
    """What is known before writing.

    Attributes:
        kind: which type of letter.
        language: ``sv`` or ``en``.
        tone: ``formal``, ``friendly`` or ``firm``.
        length: ``short``, ``medium`` or ``long``.
        documents: what was read; the first is the letter that is to be answered, where there is one.
        known: what is known of each field, in the type's order.
        asked: questions and demands of the incoming letter.
        told: what the documents themselves give reason to tell: who speaks to the writer, and what was not looked for.
        figures: the sentences of the documents that hold a figure, to compare what is stated with.
        left: fields that a person has chosen to leave missing.
    """

    kind: Kind
    language: str
    tone: str
    length: str
    documents: tuple[Document, ...]
    known: tuple[Known, ...]
    asked: tuple[Asked, ...] = ()
    told: tuple[Finding, ...] = ()
    figures: tuple[str, ...] = ()
    left: frozenset[str] = frozenset()

    def of(self, name: str) -> Known:
        """What is known of a field."""
        return next((each for each in self.known if each.field == name), Known(name))

    def holds(self, conditions: Sequence[str]) -> bool:
        """Whether each condition holds; see ``Part.when``."""
        return all(self._holds(each) for each in conditions)

    def _holds(self, condition: str) -> bool:
        name, equals, value = condition.removeprefix("!").partition("=")
        text = self.of(name).text
        return ((text == value) if equals else bool(text)) is not condition.startswith("!")

    def needs(self, field: Field) -> bool:
        """Whether a field is required as things stand."""
        return field.is_required and self.holds(field.when)

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields that the letter must have and that nobody has stated, those that were left among them."""
        return tuple(each for each in self.kind.fields if self.needs(each) and not self.of(each.name).values)

    @property
    def stops(self) -> tuple[Field, ...]:
        """The missing fields that stop the letter from being written to a file."""
        return tuple(each for each in self.missing if each.name not in self.left)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What a person should know before writing: what differs, and who speaks to the writer."""
        found = []
        for known in self.known:
            label = self.kind.field(known.field).label[self.language]
            others = ", ".join(dict.fromkeys(value.text for value in known.others))
            if known.others and not known.values:
                found.append(Finding("letter-values-several", {"field": label, "values": others}))
            elif known.others and self.kind.field(known.field).reads in _ONE_VALUE:
                found.append(Finding("letter-value-differs", {"field": label, "used": known.text, "values": others}))
        stated = [value.text for known in self.known for value in known.values if value.origin in STATED]
        found += [
            Finding(f"letter-{each.kind}s-differ", {"first": each.first, "second": each.second})
            for each in differing(stated, self.figures, self.language)
        ]
        return (*found, *self.told)

    def with_values(self, name: str, texts: Sequence[str]) -> "Understood":
        """Corrected by hand: a field has these values; none, and it is not known.

        Raises:
            FactsError: a value is not one that the field can have.
        """
        field = self.kind.field(name)
        given = [text.strip() for text in texts if text.strip()]
        if not all(is_right(field, text) for text in given) or (len(given) > 1 and field.kind not in SEVERAL):
            raise FactsError(file="", reason="value", detail=field.label[self.language], known=", ".join(field.choices))
        values = tuple(Value(text, From.HAND) for text in given)
        known = tuple(Known(name, values) if each.field == name else each for each in self.known)
        return dataclasses.replace(self, known=_numbered(known, self.language), left=self.left - {name})

    def saying(self, texts: Mapping[str, Sequence[str]], language: str) -> "Understood":
        """The same in the other language, where these fields say what the letter said; nothing is asked of it any more."""
        known = tuple(
            Known(each.field, tuple(Value(text, From.HAND) for text in texts[each.field]))
            if texts.get(each.field) and each.values
            else each
            for each in self.known
        )
        return dataclasses.replace(self, language=language, known=_numbered(known, language), asked=())

    def with_asked(self, asked: Sequence[Asked]) -> "Understood":
        """Corrected by hand: these are the questions and demands."""
        return dataclasses.replace(self, asked=tuple(asked))

    def without(self, names: Sequence[str]) -> "Understood":
        """These missing fields are knowingly left: they stay visible in the letter, and do not stop it.

        Raises:
            KeyError: there is no such field.
        """
        return dataclasses.replace(self, left=self.left | {self.kind.field(name).name for name in names})

    @property
    def own(self) -> tuple[Document, ...]:
        """The user's own facts and words as documents, so that what rests on them can be looked up like everything else."""
        names = OWN[self.language]
        rows: dict[str, list[str]] = {name: [] for name in names}
        for value in (value for known in self.known for value in known.values if value.source):
            assert value.source
            if value.source.document in rows:
                rows[value.source.document].append(value.text)
        return tuple(
            Document(name, "txt", tuple(Paragraph(number, text) for number, text in enumerate(texts, 1)))
            for name, texts in rows.items()
            if texts
        )


def understand(
    kind: Kind,
    documents: Sequence[Document],
    given: Given,
    *,
    language: str = "sv",
    tone: str = "",
    length: str = "medium",
    today: date | None = None,
) -> Understood:
    """What is known of a letter from the documents, the facts and the user's words.

    Raises:
        UsageError: there is no such language, tone or length.
        Declined: the user's own words ask for an outcome, a score or a recommendation.
        SettingsError: the organisation's own patterns for case numbers are wrong.
    """
    if language not in LANGUAGES or length not in LENGTHS or tone not in ("", *TONES):
        raise UsageError(reason="option")
    decline("\n".join((given.said, *(text for texts in given.facts.values() for text in texts))))
    read = incoming.read(documents)
    points, said = _said(given.said, kind)
    known = []
    for field in kind.fields:
        values = tuple(Value(text, From.FACTS) for text in given.facts.get(field.name, ()))
        if field is kind.main:
            values += tuple(Value(text, From.SAID) for text in points)
        told = (*said.get(field.reads, ()), *read.values.get(field.reads, ()))
        known.append(_known(field, values, told) or _otherwise(field, given, language, today))
    wanted = Understood(
        kind=kind,
        language=language,
        tone=tone or kind.tone,
        length=length,
        documents=tuple(documents),
        known=(),
        asked=read.asked if kind.answers else (),
        told=_told(documents, read, kind),
        figures=tuple(each for each in _sentences(documents) if _FIGURE.search(each)),
    )
    orders = frozenset(each.quote for each in read.orders)
    known = [_retold(each, wanted, orders) for each in known]
    return dataclasses.replace(wanted, known=_numbered(tuple(known), language))


def _sentences(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for paragraph in document.paragraphs:
            yield from sentences(paragraph.text)


def _told(documents: Sequence[Document], read: Incoming, kind: Kind) -> tuple[Finding, ...]:
    found = [Finding("source-gives-orders", {"text": each.quote}) for each in read.orders]
    known = {each.quote for each in read.orders}
    asking = (each for document in documents for each in hidden([p.text for p in document.paragraphs]))
    found += [Finding(each.code, each.facts) for each in asking if each.facts.get("text") not in known]
    if kind.answers and read.is_long:
        found.append(Finding("letter-too-long-for-questions"))
    return tuple(found)


def _known(field: Field, stated: tuple[Value, ...], read: Sequence[Value]) -> Known | None:
    """What counts for a field: what a person has stated, else what is said once; None when nothing is."""
    fits = [value for value in read if is_right(field, value.text)]
    read_once = different(fits)
    if stated:
        said = {normal(value.text) for value in stated}
        return Known(field.name, stated, tuple(value for value in read_once if normal(value.text) not in said))
    if len(read_once) > 1:
        return Known(field.name, (), read_once)
    return Known(field.name, read_once) if read_once else None


def _otherwise(field: Field, given: Given, language: str, today: date | None) -> Known:
    """What holds when nobody says anything else: today's date, what always holds for the sender, the default."""
    if field.reads is Reads.TODAY:
        return Known(field.name, (Value((today or date.today()).isoformat(), From.PROGRAM),))  # noqa: DTZ011 - the user's day
    if field.name in given.standing:
        return Known(field.name, tuple(Value(text, From.PROGRAM) for text in given.standing[field.name]))
    if field.default:
        return Known(field.name, (Value(field.default[language], From.PROGRAM),))
    return Known(field.name)


def _said(text: str, kind: Kind) -> tuple[list[str], dict[Reads, tuple[Value, ...]]]:
    """What the user said in running words: points, and values that their form tells."""
    points = []
    if kind.main:
        for line in text.splitlines():
            points += [point for sentence in sentences(line) if (point := _point(sentence))]
    numbers = [Value(text[each.start : each.end], From.SAID) for each in cases.detect(text, cases.rules())]
    return points, {Reads.CASE_NUMBER: tuple(numbers)}


def _point(sentence: str) -> str:
    """What is to be said, without the order to say it."""
    bare = sentence.strip().lstrip("-•* ")
    match = _TELL.match(bare)
    if match:
        bare = bare[match.end() :]
    return bare[:1].upper() + bare[1:]


def _retold(known: Known, wanted: Understood, orders: frozenset[str]) -> Known:
    """A field that a part retells the documents by: their weightiest sentences, where the user has said nothing."""
    parts = [part for part in wanted.kind.parts if part.field == known.field and part.retells]
    if known.values or not parts:
        return known
    values = []
    for document in wanted.documents:
        weighed = [
            each for each in weigh(document.paragraphs, wanted.language, document.title) if each.text not in orders
        ]
        most = max(1, _RETOLD[wanted.length] // len(wanted.documents))
        values += [
            Value(each.told, From.SOURCE, Source(document.name, each.paragraph.number, each.paragraph.page, each.text))
            for each in choose([each for each in weighed if not each.text.endswith("?")], most)
        ]
    return Known(known.field, tuple(values))


def _numbered(known: Sequence[Known], language: str) -> tuple[Known, ...]:
    """The same, where each value that a person has stated has its place among them as a source."""
    facts, words = OWN[language]
    counts = {facts: 0, words: 0}
    numbered = []
    for each in known:
        values = []
        for value in each.values:
            name = {From.FACTS: facts, From.HAND: facts, From.SAID: words}.get(value.origin, "")
            if name:
                counts[name] += 1
                values.append(dataclasses.replace(value, source=Source(name, counts[name], None, value.text)))
            else:
                values.append(value)
        numbered.append(dataclasses.replace(each, values=tuple(values)))
    return tuple(numbered)
