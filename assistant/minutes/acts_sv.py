"""The Swedish words by which notes and talk decide, propose, take something on, ask for it, or leave it open."""

from typing import Final

from assistant.minutes.cues import Cues, pattern

_ALL: Final = (
    r"(?:vi|man|mötet|gruppen|alla|samtliga|deltagarna|parterna|(?<![\w-])[\w-]{0,30}(?:grupp|råd|nätverk|kommitté|presidi"
    r"|forum|team|kollegi)"
    r"(?:en|et|n|um)?)"
)
_NOW: Final = (
    r"(?:beslutar|bestämmer|fastställer|godkänner|antar|enas om|kommer överens om|väljer att|utser"
    r"|kör (?:på|vidare)|går vidare med|håller fast vid|säger (?:ja|nej) till)"
)
_THEN: Final = (
    r"(?:beslutade|beslöt|bestämde|fastställde|godkände|antog|enades|kom överens|valde|utsåg|avslog|biföll"
    r"|(?:är|var) (?:helt )?(?:överens|eniga|ense) om|tackade nej|sade nej"
    r"|sa nej|ställde sig bakom|stannade för)"
)
_PASSIVE: Final = (
    r"(?:beslutades|beslöts|bestämdes|fastställdes|fastställs|godkändes|godkänns|antogs|utsågs|valdes|bifölls"
    r"|avslogs|sköts upp|skjuts upp|bordlades|bordläggs|lades till handlingarna|läggs till handlingarna)"
)
#: What people do who have taken something on, in the present; verbs of telling and thinking are not among them.
_DOES: Final = (
    r"(?:anmäler|ansvarar för|för in|lägger till|pratar med|tittar på|räknar fram|beställer|bjuder in|bokar|bokar om"
    r"|fixar|ordnar|följer upp|förbereder|går igenom"
    r"|hör av sig|hör sig för|hör med"
    r"|kallar|kollar|kontaktar|kontrollerar|laddar upp|lägger (?:upp|in|ut)|lyfter (?:det|frågan|den)|mejlar|mailar"
    r"|påminner|publicerar"
    r"|räknar på|ringer|rättar|sammanställer|samordnar|sätter ihop|ser (?:till|över)|skickar|skriver|sprider|stämmer av"
    r"|tar (?:fram|in|kontakt|med|reda på|på sig|upp|hand om|ansvar för)|undersöker|uppdaterar|utreder|återkommer|återkopplar"
    r"|återrapporterar|åtgärdar|översätter|lämnar (?:in|över|besked)|delar (?:ut|med)|mäter|testar|levererar|köper"
    r"|hyr|söker|upphandlar"
    r"|inventerar|kartlägger|kompletterar|justerar|formulerar|planerar in|bevakar|driver|håller i)"
)
_DO: Final = (
    r"(?:prata med|komma tillbaka|titta på|ta (?:fram|kontakt|med|reda på|på dig|på er|upp|hand om)|kolla|skicka"
    r"|mejla|maila|ringa|boka|bjuda in|skriva(?: ihop| ner| om)?|återkomma"
    r"|återkoppla|sammanställa|stämma av|undersöka|utreda|uppdatera|kontakta|kontrollera|beställa|följa upp|höra (?:med|av)"
    r"|se (?:till|över)|lägga (?:upp|in|ut)|ordna|fixa|lämna|räkna på|förbereda|dela|delge)"
)
_PAPER: Final = r"(?:lista|underlag|rapport|redovisning|sammanställning|statistik|skrivelse|kopia)"
_MONTH: Final = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*"
_MONTHS: Final = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_DAY: Final = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: (?:den )?\d{1,2}(?: \w+)?)?"
    rf"|(?:den )?\d{{1,2}}(?::[ae])? {_MONTH}(?: \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}|(?:v\.?"
    rf"|vecka) ?\d{{1,2}}|{_MONTHS}(?: \d{{4}})?"
    r"|(?:början|mitten|slutet) av \w+|årsskiftet|(?:mid)?sommaren|semestern|månadsskiftet|jul|påsk|hösten|våren"
    r"|vintern|nästa \w+|kommande \w+|(?:mötet|sammanträdet)(?: den \d{1,2}(?:/\d{1,2}| \w+))?"
    rf"(?: i {_MONTHS})?"
    r"|sammanträdet"
    r"|lunch|helgen|i ?morgon)\b"
)

#: A verb in the present that does something.
_ACTS: Final = (
    r"(?!(?:var|har|får|kan|ska|ser|tror|hör|vet|tycker|menar|behöver|pratar|talar|börjar|undrar|känner|hoppas|vill"
    r"|väntar|avvaktar"
    r"|tar (?:det|den|upp|nästa|första|\w+ först))\b)[a-zåäö]{2,20}r"
)

