import pytest

from assistant.minutes.protokoll import Outcome, PartKind, Section
from tests.assistant.minutes.make import FRONT, only, reading

HEAD = "# § 1 Ny brandstation"


def said(section: Section) -> list[tuple[str, str]]:
    return [(point.outcome.value, point.stated.text) for point in section.points]


def test_a_decision_and_a_proposal_stand_under_labels_of_their_own() -> None:
    section = only(
        HEAD, "# Förslag till beslut i kommunfullmäktige", "Stationen byggs.", "# Beslut", "Styrelsen avsätter medel."
    )
    assert [point.stated.text for point in section.decisions] == ["Styrelsen avsätter medel."]
    assert [(point.stated.text, point.body) for point in section.proposals] == [
        ("Stationen byggs.", "kommunfullmäktige")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen föreslår kommunfullmäktige att bygga stationen.",
        "Kommunstyrelsen beslutar att föreslå kommunfullmäktige att bygga stationen.",
        "Kommunstyrelsen föreslår att kommunfullmäktige beslutar att bygga stationen.",
        "Kommunfullmäktige föreslås besluta att bygga stationen.",
        "Kommunfullmäktige beslutar att bygga stationen.",
        "Kommunstyrelsen hemställer hos fullmäktige att stationen byggs.",
    ],
)
def test_a_proposal_to_another_body_is_no_decision_though_it_stands_under_beslut(text: str) -> None:
    section = only(HEAD, "# Beslut", text)
    assert section.decisions == ()
    assert len(section.proposals) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar enligt arbetsutskottets förslag till yttrande.",
        "Kommunstyrelsen föreslår i yttrandet att programmet kompletteras.",
        "Kommunstyrelsen överlämnar rapporten till kommunfullmäktige.",
        "Motionen avslås.",
    ],
)
def test_what_only_sounds_like_a_proposal_is_a_decision(text: str) -> None:
    assert said(only(HEAD, "# Beslut", text)) == [("decided", text)]


def test_a_lead_in_governs_the_points_under_it_until_the_next_one() -> None:
    section = only(
        HEAD, "# Beslut", "Kommunstyrelsen föreslår kommunfullmäktige besluta", "att bygga stationen,", "att låna till den.",
        "Kommunstyrelsen beslutar för egen del", "att upphandla projektledning.",
    )  # fmt: skip
    assert said(section) == [
        ("proposed", "Kommunstyrelsen föreslår kommunfullmäktige besluta att bygga stationen,"),
        ("proposed", "att låna till den."),
        ("decided", "Kommunstyrelsen beslutar för egen del att upphandla projektledning."),
    ]


def test_a_proposal_does_not_govern_the_next_point_when_it_is_whole() -> None:
    section = only(
        HEAD, "# Beslut", "- Styrelsen föreslår fullmäktige att bygga stationen.", "- Medlen tas ur reserven."
    )
    assert [point.outcome for point in section.points] == [Outcome.PROPOSED, Outcome.DECIDED]


def test_a_proposal_and_a_decision_that_were_joined_are_told_apart() -> None:
    section = only(
        HEAD, "# Beslut", "Styrelsen föreslår fullmäktige att bygga. Direktören får i uppdrag att ta fram en plan."
    )
    assert said(section) == [
        ("proposed", "Styrelsen föreslår fullmäktige att bygga."),
        ("decided", "Direktören får i uppdrag att ta fram en plan."),
    ]


def test_what_goes_on_after_a_proposal_in_the_same_paragraph_belongs_to_it() -> None:
    section = only(HEAD, "# Beslut", "Styrelsen föreslår fullmäktige att anta taxan. Taxan gäller från den 1 juli.")
    assert section.decisions == ()


def test_a_proposal_put_to_the_meeting_is_none_of_its_own() -> None:
    section = only(
        HEAD, "# Förvaltningens förslag till beslut", "Kommunstyrelsen beslutar", "- att bevilja bidraget.",
        "# Arbetsutskottets förslag till kommunstyrelsen", "Kommunstyrelsen föreslår fullmäktige att bygga.",
        "# Beslut", "Ansökan avslås.",
    )  # fmt: skip
    assert said(section) == [("decided", "Ansökan avslås.")]


