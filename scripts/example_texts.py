"""What the example documents say. Region, people, parties, figures and case numbers are invented; the shape is that of real ones.

How a line begins tells what it becomes: see ``make_examples.py``.
"""

SELFTEST = """
Region Mellansjö, kollektivtrafiknämnden, den 16 april 2026.
Nämnden beslutar att handläggningstiden för färdtjänst ska vara högst fyra veckor.
Förvaltningen redovisar utvecklingen varje kvartal, första gången den 22 oktober 2026.
Åtgärderna kostar 1 140 000 kronor under 2026 och ryms inom nämndens budget.
"""

# A line is a paragraph, after "# " or "## " a heading, after "- " or "+ " a bulleted or numbered item, and between "|" a
# table's row, the first of which is the head. "^[…]" at the end of a line is a footnote, "=" alone a new page. A line that
# begins with spaces goes on with the one before.
TJANSTESKRIVELSE = """
TJÄNSTESKRIVELSE
| Datum | Handläggare | Diarienummer |
| 2026-03-12 | Karin Ekmyr, utredare, färdtjänstenheten | KTN-2026-00147 |
Till kollektivtrafiknämnden
# Kortare handläggningstider i färdtjänsten
## Förslag till beslut
+ Kollektivtrafiknämnden godkänner handlingsplanen för kortare handläggningstider i färdtjänsten.
+ Den genomsnittliga handläggningstiden ska vara högst fyra veckor från och med den 1 januari 2027.
+ Förvaltningen får i uppdrag att redovisa utvecklingen varje kvartal, första gången vid nämndens sammanträde den 22
  oktober 2026.
## Sammanfattning
Tiden från det att en ansökan om färdtjänst kommer in till dess att den sökande får ett beslut har ökat tre år i rad.
  År 2025 tog det i genomsnitt 7,9 veckor, och bara drygt hälften av ansökningarna avgjordes inom sex veckor, som är
  nämndens nuvarande mål. De främsta orsakerna är att ansökningarna har blivit fler och att många av dem måste
  kompletteras. Förvaltningen har tagit fram en handlingsplan med fyra åtgärder som tillsammans bedöms korta den
  genomsnittliga tiden till fyra veckor. Åtgärderna kostar 1 140 000 kronor 2026 och därefter 1 600 000 kronor per år,
  och ryms inom nämndens budgetram.
## Bakgrund
Den som har en funktionsnedsättning som inte bara är tillfällig, och som därför har väsentliga svårigheter att
  förflytta sig på egen hand eller att resa med allmänna kommunikationsmedel, har rätt till färdtjänst enligt lagen
  (1997:736) om färdtjänst. Region Mellansjö prövar ansökningarna för länets samtliga åtta kommuner sedan 2019.
Kollektivtrafiknämnden beslutade den 14 november 2024, § 71, att ge förvaltningen i uppdrag att kartlägga
  handläggningen och föreslå åtgärder. Kartläggningen omfattar 9 363 ansökningar under åren 2023 till
  2025.^[Handläggningstiden räknas från den dag då ansökan registreras till den dag då beslutet skickas. Ansökningar
  som har återkallats ingår inte.]
Tabellen visar utvecklingen under de tre åren.
| År | Inkomna ansökningar | Genomsnittlig handläggningstid | Avgjorda inom sex veckor |
| 2023 | 2 846 | 5,1 veckor | 81 procent |
| 2024 | 3 105 | 6,4 veckor | 68 procent |
| 2025 | 3 412 | 7,9 veckor | 52 procent |
Under 2025 behövde 41 procent av ansökningarna kompletteras, oftast med ett medicinskt utlåtande. Ett ärende som måste
  kompletteras tog i genomsnitt 3,2 veckor längre tid än ett som var fullständigt från början. Två av enhetens elva
  handläggartjänster var dessutom vakanta under våren 2025.
Patientnämnden och länets pensionärsråd har vid flera tillfällen framfört att väntan gör att människor blir isolerade
  eller tvingas avstå från fritidsresor. Ingen synpunkt har gällt bemötandet.
## Förvaltningens bedömning
Enligt 9 § förvaltningslagen ska ett ärende handläggas så enkelt, snabbt och kostnadseffektivt som möjligt utan att
  rättssäkerheten eftersätts. Förvaltningen bedömer att handläggningstiderna i dag är för långa och att de inte kommer
  att förkortas utan särskilda åtgärder. Förvaltningen föreslår därför följande.
- En e-tjänst som leder den sökande genom ansökan och visar vilka uppgifter som saknas. E-tjänsten ska vara i drift
  senast den 1 december 2026. Den som hellre vill ska även i fortsättningen kunna ansöka på papper.
- En särskild grupp om tre handläggare som tar hand om ansökningar om fortsatt tillstånd där omständigheterna inte har
  ändrats. Sådana ansökningar utgjorde 38 procent av alla ansökningar 2025.
- Två nya handläggare från och med den 1 september 2026.
- En gemensam mall för medicinska utlåtanden, som tas fram tillsammans med primärvården under hösten 2026.
Förvaltningen har även övervägt att låta ett upphandlat företag utreda en del av ärendena, men avråder från det.
  Kostnaden skulle bli ungefär dubbelt så hög, och regionen skulle behöva lämna ut känsliga personuppgifter till fler.
Varje ansökan ska också i fortsättningen prövas individuellt. Handlingsplanen ändrar inte vem som har rätt till
  färdtjänst.
## Ekonomiska konsekvenser
Två handläggare beräknas kosta 1 480 000 kronor per år, varav 490 000 kronor under 2026. E-tjänsten beräknas kosta 650
  000 kronor att införa under 2026 och därefter 120 000 kronor per år i drift. Den sammanlagda kostnaden blir därmed 1
  140 000 kronor 2026 och 1 600 000 kronor per år från och med 2027.
Kostnaden för 2026 finansieras med medel som har avsatts för verksamhetsutveckling. Från och med 2027 ryms kostnaden
  inom nämndens ram genom att avtalet om inhyrd personal, som kostade 1 750 000 kronor 2025, inte förlängs.
## Konsekvenser för barn, jämställdhet och miljö
Barn som ansöker om färdtjänst jämförs med barn i samma ålder utan funktionsnedsättning. Kortare väntan bedöms vara
  till barnets bästa. Av dem som ansökte 2025 var 63 procent kvinnor, och handläggningstiden skilde sig inte mellan
  kvinnor och män. Förslaget bedöms inte påverka miljön.
## Beslutsunderlag
- Tjänsteskrivelse 2026-03-12
- Handlingsplan för kortare handläggningstider i färdtjänsten, 2026-03-05
- Kartläggning av handläggningen 2023–2025, 2026-01-30
## Beslutet skickas till
Färdtjänstenheten, ekonomiavdelningen, länets pensionärsråd
Anders Tallvik, förvaltningsdirektör
Karin Ekmyr, utredare
"""

