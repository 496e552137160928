"""What is stamped on a PDF page: words that run across it or up its side, and stamps laid over it as notes."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.model import Aside
from ingest.read.glyphs import Printed

HUGE = 30.0  # points; turned print of this size is laid over the text and no part of it
MOST = 200  # characters of one stamp
NOTES = 50  # of a page that are looked at
SAID = (b"Contents", b"Subj", b"Name")


def stamps(page: pdfium.PdfPage, words: Sequence[Printed]) -> tuple[Aside, ...]:
    """The stamps of a page, each with its letters run together as they are drawn; words are the page's.

    A page most of whose words are turned is one that lies on its side.
    """
    return tuple(Aside("stamp", text[:MOST]) for text in itertools.chain(_drawn(words), _noted(page)))


def unstamped(words: Sequence[Printed]) -> list[Printed]:
    """The words without those of large stamps, whose letters would fall among the lines that they are laid over."""
    return [word for word in words if not (word.turned and word.size > HUGE)]


def _drawn(words: Sequence[Printed]) -> Iterator[str]:
    if 2 * sum(word.turned for word in words) > len(words) + 20:
        return
    for turned, run in itertools.groupby(words, lambda word: word.turned):
        if turned:
            yield "".join(word.text for word in run)


def _noted(page: pdfium.PdfPage) -> Iterator[str]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), NOTES)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(note) in (raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_WATERMARK):
                yield from filter(None, (_text(note, key) for key in SAID))
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _text(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    letters = ctypes.create_string_buffer(2 * MOST + 2)
    size = raw.FPDFAnnot_GetStringValue(
        note, key, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)), ctypes.sizeof(letters)
    )
    return letters.raw[: max(size - 2, 0)].decode("utf-16-le", "replace") if size <= ctypes.sizeof(letters) else ""
