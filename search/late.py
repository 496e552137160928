"""Token vectors of passages in few bytes, and how well a question's tokens meet them (late interaction).

A passage's token vectors are turned by one fixed random rotation, after which the signs alone keep most of what a
cosine needs: 48 bytes a token for 384 dimensions. The question's tokens stay whole.
Sources: Khattab & Zaharia, ColBERT, SIGIR 2020, section 3 (maximum similarity); Charikar, STOC 2002 (signs of random
projections).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from search import network
from search.embed import Encoded, Floats

Places = NDArray[np.intp]
MOST_BYTES = 8_000  # of one passage, its head among them
HEAD = 4  # bytes: how many tokens stand before the passage's own text, and how many dimensions a token has
SEED = 7
BLOCK, BLOCKS = 8, 3  # tokens of a block, blocks of a stretch


def pack(encoded: Encoded, before: int) -> bytes:
    """The token vectors of one embedded text as bytes, at most MOST_BYTES.

    before is how many characters of the text tell where the passage stands. Where the tokens are too many, neighbours
    that are most alike become one; where there are none, the vector of the whole is the only one.
    """
    tokens = encoded.tokens if len(encoded.tokens) else encoded.vector[None]
    dimensions = tokens.shape[1]
    ahead = sum(end <= before for _, end in encoded.places) if encoded.places else 0
    most = max(1, (MOST_BYTES - HEAD) // (-(-dimensions // 8)))
    while len(tokens) > most:
        tokens, ahead = _merged(tokens, ahead, len(tokens) - most)
    signs = np.packbits(tokens @ _rotation(dimensions) >= 0, axis=1)
    return b"".join([ahead.to_bytes(2, "little"), dimensions.to_bytes(2, "little"), bytes(signs)])


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Signs (n, dimensions) of the rotated token vectors of several passages, one after another: 1 for plus, else 0.

    They are small whole numbers, which are added up several times faster than the same as float32.

    starts, own and ends say, for each passage, where its tokens start, where those of its own text do, and end.
    """

    signs: NDArray[np.uint8]
    starts: Places
    own: Places
    ends: Places


