"""Makes what tells IT of the policy, from its one schema: ``python -m scripts.policy_files``.

Templates for group policy (ADMX, and ADML in both languages) in ``packaging/policy``, and the tables in ``docs/policy*.md``.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from assistant.fixable import AREAS, KEYS, Key
from assistant.policy_places import REGISTRY
from assistant.wording import Words

ROOT: Final = Path(__file__).resolve().parent.parent
FOLDER: Final = ROOT / "packaging" / "policy"
#: Languages as Windows names their folders.
LANGUAGES: Final = {"sv": "sv-SE", "en": "en-US"}
PAGES: Final = {"sv": ROOT / "docs" / "policy.sv.md", "en": ROOT / "docs" / "policy.md"}
BEGIN, END = "<!-- made by scripts/policy_files.py -->", "<!-- end -->"
_SCHEMA: Final = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns="http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions" revision="1.0" schemaVersion="1.0"'
)
_TOP: Final = {"sv": "Kansli", "en": "Kansli"}
_SUPPORTED: Final = {"sv": "Kansli 0.1 eller senare", "en": "Kansli 0.1 or later"}


def admx() -> str:
    """The template: which policies there are, and which registry values they set."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<policyDefinitions {_SCHEMA}>",
        '  <policyNamespaces><target prefix="kansli" namespace="Kansli.Policies"/></policyNamespaces>',
        '  <resources minRequiredRevision="1.0"/>',
        '  <supportedOn><definitions><definition name="supported" displayName="$(string.supported)"/></definitions></supportedOn>',
        "  <categories>",
        '    <category name="kansli" displayName="$(string.kansli)"/>',
    ]
    lines += [
        f'    <category name="{area}" displayName="$(string.area_{area})"><parentCategory ref="kansli"/></category>'
        for area in AREAS
    ]
    lines += ["  </categories>", "  <policies>"]
    for key in KEYS.values():
        lines += _policy(key)
    return "\n".join([*lines, "  </policies>", "</policyDefinitions>", ""])


def _policy(key: Key) -> list[str]:
    name = key.name
    head = (
        f'<policy name="{name}" class="Machine" displayName="$(string.{name})" explainText="$(string.{name}_means)" '
        f"key={quoteattr(REGISTRY)}"
    )
    inside = [f'<parentCategory ref="{key.area}"/>', '<supportedOn ref="supported"/>']
    if key.kind == "flag":
        head += f' valueName="{name}"'
        inside += [
            '<enabledValue><decimal value="1"/></enabledValue>',
            '<disabledValue><decimal value="0"/></disabledValue>',
        ]
    else:
        head += f' presentation="$(presentation.{name})"'
        inside += ["<elements>", *(f"  {line}" for line in _ELEMENTS[key.kind](key)), "</elements>"]
    return [f"    {head}>", *(f"      {line}" for line in inside), "    </policy>"]


def _number(key: Key) -> list[str]:
    assert isinstance(key.allowed, range)
    limits = f'minValue="{key.allowed[0]}" maxValue="{key.allowed[-1]}"'
    return [f'<decimal id="{key.name}" valueName="{key.name}" required="true" {limits}/>']


def _choice(key: Key) -> list[str]:
    lines = [f'<enum id="{key.name}" valueName="{key.name}" required="true">']
    for value in choices(key):
        said = f'<decimal value="{value}"/>' if isinstance(value, int) else f"<string>{value}</string>"
        lines.append(f'  <item displayName="$(string.{key.name}_{_plain(value)})"><value>{said}</value></item>')
    return [*lines, "</enum>"]


def choices(key: Key) -> list[str | int]:
    """The values that can be chosen in a list; a policy that leaves the choice to the computer is better not set."""
    return [value for value in key.allowed or () if value != ""]


def _text(key: Key) -> list[str]:
    return [f'<text id="{key.name}" valueName="{key.name}" required="true"/>']


def _list(key: Key) -> list[str]:
    return [f'<multiText id="{key.name}" valueName="{key.name}" required="true"/>']


