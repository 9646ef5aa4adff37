"""Tries the installer for Windows under Wine: ``python -m scripts.try_msi [again]``. Needs root.

With ``again`` the bundle is the one that is there. The installer is made, installed without a question, tried, upgraded,
removed and interrupted. Each step is told with its seconds, also in ``try-msi.log`` beside the installer, and so is what Wine
cannot show; the first step that fails ends it all with what was said.
"""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from assistant.engine.models import Store, verified
from assistant.version import VERSION
from scripts import planted
from scripts.bundle import BUNDLE, WORK, files, size
from scripts.msi import INSTALLED, Debian, package
from scripts.screen import screen
from scripts.steps import T, need, say, timed
from scripts.sums import sha256
from scripts.windows.bed import TOOLS, Bed, bed
from scripts.windows.computer import PROGRAMS, Computer, computer, outside
from scripts.windows.interrupted import finds_no_room, is_killed
from scripts.windows.signing import Certificate

#: The version that is upgraded from: the same program under a lower number.
OLD: Final = "0.0.1"
MODEL: Final = "smollm2-135m"
LOG: Final = WORK / "try-msi.log"
_MOST_MB, _MOST_INSTALLED_MB = 80, 180
_POLICIES: Final = r"HKLM\SOFTWARE\Policies\Kansli"
_SAMPLE: Final = rf"{PROGRAMS}\_internal\resources\examples\tjansteskrivelse-fardtjanst.docx"
_USERS: Final = "users/root/AppData/Local/kansli"
#: What only Windows itself can show.
NOT_SHOWN: Final = (
    "that the firewall's rules block: Wine's netsh takes the order and does nothing",
    "that only administrators may write the policy: Wine's icacls takes the order and does nothing",
    "an ordinary user beside an administrator: Wine has one user",
    "scalings, dark mode, high contrast, screen readers, printing",
    "SmartScreen, Defender, AppLocker, Intune, group policy's own editor",
    "an upgrade while the program is open: under Wine its files can be replaced",
    "that an upgrade which fails leaves the older version: Wine does not take back what was done",
    "that an installation stops where the disk is full: Wine's installer ends as though all had been written",
    "python.org's Python, Microsoft's compiler, WiX, signtool, a certificate that others trust",
)  # fmt: skip


def main() -> None:
    """Make the installers and try them."""
    need("To try the installer", "xvfb")
    WORK.mkdir(parents=True, exist_ok=True)
    LOG.write_text("", encoding="utf-8")
    with bed(WORK) as here:
        maker = Debian(here)
        if "again" not in sys.argv[1:]:
            step("the bundle, made under Wine", maker.bundle)
        old = step("an installer of an older version", lambda: package(maker, OLD))
        new = step("the installer", lambda: package(maker, VERSION))
        tell_sizes(new)
        first = sha256(new)
        step("the installer once more", lambda: package(maker, VERSION))
        assert sha256(new) == first, "the same files make another installer"
        step("signed with a certificate made here", lambda: signs(here, maker, new))
        with computer(here, WORK / "computer") as tried:
            goes(tried, old, new)
        old.unlink()  # it served here alone
    for each in NOT_SHOWN:
        tell(f"not shown under Wine: {each}")
    tell("All of it passed.")


def tell_sizes(msi: Path) -> None:
    """The sizes, which have limits."""
    packed, whole = msi.stat().st_size / 1e6, size(INSTALLED) / 1e6
    tell(f"  {msi.name}: {packed:.1f} MB, installed {whole:.0f} MB")
    assert packed <= _MOST_MB
    assert whole <= _MOST_INSTALLED_MB


def goes(tried: Computer, old: Path, new: Path) -> None:
    """A life: installed, used, upgraded, removed."""
    before = tried.files(), tried.registry()
    models = models_on_a_share()
    step(
        "installed without a question, with a folder of models",
        lambda: installs(tried, old, f"MODELS={outside(models)}"),
    )
    tell(f"  the Start menu has it in {menu(tried)}")
    step("self-test", lambda: self_test(tried))
    step("a planted library is not loaded", lambda: is_not_loaded(tried))
    step("a policy in the registry is obeyed, and a wrong one stops it", lambda: obeys(tried))
    step("kept work is encrypted, its key in the Credential Manager", lambda: keeps(tried))
    step("window", lambda: window(tried))
    kept = users_own(tried)
    step("upgraded, with a policy from a file", lambda: upgrades(tried, new))
    assert users_own(tried) == kept, "an upgrade has changed what is the user's"
    step("the queue goes on with what was kept", lambda: tried.kansli("queue", "run"))
    assert list((tried.disk / "users/root/out").glob("*.docx"))
    step("self-test", lambda: self_test(tried))
    step("an older version is refused", lambda: refuses_older(tried, old))
    step("removed", lambda: removes(tried, new, before))
    assert users_own(tried).keys() == kept.keys(), "what is the user's stays"
    step("a wrong policy stops an installation", lambda: refuses_wrong_policy(tried, new))
    step("an installation during which the power goes", lambda: is_killed(tried, new))
    step("installed again", lambda: installs(tried, new))
    step("removed", lambda: removes(tried, new, before))
    code = step("an installation without room on the disk", lambda: finds_no_room(tried, new, WORK / "no-room.log"))
    tell(f"  it ended with {code}")
    step("installed again", lambda: installs(tried, new))
    tried.kansli("--version")


