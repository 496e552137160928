"""Token vectors in few bytes still say which passage a question's words meet."""

from __future__ import annotations

import numpy as np
import pytest

from search.embed import Encoded, Floats, units
from search.late import MOST_BYTES, by_numpy, by_torch, meet, pack, stretches, unpack


def drawn(n: int, dimensions: int = 384, seed: int = 1) -> Floats:
    rows = np.random.default_rng(seed).standard_normal((n, dimensions)).astype(np.float32)
    return units(rows)


def packed(tokens: Floats, before: int = 0, places: tuple[tuple[int, int], ...] = ()) -> bytes:
    return pack(Encoded(tokens[0] if len(tokens) else drawn(1)[0], tokens, places), before)


def test_the_best_cosine_of_each_token_is_kept_nearly_in_an_eighth_of_a_byte_a_dimension() -> None:
    tokens = drawn(100)
    assert len(packed(tokens)) <= 100 * 384 / 8 + 8
    near = units(tokens[:5] + 0.02 * drawn(5, seed=2))
    whole, _ = meet(np.concatenate([near, drawn(5, seed=3)]), unpack([packed(tokens), packed(drawn(30, seed=4))]))
    assert whole.shape == (2, 10)
    assert np.all(whole[0, :5] > 0.7)
    assert np.all(whole[1, :5] < 0.3)
    assert np.all(whole[:, 5:] < 0.3)


def test_a_long_passage_fits_its_bytes_and_keeps_every_token_near() -> None:
    tokens = np.repeat(drawn(130), 2, axis=0)
    code = packed(tokens)
    assert len(code) <= MOST_BYTES
    whole, _ = meet(tokens[::2], unpack([code]))
    assert np.all(whole > 0.6)


def test_a_passages_own_text_is_met_without_the_words_that_say_where_it_stands() -> None:
    tokens = drawn(4)
    code = packed(tokens, before=10, places=((0, 4), (5, 9), (11, 15), (16, 20)))
    whole, text = meet(tokens, unpack([code, packed(tokens)]))
    assert np.all(whole[0] > 0.7)
    assert np.all(text[0, 2:] > 0.7)
    assert np.all(text[0, :2] < 0.3)
    assert np.all(text[1] > 0.7)


@pytest.mark.parametrize("tokens", [0, 1])
def test_a_passage_of_one_token_or_of_none_is_met_like_any_other(tokens: int) -> None:
    passages = unpack([packed(drawn(tokens)), packed(drawn(5))])
    whole, text = meet(drawn(3), passages)
    assert whole.shape == text.shape == (2, 3)
    assert np.all(np.isfinite(whole))
    assert stretches(drawn(1)[0], passages).shape == (2,)


def test_a_stretch_that_says_what_is_asked_is_found_within_a_long_passage() -> None:
    asked = drawn(1, seed=9)
    there = units(asked + 0.5 * drawn(24, seed=8))
    passages = unpack([packed(np.concatenate([drawn(60), there, drawn(40, seed=5)])), packed(drawn(124, seed=6))])
    found = stretches(asked[0], passages)
    assert found[0] > 0.8
    assert found[1] < 0.4


def test_tokens_are_multiplied_alike_with_and_without_torch() -> None:
    dice = np.random.default_rng(3)
    signs = unpack([packed(drawn(90)), packed(drawn(1)), packed(drawn(40))]).signs
    question = dice.integers(-127, 128, (14, 384)).astype(np.int8)
    assert np.array_equal(by_torch(question, signs), by_numpy(question, signs))
