"""Full text on PostgreSQL: the stems that SQLite's full-text search makes, weighed as it weighs them.

The server's own full-text search cuts words otherwise and does not weigh a word by how rare it is. Here the same
questions find the same passages in the same order on both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from search.schema import WORDS
from search.stemming import cut, standing

K1, B = 1.2, 0.75  # of BM25, as FTS5 has them
APART = 1 << 20  # between the places of two columns, so that no phrase runs over from one to the next
_TEXTS = f"SELECT row, {', '.join(WORDS)} FROM passages WHERE document = ? ORDER BY row"
_KEEP = (
    "INSERT INTO words (term, row, said, beside, places) SELECT term, row, said, beside, CAST(places AS integer[]) "
    "FROM unnest(CAST(? AS text[]), CAST(? AS integer[]), CAST(? AS integer[]), CAST(? AS integer[]), "
    "CAST(? AS text[])) AS given (term, row, said, beside, places)"
)
_LENGTHS = "INSERT INTO lengths (row, words) SELECT * FROM unnest(CAST(? AS integer[]), CAST(? AS integer[])) AS given"
_OF = "WHERE row IN (SELECT row FROM passages WHERE document = ?)"
_SHOWN = "SELECT count(*), coalesce(avg(words), 1) FROM lengths"
_DOC = "SELECT count(*) FROM words WHERE term = ?"
_PLACES = "SELECT row, term, places FROM words WHERE term = ANY (?)"
# what each passage has of each word asked for: a word is told by its number among them
_WEIGH = (
    "SELECT held.row FROM (SELECT number, words.row, {weight} AS often FROM words JOIN unnest(CAST(? AS text[]), "
    "CAST(? AS integer[])) AS given (term, number) ON words.term = given.term UNION ALL SELECT * FROM "
    "unnest(CAST(? AS integer[]), CAST(? AS integer[]), CAST(? AS double precision[])) AS given) AS held "
    "JOIN unnest(CAST(? AS integer[]), CAST(? AS double precision[])) AS told (number, rare) "
    "ON told.number = held.number JOIN lengths ON lengths.row = held.row {among} "
    "GROUP BY held.row ORDER BY round(CAST(sum(rare * often * {k} / (often + {k1} * "
    "({rest} + {b} * lengths.words / CAST(? AS double precision)))) AS numeric), 12) DESC, held.row LIMIT ?"
)


def show(connection: Connection, document: str) -> None:
    """Let the passages of a document be found."""
    rows = {row[0]: row[1:] for row in connection.exec_driver_sql(_TEXTS, (document,))}
    held: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    lengths = dict.fromkeys(rows, 0)
    for term, row, column, offset in standing(WORDS, rows):
        held[term, row].append(WORDS.index(column) * APART + offset)
        lengths[row] += 1
    said = [sum(place < APART for place in places) for places in held.values()]
    beside = [len(places) - own for places, own in zip(held.values(), said, strict=True)]
    printed = ["{" + ",".join(map(str, sorted(places))) + "}" for places in held.values()]
    terms, numbers = [term for term, _ in held], [row for _, row in held]
    connection.exec_driver_sql(_KEEP, (terms, numbers, said, beside, printed))
    connection.exec_driver_sql(_LENGTHS, (list(lengths), list(lengths.values())))


def hide(connection: Connection, document: str) -> None:
    """Let them be found no more."""
    connection.exec_driver_sql(f"DELETE FROM words {_OF}", (document,))
    connection.exec_driver_sql(f"DELETE FROM lengths {_OF}", (document,))


def ranked(
    connection: Connection, terms: Sequence[str], n: int, where: str, parameters: Sequence[Any], text: float
) -> list[int]:
    """The n best rows that hold any of the terms, best first: BM25, a word in the passage's own text counting text.

    where narrows the table of passages, "" for all. A term of several words is looked for side by side.
    """
    import math

    asked = list(dict.fromkeys(stems for stems in cut(terms) if stems))
    total, length = connection.exec_driver_sql(_SHOWN).one()
    single, phrases, rare = [], [], []
    for number, stems in enumerate(asked):
        if len(stems) == 1:
            single.append((stems[0], number))
            hits = int(connection.exec_driver_sql(_DOC, stems).scalar() or 0)
        else:
            found = _together(connection, stems, text)
            phrases += [(number, row, often) for row, often in found.items()]
            hits = len(found)
        rare.append(max(math.log((total - hits + 0.5) / (hits + 0.5)), 1e-6))
    query = _WEIGH.format(
        weight=f"{text} * said + beside",
        among=f"JOIN passages ON passages.row = held.row WHERE {where}" if where else "",
        **{"k": K1 + 1, "k1": K1, "rest": 1 - B, "b": B},
    )
    given = (*_columns(single, 2), *_columns(phrases, 3), list(range(len(asked))), rare)
    rows = connection.exec_driver_sql(query, (*given, *parameters, float(length), n))
    return [row[0] for row in rows]


def some(connection: Connection, word: str, count: int) -> list[int]:
    """At most so many rows, the first, that hold a form of a word."""
    return sorted(_holding(connection, cut([word])[0]))[:count]


def having(connection: Connection, names: Sequence[Sequence[str]]) -> int:
    """How many rows hold all the words of one of the names."""
    found: set[int] = set()
    for name in names:
        held = [_holding(connection, stems) for stems in cut(name)]
        found |= set.intersection(*held) if held else set()
    return len(found)


def _holding(connection: Connection, stems: Sequence[str]) -> set[int]:
    if len(stems) > 1:
        return set(_together(connection, stems, 1.0))
    return {row[0] for row in connection.exec_driver_sql("SELECT row FROM words WHERE term = ?", tuple(stems) or ("",))}


def _together(connection: Connection, stems: Sequence[str], text: float) -> dict[int, float]:
    """The rows that hold stems side by side, with how often, once in the text counting text."""
    places: defaultdict[int, dict[str, set[int]]] = defaultdict(dict)
    for row, term, held in connection.exec_driver_sql(_PLACES, (list(stems),)):
        places[row][term] = set(held)
    found = {}
    for row, of in places.items():
        begins = [at for at in of.get(stems[0], ()) if all(at + step in of.get(s, ()) for step, s in enumerate(stems))]
        if begins:
            found[row] = sum(text if at < APART else 1.0 for at in begins)
    return found


def _columns(rows: Sequence[tuple[Any, ...]], count: int) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(count)]
