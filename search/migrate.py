"""Bringing a database to the present form, whole or not at all."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from search.dialect import tables

HEAD = "0004"
READABLE = (HEAD, "0003")  # forms that can be read as they are: what was added since, only writers ask for
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, folder: Path = MIGRATIONS) -> None:
    """Apply every migration that is missing, in the transaction that connection has open.

    Nothing is committed here: when a migration fails, its error leaves and the caller's transaction rolls back whole.
    """
    from alembic import command  # slow to import, and only writers need it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision(connection: Connection) -> str:
    """The last migration applied, "" for none."""
    if "alembic_version" not in tables(connection):
        return ""
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")
