"""Selections of matters made by hand, among them one whose papers were written to do harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from api.drafts.export import Form, exported
from api.drafts.picked import Picked, Selection
from api.settings import Settings
from ingest.model import Proposal
from search.model import Matter, Point
from tests.web.drafting import MATTERS, READ

ADDRESS = "https://papers.example.org/board"
POINTS = (Point("kind", True, "both ask to approve"), Point("money", False, "asks for £2.4m; that was £310,000"))
GONE = Picked("0123456789ab-1-5", None, (), "It was the one of 2019.")
# what could break a file, turn the words beside it round, or be taken for a mark of some form of file
HOSTILE = (
    "]]></w:t></w:r><w:p/> <b>bold</b> & &amp; *star* _bar_ `code` [link](https://evil.example/) ![x](y) | cell | "
    "# head ~~gone~~ [^1] "
    "$x$ \x00\x01\x0b\x1f \u202eesrever\u202c \u2066x\u2069 \u200b \ud800 \uffff \ufffe {{x}} \\ end"
)

HARMFUL = Proposal(HOSTILE, HOSTILE, (HOSTILE, ""), HOSTILE, (HOSTILE,), (HOSTILE,), (HOSTILE,))


def selection(*matters: Matter) -> Selection:
    """These matters, or one that has something of everything, a contrary one, a plain one, and one that has gone."""
    found = matters or MATTERS
    proposal = HARMFUL if any(one.title == HOSTILE for one in found) else READ
    picked = [Picked(one.address, one, POINTS if at == 0 else ()) for at, one in enumerate(found)]
    picked[0] = replace(picked[0], note="Ask the clerk.\n\nSee the appendix.")
    return Selection(proposal, (*picked, *(() if matters else (GONE,))), date(2026, 11, 26), "draft.docx")


def hostile() -> Matter:
    """A matter every word of which was written to do harm."""
    one = MATTERS[0]
    cited = replace(one.citation, title=HOSTILE, body=HOSTILE, presenters=(HOSTILE,), file=f"{HOSTILE}.pdf")
    decided = replace(one.decided[0], citation=cited, amendment=HOSTILE, state="draft")
    decision = replace(decided.decision, text=HOSTILE, lead=HOSTILE, condition=HOSTILE, vote=HOSTILE)
    return replace(
        one,
        title=HOSTILE,
        body=HOSTILE,
        asked=(replace(one.asked[0], text=HOSTILE, citation=cited),),
        decided=(replace(decided, decision=decision),),
        route=tuple(replace(step, text=HOSTILE, body=HOSTILE, citation=cited) for step in one.route),
        actions=tuple(replace(action, text=HOSTILE, owner=(HOSTILE,)) for action in one.actions),
        reviews=tuple(replace(review, text=HOSTILE, due=HOSTILE, citation=cited) for review in one.reviews),
    )


def made(chosen: Selection, form: Form, address: str = ADDRESS) -> bytes:
    """The selection as a file."""
    return exported(chosen, form, Settings(address=address, service_name="Papers of the Board"))
