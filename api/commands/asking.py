"""minutebook ask and minutebook search."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.explained import Drop, Explain, explained
from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, searcher, settings
from api.commands.phrasing import phrasing
from api.errors import UnusableArgument
from search.words import LONGEST

if TYPE_CHECKING:
    from search.model import Hit

K = Annotated[int, typer.Option("--k", min=1, max=100, help="Passages to find.")]


def ask(
    question: Annotated[str, typer.Argument(help="What you would like to know.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    as_json: Json = False,
    explain: Explain = False,
    drop: Drop = None,
    phrase: Annotated[bool, typer.Option("--phrase", help="Put the answer in plain words too.")] = False,
) -> None:
    """Answer a question with the best passage and where it stands."""
    from api.shape import as_json as text
    from api.shape import result_fields
    from api.understood import understood_fields
    from search.model import Answered

    _bounded("QUESTION", question)
    chosen = settings(library=library, collection=collection, model=name)
    plainly = phrasing(chosen) if phrase else None
    ready = searcher(chosen)
    answer = ready.answer(question, dropped=drop or ())
    query = ready.understood(question, drop or ())
    said = plainly(answer) if plainly else None
    if explain and not as_json:
        print(explained(query), end="")
    if as_json:
        more = said.fields if said else {}
        fields = {"question": question, **result_fields(answer), "understood": understood_fields(query)}
        print(text(fields | more, indent=2))
    elif isinstance(answer, Answered):
        print(f"{_words(answer.hits[0])}\n\n{_cited(answer.hits[0])}")
    else:
        held = answer.coverage
        print(f"Nothing was found in {held.documents} documents ({held.pages:,} pages, {held.meetings} meetings).")
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
    as_json: Json = False,
    explain: Explain = False,
    drop: Drop = None,
) -> None:
    """List the best passages for a query, or for a file of queries."""
    from api.shape import as_json as text
    from api.shape import hit_fields
    from api.understood import understood_fields

    chosen = settings(library=library, collection=collection, model=name)
    if queries or out:
        if query is not None or queries is None or out is None or explain or drop:
            raise UnusableArgument("search: give either QUERY, or --queries FILE together with --out FILE")
        from api.batch import answer_file

        answer_file(lambda: searcher(chosen), queries, out, k)
        return
    if query is None:
        raise UnusableArgument("search: give a QUERY, or --queries FILE together with --out FILE")
    _bounded("QUERY", query)
    ready = searcher(chosen)
    hits, understood = ready.find(query, k, drop or ()), ready.understood(query, drop or ())
    if as_json:
        found = {"query": query, "hits": [hit_fields(hit) for hit in hits]}
        print(text(found | {"understood": understood_fields(understood)}, indent=2))
        return
    if explain:
        print(explained(understood), end="")
    for hit in hits:
        print(f"{hit.rank}. {_cited(hit)}\n{_words(hit)}\n")
    if not hits:
        print("nothing was found; try other words, or fewer of them")


def _bounded(name: str, words: str) -> None:
    if len(words) > LONGEST:
        raise UnusableArgument(f"{name}: {len(words):,} characters are too many; {LONGEST:,} are read at most")


def _words(hit: Hit) -> str:
    """The passage for a terminal: cells of a row set apart by a bar, nothing that a terminal would obey."""
    lines = (line.replace("\t", " | ") for line in hit.text.splitlines())
    return "\n".join("".join(letter if letter.isprintable() else " " for letter in line) for line in lines)


def _cited(hit: Hit) -> str:
    cited = hit.citation
    place = (
        f"{cited.place} - {cited.sheet} of {cited.file}"
        if cited.place != cited.file
        else f"{cited.file}, {cited.sheet}"
    )
    return place + (f"\nPresented by {'; '.join(cited.presenters)}" if cited.presenters else "")
