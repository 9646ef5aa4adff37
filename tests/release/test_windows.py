"""The installer for Windows holds every file once under numbers that never change, and nothing that is for trials alone."""

import re
import struct
import subprocess
import sys
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scripts.icons import ico
from scripts.msi import own
from scripts.steps import ROOT
from scripts.wheels import LOCKS
from scripts.windows.bed import TRIAL
from scripts.windows.dated import dated
from scripts.windows.forwarding import definition, offered
from scripts.windows.interpreter import for_windows
from scripts.windows.signing import Certificate, command
from scripts.windows.wxs import corrections, document, number

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"
NAMES = (
    "kansli.exe",
    "kansli-desktop.exe",
    "_internal/å ä.dll",
    "_internal/a/b.txt",
    "_internal/b/b.txt",
    "policy/sv-SE/Kansli.adml",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in NAMES:
        file = tmp_path / "installed" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path / "installed"


def read(folder: Path, version: str = "1.2.3") -> ET.Element:
    return ET.fromstring(document(folder, version, Path("kansli.ico")))


def placed(element: ET.Element, here: str = "") -> dict[str, ET.Element]:
    """The files by the path they are installed at."""
    found: dict[str, ET.Element] = {}
    for each in element:
        if each.tag == f"{WIX}Directory":
            is_top = each.attrib["Id"] in {"TARGETDIR", "ProgramFiles64Folder", "INSTALLDIR"}
            found |= placed(each, here if is_top else f"{here}{each.attrib.get('Name', '?')}/")
        for file in each.findall(f"{WIX}File") if each.tag == f"{WIX}Component" else ():
            found[here + file.attrib["Name"]] = each
    return found


def test_every_file_is_installed_once_where_it_belongs(folder: Path) -> None:
    root = read(folder)
    product = root.find(f"{WIX}Product")
    assert product is not None
    assert set(placed(product)) == set(NAMES)
    files = list(root.iter(f"{WIX}File"))
    assert sorted(each.attrib["Source"] for each in files) == sorted(str(folder / name) for name in NAMES)
    names = [each.attrib["Id"] for each in root.iter() if "Id" in each.attrib and each.tag != f"{WIX}ComponentRef"]
    assert len(set(names)) == len(names)
    kinds = [f"{WIX}{kind}" for kind in ("Component", "CustomAction", "Directory", "File", "Property")]
    named = [each.attrib["Id"] for each in root.iter() if each.tag in kinds]
    assert not [name for name in named if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,71}", name)]


def test_every_component_is_installed_and_has_its_number_for_ever(folder: Path) -> None:
    first = read(folder)
    (folder / NAMES[-1]).unlink()
    later = read(folder, "2.0.0")
    components = {each.attrib["Id"]: each.attrib["Guid"] for each in first.iter(f"{WIX}Component")}
    assert len(set(components.values())) == len(components)
    assert {each.attrib["Id"] for each in first.iter(f"{WIX}ComponentRef")} == set(components)
    for each in later.iter(f"{WIX}Component"):
        assert components[each.attrib["Id"]] == each.attrib["Guid"]
    upgrades = {root.find(f"{WIX}Product").attrib["UpgradeCode"] for root in (first, later)}  # type: ignore[union-attr]
    assert upgrades == {number("upgrade")} == {"F067EF2B-4958-5CB1-97DA-84560392D56F"}


def test_the_same_files_make_the_same_text_and_others_another_product(folder: Path) -> None:
    before = document(folder, "1.2.3", Path("kansli.ico"))
    assert document(folder, "1.2.3", Path("kansli.ico")) == before
    code = re.compile(r'Product Id="([^"]+)"')
    (folder / NAMES[0]).write_text("other", encoding="utf-8")
    after = document(folder, "1.2.3", Path("kansli.ico"))
    assert code.findall(after) != code.findall(before)


def test_it_is_for_all_users_and_refuses_to_go_back(folder: Path) -> None:
    root = read(folder)
    (package,) = root.iter(f"{WIX}Package")
    assert package.attrib["InstallScope"] == "perMachine"
    (upgrade,) = root.iter(f"{WIX}MajorUpgrade")
    assert "nyare version" in upgrade.attrib["DowngradeErrorMessage"]
    assert upgrade.attrib["Schedule"] == "afterInstallInitialize"


def test_what_an_administrator_says_reaches_the_installation(folder: Path) -> None:
    root = read(folder)
    secure = {each.attrib["Id"] for each in root.iter(f"{WIX}Property") if each.attrib.get("Secure") == "yes"}
    assert {"POLICY", "MODELS", "FIREWALL"} <= secure
    actions = {each.attrib["Id"]: each.attrib for each in root.iter(f"{WIX}CustomAction")}
    order = {each.attrib["Action"]: int(each.attrib["Sequence"]) for each in root.iter(f"{WIX}Custom")}
    assert set(order) == set(actions)
    assert len(set(order.values())) == len(order)
    assert actions["CheckPolicy"]["Return"] == "check"
    assert '"[INSTALLDIR]kansli.exe" policy check "[POLICY]"' in actions["CheckPolicy"]["ExeCommand"]
    assert order["KeepModels"] < order["Rights"] < order["CheckPolicy"] < order["PutPolicy"]
    for program in ("kansli", "kansli-desktop"):
        block = actions[f"Block_{program.replace('-', '')}"]
        assert "dir=out action=block" in block["ExeCommand"]
        assert rf'program="[INSTALLDIR]{program}.exe"' in block["ExeCommand"]
        assert block["Return"] == "check", "what is not blocked is told"


def test_what_changes_the_computer_is_done_by_the_system_itself(folder: Path) -> None:
    for each in read(folder).iter(f"{WIX}CustomAction"):
        if "ExeCommand" in each.attrib:
            assert each.attrib["Execute"] in {"deferred", "rollback"}
            assert each.attrib["Impersonate"] == "no"


def test_every_program_of_windows_is_named_by_its_whole_path(folder: Path) -> None:
    actions = [each.attrib for each in read(folder).iter(f"{WIX}CustomAction")]
    paths = {each["Property"]: each["Value"] for each in actions if "Value" in each}
    used = {each["Property"] for each in actions if "ExeCommand" in each and "Property" in each}
    assert used == {"Cmd", "Icacls", "Netsh"}
    assert all(paths[each] == f"[System64Folder]{each.lower()}.exe" for each in used)


def test_what_wixl_leaves_out_is_put_right(folder: Path) -> None:
    text = document(folder, "1.2.3", Path("kansli.ico"))
    statements, summary = corrections(text)
    assert any("RemoveExistingProducts" in each and "= 1501 " in each for each in statements)
    assert any("POLICY;FIREWALL;MODELS" in each for each in statements)
    (package,) = ET.fromstring(text).iter(f"{WIX}Package")
    assert summary == ["Kansli", "Kansli", "x64;1053", "{" + package.attrib["Id"] + "}"]


def test_an_installer_tells_the_time_of_its_commit() -> None:
    written = [struct.pack("<Q", (seconds + 11_644_473_600) * 10_000_000) for seconds in (1000, 1001, 500)]
    content = b"".join(b"x\x40\0\0\0" + each for each in written)
    changed = dated(content, 7, 999, 1002)
    wanted = struct.pack("<Q", (7 + 11_644_473_600) * 10_000_000)
    assert changed.count(wanted) == 2
    assert written[2] in changed, "another time is left alone"
    made_up = [
        dated(content + name.encode() + b"=*PATH", 7, 999, 1002) for name in (str(uuid.uuid4()), str(uuid.uuid4()))
    ]
    assert made_up[0] == made_up[1]
    with pytest.raises(AssertionError):
        dated(content, 7, 999, 1000)


def test_what_is_for_trials_alone_is_told_so_and_pinned() -> None:
    for source in TRIAL.glob("*.c"):
        assert "Wine" in source.read_text("utf-8") or "trial" in source.read_text("utf-8") or source.name == "entry.c"
    spec = (ROOT / "installer.spec").read_text("utf-8")
    assert "trial" not in spec
    assert re.match(r"panda3d==\S+ \\\n    --hash=sha256:", (LOCKS / "trial.txt").read_text("utf-8"))


def test_a_lock_is_read_as_windows_would() -> None:
    lock = (LOCKS / "runtime.txt").read_text("utf-8")
    kept = for_windows(lock)
    names = set(re.findall(r"^([a-z0-9.-]+)==", kept, re.MULTILINE))
    assert {"pywin32-ctypes", "lxml", "pyside6-essentials", "sqlcipher3"} <= names
    assert not names & {"jeepney", "secretstorage"}
    assert len(re.findall(r"^numpy==", kept, re.MULTILINE)) == 1
    entries = re.split(r"^(?=\S)", kept, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in each and ";" not in each for each in entries)


TOLD = """
[Ordinal/Name Pointer] Table
\t[   0] PyA
\t[   1] +base[   2] 0001 crealf

The Base Relocations
\t[   9] nothing
"""


def test_a_library_that_hands_on_has_all_names_and_its_own() -> None:
    names = offered(TOLD)
    assert names == ["PyA", "crealf"]
    listed = definition("new.dll", names, "other", "EXPORT float crealf(Single z) { return z.real; }\n")
    assert listed.splitlines() == ["LIBRARY new.dll", "EXPORTS", " PyA = other.PyA", " crealf"]


def test_a_certificate_signs_on_both_systems(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("word\n", encoding="utf-8")
    certificate = Certificate(Path("c.p12"), secret, "https://time.example")
    there = command(Path("k.msi"), certificate, "windows")
    assert there[:4] == ["signtool", "sign", "/fd", "SHA256"]
    assert there[-1] == "k.msi"
    assert there[there.index("/p") + 1] == "word"
    here = command(Path("k.msi"), certificate, "linux")
    assert here[here.index("-readpass") + 1] == str(secret), "a password is no argument that all can see"
    assert here[here.index("-out") + 1] == "signed-k.msi"
    for each in (there, here):
        assert "https://time.example" in each
    assert "/tr" not in command(Path("k.msi"), Certificate(Path("c.p12")), "windows")


def test_the_script_starts_where_there_is_nothing_of_linux() -> None:
    code = "import sys; sys.modules['fcntl'] = sys.modules['resource'] = None; import scripts.msi"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_what_is_ours_is_signed(tmp_path: Path) -> None:
    libraries = tmp_path / "_internal/llama_cpp/lib"
    libraries.mkdir(parents=True)
    (libraries / "llama.dll").touch()
    assert [each.name for each in own(tmp_path)] == ["kansli.exe", "kansli-desktop.exe", "llama.dll"]


def test_the_icon_has_every_size_once() -> None:
    content = ico((16, 32, 256))
    kind, count = struct.unpack_from("<HH", content, 2)
    assert (kind, count) == (1, 3)
    entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * each) for each in range(count)]
    assert [entry[0] for entry in entries] == [16, 32, 0], "256 is told as 0"
    assert entries[-1][-1] + entries[-1][-2] == len(content)
    for side, (*_, size, place) in zip((16, 32), entries, strict=False):
        assert struct.unpack_from("<Iii", content, place) == (40, side, 2 * side)
        assert size == 40 + 4 * side * side + side * 4
    assert content[entries[-1][-1] :].startswith(b"\x89PNG")
