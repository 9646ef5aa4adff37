"""Decisions that minutes tell in running text, in a § without the label *Beslut*: sentences whose verb decides, here and now.

The verbs are data: which form stands for a decision depends on who is its subject and on what else the § says.
"""

import re

from assistant.minutes.organs import BODY
from assistant.sentences import sentences

#: Verbs by which a body decides: active present and past, then passive past and passive present.
_VERBS: tuple[tuple[str, str, str, str], ...] = (
    ("beslutar", "beslutade|beslöt", "beslutades", "beslutas"),
    ("godkänner", "godkände", "godkändes", "godkänns"),
    ("fastställer", "fastställde", "fastställdes", "fastställs|fastställes"),
    ("utser", "utsåg", "utsågs", "utses"),
    ("väljer", "valde", "valdes", "väljs"),
    ("beviljar", "beviljade", "beviljades", "beviljas"),
    ("antar", "antog", "antogs", "antas"),
    ("bordlägger", "bordlade", "bordlades", "bordläggs"),
    ("bifaller", "biföll", "bifölls", "bifalls|bifalles"),
    ("avslår", "avslog", "avslogs", "avslås"),
    ("återremitterar", "återremitterade", "återremitterades", "återremitteras"),
    ("remitterar", "remitterade", "remitterades", "remitteras"),
    ("överlämnar", "överlämnade", "överlämnades", "överlämnas"),
    ("entledigar", "entledigade", "entledigades", "entledigas"),
    ("bestämmer", "bestämde", "bestämdes", "bestäms"),
    ("upphäver", "upphävde", "upphävdes", "upphävs"),
    ("inrättar", "inrättade", "inrättades", "inrättas"),
    ("medger", "medgav", "medgavs", "medges"),
    ("hänskjuter", "hänsköt", "hänsköts", "hänskjuts"),
    ("hänvisar", "hänvisade", "hänvisades", "hänvisas"),
    ("avskriver", "avskrev", "avskrevs", "avskrivs"),
)
#: What only the body itself is said to do.
_WITH_SUBJECT = (
    r"(?:tar|tog|har tagit) del av|tackar(?=\.)|har (?:inget|ingenting) att erinra|tackar för|tackade för (?:informationen"
    r"|redogörelsen|föredragningen|dragningen|redovisningen)"
    r"|(?:noterar|noterade|antecknar|antecknade)|(?:lägger|lade)|(?:uppdrar|uppdrog)"
    r"|(?:ger|gav)|(?:avger|avgav)|(?:förklarar|förklarade)|(?:enas|enades) om|(?:tillstyrker|avstyrker)"
    r"|(?:ställer|ställde) sig bakom"
    r"|(?:anser|ansåg) .{3,60} (?:besvara[dt]|fullgjort|slutfört)"
)
#: What becomes of a matter, in words of its own.
_BECAME = (
    r"(?:lades|läggs|lägges)(?: \w+){0,3} till handlingarna|(?:noterades|noteras|antecknades|antecknas) till protokollet"
    r"|får i uppdrag|fick i uppdrag"
    r"|(?:gavs|ges) i uppdrag|(?:anses|ansågs) (?:vara )?(?:besvara[dt]|fullgjort|slutfört)|(?:får"
    r"|fick) ställas|tas till protokollet"
    r"|konstatera(?:s|des|ts) (?:vara )?(?:lagenligt|beslut[fm]|stadgeenlig|behörig|röstberättig)\w*"
    r"|(?:är|var) (?:där|här)med (?:besvara[dt]|slutbehandla[dt])"
    r"|besvara(?:s|des) (?:med ja|jakande)|balansera(?:s|des) i ny räkning"
    r"|förklara(?:s|des) [^.]{0,60}?\b(?:avsluta[dt]|besvara[dt]|omedelbart justera(?:de|[dt]))"
)
#: Bodies' own acts in other verbs are decisions too, but not what they say, think, are, have or are told.
_NO_ACT = re.compile(
    r"(?:är|var|blir|blev|har|hade|får|fick|kan|kunde|ska|skulle|vill|ville|bör|borde|behöv\w+|måste|diskut\w+|(?:sam)?tal\w+|prata\w*"
    r"|resoner\w+|informer\w+|inform\w+|menar?|menade|anser|ansåg|tycker|tyckte|tror|trodde|hoppa\w+|önska\w+|uttryck\w*"
    r"|beton\w+|framhåll\w*|framhöll|lyft\w*|påpek\w+|fråg\w+|undra\w*|hör|hörde|ser|såg|går|gick|träff\w+|besök\w+"
    r"|lyssna\w*|samla\w+|möt\w+|sammanträd\w+|ajourner\w+|återuppt\w+|öppn\w+|avslut\w+|inled\w+|börja\w*|fortsätt\w*"
    r"|fortsatte|delta[rog]*|närvar\w+|yttra\w+|meddela\w*|redovis\w+|redog\w+|presenter\w+|berätta\w*|väntar|avvaktar|står"
    r"|stod|finns|fanns|arbeta\w*|följ\w+|känn\w+|kände|vet|visste|behandla\w*|bered\w*|granska\w*|överlade|överlägg\w+|gör"
    r"|gjorde|kom|kommer|består|bestod|ansvarar?|ansvarade|efterfråg\w+|reflekter\w+|gratuler\w+|avtacka\w*|välkomna\w*"
    r"|saknar|saknade|stöd[jde]*r?|upplever|bedöm\w+|gäller|omfatt\w+|leder|ledde|föresl\w+|yrka\w*|tog|tar|konstater\w+|hält?"
    r"|håller|höll|tacka\w*|enas|planera\w*|lämnar|lämnade)$",
    re.IGNORECASE,
)
_ACT = r"[a-zåäö]{1,20}(?:ar|er|år|ör|de|te|öt|lät|gav|drog|såg|tog|ll|lev|og|lade)"
_SETTLED = (
    r"(?:samverkan|förhandlingen|förhandlingarna|mbl-förhandlingen)(?: \w+){0,4}? (?:avsluta\w+|fullgjord?|fullgörs|slutför\w*)"
    r"|(?:parterna|vi) (?:är|var) (?:överens|ense|eniga|oeniga)"
)
_WITHDRAWN = (
    r"(?:ärende(?:t|na)?|punkt(?:en|erna)?|frågan)(?: (?:nr )?\d{1,3})?\b.{0,80}?"
    r"\b(?:utgår|utgick|tillkommer|tillkom|dras tillbaka|drogs tillbaka)"
)
_MOVED = (
    r"(?:ärendet|frågan|förslaget|punkten) (?:lyfts?|lyftes|förs|fördes|tas|togs|skickas|går|gick"
    r"|flytta(?:s|des)|bered(?:s|des)|vilar)(?: \w+){0,2}?"
    rf" till (?:nästa|(?:den |det )?(?:[a-zåäö]+a )?{BODY})"
)
_RECEIVED = (
    r"(?:informationen|rapporten|redovisningen|anmälan|anmälningarna|meddelandena|delgivningarna|skrivelsen|svaret)"
)
_ACTIVE = "|".join(f"{present}|{past}" for present, past, _, _ in _VERBS)
_PASSIVE_PAST = "|".join(past for *_, past, _ in _VERBS)
_PASSIVE_PRESENT = "|".join(present for *_, present in _VERBS)
_WHO = rf"(?:{BODY}|mötet|sammanträdet|styrelsen|gruppen|stämman|parterna|vi)"
_BEGINS = re.compile(rf"^(?P<who>{_WHO}) ", re.IGNORECASE)
_ANY_ACT = re.compile(rf"^(?P<who>(?!vi ){_WHO}) (?P<verb>{_ACT})\b", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"^(?:Det )?(?:{_WHO} )?(?:{_ACTIVE}|beslutades|beslöts|beslutas|enades om)\b"
    r"|^(?:Mötes|Stämmo)?ordföranden? (?:utser|utsåg|förordnar|förordnade)\b",
    re.IGNORECASE,
)
_OF_BODY = re.compile(rf"^{_WHO} (?:{_WITH_SUBJECT})\b", re.IGNORECASE)
_INVERTED = re.compile(
    rf"^(?!När |Om |Sedan |Då |Eftersom |Som |Att ).{{0,60}}?\b(?:beslutar|beslutade|beslöt) (?:{BODY}|mötet|styrelsen|gruppen)\b"
    rf"|^.{{10,200}}, (?:beslutar|beslutade|beslöt) (?:{BODY}|mötet|gruppen)\.$",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"^(?:.{{3,160}}\b)?(?:{_PASSIVE_PAST}|{_BECAME})\b|^{_RECEIVED} (?:noterades|antecknades)\b", re.IGNORECASE
)
_NOW = re.compile(
    rf"^.{{3,160}}\b(?:{_PASSIVE_PRESENT})\b(?! av )|^{_RECEIVED} (?:noteras|antecknas)\b|^{_WITHDRAWN}\b|^{_SETTLED}\b|^{_MOVED}",
    re.IGNORECASE,
)
#: What makes a sentence with such a verb something else: a proposal, a wish, a question, or a decision of another day.
_ELSEWHERE = re.compile(
    r"\b(?:föreslår|föreslog|föreslagit|föreslås|förslag om|yrkar|yrkade|vill|bör|borde|kanske|skulle|om mötet|ska besluta"
    r"|kommer att|ordföranden frågar|menar|menade|anser att|ansåg att|önskar|informerar|informerade"
    r"|redogör(?:de|t)?|berättar|berättade|frågar om|ingen|inget(?!$)"
    r"|inga(?! (?-i:[A-ZÅÄÖ]))|inte besluta\w*|tidigare|i fjol|förra)\b|\?\s*$",
    re.IGNORECASE,
)
#: A subordinate clause before the verb: *den plan som fastställdes i mars gäller*.
_SUBORDINATE = re.compile(
    r"^(?:när|om|sedan|då|eftersom|innan|efter att)\b"
    r"|\b(?:som|när|sedan|innan|(?<=\w )(?<![Tt]ill )(?<!för )att|enligt vad) (?:\w+ ){0,4}$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:den \d{1,2} \w+ \d{4}|\d{4}-\d{2}-\d{2}),? § ?\d+|\b(?:beslutade|beslöt|antog)s? (?:redan "
    r"|också )?(?:den \d|\d{4}|i (?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober"
    r"|november|december))",
    re.IGNORECASE,
)
_VERB_AT = re.compile(rf"\b(?:{_PASSIVE_PAST}|{_PASSIVE_PRESENT}|{_BECAME})\b", re.IGNORECASE)


