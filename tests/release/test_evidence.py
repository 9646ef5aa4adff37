"""The list of parts is whole and the same each time; the licences' texts are there."""

import json
import sysconfig
from pathlib import Path

import pytest

from assistant.engine.catalogue import catalogue
from desktop.screens.help.libraries import PARTS
from scripts import evidence

SITE = Path(sysconfig.get_path("purelib"))
TOOLS = {"pip", "pytest", "mypy", "ruff", "setuptools", "wheel", "cmake", "ninja", "coverage", "pyinstaller"}


def test_the_list_names_what_runs_and_no_tools() -> None:
    parts = evidence.installed(SITE)
    told = json.loads(evidence.listed(parts, {"Qt": "6.11.3"}, 1_700_000_000))
    names = {each["name"] for each in told["components"]}
    assert {"lxml", "pypdf", "llama_cpp_python", "PySide6_Essentials", "sqlcipher3"} <= names
    assert not {name.lower() for name in names} & (TOOLS - {"pyinstaller"})
    assert set(PARTS) <= names
    assert {model.title for model in catalogue()} <= names
    hashes = {each["name"]: each["hashes"][0]["content"] for each in told["components"] if "hashes" in each}
    assert hashes == {model.title: model.sha256 for model in catalogue()}
    assert next(each["version"] for each in told["components"] if each["name"] == "Qt") == "6.11.3"


def test_the_list_has_the_form_of_cyclonedx() -> None:
    told = json.loads(evidence.listed(evidence.installed(SITE), {}, 1_700_000_000))
    assert (told["bomFormat"], told["specVersion"], told["version"]) == ("CycloneDX", "1.6", 1)
    assert told["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    references = [each["bom-ref"] for each in told["components"]]
    assert len(set(references)) == len(references)
    assert told["dependencies"] == [{"ref": "kansli", "dependsOn": references}]
    for each in told["components"]:
        assert each["type"] in {"library", "machine-learning-model"}
        (licence,) = each["licenses"]
        assert licence.get("expression") or licence["license"]["name"]


def test_a_part_that_is_not_in_this_systems_program_is_not_told() -> None:
    told = json.loads(evidence.listed(evidence.installed(SITE), {"ICU": "", "Qt": "6.11.3"}, 5))
    names = {each["name"] for each in told["components"]}
    assert "Qt" in names
    assert "ICU" not in names


def test_the_same_parts_give_the_same_bytes() -> None:
    made = [evidence.listed(evidence.installed(SITE), {}, 5) for _ in range(2)]
    assert made[0] == made[1]


def test_every_licence_has_its_text(tmp_path: Path) -> None:
    parts = evidence.installed(SITE)
    evidence.add_licences(parts, tmp_path / "licences")
    folder = tmp_path / "licences"
    assert "separate shared libraries" in (folder / "READ-ME.txt").read_text(encoding="utf-8")
    for name in ("LGPL-3.0", "GPL-3.0", "llama.cpp", "Python", "SQLCipher", "Kansli", "Lucide"):
        assert (folder / "texts" / f"{name}.txt").stat().st_size > 500
    without = [each.metadata["Name"] for each in parts if not (folder / each.metadata["Name"]).is_dir()]
    assert set(without) <= {"PySide6_Essentials", "shiboken6"}, "their texts are among ours"


@pytest.mark.parametrize("text", sorted(evidence.TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_is_whole(text: Path) -> None:
    assert len(text.read_text(encoding="utf-8").split()) > 100
