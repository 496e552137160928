"""Passages: stretches of one item of about 60 to 150 words, a whole resolution or one table row, with their place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ingest.model import Block, Page, Passage, PassageKind, Span
from ingest.model import place as name_place
from ingest.structure.cited import Letters
from ingest.structure.meeting.giving import PRESENTED
from ingest.structure.place import Place, Placed
from ingest.structure.surround import asked, captioned

ENOUGH = 90  # words after which a passage may end at a paragraph's end
MOST = 140  # words of one passage of prose
LITTLE = 40  # words; less than this waits for what stands under the next heading of the same item
READ = 250  # word pieces of a passage with its place: what the model reads (256) less the marks of its ends
LEAST = 90  # word pieces that are left to the text, however long its place
HEAD_LETTERS = 60  # of a column heading, beyond which it is cut at a word
WORDS = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
CONTENTS = re.compile(r"[.\s\t]\d{1,3}$")
WHOLE: tuple[PassageKind, ...] = ("decision", "action", "table row", "interest")


def passages(placed: Sequence[Placed], pages: Sequence[Page], numbered_lines: bool) -> list[Passage]:
    """All passages of a document in order. numbered_lines asks for the first and last line (formats without pages)."""
    out: list[Passage] = []
    for run in _runs(list(asked(captioned(_titled(placed)), pages))):
        out += _cut(run, pages, numbered_lines)
    return out


def pieces(text: str) -> int:
    """A high estimate of how many word pieces a BERT tokenizer makes of a text (a test holds it against the real one).

    >>> pieces("stewardship approach, 2025/26") >= 7
    True
    """
    return sum(map(_pieces, WORDS.findall(text)))


@lru_cache(maxsize=65536)
def _pieces(word: str) -> int:
    """The estimate for one word, number or mark; papers say most of theirs many times."""
    if word[0].isdigit() or (word.isupper() and len(word) > 2):
        return (len(word) + 1) // 2
    if word[0].isupper() and len(word) > 5:
        return (len(word) + 2) // 3  # names are in no vocabulary
    return 1 if len(word) < 8 else 2 if len(word) < 13 else (len(word) + 3) // 4


def _titled(placed: Sequence[Placed]) -> list[Placed]:
    """The blocks, with a table's heading row as contents: it names what the rows under it tell."""
    heads: defaultdict[int, set[str]] = defaultdict(set)
    for here in placed:
        heads[here.block.table] |= {head for head, _ in here.block.cells if head}
    return [
        replace(here, place=replace(here.place, kind="contents")) if _is_heading(here.block, heads) else here
        for here in placed
    ]


def _is_heading(block: Block, heads: Mapping[int, set[str]]) -> bool:
    if block.kind != "row" or not block.bold or len(block.cells) < 2:
        return False
    return all(not head and text in heads[block.table] for head, text in block.cells)