def decides(sentence: str, *, is_bare: bool) -> bool:
    """Whether a sentence of running text decides; in a § without any label (``is_bare``) also in the present passive.

    Elsewhere the present passive may be an account.
    """
    sentence = re.sub(r"^\d{1,2}[.)]\s+", "", sentence)
    passive = bool(_THEN.match(sentence) or (is_bare and _NOW.match(sentence)))
    active = bool(_SENTENCE.match(sentence) or _INVERTED.match(sentence))
    active = active or (is_bare and bool(_OF_BODY.match(sentence)))
    if not (passive or active):
        return False
    if _ELSEWHERE.search(sentence.split(" att ", 1)[0]) or _EARLIER.search(sentence):
        return False
    verb = _VERB_AT.search(sentence)
    return bool(active or not verb or not _SUBORDINATE.search(sentence[: verb.start()]))


def decided_by(text: str) -> str:
    """Who decides, where the first sentence of a text says that a body does; else nothing."""
    first = next(iter(sentences(text)), "")
    match = _BEGINS.match(first)
    return match["who"] if match and decides(first, is_bare=True) else ""


def acts(sentence: str) -> str:
    """Who is said to do something, in a verb of any kind but those that do not decide; nothing where it may be an account."""
    match = _ANY_ACT.match(sentence)
    if match is None or _NO_ACT.match(match["verb"]) or _ELSEWHERE.search(sentence.split(" att ", 1)[0]):
        return ""
    return match["who"]
