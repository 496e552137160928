"""Places on a page as stored: words as a compressed block, spans as JSON."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import starmap
from typing import Any

import numpy as np

from ingest.model import Box, Span, Word

_WORD = np.dtype([("start", "<i4"), ("end", "<i4"), ("box", "<f4", (4,))])


def pack_words(words: Sequence[Word]) -> bytes:
    """The words of one page as compressed rows of start, end (int32) and box (four float32); b"" for none."""
    if not words:
        return b""
    rows = [(word.start, word.end, (word.box.left, word.box.top, word.box.right, word.box.bottom)) for word in words]
    return zlib.compress(np.array(rows, dtype=_WORD).tobytes(), level=3)


def unpack_words(packed: bytes) -> tuple[tuple[int, int, Box], ...]:
    """What pack_words packed."""
    if not packed:
        return ()
    rows = np.frombuffer(zlib.decompress(packed), dtype=_WORD)
    starts, ends, boxes = rows["start"].tolist(), rows["end"].tolist(), rows["box"].tolist()
    return tuple((start, end, Box(*box)) for start, end, box in zip(starts, ends, boxes, strict=True))


def pack_span(span: Span) -> list[Any]:
    """One span as [page, start, end, [[left, top, right, bottom], ...]], boxes to a tenth of a point."""
    boxes = [[round(side, 1) for side in (box.left, box.top, box.right, box.bottom)] for box in span.boxes]
    return [span.page, span.start, span.end, boxes]


def unpack_span(packed: Sequence[Any]) -> Span:
    """What pack_span packed."""
    page, start, end, boxes = packed
    return Span(page, start, end, tuple(starmap(Box, boxes)))


def unpack_spans(packed: Iterable[Sequence[Any]]) -> tuple[Span, ...]:
    """Several spans."""
    return tuple(unpack_span(span) for span in packed)
