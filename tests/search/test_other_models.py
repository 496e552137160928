"""A cross-encoder, and another embedding model, are each one setting away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
import torch
from sentence_transformers import CrossEncoder

from search import embed
from search.embed import Floats
from search.errors import ModelMissing
from search.late import unpack
from search.library import Library
from search.model import Answered
from search.reread import FIRST, load
from search.searcher import Searcher
from search.vectors import codes
from tests.search.readings import bag, put
from tests.search.tiny_models import cross_encoder, embedding, plain_bert

TEXTS = (
    *("The lease of the clinic", "The clinic roof", "Winter beds of the clinic", "The nurse of the clinic"),
    *("The budget of the clinic", "The clinic scan", "Clinic lease lease lease", "The clinic of winter"),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return cross_encoder(tmp_path_factory.mktemp("cross"))


def test_the_first_passages_stand_in_the_cross_encoders_own_order(tmp_path: Path, folder: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, *TEXTS)
        before, after = Searcher(library, bag()), Searcher(library, bag(), load(str(folder)))
        ours, theirs = before.find("clinic lease"), after.find("clinic lease")
        with before.view() as view:
            rows = [row for (row,) in view.connection.exec_driver_sql("SELECT row FROM passages")]
            read = {one.text: f"{one.around}\n{one.text}" for one in view.candidates(rows)}
        (answer,) = after.batch(["clinic lease"])
    model = CrossEncoder(str(folder), device="cpu", activation_fn=torch.nn.Identity())
    marks = dict(zip(TEXTS, model.predict([("clinic lease", read[text]) for text in TEXTS]), strict=True))
    assert len({round(float(mark), 3) for mark in marks.values()}) == len(TEXTS)
    assert [hit.text for hit in theirs] == sorted(TEXTS, key=lambda text: -marks[text])
    assert [hit.text for hit in theirs] != [hit.text for hit in ours]
    assert sorted(hit.text for hit in ours) == sorted(TEXTS)
    assert [hit.score for hit in theirs] == [hit.score for hit in ours]
    assert (answer.hits if isinstance(answer, Answered) else answer.nearest) == theirs


def worst_first(question: str, passages: Sequence[str]) -> Floats:
    """An order that is easily told from any other: the last comes first."""
    return np.arange(len(passages), dtype=np.float32)


def test_what_comes_after_the_first_thirty_is_not_read_and_stays(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, *(f"The lease of clinic {number}" for number in range(FIRST + 5)))
        before, after = Searcher(library, bag()), Searcher(library, bag(), worst_first)
        ours = [hit.text for hit in before.find("clinic lease", 100)]
        theirs = [hit.text for hit in after.find("clinic lease", 100)]
        assert theirs == [*ours[:FIRST][::-1], *ours[FIRST:]]
        assert after.find(" ") == ()
        assert after.answer("clinic lease").confidence == before.answer("clinic lease").confidence


def test_each_part_of_a_question_is_read_for_itself(tmp_path: Path) -> None:
    read: list[str] = []

    def noted(question: str, passages: Sequence[str]) -> Floats:
        read.append(question)
        return worst_first(question, passages)

    with Library.open(tmp_path, write=True) as library:
        put(library, *TEXTS)
        ready = Searcher(library, bag(), noted)
        question = "Who leads the nurse budget? What was decided on the clinic lease?"
        parts = ready.understood(question).parts
        assert len(parts) == 2
        ready.find(question)
    assert read[1:] == list(parts)


def test_of_equal_marks_the_earlier_passage_stays_ahead(tmp_path: Path) -> None:
    with Library.open(tmp_path, write=True) as library:
        put(library, *TEXTS)
        level = Searcher(library, bag(), lambda question, passages: np.zeros(len(passages), np.float32))
        assert level.find("clinic lease") == Searcher(library, bag()).find("clinic lease")


def test_a_cross_encoder_answers_several_threads_at_once(folder: Path) -> None:
    rerank, found = load(str(folder)), []
    alone = rerank("lease", TEXTS)
    threads = [Thread(target=lambda: found.append(rerank("lease", TEXTS))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(np.allclose(one, alone, atol=1e-5) for one in found)
    assert rerank("lease", []).shape == (0,)


def test_what_is_no_cross_encoder_is_refused_by_its_name(tmp_path: Path) -> None:
    kinds = [tmp_path / "none", cross_encoder(tmp_path / "three", labels=3), plain_bert(tmp_path / "bert")]
    for each in kinds:
        with pytest.raises(ModelMissing, match=f"model {each}: ") as refused:
            load(str(each))
        assert refused.value.name == str(each)


def test_another_embedding_model_works_from_end_to_end_with_its_token_vectors(tmp_path: Path) -> None:
    model = embed.load(str(embedding(tmp_path / "model")))
    assert (model.dimensions, model.limit, model.tokens("the lease")) == (16, 128, 4)
    texts = ["the lease", "the lease of the clinic zebra", ""]
    together = list(model.passages(texts))
    assert [len(one.tokens) for one in together] == [2, 6, 0]
    for text, one in zip(texts, together, strict=True):
        (alone,) = model.questions([text])
        assert np.allclose(one.tokens, alone.tokens, atol=1e-5)
        assert np.allclose(one.vector, alone.vector, atol=1e-5)
        assert np.allclose(np.linalg.norm(one.tokens, axis=1), 1, atol=1e-5)
    with Library.open(tmp_path / "library", write=True) as library:
        put(library, *TEXTS, model=model)
        ready = Searcher(library, model)
        assert ready.find("winter beds")[0].text == "Winter beds of the clinic"
        with ready.view() as view:
            kept = codes(view.connection, model.name, [row for row, _ in view.dense(together[0].vector, 100)])
        held = unpack(list(kept.values()))
        assert (len(kept), held.signs.shape[1]) == (len(TEXTS), 16)
        assert all(end - start >= 3 for start, end in zip(held.starts, held.ends, strict=True))
