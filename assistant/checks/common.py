"""Words that say nothing by themselves, and words that say the same: what a fair retelling changes without changing the facts.

A summary that calls what *minskat* in the document something that has *sjunkit* is no reason for a finding; a finding that
is wrong four times of five is not read the fifth.
"""

import functools
from collections.abc import Iterable
from typing import Final

from assistant.sentences import stem

#: Words that carry no fact: light verbs, words of measure and of order, and what texts say of themselves.
_LIGHT: Final = {
    "sv": (
        "få får fick fått fås ge ger gav gett givit göra gör gjorde gjort görs ta tar tog tagit tas togs tagits komma"
        " kommer kom"
        " kommit gå går gick gått säga säger sade sa sagt vilja vill ville velat se ser såg sett ses stå står stod stått lägga"
        " lägger lade lagt läggs hålla håller höll hållit hålls ske sker skedde skett vara ha innebära innebär innebar"
        " inneburit"
        " gälla gäller gällde gällt handla handlar handlade beskriva beskriver beskrivs beskrev beskrevs ange anger anges angav"
        " framgå framgår framgick omfatta omfattar omfattade bestå består bestod visa visar visade visat leda leder ledde lett"
        " behöva behöver behövde behövs nämna nämner nämns nämndes lyfta lyfter lyfts lyfte ingå ingår ingick utgöra"
        " utgör utgjorde"
        " motsvara motsvarar avse avser avsåg bland samt medan dock även också dessutom därmed således vidare däremot"
        " emellertid"
        " totalt sammanlagt cirka ungefär omkring drygt knappt nästan minst högst mest flest flesta många några flera fler viss"
        " vissa olika hel hela helt varje samma följande föregående tidigare senare sedan redan nuvarande aktuell aktuella ovan"
        " nedan år året årets åren gång gånger gången del delar delen sätt sättet syfte syftet fråga frågan frågor"
        " ärende ärendet"
        " ärenden dokument dokumentet text texten protokoll protokollet sammanfattning punkt punkten punkter avsnitt avsnittet"
        " innehåll innehållet möte mötet sammanträde sammanträdet fram bort ihop tillbaka person personer diarienummer"
        " nummer datum"
        " exempel exempelvis dvs bl ca både dels varav vilket respektive fortsatt fortsätta fortsätter fortsatte bör måste ska"
        " parten parterna första sista helst ytterligare stöd bakgrund bakgrunden orsak orsaken resultat resultatet nej ja"
        " kring samtidigt istället stället gentemot utöver inför underlag underlaget ställa ställer ställde ställt"
        " ställs önska önskar önskade krävs kräver kräva krävde skicka skickar skickade skickat skickas lämna"
        " lämnar lämnade lämnat lämnas"
    ),
    "en": (
        "make makes made give gives gave given take takes took taken come comes came go goes went say says said see"
        " saw seen put set"
        " keep keeps kept hold holds held show shows showed shown lead leads led need needs needed concern concerns describe"
        " describes described state states stated mention mentions mentioned include includes included consist consists cover"
        " covers part parts way ways purpose question questions matter matters document text minutes summary point"
        " points section"
        " content meeting total approximately around roughly nearly almost least most many several some certain different whole"
        " every same following previous earlier later already current currently above below year years time times first"
        " last one"
        " however moreover thus therefore while whereas both further also example instance result results because among within"
        " regarding concerning according well want wants wanted case person persons people number date"
    ),
}  # fmt: skip
#: Words that say the same for what is checked here, inflected where they change within.
_ALIKE: Final = {
    "sv": (
        "minska minskar minskat sjunka sjunker sjönk sjunkit krympa|öka ökar stiga stiger steg stigit växa växer växte vuxit|"
        "uppnå uppnår uppnådde uppnått uppnåtts nå når nådde nått nåtts|skicka sända sänder sände sänt|kostnad utgift|"
        "avsluta slutföra|påbörja börja inleda inledde starta|anställa rekrytera|föreslå föreslår föreslås föreslog föreslogs"
        " föreslagit förslag|avslå avslår avslås avslog avslogs avslagit avslagits avslag|bifalla bifaller bifall"
        " biföll bifölls"
        " bifallit|uppdra uppdrar uppdrog uppdragit uppdrag|bedöma anse ansåg mena tycka|redogöra informera|avtal"
        " överenskommelse|"
        "använda nyttja utnyttja|bygga uppföra|bekosta finansiera finansiering|svara besvara svar|möjlig"
        " möjlighet|invånare medborgare|"
        "välja valde valt vald valdes|utse utser utsåg utsett utsedd utses|dra drar drog dragit|skriva skrev skrivit|"
        "besluta beslöt beslut|innehålla innehöll|vinna vann vunnit|finna fann funnit|återkomma återkom|risk fara leda|"
        "lägre minska|högre öka|köra körde kört|sälja sålde sålt|bryta bröt brutit|driva drev drivit"
    ),
    "en": (
        "rise rises rose risen increase grow grew grown|fall fell fallen decrease decline drop|begin began begun"
        " start|plan proposal"
        " propose|ask request|reject refuse|buy bought purchase|build built|choose chose chosen|write wrote written|pay"
        " paid|meet met|"
        "find found|report review|think thought believe|cost costs expense|vehicle vehicles car cars|spend spent|send"
        " sent|lose lost"
    ),
}  # fmt: skip
#: Endings of words of one family: *avsätts*, *avsättning*; *handlägga*, *handläggare*.
_ENDINGS: Final = {
    "sv": frozenset(
        "tning tningen tningar tningarna tna a ar at ad ade ades an ande are aren arna as ats d de des e else elser en"
        " er et for g ing ingen ingar ning ningen ningar"
        " ningarna ningens ningars ningarnas nar r s t ts tt".split()
    )
    | {""},
    "en": frozenset("e ed er ers es ing ings ion ions ment ments s al ally ation ations d".split()) | {""},
}  # fmt: skip
#: Letters of a word that is the end of a longer one, and that words of one family begin with.
_TAIL: Final = 6
_ROOT: Final = 5


@functools.cache
def light(language: str) -> frozenset[str]:
    """The stems of words that carry no fact."""
    return frozenset(stem(word, language) for word in _LIGHT.get(language, "").split())


@functools.cache
def _groups(language: str) -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in _ALIKE.get(language, "").split("|"):
        group = frozenset(stem(word, language) for word in line.split())
        for each in group:
            groups[each] = groups.get(each, frozenset()) | group
    return groups


def meant(word: str, known: Iterable[str], language: str) -> str:
    """The stem among those of a document that a stem not found there stands for, empty when there is none.

    One that says the same; a longer word that it is the end of (*mottagningen* for *ungdomsmottagningen*); another of the same
    family (*avsättningen* for *avsätts*).
    """
    stems = known if isinstance(known, (set, frozenset, dict)) else frozenset(known)
    for other in sorted(_groups(language).get(word, ())):
        if other in stems:
            return other
    if len(word) < _ROOT or not word.isalpha():
        return ""
    tails = (other for other in stems if len(word) >= _TAIL and other.endswith(word))
    return next(tails, "") or next((other for other in stems if _is_family(word, other, language)), "")


def _is_family(word: str, other: str, language: str) -> bool:
    """Whether two stems have a root of several letters in common, and only endings after it."""
    if word[:_ROOT] != other[:_ROOT]:
        return False
    shared = _ROOT
    while shared < min(len(word), len(other)) and word[shared] == other[shared]:
        shared += 1
    endings = _ENDINGS.get(language, frozenset())
    return any(word[at:] in endings and other[at:] in endings for at in range(_ROOT, shared + 1))
