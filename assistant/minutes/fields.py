"""The fields of a first page, by the words that they are known by, and where in a line each begins."""

import re

_FIELDS: tuple[tuple[str, str], ...] = (
    ("notice", (r"anslag(?:[/ ]bevis)?|bevis(?:[/ ]anslag)?|tillkännagivande(?: av justering)?|anslaget (?:sätts"
        r"|sattes) upp|anslagsdatum|anslag(?:et)? (?:tas ned|uppsatt|nedtas).*?|datum (?:för|då|när) anslag.*?"
        r"|förvaringsplats.*?|anslås|datum för anslags.*?")),
    ("adjustment", (r"(?:plats och tid för justering|tid och plats för justering|justeringens (?:plats och tid|tid och plats)"
        r"|justering(?:sdatum|stid|sdag)?|protokollet justera[st]|(?:digitalt |omedelbart )?justerat|datum för justering"
        r"|justeringsplats)")),
    ("adjusters", (r"(?:protokoll?s?justerare|justerare|justerande|justeras(?: av)?|utse(?:s|dd)(?:a)? (?:att justera|justerare)"
        r"|justeringspersoner|justeringsmän|val av justerare)")),
    ("place", r"(?:plats och tid|tid och plats|plats|tid|lokal|mötesplats)"),
    ("date", r"(?:datum(?: och tid)?|sammanträdesdatum|mötesdatum|sammanträdesdag|datum, tid och plats)"),
    ("absent", r"(?:frånvarande(?: ledamöter)?|ej närvarande|anmäl[td]a? (?:förhinder|frånvaro)|förhinder|förfall)"),
    ("serving", r"(?:tjänstgörande ersättare|ersättare som tjänstgör)"),
    ("substitutes", (r"(?:ersättare som (?!tjänstgör)[a-zåäö ]{3,20}"
        r"|(?:ej|icke|inte) (?:tjänstgörande|beslutande)(?: ersättare)?|närvarande (?:ej tjänstgörande "
        r"|icke tjänstgörande )?ersättare|övriga (?:närvarande )?ersättare|(?:närvarande )?suppleanter)")),
    ("bare-substitutes", r"ersättare"),
    ("others", (r"(?:(?:närvarande )?tjänste(?:personer|män) och (?:övriga|gäster|inbjudna)|övriga (?:närvarande"
    r"|deltagare|deltagande)|tjänste(?:personer|män)|adjungera(?:d|de)|övriga"
        r"|föredragande|närvarande tjänste(?:personer|män)|inbjudna|gäster"
        r"|(?:närvarande )?från [a-zåäö-]*(?:förvaltning|kontor|kansli)[a-zåäö]*)")),
    ("deciding", r"beslutande"),
    ("members", (r"(?:beslutande ledamöter|närvarande(?: (?:ledamöter|revisorer|förtroendevalda|politiker))?|ledamöter"
        r"|(?:(?:närvarande|beslutande) )?ledamöter och (?:tjänstgörande )?ersättare|deltagare"
        r"|närvarande styrelseledamöter|ordinarie ledamöter"
        r"|för (?:arbetsgivar|arbetstagar|personal|facken|de fackliga)\w*(?: organisation(?:er|erna))?)")),
    ("secretary", (r"(?:sekreterare|mötessekreterare|protokollförare|protokollsförare|vid protokollet|nämndsekreterare"
        r"|antecknat av|vid tangenterna)")),
    ("chair", r"(?:ordförande|mötesordförande|mötets ordförande)"),
    ("range", (r"(?:(?:justerade )?paragrafer|paragraf|§§|(?:protokollet )?omfattar(?: paragraf(?:erna|er)?)?"
        r"|protokoll paragraf(?:er)?)")),
    ("body", r"(?:sammanträde med|organ|nämnd/styrelse|nämnd|forum|instans|grupp)"),
    ("skip", (r"(?:underskrift(?:er)?|uppgift|innehåll|signatur(?:er)?|kallade|dagordning|diarienummer|ärendenummer|dnr"
        r"|ajournering(?:ar)?|kallelse.*?)")),
)  # fmt: skip
_ALONE = tuple((name, re.compile(rf"(?:{pattern})\s*:?\s*$", re.IGNORECASE)) for name, pattern in _FIELDS)
_WITH = tuple(
    (name, re.compile(rf"(?P<label>{pattern})(?:[:.]\s*|\s+(?=(?-i:[A-ZÅÄÖ0-9§.…_])))(?P<rest>\S.*)$", re.IGNORECASE))
    for name, pattern in _FIELDS
)
_COLON = tuple(
    (name, re.compile(rf"(?P<label>{pattern}):\s*(?P<rest>\S.*)$", re.IGNORECASE)) for name, pattern in _FIELDS
)
CAPITAL = re.compile(r"[A-ZÅÄÖ§]")
_LATER = re.compile(
    r"(?<!^)(?<!,)\s+(?=(?:Paragraf(?:er)?|Beslutande(?: ledamöter)?|Tjänstgörande ersättare"
    r"|Ej tjänstgörande ersättare|Närvarande ersättare"
    r"|Övriga (?:närvarande|deltagare)|Justerade paragrafer|Utses att justera|Justerare|Justering|Sekreterare|Ordförande"
    r"|Protokollsjusterare|Justerande|Justeras)(?::\s*\S|\s+[A-ZÅÄÖ0-9§.…_]|$))"
)
#: Any label with a colon, in the middle of a line.
_COLON_LATER = re.compile(
    "|".join(rf"(?<!^)\s+(?=[A-ZÅÄÖ](?<=\s.))(?={pattern}:(?:\s*\S|$))" for _, pattern in _FIELDS), re.IGNORECASE
)


def alone(text: str) -> str:
    """The field whose label a text is, else nothing."""
    return next((name for name, pattern in _ALONE if CAPITAL.match(text) and pattern.match(text.strip())), "")


def found_in(text: str) -> list[tuple[str, str]]:
    """The fields of a line, with their values: ``Sekreterare … Hanna Wiberg  Paragrafer 21–28`` has two.

    What stands before the first label has the name ``""``; a label at the end has no value.
    """
    found: list[tuple[str, str]] = []
    for piece in (piece for part in _LATER.split(text.strip()) for piece in _apart(part)):
        if not CAPITAL.match(piece):
            continue
        if alone(piece):
            found.append((alone(piece), ""))
            continue
        match = next(((name, m) for name, pattern in _WITH if (m := pattern.match(piece))), None)
        # With IGNORECASE the capital after a label cannot be asked for in the pattern itself.
        if match and (":" in piece[: match[1].start("rest")] or re.match(r"[A-ZÅÄÖ0-9§.…_]", match[1]["rest"])):
            found.append((match[0], match[1]["rest"]))
        elif not found:
            found.append(("", piece))
    return found if any(name for name, _ in found) else []


def _apart(text: str) -> list[str]:
    """The text cut before each label that has a capital and a colon."""
    cuts = [m.end() for m in _COLON_LATER.finditer(text) if CAPITAL.match(text[m.end() :])]
    return [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def inside(cell: str) -> list[tuple[str, str]]:
    """Labels inside a cell, each with a colon: ``Ledamöter: …``."""
    pieces = [
        (piece, next(((name, m) for name, pattern in _COLON if (m := pattern.match(piece))), None))
        for piece in _apart(cell)
    ]
    found = [(match[0], match[1]["rest"].rstrip(" .")) for piece, match in pieces if match and CAPITAL.match(piece)]
    return found if len(found) == len(pieces) else []
