"""What the installer for Windows holds and does, in the language of WiX 3, which both WiX and msitools' wixl read.

The same files make the same text: every number in it comes from names and contents. Each file is a component of its own with a
number that never changes, so that Windows knows it again in an upgrade.
"""

import hashlib
import uuid
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Final
from xml.etree import ElementTree as ET

#: What all numbers are made from; it must never change, or an upgrade would not know what it replaces.
FAMILY: Final = uuid.UUID("0b1ce0a7-9b50-4f39-8a3c-6a1d9c0d6f52")
NAME, MAKER = "Kansli", "Kansli"
PROGRAMS: Final = ("kansli.exe", "kansli-desktop.exe")
#: Swedish.
_LANGUAGE, _CODEPAGE = "1053", "1252"
_DOWNGRADE: Final = "En nyare version av Kansli är redan installerad. Ta bort den först om den äldre ska användas."
_KEY, _POLICIES = r"SOFTWARE\Kansli", r"SOFTWARE\Policies\Kansli"
#: Who may do what in the folder of the policy: the system and administrators all, users read.
_RIGHTS: Final = "/inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX"
#: When something is done: the program is removed, it is not, and traffic is blocked.
_GOES, _STAYS = 'REMOVE="ALL"', 'NOT (REMOVE="ALL")'
_BLOCKED: Final = f'{_STAYS} AND NOT (FIREWALL="0")'


