"""What a passage takes from just before it, so that it can be found and read on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Page
from ingest.structure.cited import narrowed
from ingest.structure.place import Placed
from ingest.structure.sentences import sentences

LONGEST_CAPTION = 160  # characters
ANNOUNCES = re.compile(r":$|\b(?:tables?|following|below|summar\w+)\b", re.I)
SHORT_LINE = 14  # words; a line as short as this just above a table is its title
BEFORE = 4  # blocks before an action in which the sentence may stand that asked for it
LIKE = 0.34  # share of an action's telling words that this sentence holds
FEW = frozenset(["that", "this", "will", "with", "would"])


def captioned(placed: Sequence[Placed]) -> list[Placed]:
    """Table rows with the line that announces their table, and the title in its first row, as the last headings."""
    out: list[Placed] = []
    table, caption, title = -1, "", ""
    last: Placed | None = None
    for here in placed:
        if here.block.kind == "row":
            if here.block.table != table:
                table, caption = here.block.table, _caption(last, here)
                above, title = [caption], here.block.text if _is_title(here) else ""
            else:
                above = [caption, title]
            new = [line for line in above if line and line not in here.place.headings]
            if new and not here.head:
                here = replace(here, place=replace(here.place, headings=(*here.place.headings, *new)))
        out.append(here)
        last = here
    return out


def _is_title(row: Placed) -> bool:
    """Whether a table's first row is one cell that says what the table is about."""
    return len(row.block.cells) == 1 and not row.block.cells[0][0] and len(row.block.text) <= LONGEST_CAPTION


def _caption(before: Placed | None, row: Placed) -> str:
    if before is None or before.block.kind == "row" or before.place.item != row.place.item:
        return ""
    line = next(reversed(sentences(before.block.text)), "")
    announces = ANNOUNCES.search(line) or len(before.block.text.split()) < SHORT_LINE
    return line if announces and len(line) <= LONGEST_CAPTION else ""


def asked(placed: Sequence[Placed], pages: Sequence[Page]) -> Iterator[Placed]:
    """Actions led by the sentence just before them that tells who asked or offered to do it, where there is one."""
    for at, here in enumerate(placed):
        if here.place.kind != "action" or here.block.kind == "row" or here.head:
            yield here
            continue
        wanted = _telling(here.block.text)
        best, found = LIKE, None
        for before in placed[max(0, at - BEFORE) : at]:
            if before.head or before.place.kind != "discussion" or before.place.item != here.place.item:
                continue
            for sentence in sentences(before.block.text):
                share = len(wanted & _telling(sentence)) / max(1, len(wanted))
                if share >= best:  # of two alike, the nearer
                    best, found = share, (before, sentence)
        if found:
            before, sentence = found
            spans = (*narrowed(sentence, before.block.spans, pages), *here.block.spans)
            here = replace(here, block=replace(here.block, text=f"{sentence} {here.block.text}", spans=spans))
        yield here


def _telling(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in FEW}
