"""The labelled sentences hold every rule to its precision and recall; single findings have the right place and wording."""

import pytest

from assistant.checks.terms import terms
from assistant.review.old import inflected
from assistant.review.remark import Remark, Rule
from assistant.review.review import is_swedish, of_text, review
from assistant.review.rules import data
from tests.evaluation import klarsprak


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule is not Rule.LEGAL_TERM])
def test_every_rule_is_precise_and_finds_most(rule: Rule) -> None:
    score = klarsprak.scores()[rule]
    assert score.right, "the sentences say nothing of the rule"
    assert score.precision >= 0.9, "\n".join(klarsprak.differing())
    assert score.recall >= 0.8, "\n".join(klarsprak.differing())


def test_there_are_enough_labelled_sentences() -> None:
    assert len(klarsprak.items()) >= 150
    assert len({text for text, _ in klarsprak.items()}) == len(klarsprak.items())


def found(text: str, rule: Rule) -> list[Remark]:
    return [remark for remark in review(of_text(text)).remarks if remark.rule is rule]


PASSIVE = """arkiveras expedieras delges underkänns åtgärdas verkställdes upphävdes iakttogs tillsattes avskrevs hänsköts bordlades
    återremitterades omhändertogs delgavs avstyrktes medgavs vidtogs undantas utlystes vägleds snöröjs renoverades ordineras bestreds avslogs
    bifölls fastställdes dricks sjöngs stals bjöds brändes färdigställts förelagts jämförs klipptes glömdes löstes tilläts utesluts
    pantsattes återvinns sägs söks utsågs anmälts bestäms möjliggörs""".split()
NOT_PASSIVE = """nämndens riksdagens åtgärdernas handläggarnas patienternas områdenas ärendenas sökandes ungas funktionsnedsattas veckors ens
    vars dess dels tills annars alls förstås utomlands någonstans gratis plats process adress chans remiss kris umgås synes tycks åldras
    brottas avundas trängs svettas kräks blygs skäms envisas våndas färdas handskas låtsas nalkas finns saknas behövs trivs minns hoppas
    lyckas vistas andas känns enas ses möts ryms föds arbetsplats beslutsunderlags avtals bidrags förslags uppdrags anslags årets
    landets gas kalas insats chefers kvinnors anhörigas deltagares äldres deras andras enskildes""".split()


@pytest.mark.parametrize("word", PASSIVE)
@pytest.mark.parametrize("frame", ["Handlingarna {} i dag.", "De frågor som {} där är viktiga.", "Det {} inte."])
def test_a_passive_is_known_whatever_stands_around_it(word: str, frame: str) -> None:
    assert [remark.text for remark in found(frame.format(word), Rule.PASSIVE)] == [word]


@pytest.mark.parametrize("word", NOT_PASSIVE)
@pytest.mark.parametrize("frame", ["Vi läser {} nya regler.", "Här är {} böcker och svar.", "Hans {} hus är stort."])
def test_a_noun_or_a_verb_that_only_looks_passive_is_none(word: str, frame: str) -> None:
    assert found(frame.format(word), Rule.PASSIVE) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hon blev uppsagd i maj.", ["blev uppsagd"]),
        ("Räkningarna blir inte betalda.", ["blir inte betalda"]),
        ("Förslaget blev aldrig förankrat.", ["blev aldrig förankrat"]),
        ("Hon blev trött och glad.", []),
        ("Det blev en lång resa.", []),
        ("Vi blev tvungna att vänta.", []),
    ],
)
def test_bli_with_a_participle_is_passive(text: str, told: list[str]) -> None:
    assert [remark.text for remark in found(text, Rule.PASSIVE)] == told


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Du erhöll ett svar.", "erhöll", "fick"),
        ("Ansökan inkom den 3 maj.", "inkom", "kom in"),
        ("Då inkom ansökan.", "inkom", ""),
        ("Nämnden tillser att det sker.", "tillser", "ser till"),
        ("Nämnden tillser ordningen.", "tillser", ""),
        ("Beträffande avgiften ringer vi.", "Beträffande", "När det gäller"),
        ("Frågor beträffande avgiften.", "beträffande", "om"),
        ("Regionen avser att bygga.", "avser att", "tänker"),
        ("Därför avser regionen att bygga.", "avser", ""),
        ("Ansökan avser ledsagare.", "avser", "gäller"),
        ("Samtliga var där.", "Samtliga", "Alla"),
        ("I ENLIGHET MED REGLERNA", "I ENLIGHET MED", "ENLIGT"),
        ("Undertecknad tackar.", "Undertecknad", ""),
        ("Avgiften utgörs av två delar.", "utgörs", "består"),
        ("Hon gjorde gällande att det var fel.", "gjorde gällande", "hävdade"),
        ("Du är i behov av hjälp.", "är i behov av", "behöver"),
        ("Det uppgick till fem kronor.", "uppgick till", "var"),
        ("Med anledning av att du flyttar skriver vi.", "Med anledning av att", "Eftersom"),
        ("Med anledning av ditt brev skriver vi.", "Med anledning av", ""),
        ("Svara skyndsamt.", "skyndsamt", "snabbt"),
        ("Bidraget utgår inte.", "Bidraget utgår", ""),
    ],
)
def test_a_better_word_is_inflected_like_the_old_one_where_that_is_sure(text: str, old: str, new: str) -> None:
    (remark,) = found(text, Rule.OLD_WORD)
    assert (remark.text, remark.proposal) == (old, new)
    assert text[remark.start : remark.end] == old
    assert remark.facts["better"]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Vi gör en bedömning av behovet.", "gör en bedömning av", "bedömer"),
        ("Vi har gjort en utredning av frågan.", "gjort en utredning av", "utrett"),
        ("Gör en granskning av fakturan.", "Gör en granskning", ""),
        ("Vi gör en noggrann bedömning av behovet.", "gör en noggrann bedömning", ""),
        ("Vi gör en genomgång av behovet.", "gör en genomgång", ""),
        ("Utbetalning sker varje månad.", "Utbetalning sker", ""),
    ],
)
def test_a_verb_is_proposed_for_a_noun_where_it_is_sure(text: str, old: str, new: str) -> None:
    (remark,) = found(text, Rule.NOMINAL)
    assert (remark.text, remark.proposal) == (old, new)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Svara senast den 3/5 2025.", "3/5 2025", "3 maj 2025"),
        ("Svara före den 12/6-25.", "12/6-25", "12 juni 2025"),
        ("Den kom 2025.05.03 till oss.", "2025.05.03", "3 maj 2025"),
        ("Den kom den 28:e september.", "28:e september", "28 september"),
        ("Den kom den 5 dec. 2024.", "5 dec. 2024", "5 december 2024"),
        ("Den kom den 1 maj 2025 och den 2 maj 2025, men inte 2025-05-03.", "2025-05-03", "3 maj 2025"),
    ],
)
def test_a_date_is_written_in_words(text: str, old: str, new: str) -> None:
    (remark,) = found(text, Rule.DATE)
    assert (remark.text, remark.proposal) == (old, new)


