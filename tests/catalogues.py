"""A real server of PostgreSQL for the tests, on a socket in a folder of its own, which is gone with the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from search import catalogue

# nothing of a test has to outlive the power
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "listen_addresses=")


@dataclass(frozen=True)
class Server:
    """A server that runs: where its socket is, and the role that may do all on it."""

    socket: Path
    role: str

    def database(self, collation: str) -> str:
        """The address of a new, empty database."""
        name = f"t{uuid.uuid4().hex}"
        kind = f"TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE '{collation}' LC_CTYPE 'C.UTF-8'"
        self.told(f"CREATE DATABASE {name} {kind}")
        return f"{catalogue.DRIVER}://{self.role}@/{name}?host={self.socket}"

    def made(self) -> str:
        """The address of a new, empty schema, which is made and left sooner than a database."""
        name = f"t{uuid.uuid4().hex}"
        self.told(f"CREATE SCHEMA {name}")
        return f"{catalogue.DRIVER}://{self.role}@/postgres?host={self.socket}&options=-csearch_path%3D{name}"

    def told(self, statement: str) -> None:
        """Have the server do something."""
        reached = f"host={self.socket} user={self.role} dbname=postgres"
        with psycopg.connect(reached, autocommit=True) as connection:
            connection.execute(statement.encode())

    def kept(self, folder: Path) -> str:
        """Let a folder have its database here, in a schema of its own; its address."""
        folder.mkdir(parents=True, exist_ok=True)
        address = self.made()
        catalogue.settle(folder, address)
        return address


@contextmanager
def serving() -> Iterator[Server]:
    """A server while it is needed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    assert programs, "these tests need a server of PostgreSQL: apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="catalogue-", dir="/tmp"))  # a socket's path may not be long
    as_owner: tuple[str, ...] = ()
    if os.geteuid() == 0:  # a server does not run as root
        shutil.chown(folder, "postgres")
        as_owner = ("runuser", "-u", "postgres", "--")
    run = (*as_owner, str(programs[-1] / "pg_ctl"), "--silent", "-D", str(folder / "data"))
    try:
        asked = "--no-sync --auth=trust --username=minutebook --encoding=UTF8 --locale=C.UTF-8 --lc-collate=C"
        subprocess.run([*run, "initdb", "-o", asked], check=True, stdout=subprocess.DEVNULL, cwd="/")
        options = " ".join(f"-c {one}" for one in (*FAST, f"unix_socket_directories={folder}"))
        subprocess.run([*run, "-w", "-l", str(folder / "log"), "-o", options, "start"], check=True, cwd="/")
        yield Server(folder, "minutebook")
    finally:
        subprocess.run([*run, "-m", "immediate", "stop"], check=False, stderr=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)
