"""A Milvus server, or the file of Milvus Lite, which takes the same calls."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

from search.milvus.errors import EngineUnusable

SECONDS = 30.0  # that one call may take, with what the client tries again
NOT_LOADED = 101  # how Milvus says so; Milvus Lite, which lets go of all when it ends, has no number for it
MISSING = "Milvus is not installed for; install the extra: pip install 'minutebook[cluster]'"


class Server:
    """Where one library's collection is kept: an address, a database there, and the credential of that database.

    An address without :// is the file of Milvus Lite, of one library and opened by one process at a time; it has
    neither databases nor credentials. Nothing is connected to before the first call. Safe to share between threads.
    """

    def __init__(self, address: str, database: str = "", token: str = "", seconds: float = SECONDS) -> None:
        """A question, and connecting, may take so many seconds."""
        self.address, self._database, self._token, self._seconds = address, database, token, seconds
        self._client: Any = None
        self._connecting = Lock()

    @contextmanager
    def asked(self) -> Iterator[Any]:
        """The client (a MilvusClient); what the server refuses in the block is raised as EngineUnusable."""
        try:
            from grpc import Call, RpcError
            from pymilvus import MilvusException
        except ModuleNotFoundError as error:
            raise EngineUnusable(self.address, MISSING) from error
        try:
            yield self._connected()
        except MilvusException as error:
            raise EngineUnusable(self.address, " ".join(error.message.split())) from error
        except RpcError as error:  # of some calls the client lets through what the connection raises
            said = error.details() if isinstance(error, Call) else str(error)
            raise EngineUnusable(self.address, " ".join(said.split())) from error

    def search(self, collection: str, **what: Any) -> list[Any]:
        """What MilvusClient.search gives for one question; a collection that a server let go of is loaded first."""
        from pymilvus import MilvusException

        with self.asked() as client:
            try:
                found = client.search(collection, timeout=self._seconds, **what)
            except MilvusException as error:
                if error.code != NOT_LOADED and "load()" not in error.message:
                    raise
                client.load_collection(collection, timeout=self._seconds)
                found = client.search(collection, timeout=self._seconds, **what)
        return list(found[0])

    def close(self) -> None:
        """Let go of the connection; the next call makes another."""
        with self._connecting:
            if self._client is not None:
                self._client.close()
            self._client = None

    def _connected(self) -> Any:
        from pymilvus import MilvusClient

        with self._connecting:
            if self._client is None:
                logging.getLogger("pymilvus").setLevel(logging.CRITICAL)  # errors are raised, and told once
                if "://" not in self.address:
                    Path(self.address).parent.mkdir(parents=True, exist_ok=True)
                    self._client = MilvusClient(self.address)
                else:
                    self._client = self._database_of(MilvusClient)
            return self._client

    def _database_of(self, client: Any) -> Any:
        """A client of the database, which is made where it is not there and the credential may make it."""
        made = client(uri=self.address, token=self._token, timeout=self._seconds)
        if self._database:
            if self._database not in made.list_databases(timeout=self._seconds):
                made.create_database(self._database, timeout=self._seconds)
            made = client(uri=self.address, token=self._token, db_name=self._database, timeout=self._seconds)
        return made