def document(folder: Path, version: str, icon: Path) -> str:
    """The whole text, for an installer of all that is in a folder."""
    files = sorted(PurePosixPath(path.relative_to(folder).as_posix()) for path in folder.rglob("*") if path.is_file())
    wix = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    content = _digest(folder, files, version)
    product = _add(wix, "Product", Id=number(f"product {content}"), UpgradeCode=number("upgrade"), Name=NAME, Version=version,
                   Manufacturer=MAKER, Language=_LANGUAGE, Codepage=_CODEPAGE)  # fmt: skip
    _add(product, "Package", Id=number(f"package {content}"), InstallerVersion="500", Compressed="yes", Description=NAME,
         InstallScope="perMachine", Manufacturer=MAKER, Languages=_LANGUAGE, SummaryCodepage=_CODEPAGE)  # fmt: skip
    _add(product, "Media", Id="1", Cabinet="kansli.cab", EmbedCab="yes")
    _add(product, "MajorUpgrade", Schedule="afterInstallInitialize", AllowSameVersionUpgrades="yes",
         DowngradeErrorMessage=_DOWNGRADE)  # fmt: skip
    _properties(product, icon)
    components = _tree(product, folder, files)
    feature = _add(product, "Feature", Id="Kansli", Level="1", Title=NAME)
    for each in components:
        _add(feature, "ComponentRef", Id=each)
    _actions(product)
    ET.indent(wix, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(wix, encoding="unicode") + "\n"


def number(of: str) -> str:
    """The number of something by its name."""
    return str(uuid.uuid5(FAMILY, of)).upper()


def _digest(folder: Path, files: Sequence[PurePosixPath], version: str) -> str:
    """What tells one installer from another: its version and all that is in it."""
    told = hashlib.sha256(version.encode())
    for each in files:
        told.update(f"\0{each}\0".encode() + hashlib.sha256((folder / each).read_bytes()).digest())
    return told.hexdigest()


def _properties(product: ET.Element, icon: Path) -> None:
    """What an administrator can say, and what Windows asks."""
    for name in ("POLICY", "FIREWALL", "MODELS"):
        _add(product, "Property", Id=name, Secure="yes")
    kept = _add(product, "Property", Id="KEPTMODELS", Secure="yes")  # what was said before an upgrade
    _add(kept, "RegistrySearch", Id="KeptModels", Root="HKLM", Key=_KEY, Name="Models", Type="raw", Win64="yes")
    _add(product, "Icon", Id="kansli.ico", SourceFile=str(icon))
    for name, value in (
        ("ARPPRODUCTICON", "kansli.ico"),
        ("ARPNOMODIFY", "1"),
        ("MSIRESTARTMANAGERCONTROL", "DisableShutdown"),
    ):
        _add(product, "Property", Id=name, Value=value)


def _tree(product: ET.Element, folder: Path, files: Sequence[PurePosixPath]) -> list[str]:
    """All folders with what is in them; the names of the components."""
    top = _add(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = _add(top, "Directory", Id="ProgramFiles64Folder")
    folders = {PurePosixPath("."): _add(programs, "Directory", Id="INSTALLDIR", Name=NAME)}
    components = []
    for each in files:
        component = _component(_folder(folders, each.parent), _id("component", each))
        name = str(each) if str(each) in PROGRAMS else _id("file", each)
        _add(component, "File", Id=name, Source=str(folder / each), Name=each.name, KeyPath="yes")
        components.append(component.attrib["Id"])
    found = _component(folders[PurePosixPath(".")], "OnPath")
    _value(found, _KEY, "OnPath", "1", key=True)
    _add(found, "Environment", Id="Path", Name="PATH", Value="[INSTALLDIR]", Action="set", Part="last", System="yes",
         Permanent="no")  # fmt: skip
    menu = _component(_add(top, "Directory", Id="ProgramMenuFolder"), "Menu")
    _add(menu, "Shortcut", Id="Shortcut", Name=NAME, Target="[INSTALLDIR]kansli-desktop.exe", WorkingDirectory="INSTALLDIR",
         Icon="kansli.ico")  # fmt: skip
    _value(menu, _KEY, "Menu", "1", key=True)
    data = _add(top, "Directory", Id="CommonAppDataFolder")
    place = _component(_add(data, "Directory", Id="POLICYFOLDER", Name=NAME), "PolicyFolder")
    _add(place, "CreateFolder")
    _value(place, _KEY, "PolicyFolder", "[POLICYFOLDER]", key=True)
    models = _component(folders[PurePosixPath(".")], "Models")
    _add(models, "Condition").text = "MODELS"
    _value(models, _POLICIES, "models_folder", "[MODELS]", key=True)
    _value(models, _KEY, "Models", "[MODELS]")
    return [*components, "OnPath", "Menu", "PolicyFolder", "Models"]


def _folder(folders: dict[PurePosixPath, ET.Element], path: PurePosixPath) -> ET.Element:
    if path not in folders:
        folders[path] = _add(_folder(folders, path.parent), "Directory", Id=_id("folder", path), Name=path.name)
    return folders[path]


def _actions(product: ET.Element) -> None:
    """What no table of an installer can do, each by a program of Windows': who may write the policy, the policy, the firewall."""
    system = {"Directory": "System64Folder", "Execute": "deferred", "Impersonate": "no"}
    kansli = {"FileKey": "kansli.exe", "Execute": "deferred", "Impersonate": "no"}
    rights = f'"[System64Folder]icacls.exe" "[POLICYFOLDER]." {_RIGHTS}'
    copy = '"[System64Folder]cmd.exe" /d /c copy /y "[POLICY]" "[POLICYFOLDER]policy.json"'
    rule = '"[System64Folder]netsh.exe" advfirewall firewall'
    orders = [
        ("KeepModels", {"Property": "MODELS", "Value": "[KEPTMODELS]"}, "AppSearch", "KEPTMODELS AND NOT MODELS"),
        ("Rights", {**system, "ExeCommand": rights, "Return": "check"}, "InstallFiles", _STAYS),
        ("CheckPolicy", {**kansli, "ExeCommand": 'policy check "[POLICY]"', "Return": "check"}, "Rights", f"POLICY AND {_STAYS}"),
        ("PutPolicy", {**system, "ExeCommand": copy, "Return": "check"}, "CheckPolicy", f"POLICY AND {_STAYS}"),
    ]  # fmt: skip
    for program in PROGRAMS:
        name, before = program.partition(".")[0].replace("-", ""), orders[-1][0]
        gone = f'{rule} delete rule name="{program}" program="[INSTALLDIR]{program}"'
        made = f'{rule} add rule name="{program}" dir=out action=block profile=any program="[INSTALLDIR]{program}"'
        ignored = {**system, "ExeCommand": gone, "Return": "ignore"}
        orders += [
            (f"Open_{name}", ignored, before, f"({_GOES}) OR ({_BLOCKED})"),
            (f"Undo_{name}", {**ignored, "Execute": "rollback"}, f"Open_{name}", _BLOCKED),
            (f"Block_{name}", {**system, "ExeCommand": made, "Return": "check"}, f"Undo_{name}", _BLOCKED),
        ]
    for name, attributes, _, _ in orders:
        _add(product, "CustomAction", Id=name, **attributes)
    sequence = _add(product, "InstallExecuteSequence")
    for name, _, before, condition in orders:
        _add(sequence, "Custom", Action=name, After=before).text = condition


def _component(folder: ET.Element, name: str) -> ET.Element:
    return _add(folder, "Component", Id=name, Guid=number(f"component {name}"), Win64="yes")


def _value(component: ET.Element, path: str, name: str, value: str, *, key: bool = False) -> None:
    """A value in the registry; ``key`` is what Windows knows the component by."""
    _add(component, "RegistryValue", Root="HKLM", Key=path, Name=name, Type="string", Value=value,
         **({"KeyPath": "yes"} if key else {}))  # fmt: skip


def _add(parent: ET.Element, kind: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, kind, attributes)


def _id(kind: str, path: PurePosixPath) -> str:
    return f"{kind[0]}{uuid.uuid5(FAMILY, f'{kind} {path}').hex}"
