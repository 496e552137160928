"""What the collection holds of a passage, and how it is indexed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from sqlalchemy import Connection

from search.fulltext import TEXT
from search.indexes.shown import Numbers
from search.milvus.words import MOST, analysed
from search.vectors import State
from search.within import printed

TOLD = ("body", "presented")  # fields whose values are any text, kept as told gives it
FOREVER = 2**62  # the until of what is shown
LARGE = 250_000  # passages; up to here every vector is compared
TAKEN = 500  # passages that are sent at a time
FLAT, GRAPH = "FLAT", "HNSW"
K1, B = 1.2, 0.75  # of BM25, as FTS5 has them
_SENT = (
    "SELECT row, document, kind, body, date, presenters, text, headings, title, place, vector FROM passages "
    "JOIN vectors ON vectors.hash = passages.hash AND model = ? "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) ORDER BY row"
)


def told(text: str) -> str:
    """A name of plain letters for any text: what a filter compares can neither end it nor be too long."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def form(client: Any, state: State) -> Any:
    """The fields of a collection for vectors of this state.

    body and presented (see search.within.printed) are names as told gives them. A passage is seen by the changes since
    to until, until left out.
    """
    from pymilvus import DataType, Function, FunctionType

    made = client.create_schema(auto_id=False, enable_dynamic_field=False)
    made.add_field("row", DataType.INT64, is_primary=True)
    for name, longest in (("document", 64), ("kind", 64), ("body", 32), ("presented", 32), ("year", 8), ("date", 32)):
        made.add_field(name, DataType.VARCHAR, max_length=longest)
    made.add_field("since", DataType.INT64)
    made.add_field("until", DataType.INT64)
    analyser = {"tokenizer": "standard", "filter": ["lowercase"]}
    made.add_field("words", DataType.VARCHAR, max_length=MOST, enable_analyzer=True, analyzer_params=analyser)
    made.add_field("sparse", DataType.SPARSE_FLOAT_VECTOR)
    made.add_field("vector", DataType.FLOAT_VECTOR, dim=state.dimensions)
    made.add_function(Function("bm25", FunctionType.BM25, input_field_names=["words"], output_field_names=["sparse"]))
    return made


def indexes(client: Any, size: int, large: int = LARGE) -> Any:
    """How the fields are searched in a collection of so many passages; from large on vectors have a graph."""
    made = client.prepare_index_params()
    if size < large:
        made.add_index("vector", index_type=FLAT, metric_type="IP")
    else:
        made.add_index("vector", index_type=GRAPH, metric_type="IP", params={"M": 24, "efConstruction": 200})
    bm25 = {"bm25_k1": K1, "bm25_b": B}
    made.add_index("sparse", index_type="SPARSE_INVERTED_INDEX", metric_type="BM25", params=bm25)
    for name in ("document", "kind", "body", "presented", "year"):
        made.add_index(name, index_type="INVERTED")
    return made


def entities(connection: Connection, state: State, rows: Numbers, since: int) -> Iterator[list[dict[str, Any]]]:
    """These passages as the collection holds them, seen from the change since on, at most TAKEN at a time.

    The words hold the text as often as it weighs more than what says where it stands, which is how FTS5 weighs columns.
    """
    for start in range(0, len(rows), TAKEN):
        wanted = json.dumps(rows[start : start + TAKEN].tolist())
        yield [_entity(row, since) for row in connection.exec_driver_sql(_SENT, (state.model, wanted))]


def _entity(row: Any, since: int) -> dict[str, Any]:
    around = [row.title, row.headings, row.presenters, row.place]
    return {
        "row": row.row,
        "document": row.document,
        "kind": row.kind,
        "body": told(row.body),
        "presented": told(printed(row.body, row.presenters)),
        "year": row.date[:4],
        "date": row.date,
        "since": since,
        "until": FOREVER,
        "words": analysed([*around, *[row.text] * round(TEXT)]),
        "vector": np.frombuffer(row.vector, "<f4"),
    }
