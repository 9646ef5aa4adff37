"""E-mail addresses, telephone numbers and postal addresses.

The patterns look for what is rare in running text (an @, a 0 or + before digits, the end of a street's name before a
number) and then look around that, so that a long text costs little.
"""

import re
from collections.abc import Iterator
from typing import Final

from assistant.identifiers.found import Kind, Span
from assistant.identifiers.near import digits, said

_AT: Final = re.compile(r"@|[(\[](?i:at|a|snabel-a)[)\]] ?")
_LOCAL: Final = re.compile(r"[\w.+%'-]{1,64}$")
_DOMAIN: Final = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63})*\.[a-zA-Zåäö]{2,24}\b")

_AREAS: Final = (
    r"(?:8|1[013689]|2[01236]|3[1356]|4[0246]|54|6[03]|7[02369]|90"
    r"|1[2-57]\d|2[2-57-9]\d|3[024-7-9]\d|4[13578]\d|4[59]\d|5[0-35-9]\d|6[124-9]\d|77\d|9[1-9]\d)"
)
#: What must not stand before a number, looked at after its first sign.
_FREE: Final = r"(?<![\w+/].)(?<!\d[-.: \u00a0].)"
_GROUPS: Final = r"\d{2,4}(?:[ \u00a0-]?\d{2,3}){0,3}"
#: Where a number can begin. Looked for before the forms are tried, which makes a long text quick.
_PHONE_BEGIN: Final = re.compile(rf"[+0(]{_FREE}")
_PHONE: Final = re.compile(
    r"(?:"
    rf"(?P<home>(?:\+{_FREE}46|0{_FREE}046)[ \u00a0-]?(?:\(0\)[ \u00a0]?)?{_AREAS}[ \u00a0/-]{{0,3}}{_GROUPS})"
    rf"|(?P<abroad>\+{_FREE}(?!46)[1-9]\d{{0,2}}(?:[ \u00a0-]?\(?\d{{1,4}}\)?){{2,6}})"
    rf"|(?P<dashed>(?:\({_FREE}0|0{_FREE}){_AREAS}\)?[ \u00a0]?[-–/‑][ \u00a0]?{_GROUPS})"
    rf"|(?P<spaced>(?:\({_FREE}0|0{_FREE}){_AREAS}\)?[ \u00a0]\d{{2,3}}(?:[ \u00a0]\d{{2,3}}){{1,3}})"
    rf"|(?P<plain>0{_FREE}\d{{7,9}})"
    r")(?![\w%])(?![-/:.,]\d)(?! ?(?:kr|kronor|SEK|%|procent)\b)"
)
_MOBILE: Final = re.compile(r"07[02369]\d{7}$")
_SAYS_PHONE: Final = re.compile(r"\btel|telefon|mobil|\bmob\b|\bring\b|\bsms\b|\bfax|nås på|växel")
_SAYS_NUMBER: Final = re.compile(
    r"\bdnr|diarien|\bocr\b|faktura|referens|kundn|artikel|order|konto|\bmål|ärende|giro\b"
)
_A_DATE: Final = re.compile(r"\d\d-\d\d-\d{4}$|\d\d-\d\d-\d\d$")
_FEWEST, _MOST = 8, 10

