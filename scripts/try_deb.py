"""Tries the Debian package on bare systems: ``python -m scripts.try_deb [SUITE…]``. Needs root.

Installed where there is nothing else, it works without a network and shows its window; an upgrade keeps all that is the user's;
broken off, it can be repeated; a purge leaves nothing of it. Each step is told, with the seconds it took; the first that fails
ends it all with what was said. A picture of the window is in ``build/release``.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

from assistant.version import VERSION
from scripts import planted
from scripts.bundle import WORK
from scripts.deb import model_package, program_package
from scripts.roots import Root, root
from scripts.screen import screen
from scripts.steps import ROOT, need, say, timed

#: The version that is upgraded from: the same program under a lower number.
OLD: Final = "0.0.1"
MODEL: Final = "smollm2-135m"
USER: Final = "anna"
_MOST_MB, _MOST_INSTALLED_MB = 60, 200
_STARTS: Final = 5
_SAMPLE: Final = "/usr/lib/kansli/_internal/resources/examples/tjansteskrivelse-fardtjanst.docx"
#: Runs a command with a keyring that is open, as after a login.
_WITH_KEYRING: Final = """#!/bin/sh
exec dbus-run-session -- sh -c 'printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"' sh "$@"
"""


def main() -> None:
    """Make the packages and try them."""
    need("To try the package", "lintian", "xvfb")
    suites = sys.argv[1:] or ["bookworm", "trixie"]
    new, old, model = program_package(VERSION), program_package(OLD), model_package(MODEL)
    _lint(new)
    size = new.stat().st_size / 1e6
    assert size <= _MOST_MB, f"the package has {size:.1f} MB"
    say(f"{new.name}: {size:.1f} MB")
    for suite in suites:
        for what in (installs_and_goes, keeps_what_is_the_users, can_be_repeated):
            with root(suite, WORK) as system:
                say(f"== {suite}: {what.__name__.replace('_', ' ')}")
                system.run("useradd", "--create-home", USER)
                what(system, new, old, model)
    old.unlink()  # it served here alone
    say("All of it passed.")


def installs_and_goes(system: Root, new: Path, _old: Path, model: Path) -> None:
    """Install, try, purge, and compare with before."""
    files, packages = system.files(), system.packages()
    timed("  install", lambda: system.apt("install", system.put(new), system.put(model)))
    installed = int(system.run("dpkg-query", "-W", "-f", "${Installed-Size}", "kansli").stdout) / 1024
    assert installed <= _MOST_INSTALLED_MB, f"installed it has {installed:.0f} MB"
    say(f"  installed: {installed:.0f} MB, with {len(system.packages() - packages) - 2} packages of the system")
    timed("  self-test as a user, without a network", lambda: _self_test(system))
    timed("  a planted library is not loaded", lambda: _planted(system))
    timed("  a policy is obeyed, and a wrong one stops it", lambda: _policy(system))
    timed("  window", lambda: _window(system))
    system.run("dpkg", "--verify", "kansli")
    assert system.run("man", "-w", "kansli", code=None).returncode in {0, 127}
    timed("  purge", lambda: system.apt("purge", "--auto-remove", "kansli", model.name.split("_")[0]))
    left = system.files() - files
    assert not left, f"left behind: {sorted(left)[:20]}"
    assert not system.packages() - packages
    assert (system.folder / f"home/{USER}/.local/share/kansli").is_dir(), "what is the user's stays"
    timed("  install again", lambda: system.apt("install", "/srv/" + new.name))
    system.run("kansli", "--version", user=USER)


def keeps_what_is_the_users(system: Root, new: Path, old: Path, model: Path) -> None:
    """Upgrade, and find settings, encrypted store, model and policy as they were; then a store that is newer is refused."""
    system.apt("install", system.put(old), system.put(model), "gnome-keyring", "dbus", "libsecret-tools")
    assert system.run("dpkg-query", "-W", "-f", "${Version}", "kansli").stdout == OLD
    system.write("/usr/local/bin/with-keyring", _WITH_KEYRING, 0o755)
    system.write("/etc/kansli/policy.json", '{"threads": 1}')
    home = f"/home/{USER}/.local/share/kansli"
    system.run("mkdir", "-p", home, f"/home/{USER}/out", user=USER)
    system.write(f"{home}/settings.json", '{"language": "sv", "a key of a later version": 1}')
    queue = ("/usr/local/bin/with-keyring", "kansli", "queue")
    system.run(*queue, "add", "--to", f"/home/{USER}/out", "--as", "extract", _SAMPLE, user=USER)
    before = {name: (system.folder / home.lstrip("/") / name).read_bytes() for name in ("settings.json", "store.db")}
    assert b"SQLite format" not in before["store.db"]
    timed("  upgrade", lambda: system.apt("install", system.put(new)))
    assert system.run("dpkg-query", "-W", "-f", "${Version}", "kansli").stdout == VERSION
    after = {name: (system.folder / home.lstrip("/") / name).read_bytes() for name in before}
    assert after == before
    assert json.loads(system.run("kansli", "policy", "show", "--format", "json", user=USER).stdout)["fixed"]
    timed("  the queue goes on with what was kept", lambda: system.run(*queue, "run", user=USER))
    assert list((system.folder / f"home/{USER}/out").glob("*.docx"))
    _self_test(system)
    timed("  a store that is newer than the program is refused", lambda: _newer(system, home))


def can_be_repeated(system: Root, new: Path, _old: Path, _model: Path) -> None:
    """An installation that is killed, or for which the disk is full, is done again without more ado."""
    package = system.put(new)
    names = system.run("dpkg-deb", "-f", package, "Depends").stdout.replace("|", ",").split(",")
    system.apt("install", *(name.split("(")[0].strip() for name in names if name.strip()))
    where = system.folder / "usr/lib/kansli"
    command = ["chroot", str(system.folder), "dpkg", "-i", package]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as dpkg:
        while dpkg.poll() is None and not any(where.rglob("*.so*")):
            time.sleep(0.02)
        os.killpg(dpkg.pid, signal.SIGKILL)
    assert system.run("kansli", "--version", user=USER, code=None).returncode != 0, "it was not killed in time"
    timed("  after it was killed", lambda: system.run("dpkg", "-i", package))
    system.run("kansli", "--version", user=USER)
    system.apt("purge", "kansli")
    where.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", str(where)], check=True)
    failed = system.run("dpkg", "-i", package, code=None)
    assert failed.returncode != 0
    assert "No space left" in failed.stderr
    subprocess.run(["umount", str(where)], check=True)
    timed("  after the disk was full", lambda: system.run("dpkg", "-i", package))
    system.run("kansli", "--version", user=USER)


def _self_test(system: Root) -> None:
    told = json.loads(system.run("kansli", "selftest", "--format", "json", user=USER, offline=True).stdout)
    assert told["passed"]
    assert told["frozen"]
    steps = {step["step"]: step["seconds"] for step in told["steps"]}
    say(f"    {steps}, not protected: {told['missing'] or 'nothing'}")


def _planted(system: Root) -> None:
    """Libraries with the names that are looked for, in the current folder and wherever a variable points."""
    folder = system.folder / "home" / USER / "planted"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    here = f"/home/{USER}/planted"
    source = folder / "planted.c"
    source.write_text(planted.source(f"{here}/ran"), "ascii")
    first = folder / "libplanted.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(first), str(source)], check=True)
    planted.plant(first, system.folder / "usr/lib/kansli/_internal/llama_cpp/lib")
    variables = " ".join(f"{name}={here}" for name in ("LD_LIBRARY_PATH", *planted.VARIABLES))
    told = system.run("sh", "-c", f"cd {here} && {variables} exec kansli selftest --format json", user=USER)
    assert json.loads(told.stdout)["passed"]
    assert not (folder / "ran").exists()


def _policy(system: Root) -> None:
    system.write("/etc/kansli/policy.json", '{"language": "sv", "allow_fetch": false}')
    assert "är inte installerad" in system.run("kansli", "models", "verify", "qwen3-4b", user=USER, code=4).stderr
    assert "allow_fetch" in system.run("kansli", "policy", "show", user=USER).stdout
    system.write("/etc/kansli/policy.json", '{"colour": "red"}')
    assert "colour" in system.run("kansli", "models", "list", user=USER, code=2).stderr
    system.write("/etc/kansli/policy.json", '{"asks_for_model": false}')


def _window(system: Root) -> None:
    """The window is shown, the seconds until then are told, and it is closed as a desktop closes it."""
    sockets = system.folder / "tmp/.X11-unix"
    sockets.mkdir(exist_ok=True)
    picture = WORK / f"window-{system.folder.name.removeprefix('root-')}.png"
    with screen() as shown:
        subprocess.run(["mount", "--bind", "/tmp/.X11-unix", str(sockets)], check=True)
        empty, took = shown.content(), []
        for last in range(_STARTS, -1, -1):
            shown.wait_until(empty, is_it=True)  # the window before is gone
            began = time.monotonic()
            with _started(system, shown.display) as window:
                shown.wait_until(empty, is_it=False)
                took.append(time.monotonic() - began)
                colours = 0 if last else shown.save_when_drawn(picture)
                window.terminate()
                said = window.communicate()[0]
        subprocess.run(["umount", str(sockets)], check=True)
    assert colours > 8, f"nothing is seen: {said}"  # noqa: PLR2004 - as in screen.py
    say(f"    seen after {median(took):.2f} s (median of {len(took)}); {picture}")


def _started(system: Root, display: str) -> "subprocess.Popen[str]":
    command = ["chroot", f"--userspec={USER}:{USER}", str(system.folder), "kansli-desktop"]
    env = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": f"/home/{USER}", "DISPLAY": display, "LANG": "C.UTF-8"}
    return subprocess.Popen(command, env=env, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _newer(system: Root, home: str) -> None:
    """Raise the number of the store, as a later version would, and see that it is left alone."""
    told = system.run(
        "/usr/local/bin/with-keyring", "secret-tool", "lookup", "service", "kansli", "username", "store", user=USER
    )
    key = told.stdout.split()[-1]  # a keyring that is still starting says where it is on the same output
    import sqlcipher3  # noqa: PLC0415 - only here

    store = system.folder / home.lstrip("/") / "store.db"
    connection = sqlcipher3.connect(str(store), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    refused = system.run("/usr/local/bin/with-keyring", "kansli", "queue", "list", user=USER, code=2)
    assert "later version" in refused.stderr


def _lint(package: Path) -> None:
    """Debian's own check; what is overridden has its reason in packaging/debian/lintian-overrides."""
    told = subprocess.run(
        ["lintian", "--fail-on", "error,warning", "--allow-root", str(package)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    say(told.stdout or "lintian: nothing to remark")
    assert told.returncode == 0, told.stdout


if __name__ == "__main__":
    main()