CUES: Final = Cues(
    decision_label=pattern(r"^(?:beslut(?:ades|at)?|bestämt|överenskommet|överenskommelse)\s*:\s*(?=\S)"),
    decides_now=pattern(
        rf"(?:^|[,;:–-] |\b(?:då|därmed|alltså|så|okej|ja|bra|men|och) ){_ALL} {_NOW}\b|\b(?:då|därmed|så"
        rf"|alltså) {_NOW} {_ALL}\b"
        r"|\bvi är (?:då |alltså )?(?:överens|eniga) om\b|\bbeslutet (?:blir|är)\b|\b(?:det är alla"
        r"|alla är) (?:med på|överens om|eniga om)\b|\b(?:då|så) säger vi (?:så|att)\b"
    ),
    decides_then=pattern(
        rf"\b{_ALL} (?:\w+ )?(?:{_THEN}|noterade|tackade för)\b|\b(?:landade (?:vi|gruppen|mötet) i|(?:vi|gruppen"
        rf"|mötet) landade i)\b"
        rf"|\b{_ALL} (?:\w+ )?{_THEN}\b|\b{_THEN} (?:\w+ )?{_ALL}\b|\bdet (?:beslutas|{_PASSIVE})\b"
        rf"|^{_PASSIVE}\b|^[^,]{{3,120}}\b{_PASSIVE}\b(?! av (?!mötet|gruppen))|\bbeslutet (?:blev|var)\b"
    ),
    it_is_decided=pattern(
        r"\b(?:då|därmed|så) (?:är det (?:beslutat|bestämt|klubbat|klart)|gäller det)\b|^(?:beslutat|klubbat|bestämt)\b"
    ),
    weakly=pattern(
        rf"\b(?:då|så|okej|ja) {_ACTS} vi\b|^(?:[\w,]+ ){{0,3}}(?:vi|gruppen|mötet) {_ACTS}\b|\bdå blir det\b"
        rf"|^(?:[\w,-]+ ){{1,4}}{_ACTS} vi (?:till|på|med|den|i)\b"
    ),
    other_body=pattern(
        r"\b(?:i|av|hos) (?!mötet|gruppen)[\w-]*(?:nämnd|styrelse|fullmäktige|utskott|regering|riksdag|kommun|region"
        r"|myndighet|domstol)"
        r"(?:en|et|n)?\b"
    ),
    elsewhere=pattern(
        r"\b(?:i (?:våras|fjol|höstas|somras|vintras|går)|förra|tidigare|redan|förut|häromdagen|föregående|sedan länge)\b"
        rf"|\b(?:den:?|i {_MONTHS}) \[?(?:\d{{1,2}} \w+ )?(?:19|20)\d\d\b"
    ),
    later=pattern(
        rf"\b(?:nästa (?:gång|möte|vecka|månad|år)|senare|framöver|i (?:höst|vår|vinter|sommar)|till (?:hösten|våren)"
        rf"|i {_MONTHS})\b"
    ),
    condition=pattern(
        r"\b(?:om|ifall|när|innan|förrän|tills|huruvida)\s+(?:vi|man|mötet|gruppen|det|de|ni)\b"
        r"|\b(?:ska|kan|kunde|får|behöver|måste|vill|borde|skulle|hinner) (?:vi|man|mötet|gruppen)\b"
        r"|^(?:om|ifall|när(?! det gäller)|innan|sedan|eftersom)\b"
    ),
    denial=pattern(r"\b(?:inte|ej|inget|ingen|inga|aldrig|ingenting|varken)\b"),
    clause=pattern(r"\batt\b"),
    hedge=pattern(
        r"\b(?:kanske|eventuellt|möjligen|möjligtvis|borde|bör|skulle kunna|skulle behöva|tror|funderar|tänkte|vore"
        r"|gärna|försöker)\b"
    ),
    proposal_label=pattern(r"^(?:förslag|yrkande)(?: till beslut)?\s*:\s*(?=\S)"),
    proposes=pattern(
        r"\b(?:föreslår|föreslog|föreslås|föreslogs|yrkar|yrkade)\b|\b(?:mitt|vårt|hans|hennes) förslag\b|\bförslaget är\b"
    ),
    moves=pattern(r"\b(?:jag|vi) (?:föreslår|yrkar)\b|\bmitt (?:förslag|yrkande)\b"),
    someone_does=pattern(
        rf"(?:{_DOES}|ska(?! vi\b| man\b)|skall|åtar sig att|åtog sig att|lovade att|lovar att|får i uppdrag att"
        rf"|fick i uppdrag att)"
    ),
    i_do=pattern(
        rf"\bjag (?:{_DOES}|ska (?:{_DO})|kan (?:{_DO})|lovar att)\b|\b(?:{_DOES}) jag\b"
        r"|\b(?:så )?(?:tar|fixar|ordnar|löser) jag (?:det|den|dem)\b|\bjag (?:tar|fixar|ordnar|löser) (?:det|den|dem)\b"
    ),
    i_do_any=pattern(
        r"(?:^|[,;] |\b(?:så|men|och|sedan|då) )jag (?!(?:är|var|har|blir|får|ska|kan|vill|måste|bör|behöver"
        r"|jobbar|arbetar|kommer|åker"
        r"|reser|går|slutar|börjar(?! (?:på|med))|sitter|ligger|missar|saknar|undrar|menar|säger|hör(?! av)"
        r"|ser(?! till)|tycker|tror|vet"
        r"|hoppas|minns|föreslår|yrkar|förstår|känner|håller med|stannar|träffar|hinner|lämnar mötet)\b)[a-zåäö]{2,20}r\b"
    ),
    i_take_it=pattern(
        r"\b(?:det gör (?:jag|vi)|^(?:den|det|de) kommer|det (?:kan|ska) (?:jag|vi) göra|jag gör det|(?:fixar"
        r"|ordnar|löser|gör) jag\b|det (?:fixar"
        r"|ordnar|tar|löser) jag)\b"
    ),
    plans=pattern(r"\b(?:jag|vi) (?:ska|kommer att|får|tar|gör|ser|löser|hjälper|lägger|jobbar|hör|går)\b"),
    asks_for=pattern(
        rf"^(?:(?-i:[A-ZÅÄÖ])[\w-]+, )?(?:du|ni) {_DOES}\b[^?]{{0,120}}\?|"
        r"\b(?:kan|kunde|skulle|vill|hinner) (?:inte )?(?:du|ni|någon|(?-i:[A-ZÅÄÖ])\w+)(?:, (?-i:[A-ZÅÄÖ])\w+,)?"
        rf" (?:kunna |också |snälla |möjligen |väl )?{_DO}\b|\b(?:du|ni) får (?:gärna )?{_DO}\b|\bbe[rd]? (?:dig|er"
        rf"|(?-i:[A-ZÅÄÖ])\w+) (?:att )?{_DO}\b"
        rf"|\bvi (?:vill|skulle vilja) ha (?:in )?(?:en|ett)\b[^.?!]{{0,80}}\b{_PAPER}"
    ),
    asks_any=pattern(
        r"\b(?:kan|kunde|skulle|vill) (?:inte )?(?:du|ni|någon(?: av er)?"
        r"|(?-i:[A-ZÅÄÖ])\w+)(?:, (?-i:[A-ZÅÄÖ])\w+,)?(?: kunna| också| snälla| väl)?"
        r" (?!(?:säga|berätta|förklara|höra|se|svara|tala|prata(?! med)|upprepa|utveckla|beskriva|tänka|förstå"
        r"|vara|ha|få)\b)[a-zåäö]{3,}a\b[^?]*\?"
    ),
    yes=pattern(
        r"^(?:ja|japp|jadå|jajamän|visst|absolut|självklart|okej|ok|bra|det gör (?:jag|vi)|det kan jag|svar ja"
        r"|klubbat|överens|instämmer"
        r"|kör)\b"
    ),
    no=pattern(r"^(?:nej|nä|inte|tyvärr|tack)\b"),
    assent_asked=pattern(
        r"\b(?:är (?:alla|ni|mötet|vi) (?:med på|överens|eniga|okej med)|kan (?:vi|mötet) (?:besluta|enas|godkänna"
        r"|fastställa|ta)"
        r"|godkänner (?:mötet|ni|vi)|är det (?:okej|beslutat|överenskommet)|bifalles|alla (?:för|överens|med"
        r"|nöjda))\b[^?]{0,160}\?"
    ),
    objection_asked=pattern(
        r"\b(?:(?:några|någon|finns det) invändning\w*|någon (?:som är )?emot|har någon något emot)\b[^?]{0,60}\?"
    ),
    none=pattern(r"^(?:nej|nä|inga|ingen|inte jag)\b"),
    open_question=pattern(
        r"\b(?:oklart|ovisst|olöst|återstår|inte (?:utrett|löst|klarlagt)|inte (?:klart|bestämt|avgjort)|ingen aning"
        r"|(?:kunde|kan) inte svara|visste inte"
        r"|öppen fråga|frågan (?:är|lämnades|lämnas|förblev|är fortfarande) (?:öppen"
        r"|obesvarad|olöst)"
        r"|vet (?:vi|jag|ingen|man) inte|ingen (?:visste|vet)|kvarstår|får (?:vi|[\w-]+) (?:återkomma|ta ställning"
        r"|avgöra|fundera)|ta ställning till"
        r"|återkomma till|ingen (?:kunde|kan|hade|tog) (?:svara|svar|ställning)|inget svar|får utredas|obesvarad"
        r"|får vi (?:ta|lösa|se) senare|tar vi senare|ta(?:r|s)? (?:det |den )?senare)\b"
    ),
    divided=pattern(
        r"\b(?:gick isär|går isär|olika (?:åsikter|meningar|uppfattningar)|delade meningar|ingen enighet)\b"
    ),
    next_label=pattern(r"^(?:nästa|kommande) [\w-]{0,20}(?:möte|träff|sammanträde|tillfälle|råd)\w*$|^nästa gång$"),
    a_day=pattern(_DAY),
    next_meeting=pattern(
        rf"^nästa [\w-]{{2,30}}\s*:[^.]{{0,40}}?{_DAY}|"
        r"\b(?:nästa (?:ordinarie )?[\w-]{0,30}(?:möte|sammanträde|träff|avstämning|apt|tillfälle)\w*"
        rf"|vi (?:ses|syns|hörs|träffas|möts)(?: igen)?|mötet (?:återupptas|fortsätter))\b.{{0,80}}?{_DAY}"
    ),
    when=pattern(
        r"\b(?:(?:senast|före|innan|till och med|t\.?o\.?m\.?|till|under|på|vid|i|inom|vecka)\s+)?(?:senast\s+)?"
        rf"{_DAY}|\binom \w+ (?:dagar|veckor|månader)\b"
        r"|\b(?:i ?dag|i ?morgon|i ?kväll|i ?eftermiddag|omgående|snarast|i (?:höst|vår|vinter|sommar|veckan))\b"
    ),
    by=pattern(rf"\b(?:senast|före|innan|till)\s+(?:den\s+|i\s+|under\s+)?{_DAY}"),
    passive_task=pattern(
        r"\b(?:lämnas|skickas|mejlas|anmäls|redovisas|rapporteras|levereras|sammanställs|tas fram|bokas|kontaktas"
        r"|uppdateras|publiceras"
        r"|åtgärdas|kompletteras|återrapporteras|ses över)\b"
    ),
    tasks_label=pattern(
        r"^(?:att göra|att-göra-lista|åtgärder|åtgärdslista|aktivitetslista|uppgifter|uppdrag|att göra till nästa möte)\s*:?$"
    ),
    task_label=pattern(r"^(?:att göra|åtgärd|uppdrag|aktivitet|ap)\s*:\s*(?=\S)"),
    owner_label=pattern(r"^(?:ansvarig(?:a)?|vem|utförs av|ansvar)\s*:\s*(?=\S)"),
    due_label=pattern(r"^(?:klart?(?: senast)?|när|senast|deadline|tidpunkt|klart datum)\s*:\s*(?=\S)"),
    tells=pattern(
        r"(?:är|har|blir|var|menar|anser|tycker|säger|berättar|undrar|frågar|vill|kan|måste|bör|föreslår|påpekar"
        r"|informerar|redovisar"
        r"|tror|hoppas|ser|rapporterar|svarar|konstaterar|noterar|framför|betonar|önskar|behöver|får|presenterar"
        r"|beskriver|meddelar|arbetar|jobbar|deltar|sitter|tillhör|finns|står|mår|slutar|börjar|heter|bor|kommer|går|gäller"
        r"|leder|lyssnar|tackar|öppnar|avslutar|hälsar|minns|vet|känner|håller|ställer|instämmer|invänder"
        r"|understryker|förklarar)\b"
    ),
    doing=pattern(r"[a-zåäö]{2,20}r\b"),
    told_question=pattern(r"\b(?:undrade|frågade|ville veta|undrar|frågar|ställde frågan)\b"),
    column_what=pattern(r"^(?:vad|åtgärd|aktivitet|uppgift|att göra|uppdrag|beslut/åtgärd)$"),
    column_who=pattern(r"^(?:vem|ansvarig(?:a)?|ansvar|namn|utförare)$"),
    column_when=pattern(r"^(?:när|klart?(?: senast)?|senast|deadline|datum|tid)$"),
)
