"""minutebook serve."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import LibraryFolder, ModelName, RerankerName, say, searcher, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from api.server import Server
    from api.settings import Settings
    from search.searcher import Searcher

BACKLOG = 2048  # connections that may wait to be taken


def serve(
    host: Annotated[str | None, typer.Option(help="Address to serve on. [default: 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on. [default: 8000]")] = None,
    collections: Annotated[str, typer.Option(help="public, or public,restricted.")] = "public",
    library: LibraryFolder = None,
    name: ModelName = None,
    reranker: RerankerName = None,
) -> None:
    """Serve the site and the API until it is stopped, with the staff side where MINUTEBOOK_STAFF turns it on."""
    from api.identity.roles import guarded
    from api.preparing import prepare, warm
    from api.staff.begun import begin
    from api.staff.beside import worker_beside
    from api.staff.home import stay_home

    chosen = settings(library=library, host=host, port=port, model=name)
    names = [part.strip() for part in collections.split(",") if part.strip()]
    if not names or len(set(names)) < len(names):
        raise UnusableArgument(f"--collections {collections!r}: give public, restricted, or both with a comma")
    if not guarded(chosen, names):
        stay_home(chosen)
    begin(chosen, names, say)
    ready = {
        each: searcher(settings(library=library, collection=each, model=name, reranker=reranker)) for each in names
    }
    with ThreadPoolExecutor(1) as beside:  # the weights are read while all that serves is imported
        warmed = [beside.submit(warm, each) for each in ready.values()]
        server = _server(chosen, ready)
        for one in warmed:
            one.result()
    worker = worker_beside(chosen, say) if chosen.staff else nullcontext()
    with listening(chosen.host, chosen.port) as door, worker, suppress(KeyboardInterrupt):
        Thread(target=prepare, args=(list(ready.values()), chosen.staff)).start()  # ends before the process does
        say(f"serving {', '.join(names)} on http://{chosen.host}:{chosen.port}/ (Ctrl-C stops it)")
        server.run([door])


def _server(chosen: Settings, ready: Mapping[str, Searcher]) -> Server:
    from api.app import create_app
    from api.journal import journal, keep
    from api.server import Server
    from api.staff.feedback import Feedback

    closing, log = Event(), journal()
    forget = Feedback(chosen.library, chosen.question_days).forget
    server = Server(create_app(chosen, ready, closing, log), closing, daily=forget)
    keep(log)
    return server


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UnusableArgument where the address cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, protocol)
        try:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a server just stopped does not hold the port
            door.bind(address)
            door.listen(BACKLOG)
        except BaseException:
            door.close()
            raise
    except OSError as error:
        reason = f"{error.strerror or error}".lower()
        raise UnusableArgument(
            f"--host {host} --port {port}: cannot be served on ({reason}); name another port or address"
        ) from error
    return door