def _runs(placed: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Neighbouring blocks that make one passage: of one item and kind, up to ENOUGH words, resolutions whole."""
    run: list[Placed] = []
    heads: list[Placed] = []
    words = 0
    for here in placed:
        if here.head:
            heads.append(here)
            continue
        more = bool(run) and _goes_on(run, here, words, bool(heads))
        if run and not more:
            yield run
            run, words = [], 0
        if not run:
            yield from _unheard(heads, here)
        if run:
            run += heads
        elif heads and heads[-1].block.kind == "heading" and _answers(heads[-1], here):
            run.append(heads[-1])
        heads = []
        run.append(here)
        words += len(here.block.text.split())
    if run:
        yield run
    yield from _unheard(heads, None)


def _answers(head: Placed, here: Placed) -> bool:
    """Whether a heading itself tells what is asked of what follows: who presented it, or who sent apologies."""
    return here.place.kind == "attendance" or bool(PRESENTED.search(head.block.text))


def _unheard(heads: Sequence[Placed], here: Placed | None) -> Iterator[list[Placed]]:
    """Headings that the place of what follows does not repeat: an item with no text under it, a page of titles only."""
    run: list[Placed] = []
    for head in heads:
        if here and (head.block.text in here.place.headings or _item(head.place) == _item(here.place) != ("",) * 4):
            continue
        if run and _item(run[0].place) != _item(head.place):
            yield run
            run = []
        run.append(head)
    if run:
        yield run


def _goes_on(run: Sequence[Placed], here: Placed, words: int, headed: bool) -> bool:
    last, first = run[-1], run[0]
    if _item(first.place) != _item(here.place):
        return False
    count = len(here.block.text.split())
    if first.place.kind == "decision":
        return here.block.kind == "bullet" and _lead(first.block, run) and not headed
    if here.place.kind != first.place.kind:
        return False
    if here.place.kind in WHOLE:
        return _contents(last.block) and _contents(here.block) and words + count <= MOST
    if headed:
        return here.place.kind != "attendance" and words < LITTLE and words + count <= MOST
    if here.block.kind == "bullet" and (last.block.text.endswith(":") or last.block.kind == "bullet"):
        return words + count <= MOST
    return words < ENOUGH and words + count <= MOST


def _contents(block: Block) -> bool:
    """A row of a table of contents: a title and a page number, no figure of its own."""
    return block.kind == "row" and len(block.cells) <= 2 and bool(CONTENTS.search(block.text))


def _lead(block: Block, run: Sequence[Placed]) -> bool:
    """Whether a resolution's bullets are still coming: its line ends openly, or bullets have begun."""
    return block.text.rstrip().endswith((":", "-", "–")) or any(here.block.kind == "bullet" for here in run)


def _item(place: Place) -> tuple[str, str, str, str]:
    return place.body, place.date, place.item, place.title


def _cut(run: Sequence[Placed], pages: Sequence[Page], numbered_lines: bool) -> Iterator[Passage]:
    """One run as one passage, or as several where it is longer than the model reads."""
    place = next((here.place for here in run if not here.head), run[0].place)
    contents = len(run) > 2 and all(here.head or _contents(here.block) for here in run)
    where = name_place(place.body, place.date, place.item, place.title, place.headings)
    room = max(READ - pieces(where), LEAST)
    parts = [part for here in run for part in _parts(here.block, pages, room)]
    group: list[tuple[str, tuple[Span, ...]]] = []
    held = 0
    for part in parts:
        size = pieces(part[0])
        if group and held + size > room:
            yield _passage(group, place, pages, numbered_lines, contents)
            group, held = [], 0
        group.append(part)
        held += size
    if group:
        yield _passage(group, place, pages, numbered_lines, contents)


def _passage(
    group: Sequence[tuple[str, tuple[Span, ...]]],
    place: Place,
    pages: Sequence[Page],
    numbered_lines: bool,
    contents: bool,
) -> Passage:
    spans = tuple(span for _, spans in group for span in spans)
    text = "\n".join(text for text, _ in group)
    lines = None
    if numbered_lines:
        whole = pages[0].text
        lines = (whole.count("\n", 0, spans[0].start) + 1, whole.count("\n", 0, spans[-1].end) + 1)
    kind: PassageKind = "contents" if contents else place.kind
    return Passage(
        text, kind, place.body, place.date, place.item, place.title, place.presenters, place.headings, spans, lines
    )


def _parts(block: Block, pages: Sequence[Page], room: int) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """A block as shown, in stretches that the model can read, each with the spans it was read from."""
    if block.kind == "row":
        shown = _row(block, named=True)
        if pieces(shown) > room:
            shown = _row(block, named=False)
        for part in _sentences(shown, room):
            yield part, block.spans
        return
    mark = "• " if block.kind == "bullet" else ""
    if len(block.text.split()) <= MOST and pieces(block.text) <= room:
        yield mark + block.text, block.spans
        return
    letters = Letters(block.spans, pages)
    at = 0
    for part in _sentences(block.text, room):
        first, at = letters.find(part, at) or (at, at + sum(letter.isalnum() for letter in part))
        yield mark + part, letters.spans([(first, at)]) or block.spans
        mark = ""


def _row(block: Block, named: bool) -> str:
    return "; ".join(
        f"{_head(head)}: {text}" if head and named and head != text else text for head, text in block.cells
    )


def _head(head: str) -> str:
    if len(head) <= HEAD_LETTERS:
        return head
    return head[:HEAD_LETTERS].rsplit(" ", 1)[0]


def _sentences(text: str, room: int) -> list[str]:
    """The text in stretches of whole sentences of at most room pieces each; a longer sentence is cut between words."""
    out: list[str] = []
    for sentence in re.split(r"(?<=[.;?!:])\s+", text):
        words, step = sentence.split(" "), MOST
        while step > 1 and any(pieces(" ".join(words[at : at + step])) > room for at in range(0, len(words), step)):
            step //= 2
        for at in range(0, len(words), step):
            part = " ".join(words[at : at + step])
            both = f"{out[-1]} {part}" if out else part
            if out and len(both.split()) <= ENOUGH + 20 and pieces(both) <= room:
                out[-1] = both
            else:
                out.append(part)
    return out