def models_on_a_share() -> Path:
    """A folder outside the computer, with the small model."""
    installed = verified(Store().find(MODEL))
    folder = WORK / "models"
    folder.mkdir(exist_ok=True)
    shutil.copyfile(installed.path, folder / installed.model.file)
    return folder


def installs(tried: Computer, msi: Path, *properties: str) -> None:
    """All files are where they belong, once."""
    tried.msiexec("/i", outside(msi), *properties, log=WORK / f"install-{msi.stem}.log")
    found = {
        each.removeprefix("Program Files/Kansli/") for each in tried.files() if each.startswith("Program Files/Kansli/")
    }
    missing = {path.relative_to(INSTALLED).as_posix() for path in files(INSTALLED)} - found
    assert not missing, f"not installed: {sorted(missing)[:10]}"
    assert tried.installed() == [msi.name.split("-")[1]]
    assert any("PATH" in line.upper() and r"\Kansli" in line for line in tried.registry())


def menu(tried: Computer) -> str:
    """Where the entry of the Start menu is: everybody's, or the user's."""
    (found,) = tried.disk.rglob("Kansli.lnk")
    return "everybody's menu" if "ProgramData" in found.parts else "the user's own menu (on Windows: everybody's)"


def self_test(tried: Computer) -> None:
    """All parts work."""
    told = json.loads(tried.kansli("selftest", "--format", "json").stdout)
    assert told["passed"], told
    assert told["frozen"]
    steps = {each["step"]: each["seconds"] for each in told["steps"]}
    tell(f"  {steps}, not protected: {told['missing']}")
    assert told["missing"] == ["calls", "files", "network"]


def is_not_loaded(tried: Computer) -> None:
    """Libraries with the names that are looked for, in the current folder and wherever a variable points."""
    folder = WORK / "planted"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    first = folder / "planted.dll"
    ran = folder / "ran"
    source = folder / "planted.c"
    source.write_text(planted.source(str(ran)), "ascii")
    tried.here.run(f"{TOOLS}-gcc-posix", "-shared", "-s", "-o", str(first), str(source))
    planted.plant(first, BUNDLE / "_internal/llama_cpp/lib")
    there = [f"set {name}={outside(folder)}" for name in planted.VARIABLES]
    script = folder / "try.cmd"
    lines = ["@echo off", f"cd /d {outside(folder)}", *there, f'"{PROGRAMS}\\kansli.exe" selftest --format json', ""]
    script.write_text("\r\n".join(lines), "ascii")
    told = tried.run("cmd", "/d", "/c", outside(script))
    assert json.loads(told.stdout)["passed"]
    assert not ran.exists()


def obeys(tried: Computer) -> None:
    """What group policy says."""
    tried.fix(_POLICIES, "allow_fetch", "REG_DWORD", "0")
    tried.fix(_POLICIES, "language", "REG_SZ", "sv")
    told = tried.kansli("policy", "show").stdout
    assert all(name in told for name in ("allow_fetch", "language", "models_folder", _POLICIES)), told
    assert "är inte installerad" in tried.kansli("models", "verify", "qwen3-4b", code=4, KANSLI_LANGUAGE="").stderr
    tried.fix(_POLICIES, "colour", "REG_SZ", "red")
    assert "colour" in tried.kansli("models", "list", code=2).stderr
    for name in ("colour", "language", "allow_fetch"):
        tried.free(_POLICIES, name)


def keeps(tried: Computer) -> None:
    """The queue's file cannot be read, and its key is where Windows keeps keys."""
    (tried.disk / "users/root/out").mkdir()
    (tried.disk / _USERS).mkdir(parents=True, exist_ok=True)
    (tried.disk / _USERS / "settings.json").write_text('{"language": "sv", "a key of a later version": 1}', "utf-8")
    tried.kansli("queue", "add", "--to", r"C:\users\root\out", "--as", "extract", _SAMPLE)
    assert b"SQLite format" not in (tried.disk / _USERS / "store.db").read_bytes()
    assert any("kansli" in line for line in tried.registry(r"HKCU\Software\Wine\Credential Manager"))