@pytest.mark.parametrize(
    ("text", "outcome"), [("Ärendet återremitteras.", "remitted"), ("Ärendet bordläggs.", "tabled")]
)
def test_a_matter_that_is_put_off_leaves_no_proposal_behind(text: str, outcome: str) -> None:
    section = only(HEAD, "# Förslag till beslut i kommunfullmäktige", "Stationen byggs.", "# Beslut", text)
    assert said(section) == [(outcome, text)]


def test_to_refuse_to_send_back_is_not_to_send_back() -> None:
    assert said(only(HEAD, "# Beslut", "Fullmäktige avslår yrkandet om återremiss.", front=())) == [
        ("decided", "Fullmäktige avslår yrkandet om återremiss.")
    ]


def test_another_bodys_decision_is_no_decision_of_the_meeting() -> None:
    section = only(
        HEAD, "# Arbetsutskottets beslut", "Utskottet avslår ansökan.", "# Kommunstyrelsens beslut", "Ansökan beviljas."
    )
    assert said(section) == [("decided", "Ansökan beviljas.")]


def test_a_proposal_of_nobody_in_a_section_without_decision_stays_a_proposal() -> None:
    section = only(HEAD, "# Förslag till beslut", "Stationen byggs.")
    assert [(point.outcome, point.body) for point in section.points] == [(Outcome.PROPOSED, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Vi borde kanske beslutar om detta, tyckte Anna.",
        "Styrelsen föreslår att mötet beslutar att höja avgiften.",
        "Förra året beslutade årsmötet att höja avgiften.",
        "Kommunfullmäktige beslutade den 18 juni 2024, § 77, att utreda frågan.",
        "Ska mötet besluta om detta?",
        "Anna Berg (S) yrkar att nämnden beslutar att avslå ansökan.",
    ],
)
def test_running_text_that_decides_nothing_here_and_now_is_no_decision(text: str) -> None:
    assert only("# § 1 Ekonomi", text, front=("Protokoll årsmöte 2026-03-22",)).points == ()


@pytest.mark.parametrize(
    "text",
    [
        "Årsmötet beviljade styrelsen ansvarsfrihet.",
        "Till justerare valdes Pelle Sand och Maj Holm.",
        "Efter diskussion beslutade årsmötet enligt styrelsens förslag.",
        "Verksamhetsberättelsen godkändes och lades till handlingarna.",
    ],
)
def test_a_decision_in_running_text_is_found_and_told_as_such(text: str) -> None:
    section = only(
        "# § 1 Ekonomi", f"Kassören redogjorde. {text} Mötet tackade.", front=("Protokoll årsmöte 2026-03-22",)
    )
    assert [(point.stated.text, point.is_labelled) for point in section.points] == [(text, False)]


def test_every_point_stands_in_its_paragraphs() -> None:
    section = only(HEAD, "# Beslut", "Kommunstyrelsen beslutar", "att bygga.")
    assert section.points[0].stated.paragraphs == (len(FRONT) + 3, len(FRONT) + 4)


def test_a_decision_before_a_proposal_in_the_same_paragraph_stays_one() -> None:
    section = only(
        HEAD, "# Beslut", "Kommunstyrelsen antar planen. Kommunstyrelsen föreslår fullmäktige att höja bidraget."
    )
    assert [point.outcome.value for point in section.points] == ["decided", "proposed"]


def test_a_label_and_its_text_on_one_line_are_told_apart() -> None:
    section = only(
        HEAD,
        "Kommunstyrelsens beslut Bidraget höjs.",
        "Arbetsutskottets förslag till beslut Kommunstyrelsen beslutar att sänka bidraget.",
    )
    assert said(section) == [("decided", "Bidraget höjs.")]


