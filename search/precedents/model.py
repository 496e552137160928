"""The nouns of precedent: what a paper asks for, and the matters in which the like was asked before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.model import Proposal as Proposal
from ingest.model import Span
from search.citation import Citation
from search.registers.entries import ActionEntry, Asked, DecisionEntry, DeclarationEntry

Outcome = Literal["granted", "conditional", "deferred", "rejected", "noted", "not recorded"]
CONTRARY: tuple[Outcome, ...] = ("conditional", "deferred", "rejected")
StepKind = Literal["paper", "considered", "decided", "returned", "reviewed"]
Aspect = Literal["kind", "subject", "process", "money", "body"]


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a matter's route: the ISO day, the body, what happened there in its own words, and where it stands.

    paper is a paper put to a body; considered an item without a decision; decided one with; returned a later item on
    the same matter; reviewed a later look at what was decided. detail is the decision's verb, "" where there is none.
    """

    date: str
    body: str
    kind: StepKind
    text: str
    detail: str
    citation: Citation
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """In what a matter is like the draft or unlike it, said in one clause that names both sides where they differ."""

    aspect: Aspect
    alike: bool
    said: str


@dataclass(frozen=True, slots=True)
class DueReview:
    """When a decision was to be looked at again: the day or time as printed, the sentence that says so, and where."""

    due: str
    text: str
    citation: Citation
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter as a body decided it under one item of one meeting, with all that led to it and came of it.

    address is stable: the id of its document, the page and the character at which its first decision begins
    ("3f1c9a2b7d10-16-1044"), as in the address of a decision's page. asked is what its papers
    recommended, whether or not a decision resolved it; decided are all decisions under the item, in order. route is in
    order of day.
    """

    address: str
    title: str
    body: str
    date: str
    outcome: Outcome
    asked: tuple[Asked, ...]
    decided: tuple[DecisionEntry, ...]
    route: tuple[Step, ...]
    actions: tuple[ActionEntry, ...]
    conflicts: tuple[DeclarationEntry, ...]
    reviews: tuple[DueReview, ...]

    @property
    def citation(self) -> Citation:
        """Where its first decision stands."""
        return self.decided[0].citation

    @property
    def contrary(self) -> bool:
        """Whether not all that was asked was given as it was asked."""
        return self.outcome in CONTRARY


@dataclass(frozen=True, slots=True)
class Precedent:
    """One matter with how it is like and unlike a proposal. rank counts from 1; score in [0, 1], higher is nearer."""

    rank: int
    score: float
    matter: Matter
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """How past papers or minutes put this kind of thing: one printed text, and every place that prints it or nearly so.

    kind is "recommendation" for words of papers that asked, "resolution" for words of minutes that resolved.
    """

    kind: Literal["recommendation", "resolution"]
    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Precedents:
    """What was found for a proposal, strongest first; precedents is () where nothing here is like it.

    Contrary matters are among precedents at their own rank, however many favourable ones there are. wording is the
    standing wording of this kind of recommendation. looked says in one sentence what was looked through. nearest are,
    where nothing is like the proposal, the matters of which a plain search for it finds the passages: no precedents,
    but what a reader should look at before saying that there are none.
    """

    proposal: Proposal
    precedents: tuple[Precedent, ...]
    wording: tuple[Wording, ...]
    looked: str
    nearest: tuple[Matter, ...] = ()

    @property
    def contrary(self) -> tuple[Precedent, ...]:
        """Those in which not all was given as it was asked."""
        return tuple(one for one in self.precedents if one.matter.contrary)
