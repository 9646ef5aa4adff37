"""Lines that say of themselves what they are, wherever in a § they stand: who reserves, who takes no part, how a vote is taken."""

import re

from assistant.minutes.people import NAME
from assistant.minutes.protokoll import PartKind

_ASIDES = (
    (
        PartKind.MOTIONS,
        re.compile(
            rf"^(?:(?:Ordföranden?|Motionären|Förslagsställaren),? )?{NAME} \([A-ZÅÄÖ]{{1,3}}\)(?:,? (?:m\.? ?fl\.?"
            rf"|med flera))? (?:yrka(?:r|de)|föreslår|föreslog)\b"
        ),
    ),
    (
        PartKind.PROCEDURE,
        re.compile(
            r"^(?:Ordföranden?|Mötesordföranden?)\b[^.]{0,60}? (?:ställ(?:er|de)|finner|fann|konstatera(?:r|de) att|prövar"
            r"|prövade|frågar|frågade)\b"
        ),
    ),
    (
        PartKind.RESERVATION,
        re.compile(
            r"\breserver(?:ar|ade) sig\b|\b(?:anmäl(?:er|de)|lämna(?:r|de)|avge[rs]|avgav)"
            r" (?:(?:en |sin )?(?:skriftlig )?reservation|(?:en )?avvikande mening)\b",
            re.IGNORECASE,
        ),
    ),
    (
        PartKind.DISQUALIFIED,
        re.compile(
            r"\bdelt(?:ar|og|agit) (?:inte|ej|icke) i (?:beslut|handlägg|överlägg|ärende)|\banmäl(?:er|de) jäv\b"
            r"|\bavst(?:år|od) från att delta\b|\bpå grund av jäv\b|\b(?:tjänstgör|tjänstgjorde) (?:ej|inte)\b"
            r"|^(?:under|vid|i) §.{0,20}\btjänstg",
            re.IGNORECASE,
        ),
    ),
    (
        PartKind.NOTE,
        re.compile(
            r"\b(?:lämna(?:r|de)|avge[rs]|avgav) (?:ett |en )?(?:särskilt (?:yttrande|uttalande)|protokollsanteckning)",
            re.IGNORECASE,
        ),
    ),
    (
        PartKind.VOTE,
        re.compile(
            r"^(?!.*\bbeslut(?:ar|ade|at)\b).*(?:\b(?:ja|nej)-?röst|\bröstar? (?:ja|nej)\b)|^(?:votering|omröstning)\b",
            re.IGNORECASE,
        ),
    ),
)


def aside_of(text: str) -> PartKind | None:
    """What a line is by its own words; None where they do not say it."""
    return next((kind for kind, pattern in _ASIDES if pattern.search(text)), None)
