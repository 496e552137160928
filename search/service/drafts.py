"""Drafts and their baskets as rows. Each function runs in its caller's transaction; owner is whose drafts are meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from secrets import token_hex

from pydantic import TypeAdapter
from sqlalchemy import Connection, Row, delete, func, insert, select, update

from ingest.model import Proposal
from search.service.draft_tables import chosen, drafts
from search.service.model import Chosen, Draft
from search.service.service import now
from search.words import whole

_PROPOSAL = TypeAdapter(Proposal)


def packed(proposal: Proposal) -> str:
    """The proposal as JSON."""
    return whole(_PROPOSAL.dump_json(proposal).decode())


def every(connection: Connection, owner: str) -> tuple[Draft, ...]:
    """The drafts of one owner, newest first."""
    query = select(drafts).where(drafts.c.owner == owner).order_by(drafts.c.made.desc(), drafts.c.id)
    return tuple(_draft(connection, row) for row in connection.execute(query).all())


def one(connection: Connection, owner: str, draft: str) -> Draft | None:
    """The draft with this id, None where there is none of this owner's."""
    row = connection.execute(select(drafts).where(drafts.c.id == whole(draft), drafts.c.owner == owner)).first()
    return _draft(connection, row) if row else None


def count(connection: Connection, owner: str) -> int:
    """How many drafts one owner has."""
    return connection.scalar(select(func.count()).where(drafts.c.owner == owner)) or 0


def add(connection: Connection, owner: str, name: str, who: str, proposal: str, day: date) -> str:
    """Write down a new draft with an empty basket, its proposal packed; its id, which nobody can guess."""
    row = {"id": token_hex(8), "owner": owner, "name": whole(name), "who": whole(who), "made": now()}
    connection.execute(insert(drafts).values(row | {"used": day.isoformat(), "proposal": proposal}))
    return row["id"]


def correct(connection: Connection, draft: str, proposal: str) -> None:
    """Put another proposal, packed, in the place of what was read."""
    connection.execute(update(drafts).where(drafts.c.id == draft).values(proposal=proposal))


def forget(connection: Connection, draft: str) -> None:
    """Take out a draft with its basket."""
    connection.execute(delete(drafts).where(drafts.c.id == draft))


def use(connection: Connection, draft: str, day: date) -> None:
    """Write down that a draft was used on a day."""
    connection.execute(update(drafts).where(drafts.c.id == draft).values(used=day.isoformat()))


def used(connection: Connection, draft: str) -> str:
    """The ISO day on which a draft was last used, "" where there is none."""
    return str(connection.scalar(select(drafts.c.used).where(drafts.c.id == draft)) or "")


def purge(connection: Connection, day: date, days: int) -> int:
    """Take out what was not used for more than so many days before day; how many drafts that were."""
    first = (day - timedelta(days=days)).isoformat()
    return connection.execute(delete(drafts).where(drafts.c.used < first)).rowcount


def choose(connection: Connection, draft: str, matter: str) -> None:
    """Put a matter last into a basket that does not hold it."""
    last = connection.scalar(select(func.max(chosen.c.place)).where(chosen.c.draft == draft)) or 0
    connection.execute(insert(chosen).values(draft=draft, matter=whole(matter), place=last + 1, note=""))


def drop(connection: Connection, draft: str, matter: str) -> None:
    """Take a matter out of a basket, if it is there."""
    connection.execute(delete(chosen).where(chosen.c.draft == draft, chosen.c.matter == whole(matter)))


def order(connection: Connection, draft: str, matters: Sequence[str]) -> None:
    """Put a basket into this order, which names each of its matters once."""
    for place, matter in enumerate(matters, start=1):
        own = (chosen.c.draft == draft, chosen.c.matter == matter)
        connection.execute(update(chosen).where(*own).values(place=place))


def note(connection: Connection, draft: str, matter: str, text: str) -> None:
    """Write beside a matter of a basket."""
    own = (chosen.c.draft == draft, chosen.c.matter == whole(matter))
    connection.execute(update(chosen).where(*own).values(note=whole(text)))


def _draft(connection: Connection, row: Row[tuple[object, ...]]) -> Draft:
    fields = row._mapping
    query = select(chosen.c.matter, chosen.c.note).where(chosen.c.draft == fields["id"]).order_by(chosen.c.place)
    basket = tuple(Chosen(*held) for held in connection.execute(query))
    proposal = _PROPOSAL.validate_json(str(fields["proposal"]))
    return Draft(fields["id"], fields["who"], fields["name"], fields["made"], proposal, basket)