_ELEMENTS: Final[dict[str, Callable[[Key], list[str]]]] = {
    "number": _number, "choice": _choice, "text": _text, "folder": _text, "address": _text, "list": _list,
}  # fmt: skip
_CONTROLS: Final = {
    "number": '<decimalTextBox refId="{name}">{title}</decimalTextBox>',
    "choice": '<dropdownList refId="{name}" noSort="true">{title}</dropdownList>',
    "list": '<multiTextBox refId="{name}"/>',
}
_TEXT_BOX: Final = '<textBox refId="{name}"><label>{title}</label></textBox>'


def adml(language: str) -> str:
    """What the template says in a language."""
    words = Words(language)
    strings = {"kansli": _TOP[language], "supported": _SUPPORTED[language]}
    strings |= {f"area_{area}": words(called) for area, called in AREAS.items()}
    controls = []
    for key in KEYS.values():
        strings |= {key.name: words(key.title), f"{key.name}_means": _means(key, words)}
        if key.kind == "choice":
            strings |= {f"{key.name}_{_plain(value)}": str(value) for value in choices(key)}
        if key.kind != "flag":
            control = _CONTROLS.get(key.kind, _TEXT_BOX).format(name=key.name, title=escape(words(key.title)))
            controls.append(f'      <presentation id="{key.name}">{control}</presentation>')
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f"<policyDefinitionResources {_SCHEMA}>",
        "  <displayName>Kansli</displayName>",
        f"  <description>{escape(strings['supported'])}</description>",
        "  <resources>",
        "    <stringTable>",
        *(f'      <string id="{name}">{escape(text)}</string>' for name, text in strings.items()),
        "    </stringTable>",
        "    <presentationTable>",
        *controls,
        "    </presentationTable>",
        "  </resources>",
        "</policyDefinitionResources>",
        "",
    ]
    return "\n".join(lines)


def _means(key: Key, words: Words) -> str:
    """What comes of it, and what may stand in a list, a line each."""
    said = words(key.means)
    return f"{said} {', '.join(map(str, key.allowed))}." if key.kind == "list" and key.allowed else said


def _plain(value: str | int) -> str:
    return str(value).replace("-", "_")


def page(language: str) -> str:
    """The page with its table made anew."""
    text = PAGES[language].read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{table(language)}{END}{after}"


def table(language: str) -> str:
    """Every key with its values, its meaning and a right value."""
    words = Words(language)
    heads = {"sv": "nyckel | värden | vad det innebär | exempel", "en": "key | values | what it means | example"}
    lines: list[str] = []
    for area, called in AREAS.items():
        lines += ["", f"### {words(called)}", "", f"| {heads[language]} |", "|---|---|---|---|"]
        lines += [
            f"| `{key.name}` | {_values(key, language)} | {words(key.means)} | `{json.dumps(key.example, ensure_ascii=False)}` |"
            for key in KEYS.values()
            if key.area == area
        ]
    return "\n".join([*lines, "", ""])


def _values(key: Key, language: str) -> str:
    if isinstance(key.allowed, range):
        return f"{key.allowed[0]}–{key.allowed[-1]}"
    if key.allowed:
        return ", ".join(f"`{json.dumps(value)}`" for value in key.allowed)
    kinds = {
        "flag": ("`true`, `false`", "`true`, `false`"),
        "list": ("lista", "list"),
        "folder": ("hel sökväg", "whole path"),
        "address": ("adress", "address"),
    }
    return kinds.get(key.kind, ("text", "text"))[language == "en"]


def made() -> dict[Path, str]:
    """Every file and what it should hold."""
    files = {FOLDER / "Kansli.admx": admx()}
    files |= {FOLDER / folder / "Kansli.adml": adml(language) for language, folder in LANGUAGES.items()}
    return files | {PAGES[language]: page(language) for language in PAGES}


if __name__ == "__main__":
    for file, text in made().items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
