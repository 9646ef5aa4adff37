"""Templates: what a Word file may hold, how its places are filled, and that those that are shipped are accessible."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from assistant.documents.document import ParagraphKind
from assistant.documents.read import read, read_bytes
from assistant.errors import LetterNotReady, TemplateError
from assistant.export import docx_file
from assistant.export.letter import render
from assistant.letters import template
from assistant.letters.draft import Draft, begin
from assistant.letters.known import Given
from assistant.letters.read import kinds, load
from assistant.letters.understood import understand
from assistant.tasks.task import Block, BlockKind
from scripts import make_letters
from tests.assistant.letters.make import TODAY, reply

KINDS = [(kind.id, language) for kind in kinds() for language in ("sv", "en")]
VALUES = {
    "date": "2026-03-05", "time": "13.00", "case-number": "2026-00417", "email": "a@b.se", "list": "En sak", "points": "en punkt här",
    "lines": "Box 1\n701 16 Örebro",
}  # fmt: skip


def filled(kind_id: str, language: str) -> Draft:
    """A draft where everything is known."""
    kind = load(kind_id)
    facts = {
        field.name: (
            next(iter(field.choices)) if field.choices else VALUES.get(field.kind.value, f"Värde {field.name}"),
        )
        for field in kind.fields
    }
    return begin(understand(kind, [], Given(facts), language=language, today=TODAY))


def saved(tmp_path: Path, build: Callable[[Document], object], name: str = "svar.sv.docx") -> Path:
    document = docx_file.new("sv", "Mall")
    build(document)
    document.save(str(tmp_path / name))
    return tmp_path / name


def filled_in(tmp_path: Path, build: Callable[[Document], object]) -> Document:
    return docx.Document(io.BytesIO(render(begin(reply()), saved(tmp_path, build))))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_shipped_templates_are_what_the_script_makes() -> None:
    for path, data in make_letters.templates():
        assert path.read_bytes() == data, path.name


@pytest.mark.parametrize(("kind_id", "language"), KINDS)
def test_a_shipped_template_is_right_and_accessible(kind_id: str, language: str) -> None:
    kind = load(kind_id)
    opened = template.open_template(template.find(kind, language), kind)
    assert template.check(opened, kind, language) == []
    languages = {each.get(qn("w:val")) for each in opened.document.styles.element.iter(qn("w:lang"))}
    assert languages == {docx_file.LOCALES[language]}
    assert not opened.document.tables, "a head is laid out with tab stops, not with tables"


@pytest.mark.parametrize(("kind_id", "language"), KINDS)
def test_every_fact_stands_in_the_letter_and_no_place_is_left(kind_id: str, language: str) -> None:
    draft = filled(kind_id, language)
    document = read_bytes(render(draft), "ut.docx")
    text = document.text
    assert "{{" not in text
    assert "[MISSING" not in text
    assert "SAKNAS" not in text
    assert "AI" not in text, "no model took part"
    for field in draft.understood.kind.fields:
        if field.kind.value == "text" and draft.understood.needs(field):
            assert f"Värde {field.name}" in text, field.name
    headings = [p for p in document.paragraphs if p.kind is ParagraphKind.HEADING]
    assert headings[0].level == 1
    assert {each.level for each in headings[1:]} <= {2}
    assert document.title == draft.title


def test_every_letter_opens_in_libreoffice_without_loss(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed")
    files = []
    for kind_id, language in KINDS:
        files.append(tmp_path / f"{kind_id}.{language}.docx")
        files[-1].write_bytes(render(filled(kind_id, language)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    for file in files:
        made = "".join(read(file.with_suffix(".pdf")).text.split())
        for paragraph in read(file).paragraphs:
            if paragraph.kind not in {ParagraphKind.HEADER, ParagraphKind.FOOTER}:
                assert "".join(paragraph.text.split()) in made, (file.name, paragraph.text)


def test_a_placeholder_that_word_has_torn_apart_is_filled_with_the_look_of_its_beginning(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("Till: ")
        paragraph.add_run("{{rec").bold = True
        paragraph.add_run("ip").italic = True
        paragraph.add_run("ient}} i dag")
        document.add_paragraph("{{letter}}")

    document = filled_in(tmp_path, build)
    paragraph = next(each for each in document.paragraphs if each.text.startswith("Till"))
    assert paragraph.text == "Till: Anna Lindqvist i dag"
    assert [run.text for run in paragraph.runs if run.bold] == ["Anna Lindqvist"]


def test_merge_fields_and_content_controls_are_filled_like_placeholders(tmp_path: Path) -> None:
    simple = f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD recipient \\* MERGEFORMAT "><w:r><w:t>«x»</w:t></w:r></w:fldSimple>'
    parts = [
        '<w:fldChar w:fldCharType="begin"/>', "<w:instrText> MERGEFIELD case_number </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>«y»</w:t>", '<w:fldChar w:fldCharType="end"/>',
    ]  # fmt: skip
    control = (
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="sender_name"/><w:showingPlcHdr/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>Klicka här</w:t></w:r></w:sdtContent></w:sdt>"
    )

    def build(document: Document) -> None:
        document.add_paragraph("A ")._p.append(parse_xml(simple))
        paragraph = document.add_paragraph("B ")
        for part in parts:
            paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
        document.add_paragraph("C ")._p.append(parse_xml(control))
        document.add_paragraph("{{letter}}")

    text = read_bytes(render(begin(reply()), saved(tmp_path, build)), "ut.docx").text
    assert "A Anna Lindqvist" in text
    assert "B 2026-00417" in text
    assert "C Karin Ek" in text
    assert "Klicka" not in text


def test_the_templates_look_is_kept(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        style = document.styles.add_style("Brevtext", 1)
        document.sections[0].header.paragraphs[0].text = "Regionens huvud {{case_number}}"
        document.add_paragraph("{{letter}}", style=style)
        document.add_paragraph("Efter brevet")

    document = filled_in(tmp_path, build)
    said = next(each for each in document.paragraphs if each.text.startswith("Tack"))
    assert said.style
    assert said.style.name == "Brevtext"
    assert document.paragraphs[-1].text == "Efter brevet"
    assert document.sections[0].header.paragraphs[0].text == "Regionens huvud 2026-00417"
    assert next(each for each in document.paragraphs if each.text.startswith("Svar om")).style.name == "Heading 1"  # type: ignore[union-attr]


def test_a_line_of_which_nothing_is_known_goes_and_a_part_has_its_own_place(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("Telefon: {{phone}}")
        document.add_paragraph("{{part.answer}}")
        document.add_paragraph("—")
        document.add_paragraph("{{letter}}")

    said = texts(filled_in(tmp_path, build))
    assert not any(text.startswith("Telefon") for text in said)
    assert said.index("Beslut senast 30 april 2026. Nytt läkarintyg behövs inte.") < said.index("—")
    assert sum("läkarintyg" in text for text in said) == 1


def test_a_line_with_a_page_number_stays_when_nothing_else_is_known() -> None:
    document = docx.Document(io.BytesIO(render(begin(reply()))))
    header = document.sections[0].header
    assert "Färdtjänstenheten" not in header._element.xml
    assert [field.get(qn("w:instr")) for field in header._element.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_mark_of_a_draft_goes_only_with_a_named_persons_review() -> None:
    draft = begin(reply())
    assert "Utkast" in read_bytes(render(draft), "ut.docx").text
    reviewed = docx.Document(io.BytesIO(render(draft.reviewed("Karin Ek"))))
    assert "Utkast" not in "\n".join(each.text for each in reviewed.sections[0].header.paragraphs)
    core = reviewed.core_properties
    assert (core.title, core.content_status, core.last_modified_by) == (
        "Svar om din ansökan om färdtjänst",
        "Granskat",
        "Karin Ek",
    )
    assert (core.author, core.keywords, core.language) == ("Karin Ek", "2026-00417", "sv-SE")
    assert "Kansli" in core.comments


def test_a_template_without_a_place_for_the_mark_gets_it_first(tmp_path: Path) -> None:
    document = filled_in(tmp_path, lambda document: document.add_paragraph("{{letter}}"))
    assert document.paragraphs[0].text == "Utkast. Ska granskas av en människa."


def test_a_letter_that_lacks_facts_is_not_written() -> None:
    draft = begin(reply(sender_name=()))
    with pytest.raises(LetterNotReady) as caught:
        render(draft)
    assert caught.value.facts["names"] == "sender_name"
    left = begin(reply(sender_name=()).without(["sender_name"]))
    assert "[UPPGIFT SAKNAS: handläggare]" in read_bytes(render(left), "ut.docx").text
    typed = begin(reply()).edited("answer", [Block(BlockKind.STATEMENT, "[UPPGIFT SAKNAS: datum]")])
    with pytest.raises(LetterNotReady) as caught:
        render(typed)
    assert caught.value.facts["fields"] == "datum"


def test_text_in_a_value_is_text_alone(tmp_path: Path) -> None:
    understood = reply(recipient=("{{letter}} <w:b/> & Co",))
    document = docx.Document(io.BytesIO(render(begin(understood), saved(tmp_path, _plain))))
    assert "{{letter}} <w:b/> & Co" in texts(document)


def _plain(document: Document) -> None:
    document.add_paragraph("{{recipient}}")
    document.add_paragraph("{{letter}}")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (["{{letter}}", "{{reciepient}}"], "template-unknown"),
        (["{{letter}}", "{{ recipient }"], "template-broken"),
        (["{{letter}}", "{% for x in y %}"], "template-broken"),
        (["{{recipient}}"], "template-no-letter"),
        (["Brev: {{letter}}"], "template-not-alone"),
    ],
)
def test_what_stops_a_letter_is_told(tmp_path: Path, lines: list[str], code: str) -> None:
    path = saved(tmp_path, lambda document: [document.add_paragraph(line) for line in lines])
    kind = load("svar")
    assert code in [each.code for each in template.check(template.open_template(path, kind), kind, "sv")]
    with pytest.raises(TemplateError):
        render(begin(reply()), path)


def test_what_is_hard_to_read_for_some_is_told(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{{letter}}")
        document.add_table(1, 2)
        document.core_properties.title = ""

    kind = load("svar")
    opened = template.open_template(saved(tmp_path, build), kind)
    codes = {each.code for each in template.check(opened, kind, "en")}
    assert {
        "template-language", "template-no-title", "template-table-without-head", "template-no-page-number", "template-no-mark",
        "template-field-not-shown",
    } <= codes  # fmt: skip


def test_a_word_template_is_opened_and_one_with_macros_or_links_outside_is_not(tmp_path: Path) -> None:
    path = saved(tmp_path, _plain)
    dotx = _with(path, tmp_path / "svar.sv.dotx", {}, (b"document.main+xml", b"template.main+xml"))
    assert b"PK" in render(begin(reply()), dotx)[:2]
    macros = _with(path, tmp_path / "m.docx", {"word/vbaProject.bin": b"x"})
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        b'Target="http://example.com/x.dotm" TargetMode="External"/></Relationships>'
    )
    outside = _with(path, tmp_path / "o.docx", {}, (b"</Relationships>", link))
    (tmp_path / "t.docx").write_text("no zip")
    for bad, reason in ((macros, "macros"), (outside, "outside"), (tmp_path / "t.docx", "unreadable"), (tmp_path / "n.docx", "missing"),
                        (tmp_path / "x.docm", "macros")):  # fmt: skip
        with pytest.raises(TemplateError) as caught:
            template.open_template(bad)
        assert caught.value.facts["reason"] == reason


def _with(path: Path, to: Path, more: dict[str, bytes], change: tuple[bytes, bytes] = (b"", b"")) -> Path:
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            wanted = name in {"[Content_Types].xml", "word/_rels/document.xml.rels"}
            new.writestr(name, data.replace(*change) if wanted and change[0] else data)
        for name, data in more.items():
            new.writestr(name, data)
    return to


def test_the_organisations_own_template_goes_before_the_shipped_one(own_home: Path) -> None:
    (own_home / "letters").mkdir()
    saved(own_home / "letters", _plain)
    assert template.find(load("svar"), "sv") == own_home / "letters" / "svar.sv.docx"
    assert template.find(load("svar"), "en").parent != own_home / "letters"
