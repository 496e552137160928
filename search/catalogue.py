"""Where the database of a folder is: in the folder itself, or on a server of PostgreSQL that the folder names.

A folder of a library, or of service data, that holds a file `catalogue` has its database where the one line of that
file says, such as `postgresql+psycopg://minutebook_public@db.example.org/minutebook_public`. Stored copies, locks and
the file of vectors stay in the folder. The line holds no password: libpq finds it (a password file, a service file).
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from search.errors import LibraryUnusable
from search.files import replace

NAME = "catalogue"
DRIVER = "postgresql+psycopg"
UNREADABLE = f"the file {NAME} cannot be read as an address; write it as {DRIVER}://ROLE@HOST/DATABASE"
PASSWORD = (
    f"the file {NAME} holds a password; take it out, and give it by a password file (~/.pgpass) or a service file, "
    "which libpq reads"
)


def address(folder: Path) -> str:
    """The address of the server's database that a folder names, "" where its database is in the folder.

    Raises LibraryUnusable where what it names is no address, or holds a password.
    """
    try:
        said = (folder / NAME).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryUnusable(folder, UNREADABLE) from error
    return checked(folder, said)


def checked(folder: Path, said: str) -> str:
    """An address as it was given. Raises LibraryUnusable, which never repeats it, as address does."""
    try:
        url = make_url(said)
    except ArgumentError:
        raise LibraryUnusable(folder, UNREADABLE) from None
    if url.drivername != DRIVER:
        raise LibraryUnusable(folder, UNREADABLE)
    if url.password is not None or {"password", "passwd", "sslpassword"} & set(url.query):
        raise LibraryUnusable(folder, PASSWORD)
    return said


def settle(folder: Path, said: str) -> None:
    """Let a folder name an address from now on, in one step."""
    replace(folder / NAME, f"{checked(folder, said)}\n".encode())
