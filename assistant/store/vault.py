"""One encrypted SQLite file (SQLCipher), and the same in memory where there is no key to trust."""

import contextlib
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3

from assistant import paths
from assistant.errors import StoreDamaged, StoreFull, StoreLocked, StoreNewer
from assistant.policy import in_force
from assistant.store import keys
from assistant.store.keys import Keyring

_STEPS = (
    """
    CREATE TABLE job (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL,
        out TEXT NOT NULL,
        options BLOB NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        tries INTEGER NOT NULL DEFAULT 0,
        answer BLOB
    ) STRICT
    """,
    """
    CREATE TABLE example (
        scheme TEXT NOT NULL,
        digest TEXT NOT NULL,
        label TEXT NOT NULL,
        seen BLOB NOT NULL,
        made TEXT NOT NULL,
        PRIMARY KEY (scheme, digest)
    ) STRICT
    """,
    """
    CREATE TABLE prior (
        scheme TEXT NOT NULL,
        model TEXT NOT NULL,
        kept BLOB NOT NULL,
        PRIMARY KEY (scheme, model)
    ) STRICT
    """,
    """
    CREATE TABLE batch (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        scheme TEXT NOT NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sorted (
        batch INTEGER NOT NULL,
        number INTEGER NOT NULL,
        path TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        label TEXT NOT NULL DEFAULT '',
        confidence REAL NOT NULL DEFAULT 0,
        confirmed TEXT,
        answer BLOB,
        PRIMARY KEY (batch, number)
    ) STRICT
    """,
    "CREATE INDEX sorted_by_state ON sorted (batch, state, number)",
    """
    CREATE TABLE history (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        batch INTEGER NOT NULL,
        made TEXT NOT NULL,
        path TEXT NOT NULL,
        act TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX history_by_batch ON history (batch, number)",
)
#: Raised with every change of the tables; an older file is brought up to it by the steps, a newer one is refused.
VERSION = len(_STEPS)
_FULL = 13  # SQLITE_FULL
_WAIT_MS = 5_000


class Vault:
    """The store's file, open. Threads may share it: one at a time is served.

    Attributes:
        is_kept: whether what is put in survives the program.
    """

    def __init__(self, connection: Any, *, is_kept: bool) -> None:
        self._connection = connection
        self._turn = threading.RLock()
        self.is_kept = is_kept

    @contextlib.contextmanager
    def change(self) -> Iterator[Any]:
        """A transaction: all of it happens or nothing.

        Raises:
            StoreFull: the disk is; nothing has changed.
        """
        with self._turn:
            cursor = self._connection.cursor()
            try:
                cursor.execute("BEGIN IMMEDIATE")
                yield cursor
                cursor.execute("COMMIT")
            except BaseException as error:
                with contextlib.suppress(sqlcipher3.Error):
                    cursor.execute("ROLLBACK")
                if getattr(error, "sqlite_errorcode", 0) == _FULL or "disk is full" in str(error):
                    raise StoreFull from error
                raise

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query finds."""
        with self._turn:
            return list(self._connection.execute(query, values))

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._connection.close()


def file() -> Path:
    """Where the store lies."""
    return paths.home() / "store.db"


def open_vault(keyring: Keyring | None) -> Vault:
    """The store, made when there is none; in memory when there is no key, or IT has decided that nothing is kept.

    Raises:
        StoreLocked: there is a store, but no key to open it with.
        StoreDamaged: the key does not open it, or the file is torn.
        StoreNewer: a later version of the program has written it.
    """
    fixed = in_force()
    if not fixed.keeps_history:
        return _in_memory()
    path = file()
    there = path.exists()
    key = keys.key(keyring, make=not there)
    if not key:
        if there:
            raise StoreLocked
        return _in_memory()
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlcipher3.connect(str(path), isolation_level=None, timeout=_WAIT_MS / 1000, check_same_thread=False)
    try:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        vault = Vault(_prepared(connection), is_kept=True)
        if fixed.history_days:
            _forget(vault, fixed.history_days)
        return vault  # noqa: TRY300 - all of this can find the file damaged
    except sqlcipher3.DatabaseError as error:
        connection.close()
        raise StoreDamaged(file=path.name) from error
    except StoreNewer:
        connection.close()
        raise


def _forget(vault: Vault, days: int) -> None:
    """Forget what is older. Jobs of the queue have no age: their results are forgotten once they are written."""
    oldest = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    with vault.change() as change:
        for table in ("sorted", "history"):
            change.execute(
                f"DELETE FROM {table} WHERE batch IN (SELECT number FROM batch WHERE made < ?)",  # noqa: S608 - one of the two
                (oldest,),
            )
        for table in ("batch", "example", "history"):
            change.execute(f"DELETE FROM {table} WHERE made < ?", (oldest,))  # noqa: S608 - one of the three


def _in_memory() -> Vault:
    connection = sqlcipher3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return Vault(_prepared(connection), is_kept=False)


def _prepared(connection: Any) -> Any:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise StoreNewer
    for setting in ("journal_mode = WAL", "synchronous = FULL", "temp_store = MEMORY", "secure_delete = ON"):
        connection.execute(f"PRAGMA {setting}")
    if version < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        (version,) = connection.execute("PRAGMA user_version").fetchone()  # another process may have been quicker
        for step in _STEPS[version:]:
            connection.execute(step)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    return connection
