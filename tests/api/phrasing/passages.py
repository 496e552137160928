"""Passages of nobody in particular, and the answer that rests on them."""

from __future__ import annotations

from ingest.model import PassageKind
from search.answers.model import Statement
from search.model import Answered, Citation, Hit


def passage(
    rank: int,
    text: str,
    kind: PassageKind,
    body: str = "ICB Board",
    date: str = "2025-01-16",
    item: str = "7",
    title: str = "Winter funding",
) -> Hit:
    """One hit."""
    cited = Citation(f"doc{rank}", f"pack{rank}.pdf", rank, rank, "", date, body, item, title, ())
    return Hit(rank, 1 / rank, f"doc{rank}-1", text, kind, (), cited)


APPROVED = passage(
    1, "Resolved: The Board approved winter funding of £2.4 million for community beds.", kind="decision"
)
TOLD = passage(
    2,
    "Handovers had taken 38 minutes on average in February, four minutes fewer than in January. RP thanked PS for the "
    "work. SP advised that the trust owed the council £3m and expenditure rose from 38 to 42 beds.",
    kind="discussion",
)
SEVERAL = passage(
    3,
    "Resolved: The Board:\n• Endorsed the overall progression of the stewardship approach.\n"
    "• Did not approve the plan.\n• Supported the key boards, subject to funding.\n"
    "• Approved the withdrawal of the estates plan.",
    kind="decision",
)
ASKED = passage(4, "The Board is recommended to approve the estates strategy.", kind="recommendation")
AUDITED = passage(
    5,
    "Outcome: The Committee NOTED the Assurance Framework (BAF) and the Risk Register update.",
    kind="decision",
    body="Audit Committee",
    date="2024-10-15",
)
LISTED = passage(6, "The Committee approved the following policies:\n• 080 Gifts Policy\n• 081 Travel", "decision")
LIMITED = passage(7, "The Board approved the lease. This was subject to legal advice.", "decision")
PASSAGES = (APPROVED, TOLD, SEVERAL, ASKED, AUDITED, LISTED, LIMITED)


def answered(*hits: Hit) -> Answered:
    """An answer from these passages, else from all."""
    found = hits or PASSAGES
    said = Statement("passage", found[0].text, found[0].citation, passage=found[0].id)
    return Answered("what was decided on winter funding", found, "passage", (said,))
