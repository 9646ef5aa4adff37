"""Model files with one thing wrong each, loaded in the child as an imported file would be: this process survives every one."""

from collections import Counter
from pathlib import Path

from assistant.errors import ModelDied, ModelUnreadable
from assistant.wording import Words
from assistant.worker.client import ModelChild
from assistant.worker.model import Opening
from tests.assistant.worker.test_client import JOB
from tests.conftest import children
from tests.model.openers import unverified
from tests.samples.gguf import damages


def test_no_damaged_model_does_more_than_end_its_child(tmp_path: Path, small_model: Path) -> None:
    file = tmp_path / "damaged.gguf"
    outcomes: dict[str, str] = {}
    for name, data in damages(small_model):
        file.write_bytes(data)
        outcomes[name] = _outcome(file)
    assert not children()
    counts = Counter(outcomes.values())
    assert len(outcomes) >= 104
    # Some damage is harmless, and wrong weights load: only the hash, which is checked before, tells of these.
    assert set(counts) == {"model-unreadable", "model-died", "answers"}, outcomes
    assert counts["model-unreadable"] > counts["model-died"]
    assert outcomes["weights of zeros"] == "answers"


def _outcome(file: Path) -> str:
    with ModelChild(Opening(str(file)), unverified) as child:
        try:
            child.carry_out(JOB, lambda _event: None)
        except (ModelUnreadable, ModelDied) as error:
            said = Words("sv").error(error)
            assert said
            assert "\n" not in said
            return error.code
    return "answers"
