"""Running headers, footers and page numbers: what is printed on page after page and belongs to no passage."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Line, Page

EDGE = 0.12  # share of a page's height, at top and at bottom, where running lines stand
OFTEN = 0.6  # a running line stands on so many of the pages between its first and its last
NUMBER = re.compile(r"^(?:page\s+)?([0-9]{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*[0-9]{1,4})?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """lines: (page number, start) of every running line. labels: page number -> the number printed on it."""

    lines: frozenset[tuple[int, int]]
    labels: dict[int, str]


def furniture(pages: Sequence[Page]) -> Furniture:
    """Running lines of a document and the page numbers that they print.

    A line in the top or bottom EDGE is running when the same words, digits aside, stand at the same height on most
    pages of a run of two or more; a bare number there is a page number.
    """
    seen: dict[tuple[str, bool], list[tuple[Page, Line]]] = defaultdict(list)
    numbers: list[tuple[Page, Line, str]] = []
    for page in pages:
        for line in _edge_lines(page):
            text = page.text[line.start : line.end].strip()
            number = NUMBER.match(text)
            if number:
                numbers.append((page, line, number[1]))
            box = line.box
            if box and len(text) > 2:
                seen[re.sub(r"\d+", "0", text.lower()), box.top < page.height / 2].append((page, line))
    running: set[tuple[int, int]] = set()
    for places in seen.values():
        on = sorted({page.number for page, _ in places})
        if len(on) >= 2 and len(on) >= OFTEN * (on[-1] - on[0] + 1):
            running |= {(page.number, line.start) for page, line in places}
    labels = _labels(numbers)
    running |= {(page.number, line.start) for page, line, printed in numbers if labels.get(page.number) == printed}
    return Furniture(frozenset(running), labels)


def _edge_lines(page: Page) -> list[Line]:
    if not page.height:
        return []
    low, high = EDGE * page.height, (1 - EDGE) * page.height
    lines = [part for part in page.parts if isinstance(part, Line) and part.box]
    return [line for line in lines if line.box and (line.box.bottom <= low or line.box.top >= high)]


def _labels(numbers: Sequence[tuple[Page, Line, str]]) -> dict[int, str]:
    """Page numbers that run on with the pages: those at the commonest distance from the page's own count."""
    shifts: dict[int, int] = defaultdict(int)
    for page, _, printed in numbers:
        if printed.isdigit():
            shifts[int(printed) - page.number] += 1
    labels: dict[int, str] = {}
    for page, _, printed in numbers:
        if not printed.isdigit() or shifts[int(printed) - page.number] >= min(3, len(numbers)):
            labels.setdefault(page.number, printed)
    return labels
