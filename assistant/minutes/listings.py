"""Lines under *Beslut* that decide nothing: the list of what has come in, been served or been decided by delegation, and accounts.

What is noted or filed is often listed under the decision to do so. Such a line is a name of a document, not a sentence, and it may
tell what another body has decided. So may an account of who informed of what.
"""

import re
from collections.abc import Sequence

from assistant.minutes.heads import case_numbers
from assistant.minutes.protokoll import Stated
from assistant.minutes.told import decides

#: What is done with something that is listed.
_NOTES = re.compile(
    r"\b(?:noter|anteckn|redovis|anmäl|meddel|delgiv|delge|delegat|handlingar|information|remitter)\w*|\btar del\b"
    r"|\bmotion(?:en|er|erna)\b[^.]{0,40}\b(?:överlämnas|hänvisas|skickas)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"^(?:Följande|Nedanstående)\b.*?(?:\b(?:har|hade) (?:\w+ )?(?:inkommit|kommit|anmälts|fattats|redovisats|delgivits"
    r"|delgetts|lämnats)\b|\b(?:anmäls|anmäldes|redovisas|redovisades|delges|delgavs|föreligger|förelåg|finns|informeras)\b)",
    re.IGNORECASE,
)
#: Somebody tells something: *Regiondirektören informerar om …*.
_TELLS = re.compile(
    r"^(?:[A-ZÅÄÖ][\wåäö-]*(?:,? [\wåäö()-]+){0,6}? )(?:informerar|informerade|redogör|redogjorde|berättar|berättade"
    r"|föredrar|föredrog|presenterar|presenterade|besvarar|besvarade)\b(?!.*\bbeslut(?:ar|ade)\b)"
    r"|^[A-ZÅÄÖ].*\bi (?:vilket|vilken|motionen|skrivelsen|förslaget) föreslås\b"
    r"|^I (?:ärendet|debatten|överläggningen) (?:yttra|delt)\w+",
)
#: Where a sentence or a lead-in ends.
_ENDS = re.compile(r"(?<=[a-zåäö\d][.:]) (?=[A-ZÅÄÖ])")
_BULLET = re.compile(r"^(?:[-–•*]\s*|(?:\d{1,3}|[a-zåäö])[.)]\s*)")
#: A document in the indefinite, with what follows a name: no Swedish sentence begins so.
_DOCUMENT = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*s (?:[\w-]+s )?|[A-ZÅÄÖ][\w-]+ )?[\w-]*(?:protokoll|skrivelse|beslut|dom|rapport|cirkulär|remiss"
    r"|yttrande|brev|inbjudan|förteckning|lista|sammanställning|redovisning|meddelande|anteckningar|granskning"
    r"|information|avtal|ansökan|anmälan|promemoria|pm|motion|interpellation|medborgarförslag|e-förslag|initiativ|avsägelse)"
    r"(?:\s+[\d:/-]+)?(?:\s+(?:från|av|om|för|till|angående|rörande|gällande|avseende|över|med|den|nr|i|per|§|\d)|,|\s*$)",
    re.IGNORECASE,
)

#: What the cells of a table hold and its heads do not: figures, and names with a party.
_FILLED = re.compile(r"\d|\([A-ZÅÄÖ]{1,5}\)")
_A_HEAD = re.compile(r"[A-ZÅÄÖ][\w/-]*(?: [\w/-]+){0,2}")
#: An entry of a register of decisions: its number, its day.
_ENTRY = re.compile(
    r"(?:Nr|Beslut(?:snr| nr)?|Del(?:egationsbeslut|\.)? ?(?:nr)?|§)\s*\d|\d{4}-\d{2}-\d{2}\b", re.IGNORECASE
)
_NUMBERED = re.compile(r"\d{1,2}[.)] ")
#: The beginning of a point that does something: an att-clause, an infinitive, or a noun that is a whole decision.
_DOES = re.compile(
    r"att\b|(?:Att |Även |Inte )?[A-ZÅÄÖ]?[a-zåäö]{1,18}a [a-zåäö(\d]|(?:Utse|Ge|Avge|Avslå|Medge|Föreslå|Få|Bevilja|Välja"
    r"|Entlediga|Befria|Anta|Godkänna|Lämna|Uppdra|Avsätta|Fastställa|Delegera|Bemyndiga|Teckna|Köpa|Sälja)\b"
    r"|(?:Bifall|Avslag|Återremiss|Bordläggning|Positivt|Negativt|Val|Entledigande|Uppdrag|Yttrande enligt)\b"
)
#: Where a name of something ends and what is said of it begins.
_ABOUT = re.compile(r"\s(?:om|att|som|där|från|av|till|angående|rörande|gällande|avseende)\s|,\s|:\s")
#: A word that may be the verb of a sentence.
_MAY_BE_A_VERB = re.compile(
    r"(?<![\w-])[a-zåäö]+(?:ar|er|ör|år|ir|as|es|ds|ts|ns|ls|rs|ås|gs|ks|vs|ms|ps|de|te|tt)\b"
    r"|\b(?:ska|kan|gick|tog|gav|drog|beslöt|enligt)\b"
)


def without_accounts(lines: Sequence[Stated]) -> list[Stated]:
    """The lines without accounts, and without those that only list what one before them notes or files."""
    kept: list[Stated] = []
    is_list = tells_on = False
    for place, line in enumerate(_before_list(each) for each in lines):
        if _is_head(line.text, lines[place + 1].text if place + 1 < len(lines) else ""):
            continue
        if tells_on or (_TELLS.match(line.text) and not decides(line.text, is_bare=True)):
            tells_on = not tells_on and not line.text.endswith((".", ":"))  # who spoke may stand on the next line
            continue
        is_list = _is_of_list(line.text, kept[-1].text if kept else "", is_inside=is_list)
        if not is_list:
            kept.append(line)
    return kept


def _is_head(text: str, after: str) -> bool:
    """Whether a line holds the heads of a table's columns: a few words each, where the row under it says more."""
    heads, cells = text.split(" | "), after.split(" | ")
    may_be = len(heads) > 2 and len(heads) == len(cells) and not _FILLED.search(text)  # noqa: PLR2004 - more than a label and its text
    return may_be and all(_A_HEAD.fullmatch(head) for head in heads) and bool(_FILLED.search(after))


def _before_list(line: Stated) -> Stated:
    """A line without the list that a reader of plain text has joined to it."""
    for cut in _ENDS.finditer(line.text):
        above, rest = line.text[: cut.start()], line.text[cut.end() :]
        if _is_of_list(rest, above, is_inside=False):
            return Stated(above, line.paragraphs)
    return line


def _is_of_list(text: str, above: str, *, is_inside: bool) -> bool:
    """Whether a line belongs to such a list, which begins under what is noted."""
    bare = _BULLET.sub("", text)
    if above.endswith(".") and _NOTES.search(above) and _ENTRY.match(text):
        return True
    if not _NOTES.search(above) or _DOES.match(bare) or decides(bare, is_bare=True):
        return False
    if _NUMBERED.match(text) and _NUMBERED.match(above):  # a point beside another
        return False
    if _ANNOUNCES.match(bare):
        return True
    numbers = case_numbers(bare)
    is_named = bool(_DOCUMENT.match(bare) or (numbers and bare.startswith(numbers[0])))
    return (
        is_named
        or (is_inside and bool(_BULLET.match(text)))
        or _is_name(bare, is_inside=is_inside)
        or _is_bare(bare, above)
    )


def _is_bare(text: str, above: str) -> bool:
    """Whether a line under a whole sentence has neither verb nor end, and more words than a heading of points has."""
    is_whole = above.endswith(".") and not text.endswith((".", ":", ","))
    return is_whole and len(text.split()) > 1 and " | " not in text and not _MAY_BE_A_VERB.search(text)


def _is_name(text: str, *, is_inside: bool) -> bool:
    """Whether a line only names something, with no verb before what is said of it: *Anna Berg (S) om tolktjänst*."""
    named, *about = _ABOUT.split(text, maxsplit=1)
    return bool(about) and text[:1].isupper() and (is_inside or " " in named) and not _MAY_BE_A_VERB.search(named)
