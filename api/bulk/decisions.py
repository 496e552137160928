"""Decisions, and how later ones speak of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, counted, digest


def _decisions(held: Held, names: Names) -> Iterator[Row]:
    for nth, entry in enumerate(held.decisions):
        cited, made = entry.citation, entry.decision
        yield {
            "id": names.decisions[nth],
            "meeting_id": names.made_in[nth],
            "item_id": names.item(cited),
            "date": cited.date,
            "item": made.item,
            "title": made.title,
            "verb": made.verb,
            "text": made.text,
            "lead": made.lead,
            "condition": made.condition,
            "vote": made.vote,
            "state": entry.state,
            "confirmed_by_id": names.at(entry.confirmed_by) if entry.confirmed_by else None,
            "amendment": entry.amendment,
            **names.place(cited),
        }


def _links(held: Held, names: Names) -> Iterator[Row]:
    found = []
    for nth, entry in enumerate(held.decisions):
        for related in entry.follows:
            earlier = names.decision(related.citation, related.text) if related.text else None
            found.append((names.decisions[nth], related.how, earlier, names.at(related.citation, related.text)))
    made = counted(f"link-{digest(*(part or '' for part in one))}" for one in found)
    for known, (decision, how, earlier, meeting) in zip(made, found, strict=True):
        yield {
            "id": known,
            "decision_id": decision,
            "how": how,
            "earlier_decision_id": earlier,
            "earlier_meeting_id": meeting,
        }


DECISIONS = Table(
    "decisions",
    "Decisions",
    "What bodies decided, one row for each sentence or bullet, in the minutes' own words. One that several documents "
    "print is one row. A recommendation is no decision.",
    (
        key("decision"),
        to("meetings", "meeting_id", "The meeting that made it."),
        to("items", "item_id", "The item under which it stands."),
        Field("date", "Day of the meeting.", "date"),
        Field("item", "The item's number as printed."),
        Field("title", "The item's title."),
        Field(
            "verb",
            "approved, noted, endorsed, supported, delegated, agreed, ratified, adopted, deferred, rejected, "
            "received or other.",
            needed=True,
        ),
        Field("text", "The words of the decision.", needed=True),
        Field("lead", "The words that introduce it, where it is a bullet."),
        Field("condition", "The clause that limits it."),
        Field("vote", "How it was voted on, as printed."),
        Field("state", "draft, or confirmed where the minutes were.", needed=True),
        to("meetings", "confirmed_by_id", "The later meeting that approved the minutes."),
        Field("amendment", "What was to be changed in the minutes."),
        *PAGE,
    ),
    _decisions,
    ("date", "meeting_id", "document_id", "page"),
)
LINKS = Table(
    "decision_links",
    "Links between decisions",
    "Where a decision names an earlier one or its meeting.",
    (
        key("link"),
        to("decisions", "decision_id", "The later decision.", needed=True),
        Field(
            "how",
            "How it speaks of the earlier, such as supersedes; names, where it only names the meeting.",
            needed=True,
        ),
        to("decisions", "earlier_decision_id", "The earlier decision, where one is meant."),
        to("meetings", "earlier_meeting_id", "The earlier meeting."),
    ),
    _links,
    ("decision_id",),
)
