"""Every code has words in both languages, and a translation never says something else than its message."""

import ast
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from assistant import cli, errors, paths, phrases, wording
from assistant.advice import ADVICE
from assistant.checks.claims import ClaimKind
from assistant.commands import progress
from assistant.documents import read
from assistant.documents.document import Notice, Unread
from assistant.error_phrases import ERRORS
from assistant.errors import AssistantError
from assistant.letters import phrases as letters
from assistant.phrases import FINDINGS, LEFT_OUT, NOTICES, UNREAD, VARIANTS, Phrase
from assistant.review import words as review_words
from assistant.tasks.task import Coverage, Finding, LeftOut, Status
from assistant.wording import Words, interface_language, is_faithful, placeholders, ranges, visible

CORE = Path(wording.__file__).parent
CODE = [path for folder in (CORE, CORE.parent / "desktop") for path in sorted(folder.rglob("*.py"))]
TABLES = (
    ERRORS,
    FINDINGS,
    ADVICE,
    NOTICES,
    UNREAD,
    LEFT_OUT,
    phrases.STATUSES,
    phrases.ORIGINS,
    phrases.TASKS,
    phrases.LAYERS,
    phrases.KINDS,
    phrases.MARKS,
    phrases.WHY_NOT,
    review_words.RULES,
    review_words.REASONS,
    letters.FROM,
    letters.ANSWERS,
    letters.TEMPLATES,
)
CLASSES = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, AssistantError)]

Message = tuple[str, str | None]


def catalogue() -> polib.POFile:
    return polib.pofile(str(paths.resources() / "translations" / "sv" / "kansli.po"), encoding="utf-8")


def parsed() -> Iterator[tuple[Path, ast.Module]]:
    for path in CODE:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls() -> Iterator[tuple[Path, str, ast.Call]]:
    for path, tree in parsed():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield path, node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node


