"""What the parts of a § are called, in the words that Swedish authorities use: one table, a row for each kind of part.

There is no national form: kommunallagen says what minutes must hold, not under which words. A label is matched whole; a heading in
other words may still say by its last noun what stands under it (``headings.py``).
"""

from typing import Final, NamedTuple

from assistant.minutes.organs import BODY
from assistant.minutes.protokoll import PartKind

STAFF: Final = (
    r"(?:[\w-]*förvaltning(?:en)?|[\w-]*kontor(?:et)?|ordförande[n]?|[\w-]*direktör(?:en)?|[\w-]*chef(?:en)?)"
)
WHOSE: Final = rf"(?P<whose>(?:{BODY}s )?{BODY}|{STAFF})s?"
TO: Final = rf"(?P<to>{BODY})"
_ONWARD = r"(?:,? (?:för|och) .{1,60})?"
_COPY = r"(?:beslutet|paragrafen|beslut|protokollsutdrag(?:et)?|utdrag|kopia(?: av beslutet)?)"
_WHEN = r"(?:på|under|vid|i) (?:dagens )?(?:sammanträde(?:t)?|möte(?:t)?)"
_FROM = r"(?:,? (?:från|av|mot|till) .{1,60})?(?: \([A-ZÅÄÖ]{1,3}\))?"


class Row(NamedTuple):
    """What a kind of part is called.

    Attributes:
        kind: what it is.
        labels: patterns of which one must match a whole label; a row that comes first decides.
        nouns: patterns of the nouns that a heading in other words may end with.
    """

    kind: PartKind
    labels: tuple[str, ...]
    nouns: str = r"(?!)"


