"""A library and a model kept ready for questions from any number of threads."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from ingest.model import Proposal
from search import find, vectors
from search.derived import Derived
from search.embed import Model
from search.engines.engine import Engines
from search.engines.local import Files
from search.errors import ModelMismatch
from search.examples import examples
from search.library import Library
from search.model import WHOLE, Answer, Facets, Hit, Matter, Narrowed, Precedents, Results
from search.paging import doubted
from search.precedents.find import precedents
from search.precedents.matter import matter_at
from search.reread import Rerank
from search.retrieve import View
from search.similar import similar
from search.stages import stage
from search.understand.query import Query
from search.understand.suggestion import suggestion
from search.understand.understand import understand


class Searcher:
    """Answers questions over one library, always from one state of it: what another process changed is seen at once."""

    def __init__(
        self, library: Library, model: Model, rerank: Rerank | None = None, engines: Engines | None = None
    ) -> None:
        """Raises ModelMismatch where the library's vectors are of another model.

        With rerank the first passages of every question are put in its order. Passages are found by engines, by the
        library's own files where none are given.
        """
        self.library, self.model, self._rerank = library, model, rerank
        self._engines = engines or Files(library.folder)
        self._derived: Derived | None = None
        with self.view():
            pass

    def over(self, library: Library) -> Searcher:
        """A searcher of another library with the same models."""
        return Searcher(library, self.model, self._rerank)

    def understood(self, text: str, dropped: Collection[str] = ()) -> Query:
        """What any text asks for; dropped are the keys of constraints that the reader takes back."""
        with self.view() as view:
            return self._understood(view.connection, text, dropped)

    def find(
        self, text: str, k: int = 10, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE
    ) -> tuple[Hit, ...]:
        """The best k passages for any text, best first; none where it says nothing or the library is empty."""
        with self.view(narrowed) as view:
            return find.find(view, self.model, self._understood(view.connection, text, dropped), k, self._rerank)

    def found(self, text: str, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE) -> tuple[Hit, ...]:
        """Every passage found (at most 100), best first."""
        with self.view(narrowed) as view:
            query = self._understood(view.connection, text, dropped)
            return find.every(view, find.ranked(view, self.model, query, self._rerank))

    def answer(self, text: str, k: int = 10, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE) -> Answer:
        """The best passage with k - 1 more, or a refusal with what was searched."""
        with self.view(narrowed) as view:
            return find.answer(view, self.model, self._understood(view.connection, text, dropped), k, self._rerank)

    def results(self, text: str, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE) -> Results:
        """The answer and every passage found (at most 100), best first, from one search."""
        with self.view(narrowed) as view:
            query = self._understood(view.connection, text, dropped)
            ranked = find.ranked(view, self.model, query, self._rerank)
            hits = find.every(view, ranked)
            answer = find.answered(view, query, ranked, hits[: find.BEHIND])
            better = suggestion(query, self._of(view.connection).known(view.connection)) if doubted(answer) else ""
        return Results(query, answer, hits, len(hits), narrowed=narrowed, suggestion=better)

    def facets(self) -> Facets:
        """The values that a search can be narrowed to."""
        with self.library.read() as connection:
            return self._of(connection).values(connection).facets

    def examples(self) -> tuple[str, ...]:
        """Up to four questions, made from what the newest papers hold, each of which is answered."""
        with self.view() as view:

            def asked(text: str) -> Answer:
                return find.answer(view, self.model, self._understood(view.connection, text, ()), rerank=self._rerank)

            return self._of(view.connection).examples(lambda: examples(view.connection, asked))

    def batch(self, texts: Iterable[str], k: int = 10) -> Iterator[Answer]:
        """One answer for each text, in order, all from one state of the library."""
        with self.view() as view:
            queries = (self._understood(view.connection, text, ()) for text in texts)
            yield from find.batch(view, self.model, queries, k, self._rerank)

    def similar(self, passage: str, k: int = 10) -> tuple[Hit, ...] | None:
        """The k passages nearest in meaning to a passage, by its id; None where there is no such passage."""
        with self.view() as view:
            return similar(view, self.model.name, passage, k)

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        """The k matters (1 to 100) nearest to what a proposal asks, strongest first, contrary ones among them."""
        with self.view() as view:

            def search(text: str) -> list[int]:
                query = self._understood(view.connection, text, ())
                return [row for row, _ in find.ranked(view, self.model, query, self._rerank).scored]

            held = self._of(view.connection).held(view.connection)
            return precedents(view, self.model, held, proposal, k, search)

    def gather(self) -> None:
        """Read the matters of the present state, so that whoever asks for precedents first does not wait for them."""
        with self.library.read() as connection:
            self._of(connection).held(connection)

    def matter(self, address: str) -> Matter | None:
        """One matter by its address, None where there is none."""
        with self.library.read() as connection:
            return matter_at(connection, self._of(connection).held(connection), address)

    @contextmanager
    def view(self, narrowed: Narrowed = WHOLE) -> Iterator[View]:
        """One state of the library: a read transaction, an engine of the same state, and what is looked among."""
        with self.library.read() as connection:
            state = vectors.state(connection)
            if state.model and state.model != self.model.name:
                raise ModelMismatch(self.library.folder, state.model, self.model.name)
            within = self._of(connection).within(connection, narrowed) if narrowed.anything else None
            yield View(connection, self._engines.at(connection, state), state.model, within)

    def _understood(self, connection: Connection, text: str, dropped: Collection[str]) -> Query:
        with stage("understand"):
            return understand(text, self._of(connection).known(connection), dropped)

    def _of(self, connection: Connection) -> Derived:
        """What is kept of the state that a connection sees."""
        state, kept = vectors.state(connection), self._derived
        if kept is None or kept.state != state:
            kept = self._derived = Derived(state, kept)
        return kept
