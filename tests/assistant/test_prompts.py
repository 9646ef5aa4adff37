import tomllib
from pathlib import Path

import pytest

from assistant import paths
from assistant.errors import PromptError
from assistant.prompts import load, read
from scripts.lock_prompts import LOCK, golden, rendered

FILES = sorted(paths.prompts().glob("*/*.toml"))
GOOD = 'id = "a/b"\nversion = 1\npurpose = "x"\ninputs = ["document"]\nroom = 5\nsystem = "s"\nuser = "$document!"\n'


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_changed_text_has_a_new_version(file: Path) -> None:
    locked = tomllib.loads(LOCK.read_text(encoding="utf-8"))
    prompt, key = read(file), file.relative_to(paths.prompts()).as_posix()
    assert key in locked, "run python -m scripts.lock_prompts"
    assert (prompt.version, prompt.fingerprint) == (locked[key]["version"], locked[key]["fingerprint"]), (
        "raise the version, then lock"
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_what_the_model_sees_is_what_was_reviewed(file: Path) -> None:
    assert rendered(file) == golden(file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_prompts_name_is_its_place(file: Path) -> None:
    prompt = read(file)
    assert prompt.id == f"{file.parent.name}/{file.name.split('.')[0]}"
    assert load(prompt.id, file.name.split(".")[1]) == prompt


def test_a_dollar_in_a_document_stays(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert read(file).fill({"document": "costs $user 5 $"})[1].text == "costs $user 5 $!"
    assert read(file).stamp == "a/b@1"


@pytest.mark.parametrize(
    "text",
    [
        GOOD + "temprature = 1\n",
        GOOD.replace("room = 5\n", ""),
        GOOD.replace("$document!", "$other"),
        GOOD.replace("$document!", "no hole"),
        "not toml [",
    ],
)
def test_a_wrong_prompt_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PromptError):
        read(file)


@pytest.mark.parametrize("values", [{}, {"document": "x", "more": "y"}])
def test_a_value_too_few_or_too_many_is_refused(tmp_path: Path, values: dict[str, str]) -> None:
    file = tmp_path / "a.toml"
    file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(PromptError):
        read(file).fill(values)


def test_examples_are_turns_before_the_users_own(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f'{GOOD}\n[[examples]]\ndocument = "x"\nanswer = "y"\n', encoding="utf-8")
    prompt = read(file)
    messages = prompt.fill({"document": "z"})
    assert [(each.role, each.text) for each in messages[1:]] == [("user", "x!"), ("assistant", "y"), ("user", "z!")]
    file.write_text(GOOD, encoding="utf-8")
    assert read(file).fingerprint != prompt.fingerprint


@pytest.mark.parametrize("example", ['document = "x"', 'answer = "y"', 'document = "x"\nanswer = "y"\nmore = "z"'])
def test_an_example_with_a_value_too_few_or_too_many_is_refused(tmp_path: Path, example: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f"{GOOD}\n[[examples]]\n{example}\n", encoding="utf-8")
    with pytest.raises(PromptError):
        read(file)
