"""More statements beside documents that the words in ``resources/retelling.toml`` were not made for: see ``test_pairs.py``."""

import pytest

from assistant.documents.document import Document
from assistant.tasks.task import Status
from tests.assistant.checks.test_pairs import findings
from tests.assistant.documents.make import document

TRAFFIC = document(
    "# Protokoll från kollektivtrafiknämnden",
    "Trafikdirektören Nils Hedman redogör för resandet. Under det första halvåret gjordes 3,4 miljoner resor, en ökning med 8 procent jämfört med samma period 2024.",
    "Nämnden beslutar att höja priset på månadskortet från 790 till 840 kronor från och med den 1 januari 2026.",
    "Eva Berglund (C) och Omar Said (V) yrkar avslag på höjningen. Efter omröstning med 9 röster mot 6 bifaller nämnden förvaltningens förslag.",
    "Förvaltningen avser att upphandla 14 elbussar under hösten. Avtalet beräknas vara värt cirka 92 miljoner kronor över tio år.",
    "Linje 31 mellan Sala och Heby läggs ned i juni, eftersom antalet resande understiger tio per tur. Skolskjutsarna berörs inte.",
    "Nämnden har ännu inte tagit ställning till avgiftsfria resor för personer över 75 år.",
    "Punktligheten på järnvägen var 86 procent, medan målet är 95 procent. Trafikverket ansvarar för underhållet av spåren.",
    "Regionens revisorer riktar kritik mot att uppföljningen av avtalen är bristfällig och rekommenderar att ansvaret tydliggörs.",
    "Kundtjänst tog emot 12 600 samtal och svarstiden var i genomsnitt 4 minuter.",
    "Nästa sammanträde äger rum i Västerås den 20 november 2025 klockan 9.00.",
)
BOARD = document(
    "# Health board report",
    "The board has appointed Margaret Lowe as interim director until 31 March 2026. She succeeds Peter Hall, who retired in June.",
    "The hospital treated 52,300 outpatients, 4 per cent fewer than planned. The deficit grew to £11.6 million.",
    "Staff will be consulted on the new rota before a decision is taken. The unions oppose twelve-hour shifts.",
    "Two of the five operating theatres were closed for repairs between January and April.",
    "The inspectors did not identify any risk to patients, but they criticised the record keeping.",
)
CYCLES = document(
    "# Tjänsteutlåtande om ny cykelplan",
    "Trafikkontoret har på uppdrag av kommunstyrelsen tagit fram ett förslag till cykelplan för åren 2026–2035. Planen ersätter den cykelstrategi som fullmäktige antog 2014.",
    "I planen prioriteras 47 kilometer nya cykelbanor och upprustning av 12 befintliga stråk. Den sammanlagda kostnaden bedöms till 310 miljoner kronor, varav staten väntas bidra med en tredjedel.",
    "Under samrådet kom det in 186 yttranden. Handikapprådet påpekar att gående och cyklister bör hållas åtskilda, medan Cykelfrämjandet anser att planen saknar tydliga mål för cyklandet vintertid.",
    "Andelen resor med cykel har sjunkit från 14 till 11 procent sedan 2019. Kontoret bedömer att målet på 20 procent år 2035 inte kan nås utan ytterligare åtgärder.",
    "Byggnadsnämnden tillstyrker förslaget. Miljönämnden avstyrker sträckan genom Lillskogens naturreservat.",
    "Kontorschef Birgitta Åkesson svarar för genomförandet. Projektledare Jonas Rydell lämnar en lägesrapport varje år före mars månads utgång.",
    "Kommunstyrelsen föreslås återremittera ärendet i den del som rör Lillskogen och i övrigt godkänna planen.",
    "Olyckorna med singelcyklister minskade från 63 år 2022 till 48 år 2024, trots att vägunderhållet inte utökades.",
    "Enligt avtalet med Trafikverket får arbetena på Storgatan tidigast påbörjas den 15 april 2026 och ska vara avslutade senast den 30 september samma år.",
)
MEALS = document(
    "# School meals inquiry",
    "The panel visited nine primary schools and took evidence from 34 witnesses between September and December 2024.",
    "Uptake of free meals has fallen from 81 to 72 per cent since the price of a paid lunch was raised from £2.40 to £2.75.",
    "The panel recommends that the council should restore the kitchen at Penmorfa School, at an estimated cost of £185,000.",
    "Ms Rhian Pugh, head of catering, told the panel that one supplier in four had failed to deliver on time.",
    "The council does not intend to introduce vegetarian-only days. Parents were not consulted about portion sizes.",
    "Councillor Owen Bevan declared an interest and left the room. Councillor Delyth Morris chaired the rest of the meeting.",
    "Food waste was cut by a fifth after schools let pupils choose the size of their portions.",
    "A full review is due by 30 June 2026, unless the Welsh Government changes its nutrition standards first.",
)
DENTISTRY = document(
    "# Årsrapport för folktandvården",
    "Folktandvården undersökte 41 300 barn och unga under 2024. Av sexåringarna var 78 procent kariesfria, vilket är två procentenheter fler än 2023.",
    "Kliniken i Strömsund hölls stängd från den 3 juni till den 18 augusti eftersom tandläkare saknades.",
    "Verksamheten redovisar ett underskott på 9,4 miljoner kronor. Orsaken är framför allt att kostnaderna för inhyrd personal blev högre än beräknat.",
    "Tandvårdsdirektör Helena Forsgren bedömer att ekonomin är i balans tidigast 2027. Hon vill ge fler tandhygienister rätt att undersöka barn.",
    "Regionfullmäktige har inte beslutat om höjda taxor. Frågan bereds av hälso- och sjukvårdsnämnden, som lämnar ett förslag i oktober 2025.",
    "Facket Tjänstetandläkarna kritiserar arbetsmiljön vid tre kliniker och kräver att scheman läggs senast sex veckor i förväg.",
    "Patienter över 65 år fick i snitt vänta 5 månader på en undersökning. Gränsen enligt regionens egen vårdgaranti är 3 månader.",
)
LIBRARIES = document(
    "# Library services briefing",
    "Visits to the county's libraries rose from 612,000 in 2022 to 655,000 in 2024, while lending of printed books fell by 9 per cent.",
    "The cabinet agreed in March to keep the Harton branch open until at least 2027. It turned down a bid to move the archive to Leyford.",
    "Librarian Grace Amadi manages the digital service; her colleague Tom Selby runs the mobile library.",
    "The county may charge for room hire from next year, but no price has been set.",
    "Two in three members said they were satisfied with the opening hours.",
)
FAIR = [
    (TRAFFIC, "Resandet ökade med 8 % till 3,4 miljoner resor under första halvåret."),
    (TRAFFIC, "Fjorton elbussar ska upphandlas under hösten."),
    (TRAFFIC, "Avtalet om elbussarna är värt omkring 92 mnkr."),
    (TRAFFIC, "Skolskjutsarna påverkas inte."),
    (TRAFFIC, "Om avgiftsfria resor för dem som är över 75 år har nämnden inte beslutat än."),
    (TRAFFIC, "Revisorerna kritiserar den bristfälliga uppföljningen av avtalen."),
    (TRAFFIC, "Nämnden möts nästa gång den 20 november 2025 i Västerås."),
    (TRAFFIC, "Nils Hedmans redogörelse handlade om resandet."),
    (BOARD, "Margaret Lowe is interim director until the end of March 2026."),
    (BOARD, "Peter Hall's successor is Margaret Lowe."),
    (BOARD, "The number of outpatients was 52 300, which was 4% below plan."),
    (BOARD, "No risk to patients was found by the inspectors."),
    (BOARD, "The decision on the rota has not been taken, and staff are to be consulted first."),
    (CYCLES, "Cykelplanen gäller 2026–2035 och ersätter strategin från 2014."),
    (CYCLES, "Kommunstyrelsen gav trafikkontoret i uppdrag att ta fram planen."),
    (CYCLES, "Planen innehåller 47 km nya cykelbanor och tolv stråk som rustas upp."),
    (CYCLES, "Kostnaden uppskattas till 310 mnkr, och en tredjedel väntas staten betala."),
    (CYCLES, "186 yttranden lämnades in under samrådet."),
    (CYCLES, "Enligt handikapprådet bör gående och cyklister skiljas åt."),
    (CYCLES, "Kontoret anser att det krävs fler åtgärder för att nå målet på 20 procent 2035."),
    (CYCLES, "Miljönämnden säger nej till sträckan genom Lillskogens naturreservat."),
    (CYCLES, "Birgitta Åkesson ansvarar för att planen genomförs."),
    (CYCLES, "Jonas Rydell ska rapportera årligen senast i mars."),
    (CYCLES, "Delen om Lillskogen föreslås återremitteras, och resten av planen godkännas."),
    (MEALS, "Between September and December 2024 the panel heard 34 witnesses and visited nine schools."),
    (MEALS, "Uptake fell to 72% after the lunch price went up to £2.75."),
    (MEALS, "There are no plans to introduce vegetarian-only days."),
    (MEALS, "Delyth Morris took over as chair when Owen Bevan declared an interest."),
    (MEALS, "The review will be finished by the end of June 2026."),
    (DENTISTRY, "Under 2024 undersöktes 41 300 barn och unga."),
    (DENTISTRY, "Ekonomin väntas vara i balans först 2027 enligt Helena Forsgren."),
    (DENTISTRY, "Tandvårdsdirektören vill att fler tandhygienister ska få undersöka barn."),
    (DENTISTRY, "Höjda taxor är inte beslutade, och hälso- och sjukvårdsnämnden bereder frågan."),
    (DENTISTRY, "Tjänstetandläkarna är kritiska till arbetsmiljön på tre kliniker."),
    (LIBRARIES, "The number of library visits increased to 655,000 in 2024."),
    (LIBRARIES, "The Harton branch will stay open at least until 2027."),
    (LIBRARIES, "Tom Selby is in charge of the mobile library."),
]
WRONG = [
    (TRAFFIC, "Nämnden höjer priset på månadskortet från 790 till 890 kronor.", "amount-not-in-source"),
    (TRAFFIC, "Priset höjs från 840 till 790 kronor.", "figure-moved"),
    (TRAFFIC, "Eva Berglund (V) yrkar avslag på höjningen.", "party-differs"),
    (TRAFFIC, "Nämnden avslog förvaltningens förslag efter omröstning.", "negation-differs"),
    (TRAFFIC, "Förvaltningen har upphandlat 14 elbussar.", "certainty-differs"),
    (TRAFFIC, "Avtalet är värt 92 miljarder kronor.", "amount-not-in-source"),
    (TRAFFIC, "Skolskjutsarna berörs.", "negation-differs"),
    (TRAFFIC, "Nämnden har beslutat om avgiftsfria resor för personer över 75 år.", "negation-differs"),
    (TRAFFIC, "Punktligheten var 95 procent.", "figure-moved"),
    (TRAFFIC, "Linje 13 mellan Sala och Heby läggs ned.", "number-not-in-source"),
    (TRAFFIC, "Linje 31 mellan Sala och Enköping läggs ned.", "name-not-in-source"),
    (TRAFFIC, "Revisorerna riktar ingen kritik mot uppföljningen.", "negation-differs"),
    (TRAFFIC, "Nästa sammanträde äger rum den 20 oktober 2025.", "date-not-in-source"),
    (TRAFFIC, "Trafikmyndighetsrådet ansvarar för spårbetingsunderhållet.", "statement-unsupported"),
    (TRAFFIC, "Svarstiden var i genomsnitt 4 timmar.", "amount-not-in-source"),
    (BOARD, "Peter Hall was appointed interim director.", "name-moved"),
    (BOARD, "The hospital treated 53,200 outpatients.", "number-not-in-source"),
    (BOARD, "The deficit fell to £11.6 million.", "negation-differs"),
    (BOARD, "Staff have been consulted on the new rota.", "certainty-differs"),
    (BOARD, "The unions support twelve-hour shifts.", "negation-differs"),
    (BOARD, "Five of the two operating theatres were closed.", "figure-moved"),
    (BOARD, "The inspectors identified risks to patients.", "negation-differs"),
    (CYCLES, "Cykelplanen gäller för åren 2025–2035.", "number-not-in-source"),
    (CYCLES, "Kommunstyrelsen har godkänt cykelplanen.", "certainty-differs"),
    (CYCLES, "Staten bidrar med hälften av kostnaden.", "number-not-in-source"),
    (CYCLES, "Andelen resor med cykel har ökat från 14 till 11 procent.", "negation-differs"),
    (CYCLES, "Andelen resor med cykel har sjunkit från 11 till 14 procent.", "figure-moved"),
    (CYCLES, "Miljönämnden tillstyrker sträckan genom Lillskogens naturreservat.", "negation-differs"),
    (CYCLES, "Byggnadsnämnden avstyrker förslaget.", "negation-differs"),
    (CYCLES, "Kontorschef Birgitta Åkesson lämnar en lägesrapport varje år.", "name-moved"),
    (CYCLES, "Målet på 20 procent kan nås utan ytterligare åtgärder.", "negation-differs"),
    (CYCLES, "Olyckorna minskade från 48 till 63.", "figure-moved"),
    (CYCLES, "Trafikkontoret har byggt 47 kilometer nya cykelbanor.", "words-not-in-source"),
    (CYCLES, "Under samrådet kom det in 168 yttranden.", "number-not-in-source"),
    (CYCLES, "Den sammanlagda kostnaden bedöms till 310 tusen kronor.", "amount-not-in-source"),
    (CYCLES, "Vägunderhållet utökades.", "negation-differs"),
    (CYCLES, "Cykelinfrastruktureringsplanen prioriterar nya cykelbanor.", "words-not-in-source"),
    (MEALS, "Uptake of free meals has risen since the price was raised.", "negation-differs"),
    (MEALS, "The price of a paid lunch was raised from £2.75 to £2.40.", "figure-moved"),
    (MEALS, "The council has restored the kitchen at Penmorfa School.", "certainty-differs"),
    (MEALS, "The council intends to introduce vegetarian-only days.", "negation-differs"),
    (MEALS, "Parents were consulted about portion sizes.", "negation-differs"),
    (MEALS, "Councillor Delyth Morris declared an interest and left the room.", "name-moved"),
    (MEALS, "A full review is due by 30 June 2025.", "date-not-in-source"),
    (MEALS, "The panel visited 34 schools.", "figure-moved"),
    (MEALS, "Food waste was cut by a quarter.", "number-not-in-source"),
    (DENTISTRY, "Folktandvården undersökte 43 100 barn och unga under 2024.", "number-not-in-source"),
    (DENTISTRY, "Av sexåringarna var 87 procent kariesfria.", "amount-not-in-source"),
    (DENTISTRY, "Kliniken i Strömsund hölls öppen från den 3 juni till den 18 augusti.", "negation-differs"),
    (DENTISTRY, "Kliniken i Sollefteå hölls stängd.", "name-not-in-source"),
    (DENTISTRY, "Verksamheten redovisar ett överskott på 9,4 miljoner kronor.", "negation-differs"),
    (DENTISTRY, "Kostnaderna för inhyrd personal blev lägre än beräknat.", "negation-differs"),
    (DENTISTRY, "Regionfullmäktige har beslutat om höjda taxor.", "negation-differs"),
    (DENTISTRY, "Scheman läggs senast sex månader i förväg.", "amount-not-in-source"),
    (DENTISTRY, "Gränsen enligt vårdgarantin är 5 månader.", "figure-moved"),
    (DENTISTRY, "Tandvårdsdirektör Helena Forsberg bedömer att ekonomin är i balans 2027.", "name-not-in-source"),
    (DENTISTRY, "Tandhälsoövervakningssystemet undersökte barn.", "words-not-in-source"),
    (LIBRARIES, "Visits fell to 655,000 in 2024.", "negation-differs"),
    (LIBRARIES, "Lending of printed books fell by 9,000.", "number-not-in-source"),
    (LIBRARIES, "The cabinet agreed to close the Harton branch in 2027.", "negation-differs"),
    (LIBRARIES, "The cabinet agreed a bid to move the archive to Leyford.", "negation-differs"),
    (LIBRARIES, "Grace Amadi runs the mobile library.", "name-moved"),
    (LIBRARIES, "Two in five members were satisfied with the opening hours.", "number-not-in-source"),
    (LIBRARIES, "The county charges for room hire.", "certainty-differs"),
]


@pytest.mark.parametrize(("source", "statement"), FAIR)
def test_a_fair_retelling_passes(source: Document, statement: str) -> None:
    assert findings(statement, source) == (Status.SUPPORTED, set())


@pytest.mark.parametrize(("source", "statement", "code"), WRONG)
def test_a_mistake_is_found(source: Document, statement: str, code: str) -> None:
    status, found = findings(statement, source)
    assert code in found
    assert status is not Status.SUPPORTED
