"""What is made of the policy's schema is as the schema is, and holds together as Windows would have it."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from assistant.fixable import KEYS
from assistant.policy_places import REGISTRY
from scripts.policy_files import FOLDER, LANGUAGES, choices, made

NAMESPACE = {"p": "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"}
#: The order that the schema of the templates gives the parts of a policy.
ORDER = ["parentCategory", "supportedOn", "enabledValue", "disabledValue", "elements"]


def template() -> ET.Element:
    return ET.parse(FOLDER / "Kansli.admx").getroot()


def told(language: str) -> ET.Element:
    return ET.parse(FOLDER / LANGUAGES[language] / "Kansli.adml").getroot()


def bare(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


@pytest.mark.parametrize(("file", "text"), made().items(), ids=lambda each: each.name if isinstance(each, Path) else "")
def test_what_lies_in_the_repository_is_made_of_the_schema(file: Path, text: str) -> None:
    assert file.read_text(encoding="utf-8") == text, "run python -m scripts.policy_files"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_and_presentation_resolves_and_none_is_left_over(language: str) -> None:
    values = [value for element in template().iter() for value in element.attrib.values()]
    for kind in ("string", "presentation"):
        asked = {found.group(1) for value in values if (found := re.fullmatch(rf"\$\({kind}\.(\w+)\)", value))}
        there = [element.get("id") for element in told(language).iterfind(f".//p:{kind}", NAMESPACE)]
        assert set(there) == asked
        assert len(there) == len(asked)
    assert all(element.text for element in told(language).iterfind(".//p:string", NAMESPACE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_control_belongs_to_an_element_of_its_policy_and_suits_it(language: str) -> None:
    suits = {"text": "textBox", "decimal": "decimalTextBox", "enum": "dropdownList", "multiText": "multiTextBox"}
    shown = {
        each.get("id"): [(bare(control), control.get("refId")) for control in each]
        for each in told(language).iterfind(".//p:presentation", NAMESPACE)
    }
    for policy in template().iterfind(".//p:policy", NAMESPACE):
        elements = [(suits[bare(each)], each.get("id")) for each in policy.iterfind("p:elements/*", NAMESPACE)]
        assert shown.get(policy.get("name"), []) == elements


def test_categories_prefixes_and_support_resolve() -> None:
    root = template()
    declared = {each.get("name") for each in root.iterfind(".//p:category", NAMESPACE)}
    parents = [each.get("ref", "") for each in root.iterfind(".//p:parentCategory", NAMESPACE)]
    supported = {each.get("name") for each in root.iterfind(".//p:definition", NAMESPACE)}
    refs = [each.get("ref", "") for each in root.iterfind(".//p:policies//p:supportedOn", NAMESPACE)]
    assert set(parents) <= declared
    assert set(refs) == supported
    # A name with a prefix would need its namespace declared; there is none but our own.
    assert not [ref for ref in (*parents, *refs) if ":" in ref]
    assert [each.get("prefix") for each in root.iterfind("p:policyNamespaces/*", NAMESPACE)] == ["kansli"]
    assert {told(language).get("revision") for language in LANGUAGES} == {root.get("revision")}


def test_every_key_has_a_policy_that_sets_its_value_in_the_registry() -> None:
    policies = list(template().iterfind(".//p:policy", NAMESPACE))
    assert [policy.get("name") for policy in policies] == list(KEYS)
    for policy in policies:
        key = KEYS[policy.get("name", "")]
        assert policy.get("key") == REGISTRY
        parts = [bare(each) for each in policy]
        assert parts == [name for name in ORDER if name in parts]
        if key.kind == "flag":
            values = [policy.find(f"p:{name}/p:decimal", NAMESPACE) for name in ("enabledValue", "disabledValue")]
            assert [each.get("value") for each in values if each is not None] == ["1", "0"]
            assert policy.get("valueName") == key.name
        else:
            assert [each.get("valueName") for each in policy.iterfind("p:elements/*", NAMESPACE)] == [key.name]
        said = [
            int(value.get("value", "")) if bare(value) == "decimal" else value.text
            for value in policy.iterfind(".//p:item/p:value/*", NAMESPACE)
        ]
        assert said == (choices(key) if key.kind == "choice" else [])
        assert all(key.takes(value) for value in said)
