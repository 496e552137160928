"""The words of a large library in tantivy's form, beside the database: a cache of full text that follows its changes.

Every word stands there as its stem, as full-text search in the database has it, and those of a passage's own text
twice: what BM25 finds is weighed as there. What the cache was made from is an entry of its own, so that both are of the
same commit. It is made anew where it is missing or damaged, and where words are to be erased.
Source: Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, section 3.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy
from sqlalchemy import Connection

from search.indexes.shown import Shown, packed, shown, unpacked, without
from search.indexes.stemmed import stemmed
from search.traits import printed
from search.within import Within

FOLDER, NEW, OLD = "words", "words.new", "words.old"
FORM = 1  # counted up whenever words come to be cut or kept otherwise; a cache of another form is made anew
HEAP = 200_000_000  # bytes that are gathered before they are written
STEMS, BLANKS = "stems", "blanks"
NONE = "-"  # stands for a value that is empty
_ROWS = "SELECT row, text, headings, title, presenters, place, body, date, kind FROM passages WHERE document = ?"
_DOCUMENTS = "SELECT id FROM documents"


@dataclass(frozen=True)
class Words:
    """The words of some state of a library, searched by any number of threads. held are the documents that are in it.

    written are all documents whose words its files may hold.
    """

    library: str
    held: Shown
    written: frozenset[str]
    schema: Any
    searcher: Any

    def best(self, stems: Sequence[str], n: int, within: Within | None = None) -> list[int]:
        """The n best rows for some stems, best first, of those within."""
        any_of = [(tantivy.Occur.Should, self._term(STEMS, stem)) for stem in stems]
        if not any_of:
            return []
        asked = [(tantivy.Occur.Must, tantivy.Query.boolean_query(any_of)), *self._kept_to(within)]
        found = self.searcher.search(tantivy.Query.boolean_query(asked), n, count=False)
        rows = self.searcher.fast_field_values("row", [address for _, address in found.hits])
        return [int(row) for row in rows]

    def holding(self, stems: Sequence[str]) -> dict[str, int]:
        """How many passages hold each of these stems; a stem that none holds is left out."""
        counted = {stem: int(self.searcher.doc_freq(STEMS, stem)) for stem in stems}
        return {stem: count for stem, count in counted.items() if count}

    def beginning(self, letters: str) -> list[tuple[str, int]]:
        """The stems that begin with some letters, each with how many passages hold it."""
        return [(stem, int(count)) for stem, count in self.searcher.terms_with_prefix(STEMS, letters)]

    def _kept_to(self, within: Within | None) -> Iterator[tuple[Any, Any]]:
        for name, values in within.asked.items() if within else ():
            terms = [(tantivy.Occur.Should, self._term(name, value or NONE)) for value in sorted(values)]
            any_of = tantivy.Query.boolean_query(terms) if terms else tantivy.Query.empty_query()
            yield tantivy.Occur.Must, tantivy.Query.const_score_query(any_of, 0.0)

    def _term(self, name: str, value: str) -> Any:
        return tantivy.Query.term_query(self.schema, name, value, "freq" if name == STEMS else "basic")


def at(folder: Path, connection: Connection, library: str) -> Words | None:
    """The words of the state that connection sees, brought up to it where needed.

    None where that cannot be done now: the folder is not to be written in, or another process is writing there.
    """
    now = shown(connection)
    found = _opened(folder / FOLDER)
    if found is not None and found.library == library and found.held == now:
        return found
    with suppress(OSError, ValueError):  # what tantivy raises where it cannot write
        if found is None or found.library != library:
            return _made(folder, connection, library, now)
        return _followed(folder / FOLDER, connection, found, now)
    return None


def forget(folder: Path, connection: Connection, library: str) -> None:
    """Leave no word in the cache of a document that the library does not have any more. Raises OSError."""
    if not (folder / FOLDER).exists():
        return
    found = _opened(folder / FOLDER)
    there = {row[0] for row in connection.exec_driver_sql(_DOCUMENTS)}
    if found is None or found.library != library:
        shutil.rmtree(folder / FOLDER)
    elif not found.written <= there:
        try:
            _made(folder, connection, library, shown(connection))
        except ValueError as error:  # what tantivy raises, of a disk that is full as well
            raise OSError(str(error)) from error


def _made(folder: Path, connection: Connection, library: str, now: Shown) -> Words:
    """The cache made whole beside the one that is there, whose place it takes when it is ready."""
    new, old = folder / NEW, folder / OLD
    new.mkdir(exist_ok=True)
    try:
        index = _index(new, make=True)
    except (OSError, ValueError):  # left half written, or by another version
        shutil.rmtree(new)
        new.mkdir()
        index = _index(new, make=True)
    writer = index.writer(HEAP, 1)  # raises ValueError where another process is making one
    writer.delete_all_documents()
    _commit(index, writer, connection, library, now, now, frozenset(now))
    shutil.rmtree(old, ignore_errors=True)
    if (folder / FOLDER).exists():
        (folder / FOLDER).rename(old)
    new.rename(folder / FOLDER)
    shutil.rmtree(old, ignore_errors=True)
    found = _opened(folder / FOLDER)
    if found is None:
        raise ValueError("what was written cannot be read")
    return found


def _followed(path: Path, connection: Connection, found: Words, now: Shown) -> Words | None:
    new, gone = without(now, found.held), without(found.held, now)
    index = _index(path)
    writer = index.writer(HEAP, 1)
    for document in {*new, *gone}:
        writer.delete_documents_by_term("document", document)
    _commit(index, writer, connection, found.library, now, new, found.written | new.keys())
    return _opened(path)


def _commit(
    index: Any, writer: Any, connection: Connection, library: str, now: Shown, new: Shown, written: Collection[str]
) -> None:
    """Write the passages of new and what the cache was made from, both at once."""
    for document in new:
        for row in connection.exec_driver_sql(_ROWS, (document,)):
            writer.add_document(_entry(document, *row))
    told = json.dumps({"form": FORM, "library": library, "held": packed(now), "written": sorted(written)})
    writer.delete_documents_by_term("mark", "told")
    mark = tantivy.Document()
    mark.add_text("mark", "told")
    mark.add_bytes("told", told.encode())
    writer.add_document(mark)
    writer.commit()
    writer.wait_merging_threads()


def _entry(
    document: str,
    row: int,
    text: str,
    headings: str,
    title: str,
    presenters: str,
    place: str,
    body: str,
    date: str,
    kind: str,
) -> Any:
    own, around = stemmed(text), stemmed(f"{headings} {title} {presenters} {place}")
    entry = tantivy.Document()
    entry.add_integer("row", row)
    entry.add_text(STEMS, f"{own} {own} {around}")
    entry.add_text("document", document)
    entry.add_text("body", body or NONE)
    entry.add_text("date", date or NONE)
    entry.add_text("kind", kind)
    entry.add_text("presented", printed(body, presenters))
    return entry


def _opened(path: Path) -> Words | None:
    """The newest commit of the cache at path, None where there is none that can be read."""
    try:
        index = _index(path)
        searcher = index.searcher()
        (hit,) = searcher.search(tantivy.Query.term_query(index.schema, "mark", "told", "basic"), 1).hits
        told = json.loads(bytes(searcher.doc(hit[1]).get_first("told")))
        if told["form"] != FORM:
            return None
        held, written = unpacked(told["held"]), frozenset(map(str, told["written"]))
        return Words(str(told["library"]), held, written, index.schema, searcher)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _index(path: Path, *, make: bool = False) -> Any:
    """Raises ValueError or OSError where there is none that can be read, unless it is to be made."""
    if make:
        schema = tantivy.SchemaBuilder()
        schema.add_integer_field("row", stored=False, indexed=False, fast=True)
        schema.add_text_field(STEMS, stored=False, tokenizer_name=BLANKS, index_option="freq")
        for name in ("document", "body", "date", "kind", "presented", "mark"):
            schema.add_text_field(name, stored=False, tokenizer_name="raw", index_option="basic")
        schema.add_bytes_field("told", stored=True)
        index = tantivy.Index(schema.build(), path=str(path), reuse=True)
    else:
        index = tantivy.Index.open(str(path))
    index.register_tokenizer(BLANKS, tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    return index
