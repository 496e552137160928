"""minutebook ask and minutebook search."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.answered import answered, passage
from api.commands.explained import Drop, Explain, explained
from api.commands.narrowing import Body, Kind, Presenter, Sort, Year, by_date, narrowed
from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, RerankerName, searcher, settings
from api.commands.phrasing import phrasing
from api.errors import UnusableArgument
from search.words import LONGEST

if TYPE_CHECKING:
    from search.searcher import Searcher

K = Annotated[int, typer.Option("--k", min=1, max=100, help="Passages to find.")]


def ask(
    question: Annotated[str, typer.Argument(help="What you would like to know.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    reranker: RerankerName = None,
    as_json: Json = False,
    explain: Explain = False,
    drop: Drop = None,
    phrase: Annotated[bool, typer.Option("--phrase", help="Put the answer in plain words too.")] = False,
    body: Body = "",
    year: Year = "",
    kind: Kind = "",
    presenter: Presenter = "",
) -> None:
    """Answer a question in the papers' own words, with where they stand, or say why there is no answer."""
    from api.shape import as_json as text
    from api.shape import result_fields
    from api.understood import understood_fields

    _bounded("QUESTION", question)
    within = narrowed("ask", body, year, kind, presenter)
    chosen = settings(library=library, collection=collection, model=name, reranker=reranker)
    plainly = phrasing(chosen) if phrase else None
    ready = searcher(chosen, "ask")
    answer = ready.answer(question, dropped=drop or (), narrowed=within)
    query = ready.understood(question, drop or ())
    said = plainly(answer) if plainly else None
    if explain and not as_json:
        print(explained(query), end="")
    if as_json:
        more = said.fields if said else {}
        fields = {"question": question, **result_fields(answer), "understood": understood_fields(query)}
        print(text(fields | more, indent=2))
    else:
        print(answered(answer))
    if said and not as_json:
        said.show()


def search(
    query: Annotated[str | None, typer.Argument(help="What to look for; any words.")] = None,
    queries: Annotated[
        Path | None, typer.Option(metavar="FILE", help='JSON Lines, each with "id" and "question".')
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where the results of --queries go.")] = None,
    k: K = 10,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    reranker: RerankerName = None,
    as_json: Json = False,
    explain: Explain = False,
    drop: Drop = None,
    like: Annotated[
        str | None, typer.Option(metavar="PASSAGE", help="List what is like a passage, by its id, in place of a QUERY.")
    ] = None,
    body: Body = "",
    year: Year = "",
    kind: Kind = "",
    presenter: Presenter = "",
    sort: Sort = "relevance",
) -> None:
    """List the best passages for a query, or for a file of queries."""
    from api.shape import as_json as text
    from api.shape import hit_fields
    from api.understood import understood_fields
    from search.paging import ordered

    within = narrowed("search", body, year, kind, presenter)
    chosen = settings(library=library, collection=collection, model=name, reranker=reranker)
    dated = by_date(sort)
    chosen_here = within.anything or dated
    if queries or out:
        if query is not None or queries is None or out is None or explain or drop or like or chosen_here:
            raise UnusableArgument("search: give either QUERY, or --queries FILE together with --out FILE")
        from api.batch import answer_file

        answer_file(lambda: searcher(chosen, "search"), queries, out, k)
        return
    if like is not None and query is None and not chosen_here:
        _alike(searcher(chosen, "search"), like, k, as_json)
        return
    if query is None or like is not None:
        raise UnusableArgument("search: give a QUERY, or --like PASSAGE, or --queries FILE together with --out FILE")
    _bounded("QUERY", query)
    ready = searcher(chosen, "search")
    found = ready.found if dated else partial(ready.find, k=k)
    hits = ordered(found(query, dropped=drop or (), narrowed=within), "date" if dated else "relevance")[:k]
    understood = ready.understood(query, drop or ())
    if as_json:
        listed = {"query": query, "hits": [hit_fields(hit) for hit in hits]}
        print(text(listed | {"understood": understood_fields(understood)}, indent=2))
        return
    if explain:
        print(explained(understood), end="")
    for hit in hits:
        print(f"{passage(hit)}\n")
    if not hits:
        print("nothing was found; try other words, or fewer of them")


def _alike(ready: Searcher, like: str, k: int, as_json: bool) -> None:
    from api.shape import as_json as text
    from api.shape import hit_fields

    hits = ready.similar(like, k)
    if hits is None:
        raise UnusableArgument(f"--like: there is no passage {like[:64]}; `minutebook search QUERY --json` gives ids")
    if as_json:
        print(text({"like": like, "hits": [hit_fields(hit) for hit in hits]}, indent=2))
        return
    for hit in hits:
        print(f"{passage(hit)}\n")
    if not hits:
        print("no other passage is here")


def _bounded(name: str, words: str) -> None:
    if len(words) > LONGEST:
        raise UnusableArgument(f"{name}: {len(words):,} characters are too many; {LONGEST:,} are read at most")
