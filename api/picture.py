"""A page of a PDF as a picture: what a process of its own runs for api.drawing."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from ingest.errors import DamagedDocument
from ingest.read.upright import stand

MARKER = (255, 235, 59)
FEW = 2048  # colours; a photograph has more
EDGE = 1.5  # points of marker around each box


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
