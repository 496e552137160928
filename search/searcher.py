"""A library and a model kept ready for questions from any number of threads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock

from sqlalchemy import Connection

from search import find, index, vectors
from search.embed import Model
from search.errors import ModelMismatch
from search.library import Library
from search.model import Answer, Hit
from search.reread import Rerank
from search.retrieve import Embedded
from search.similar import similar
from search.understand.known import Known, known
from search.understand.query import Query
from search.understand.understand import understand
from search.understand.vocabulary import Stems, Vocabulary


class Searcher:
    """Answers questions over one library, always from one state of it: what another process changed is seen at once."""

    def __init__(self, library: Library, model: Model, rerank: Rerank | None = None) -> None:
        """Raises ModelMismatch where the library's vectors are of another model.

        With rerank the first passages of every question are put in its order.
        """
        self.library, self.model, self._rerank = library, model, rerank
        self._index: index.Index | None = None
        self._known: tuple[vectors.State, Known, Stems] | None = None
        self._loading = Lock()
        with self.view():
            pass

    def understood(self, text: str, dropped: Collection[str] = ()) -> Query:
        """What any text asks for; dropped are the keys of constraints that the reader takes back."""
        with self.view() as view:
            return self._understood(view.connection, text, dropped)

    def find(self, text: str, k: int = 10, dropped: Collection[str] = ()) -> tuple[Hit, ...]:
        """The best k passages for any text, best first; none where it says nothing or the library is empty."""
        with self.view() as view:
            return find.find(view, self.model, self._understood(view.connection, text, dropped), k, self._rerank)

    def answer(self, text: str, k: int = 10, dropped: Collection[str] = ()) -> Answer:
        """The best passage with k - 1 more, or a refusal with what was searched."""
        with self.view() as view:
            return find.answer(view, self.model, self._understood(view.connection, text, dropped), k, self._rerank)

    def batch(self, texts: Iterable[str], k: int = 10) -> Iterator[Answer]:
        """One answer for each text, in order, all from one state of the library."""
        with self.view() as view:
            queries = (self._understood(view.connection, text, ()) for text in texts)
            yield from find.batch(view, self.model, queries, k, self._rerank)

    def similar(self, passage: str, k: int = 10) -> tuple[Hit, ...] | None:
        """The k passages nearest in meaning to a passage, by its id; None where there is no such passage."""
        with self.view() as view:
            return similar(view, self.model.name, passage, k)

    @contextmanager
    def view(self) -> Iterator[Embedded]:
        """One state of the library: a read transaction and the index of the same generation."""
        with self.library.read() as connection:
            state = vectors.state(connection)
            if state.model and state.model != self.model.name:
                raise ModelMismatch(self.library.folder, state.model, self.model.name)
            yield Embedded(connection, self._fitting(connection, state))

    def _fitting(self, connection: Connection, state: vectors.State) -> index.Index:
        kept = self._index
        if kept is None or kept.state != state:
            with self._loading:
                kept = self._index
                if kept is None or kept.state != state:
                    kept = index.load(self.library.folder, connection, state)
                    if self._index is None or state.generation >= self._index.state.generation:
                        self._index = kept
        return kept

    def _understood(self, connection: Connection, text: str, dropped: Collection[str]) -> Query:
        state = vectors.state(connection)
        kept = self._known
        if kept is None or kept[0] != state:
            kept = self._known = (state, known(connection), {})
        _, names, stems = kept
        return understand(text, replace(names, lexicon=Vocabulary(connection, stems)), dropped)
