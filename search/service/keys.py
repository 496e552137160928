"""Keys of programs as rows, of whose secrets only hashes are kept. Each function runs in its caller's transaction."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection

from sqlalchemy import Connection, Row, insert, select, update

from search.service.access import Key
from search.service.access_tables import keys
from search.service.service import now
from search.service.sessions import later
from search.words import whole

FIELDS = tuple(Key.__slots__)
MARK = "mbk_"  # by which a key that was left lying about is known for one


def make(connection: Connection, name: str, scopes: Collection[str], days: float) -> tuple[int, str]:
    """A new key: its number, and the key itself, which is told this once."""
    key = MARK + secrets.token_urlsafe(32)
    row = {"name": whole(name), "hash": _hash(key), "scopes": " ".join(scopes), "made": now()}
    made = connection.execute(insert(keys).values(row | {"expires": later(24 * days), "revoked": "", "used": ""}))
    return (int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0), key


def every(connection: Connection) -> tuple[Key, ...]:
    """All keys, oldest first, those that no longer work among them."""
    query = select(*(keys.c[name] for name in FIELDS)).order_by(keys.c.id)
    return tuple(_key(row) for row in connection.execute(query))


def held(connection: Connection, key: str) -> Key | None:
    """The key with this secret where it works, None where it is unknown, revoked or over."""
    query = select(*(keys.c[name] for name in FIELDS)).where(keys.c.hash == _hash(key))
    row = connection.execute(query.where(keys.c.revoked == "", keys.c.expires > now())).first()
    return _key(row) if row else None


def number(connection: Connection, key: str) -> int:
    """The number of the key with this secret, whether it works or not; 0 where there never was one."""
    return int(connection.scalar(select(keys.c.id).where(keys.c.hash == _hash(key))) or 0)


def touch(connection: Connection, key: int) -> None:
    """Write down the day on which a key was used."""
    connection.execute(update(keys).where(keys.c.id == key).values(used=now()[:10]))


def revoke(connection: Connection, key: int) -> int:
    """Let a key work no more; 0 where none with this number works, else 1."""
    working = update(keys).where(keys.c.id == key, keys.c.revoked == "")
    return connection.execute(working.values(revoked=now())).rowcount


def _key(row: Row[tuple[object, ...]]) -> Key:
    fields = dict(row._mapping)
    return Key(**fields | {"scopes": tuple(str(fields["scopes"]).split())})


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()