def test_a_verb_after_an_account_of_the_meeting_is_its_decision() -> None:
    section = only(
        HEAD, "Arbetsutskottets förslag till beslut", "att bevilja bygglov", "Styrelsen går igenom ärendet.", "Kommunstyrelsen beslutar",
        "att avslå ansökan.",
    )  # fmt: skip
    assert said(section) == [("decided", "Kommunstyrelsen beslutar att avslå ansökan.")]


def test_a_second_verb_in_a_proposal_belongs_to_the_proposal() -> None:
    section = only(
        HEAD, "Förvaltningens förslag till beslut", "Kommunstyrelsen beslutar", "att köpa huset,", "Kommunstyrelsen beslutar för egen del",
        "att sälja bilen.", "Beslut", "Ärendet bordläggs.",
    )  # fmt: skip
    assert said(section) == [("tabled", "Ärendet bordläggs.")]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Kommunstyrelsens förslag till beslut", "Kommunfullmäktige beslutar att anta planen."),
        ("Kommunstyrelsens förslag till kommunfullmäktige", "Planen antas."),
        ("Kommunstyrelsens förslag till regionstyrelsen för vidare beslut i fullmäktige", "Planen antas."),
        ("Beslut", "att hos kommunfullmäktige hemställa om att planen antas."),
    ],
)
def test_the_meetings_own_proposal_is_found_under_many_labels(label: str, text: str) -> None:
    assert [point.outcome for point in only(HEAD, label, text).points] == [Outcome.PROPOSED]


def test_a_body_with_an_adjective_is_known_as_the_meetings_own() -> None:
    front = ("# Tekniska nämnden 2026-04-09", *FRONT[1:])
    assert said(only(HEAD, "Tekniska nämndens beslut", "Taxan höjs.", front=front)) == [("decided", "Taxan höjs.")]
    assert only(HEAD, "Sociala nämndens beslut", "Taxan höjs.", front=front).points == ()


def test_a_label_that_a_reader_has_joined_to_the_text_before_it_ends_the_decision() -> None:
    section = only(
        "# § 1 Ekonomi",
        "Beslut",
        "Kommunstyrelsen godkänner rapporten. Sammanfattning",
        "Resultatet är minus 84 miljoner.",
    )
    assert [point.stated.text for point in section.decisions] == ["Kommunstyrelsen godkänner rapporten."]
    joined = only("# § 1 Ekonomi", "Beslut", "Rapporten godkänns. Beslutsunderlag Tjänsteskrivelse den 3 maj 2026")
    assert [point.stated.text for point in joined.decisions] == ["Rapporten godkänns."]


def test_what_is_put_to_the_meetings_own_body_is_no_decision() -> None:
    assert not only(HEAD, "Beslut", "Arbetsutskottet föreslår kommunstyrelsen besluta", "att anta planen.").decisions
    assert not only(HEAD, "Beslut", "Arbetsutskottet föreslår kommunstyrelsen att anta planen.").decisions


def test_a_committee_is_known_by_deciding_whatever_the_head_names() -> None:
    found = reading(
        "# § 1 Taxa", "## Beslut", "Arbetsutskottet föreslår kommunstyrelsen att höja taxan.",
        "# § 2 Val", "## Beslut", "Arbetsutskottet beslutar att utse Bo Ek.",
    ).meetings[0]  # fmt: skip
    assert found.front.body is not None
    assert found.front.body.text == "Arbetsutskottet"
    assert [[point.outcome for point in section.points] for section in found.sections] == [
        [Outcome.PROPOSED],
        [Outcome.DECIDED],
    ]


def test_one_sentence_may_decide_and_propose() -> None:
    section = only(
        HEAD, "Beslut", "Styrelsen beslutar att godkänna avtalet samt att föreslå kommunfullmäktige att höja borgen."
    )
    assert [point.outcome for point in section.points] == [Outcome.DECIDED, Outcome.PROPOSED]


