"""One page of a PDF as a picture, with the cited words marked. Drawn in a process of its own: a file is untrusted."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from threading import BoundedSemaphore, Condition, Lock

import pypdfium2
from cachetools import LRUCache, TTLCache, cached
from PIL import Image, ImageChops, ImageDraw

from api.errors import Busy, NotDrawable
from ingest.errors import DamagedDocument, TookTooLong, TooLarge, UnreadableDocument
from ingest.isolate import isolated
from ingest.model import Box
from ingest.read.upright import stand

SECONDS, MEGABYTES = 15.0, 1024
PENS = BoundedSemaphore(2)  # processes that draw at the same time
PATIENCE = 20.0  # seconds that a picture waits for one of them
REFUSED: TTLCache[tuple[Path, int], str] = TTLCache(4096, ttl=600.0)  # for ten minutes
REFUSING = Lock()
KEPT = 64 * 1024 * 1024  # bytes of pictures in memory
MARKER = (255, 235, 59)
FEW = 2048  # colours; a photograph has more
EDGE = 1.5  # points of marker around each box


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
        return isolated(picture, path.name, content, seconds=SECONDS, megabytes=MEGABYTES)
    finally:
        PENS.release()


def picture(name: str, content: bytes) -> bytes:
    """PNG bytes for a line of JSON (page, scale, boxes, pixels) followed by a PDF. Raises DamagedDocument."""
    line, _, pdf = content.partition(b"\n")
    order = json.loads(line)
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            page = document[order["page"] - 1]
            stand(page).close()  # as it was read, so that the boxes are of what is seen
            width, height = page.get_size()
            scale = min(order["scale"], (order["pixels"] / max(width * height, 1)) ** 0.5)
            image = page.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise DamagedDocument(name, "the file is damaged there") from error
    out = io.BytesIO()
    (marked(image, order["boxes"], scale) if order["boxes"] else slim(image)).save(out, "PNG", compress_level=3)
    return out.getvalue()


def slim(image: Image.Image) -> Image.Image:
    """The same picture in 256 colours where print and lines are all that it shows: half the bytes, alike to the eye."""
    return image.quantize(256) if image.getcolors(FEW) else image


def marked(image: Image.Image, boxes: Sequence[Sequence[float]], scale: float) -> Image.Image:
    """The image with a marker's colour behind the words in the boxes (points), as on paper."""
    layer = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(layer)
    for left, top, right, bottom in boxes:
        corners = ((left - EDGE) * scale, (top - EDGE) * scale, (right + EDGE) * scale, (bottom + EDGE) * scale)
        if corners[2] >= corners[0] and corners[3] >= corners[1]:
            pen.rectangle(corners, fill=MARKER)
    return ImageChops.multiply(image, layer)
