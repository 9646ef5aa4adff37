import pytest

from assistant.error_phrases import ERRORS
from assistant.errors import ModelFetchFailed, ModelMissing, OutputError, known
from assistant.wording import LANGUAGES, Words
from desktop.wording import sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [key for key in ERRORS if not key.startswith("usage")])
def test_the_window_tells_of_no_commands(key: str, language: str) -> None:
    code, _, reason = key.partition("/")
    said = sentence(known(code, {"reason": reason, "name": "a.docx", "model": "x", "section": 3}), Words(language))
    assert "kansli models" not in said
    assert "--" not in said
    assert said[-1] == "."


def test_what_is_missing_is_told_with_and_without_its_name() -> None:
    assert (
        sentence(ModelMissing(model="big"), Words("en"))
        == "The language model big is not installed. Fetch it under Models."
    )
    assert sentence(ModelMissing(model=""), Words("en")) == "No language model is installed. Fetch one under Models."
    assert "folder does not hold" in sentence(ModelFetchFailed(model="x", reason="folder"), Words("en"))


def test_all_else_is_said_as_everywhere() -> None:
    error = OutputError(name="a.docx", reason="disk-full")
    assert sentence(error, Words("sv")) == Words("sv").error(error)