def window(tried: Computer) -> None:
    """It is shown, and closed as its cross closes it."""
    picture = WORK / "window-windows.png"
    sockets = tried.here.folder / "tmp/.X11-unix"
    sockets.mkdir(exist_ok=True)
    tried.here.settle(tried.folder)  # what has begun without a screen goes on without
    with screen(96) as shown:  # a number of its own, so that both installers can be tried at once
        subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(sockets)], check=True)
        empty = shown.content()
        began = time.monotonic()
        started = tried.start("kansli-desktop.exe", shown.display)
        shown.wait_until(empty, is_it=False)
        took = time.monotonic() - began
        colours = shown.save_when_drawn(picture)
        tried.run("taskkill", "/im", "kansli-desktop.exe")
        code = started.wait(60)
        subprocess.run(["umount", str(sockets)], check=True)
    assert colours > 8, "nothing is seen"  # noqa: PLR2004 - as in screen.py
    assert code == 0
    tell(f"  seen after {took:.2f} s; {picture}")


def refuses_wrong_policy(tried: Computer, new: Path) -> None:
    """Nothing is installed, and the policy that is there stays."""
    policy = tried.disk / "ProgramData/Kansli/policy.json"
    before = policy.read_bytes()
    wrong = WORK / "wrong.json"
    wrong.write_text('{"colour": "red"}', encoding="utf-8")
    log = WORK / "wrong-policy.log"
    assert tried.msiexec("/i", outside(new), f"POLICY={outside(wrong)}", log=log, code=None).returncode
    assert policy.read_bytes() == before
    assert tried.installed() == []


def upgrades(tried: Computer, new: Path) -> None:
    """One version is there after; what was said when the first was installed holds still."""
    policy = WORK / "policy.json"
    policy.write_text('{"threads": 1, "allow_fetch": false}', encoding="utf-8")
    installs(tried, new, f"POLICY={outside(policy)}")
    fixed = json.loads(tried.kansli("policy", "show", "--format", "json").stdout)["fixed"]
    assert {"threads", "allow_fetch", "models_folder"} <= set(fixed), fixed


def refuses_older(tried: Computer, old: Path) -> None:
    """What is there stays."""
    done = tried.msiexec("/i", outside(old), log=WORK / "downgrade.log", code=None)
    assert done.returncode
    assert tried.installed() == [VERSION]


def removes(tried: Computer, new: Path, before: tuple[set[str], set[str]]) -> None:
    """Nothing of the program is left, but the policy, which is IT's."""
    tried.msiexec("/x", outside(new), log=WORK / "remove.log")
    left = tried.files() - before[0] - {"ProgramData/Kansli", "ProgramData/Kansli/policy.json"}
    assert not left, f"left behind: {sorted(left)[:20]}"
    ours = {line for line in tried.registry() - before[1] if "kansli" in line.casefold()}
    assert not ours, f"left in the registry: {sorted(ours)[:20]}"
    assert not list(tried.disk.rglob("Kansli.lnk"))
    assert tried.installed() == []


def users_own(tried: Computer) -> dict[str, bytes]:
    """What is the user's, but for what any start writes anew."""
    home = tried.disk / _USERS
    return {path.name: path.read_bytes() for path in home.rglob("*") if path.name in {"settings.json", "store.db"}}


def signs(here: Bed, maker: Debian, msi: Path) -> None:
    """A copy, with a certificate that nobody trusts; that the signature is whole is seen by its own authority."""
    folder = WORK / "signing"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    key, made, whole = (str(folder / name) for name in ("key.pem", "certificate.pem", "certificate.p12"))
    here.run("openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", "-keyout", key, "-out", made, "-days", "2", "-subj",
             "/CN=Kansli trial", "-addext", "extendedKeyUsage=codeSigning")  # fmt: skip
    here.run("openssl", "pkcs12", "-export", "-inkey", key, "-in", made, "-out", whole, "-passout", "pass:")
    for file in (msi, BUNDLE / "kansli.exe"):
        copy = folder / file.name
        shutil.copyfile(file, copy)
        maker.sign(copy, Certificate(Path(whole)))
        told = here.run("osslsigncode", "verify", "-CAfile", made, "-in", str(copy)).stdout
        assert "Signature verification: ok" in told, told
    shutil.rmtree(folder)


def step(what: str, do: Callable[[], T]) -> T:
    """Do it, and tell how long it took."""
    return timed(what, do, tell)


def tell(text: str) -> None:
    """Tell whoever waits, and whoever reads the log."""
    say(text)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(text + "\n")


if __name__ == "__main__":
    main()
