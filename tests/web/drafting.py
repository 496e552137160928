"""Drafts that are kept in memory, and precedents that are there from the beginning: an honest small writers' side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from starlette.exceptions import HTTPException

from ingest.model import Decision, Declaration, Proposal, Span, Verb
from search.model import (
    ActionEntry,
    Asked,
    Chosen,
    Citation,
    DecisionEntry,
    DeclarationEntry,
    Declined,
    Draft,
    DueReview,
    Matter,
    Mention,
    Outcome,
    Point,
    Precedent,
    Precedents,
    Step,
    Wording,
)
from web.drafting import Drafting, Form

LOOKED = "Looked through 3 decisions of 2 meetings, 9 May 2024 to 14 January 2025."
SPAN = Span(16, 1044, 1100)
READ = Proposal("Patient transport", "", ("Approve the direct award.",), "", ("Board",), ("£2.4m",), ())
MOST = 2


def citation(title: str = "Transport", date: str = "2025-01-14") -> Citation:
    """A place in minutes."""
    return Citation("3f1c9a2b7d10", "minutes.pdf", 16, 16, "", date, "ICB Board", "7", title, ("Dr A",))


def matter(title: str, outcome: Outcome = "granted", start: int = 1044, whole: bool = False) -> Matter:
    """One matter; whole has something of everything."""
    cited, spans = citation(title), (replace(SPAN, start=start),)
    verb: Verb = "deferred" if outcome == "deferred" else "approved"
    said = f"The Board {verb} {title}, subject to a review in June." if whole else f"The Board {verb} {title}."
    decision = Decision("7", title, verb, said, "", "subject to a review in June" if whole else "", spans)
    asked = (Asked(f"Approve {title}.", replace(cited, file="paper.pdf", page=3), (Span(3, 40, 60),)),)
    entry = DecisionEntry(cited, decision, "confirmed", None, "", asked, (), (), ())
    action = Mention("minutes", "2025-01-14", "Write to the provider.", "31 March 2025", "", "", cited, spans)
    return Matter(
        address=f"3f1c9a2b7d10-16-{start}",
        title=title,
        body="ICB Board",
        date="2025-01-14",
        outcome=outcome,
        asked=asked if whole else (),
        decided=(entry,),
        route=(
            Step("2024-12-02", "Finance Committee", "considered", "The Committee discussed it.", "", cited, spans),
            Step("2025-01-14", "ICB Board", "decided", said, "approved", cited, spans),
        )
        if whole
        else (),
        actions=(
            ActionEntry(
                *("a-1", "ICB Board", "31", "2025-01-14", "7", title, "Write to the provider.", ("Dr A",)),
                *("31 March 2025", "2025-03-31", "", "2025-01-14", "overdue", "minutes", (action,)),
            ),
        )
        if whole
        else (),
        conflicts=(
            DeclarationEntry(cited, Declaration("7", title, "Jo Brown", "Jo Brown left the room.", "left", spans)),
        )
        if whole
        else (),
        reviews=(DueReview("June 2025", "It will be reviewed in June 2025.", cited, spans),) if whole else (),
    )


MATTERS = (
    matter("the lease", "granted", 10, whole=True),
    matter("<b>the van</b>", "deferred", 20),
    matter("beds", start=30),
)
FIRST, SECOND, THIRD = (one.address for one in MATTERS)


@dataclass
class Kept:
    """The drafts of one person, in memory; read is what any file is read as."""

    read: Proposal = READ
    held: list[Draft] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def drafts(self) -> tuple[Draft, ...]:
        return tuple(reversed(self.held))

    def draft(self, draft: str) -> Draft:
        found = next((one for one in self.held if one.id == draft), None)
        if found is None:
            raise HTTPException(404, "there is no draft at this address")
        return found

    def take(self, name: str, content: BinaryIO, who: str) -> Draft:
        if not content.read():
            raise Declined(f"{name} is empty; choose it again, or save it again first.")
        return self._kept(name, self.read, who)

    def begin(self, proposal: Proposal, who: str) -> Draft:
        return self._kept("", proposal, who)

    def correct(self, draft: str, proposal: Proposal) -> None:
        self._changed(draft, lambda one: replace(one, proposal=proposal))

    def forget(self, draft: str) -> None:
        self.held.remove(self.draft(draft))

    def choose(self, draft: str, matter: str) -> None:
        if len(self.draft(draft).basket) >= MOST:
            raise Declined("The basket is full.")
        self._changed(draft, lambda one: replace(one, basket=(*one.basket, Chosen(matter))))

    def drop(self, draft: str, matter: str) -> None:
        self._changed(draft, lambda one: replace(one, basket=tuple(x for x in one.basket if x.matter != matter)))

    def order(self, draft: str, matters: Sequence[str]) -> None:
        order = {name: at for at, name in enumerate(matters)}
        self._changed(draft, lambda one: replace(one, basket=tuple(sorted(one.basket, key=lambda x: order[x.matter]))))

    def note(self, draft: str, matter: str, text: str) -> None:
        def noted(one: Draft) -> Draft:
            return replace(one, basket=tuple(Chosen(matter, text) if x.matter == matter else x for x in one.basket))

        self._changed(draft, noted)

    def export(self, draft: str, form: Form) -> bytes:
        return f"{form}: {' '.join(f'{one.matter} {one.note}' for one in self.draft(draft).basket)}".encode()

    def _kept(self, name: str, proposal: Proposal, who: str) -> Draft:
        self.held.append(Draft(f"d{len(self.held) + 1}", who, name, "2026-11-26T10:00:00", proposal))
        return self.held[-1]

    def _changed(self, draft: str, change: Callable[[Draft], Draft]) -> None:
        one = self.draft(draft)
        self.held[self.held.index(one)] = change(one)


@dataclass
class Library:
    """Matters that are there, found for any proposal that names one of words."""

    matters: tuple[Matter, ...] = MATTERS
    words: tuple[str, ...] = ("award", "transport")
    nearest: tuple[Matter, ...] = ()

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        asked = " ".join((proposal.title, *proposal.recommendations)).casefold()
        if not any(word in asked for word in self.words):
            return Precedents(proposal, (), (), LOOKED, self.nearest)
        points = (
            Point("kind", True, "both ask to approve"),
            Point("money", False, "asks for <i>£2.4m</i>; that was £310,000"),
        )
        found = tuple(Precedent(rank, 1 / rank, one, points) for rank, one in enumerate(self.matters[:k], start=1))
        used = Wording("recommendation", "Approve the award of <u>a contract</u>.", (citation(), citation("Beds")))
        return Precedents(proposal, found, (used,), LOOKED)

    def matter(self, address: str) -> Matter:
        found = self.find(address)
        if found is None:
            raise HTTPException(404, "there is no matter at this address")
        return found

    def find(self, address: str) -> Matter | None:
        return next((one for one in self.matters if one.address == address), None)


def drafting(kept: Kept, library: Library) -> Drafting:
    """All that the pages ask."""
    return Drafting(kept, library, library.find, 1)