def test_a_task_to_propose_is_a_decision() -> None:
    section = only(HEAD, "Beslut", "Kommundirektören får i uppdrag att föreslå kommunfullmäktige en plan.")
    assert [point.outcome for point in section.points] == [Outcome.DECIDED]


def test_who_takes_no_part_does_not_end_the_decision() -> None:
    section = only(
        HEAD,
        "Beslut",
        "1. Avtalet godkänns.",
        "Bo Ek (M) deltar inte i beslutet på grund av jäv.",
        "2. Avtalet gäller från maj.",
    )
    assert [point.stated.text for point in section.decisions] == ["1. Avtalet godkänns.", "2. Avtalet gäller från maj."]
    assert [part.text for part in section.of(PartKind.DISQUALIFIED)] == [
        "Bo Ek (M) deltar inte i beslutet på grund av jäv."
    ]


def test_a_line_taken_for_a_heading_says_that_it_was() -> None:
    section = only(
        HEAD, "Beslut", "Avtalet godkänns.", "Hållbarhet", "Avtalet minskar utsläppen enligt förvaltningens beräkning."
    )
    assert [point.stated.text for point in section.decisions] == ["Avtalet godkänns."]
    assert [part.label.text for part in section.parts if part.is_guessed] == ["Hållbarhet"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen överlämnar ärendet till kommunfullmäktige för beslut.",
        "Kommunstyrelsen förordar att kommunfullmäktige antar planen.",
        "Kommunstyrelsen begär att kommunfullmäktige tillför 4 miljoner kronor.",
        "Ärendet överlämnas till kommunfullmäktige för ställningstagande.",
    ],
)
def test_what_is_handed_up_for_decision_is_a_proposal(text: str) -> None:
    assert [point.outcome for point in only(HEAD, "Beslut", text).points] == [Outcome.PROPOSED]


def test_what_is_handed_down_is_a_decision() -> None:
    section = only(HEAD, "Beslut", "Medborgarförslaget överlämnas till tekniska nämnden för beslut.")
    assert [point.outcome for point in section.points] == [Outcome.DECIDED]


def test_a_reservation_in_the_same_line_does_not_take_the_decision_with_it() -> None:
    section = only(HEAD, "Beslut", "Taxan antas. Bo Ek (M) reserverar sig mot beslutet.")
    assert [point.stated.text for point in section.decisions] == ["Taxan antas."]
    assert [part.text for part in section.of(PartKind.RESERVATION)] == ["Bo Ek (M) reserverar sig mot beslutet."]


def test_a_motion_or_the_chairs_question_is_no_decision_wherever_it_stands() -> None:
    section = only(
        HEAD, "Beslut", "Taxan antas.", "Bo Ek (M) yrkar avslag.", "Ordföranden ställer proposition och finner bifall."
    )
    assert [point.stated.text for point in section.decisions] == ["Taxan antas."]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen beslutar att hemställa om ökade medel.",
        "Kommunens fastighetsbolag föreslår kommunstyrelsen att bygga stationen.",
        "Kommunstyrelsen rekommenderar en ny prövning.",
        "Motionen föreslås bifallas.",
    ],
)
def test_what_may_be_either_is_neither_a_decision_nor_a_proposal(text: str) -> None:
    assert said(only(HEAD, "# Beslut", text)) == [("unclear", text)]


def test_a_body_decides_nothing_by_being_for_it() -> None:
    assert said(only(HEAD, "# Beslut", "Kommunstyrelsen tillstyrker förslaget.")) == [
        ("unclear", "Kommunstyrelsen tillstyrker förslaget.")
    ]
    sent = only(
        HEAD, "# Beslut", "Kommunstyrelsen beslutar", "att tillstyrka avtalet,", "att översända det till kommunfullmäktige för vidare beredning och beslut.",
    )  # fmt: skip
    assert [point.body for point in sent.proposals] == ["kommunfullmäktige", "kommunfullmäktige"]
    front = ("# Kommunstyrelsens arbetsutskott 2026-03-10", *FRONT[1:])
    section = only(HEAD, "# Beslut", "Arbetsutskottet tillstyrker förslaget.", front=front)
    assert said(section) == [("unclear", "Arbetsutskottet tillstyrker förslaget.")]
    handed = only(HEAD, "# Beslut", "Utskottet tillstyrker och överlämnar frågan till kommunstyrelsen.", front=front)
    assert [point.body for point in handed.proposals] == ["kommunstyrelsen"]