def test_a_short_word_is_written_out_with_its_capital_and_its_full_stop() -> None:
    remarks = found("Bl.a. gäller det barn, pensionärer resp. studenter p.g.a.", Rule.ABBREVIATION)
    assert [(remark.text, remark.proposal) for remark in remarks] == [
        ("Bl.a.", "Bland annat"),
        ("resp.", "respektive"),
        ("p.g.a.", "på grund av."),
    ]


def test_an_abbreviation_is_told_once() -> None:
    assert [remark.text for remark in found("IVO kom hit. IVO:s besök tog en dag.", Rule.ABBREVIATION)] == ["IVO"]


def test_legal_terms_are_explained_and_never_replaced() -> None:
    text = "Det finns synnerliga skäl och väsentliga svårigheter. Tillståndet gäller tillsvidare."
    remarks = review(of_text(text)).remarks
    assert {remark.rule for remark in remarks} == {Rule.LEGAL_TERM}
    assert all(remark.facts["meaning"] and not remark.proposal for remark in remarks)


def test_ni_becomes_du_only_where_nothing_else_is_inflected() -> None:
    remarks = found("Du kan ringa oss, och du kan skriva. Ni är välkomna. Ni kan komma hit.", Rule.ADDRESS)
    assert [(remark.text, remark.proposal) for remark in remarks] == [("Ni", ""), ("Ni", "Du")]


def test_remarks_stand_in_order_and_their_words_stand_where_they_say() -> None:
    text = "\n".join(text for text, _ in klarsprak.items())
    document = of_text(text)
    paragraphs = {paragraph.number: paragraph.text for paragraph in document.paragraphs}
    remarks = review(document).remarks
    places = [(remark.paragraph, remark.start) for remark in remarks]
    assert places == sorted(places)
    assert all(paragraphs[remark.paragraph][remark.start : remark.end] == remark.text for remark in remarks)


def test_measures_are_counted_on_running_text() -> None:
    measures = review(klarsprak.document("# En rubrik\nHan bor här. Hon bor i kommunens lägenhet.")).measures
    assert (measures.words, measures.sentences, measures.longest) == (8, 2, 5)
    assert measures.lix == round(8 / 2 + 100 * 2 / 8)


def test_another_language_is_told_apart() -> None:
    assert is_swedish(of_text("Det här är en text som är skriven på svenska, och den är kort."))
    assert not is_swedish(of_text("This is a text that was written in English, and it is short."))
    assert review(of_text("")).measures.lix == 0


@pytest.mark.parametrize(
    "text",
    [
        "Det inger hopp.",
        "Bussen utgår från torget.",
        "Föremålen för utställningen kom.",
        "Du kan köpa begagnade kläder.",
        "Vi har för många bilar.",
    ],
)
def test_a_word_that_only_looks_stiff_is_left_alone(text: str) -> None:
    assert found(text, Rule.OLD_WORD) == []


def test_who_is_asked_by_nobody_is_told_as_a_passive() -> None:
    assert [remark.text for remark in found("Ni ombeds att ringa.", Rule.PASSIVE)] == ["ombeds"]


@pytest.mark.parametrize("text", ["Vid tidigare bedömning av behovet.", "Efter förnyad prövning av saken svarar vi."])
def test_a_noun_for_a_verb_may_be_described(text: str) -> None:
    assert len(found(text, Rule.NOMINAL)) == 1


def test_no_old_word_is_a_legal_term() -> None:
    forms = [form for word in data("words")["word"] for form in word["old"].split()]
    forms += [old for phrase in data("words")["phrase"] for old, _ in inflected(phrase["old"], phrase.get("new", ""))]
    assert len(forms) > 300
    assert [form for form in forms for _, pattern in terms() if pattern.fullmatch(form)] == []


def test_every_word_has_as_many_wordings_as_forms_and_a_better_word() -> None:
    for word in data("words")["word"]:
        assert len(word["old"].split()) == len(word["new"].split()), word["old"]
        assert len(word.get("initial", word["new"]).split()) == len(word["new"].split())
        assert word["better"]
    forms = [form for word in data("words")["word"] for form in word["old"].split()]
    assert [form for form in set(forms) if forms.count(form) > 1] == []


def test_a_title_is_no_sentence_to_be_told_of() -> None:
    text = "Vi läste rapporten den 3 maj 2026.\nKartläggning av resor, rapport, 2026-01-30"
    assert [remark.rule for remark in review(of_text(text)).remarks] == []
