"""The tables of a library. The database is the truth; everything beside it can be made again from it."""

from __future__ import annotations

from sqlalchemy import Column, Float, Index, Integer, LargeBinary, PrimaryKeyConstraint, Table, Text

from search.columns import json, number, owner, text
from search.columns import metadata as metadata
from search.fact_tables import actions as actions
from search.fact_tables import attendance as attendance
from search.fact_tables import decisions as decisions
from search.fact_tables import declarations as declarations
from search.fact_tables import interests as interests
from search.fact_tables import items as items
from search.fact_tables import log as log
from search.fact_tables import meetings as meetings
from search.fact_tables import papers as papers
from search.fact_tables import recommendations as recommendations
from search.fact_tables import sections as sections
from search.fact_tables import terms as terms
from search.links.tables import aliases as aliases
from search.links.tables import confirmations as confirmations
from search.links.tables import copies as copies
from search.links.tables import follows as follows
from search.links.tables import resolutions as resolutions
from search.links.tables import seats as seats
from search.links.tables import thread_entries as thread_entries
from search.links.tables import threads as threads

# generation (counts changes), model and dimensions (of the vectors), library (a random name, made once)
meta = Table("meta", metadata, Column("key", Text, primary_key=True), text("value"))

# reader is the version of the reading that made the document's facts, corrections a digest of those that it was given
documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    text("name"),
    text("path"),
    text("title"),
    Column("sha256", Text, nullable=False, unique=True),
    text("media"),
    number("pages"),
    number("passages"),
    text("status"),
    text("replaced_by"),
    text("added"),
    json("warnings"),
    number("reader", "1"),
    text("corrections", ""),
    Index("documents_path", "path"),
)

# words is the packed form of search.packing: where each word stands in text and on the page
pages = Table(
    "pages",
    metadata,
    owner("document", "documents.id"),
    number("number"),
    text("label"),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    text("text"),
    Column("words", LargeBinary, nullable=False),
    Column("ocr", Float),
    PrimaryKeyConstraint("document", "number"),
)

# row is never used twice, so that no index can take a new passage for an old one
passages = Table(
    "passages",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    owner("document", "documents.id"),
    number("position"),
    text("text"),
    text("kind"),
    text("body"),
    text("date"),
    text("item"),
    text("title"),
    json("presenters"),
    json("headings"),
    json("spans"),
    number("page"),
    number("page_end"),
    text("page_label"),
    Column("line_start", Integer),
    Column("line_end", Integer),
    text("place"),
    text("hash"),
    Index("passages_document", "document"),
    Index("passages_hash", "hash"),
    sqlite_autoincrement=True,
)

# keyed by what was embedded and by which model: an unchanged passage is never embedded twice
vectors = Table(
    "vectors",
    metadata,
    text("hash"),
    text("model"),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("hash", "model"),
)

# keyed like vectors; codes is the packed form of search.late
token_vectors = Table(
    "token_vectors",
    metadata,
    text("hash"),
    text("model"),
    Column("codes", LargeBinary, nullable=False),
    PrimaryKeyConstraint("hash", "model"),
)

# vocabulary (term, doc, cnt) is a view of FTS5 on its own words: how many passages hold each term, how often.
# Full text of the passages of current documents (the view shown). The text itself stays in passages.
WORDS = ("text", "headings", "title", "presenters", "place")
SHOW_WORDS = (
    f"INSERT INTO words (rowid, {', '.join(WORDS)}) SELECT row, {', '.join(WORDS)} FROM passages WHERE document = ?"
)
HIDE_WORDS = (
    f"INSERT INTO words (words, rowid, {', '.join(WORDS)}) "
    f"SELECT 'delete', row, {', '.join(WORDS)} FROM passages WHERE document = ?"
)