def unpack(codes: Sequence[bytes]) -> Unpacked:
    """The token vectors of one passage or more, as pack packed them."""
    dimensions = int.from_bytes(codes[0][2:HEAD], "little")
    width = -(-dimensions // 8)
    counts = np.array([(len(code) - HEAD) // width for code in codes])
    ends = np.cumsum(counts)
    starts = ends - counts
    own = starts + np.minimum([int.from_bytes(code[:2], "little") for code in codes], np.maximum(counts - 1, 0))
    packed = np.frombuffer(b"".join(code[HEAD:] for code in codes), np.uint8).reshape(-1, width)
    return Unpacked(np.unpackbits(packed, axis=1, count=dimensions), starts, own, ends)


def meet(question: Floats, passages: Unpacked) -> tuple[Floats, Floats]:
    """For each question token (q, dimensions) its best cosine with a token of each passage, about in [-0.8, 0.8].

    Two arrays (passages, q): over all tokens of the passage, and over those of its own text without its place.
    """
    dimensions = question.shape[1]
    turned = question @ _rotation(dimensions)
    step = np.maximum(np.abs(turned).max(axis=1, keepdims=True), np.float32(1e-9)) / 127
    whole = np.round(turned / step).astype(np.int8)
    # before and own: of what stands before the passage's own text, and of that
    edges = np.stack([passages.starts, passages.own], axis=1).ravel()
    products: NDArray[Any] = (by_torch if network.loaded() else by_numpy)(whole, passages.signs)
    best = np.maximum.reduceat(products, edges, axis=1)
    # a token is (2 signs - 1) / sqrt(dimensions): nearly of unit length
    cosines = ((2 * best - whole.sum(axis=1, keepdims=True, dtype=np.int32)) * (step / np.float32(dimensions**0.5))).T
    before, own = cosines[::2], cosines[1::2]
    return np.maximum(before, own), own


def by_torch(question: NDArray[np.int8], signs: NDArray[np.uint8]) -> NDArray[np.int32]:
    """The products (q, n) of a question's rows (q, dimensions) with those of passages (n, dimensions)."""
    import torch

    made: NDArray[np.int32] = torch._int_mm(torch.from_numpy(question), torch.from_numpy(signs.view(np.int8)).T).numpy()
    return made


def by_numpy(question: NDArray[np.int8], signs: NDArray[np.uint8]) -> Floats:
    """The same numbers, which float32 holds exactly, in ten times the time and without torch."""
    return np.ascontiguousarray((signs.astype(np.float32) @ question.T.astype(np.float32)).T)


def stretches(vector: Floats, passages: Unpacked) -> Floats:
    """For each passage the best cosine of a unit vector (dimensions,) with the mean of a stretch of its own tokens.

    A stretch is BLOCKS times BLOCK tokens in a row, about a sentence; one begins at every block.
    """
    counts = -(-(passages.ends - passages.own) // BLOCK)  # of blocks
    # behind the blocks of a passage stand empty ones, so that no stretch reaches into the next passage
    begun = np.cumsum(counts + BLOCKS - 1) - (counts + BLOCKS - 1)
    passage = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(len(passage)) - (np.cumsum(counts) - counts)[passage]
    tokens = (passages.own[passage] + BLOCK * within)[:, None] + np.arange(BLOCK)
    there = tokens < passages.ends[passage][:, None]
    signs = np.zeros((begun[-1] + counts[-1] + BLOCKS - 1, len(vector)), np.uint8)
    many = np.zeros(len(signs), np.float32)
    signs[begun[passage] + within] = _summed(passages.signs, tokens, there)
    many[begun[passage] + within] = there.sum(axis=1)
    last = len(signs) - BLOCKS + 1
    # of a stretch: BLOCKS times BLOCK signs are still a small whole number
    sums = sum((signs[block : block + last] for block in range(1, BLOCKS)), signs[:last])
    tokens_of = sum((many[block : block + last] for block in range(1, BLOCKS)), many[:last])
    rows = 2 * sums.astype(np.float32) - tokens_of[:, None]
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows)) + np.float32(1e-9)
    cosines = np.append(rows @ (vector @ _rotation(len(vector))) / lengths, np.float32(-1))
    edges = np.stack([begun, begun + np.maximum(1, counts - BLOCKS + 1)], axis=1).ravel()
    best: Floats = np.maximum.reduceat(cosines, edges)[::2]
    return best


def _summed(signs: NDArray[np.uint8], tokens: Places, there: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """For each row of token places (blocks, BLOCK) the sum of the signs of those that are there."""
    found = signs[np.where(there, tokens, 0)]
    found[~there] = 0
    summed: NDArray[np.uint8] = found.sum(axis=1, dtype=np.uint8)
    return summed


@cache
def _rotation(dimensions: int) -> Floats:
    """An orthogonal matrix (dimensions, dimensions), always the same."""
    drawn = np.random.default_rng(SEED).standard_normal((dimensions, dimensions))
    turned: Floats = np.linalg.qr(drawn)[0].astype(np.float32)
    # The products here are small: further threads would only wait for one another, and take a processor meanwhile.
    for library in ThreadpoolController().lib_controllers:
        if library.user_api == "blas" and Path(library.filepath).parent.name.startswith("numpy"):
            library.set_num_threads(1)
    return turned


def _merged(tokens: Floats, ahead: int, spare: int) -> tuple[Floats, int]:
    """Up to spare tokens fewer: neighbours that are most alike as their mean, brought to unit length.

    No token is merged twice, so at most half of them go.
    """
    alike = (tokens[1:] * tokens[:-1]).sum(axis=1)
    merged = np.zeros(
        len(tokens) + 1, bool
    )  # the token at a place goes into the one before it; one place more for room
    for at in np.argsort(-alike, kind="stable"):
        if spare and not merged[at : at + 3].any():
            merged[at + 1] = True
            spare -= 1
    goes = np.flatnonzero(merged[:-1])
    kept = tokens.copy()
    means = kept[goes - 1] + kept[goes]
    kept[goes - 1] = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), np.float32(1e-9))
    return np.delete(kept, goes, axis=0), ahead - int((goes < ahead).sum())
