"""Confirmed examples: what a person has said a document is. Kept as features and encrypted; the document's words are not in it."""

from datetime import UTC, datetime

import msgspec

from assistant.classify.decide import Example
from assistant.classify.seen import Seen
from assistant.store.vault import Vault


class Examples:
    """The examples of one scheme, by its name."""

    def __init__(self, vault: Vault, scheme: str) -> None:
        self._vault = vault
        self._scheme = scheme

    def confirm(self, digest: str, label: str, seen: Seen) -> None:
        """Keep what a document is; said anew of the same text, the later word holds."""
        row = (self._scheme, digest, label, msgspec.msgpack.encode(seen), datetime.now(UTC).isoformat())
        with self._vault.change() as change:
            change.execute(
                "INSERT OR REPLACE INTO example (scheme, digest, label, seen, made) VALUES (?, ?, ?, ?, ?)", row
            )

    def withdraw(self, digest: str) -> None:
        """Forget what was said of a text."""
        with self._vault.change() as change:
            change.execute("DELETE FROM example WHERE scheme = ? AND digest = ?", (self._scheme, digest))

    def forget(self) -> int:
        """Forget all; how many there were."""
        with self._vault.change() as change:
            change.execute("DELETE FROM example WHERE scheme = ?", (self._scheme,))
            return int(change.rowcount)

    def counts(self) -> dict[str, int]:
        """How many there are of each label."""
        query = "SELECT label, count(*) FROM example WHERE scheme = ? GROUP BY label ORDER BY label"
        return {str(label): int(count) for label, count in self._vault.rows(query, self._scheme)}

    def all(self) -> list[Example]:
        """All of them, the oldest first."""
        query = "SELECT label, seen FROM example WHERE scheme = ? ORDER BY made, digest"
        return [
            Example(label, msgspec.msgpack.decode(seen, type=Seen))
            for label, seen in self._vault.rows(query, self._scheme)
        ]
