"""One page of a PDF as a picture, with the cited words marked. Drawn in a process of its own: a file is untrusted."""

from __future__ import annotations

import json
from pathlib import Path
from threading import BoundedSemaphore, Condition, Lock

from cachetools import LRUCache, TTLCache, cached

from api.errors import Busy, NotDrawable
from ingest.errors import TookTooLong, TooLarge, UnreadableDocument
from ingest.isolate import isolated
from ingest.model import Box
from ingest.standby import Reader

PICTURE: Reader[bytes] = Reader("api.picture", "picture")
SECONDS, MEGABYTES = 15.0, 1024
PENS = BoundedSemaphore(2)  # processes that draw at the same time
PATIENCE = 20.0  # seconds that a picture waits for one of them
REFUSED: TTLCache[tuple[Path, int], str] = TTLCache(4096, ttl=600.0)  # for ten minutes
REFUSING = Lock()
KEPT = 64 * 1024 * 1024  # bytes of pictures in memory


def draw(path: Path, page: int, scale: float, boxes: tuple[Box, ...], pixels: int) -> bytes:
    """Page (from 1) of the PDF at path as PNG: scale pixels a point, fewer where that passes pixels in all.

    The last pictures are kept, and several who ask for one at the same time wait for one drawing. path is named for
    the file's bytes, so that what is kept fits. A page that cannot be drawn is not tried again for a while, in whatever
    size: it may be made to take long. Raises NotDrawable; Busy where too many others are drawn.
    """
    with REFUSING:
        refused = REFUSED.get((path, page))
    if refused:
        raise NotDrawable(refused)
    try:
        return _drawn(path, page, scale, boxes, pixels)
    except UnreadableDocument as error:
        refused = f"page {page} cannot be drawn: {_said(error)}"
        with REFUSING:
            REFUSED[path, page] = refused
        raise NotDrawable(refused) from error


def _said(error: UnreadableDocument) -> str:
    """Why, for somebody who reads: nothing of how the file should be split or saved."""
    if isinstance(error, TookTooLong):
        return f"it takes more than {SECONDS:g} seconds"
    if isinstance(error, TooLarge):
        return f"it takes more than {MEGABYTES} MB of memory"
    return "the file is damaged there"


@cached(LRUCache(KEPT, getsizeof=len), condition=Condition())
def _drawn(path: Path, page: int, scale: float, boxes: tuple[Box, ...], pixels: int) -> bytes:
    corners = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    order = json.dumps({"page": page, "scale": scale, "boxes": corners, "pixels": pixels})
    if not PENS.acquire(timeout=PATIENCE):
        raise Busy(f"page {page} waited {PATIENCE:g} seconds to be drawn")
    try:
        content = order.encode() + b"\n" + path.read_bytes()
        return isolated(PICTURE, path.name, content, seconds=SECONDS, megabytes=MEGABYTES)
    finally:
        PENS.release()