def literal(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    by_name = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    return by_name if by_name is not None or len(call.args) <= place else call.args[place]


def messages() -> dict[Message, str]:
    """Every message in the code, and where: literals given to a Words, and the tables of sentences."""
    found: dict[Message, str] = {}
    speaking = {path for path, tree in parsed() if path.name == "wording.py" or _imports_words(tree)}
    for path, name, call in calls():
        said = literal(call.args[0]) if call.args else None
        if path not in speaking or said is None:
            continue
        if name in ("words", "_words", "_heading", "later") or (name == "self" and path.name == "wording.py"):
            found[said, None] = path.name
        elif name == "count" and len(call.args) > 2:
            found[said, literal(call.args[1])] = path.name
    for table in TABLES:
        for phrase in table.values():
            found[(phrase, None) if isinstance(phrase, str) else phrase] = "phrases.py"
    for text in (*cli.COMMANDS.values(), *progress._STAGES.values()):
        found[text, None] = "commands"
    return found


def _imports_words(tree: ast.Module) -> bool:
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any(
        alias.name in {"Words", "later"}
        for node in imports
        if node.module == "assistant.wording"
        for alias in node.names
    )


def test_every_message_in_the_code_is_translated() -> None:
    known = {(entry.msgid, entry.msgid_plural or None) for entry in catalogue().translated_entries()}
    assert [(where, message) for message, where in messages().items() if message not in known] == []


def test_every_translation_is_used_by_the_code() -> None:
    strings = {literal(node) for _, tree in parsed() for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert [entry.msgid for entry in catalogue() if entry.msgid not in strings] == []


def test_every_translation_has_the_holes_of_its_message() -> None:
    assert [entry.msgid for entry in catalogue() if not is_faithful(entry)] == []


def test_no_message_is_translated_twice() -> None:
    ids = [entry.msgid for entry in catalogue()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("error", CLASSES, ids=lambda each: each.code)
def test_every_error_has_a_sentence(error: type[AssistantError], language: str) -> None:
    facts = placeholders(_text(ERRORS[error.code])) - {"reason"}
    said = Words(language).error(error(**dict.fromkeys(facts, "X"), reason="unheard-of"))
    assert "{" not in said
    assert "…" not in said
    assert said[0].isupper()
    assert said.count(". ") <= 1, "one sentence, or two short ones"
    assert (said == Words("en").error(error(**dict.fromkeys(facts, "X"), reason="unheard-of"))) is (language == "en")


def test_the_codes_of_errors_are_all_different() -> None:
    assert len({error.code for error in CLASSES}) == len(CLASSES)


def test_every_sentence_for_an_error_belongs_to_a_class() -> None:
    assert {key.split("/")[0] for key in ERRORS} == {error.code for error in CLASSES}


def _text(phrase: Phrase) -> str:
    return phrase if isinstance(phrase, str) else " ".join(phrase)


def raised() -> Iterator[tuple[str, type[AssistantError], dict[str, ast.expr]]]:
    by_name = {error.__name__: error for error in CLASSES}
    for path, name, call in calls():
        if name in by_name and all(keyword.arg for keyword in call.keywords):
            where = f"{path.name}:{call.lineno}"
            yield where, by_name[name], {str(keyword.arg): keyword.value for keyword in call.keywords}


def test_every_variant_that_the_code_raises_has_a_sentence_of_its_own() -> None:
    free = {"prompt", "settings"}  # their reasons name a key or a hole, and are shown in brackets
    missing = [
        (where, f"{error.code}/{value}")
        for where, error, facts in raised()
        if error.code not in free
        for fact in set(VARIANTS) - {"kind"}  # few kinds need more than their way out
        if (value := literal(facts.get(fact))) is not None and f"{error.code}/{value}" not in ERRORS
    ]
    assert missing == []


def test_every_way_out_has_a_sentence() -> None:
    ways_out = {*read._WAYS_OUT.values(), *(way_out for _, _, way_out in read._FOREIGN)}
    assert [way_out for way_out in ways_out if f"document-unsupported/{way_out}" not in ERRORS] == []


def test_every_error_is_raised_with_the_facts_that_its_sentence_needs() -> None:
    missing = []
    for where, error, facts in raised():
        values = [literal(facts.get(fact)) for fact in VARIANTS]
        key = next((f"{error.code}/{value}" for value in values if f"{error.code}/{value}" in ERRORS), error.code)
        missing += [(where, key, hole) for hole in placeholders(_text(ERRORS[key])) - set(facts)]
    assert missing == []


@pytest.mark.parametrize(
    ("value", "place", "name", "table"),
    [
        ("Notice", 0, "code", NOTICES),
        ("Unread", 0, "why", UNREAD),
        ("Finding", 0, "code", FINDINGS),
        ("LeftOut", 2, "why", LEFT_OUT),
    ],
)
def test_every_code_in_the_code_has_words(value: str, place: int, name: str, table: dict[str, Phrase]) -> None:
    given = [(path.name, literal(argument(call, place, name))) for path, called, call in calls() if called == value]
    assert [(where, code) for where, code in given if code is not None and code not in table] == []


def test_every_finding_has_advice_and_every_advice_belongs_to_a_finding() -> None:
    assert {code.split("/")[0] for code in FINDINGS} == set(ADVICE)


def test_every_code_that_a_check_composes_has_words() -> None:
    assert {f"{kind}-not-in-source" for kind in ClaimKind} <= set(FINDINGS)
    for path, tree in parsed():
        yields = (
            (node.value for node in ast.walk(tree) if isinstance(node, ast.Yield))
            if path.parent.name == "checks"
            else ()
        )
        codes = [literal(value.elts[0]) for value in yields if isinstance(value, ast.Tuple)]
        assert [code for code in codes if code is not None and code not in FINDINGS] == []


def test_the_models_absence_is_told_with_and_without_its_name() -> None:
    words = Words("sv")
    assert "qwen" in words.error(errors.ModelMissing(model="qwen"))
    assert words.error(errors.ModelMissing(model="")).startswith("Ingen språkmodell är installerad.")
    assert words.error(errors.ModelMissing()) == words.error(errors.ModelMissing(model=""))


def test_what_is_known_decides_the_sentence() -> None:
    words = Words("en")
    assert "500 MB" in words.error(errors.DocumentTooLarge(name="a.pdf", limit=500, unit="MB"))
    assert "2,000 pages" in words.error(errors.DocumentTooLarge(name="a.pdf", limit=2000, unit="pages"))
    assert ".docx" in words.error(errors.DocumentUnsupported(name="a.doc", kind="doc", way_out="save-as-docx"))
    assert words.error(errors.SettingsError(file="a.json", reason="unreadable")).startswith(
        "The settings file a.json cannot be read."
    )
    assert "disk is full" in words.error(errors.OutputError(name="a.docx", reason="disk-full"))


def test_a_missing_fact_does_not_stop_a_failure_from_being_told() -> None:
    assert Words("en").error(errors.DocumentLocked()).startswith("… is protected")


def test_a_file_name_cannot_steer_the_terminal_or_turn_the_line() -> None:
    said = Words("en").error(errors.DocumentEmpty(name="a\x1b[2J\u202etxt.\n\x9b"))
    assert said.startswith("a\ufffd[2J\ufffdtxt.\ufffd\ufffd is empty")
    assert visible("1\u00a0200 åäö – ¶") == "1\u00a0200 åäö – ¶"
    assert visible("Skärmbild kl.\u202f10\u200900.png") == "Skärmbild kl. 10 00.png"


def test_facts_are_not_read_again_as_messages() -> None:
    assert Words("en")("page {page}", page="{page}") == "page {page}"
    assert Words("en")("{a.__class__} {x}", x="1") == "{a.__class__} 1"


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("sv", 999, "999"),
        ("sv", 1200, "1\u00a0200"),
        ("sv", 1234567, "1\u00a0234\u00a0567"),
        ("sv", 0.5, "0,5"),
        ("sv", 1234.567, "1\u00a0234,57"),
        ("sv", -3, "-3"),
        ("en", 1200, "1,200"),
        ("en", 1234.5, "1,234.5"),
        ("en", 100.0, "100"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, value: float, written: str) -> None:
    assert Words(language).number(value) == written


def test_one_and_several_have_forms_of_their_own() -> None:
    words = Words("sv")
    assert words.notice(Notice("comments-not-read", {"count": 1})) == "Dokumentet har 1 kommentar, som inte lästes."
    assert words.notice(Notice("comments-not-read", {"count": 1200})) == (
        "Dokumentet har 1\u00a0200 kommentarer, som inte lästes."
    )


def test_a_finding_tells_what_was_found() -> None:
    assert (
        Words("sv").finding(Finding("date-not-in-source", {"text": "3 maj"}))
        == "Datumet 3 maj finns inte i dokumentet."
    )
    assert "engelska" in Words("sv").finding(Finding("wrong-language", {"language": "en"}))
    assert (
        Words("en").finding(Finding("wrong-language", {"language": "de"})).startswith("The text is not in the language")
    )


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert Words("sv").finding(Finding("brand-new")) == "brand-new"


def test_what_was_not_read_is_named_and_placed() -> None:
    assert Words("sv").unread(Unread("attachment", name="karta.png")) == "en bilaga (karta.png)"
    assert Words("en").unread(Unread("embedded", 3, "x\x1b")) == "an embedded object (x\ufffd, page 3)"
    assert Words("en").unread(Unread("image")) == "an image"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.SUPPORTED, "belagt"),
        (Status.PARTLY, "delvis belagt"),
        (Status.UNSUPPORTED, "ej belagt"),
        (Status.NOT_CHECKED, "ej kontrollerat"),
    ],
)
def test_statuses_have_their_swedish_names(status: Status, said: str) -> None:
    assert Words("sv").status(status) == said


