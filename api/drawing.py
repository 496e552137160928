"""One page of a PDF as a picture, with the cited words marked. Drawn in a process of its own: a file is untrusted."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from api.errors import NotDrawable
from ingest.errors import DamagedDocument, UnreadableDocument
from ingest.isolate import isolated
from ingest.model import Box

SECONDS, MEGABYTES = 15.0, 1024
PENS = BoundedSemaphore(2)  # processes that draw at the same time
MARKER = (255, 235, 59)
EDGE = 1.5  # points of marker around each box


def draw(path: Path, page: int, scale: float, boxes: tuple[Box, ...], pixels: int) -> bytes:
    """Page (from 1) of the PDF at path as PNG: scale pixels a point, fewer where that passes pixels in all.

    The last pictures are kept. Raises NotDrawable.
    """
    try:
        return _drawn(path, page, scale, boxes, pixels)
    except UnreadableDocument as error:
        raise NotDrawable(f"page {page} cannot be drawn: {error.reason}") from error


@lru_cache(maxsize=32)
def _drawn(path: Path, page: int, scale: float, boxes: tuple[Box, ...], pixels: int) -> bytes:
    corners = [(box.left, box.top, box.right, box.bottom) for box in boxes]
    order = json.dumps({"page": page, "scale": scale, "boxes": corners, "pixels": pixels})
    with PENS:
        content = order.encode() + b"\n" + path.read_bytes()
        return isolated(picture, path.name, content, seconds=SECONDS, megabytes=MEGABYTES)


def picture(name: str, content: bytes) -> bytes:
    """PNG bytes for a line of JSON (page, scale, boxes, pixels) followed by a PDF. Raises DamagedDocument."""
    line, _, pdf = content.partition(b"\n")
    order = json.loads(line)
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            page = document[order["page"] - 1]
            width, height = page.get_size()
            scale = min(order["scale"], (order["pixels"] / max(width * height, 1)) ** 0.5)
            image = page.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise DamagedDocument(name, "the file is damaged there") from error
    out = io.BytesIO()
    marked(image, order["boxes"], scale).save(out, "PNG", compress_level=3)
    return out.getvalue()


def marked(image: Image.Image, boxes: Sequence[Sequence[float]], scale: float) -> Image.Image:
    """The image with a marker's colour behind the words in the boxes (points), as on paper."""
    if not boxes:
        return image
    layer = Image.new("RGB", image.size, "white")
    pen = ImageDraw.Draw(layer)
    for left, top, right, bottom in boxes:
        corners = ((left - EDGE) * scale, (top - EDGE) * scale, (right + EDGE) * scale, (bottom + EDGE) * scale)
        if corners[2] >= corners[0] and corners[3] >= corners[1]:
            pen.rectangle(corners, fill=MARKER)
    return ImageChops.multiply(image, layer)
