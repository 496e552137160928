"""Measure the ranking on meetings that it was not made for, beside BM25 alone, and fail where it is worse.

    python benchmarks/qmsum.py --shared ../shared [--floors hit@1=0.70 hit@10=0.94]

The folder holds eval/external/qmsum, transcripts of parliamentary committees: turns.jsonl (meeting, turn, speaker,
text) and queries.jsonl (meeting, query, spans: first and last relevant turn). Every meeting is a library of its own,
each turn a page, a long turn several passages. A query is asked of its meeting alone; a passage of a relevant turn is
a hit. Printed are the whole ranking, BM25 alone over the same passages, and BM25 alone over whole turns, both from
the library's own full-text search. Exit code 1 where the ranking is below BM25 over whole turns, or below a floor
that is given.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from ingest.model import Document, Page, Passage, Reading, Source, Span
from ingest.structure.sentences import sentences
from search.add import add, embed, plan
from search.embed import Encoded, Model, load
from search.library import Library
from search.searcher import Searcher

WORDS = 150  # of a passage; a longer turn is cut where a sentence ends
DEEPEST = 10
MEASURES = ("hit@1", "hit@5", "hit@10", "mrr@10")
OURS, PASSAGES, TURNS = "whole ranking", "BM25, passages", "BM25, turns"

Line = Mapping[str, Any]
Find = Callable[[str], list[int]]  # the turns of the best passages for a query, best first


@dataclass(frozen=True, slots=True)
class Asked:
    """One query: the meeting that it is about, and the turns that are relevant."""

    meeting: str
    text: str
    turns: frozenset[int]


def main() -> int:
    """Build, ask, print; the exit code."""
    parser = argparse.ArgumentParser(description="Judge the ranking within meetings of another kind.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--floors", nargs="*", default=[], metavar="MEASURE=FIGURE")
    given = parser.parse_args()
    folder = given.shared / "eval" / "external" / "qmsum"
    floors = {name: float(figure) for name, _, figure in (floor.partition("=") for floor in given.floors)}
    turns = _lines(folder / "turns.jsonl")
    queries = [_asked(line) for line in _lines(folder / "queries.jsonl")]
    meetings = {name: [turn for turn in turns if turn["meeting"] == name] for name in {one.meeting for one in queries}}
    with tempfile.TemporaryDirectory() as made, ExitStack() as opened:
        cut = _libraries(Path(made, "cut"), meetings, pieces, load(), opened)
        uncut = _libraries(Path(made, "uncut"), meetings, whole, WORDS_ALONE, opened)
        ways: dict[str, dict[str, Find]] = {
            OURS: {name: _ranking(ready) for name, ready in cut.items()},
            PASSAGES: {name: _bm25(ready) for name, ready in cut.items()},
            TURNS: {name: _bm25(ready) for name, ready in uncut.items()},
        }
        found = {way: [finds[one.meeting](one.text) for one in queries] for way, finds in ways.items()}
    figures = {way: measured(queries, lists) for way, lists in found.items()}
    print(f"{len(queries)} queries over {len(meetings)} meetings of {sum(map(len, meetings.values())):,} turns")
    return verdict(figures, floors)


def pieces(turn: str) -> list[str]:
    """A turn as passages of about so many WORDS, cut where a sentence ends.

    >>> [len(piece.split()) for piece in pieces("One two three four five six. " * 60)]
    [150, 150, 60]
    """
    out: list[list[str]] = [[]]
    for sentence in sentences(turn):
        held = sum(len(one.split()) for one in out[-1])
        if out[-1] and held + len(sentence.split()) > WORDS:
            out.append([])
        out[-1].append(sentence)
    return [" ".join(one) for one in out if one]


def whole(turn: str) -> list[str]:
    """A turn as one passage, none where nothing is said."""
    return [turn] if turn.strip() else []


def _nothing(texts: Sequence[str]) -> list[Encoded]:
    return [Encoded(np.ones(1, np.float32), np.zeros((0, 1), np.float32)) for _ in texts]


WORDS_ALONE = Model("words alone", 1, lambda text: len(text.split()), _nothing, _nothing)


def _libraries(
    folder: Path,
    meetings: Mapping[str, Sequence[Line]],
    cut: Callable[[str], list[str]],
    model: Model,
    opened: ExitStack,
) -> dict[str, Searcher]:
    """A searcher for each meeting, over a library of its own; what they say is embedded in one go."""
    read = {name: _reading(name, turns, cut) for name, turns in meetings.items()}
    held = {name: opened.enter_context(Library.open(folder / name, write=True)) for name in read}
    wanted = {name: plan(held[name], reading, model) for name, reading in read.items()}
    made = embed(model, {key: text for texts in wanted.values() for key, text in texts.items()})
    for name, reading in read.items():
        add(held[name], reading, name.encode(), name, {key: made[key] for key in wanted[name]}, model)
    return {name: Searcher(library, model) for name, library in held.items()}


def _reading(name: str, turns: Sequence[Line], cut: Callable[[str], list[str]]) -> Reading:
    """One meeting as a document: page n + 1 is turn n."""
    pages: list[Page] = []
    passages: list[Passage] = []
    for turn in turns:
        texts = cut(turn["text"])
        pages.append(Page(turn["turn"] + 1, "", 595.0, 842.0, "\n".join(texts), ()))
        passages += _passages(texts, pages[-1].number, turn["speaker"])
    source = Source(name, hashlib.sha256(name.encode()).hexdigest(), "text")
    return Reading(Document(source, tuple(pages)), (), tuple(passages))


def _passages(texts: Iterable[str], page: int, speaker: str) -> Iterator[Passage]:
    at = 0
    for text in texts:
        span = Span(page, at, at + len(text))
        yield Passage(text, "discussion", "", "", "", "", (speaker,), (), (span,))
        at = span.end + 1


def _ranking(ready: Searcher) -> Find:
    return lambda text: [hit.citation.page - 1 for hit in ready.find(text, DEEPEST)]


def _bm25(ready: Searcher) -> Find:
    def found(text: str) -> list[int]:
        with ready.view() as view:
            pages = dict(map(tuple, view.connection.exec_driver_sql("SELECT row, page FROM passages")))
            return [pages[row] - 1 for row in view.lexical(text, DEEPEST)]

    return found


def measured(queries: Sequence[Asked], found: Sequence[Sequence[int]]) -> dict[str, float]:
    """The share of queries with a relevant turn among the first, and the mean of 1 / rank of the first one.

    >>> measured([Asked("a", "?", frozenset([3])), Asked("a", "?", frozenset([9]))], [[1, 3], [1, 2]])
    {'hit@1': 0.0, 'hit@5': 0.5, 'hit@10': 0.5, 'mrr@10': 0.25}
    """
    ranks = [
        next((rank for rank, turn in enumerate(turns[:DEEPEST], start=1) if turn in one.turns), 0)
        for one, turns in zip(queries, found, strict=True)
    ]
    within = [sum(0 < rank <= deep for rank in ranks) / len(ranks) for deep in (1, 5, DEEPEST)]
    mean = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return dict(zip(MEASURES, (*within, mean), strict=True))


def verdict(figures: Mapping[str, Mapping[str, float]], floors: Mapping[str, float]) -> int:
    """Print a row for each way of searching, then what is below its floor; 1 where something is.

    >>> verdict({OURS: {"hit@1": 0.7}, TURNS: {"hit@1": 0.6}}, {"hit@1": 0.8})
    way             hit@1
    whole ranking   0.700
    BM25, turns     0.600
    BELOW  hit@1: 0.700, floor 0.800
    1
    """
    print("way            " + "".join(f" {name:<6}" for name in figures[OURS]).rstrip())
    for way, row in figures.items():
        print(f"{way:<15} " + "  ".join(f"{figure:.3f}" for figure in row.values()))
    limits = {name: max(figure, floors.get(name, 0.0)) for name, figure in figures[TURNS].items()}
    below = [name for name, limit in limits.items() if figures[OURS][name] < limit]
    for name in below:
        print(f"BELOW  {name}: {figures[OURS][name]:.3f}, floor {limits[name]:.3f}")
    return int(bool(below))


def _asked(line: Line) -> Asked:
    turns = frozenset(turn for first, last in line["spans"] for turn in range(first, last + 1))
    return Asked(line["meeting"], line["query"], turns)


def _lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main())