def test_coverage_tells_all_read_and_only_that() -> None:
    assert Words("sv").coverage(Coverage(34, 34)) == "Alla 34 stycken lästes."
    assert Words("sv").coverage(Coverage(1, 1)) == "Det enda stycket lästes."


def test_coverage_tells_what_was_left_out_and_why() -> None:
    left_out = (LeftOut(1, 2, "header"), LeftOut(7, 7, "failed"), LeftOut(9, 10, "header"))
    assert Words("en").coverage(Coverage(12, 7, left_out, pages_unread=(3, 4, 5, 9))) == (
        "7 of 12 paragraphs were read. Left out: 4 page headers and footers; 1 could not be worked through."
        " Pages 3–5, 9 have no text that can be read."
    )


def test_coverage_tells_when_the_program_chose() -> None:
    said = Words("sv").coverage(Coverage(1200, 20, (LeftOut(21, 1200, "quick"),), weighed=1200))
    assert said.startswith(
        "Programmet vägde 1\u00a0200 stycken; 20 av 1\u00a0200 lästes i sin helhet. Utelämnat: 1\u00a0180 "
    )


def test_runs_of_numbers_are_drawn_together() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert ranges([]) == ""


def test_another_language_is_refused() -> None:
    with pytest.raises(errors.UsageError) as caught:
        Words("de")
    assert "svenska" in Words("sv").error(caught.value)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "sv"),
        ({"LANG": "C"}, "sv"),
        ({"LANG": "C.UTF-8", "LC_ALL": "POSIX"}, "sv"),
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LANGUAGE": "en:sv"}, "en"),
        ({"KANSLI_LANGUAGE": "sv", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"KANSLI_LANGUAGE": "EN_us", "LANG": "sv_SE.UTF-8"}, "en"),
        ({"KANSLI_LANGUAGE": "klingon", "LANG": "en_GB.UTF-8"}, "en"),
    ],
)
def test_the_interface_follows_the_users_choice_then_the_system_then_swedish(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("KANSLI_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert interface_language() == language


def test_a_translation_with_wrong_holes_is_shown_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "translations" / "sv"
    folder.mkdir(parents=True)
    (folder / "kansli.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        'msgid "page {page}"\nmsgstr "sida {sida}"\n\n'
        'msgid "{read} of {all} paragraphs were read."\nmsgstr "{read} av {all}."\n\n'
        'msgid "one {count}"\nmsgid_plural "many {count}"\nmsgstr[0] "en"\nmsgstr[1] "många {count}"\n',
        encoding="utf-8",
    )
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    wording._translations.cache_clear()
    try:
        words = Words("sv")
        assert words("page {page}", page=3) == "page 3"
        assert words.coverage(Coverage(9, 2)) == "2 av 9."
        assert words.count("one {count}", "many {count}", 1) == "one 1"
    finally:
        wording._translations.cache_clear()


def test_a_wish_comes_after_the_variable_and_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KANSLI_LANGUAGE", "en")
    assert interface_language("sv") == "en"
    monkeypatch.delenv("KANSLI_LANGUAGE")
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert interface_language("sv") == "sv"
    assert interface_language() == "en"
