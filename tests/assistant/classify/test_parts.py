"""The parts a decision is made of: features, what is learnt, what is typical, what is looked at, and the quote."""

import numpy as np
import pytest

from assistant.classify.evidence import evidence
from assistant.classify.features import HEAD, features, style, table
from assistant.classify.learner import MOST, Shown, learn
from assistant.classify.look import Looking
from assistant.classify.seen import Features
from assistant.classify.structure import Structure
from assistant.documents.document import Document, Paragraph, ParagraphKind
from assistant.schemes.scheme import Label, Scheme
from tests.assistant.classify.samples import TEXTS, document, scheme

HORSES = [
    f"Hästen {name} galopperar i hagen och äter hö med de andra hästarna"
    for name in "Blixten Stjärna Prins Svarten".split()
]
BOATS = [f"Båten {name} seglar på havet med vind i seglen mot hamnen" for name in "Svalan Vågen Havsörn Brisen".split()]


def test_features_are_the_same_for_the_same_text_and_hold_no_words() -> None:
    text = "Anna Andersson 811218-9876 ansöker om färdtjänst."
    one = features(text)
    assert one == features(text)
    for packed in (one.words, one.letters, one.style):
        assert b"Anna" not in packed
        assert "färdtjänst".encode() not in packed
    assert table(one.words).sum() == 7 + 6  # words and pairs
    assert len(style(one.style)) == 19


def test_digits_are_all_alike() -> None:
    assert features("Dnr 2024-123") == features("Dnr 1999-777")


def test_a_long_text_is_known_by_its_beginning_and_end() -> None:
    head, tail = "a b c " * HEAD, "x y z " * HEAD
    assert features(head + "mitten " + tail).words == features(head + "en helt annan mitt " + tail).words


@pytest.mark.parametrize("text", ["", " ", "a", "å\n", "\ud7ff", "𝄞"])
def test_odd_texts_have_features_too(text: str) -> None:
    assert table(features(text).letters).shape == table(features(TEXTS["rutin"]).letters).shape


def test_it_learns_from_a_few() -> None:
    learnt = learn(
        [Shown("horse", features(text)) for text in HORSES[:2]] + [Shown("boat", features(text)) for text in BOATS[:2]]
    )
    assert learnt
    for text in HORSES[2:]:
        scores = learnt.scores(features(text))
        assert max(scores, key=lambda label: scores[label]) == "horse"
        assert sum(np.exp(value) for value in scores.values()) == pytest.approx(1)
    assert learnt.scores(features(BOATS[3]))["boat"] > learnt.scores(features(BOATS[3]))["horse"]


def test_it_learns_where_another_part_takes_one_label_for_another() -> None:
    same = features("Samma text i alla dokument")
    # What the model says is always most of the first label, but a little less so for boats.
    examples = [Shown("horse", same, ((-1.0, -3.0), ())), Shown("boat", same, ((-1.5, -2.5), ()))] * 2
    learnt = learn(examples)
    assert learnt
    for said, right in (((-0.9, -3.1), "horse"), ((-1.6, -2.4), "boat")):
        scores = learnt.scores(same, (said, ()))
        assert max(scores, key=lambda label: scores[label]) == right
    not_asked = learnt.scores(same)
    assert not_asked["horse"] == pytest.approx(not_asked["boat"], abs=1e-3)


def test_one_label_alone_teaches_nothing() -> None:
    assert learn([Shown("horse", features(text)) for text in HORSES]) is None
    assert learn([]) is None


def test_the_newest_examples_are_learnt_from() -> None:
    old = [Shown("horse", features(BOATS[0]))] * MOST
    new = [Shown("horse", features(HORSES[0]))] * MOST
    learnt = learn([*old, Shown("boat", features(BOATS[1])), *new])
    assert learnt
    assert len(learnt.duals) == MOST + 1
    assert learnt.scores(features(BOATS[2]))["boat"] > learnt.scores(features(BOATS[2]))["horse"]


def test_it_learns_the_same_in_any_order() -> None:
    examples = [Shown("horse", features(text)) for text in HORSES] + [Shown("boat", features(text)) for text in BOATS]
    one, two = learn(examples), learn(examples[::-1])
    assert one
    assert two
    for text in (*HORSES, *BOATS, "något annat"):
        assert one.scores(features(text)) == pytest.approx(two.scores(features(text)), abs=1e-3)


def test_what_is_typical_counts_for_more_at_the_beginning_and_less_when_shared() -> None:
    labels = (Label("a", "A", phrases=("häst", "djur")), Label("b", "B", phrases=("båt", "djur")))
    structure = Structure(Scheme("s", "S", labels))

    def weights(*texts: str) -> dict[str, float]:
        paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, 1)]
        return structure.weights(list(structure.hits(paragraphs)))

    assert weights("en häst")["a"] > weights("fyllnad " * 60 + "häst")["a"] > weights("fyllnad " * 400 + "häst")["a"]
    assert weights("djur")["a"] == weights("djur")["b"] < weights("häst")["a"]
    assert weights("ingenting") == {}
    assert weights("hästen") == {}, "a phrase without * is whole words"


def test_a_label_without_phrases_is_known_by_its_name_and_definition() -> None:
    labels = (
        Label("a", "Färdtjänst", "Resor för personer med funktionsnedsättning."),
        Label("b", "Avtal", "Villkor mellan parter."),
    )
    looking = Looking(Scheme("s", "S", labels))
    assert looking.look(document("Beslut om färdtjänsten för dina resor")).seen.structure["a"] > 1
    assert set(looking.look(document("Villkoren mellan parterna")).seen.structure) == {"b"}


def test_a_form_is_looked_for_at_the_beginning_of_a_paragraph() -> None:
    structure = Structure(
        Scheme("s", "S", (Label("a", "A", patterns=(r"§ \d+",), phrases=("xx",)), Label("b", "B", phrases=("yy",))))
    )
    assert [hit.paragraph for hit in structure.hits([Paragraph(1, "§ 12 Val"), Paragraph(2, "enligt § 12")])] == [1]


def test_coverage_adds_up_to_the_whole_document() -> None:
    many = tuple(
        Paragraph(
            number, f"Stycke {number} " + "ord " * 60, ParagraphKind.HEADER if number % 50 == 0 else ParagraphKind.TEXT
        )
        for number in range(1, 900)
    )
    for paragraphs in (many, many[:3], (Paragraph(1, "kort"),)):
        coverage = Looking(scheme()).look(Document("a", "txt", paragraphs)).coverage
        assert coverage.paragraphs == len(paragraphs)
        assert coverage.read + sum(run.last - run.first + 1 for run in coverage.left_out) == len(paragraphs)
    assert coverage.read == 1


def test_the_model_reads_a_bounded_part() -> None:
    look = Looking(scheme()).look(document("ord " * 50_000))
    assert len(look.passage) < 2_000
    assert "…" in look.passage


def test_the_quote_stands_in_the_document_and_speaks_for_the_label() -> None:
    for code, text in TEXTS.items():
        whole = document(text)
        found = evidence(Looking(scheme()).look(whole), code)
        assert found.paragraph
        assert found.quote in whole.paragraphs[found.paragraph - 1].text
    assert (
        evidence(Looking(scheme()).look(document("Inget särskilt står här.")), "rutin").quote
        == "Inget särskilt står här."
    )


def test_too_little_text_is_said() -> None:
    assert not Looking(scheme()).look(document("a b c")).seen.has_text
    assert Looking(scheme()).look(document(TEXTS["faktura"])).seen.has_text
    assert isinstance(Looking(scheme()).look(document("a")).seen.features, Features)
