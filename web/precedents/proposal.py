"""What was read of a draft, with a field for each thing, so that all of it can be put right before searching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from ingest.model import Proposal
from web.precedents.page import DraftPage

EMPTY = "Write a title, or at least one recommendation."


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form. rows is its height in lines, 1 for an input; listed says that each line is one entry."""

    name: str
    label: str
    hint: str
    longest: int
    rows: int = 1
    listed: bool = False

    @property
    def too_long(self) -> str:
        """What is said of a value that is longer."""
        return f"{self.label}: write at most {self.longest:,} characters."


FIELDS = (
    Field("title", "Title", "As it will stand on the paper.", 500),
    Field(
        "recommendations",
        "Recommendations",
        "What the meeting is asked to decide, one on each line. These count most in the search.",
        20_000,
        rows=6,
        listed=True,
    ),
    Field("purpose", "Purpose", "What the paper is for, in a sentence or two.", 5_000, rows=3),
    Field("subject", "Subject", "What it is about, in a few words.", 1_000),
    Field("bodies", "Bodies asked", "The board or committee that is asked, one on each line.", 2_000, 2, True),
    Field(
        "money", "Sums of money", "As written in the draft, one on each line. For example, £310,000.", 2_000, 2, True
    ),
    Field(
        "processes",
        "Policies, processes and rules",
        "Those that the draft names, one on each line. For example, a procurement route or a policy.",
        5_000,
        rows=3,
        listed=True,
    ),
)


def typed(proposal: Proposal) -> dict[str, str]:
    """A proposal as its form holds it: by field, the entries of a list on lines of their own."""
    found: dict[str, str] = {}
    for field in FIELDS:
        value: str | tuple[str, ...] = getattr(proposal, field.name)
        entries = (value,) if isinstance(value, str) else value
        found[field.name] = "\n".join(" ".join(one.split()) for one in entries)
    return found


def proposed(fields: Mapping[str, str]) -> Proposal:
    r"""What a form says, a field that it lacks being empty.

    >>> proposed({"title": " Beds ", "money": "£2m\r\n\r\n £3m "})
    Proposal(title='Beds', purpose='', recommendations=(), subject='', bodies=(), money=('£2m', '£3m'), processes=())
    """
    plain = {one.name: " ".join(fields.get(one.name, "").split()) for one in FIELDS if not one.listed}
    lines = {
        one.name: tuple(filter(None, (" ".join(line.split()) for line in fields.get(one.name, "").splitlines())))
        for one in FIELDS
        if one.listed
    }
    return Proposal(
        title=plain["title"],
        purpose=plain["purpose"],
        recommendations=lines["recommendations"],
        subject=plain["subject"],
        bodies=lines["bodies"],
        money=lines["money"],
        processes=lines["processes"],
    )


def misfits(fields: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with a form, by the field to put right: each a sentence."""
    found = {one.name: one.too_long for one in FIELDS if len(fields.get(one.name, "")) > one.longest}
    if not any(fields.get(name, "").strip() for name in ("title", "recommendations")):
        found["title"] = EMPTY
    return found


@dataclass(frozen=True, slots=True)
class ProposalPage(DraftPage):
    """One draft as it was read, or as fields says where the form was sent and errors say why it was not taken."""

    template: ClassVar[str] = "precedents/proposal.html"
    fields: Mapping[str, str]
    errors: Mapping[str, str]

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{'Error: ' if self.errors else ''}Check what was read: {self.name}"

    @property
    def source(self) -> str:
        """Where all this was read."""
        return self.draft.name or "the text that you typed"

    @property
    def shown(self) -> tuple[tuple[Field, str, str, str], ...]:
        """Each field with its value, its hint and what is wrong with it or ""."""
        return tuple(
            (one, self.fields.get(one.name, ""), self._hint(one), self.errors.get(one.name, "")) for one in FIELDS
        )

    @property
    def missing(self) -> str:
        """What was not found, by its labels in small letters, or ""."""
        held = typed(self.draft.proposal)
        return "; ".join(one.label[0].lower() + one.label[1:] for one in FIELDS if not held[one.name])

    @property
    def problems(self) -> tuple[dict[str, str], ...]:
        """What is wrong, each with the field that it is about."""
        return tuple({"text": said, "href": f"#{name}"} for name, said in self.errors.items())

    def _hint(self, field: Field) -> str:
        return field.hint if typed(self.draft.proposal)[field.name] else f"Not found in the draft. {field.hint}"
