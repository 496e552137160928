"""A library of any size, made from the passages of a real one by recombination; the same for the same seed.

    python benchmarks/recombined.py SOURCE --into DIR --passages 100000 [--after SMALLER]

Each passage has sentences of two passages of SOURCE (a library's folder) and of a few more, its figures changed, and a
vector between theirs with noise; its token vectors are tokens of both with some signs turned. Documents have
1,000 passages, each of one body and one meeting, over ten years. Everything is stored as ingest stores it, but nothing
is embedded. What was made before of the same SOURCE with fewer passages is gone on with, where it is given. Prints how
long it took and how large the files are.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from multiprocessing.queues import Queue
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import event

from ingest.model import (
    Attendance,
    Box,
    Decision,
    Document,
    Item,
    Meeting,
    Page,
    Passage,
    PassageKind,
    Reading,
    Source,
    Span,
)
from search.add import add
from search.address import content_hash
from search.embed import Encoded, Floats, Model
from search.engine import emptied
from search.files import CACHE
from search.indexes.shown import shown, total
from search.indexes.words import FOLDER
from search.late import HEAD
from search.library import Library
from search.vectors import Made

EACH, A_PAGE, AN_ITEM = 1_000, 8, 12  # passages of a document, of a page, of an item
FIRST, YEARS = date(2016, 1, 4), 10
PLACES = (
    *("Ashcombe", "Brindle", "Calder", "Dunmere", "Elmstead", "Farrow", "Glenholt", "Harrowby", "Ingleby", "Kestrel"),
    *("Larkfield", "Marlow", "Netherton", "Oakham", "Penrose", "Quarry", "Redmoor", "Selby", "Thornby", "Wexcombe"),
)
KINDS_OF_BODY = ("Board", "Finance and Performance Committee", "Quality Committee")
FORENAMES = ("Ann", "Ben", "Cara", "Dev", "Ella", "Finn", "Gita", "Hugh", "Iris", "Jack", "Kit", "Lena")
SURNAMES = ("Arden", "Bolt", "Crane", "Drake", "Eaves", "Frost", "Gale", "Hart", "Ives", "Jolly", "Kerr", "Lowe")
NOISE, TURNED = 0.35, 0.03  # length of a vector's noise beside 1; share of the bits of token vectors that are turned
PATIENCE_MS = 10_000
AHEAD = 3  # documents made before they are stored
BOX = (Box(60, 100, 530, 140),)
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+|\n")


@dataclass(frozen=True)
class Parts:
    """What passages are made of: n texts in sentences with their kinds and titles, vectors (n, d) and token vectors."""

    model: str
    sentences: Sequence[Sequence[str]]
    kinds: Sequence[PassageKind]
    titles: Sequence[str]
    vectors: Floats
    heads: Sequence[bytes]
    tokens: Sequence[NDArray[np.uint8]]
    loose: Sequence[str] = field(default_factory=tuple)


def taken(source: Path) -> Parts:
    """The passages of current documents of the library in a folder."""
    with Library.open(source, write=False) as library, library.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT text, kind, passages.title, vector, codes FROM passages JOIN documents ON documents.id = document "
            "JOIN vectors ON vectors.hash = passages.hash JOIN token_vectors ON token_vectors.hash = passages.hash "
            "WHERE status = 'current' ORDER BY row"
        ).all()
        model = library.model
    sentences = [[part for part in _SENTENCE.split(row[0]) if part] or [row[0]] for row in rows]
    vectors = np.stack([np.frombuffer(row[3], "<f4") for row in rows])
    width = -(-vectors.shape[1] // 8)
    return Parts(
        *(model, sentences, [row[1] for row in rows], [row[2] for row in rows], vectors),
        [row[4][:HEAD] for row in rows],
        [np.frombuffer(row[4][HEAD:], np.uint8).reshape(-1, width) for row in rows],
        [sentence for held in sentences for sentence in held],
    )


def made(parts: Parts, passages: range, seed: int = 8) -> Iterator[tuple[Reading, bytes, dict[str, Made]]]:
    """The documents of those passages of all there could be, each with its bytes and the vectors of its passages."""
    bodies = [f"{place} {kind}" for place in PLACES for kind in KINDS_OF_BODY]
    for start in passages[::EACH]:
        number = start // EACH
        dice = np.random.default_rng((seed, number))
        body = bodies[int(dice.integers(len(bodies)))]
        day = (FIRST + timedelta(days=int(dice.integers(365 * YEARS)))).isoformat()
        yield _document(parts, dice, number, body, day, min(EACH, passages.stop - start))


def _document(
    parts: Parts, dice: np.random.Generator, number: int, body: str, day: str, count: int
) -> tuple[Reading, bytes, dict[str, Made]]:
    first, second = dice.integers(len(parts.vectors), size=(2, count))
    vectors = _vectors(parts, dice, first, second)
    texts = [_text(parts, dice, int(one), int(other)) for one, other in zip(first, second, strict=True)]
    people = [
        f"{one} {other}" for one, other in zip(dice.permutation(FORENAMES), dice.permutation(SURNAMES), strict=True)
    ]
    titles = [parts.titles[int(at)] for at in first[::AN_ITEM]]
    passages = []
    for place, text in enumerate(texts):
        item = place // AN_ITEM
        where = (body, day, str(item + 1), titles[item], (people[item % len(people)],), (titles[item],))
        span = Span(place // A_PAGE + 1, 0, len(text), BOX)
        passages.append(Passage(text, parts.kinds[int(first[place])], *where, (span,)))
    codes = [_codes(parts, dice, int(one), int(other)) for one, other in zip(first, second, strict=True)]
    content = f"{number} {body} {day}".encode()
    source = Source(f"{number:05} {body} {day}.pdf", hashlib.sha256(content).hexdigest(), "pdf", f"{body} {day}")
    pages = [Page(at + 1, str(at + 1), 595.0, 842.0, f"Page {at + 1}", ()) for at in range(-(-count // A_PAGE))]
    keyed = zip(passages, vectors, codes, strict=True)
    return (
        Reading(Document(source, tuple(pages)), (_meeting(body, day, titles, people, passages),), tuple(passages)),
        content,
        {content_hash(one.indexed): Made(vector, code) for one, vector, code in keyed},
    )


def _meeting(body: str, day: str, titles: Sequence[str], people: Sequence[str], passages: Sequence[Passage]) -> Meeting:
    """Minutes that decide what the document's passages of that kind say."""
    at = Span(1, 0, 5, BOX)
    items = [
        Item(str(place + 1), title, (people[place % len(people)],), "", "heading", at)
        for place, title in enumerate(titles)
    ]
    there = [Attendance(name, "".join(part[0] for part in name.split()), "Member", "member", at) for name in people]
    decided = [
        Decision(one.item, one.title, "approved", one.text, "", "", one.spans)
        for one in passages
        if one.kind == "decision"
    ]
    return Meeting(body, day, day, "", "minutes", "", tuple(items), tuple(there), at, tuple(decided))


