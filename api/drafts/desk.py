"""The drafts of whoever asks, with their baskets, over one service.db."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from threading import Lock
from typing import BinaryIO, Protocol

from sqlalchemy import Connection

from api.drafted import MEGABYTES, drafted, typed
from api.drafts.export import Form, exported
from api.drafts.picked import Picked, Selection
from api.errors import NotFound
from api.identity.present import PRESENT, noted
from api.settings import Settings
from api.staff.given import MEBIBYTE, NAME, file_name, line, somebody
from ingest.errors import UnreadableDocument
from ingest.model import Proposal
from search.errors import LibraryBusy
from search.model import Declined, Draft, Matter, Precedents
from search.service import drafts, questions
from search.service.service import Service

MOST_DRAFTS, MOST_MATTERS = 200, 50  # of one person, and in one basket
NOTE = 2_000  # characters of a note
PROPOSED = 200_000  # characters of a proposal as it is kept
FULL = f"The basket is full: it holds {MOST_MATTERS} matters. Take one out first."
TOO_MANY = f"You have {MOST_DRAFTS} drafts, which is as many as are kept. Delete one first."
LONG_NOTE = f"A note holds at most {NOTE:,} characters; shorten it."
DROPPED = "That matter is no longer in the basket."
EMPTY = "The basket is empty, so there is nothing to export; put a matter into it first."


class Precedence(Protocol):
    """Precedents over the libraries that one reader may see."""

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        """The k matters nearest to a proposal."""

    def begin_precedents(self) -> None:
        """Begin to read what they are looked for among, without waiting for it."""

    def matter(self, address: str) -> Matter:
        """One matter by its address. Raises NotFound."""


class DraftDesk:
    """Drafts and baskets of whoever the request is from; without sign-in all are the desk's. Safe to share.

    Of a draft that is somebody else's nothing is told but what is told of one that is not there: NotFound. Declined
    says why something cannot be done. What was not used for the days of a setting is deleted, out of every file.
    """

    def __init__(self, settings: Settings, service: Service, precedence: Precedence) -> None:
        self._settings, self._service, self._precedence = settings, service, precedence
        self._sweeping, self._swept = Lock(), date.min

    def drafts(self) -> tuple[Draft, ...]:
        """Their drafts, newest first. Whoever looks at them will ask for precedents soon, which is got ready."""
        self._precedence.begin_precedents()
        self._sweep()
        with self._service.read() as connection:
            return drafts.every(connection, _owner())

    def draft(self, draft: str) -> Draft:
        """One draft."""
        self._sweep()
        day = questions.today()
        with self._service.read() as connection:
            found = _one(connection, draft)
            fresh = drafts.used(connection, found.id) == day.isoformat()
        if not fresh:
            with suppress(LibraryBusy), self._service.change() as connection:
                drafts.use(connection, found.id, day)
        return found

    def take(self, name: str, content: BinaryIO, who: str) -> Draft:
        """Read a file in a process that can be killed and keep what it asks for; the file is not kept."""
        own = file_name(name)
        found = content.read(MEGABYTES * MEBIBYTE + 1)
        if not found:
            raise Declined(f"{own} is empty; choose it again, or save it again first.")
        with _declined():
            proposal = drafted(own, found)
        return self._kept(own, proposal, who)

    def begin(self, proposal: Proposal, who: str) -> Draft:
        """Keep what was typed; one recommendation alone is read as a draft is."""
        only = proposal.recommendations[:1]
        if only and proposal == Proposal(recommendations=only):
            with _declined():
                proposal = typed(only[0])
        return self._kept("", proposal, who)

    def correct(self, draft: str, proposal: Proposal) -> None:
        """Put right what was read of it."""
        with self._changing(draft) as (connection, found):
            drafts.correct(connection, found.id, _packed(proposal))

    def forget(self, draft: str) -> None:
        """Delete a draft with its basket, out of every file."""
        with self._changing(draft) as (connection, found):
            drafts.forget(connection, found.id)
        self._service.erase()

    def choose(self, draft: str, matter: str) -> None:
        """Put a matter last into its basket; one that is there stays where it is. Raises NotFound for no matter."""
        address = self._precedence.matter(matter).address
        with self._changing(draft) as (connection, found):
            if any(one.matter == address for one in found.basket):
                return
            if len(found.basket) >= MOST_MATTERS:
                raise Declined(FULL)
            drafts.choose(connection, found.id, address)

    def drop(self, draft: str, matter: str) -> None:
        """Take a matter out of its basket, with its note."""
        with self._changing(draft) as (connection, found):
            drafts.drop(connection, found.id, matter)
        self._service.erase()

    def order(self, draft: str, matters: Sequence[str]) -> None:
        """Put the basket into this order; what it does not name comes last, as it stood."""
        with self._changing(draft) as (connection, found):
            held = [one.matter for one in found.basket]
            wanted = [one for one in dict.fromkeys(matters) if one in held]
            drafts.order(connection, found.id, [*wanted, *(one for one in held if one not in wanted)])

    def note(self, draft: str, matter: str, text: str) -> None:
        """Write beside a matter in the basket; "" takes the note away."""
        if len(text) > NOTE:
            raise Declined(LONG_NOTE)
        with self._changing(draft) as (connection, found):
            if not any(one.matter == matter for one in found.basket):
                raise Declined(DROPPED)
            drafts.note(connection, found.id, matter, text.strip())

    def export(self, draft: str, form: Form) -> bytes:
        """The basket as a file: Word, Markdown or CSL-JSON. That it was exported is noted before it is given."""
        found = self.draft(draft)
        if not found.basket:
            raise Declined(EMPTY)
        content = exported(self._selection(found), form, self._settings)
        with self._service.change() as connection:
            noted(connection, somebody(found.who), "export", f"/staff/precedents/{found.id}", form)
        return content

    def find(self, address: str) -> Matter | None:
        """One matter by its address, None where it has gone."""
        try:
            return self._precedence.matter(address)
        except NotFound:
            return None

    def _selection(self, found: Draft) -> Selection:
        near = self._precedence.precedents(found.proposal, MOST_MATTERS)
        points = {one.matter.address: one.points for one in near.precedents}
        held = (Picked(one.matter, self.find(one.matter), points.get(one.matter, ()), one.note) for one in found.basket)
        return Selection(found.proposal, tuple(held), questions.today(), found.name, near.looked, near.wording)

    def _kept(self, name: str, proposal: Proposal, who: str) -> Draft:
        packed, owner = _packed(proposal), _owner()
        with self._service.change() as connection:
            if drafts.count(connection, owner) >= MOST_DRAFTS:
                raise Declined(TOO_MANY)
            made = drafts.add(connection, owner, name, _name(who), packed, questions.today())
            return _one(connection, made)

    @contextmanager
    def _changing(self, draft: str) -> Iterator[tuple[Connection, Draft]]:
        """One transaction over a draft of theirs, which counts as use."""
        self._sweep()
        with self._service.change() as connection:
            found = _one(connection, draft)
            drafts.use(connection, found.id, questions.today())
            yield connection, found

    def _sweep(self) -> None:
        """Once a day, delete what was not used for so long; the next call tries again where others write."""
        day = questions.today()
        if self._swept == day:
            return
        with self._sweeping, suppress(LibraryBusy):
            with self._service.change() as connection:
                gone = drafts.purge(connection, day, self._settings.draft_days)
            self._swept = day
            if gone:
                self._service.erase()


@contextmanager
def _declined() -> Iterator[None]:
    """What cannot be read is declined, with the reason."""
    try:
        yield
    except UnreadableDocument as error:
        where = f", page {error.page}" if error.page else ""
        raise Declined(f"{error.name}{where} cannot be read: {error.reason}.") from error


def _owner() -> str:
    return PRESENT.get().who


def _name(who: str) -> str:
    return line(PRESENT.get().name, NAME) or somebody(who)


def _one(connection: Connection, draft: str) -> Draft:
    found = drafts.one(connection, _owner(), draft)
    if found is None:
        raise NotFound(f"there is no draft {draft[:64]} here")
    return found


def _packed(proposal: Proposal) -> str:
    """A proposal as it is kept. Raises Declined where it is too long."""
    packed = drafts.packed(proposal)
    if len(packed) > PROPOSED:
        raise Declined("The draft says more than can be kept; shorten what it asks for.")
    return packed
