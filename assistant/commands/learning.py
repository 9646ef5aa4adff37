"""``kansli scheme learn|learnt|forget``: confirmed examples of a scheme, kept encrypted and as features, never as texts."""

import argparse

from assistant.classify.gather import labelled
from assistant.classify.learning import Learning
from assistant.commands.exits import Exit
from assistant.commands.sorter import Sorter
from assistant.commands.stopping import stoppable
from assistant.errors import UsageError
from assistant.policy import in_force
from assistant.schemes.read import load
from assistant.store import keys
from assistant.store.vault import Vault, open_vault
from assistant.wording import Words


def run(order: argparse.Namespace, words: Words) -> Exit:
    """Carry out one of the actions."""
    vault = open_vault(keys.system())
    try:
        if not vault.is_kept:
            raise UsageError(reason="no-keyring" if in_force().keeps_history else "fixed-history")
        return _run(order, words, vault)
    finally:
        vault.close()


def _run(order: argparse.Namespace, words: Words, vault: Vault) -> Exit:
    scheme = load(order.scheme)
    if order.action == "learn":
        pairs = labelled(scheme, order.source)
        with stoppable() as wish, Sorter(order, scheme, vault, wish.is_set) as sorter:
            for digest, example in sorter.examples(pairs, words):
                sorter.learning.examples.confirm(digest, example.label, example.seen)
    learning = Learning(scheme, vault)
    if order.action == "forget":
        count = learning.forget()
        print(words.count("{count} example was forgotten.", "{count} examples were forgotten.", count))
        return Exit.DONE
    for code, count in learning.examples.counts().items():
        print(f"{count:>5}  {code}")
    return Exit.DONE
