from assistant.classify.decide import decide
from assistant.classify.learning import Learning
from assistant.classify.look import Looking
from assistant.classify.sorting import Sorting, again, digest
from assistant.store.vault import open_vault
from tests.assistant.classify.samples import TEXTS, document, scheme
from tests.assistant.store.keyrings import Good


def test_what_was_learnt_is_there_the_next_time_and_can_be_forgotten() -> None:
    keyring, looking = Good(), Looking(scheme())
    vault = open_vault(keyring)
    learning = Learning(scheme(), vault, lambda asked: [-1.0] * len(asked.answers), "sha")
    prior = learning.prior().seen(dict.fromkeys(TEXTS, -2.0))
    learning.keep(prior)
    for code, text in TEXTS.items():
        learning.examples.confirm(digest(document(text)), code, looking.look(document(text)).seen)
    vault.close()
    vault = open_vault(keyring)
    learning = Learning(scheme(), vault, None, "sha")
    assert learning.prior() == prior
    assert Learning(scheme(), vault, None, "another").prior().start == {}
    assert learning.known(prior).learnt
    assert learning.forget() == len(TEXTS)
    assert learning.prior().start == {}
    vault.close()


def test_an_outcome_is_decided_anew_without_its_document() -> None:
    vault = open_vault(None)
    learning = Learning(scheme(), vault)
    known = learning.known(learning.prior())
    text = "Här är räkningen nummer 9 från oss till er nu igen"
    before = Sorting(scheme(), known, None).sort(document(text))
    for number in range(3):
        learning.examples.confirm(
            str(number), "faktura", Looking(scheme()).look(document(text.replace("9", str(number)))).seen
        )
        learning.examples.confirm(
            f"r{number}", "rutin", Looking(scheme()).look(document(f"{TEXTS['rutin']} {number}")).seen
        )
    after = again(before, learning.known(learning.prior()))
    assert (before.decision.label, after.decision.label) == ("", "faktura")
    assert after.evidence == before.evidence
    assert decide(learning.known(learning.prior()), before.seen) == after.decision
    vault.close()
