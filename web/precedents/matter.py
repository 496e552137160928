"""One matter as a page shows it: what was asked and decided, what led to it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import long_date
from search.model import Citation, Matter, Precedent, Step
from web.address import marked, meeting
from web.decided import Decided, Pointed, resolutions, sitting
from web.meeting.facts import Declared, Place, Raised, place
from web.precedents import told
from web.wording import counted

UNNAMED = "No item given"


@dataclass(frozen=True, slots=True)
class Staged:
    """One step of a matter's route; known are the words of the matter's decisions, which its page shows above."""

    step: Step
    known: frozenset[str] = frozenset()

    @property
    def kind(self) -> tuple[str, str]:
        """What happened, and the colour of its tag."""
        return told.STEPS[self.step.kind]

    @property
    def day(self) -> str:
        """When."""
        return long_date(self.step.date) or "Date not known"

    @property
    def body(self) -> str:
        """Before whom."""
        return self.step.body or "Body not known"

    @property
    def detail(self) -> str:
        """The decision's verb, or ""."""
        return self.step.detail.capitalize()

    @property
    def text(self) -> str:
        """What happened in its own words, "" where the page shows them already."""
        return "" if self.step.text in self.known else self.step.text

    @property
    def place(self) -> Place:
        """Where it stands, the words marked."""
        return place(self.step.citation, self.step.spans)


@dataclass(frozen=True, slots=True)
class Handled:
    """One matter."""

    matter: Matter

    @property
    def anchor(self) -> str:
        """Its place on a page of several."""
        return f"matter-{self.matter.address}"

    @property
    def title(self) -> str:
        """The item that it stands under."""
        return self.matter.title or UNNAMED

    @property
    def outcome(self) -> tuple[str, str]:
        """What came of what was asked, and the colour of its tag."""
        return told.OUTCOMES[self.matter.outcome]

    @property
    def sitting(self) -> str:
        """Who decided it and when."""
        return sitting(self.matter.citation)

    @property
    def meeting(self) -> str:
        """The address of that meeting."""
        return meeting(self.matter.citation.body, self.matter.citation.date)

    @property
    def presenters(self) -> str:
        """Who presented it, or ""."""
        return ", ".join(self.matter.citation.presenters)

    @property
    def asked(self) -> tuple[Pointed, ...]:
        """What papers had recommended, which decided nothing itself."""
        return tuple(Pointed(one.text, _of(one.citation), marked(one.citation, one.spans)) for one in self.matter.asked)

    @property
    def resolutions(self) -> tuple[tuple[Decided, ...], ...]:
        """The decisions in the record's own words."""
        return resolutions(tuple(map(Decided, self.matter.decided)))

    @property
    def route(self) -> tuple[Staged, ...]:
        """The way that it took, by day."""
        known = frozenset(one.decision.text for one in self.matter.decided)
        return tuple(Staged(one, known) for one in self.matter.route)

    @property
    def actions(self) -> tuple[Raised, ...]:
        """What somebody was to do, as it stands now."""
        return tuple(map(Raised, self.matter.actions))

    @property
    def conflicts(self) -> tuple[Declared, ...]:
        """Interests declared in it, and what was done about them."""
        return tuple(map(Declared, self.matter.conflicts))

    @property
    def reviews(self) -> tuple[tuple[str, Pointed], ...]:
        """When it was to be looked at again, each with the sentence that says so."""
        return tuple(
            (one.due, Pointed(one.text, _of(one.citation), marked(one.citation, one.spans)))
            for one in self.matter.reviews
        )

    @property
    def more(self) -> str:
        """How much there is beside what was asked and decided, in a clause, or ""."""
        held = self.matter
        found = [
            counted(len(held.route), "step") if len(held.route) > 1 else "",
            counted(len(held.actions), "action") if held.actions else "",
            f"{counted(len(held.conflicts), 'interest')} declared" if held.conflicts else "",
            counted(len(held.reviews), "review date") if held.reviews else "",
        ]
        return ", ".join(filter(None, found))


@dataclass(frozen=True, slots=True)
class Ranked(Handled):
    """One matter as a precedent for a draft. chosen says that it is in the basket."""

    precedent: Precedent
    chosen: bool

    @property
    def rank(self) -> int:
        """Where it stands among the others, from 1."""
        return self.precedent.rank

    @property
    def alike(self) -> tuple[str, ...]:
        """In what it is like the draft."""
        return tuple(one.said for one in self.precedent.points if one.alike)

    @property
    def unlike(self) -> tuple[str, ...]:
        """In what it is not."""
        return tuple(one.said for one in self.precedent.points if not one.alike)


def ranked(precedents: Sequence[Precedent], chosen: frozenset[str]) -> tuple[Ranked, ...]:
    """Precedents in their order; chosen are the addresses in the basket."""
    return tuple(Ranked(one.matter, one, one.matter.address in chosen) for one in precedents)


def _of(citation: Citation) -> str:
    """A page and the file that it is of."""
    return f"{citation.sheet} of {citation.file}"
