"""minutebook mcp."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import LibraryFolder, ModelName, RerankerName, say, searcher, settings
from api.errors import UnusableArgument


def mcp(
    collections: Annotated[str, typer.Option(help="public, or public,restricted.")] = "public",
    library: LibraryFolder = None,
    name: ModelName = None,
    reranker: RerankerName = None,
) -> None:
    """Answer an agent on this machine over standard input and output, with tools that only read, until it goes."""
    import anyio

    from api.agents.cited import Held
    from api.agents.instructions import instructions
    from api.agents.over_pipes import answer
    from api.agents.server import server
    from api.catalogue import Catalogue

    names = [part.strip() for part in collections.split(",") if part.strip()]
    if not names or len(set(names)) < len(names):
        raise UnusableArgument(f"--collections {collections!r}: give public, restricted, or both with a comma")
    chosen = settings(library=library, model=name)
    ready = {
        each: searcher(settings(library=library, collection=each, model=name, reranker=reranker), "mcp")
        for each in names
    }
    catalogue = Catalogue(ready)
    held = Held(catalogue, chosen.address.rstrip("/"))
    say(f"answering over {', '.join(names)} on standard input and output")
    anyio.run(answer, server(held, chosen.service_name, instructions(catalogue)))
