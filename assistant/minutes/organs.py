"""How bodies that meet are named: *kommunstyrelsen*, *Samhällsnämndens*, *årsmötet*, and what any meeting calls itself."""

import re
from typing import Final

BASES = (
    "styrelse nämnd utskott fullmäktige beredning delegation kommitté direktion råd stämma möte presidi styrgrupp ledningsgrupp"
    " arbetsgrupp samverkansgrupp beredningsgrupp kollegi"
).split()
#: What any meeting calls itself, whatever it is.
ANY_MEETING = frozenset("mötet mötets sammanträdet gruppen parterna dagens".split())
#: What minutes call some of them for short.
SHORT: Final = {
    "kf": "kommunfullmäktige", "ks": "kommunstyrelsen", "rf": "regionfullmäktige", "rs": "regionstyrelsen",
    "au": "arbetsutskottet", "ksau": "arbetsutskottet", "rsau": "arbetsutskottet",
}  # fmt: skip
#: Before a number they begin a case number, and before a § they only say whose it is.
_ABBREVIATED = r"\b(?:[KR][FS]|[KR][fs]|[kr][fs]|(?:[KR]S)?AU|[Aa]u)\b(?::s)?(?![-/.]|[ :]?[\d§])"
#: A body that meets and decides, in any form: *kommunstyrelsen*, *Samhällsnämndens*, *årsmötet*.
BODY = (
    rf"(?:{_ABBREVIATED}|"
    r"(?:\b(?:[A-ZÅÄÖa-zåäö]{2,20}ska|sociala|regionala|gemensamma|allmänna|(?:nord|syd)?(?:norra|södra|västra|östra)"
    r"|mellersta|centrala) )?"
    r"(?:\b[A-ZÅÄÖa-zåäö]{1,30}-(?:, [a-zåäö]{1,30}-){0,4} och )?\b[A-ZÅÄÖa-zåäö-]{0,40}?(?:styrelse|nämnd|utskott|fullmäktige"
    r"|beredning|delegation|kommitté|direktion|råd|stämma|möte"
    r"|presidi(?:um|et)|styrgrupp|ledningsgrupp|arbetsgrupp|samverkansgrupp|beredningsgrupp|kollegi(?:um|et))(?:e[nt]|n|t|an)?)"
)
#: The same, to look for or to compare a whole name with, in capitals or not.
A_BODY: Final = re.compile(BODY, re.IGNORECASE)
