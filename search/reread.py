"""The first passages for a question in the order of a cross-encoder, which reads question and passage together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock

import numpy as np

from search.embed import BATCH, Floats
from search.errors import ModelMissing
from search.rank.candidates import Candidate
from search.rank.rank import Ranked

FIRST = 30  # what is read again; the rest stays behind it as it was
READS = "ForSequenceClassification"  # models whose architecture has no such name would get a layer of random weights

# For one question and n passages, how well each answers (n,), higher is better.
Rerank = Callable[[str, Sequence[str]], Floats]


def load(name: str) -> Rerank:
    """The cross-encoder of that name: a sentence-transformers CrossEncoder or a folder that holds one.

    Raises ModelMissing, also where the model is there and is no cross-encoder that gives one score.
    """
    import torch
    from sentence_transformers import CrossEncoder  # takes seconds, and without a reranker it is not needed

    try:
        model = CrossEncoder(name, device="cpu")
    except (OSError, ValueError) as error:
        raise ModelMissing(name, next(iter(str(error).splitlines()), "it cannot be loaded")) from error
    if model.num_labels != 1 or not any(READS in kind for kind in model.config.architectures or ()):
        raise ModelMissing(name, "it is no cross-encoder that gives one score for a question and a passage")
    alone = Lock()  # its tokenizer is set anew for every batch
    plain = torch.nn.Identity()  # the scores themselves: as shares of one, high ones would all come to 1

    def rerank(question: str, passages: Sequence[str]) -> Floats:
        if not passages:
            return np.zeros(0, np.float32)
        pairs = [(question, passage) for passage in passages]
        with alone:
            found = model.predict(pairs, batch_size=BATCH, activation_fn=plain, show_progress_bar=False)
        return np.asarray(found, np.float32).reshape(len(pairs))

    return rerank


def reread(question: str, found: Ranked, first: Sequence[Candidate], rerank: Rerank) -> Ranked:
    """What was found, the rows of first in rerank's order; of equal ones the earlier stays ahead.

    first are the first passages of found.scored in its order. Scores stay at their places, so that the first passage
    has the highest as before, and what the order before says of how sure an answer is still holds.
    """
    marks = rerank(question, [f"{one.around}\n{one.text}" for one in first])
    rows = [first[place].row for place in np.argsort(-marks, kind="stable")]
    rest = found.scored[len(first) :]
    places = zip(rows, found.scored, strict=False)
    return replace(found, scored=(*((row, score) for row, (_, score) in places), *rest))