_ENDS: Final = (
    "gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|allé|backen|backe|leden|esplanaden|kajen|ringen|slingan"
    "|slinga|svängen|kroken|höjden|liden|tået|platsen|parken|promenaden|stranden|bron|tunet|rundeln|bågen|vången|plan"
)
_ENDINGS: Final = tuple(_ENDS.split("|"))
_NUMBER: Final = re.compile(r"[ \u00a0]\d{1,3}(?!\d)(?:(?:[ \u00a0]?[A-Z]|[a-h])(?!\w))?")
_STREET_BEGIN: Final = re.compile(r"(?:(?:[A-ZÅÄÖÉ][\w’'-]*|S:ta?) (?:(?:af|von|de|och) )?){0,3}[\w’'-]+$")
#: Words that end as streets do and are none.
_NO_STREETS: Final = frozenset(
    "handlingsplan detaljplan översiktsplan tidsplan våningsplan riksväg europaväg länsväg motorväg cykelväg gångväg väg plan"
    " planen budgetplan åtgärdsplan genomförandeplan läroplan kursplan dagvattenplan arbetsplatsen mötesplatsen parken backen"
    " vägen gatan torget ringen bron stranden höjden kajen leden dokumenthanteringsplan verksamhetsplan studieplan"
    " vårdplan utvecklingsplan bryggan marknadsplatsen"
    " sjukvårdsplan insatsplan ekonomiplan kommunplan näringslivsplan besparingsplan flerårsplan målbåten rehabiliteringsplan"
    " krisplan beredskapsplan kvalitetsplan handlingsvägen utvägen omvägen".split()
)
_CITY: Final = r"[A-ZÅÄÖ](?:[a-zåäöé]+|[A-ZÅÄÖ]+)(?: [A-ZÅÄÖ][a-zåäöéA-ZÅÄÖ]+){0,2}"
_REST: Final = re.compile(
    r"(?:[-–]\d{1,3})?(?:,? ?(?:lgh|lägenhet|lght?\.?)\.? ?\d{1,4}|,? ?\d{1,2} ?(?:tr|trappor)\b|,? ?(?:nb|bv)\b)?"
    rf"(?:,?[ \u00a0]{{1,3}}(?:SE?[- ])?\d{{3}}[ \u00a0]?\d{{2}}[ \u00a0]{{1,2}}{_CITY})?"
)
_POSTAL: Final = re.compile(
    rf"[1-9](?<![\w-].)(?<!\d[ \u00a0.,/:].)\d{{2}}(?P<gap>[ \u00a0]?)\d{{2}}[ \u00a0]{{1,2}}(?P<city>{_CITY})"
)
_BEFORE_POSTAL: Final = re.compile(
    r"(?P<place>(?:c/o [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)?, ?)?(?:Box \d{1,5}|[A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+){0,2} \d{1,4}[A-Za-z]?),? ?)?"
    r"(?P<country>SE?[- ])?$"
)
_SAYS_ADDRESS: Final = re.compile(r"adress|\bbor\b|bosatt|postn|postort|ort\b|folkbokför")
#: What may follow a sum of five figures with a capital.
_NO_CITIES: Final = frozenset(
    "Kronor Kr SEK EUR Euro Personer Summa Totalt Invånare Timmar Resor Den Det En Ett I".split()
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses; those with (at) for @ are possible."""
    for match in _AT.finditer(text):
        domain = _DOMAIN.match(text, match.end())
        end = match.start()
        if match.group() != "@" and text[end - 1 : end] == " ":
            end -= 1
        local = _LOCAL.search(text, max(0, end - 64), end) if domain else None
        if local and domain:
            begins = local.start() + len(local.group()) - len(local.group().lstrip(".-'%+"))
            if begins < end:
                yield Span(Kind.EMAIL, begins, domain.end(), is_sure=match.group() == "@")


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers, Swedish and others; digits in a row only where they begin as a mobile's or words say so."""
    taken = 0
    for begin in _PHONE_BEGIN.finditer(text):
        if begin.start() < taken or not (match := _PHONE.match(text, begin.start())):
            continue
        taken = match.end()
        count = len(digits(match.group()))
        says = said(_SAYS_PHONE, text, match.start())
        if match.lastgroup in {"dashed", "spaced", "plain"}:
            if not _FEWEST <= count <= _MOST or _A_DATE.match(match.group()):
                continue
            if said(_SAYS_NUMBER, text, match.start()) and not says:
                continue
            if match.lastgroup == "plain" and not says and not _MOBILE.match(match.group()):
                continue
        elif count < _FEWEST:
            continue
        yield Span(Kind.PHONE, *match.span(), is_sure=says or match.lastgroup != "spaced")


def addresses(text: str) -> Iterator[Span]:
    """Streets with a number, with what follows of a postal address on the same line; postal codes with their town."""
    taken = 0
    for span in sorted([*_streets(text), *_postals(text)], key=lambda span: (span.start, -span.end)):
        if span.start >= taken:
            yield span
            taken = span.end


def _streets(text: str) -> Iterator[Span]:
    for match in _NUMBER.finditer(text):
        if not text[max(0, match.start() - 10) : match.start()].lower().endswith(_ENDINGS):
            continue
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 60)
        begin = _STREET_BEGIN.search(text, line, match.start())
        if begin and _is_street(begin.group()):
            rest = _REST.match(text, match.end())
            yield Span(Kind.ADDRESS, begin.start(), rest.end() if rest else match.end())


def _is_street(name: str) -> bool:
    last = name.lower().split()[-1]
    if not name[:1].isupper() or last.endswith("splan"):
        return False
    if " " in name:
        return last in _ENDINGS or last not in _NO_STREETS
    return last not in _NO_STREETS and (not last.endswith("plan") or last.endswith("aplan"))


def _postals(text: str) -> Iterator[Span]:
    for match in _POSTAL.finditer(text):
        if match.group("city").split()[0] in _NO_CITIES:
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        place = _BEFORE_POSTAL.search(text, max(line, match.start() - 60), match.start())
        is_sure = bool((place and place.group()) or said(_SAYS_ADDRESS, text, match.start()))
        if match.group("gap") or is_sure:
            yield Span(Kind.ADDRESS, place.start() if place else match.start(), match.end(), is_sure=is_sure)
