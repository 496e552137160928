from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from search.embed import STRETCH, embedded, load
from search.errors import ModelMissing
from search.library import Library
from search.searcher import Searcher
from tests.search.readings import bag, put


def test_texts_keep_their_order_and_progress_is_told() -> None:
    texts = [f"word{n} " * (n % 7 + 1) for n in range(STRETCH + 3)]
    done: list[int] = []
    made = dict(embedded(bag(), texts, done.append))
    assert done == [STRETCH, STRETCH + 3]
    alone = bag().questions(texts)
    assert all(np.array_equal(made[place].vector, one.vector) for place, one in enumerate(alone))
    assert not list(embedded(bag(), []))


def test_the_packaged_model_gives_unit_rows_that_follow_meaning(tmp_path: Path) -> None:
    model = load()
    assert (model.name, model.dimensions, model.limit) == ("all-MiniLM-L6-v2", 384, 256)
    assert model.tokens("hello world") == 4
    texts = ["The clinic's lease was extended", "Scan waiting times fell", "long " * 900, ""]
    encoded = list(model.passages(texts))
    rows = np.stack([one.vector for one in encoded])
    assert rows.shape == (4, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text, row in zip(texts, rows, strict=True):
        assert np.allclose(model.questions([text])[0].vector, row, atol=1e-5)  # alike alone and among longer texts
    assert [len(one.tokens) for one in encoded] == [len(one.places) for one in encoded] == [7, 4, 254, 0]
    assert np.allclose(np.linalg.norm(encoded[0].tokens, axis=1), 1, atol=1e-5)
    start, end = encoded[0].places[-1]
    assert texts[0][start:end] == "extended"
    assert np.allclose(
        model.questions(["long " * 254])[0].vector, rows[2], atol=1e-5
    )  # cut at 256 tokens, its marks among them
    with Library.open(tmp_path, write=True) as library:
        put(library, *texts[:2], model=model)
        assert Searcher(library, model).find("building rental agreement")[0].text == texts[0]


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(ModelMissing, match="sentence-transformers model or a folder"):
        load(str(tmp_path))


def test_importing_search_does_not_load_the_model_library() -> None:
    code = (
        "import sys, search.searcher, search.add, search.lock;"
        "print([name for name in ('torch', 'faiss', 'alembic') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert run.stdout.strip() == "[]", run.stderr


def test_a_thread_that_comes_later_uses_as_many_processors() -> None:
    code = (
        "from threading import Thread; import torch; torch.set_num_threads(3)\n"
        "from search import packaged\n"
        "def used():\n"
        "    list(packaged._beside(lambda batch: (batch, torch.get_num_threads()), iter([[0], [1]])))\n"
        "    print(packaged._processors())\n"
        "for _ in range(2):\n"
        "    thread = Thread(target=used)\n"
        "    thread.start()\n"
        "    thread.join()\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert run.stdout.split() == ["3", "3"], run.stderr