@pytest.mark.parametrize(
    "text", ["Föreslår regeringen att ändra lagen.", "Nämnden föreslår tingsrätten att utse Eva Ek."]
)
def test_whoever_something_is_proposed_to_it_is_a_proposal(text: str) -> None:
    assert len(only(HEAD, "# Beslut", text).proposals) == 1


def test_the_meetings_decision_is_found_where_a_chair_or_a_label_of_one_line_stands_before_it() -> None:
    section = only(
        HEAD,
        "Jäv: Bo Ek (M) deltog inte i handläggningen.",
        "Förvaltningen föreslog att stationen skulle byggas.",
        "Efter diskussion beslutade styrelsen att återremittera ärendet.",
    )
    assert said(section) == [("remitted", "Efter diskussion beslutade styrelsen att återremittera ärendet.")]


def test_what_the_chair_finds_is_the_decision_where_nothing_else_says_it() -> None:
    found = "Ordföranden ställer proposition på förslaget och finner att styrelsen bifaller det."
    assert said(only(HEAD, "# Yrkanden", "Anna Berg (S) yrkar bifall.", "# Beslutsgång", found)) == [("decided", found)]
    assert said(only(HEAD, "# Beslut", "Stationen byggs.", "# Beslutsgång", found)) == [("decided", "Stationen byggs.")]


def test_what_is_handed_up_and_asked_for_is_a_proposal() -> None:
    section = only(
        HEAD, "# Beslut", "Styrelsen översänder frågan till kommunfullmäktige och hemställer att stationen byggs."
    )
    assert [point.body for point in section.proposals] == ["kommunfullmäktige"]
    assert not section.decisions


def test_a_table_of_what_others_have_decided_is_no_decision() -> None:
    rows = ("| Nr | Datum | Ärende | Beslut |", "| 7 | 2 april | Carport | Beviljas |")
    assert said(only(HEAD, "# Beslut", "Redovisningen godkänns.", *rows)) == [("decided", "Redovisningen godkänns.")]


def test_a_proposal_within_a_proposal_is_the_meetings_own() -> None:
    labels = ("# Förslag till kommunfullmäktige", "# Kommunfullmäktiges beslut")
    section = only(HEAD, *labels, "Stationen byggs.")
    assert not section.decisions
    assert [point.stated.text for point in section.proposals] == ["Stationen byggs."]


@pytest.mark.parametrize(
    "lines",
    [
        ("Enligt förvaltningens förslag:", "I kommunfullmäktige:", "Uppdraget förklaras fullgjort."),
        ("Kommunfullmäktige anmodas att välja en ordförande.",),
        ("Kommunfullmäktige antar taxan.",),
        ("Kommunstyrelsen äskar 3 miljoner kronor av kommunfullmäktige.",),
    ],
)
def test_what_only_a_body_above_can_do_is_no_decision(lines: tuple[str, ...]) -> None:
    section = only(HEAD, "# Beslut", *lines)
    assert not section.decisions
    assert [point.body.casefold() for point in section.proposals] == ["kommunfullmäktige"]