PROTOKOLL = """
SAMMANTRÄDESPROTOKOLL
# Kollektivtrafiknämnden 2026-04-16
| Uppgift | Innehåll |
| Plats och tid | Regionhuset, sal Vättern, torsdagen den 16 april 2026, kl. 09.00–12.10. Ajournering kl. 10.15–10.35. |
| Beslutande ledamöter | Birgitta Sandell (FR), ordförande; Yusuf Demirel (LB), 1:e vice ordförande; Margareta Hallin
  (NS), 2:e vice ordförande; Stefan Rydmark (FR); Elin Vikander (FR); Jonas Brolund (FR); Amina Warsame (LB);
  Carl-Gustav Ström (LB); Henrik Norling (NS); Sofia Tegnér Åhs (NS) |
| Tjänstgörande ersättare | Pia Ekdahl (NS) för Rolf Mattsby (NS) |
| Ej tjänstgörande ersättare | Leif Granholm (FR); Nina Jarlsby (LB), §§ 21–25 |
| Övriga närvarande | Anders Tallvik, förvaltningsdirektör; Karin Ekmyr, utredare, § 22; Tomas Lodin, controller, §§
  23–24; Hanna Wiberg, nämndsekreterare |
| Justering | Digital justering den 23 april 2026 |
| Paragrafer | §§ 21–28 |
| Sekreterare | Hanna Wiberg |
| Ordförande | Birgitta Sandell |
| Justerare | Henrik Norling |
ANSLAG. Protokollet är justerat. Justeringen har tillkännagetts på regionens anslagstavla den 24 april 2026. Anslaget
  tas ned den 18 maj 2026. Protokollet förvaras hos kollektivtrafikförvaltningen.
=
# § 21 Val av justerare och fastställande av föredragningslista
## Beslut
+ Kollektivtrafiknämnden utser Henrik Norling (NS) att tillsammans med ordföranden justera protokollet.
+ Kollektivtrafiknämnden fastställer föredragningslistan.
# § 22 Kortare handläggningstider i färdtjänsten
Dnr KTN-2026-00147
## Beslut
+ Kollektivtrafiknämnden godkänner handlingsplanen för kortare handläggningstider i färdtjänsten.
+ Den genomsnittliga handläggningstiden ska vara högst fyra veckor från och med den 1 januari 2027.
+ Förvaltningen får i uppdrag att redovisa utvecklingen varje kvartal, första gången vid nämndens sammanträde den 22
  oktober 2026.
## Sammanfattning av ärendet
Den genomsnittliga handläggningstiden i färdtjänsten har ökat från 5,1 veckor 2023 till 7,9 veckor 2025. Under samma
  tid har antalet ansökningar ökat från 2 846 till 3 412. Förvaltningen har på nämndens uppdrag kartlagt
  handläggningen och tagit fram en handlingsplan med fyra åtgärder: en e-tjänst, en särskild grupp för ansökningar om
  fortsatt tillstånd, två nya handläggare och en gemensam mall för medicinska utlåtanden. Åtgärderna kostar 1 140 000
  kronor 2026 och därefter 1 600 000 kronor per år, och ryms inom nämndens ram.
## Beslutsunderlag
- Tjänsteskrivelse 2026-03-12
- Handlingsplan för kortare handläggningstider i färdtjänsten, 2026-03-05
- Kartläggning av handläggningen 2023–2025, 2026-01-30
## Förslag till beslut på sammanträdet
Ordföranden Birgitta Sandell (FR) och Yusuf Demirel (LB) yrkar bifall till förvaltningens förslag.
Margareta Hallin (NS) yrkar, med instämmande av Henrik Norling (NS), att beslutspunkt 2 ändras så att den
  genomsnittliga handläggningstiden ska vara högst tre veckor från och med den 1 juli 2027, och att förvaltningen får
  i uppdrag att inrätta fyra i stället för två nya handläggartjänster.
## Beslutsgång
Ordföranden ställer först proposition på beslutspunkterna 1 och 3 och finner att nämnden beslutar enligt
  förvaltningens förslag.
Ordföranden ställer därefter förvaltningens förslag till beslutspunkt 2 mot Margareta Hallins (NS) ändringsyrkande och
  finner att nämnden beslutar enligt förvaltningens förslag.
Omröstning begärs.
## Omröstning
Nämnden godkänner följande propositionsordning. Ja-röst för förvaltningens förslag. Nej-röst för Margareta Hallins
  (NS) ändringsyrkande.
Omröstningen utfaller med 7 ja-röster mot 4 nej-röster. Nämnden beslutar därmed enligt förvaltningens förslag.
| Ledamot | Ja | Nej |
| Birgitta Sandell (FR) | Ja | |
| Yusuf Demirel (LB) | Ja | |
| Margareta Hallin (NS) | | Nej |
| Stefan Rydmark (FR) | Ja | |
| Elin Vikander (FR) | Ja | |
| Jonas Brolund (FR) | Ja | |
| Amina Warsame (LB) | Ja | |
| Carl-Gustav Ström (LB) | Ja | |
| Henrik Norling (NS) | | Nej |
| Sofia Tegnér Åhs (NS) | | Nej |
| Pia Ekdahl (NS) | | Nej |
## Reservation
Margareta Hallin (NS), Henrik Norling (NS), Sofia Tegnér Åhs (NS) och Pia Ekdahl (NS) reserverar sig mot beslutspunkt
  2 till förmån för Margareta Hallins ändringsyrkande och lämnar följande motivering: ”Fyra veckor är fortfarande en
  lång väntan för den som inte kan ta sig till vården eller till sina närmaste. Med fyra nya tjänster hade målet
  kunnat vara tre veckor.”
## Beslutet skickas till
Färdtjänstenheten, ekonomiavdelningen, länets pensionärsråd
# § 23 Uppföljning per februari 2026
Dnr KTN-2026-00089
## Beslut
Kollektivtrafiknämnden godkänner uppföljningen per februari 2026.
## Sammanfattning av ärendet
Nämndens resultat till och med februari är 3,2 miljoner kronor sämre än budget. Underskottet beror främst på att
  bränsle och index i trafikavtalen har kostat 4,1 miljoner kronor mer än beräknat. Biljettintäkterna är samtidigt 0,9
  miljoner kronor högre än budget. Antalet resor med buss och tåg har ökat med 2,4 procent jämfört med samma tid 2025.
Prognosen för helåret är ett underskott på 11 miljoner kronor. Förvaltningen återkommer med förslag till åtgärder i
  delårsrapporten.
| Verksamhet | Budget (tkr) | Utfall (tkr) | Avvikelse (tkr) |
| Busstrafik | 84 200 | 87 600 | -3 400 |
| Tågtrafik | 31 500 | 32 200 | -700 |
| Särskild kollektivtrafik | 22 900 | 22 900 | 0 |
| Intäkter och övrigt | -28 600 | -29 500 | 900 |
| Summa | 110 000 | 113 200 | -3 200 |
## Beslutsunderlag
- Tjänsteskrivelse 2026-03-27
- Uppföljning per februari 2026
## Beslutet skickas till
Regionstyrelsen
# § 24 Egenavgifter i färdtjänsten 2027
Dnr KTN-2026-00162
## Beslut
Kollektivtrafiknämnden återremitterar ärendet till förvaltningen för att belysa hur de föreslagna avgifterna påverkar
  personer med låg inkomst.
## Sammanfattning av ärendet
Förvaltningen föreslår att egenavgiften för en färdtjänstresa inom en kommun höjs från 45 till 50 kronor, och att
  avgiften för en resa över en kommungräns höjs från 75 till 82 kronor, från och med den 1 januari 2027. Höjningen
  beräknas ge 1,1 miljoner kronor i ökade intäkter per år. Avgifterna har varit oförändrade sedan 2023.
## Beslutsunderlag
- Tjänsteskrivelse 2026-03-30
- Jämförelse av egenavgifter i sju regioner, 2026-03-20
## Förslag till beslut på sammanträdet
Amina Warsame (LB) yrkar att ärendet återremitteras för att belysa hur de föreslagna avgifterna påverkar personer med
  låg inkomst. Sofia Tegnér Åhs (NS) instämmer.
Ordföranden Birgitta Sandell (FR) yrkar att ärendet avgörs i dag och bifall till förvaltningens förslag.
## Beslutsgång
Ordföranden ställer proposition på om ärendet ska avgöras i dag eller återremitteras och finner att nämnden beslutar
  att ärendet ska återremitteras.
## Beslutet skickas till
Kollektivtrafikförvaltningen
=
# § 25 Yttrande över motion om avgiftsfria resor för ledsagare
Dnr KTN-2026-00041
## Förslag till beslut i regionfullmäktige
Regionfullmäktige avslår motionen.
## Beslut
Kollektivtrafiknämnden antar förvaltningens förslag till yttrande som sitt eget och överlämnar det till regionstyrelsen.
## Sammanfattning av ärendet
Rolf Mattsby (NS) föreslår i en motion till regionfullmäktige att den som ledsagar en person med färdtjänst ska få
  resa utan avgift i all kollektivtrafik, även när personen reser med linjelagd buss eller tåg. I färdtjänsten reser
  ledsagare redan i dag utan avgift.
Förvaltningen beräknar att förslaget skulle minska biljettintäkterna med mellan 2 och 3 miljoner kronor per år, och
  bedömer att det är svårt att kontrollera vem som är ledsagare på en linjelagd tur. Förvaltningen hänvisar också till
  att frågan utreds i arbetet med ett nytt regionalt trafikförsörjningsprogram.
## Beslutsunderlag
- Tjänsteskrivelse 2026-03-24
- Förslag till yttrande, 2026-03-24
- Motion om avgiftsfria resor för ledsagare, 2026-01-19
## Förslag till beslut på sammanträdet
Henrik Norling (NS) yrkar att nämnden föreslår regionfullmäktige att bifalla motionen.
Jonas Brolund (FR) yrkar bifall till förvaltningens förslag till yttrande.
## Beslutsgång
Ordföranden ställer proposition på yrkandena och finner att nämnden beslutar enligt förvaltningens förslag.
## Protokollsanteckning
Pia Ekdahl (NS) får lämna följande anteckning till protokollet: ”Frågan om ledsagare kan inte vänta på ett program som
  ska gälla först om två år.”
## Beslutet skickas till
Regionstyrelsen
# § 26 Yttrande över remiss om regionalt trafikförsörjningsprogram 2027–2035
Dnr KTN-2026-00118
## Beslut
+ Kollektivtrafiknämnden tillstyrker i huvudsak förslaget till regionalt trafikförsörjningsprogram 2027–2035.
+ Kollektivtrafiknämnden föreslår att programmet kompletteras med ett mål för hur stor del av länets hållplatser som
  ska vara tillgängliga för personer med funktionsnedsättning.
+ Paragrafen förklaras omedelbart justerad.
## Sammanfattning av ärendet
Regionstyrelsen har skickat förslaget till nytt trafikförsörjningsprogram på remiss till nämnder, kommuner och
  organisationer. Svaret ska ha kommit in senast den 20 april 2026. Programmet innehåller mål för resande,
  tillgänglighet och miljö. I dag är 212 av länets 1 460 hållplatser tillgängliga enligt de riktlinjer som gäller.
  Nämnden anser att takten måste öka, men att målet ska sättas i samråd med kommunerna, som är väghållare för de
  flesta hållplatserna.
## Beslutsunderlag
- Tjänsteskrivelse 2026-04-02
- Förslag till regionalt trafikförsörjningsprogram 2027–2035, 2026-02-16
## Beslutet skickas till
Regionstyrelsen
# § 27 Anmälan av delegationsbeslut
Dnr KTN-2026-00003
## Beslut
Kollektivtrafiknämnden lägger redovisningen av delegationsbeslut till handlingarna.
## Sammanfattning av ärendet
Nämnden har överlåtit beslutanderätt till utskott, ordförande och tjänstepersoner enligt nämndens delegationsordning,
  som antogs den 12 februari 2025, § 9. Besluten ska anmälas till nämnden. Under mars 2026 fattades 271
  delegationsbeslut om färdtjänst och 44 om riksfärdtjänst. Av besluten om färdtjänst var 232 bifall, 11 delvis bifall
  och 28 avslag. Sju beslut har överklagats.
## Beslutsunderlag
- Förteckning över delegationsbeslut, mars 2026
# § 28 Information från förvaltningen
## Beslut
Kollektivtrafiknämnden noterar informationen till protokollet.
## Sammanfattning av ärendet
Förvaltningsdirektör Anders Tallvik informerar om följande.
- Bron över Storån vid Kvarnby stängs för reparation från den 1 juni till den 14 augusti 2026. Linje 12 och 31 leds
  om, och restiden blir omkring tio minuter längre.
- Upphandlingen av serviceresor har överprövats. Förvaltningsrätten väntas avgöra målet före sommaren. Nuvarande avtal
  kan förlängas till den 30 juni 2027.
- Fyra av tio sommarvikarier i trafikledningen är anställda. Rekryteringen fortsätter.
Ordföranden tackar för informationen och avslutar sammanträdet kl. 12.10.
"""