def _vectors(parts: Parts, dice: np.random.Generator, first: NDArray[np.int64], second: NDArray[np.int64]) -> Floats:
    """Unit vectors between those of two passages, with noise: (n, d)."""
    share = dice.uniform(0.5, 1.0, (len(first), 1)).astype(np.float32)
    noise = dice.standard_normal((len(first), parts.vectors.shape[1]), np.float32)
    noise *= NOISE / np.linalg.norm(noise, axis=1, keepdims=True)
    mixed: Floats = share * parts.vectors[first] + (1 - share) * parts.vectors[second] + noise
    mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
    return mixed


def _text(parts: Parts, dice: np.random.Generator, first: int, second: int) -> str:
    """Most sentences of one passage, some of another and one of any, with other figures."""
    one, other = parts.sentences[first], parts.sentences[second]
    kept = [sentence for sentence, stays in zip(one, dice.random(len(one)) < 0.7, strict=True) if stays] or [*one[:1]]
    more = [sentence for sentence, stays in zip(other, dice.random(len(other)) < 0.3, strict=True) if stays]
    figures = str.maketrans("0123456789", "".join(map(str, dice.permutation(10))))
    return " ".join([*kept, *more, parts.loose[int(dice.integers(len(parts.loose)))]]).translate(figures)


def _codes(parts: Parts, dice: np.random.Generator, first: int, second: int) -> bytes:
    """Token vectors of two passages in one, as many as the first has, some of their signs turned."""
    one, other = parts.tokens[first], parts.tokens[second]
    half = len(one) - min(len(one) // 3, len(other))
    tokens = np.concatenate([one[:half], other[: len(one) - half]]).reshape(-1)
    turned = dice.integers(len(tokens) * 8, size=int(len(tokens) * 8 * TURNED))
    mask = np.zeros(len(tokens), np.uint8)
    mask[turned >> 3] = np.uint8(1) << (turned & 7).astype(np.uint8)
    return parts.heads[first] + (tokens ^ mask).tobytes()


def build(source: Path, into: Path, passages: int, after: Path | None = None) -> float:
    """Make the library in a folder, where after is given out of that library; the seconds that it took."""
    parts = taken(source)
    began = perf_counter()
    model = Model(parts.model, parts.vectors.shape[1], len, _never, _never)
    if after:
        shutil.copytree(after, into, ignore=shutil.ignore_patterns(CACHE, FOLDER, "*-shm"))
    with Library.open(into, write=True) as library:
        assert library._writer
        event.listen(library._writer, "connect", _hurried)
        with library.read() as connection:
            there = total(shown(connection))
        for reading, content, vectors in _beside(parts, range(there, passages)):
            add(library, reading, content, f"/papers/{reading.document.source.name}", vectors, model)
        emptied(library._writer, PATIENCE_MS)
    return perf_counter() - began


def _hurried(connection: sqlite3.Connection, _: object) -> None:
    """Do without what would save a library of worth from a power cut: a third of the time goes there."""
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("PRAGMA wal_autocheckpoint = 50000")


def _beside(parts: Parts, passages: range) -> Iterator[tuple[Reading, bytes, dict[str, Made]]]:
    """What made gives, made by a process of its own while documents before are being stored."""
    ahead: Queue[tuple[Reading, bytes, dict[str, Made]] | None] = multiprocessing.Queue(AHEAD)
    maker = multiprocessing.Process(target=_hand_over, args=(parts, passages, ahead), daemon=True)
    maker.start()
    while (one := ahead.get()) is not None:
        yield one
    maker.join()


def _hand_over(parts: Parts, passages: range, ahead: Queue[tuple[Reading, bytes, dict[str, Made]] | None]) -> None:
    for one in made(parts, passages):
        ahead.put(one)
    ahead.put(None)


def _never(texts: Sequence[str]) -> list[Encoded]:
    raise AssertionError("nothing is embedded here")


def main() -> None:
    """Make one library."""
    parser = argparse.ArgumentParser(description="Make a large library from a real one.")
    parser.add_argument("source", type=Path, help="a library's own folder: library/public")
    parser.add_argument("--into", type=Path, required=True, help="the folder of the new one, which is replaced")
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--after", type=Path, help="one made before with fewer passages, whole thousands")
    given = parser.parse_args()
    shutil.rmtree(given.into, ignore_errors=True)
    took = build(given.source, given.into, given.passages, given.after)
    size = sum(path.stat().st_size for path in given.into.rglob("*") if path.is_file())
    print(f"{given.passages} passages in {took:.1f} s, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
