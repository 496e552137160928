"""A page's text as it is read: headings, paragraphs and lists in place of printed lines, the cited words marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.model import Box, Span
from search.model import StoredPage, StoredPassage

LONGEST_HEADING = 160  # characters
NUMBER = re.compile(r"^[\W_]*(?:\d+[\d.]*|[a-z]\b|[ivx]+\b)[.):]?\s+", re.IGNORECASE)
BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a page's text, cited or not; opens and closes say that it is the first or the last that is cited."""

    text: str
    cited: bool
    opens: bool = False
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or numbered line, with one entry, or a list with one for each bullet."""

    kind: Literal["heading", "paragraph", "list", "line"]
    entries: tuple[tuple[Stretch, ...], ...]
    number: int = 0


def stretches(text: str, spans: Sequence[Span], start: int = 0, end: int | None = None) -> tuple[Stretch, ...]:
    """text[start:end] cut where citations begin and end; nothing of it is lost, and overlapping spans count once.

    >>> [(part.text, part.cited) for part in stretches("one two three", [Span(1, 4, 7)])]
    [('one ', False), ('two', True), (' three', False)]
    """
    last = len(text) if end is None else end
    parts, at = [], start
    for first, after in sorted((span.start, span.end) for span in spans):
        first, after = max(first, at), min(after, last)
        if after > first:
            parts += [Stretch(text[at:first], False), Stretch(text[first:after], True)]
            at = after
    return tuple(part for part in (*parts, Stretch(text[at:last], False)) if part.text)


def lined(text: str, cited: Sequence[Span]) -> tuple[Block, ...]:
    """The lines of a file without pages, each with its number, empty ones left out."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            blocks.append(Block("line", (_read(stretches(text, cited, at, at + len(line))),), number))
        at += len(line) + 1
    return _bounded(blocks)


def flowing(page: StoredPage, passages: Sequence[StoredPassage], cited: Sequence[Span]) -> tuple[Block, ...]:
    """The text of a printed page, its paragraphs whole as its passages have them; every word of the page is in it."""
    known = {_plain(name) for each in passages for name in (each.citation.title, *each.headings)} - {""}
    blocks: list[Block] = []
    for kind, start, end in _ranges(page, passages):
        entry = _read(stretches(page.text, cited, start, end))
        if kind == "list" and blocks and blocks[-1].kind == "list":
            blocks[-1] = replace(blocks[-1], entries=(*blocks[-1].entries, entry))
        elif kind == "paragraph" and _heads(page.text[start:end], known):
            blocks.append(Block("heading", (entry,)))
        else:
            blocks.append(Block(kind, (entry,)))
    return _bounded(blocks)


def _ranges(
    page: StoredPage, passages: Sequence[StoredPassage]
) -> Iterator[tuple[Literal["paragraph", "list"], int, int]]:
    """Where each block of the page's text begins and ends, in order."""
    at = 0
    for start, end in _held(page, passages):
        opened = page.text.rfind("\n", at, start) + 1 or at
        if not page.text[opened:start].strip():
            opened = start
        for first, after in _between(page, at, opened):
            yield "paragraph", first, after
        mark = page.text[opened:start].strip()
        # "•" is made again by the list; "(a)" is a word of the page.
        bullet = bool(mark) and not any(letter.isalnum() for letter in mark)
        yield ("list" if bullet else "paragraph"), start if bullet else opened, end
        at = end
    for first, after in _between(page, at, len(page.text)):
        yield "paragraph", first, after


def _held(page: StoredPage, passages: Sequence[StoredPassage]) -> list[tuple[int, int]]:
    """What passages hold of the page, each stretch once; those that part within one printed line are one."""
    whole: list[tuple[int, int]] = []
    spans = {(span.start, span.end) for each in passages for span in each.spans if span.page == page.number}
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        start, end = max(start, whole[-1][1] if whole else 0), min(end, len(page.text))
        if start >= end:
            continue
        if whole and "\n" not in page.text[whole[-1][1] - 1 : start + 1]:
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return whole


def _between(page: StoredPage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The printed lines that no passage holds, those together that stand close under each other in one size."""
    first, last, at = -1, start, start
    above: tuple[float, float] | None = None
    for line in page.text[start:end].split("\n"):
        after = at + len(line)
        if line.strip():
            here = _heights(page, at, after)
            if first >= 0 and not _goes_on(above, here):
                yield first, last
                first = -1
            first, last, above = (at if first < 0 else first), after, here
        at = after + 1
    if first >= 0:
        yield first, last


def _heights(page: StoredPage, start: int, end: int) -> tuple[float, float] | None:
    """Top of the first word and bottom of the last, in points."""
    boxes: list[Box] = [box for first, last, box in page.words if first >= start and last <= end]
    return (boxes[0].top, boxes[-1].bottom) if boxes else None


def _goes_on(above: tuple[float, float] | None, here: tuple[float, float] | None) -> bool:
    if above is None or here is None:
        return False
    return here[0] - above[1] < 0.4 * max(here[1] - here[0], 1.0)


def _heads(text: str, known: Collection[str]) -> bool:
    return len(text) <= LONGEST_HEADING and _plain(text) in known


def _plain(heading: str) -> str:
    """A heading without its number and what is in brackets after it.

    >>> _plain("7. Stewardship (presented by Dr A)")
    'stewardship'
    """
    return NUMBER.sub("", BRACKETED.sub("", " ".join(heading.split()))).strip(" .:").casefold()


def _read(parts: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """A line's end within a paragraph is a space; cells of a table row are set apart by a bar."""
    return tuple(replace(part, text=part.text.replace("\n", " ").replace("\t", " | ")) for part in parts)


def _bounded(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, the first and the last cited stretch known for such."""
    cited = [part for block in blocks for entry in block.entries for part in entry if part.cited]
    if not cited:
        return tuple(blocks)
    first, last = id(cited[0]), id(cited[-1])

    def known(part: Stretch) -> Stretch:
        return replace(part, opens=id(part) == first, closes=id(part) == last)

    return tuple(
        replace(block, entries=tuple(tuple(known(part) for part in entry) for entry in block.entries))
        for block in blocks
    )
