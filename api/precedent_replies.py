"""What is asked and replied of precedents over HTTP, as readers of the description see it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from api import examples
from api.examples import like
from api.register_replies import ActionEntry, DecisionEntry, DeclarationEntry, Place, Quoted, Under
from api.shape import Fields
from ingest.drafting import TYPED_CHARACTERS
from ingest.model import Proposal
from search.precedents.model import Aspect, Outcome, StepKind

PROPOSAL: Fields = {
    "title": "Community dermatology: contract award",
    "purpose": "To ask for approval to award a contract.",
    "recommendations": ["Approve the award of a two-year contract under direct award process C."],
    "subject": "Community dermatology",
    "bodies": ["ICB Board"],
    "money": ["£310,000 a year"],
    "processes": ["direct award process C"],
}
STEP: Fields = {
    "date": "2025-01-16",
    "committee": "ICB Board",
    "kind": "decided",
    "quote": "The Board approved the outline business case, subject to funding.",
    "detail": "approved",
    "item": "7",
    "title": "Outline business case",
    **examples.SHEET,
}
MATTER: Fields = {
    "address": "3f1c0a9d2b7e-15-1044",
    "outcome": "conditional",
    "contrary": True,
    **examples.UNDER,
    "asked": [{"quote": "The Board is asked to approve the outline business case.", **examples.PLACE}],
    "decided": [examples.DECISION_ENTRY],
    "route": [STEP],
    "actions": [],
    "conflicts": [],
    "reviews": [{"due": "January 2026", "quote": "It would be reviewed in January 2026.", **examples.PLACE}],
    **examples.SHEET,
}
POINT: Fields = {"aspect": "money", "alike": False, "said": "asks for £310,000 a year; that was £2.4 million"}
Name = Annotated[str, Field(max_length=300)]
Words = Annotated[str, Field(max_length=2_000)]


class ProposalAsked(BaseModel):
    """What is to be decided: words to be read as a draft is, or fields, which go before what is read of the words."""

    model_config = like({"text": "award a contract without competition under direct award process A"})
    text: str = Field(default="", max_length=TYPED_CHARACTERS, description="A sentence, or a draft as plain text.")
    title: Name = ""
    purpose: Words = ""
    recommendations: list[Words] = Field(default=[], max_length=40)
    subject: Name = ""
    bodies: list[Name] = Field(default=[], max_length=10, description="Who is asked.")
    money: list[Name] = Field(default=[], max_length=12, description='Sums as printed, such as "£2.4m".')
    processes: list[Name] = Field(default=[], max_length=20, description="Policies, processes and rules by name.")

    def over(self, read: Proposal) -> Proposal:
        """The proposal: each field that is given, else as it was read."""
        return Proposal(
            title=self.title or read.title,
            purpose=self.purpose or read.purpose,
            recommendations=tuple(self.recommendations) or read.recommendations,
            subject=self.subject or read.subject,
            bodies=tuple(self.bodies) or read.bodies,
            money=tuple(self.money) or read.money,
            processes=tuple(self.processes) or read.processes,
        )


class ProposalReply(BaseModel):
    """A proposal as it was understood; what it does not state is "" or empty."""

    model_config = like(PROPOSAL)
    title: str
    purpose: str
    recommendations: list[str]
    subject: str
    bodies: list[str]
    money: list[str]
    processes: list[str]


class StepReply(Place):
    """One stage of a matter's route; detail is the decision's verb."""

    committee: str
    kind: StepKind
    quote: str
    detail: str | None


class ReviewReply(Quoted):
    """When a decision was to be looked at again, as printed, and the sentence that says so."""

    due: str


class MatterReply(Under):
    """What one body decided under one item of one meeting, in its own words, with what led to it and came of it."""

    model_config = like(MATTER)
    address: str
    outcome: Outcome
    contrary: bool = Field(description="Not all was given as it was asked: conditional, deferred or rejected.")
    asked: list[Quoted] = Field(description="What its papers recommended, whether or not it was resolved.")
    decided: list[DecisionEntry] = Field(description="All decisions under the item, in order.")
    route: list[StepReply] = Field(description="In order of day.")
    actions: list[ActionEntry]
    conflicts: list[DeclarationEntry]
    reviews: list[ReviewReply]


class PointReply(BaseModel):
    """In what a matter is like the proposal, or unlike it."""

    model_config = like(POINT)
    aspect: Aspect
    alike: bool
    said: str


class PrecedentReply(BaseModel):
    """One matter with how it is like and unlike the proposal."""

    model_config = like({"rank": 1, "score": 0.71, "matter": MATTER, "points": [POINT]})
    rank: int
    score: float = Field(description="Higher is nearer, 0 to 1.")
    matter: MatterReply
    points: list[PointReply]


class WordingReply(BaseModel):
    """How past papers or minutes put this kind of thing, and every place that prints it so or nearly so."""

    kind: Literal["recommendation", "resolution"]
    quote: str
    places: list[Under]


class PrecedentsReply(BaseModel):
    """What was found for a proposal, strongest first; precedents is empty where nothing here is like it."""

    model_config = like(
        {
            "proposal": PROPOSAL,
            "precedents": [{"rank": 1, "score": 0.71, "matter": MATTER, "points": [POINT]}],
            "contrary": ["3f1c0a9d2b7e-15-1044"],
            "wording": [],
            "coverage": "Looked through 68 decisions of 9 meetings, 9 May 2024 to 14 January 2025.",
        }
    )
    proposal: ProposalReply
    precedents: list[PrecedentReply]
    contrary: list[str] = Field(description="The addresses of those in which not all was given as it was asked.")
    wording: list[WordingReply]
    coverage: str
