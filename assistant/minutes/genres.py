"""Documents that are written before a decision: a notice of meeting, an official's proposal. They decide nothing yet."""

import re

from assistant.documents.document import MARGINAL, Document

_BEFORE = re.compile(
    r"(?:[\w-]+ ){0,3}?(?:kallelse|föredragningslista|tjänsteskrivelse|tjänsteutlåtande|beslutsunderlag"
    r"|missiv|föredragnings-?pm|medborgarförslag|yttrande|remissvar)\b(?!s?protokoll)[^.:]{0,60}$",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"\b(?:sammanträdes|mötes|besluts|styrelse|stämmo)?protokoll(?:sutdrag)?\b|\bminnesanteckning|§", re.IGNORECASE
)
#: Paragraphs of an opening, where a document says what it is.
_OPENING = 8


def is_before_a_decision(document: Document) -> bool:
    """Whether a document calls itself one that proposes or gives notice, before it calls itself minutes."""
    margins = [each for each in document.paragraphs if each.kind in MARGINAL]
    opening = [each for each in document.paragraphs if each.kind not in MARGINAL][:_OPENING]
    for each in (*opening, *margins):
        if _MINUTES.search(each.text):
            return False
        if _BEFORE.match(each.text.strip()):
            return True
    return False
