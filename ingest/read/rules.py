"""Ruling lines of a PDF page: the strokes and thin fills that tables are drawn with."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ingest.model import Box
from ingest.read.glyphs import placer

MOST_OBJECTS = 20_000  # of one page; a drawing of more is no table
THIN = 2.5  # points; a rule is no thicker
SHORT = 4.0  # points; a shorter stroke is a mark, not a rule
NEAR = 2.0  # points between rules that are drawn as one


@dataclass(frozen=True, slots=True)
class Rule:
    """One straight rule: at is the coordinate that stays (y of a level one, x of an upright one)."""

    level: bool
    at: float
    start: float
    end: float


def rules(page: pdfium.PdfPage) -> list[Rule]:
    """All rules of a page, joined where they touch, from the top left corner in points."""
    place = placer(page)
    found: list[Rule] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, *(ctypes.byref(edge) for edge in edges)):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        found += _of_path(place(left, top, right, bottom), item)
    return joined(rule for rule in found if rule.end - rule.start >= SHORT)


def _of_path(box: Box, item: raw.FPDF_PAGEOBJECT) -> list[Rule]:
    """A thin path is one rule; a stroked rectangle is its four sides; anything else is none."""
    wide, high = box.right - box.left, box.bottom - box.top
    if high <= THIN and wide > high:
        return [Rule(True, (box.top + box.bottom) / 2, box.left, box.right)]
    if wide <= THIN and high > wide:
        return [Rule(False, (box.left + box.right) / 2, box.top, box.bottom)]
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if not stroke.value or raw.FPDFPath_CountSegments(item) not in (4, 5):
        return []
    return [
        Rule(True, box.top, box.left, box.right),
        Rule(True, box.bottom, box.left, box.right),
        Rule(False, box.left, box.top, box.bottom),
        Rule(False, box.right, box.top, box.bottom),
    ]


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch or overlap, as one."""
    out: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.level, round(rule.at / NEAR), rule.start)):
        last = out[-1] if out else None
        near = last and last.level == rule.level and abs(last.at - rule.at) <= NEAR
        if last and near and last.start - NEAR <= rule.end and rule.start <= last.end + NEAR:
            out[-1] = Rule(last.level, last.at, min(last.start, rule.start), max(last.end, rule.end))
        else:
            out.append(rule)
    return out