def test_beside_a_whole_proposal_a_clause_may_be_either_unless_it_gives_those_below_something_to_do() -> None:
    first = "att föreslå kommunfullmäktige att anta planen,"
    section = only(HEAD, "# Beslut", "Kommunstyrelsen beslutar", first, "att upphäva den gamla planen.")
    assert [outcome for outcome, _ in said(section)] == ["proposed", "unclear"]
    section = only(HEAD, "# Beslut", "Kommunstyrelsen beslutar", first, "att ge kommunchefen i uppdrag att sprida den.")
    assert [outcome for outcome, _ in said(section)] == ["proposed", "decided"]
    section = only(HEAD, "# Beslut", "Kommunstyrelsen beslutar", first, "att planen ska gälla från maj.")
    assert [outcome for outcome, _ in said(section)] == ["proposed", "proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen lägger fram budgetförslaget för kommunfullmäktige.",
        "Kommunstyrelsen översänder budgetförslaget till kommunfullmäktige.",
        "Budgetförslaget överlämnas till kommunfullmäktige.",
        "Kommunstyrelsen överlämnar ärendet till kommunfullmäktige för avgörande.",
        "Kommunstyrelsen hemställer till kommunfullmäktige att taxan höjs.",
        "Kommunstyrelsen lämnar följande förslag till kommunfullmäktige: Motionen avslås.",
        "Kommunstyrelsen lämnar synpunkterna till kommunfullmäktige, som föreslås besluta om en plan.",
    ],
)
def test_what_is_laid_before_a_body_above_is_proposed(text: str) -> None:
    assert [outcome for outcome, _ in said(only(HEAD, "# Beslut", text))] == ["proposed"]


@pytest.mark.parametrize(
    "text",
    [
        "Kommunstyrelsen antar förvaltningens förslag till yttrande som sitt eget och överlämnar det till kommunfullmäktige.",
        "Kommunstyrelsen antar svaret som sitt eget och översänder det till revisionen.",
        "Motionen överlämnas till nämnden för beredning.",
    ],
)
def test_what_is_only_sent_on_is_decided(text: str) -> None:
    assert said(only(HEAD, "# Beslut", text)) == [("decided", text)]


def test_a_sentence_that_acts_and_asks_is_two_points() -> None:
    section = only(
        HEAD, "# Beslut", "Kommunstyrelsen godkänner avtalet samt rekommenderar länets kommuner att göra detsamma."
    )
    assert said(section) == [
        ("decided", "Kommunstyrelsen godkänner avtalet"),
        ("proposed", "rekommenderar länets kommuner att göra detsamma."),
    ]


@pytest.mark.parametrize("words", ["Beslut enligt förslaget.", "Kommunstyrelsen beslutar enligt kontorets förslag."])
def test_a_decision_by_reference_is_what_it_refers_to(words: str) -> None:
    asked = only(
        HEAD,
        "# Förslag till beslut",
        "Kommunstyrelsen föreslår kommunfullmäktige att avslå motionen.",
        "# Beslut",
        words,
    )
    assert (asked.decisions, len(asked.proposals)) == ((), 1)
    own = only(HEAD, "# Förslag till beslut", "Kommunstyrelsen beslutar att avslå ansökan.", "# Beslut", words)
    assert (len(own.decisions), own.proposals) == (1, ())


def test_a_word_over_some_of_the_points_is_none_itself() -> None:
    section = only(HEAD, "# Beslut", "Avsägelser", "Linda Brun (S) befrias från uppdraget.", "Val", "Bo Ek (M) väljs.")
    assert [text for _, text in said(section)] == [
        "Avsägelser Linda Brun (S) befrias från uppdraget.",
        "Val Bo Ek (M) väljs.",
    ]


def test_what_the_chair_finds_leads_to_its_points() -> None:
    section = only(
        HEAD, "Bo Ek (M) yrkade bifall till motionen.", "Ordföranden ställde proposition och fann att kommunstyrelsen beslutade", "att avslå motionen.",
    )  # fmt: skip
    assert len(section.decisions) == 1
    assert section.decisions[0].stated.text.endswith("beslutade att avslå motionen.")


@pytest.mark.parametrize(
    "text", ["Till att justera protokollet utses Bo Ek (M).", "Kommunstyrelsen tackade för redogörelsen."]
)
def test_a_decision_is_told_in_few_words(text: str) -> None:
    assert len(only(HEAD, text).decisions) == 1
