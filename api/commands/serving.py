"""minutebook serve."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import LibraryFolder, ModelName, say, searcher, settings
from api.errors import UnusableArgument


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on. [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on. [default: 8000]")] = None,
    collections: Annotated[str, typer.Option(help="public, or public,restricted.")] = "public",
    library: LibraryFolder = None,
    name: ModelName = None,
) -> None:
    """Serve the site and the API until it is stopped."""
    import uvicorn

    from api.app import create_app

    chosen = settings(library=library, host=host, port=port, model=name)
    names = [part.strip() for part in collections.split(",") if part.strip()]
    if not names or len(set(names)) < len(names):
        raise UnusableArgument(f"--collections {collections!r}: give public, restricted, or both with a comma")
    ready = {each: searcher(settings(library=library, collection=each, model=name)) for each in names}
    for each in ready.values():
        each.model.query("warm")  # the first reader does not wait for the weights
    app = create_app(chosen, ready)
    say(f"serving {', '.join(names)} on http://{chosen.host}:{chosen.port}/ (Ctrl-C stops it)")
    uvicorn.run(app, host=chosen.host, port=chosen.port, log_level="warning", server_header=False)
