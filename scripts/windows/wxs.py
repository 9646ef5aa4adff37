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
#: Programs of Windows' that do what no table can.
_SYSTEMS: Final = ("Cmd", "Icacls", "Netsh")
#: When: after the registry was searched (50), the installation has begun (1500), and the files were copied (4000).
_SEARCHED, _BEGUN, _COPIED = 51, 1501, 4001
#: Properties that reach the part of the installer that runs as the system.
PASSED_ON: Final = ("POLICY", "FIREWALL", "MODELS", "KEPTMODELS")
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


def corrections(document_: str) -> tuple[list[str], list[str]]:
    """What wixl leaves out of what a text says: statements for the installer's tables, and its summary.

    wixl puts the removal of the older version where it likes, names none of our properties as ones to be passed on, makes up a
    number for the installer and a name for the search path, and does not take that back.
    """
    package = next(each for each in ET.fromstring(document_)[0] if each.tag.endswith("}Package"))
    path = "(`Environment`, `Name`, `Value`, `Component_`) VALUES ('Path', '=-*PATH', '[~];[INSTALLDIR]', 'OnPath')"
    passed = ";".join(
        [*PASSED_ON, "WIX_DOWNGRADE_DETECTED", "WIX_SAME_VERSION_UPGRADE_DETECTED", "WIX_UPGRADE_DETECTED"]
    )
    statements = [
        f"UPDATE `InstallExecuteSequence` SET `Sequence` = {_BEGUN} WHERE `Action` = 'RemoveExistingProducts'",
        f"UPDATE `Property` SET `Value` = '{passed}' WHERE `Property` = 'SecureCustomProperties'",
        "DELETE FROM `Environment`",
        f"INSERT INTO `Environment` {path}",
    ]
    return statements, [NAME, MAKER, f"x64;{_LANGUAGE}", "{" + package.attrib["Id"] + "}"]


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
    before = [_add(product, "Property", Id=name, Secure="yes") for name in PASSED_ON][
        -1
    ]  # what was said at the last installation
    _add(before, "RegistrySearch", Id="KeptModels", Root="HKLM", Key=_KEY, Name="Models", Type="raw", Win64="yes")
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
        _add(component, "File", Id=_id("file", each), Source=str(folder / each), Name=each.name, KeyPath="yes")
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
    deferred = {"Execute": "deferred", "Impersonate": "no", "Return": "check"}
    rights = {**deferred, "Property": "Icacls", "ExeCommand": f'"[POLICYFOLDER]." {_RIGHTS}'}
    # Not started as it is: it would be given a console of its own, which not every place where installers run has.
    asked = f'/d /s /c ""[INSTALLDIR]{PROGRAMS[0]}" policy check "[POLICY]" <nul >nul 2>nul"'
    check = {**deferred, "Property": "Cmd", "ExeCommand": asked}
    put = {**deferred, "Property": "Cmd", "ExeCommand": '/d /c copy /y "[POLICY]" "[POLICYFOLDER]policy.json"'}
    early = [("KeepModels", {"Property": "MODELS", "Value": "[KEPTMODELS]"}, "KEPTMODELS AND NOT MODELS")]
    early += [
        (f"Set{each}", {"Property": each, "Value": f"[System64Folder]{each.lower()}.exe"}, "1") for each in _SYSTEMS
    ]
    late = [
        ("Rights", rights, _STAYS),
        ("CheckPolicy", check, f"POLICY AND {_STAYS}"),
        ("PutPolicy", put, f"POLICY AND {_STAYS}"),
    ]
    for program in PROGRAMS:
        name = program.partition(".")[0].replace("-", "")
        gone = f'advfirewall firewall delete rule name="{program}" program="[INSTALLDIR]{program}"'
        made = f'advfirewall firewall add rule name="{program}" dir=out action=block program="[INSTALLDIR]{program}"'
        block = {**deferred, "Property": "Netsh", "ExeCommand": made}
        allow = {**block, "ExeCommand": gone, "Return": "ignore"}
        late += [
            (f"Allow_{name}", allow, f"({_GOES}) OR ({_BLOCKED})"),
            (f"Undo_{name}", {**allow, "Execute": "rollback"}, _BLOCKED),
            (f"Block_{name}", block, _BLOCKED),
        ]
    placed = [*enumerate(early, _SEARCHED), *enumerate(late, _COPIED)]
    for _, (name, attributes, _) in placed:
        _add(product, "CustomAction", Id=name, **attributes)
    sequence = _add(product, "InstallExecuteSequence")
    for number_, (name, _, condition) in placed:
        _add(sequence, "Custom", Action=name, Sequence=str(number_)).text = condition


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
