"""A program that locks itself down and then tries what it should not be able to do; prints what came of it as JSON."""

import ctypes
import json
import os
import platform
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from assistant.worker.lockdown import Limits, lockdown, no_network

IO_URING_SETUP = 425


def outcome(attempt: Callable[[], object]) -> str:
    try:
        attempt()
    except OSError as error:
        return type(error).__name__ + (f" {error.errno}" if type(error) is OSError else "")
    except (MemoryError, RuntimeError) as error:
        return type(error).__name__
    return "done"


def call(number: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, 8, ctypes.create_string_buffer(120)) < 0:
        raise OSError(ctypes.get_errno(), "refused")


def in_thread(attempt: Callable[[], object]) -> str:
    came: list[str] = []
    thread = threading.Thread(target=lambda: came.append(outcome(attempt)))
    thread.start()
    thread.join()
    return came[0]


def attempts(folder: Path) -> dict[str, Callable[[], object]]:
    return {
        "internet": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        "datagram": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
        "netlink": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW),
        "unix": lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        "pair": socket.socketpair,
        "io_uring": lambda: call(IO_URING_SETUP),
        "read": (folder / "secret.txt").read_text,
        "read allowed": (folder / "allowed.txt").read_text,
        "list": lambda: os.listdir(folder),  # noqa: PTH208 - the system call is meant
        "write": lambda: (folder / "new.txt").write_text("x"),
        "write allowed": lambda: (folder / "allowed.txt").write_text("x"),
        "passwords": Path("/etc/passwd").read_text,
        "fork": os.fork,
        "execute": lambda: os.execv("/bin/true", ["true"]),
        "kill": lambda: os.kill(os.getppid(), 0),
        "memory of another": Path(f"/proc/{os.getppid()}/mem").open,
        "much memory": lambda: bytearray(2 << 30),
        "late import": lambda: __import__("zipapp"),
        "thread": lambda: in_thread(lambda: None),
    }


def main() -> None:
    which, folder = sys.argv[1], Path(sys.argv[2])
    out = os.dup(1)
    if which == "no-network":
        held: object = no_network()
        tried = {
            name: attempts(folder)[name]
            for name in ("internet", "datagram", "netlink", "unix", "pair", "io_uring", "read")
        }
    else:
        # A thread that is there before must not stay free; it is told apart from what is started later.
        before, after = threading.Event(), threading.Event()
        early: list[str] = []
        if which == "thread-before":
            attempt = attempts(folder)["internet"]

            def late() -> None:
                before.wait()
                early.append(outcome(attempt))
                after.set()

            threading.Thread(target=late).start()
        held = asdict(lockdown(Limits(memory_mb=1024, cpu_s=60, read=(folder / "allowed.txt",))))
        tried = attempts(folder)
        if which == "thread-before":
            before.set()
            after.wait()
            tried = {"late import": tried["late import"]}
    came = {name: outcome(attempt) for name, attempt in tried.items()}
    came["socket in a thread"] = in_thread(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))
    if which == "thread-before":
        came["thread before"] = early[0]
    os.write(out, json.dumps({"held": held, "came": came, "machine": platform.machine()}).encode())


if __name__ == "__main__":
    main()
