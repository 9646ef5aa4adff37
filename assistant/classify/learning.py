"""What is known of a scheme on this computer: what a person has confirmed, and what the model says of any document."""

from collections.abc import Iterable, Sequence

import msgspec

from assistant.classify.asking import Ask
from assistant.classify.decide import Example, Knowledge, knowledge
from assistant.classify.prior import Prior, found, shipped
from assistant.schemes.scheme import Scheme
from assistant.store.examples import Examples
from assistant.store.vault import Vault


class Learning:
    """The memory of one scheme and one model; without a model there is no prior."""

    def __init__(self, scheme: Scheme, vault: Vault, ask: Ask | None = None, model_sha256: str = "") -> None:
        self._scheme = scheme
        self._vault = vault
        self._ask = ask
        self._key = (scheme.fingerprint, model_sha256)
        self._sha256 = model_sha256
        self.examples = Examples(vault, scheme.id)

    def prior(self) -> Prior:
        """As it was left, else its start value: shipped, or found by asking.

        Raises:
            AssistantError: the model cannot answer.
            Stopped: on request.
        """
        kept = self._vault.rows("SELECT kept FROM prior WHERE scheme = ? AND model = ?", *self._key)
        if kept:
            return msgspec.msgpack.decode(kept[0][0], type=Prior)
        if self._ask is None:
            return Prior({})
        prior = Prior(shipped(self._scheme, self._sha256) or found(self._scheme, self._ask))
        self.keep(prior)
        return prior

    def keep(self, prior: Prior) -> None:
        """Keep what has been seen of the model."""
        with self._vault.change() as change:
            change.execute(
                "INSERT OR REPLACE INTO prior (scheme, model, kept) VALUES (?, ?, ?)",
                (*self._key, msgspec.msgpack.encode(prior)),
            )

    def forget(self) -> int:
        """Forget the examples, and what was seen of every model with this scheme; how many examples there were."""
        with self._vault.change() as change:
            change.execute("DELETE FROM prior WHERE scheme = ?", (self._key[0],))
        return self.examples.forget()

    def known(self, prior: Prior, shown: Iterable[Example] = ()) -> Knowledge:
        """What documents are judged by: the prior, the examples that are kept, and those shown for this time."""
        every: Sequence[Example] = [*self.examples.all(), *shown]
        return knowledge(self._scheme, prior.value(), every)
