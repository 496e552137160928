"""The packaged model as it is computed here, beside sentence-transformers' own."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from search import packaged
from search.embed import Floats, load
from search.network import Numbers
from search.network import load as network
from search.plain import load as in_numpy

TEXTS = (
    *("Winter beds", "The Board approved the lease of the clinic", "", "naïve 東京 zebra's", "one two"),
    *(" ".join(f"item {number}: noted" for number in range(count)) for count in (4, 30, 90)),
)


@pytest.fixture(scope="module")
def own() -> list[dict[str, Any]]:
    model = SentenceTransformer(str(packaged.folder()), device="cpu")
    model.max_seq_length = packaged.LIMIT
    found: Any = model.encode(list(TEXTS), output_value=None, show_progress_bar=False)
    return list(found)


def test_vectors_and_token_vectors_are_those_of_sentence_transformers(own: list[dict[str, Any]]) -> None:
    for ours, theirs in zip(load().passages(TEXTS), own, strict=True):
        assert np.allclose(ours.vector, _unit(theirs["sentence_embedding"]), atol=1e-5)
        words = theirs["token_embeddings"][theirs["attention_mask"].bool()][1:-1]
        assert np.allclose(ours.tokens, _unit(words), atol=1e-5)


def test_a_questions_vectors_in_numpy_are_those_of_sentence_transformers(own: list[dict[str, Any]]) -> None:
    tokens, run = packaged.tokenizer(packaged.folder()), in_numpy(packaged.folder())
    for (vector, states, _), theirs in zip(packaged.encode(tokens, run, TEXTS), own, strict=True):
        assert np.allclose(vector, _unit(theirs["sentence_embedding"]), atol=1e-5)
        words = theirs["token_embeddings"][theirs["attention_mask"].bool()][1:-1]
        assert np.allclose(states, _unit(words), atol=1e-5)


def test_half_the_bits_give_nearly_the_same_vectors_under_a_name_of_their_own(own: list[dict[str, Any]]) -> None:
    model = load("all-MiniLM-L6-v2@bfloat16")
    assert model.name == "all-MiniLM-L6-v2@bfloat16"  # so a library never mixes them with others
    made = list(model.passages(TEXTS))
    cosines = [float(ours.vector @ _unit(theirs["sentence_embedding"])) for ours, theirs in zip(made, own, strict=True)]
    assert min(cosines) > 0.999
    assert not np.allclose(made[0].vector, _unit(own[0]["sentence_embedding"]), atol=1e-5)


@pytest.mark.parametrize("numbers", ["float32", "bfloat16"])
def test_without_onednn_the_vectors_are_the_same(numbers: Numbers) -> None:
    tokens = [[101, 2000, 3000, 102], [101, 2000, 102], [101, 3000, 102]]
    backends: Any = torch.backends
    with_onednn = network(packaged.folder(), numbers)(tokens)
    backends.mkldnn.enabled = False
    try:
        without = network(packaged.folder(), numbers)(tokens)
    finally:
        backends.mkldnn.enabled = True
    for ours, plain in zip(with_onednn, without, strict=True):
        assert np.allclose(ours, plain, atol=1e-5 if numbers == "float32" else 2e-2)


def _unit(rows: torch.Tensor) -> Floats:
    made: Floats = torch.nn.functional.normalize(rows.float(), dim=-1).numpy()
    return made


def test_batches_are_embedded_beside_one_another_and_give_what_one_thread_gives() -> None:
    texts = [f"item {number} of the board: {'noted ' * (number % 90)}" for number in range(120)]
    torch.set_num_threads(2)
    together = list(load().passages(texts))
    assert torch.get_num_threads() == 2  # whoever asks keeps the threads it had
    alone = [one for text in texts[::40] for one in load().passages([text])]
    for one, other in zip(together[::40], alone, strict=True):
        assert np.allclose(one.vector, other.vector, atol=1e-5)
        assert np.allclose(one.tokens, other.tokens, atol=1e-5)
