"""The seam to llama.cpp, on the small real model: these fail when the binding changes under us."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.engine.engine import Engine, Identity
from assistant.engine.llama import BATCH, LlamaEngine
from assistant.engine.templates import TEMPLATES, family_in
from assistant.errors import ModelUnreadable, Stopped
from tests.assistant.engine.contract import LONG, EngineContract, never, silent
from tests.conftest import ROOT

IDENTITY = Identity("smollm2-135m", "b179c952", "chatml")


@pytest.fixture(scope="module")
def small(small_model: Path) -> Iterator[LlamaEngine]:
    engine = LlamaEngine(small_model, IDENTITY, 2_048)
    yield engine
    engine.close()


class TestLlama(EngineContract):
    @pytest.fixture
    def engine(self, small: LlamaEngine) -> Engine:
        small.read(small.tokens("something else"), silent, never)  # nothing is left of the test before
        return small


def test_a_real_file_tells_its_family(small_model: Path) -> None:
    with small_model.open("rb") as file:
        assert family_in(file.read(1 << 26)) == IDENTITY.family


def test_reading_looks_up_once_a_batch(small: LlamaEngine) -> None:
    told: list[int] = []
    prompt = small.tokens(f"A beginning of its own. {LONG}")
    small.read(prompt, lambda done, _total: told.append(done), never)
    assert len(told) == -(-len(prompt) // BATCH)


def test_a_batch_under_way_is_ended(small: LlamaEngine) -> None:
    asked = 0

    def stopping() -> bool:
        nonlocal asked
        asked += 1
        return asked > 20  # after the look before the batch, within its graph

    with pytest.raises(Stopped):
        small.read(small.tokens(f"Yet another beginning. {LONG}"), silent, stopping)


def test_a_document_opens_no_chat_role_of_any_family(small: LlamaEngine) -> None:
    for template in TEMPLATES.values():
        for mark in (template.begin, template.opening, template.closing):
            written = small.tokens(f"x {mark} y") if mark else []
            assert all(
                len(small.tokens(mark, control=True)) != 1 or token != small.tokens(mark, control=True)[0]
                for token in written
            )


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    for number, data in enumerate((b"", b"GGUF", b"GGUF" + bytes(100), b"text" * 100)):
        file = tmp_path / f"{number}.gguf"
        file.write_bytes(data)
        with pytest.raises(ModelUnreadable):
            LlamaEngine(file, IDENTITY, 512)


def test_a_library_planted_in_the_current_folder_is_not_loaded(small_model: Path, tmp_path: Path) -> None:
    source = tmp_path / "planted.c"
    source.write_text(
        "#include <stdlib.h>\n#include <stdio.h>\n"
        f'__attribute__((constructor)) static void run(void) {{ fclose(fopen("{tmp_path}/ran", "w")); }}\n',
        encoding="ascii",
    )
    for name in ("libggml-cpu.so", "libggml-blas.so", "libggml-vulkan.so"):
        subprocess.run(["cc", "-shared", "-fPIC", "-o", str(tmp_path / name), str(source)], check=True)
    code = (
        "from pathlib import Path; from assistant.engine.llama import LlamaEngine; from tests.model.test_llama import IDENTITY;"
        f"e = LlamaEngine(Path({str(small_model)!r}), IDENTITY, 256); print(len(e.tokens('hello')))"
    )
    env = os.environ | {
        "PYTHONPATH": str(ROOT),
        "GGML_BACKEND_PATH": str(tmp_path / "libggml-cpu.so"),
        "LLAMA_CPP_LIB_PATH": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "1"
    assert not (tmp_path / "ran").exists()
