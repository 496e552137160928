"""Pages that lie on their side or stand on their head, turned so that they are read and drawn as they are held."""

from __future__ import annotations

import math
from collections import Counter

import pypdfium2 as pdfium
import pypdfium2.raw as raw

STRAIGHT = 4.0  # degrees that upright print may lean
LOOKED_AT = 400  # letters of a page, spread evenly over it
LEAST = 60  # of them that must run one way; a title up the side of a picture is shorter
SHARE = 0.7  # of the letters looked at


def stand(page: pdfium.PdfPage) -> pdfium.PdfTextPage:
    """The text of a page, which is turned first where its letters nearly all run up, down or backwards as it is shown.

    What is asked of the page afterwards (its size, its words, its picture) is of the page so turned; the file stays as
    it is. Each page of a file is turned by itself. Close the text.
    """
    text = page.get_textpage()
    angle = _running(text)
    if angle is None or (angle + page.get_rotation()) % 360 == 0:
        return text
    text.close()
    page.set_rotation(-angle % 360)
    return page.get_textpage()


def _running(text: pdfium.PdfTextPage) -> int | None:
    """The angle (0, 90, 180, 270) at which nearly all letters run in the page's own space, None where there is none."""
    count, handle = text.count_chars(), text.raw
    seen: Counter[int | None] = Counter()
    for index in range(0, count, max(count // LOOKED_AT, 1)):
        if raw.FPDFText_GetUnicode(handle, index) > 32:
            seen[_quarter(math.degrees(raw.FPDFText_GetCharAngle(handle, index)))] += 1
    if not seen:
        return None
    angle, many = seen.most_common(1)[0]
    return angle if many >= max(LEAST, SHARE * seen.total()) else None


def _quarter(angle: float) -> int | None:
    """The quarter turn that an angle in degrees is, or leans from by little.

    >>> _quarter(91.5), _quarter(359.0), _quarter(45.0)
    (90, 0, None)
    """
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= STRAIGHT else None