TABLE: Final[tuple[Row, ...]] = (
    Row(
        PartKind.MOTIONS,
        (
            rf"[\w-]*yrkande[nt]?(?: \d{{1,2}}| {_WHEN})?|förslag och yrkanden|(?:framlagda|lagda) förslag",
            rf"(?:nya |ändrings|tilläggs)?förslag (?:till beslut )?{_WHEN}",
        ),
        r"[\w-]*yrkande(?:t|n|na)?|motförslag(?:et|en)?|tilläggsförslag(?:et|en)?",
    ),
    Row(
        PartKind.PROPOSAL,
        (
            rf"(?:{WHOSE} )?(?:beslutsförslag|förslag till beslut|förslag) (?:i|till|för) {TO}s?(?: beslut)?{_ONWARD}",
            rf"(?:hemställan|rekommendation|framställan) (?:till|hos) {TO}{_ONWARD}",
            rf"{WHOSE} (?:beslutar )?föreslår? (?:att )?{TO}(?: (?:att )?(?:besluta|beslutar))?(?: följande)?(?: att)?",
        ),
    ),
    Row(
        PartKind.SUBMITTED,
        (
            rf"{WHOSE} (?:beslutsförslag|förslag(?: till beslut)?)|(?:ursprungligt )?förslag till beslut{_FROM}",
            rf"beslutsförslag|förslag|{WHOSE} förslag,? (?:den |från )?\d.*",
        ),
        r"(?:besluts|ändrings)?förslag(?:et|en)?|hemställan|rekommendation(?:en|er)?|framställ(?:an|ning)(?:en)?",
    ),
    Row(
        PartKind.DECISION,
        (
            rf"beslut(?:ar)?(?: att)?|beslut(?:et)? i (?:korthet|sammandrag)|beslut för egen del|beslut (?:i|av) {WHOSE}",
            rf"{WHOSE} (?:(?:eget )?beslut(?: för egen del)?|för egen del)|för egen del",
            (
                rf"{WHOSE} (?:beslutar|beslutade|beslöt)(?:/\w+)?"
                r"(?: (?:därför|därmed|således|enhälligt|följande|enligt följande|för egen del))*(?: att)?"
            ),
        ),
        r"(?:mötes|nämnd|styrelse|stämmo|årsmötes)?beslut(?:et|en)?|besluts(?:punkt|sats|mening|formulering)(?:er|ar|en)?"
        r"|att-satser(?:na)?|ställningstagande(?:t|n)?|avgörande(?:t|n)?",
    ),
    Row(
        PartKind.PROCEDURE,
        (
            rf"(?:ärendets )?behandling(?:en)? {_WHEN}|dagens (?:behandling|sammanträde)",
            r"beslutsgång(?:en)?|proposition(?:er|sordning)?",
        ),
        r"(?:besluts|propositions)(?:gång|ordning|process|förfarande)(?:en|et)?|propositioner(?:na)?|behandling(?:en)?",
    ),
    Row(
        PartKind.EARLIER,
        (
            r"tidigare (?:beslut|behandling|beredning)|ärendets (?:gång|beredning|(?:tidigare )?(?:behandling|handläggning))",
            rf"beslutshistorik|beredning(?: av ärendet)?|{WHOSE} (?:beslut,? (?:den |från )?\d.*|behandling.*)",
        ),
    ),
    Row(
        PartKind.VOTE,
        (
            r"omröstning(?:en|ar|sresultat(?:et)?|slista|sordning)?(?: begärs)?|omröstningens (?:resultat|utfall)",
            r"resultat av omröstning(?:en)?|omröstning och resultat|röstresultat|röstning",
            r"votering(?:en|ar|sresultat(?:et)?|slista|sproposition(?:en)?|sordning)?(?: begärs)?",
        ),
        r"(?:omröstning|votering)[\w-]*|röstresultat(?:et)?|röstlista(?:n)?",
    ),
    Row(
        PartKind.RESERVATION,
        (rf"(?:skriftlig[at]?|muntlig[ta]?)? ?reservation(?:er)?(?: mot beslutet)?{_FROM}",),
        r"reservation(?:en|er|erna)?|avvikande mening(?:en|ar|arna)?",
    ),
    Row(
        PartKind.NOTE,
        (
            rf"(?:tilläggs)?(?:protokollsanteckning(?:ar)?|anteckning(?:ar)? till protokollet|röstförklaring(?:ar)?){_FROM}",
            rf"särskil(?:t|da) (?:yttrande[n]?|uttalande[n]?){_FROM}|(?:yttrande |noteras )?till protokollet",
        ),
        r"(?:protokolls|tilläggs|till)?anteckning(?:en|ar|arna)?|ersättaryttrande(?:t|n)?",
    ),
    Row(
        PartKind.DISQUALIFIED,
        (
            r"jäv(?:sanmälan)?(?: och .{3,40})?|avstår från att delta(?: i beslutet)?",
            r"(?:deltar (?:inte|ej)|ej deltagande)(?: i (?:beslut(?:et)?|handläggningen|ärendets handläggning))?",
        ),
        r"jäv(?:s[\w-]+)?",
    ),
    Row(
        PartKind.SUMMARY,
        (
            r"(?:kort )?sammanfattning(?: av ärendet)?|ärendebeskrivning|beskrivning av ärendet",
            r"ärendets beskrivning|kort om ärendet",
            r"ärende(?:t(?: i korthet| och dess beredning)?)?|bakgrund(?: och .{3,30})?|redogörelse(?: för ärendet)?",
        ),
        r"(?:ärende)?(?:sammanfattning|beskrivning|redogörelse|information)(?:en)?|bakgrund(?:en)?|inledning(?:en)?|resumé",
    ),
    Row(
        PartKind.REASONS,
        (
            r"beslutsmotivering|motiv(?:ering(?: till beslut(?:et)?)?)?|skäl(?:en)?(?: (?:för|till) (?:beslutet|beslut))?",
            rf"(?:{WHOSE} )?(?:bedömning(?:ar)?|överväganden|synpunkter|yttrande|motivering)|lagrum|lagstöd",
        ),
        r"(?:besluts)?motivering(?:en|ar)?|motiv|bedömning(?:en|ar)?|överväganden(?:a)?|analys(?:en)?",
    ),
    Row(
        PartKind.BASIS,
        (
            r"(?:besluts)?(?:underlag|handlingar)(?: för beslut(?:et)?)?|handling(?:ar)?(?: i ärendet)?|dokument i ärendet",
            r"i ärendet finns följande (?:dokument|handlingar|underlag)|bifogade (?:handlingar|dokument)|bilagor till beslutet",
        ),
        r"[\w-]*(?:underlag|handling)(?:et|en|ar|arna)?|källor|referenser",
    ),
    Row(
        PartKind.SENT_TO,
        (
            rf"(?:{_COPY} )?(?:ska )?(?:skickas|sänds|expedieras|delges|meddelas|lämnas)(?: till)?|expedierat till",
            r"expediering|beslutsexpediering|sändlista|(?:kopia|(?:protokolls)?utdrag) till|beslut(?:et)? till",
            r"beslutsmottagare|delgivning",
        ),
        r"expediering(?:en)?|sändlista(?:n)?|delges|kopia|mottagare|utskick|beslutsmottagare",
    ),
    Row(
        PartKind.OTHER,
        (
            r"föredragande|föredragning|handläggare|överläggning(?:ar)?|diskussion|debatt|inlägg|omedelbar justering",
            r"(?:i debatten )?deltar(?: i debatten| i överläggningen)?|närvarande vid (?:punkten|paragrafen)",
            r"(?:[\w-]+ )?konsekvenser(?: .*)?|barn\w*konsekvens\w*|jämställdhet\w*|samråd|mbl",
            r"(?:barn|rätts|mång|miljö|jämlikhets|jämställdhets)\w*perspektiv(?:et)?|ekonomi och juridik",
            r"ekonomi(?: och finansiering)?|finansiering|facklig samverkan|upplysning(?:ar)?|bilag(?:a|or)|ajournering",
            r"hur man överklagar|överklagande|uppföljning|tidplan|att göra|åtgärd(?:er)?|närvarorätt",
        ),
        r"[\w-]*(?:konsekvens(?:er|erna)?|perspektiv(?:et)?)|ekonomi|finansiering|uppföljning|tidplan|kommunikation"
        r"|föredragande|föredragning|handläggare|deltagare|inlägg|debatt(?:en)?|diskussion(?:en)?|överläggning(?:en|ar)?",
    ),
)
