"""A library in which every register has something."""

from __future__ import annotations

from dataclasses import replace

from ingest.model import Declaration, Interest, Paper, Recommendation, Term
from search.library import Library
from tests.search.readings import SPAN, Made, action, entry, minutes, state

STRATEGY: Made = ("7", "Estates strategy", "approved", "The Board approved the estates strategy for 2025.")
APPROVAL: Made = ("3", "Minutes", "approved", "The minutes of the meeting held on 16 January 2025 were approved.")
REPORT = "Ann Other to report on the cost of community beds"
ASKED = "The Board is asked to approve the estates strategy for 2025."


def fill(library: Library) -> None:
    """Minutes twice, the minutes that confirm them, a log, a pack with a paper and a register, and a later register."""
    january = minutes(
        "ICB Board", "2025-01-16", STRATEGY, people=["Dr Ann Other"], actions=[action(REPORT, due="May 2025")]
    )
    left = Declaration("7", "Estates strategy", "Ann Other", "AO left the room.", "left", (SPAN,))
    state(library, "january.pdf", meetings=(replace(january, declarations=(left,)),))
    state(library, "january.docx", meetings=(january,))
    state(library, "march.pdf", meetings=(minutes("ICB Board", "2025-03-13", APPROVAL),))
    state(library, "log.pdf", log=(entry(REPORT, "2025-01-16", "2025-03-13", "54", body="ICB Board"),))
    paper = Paper(
        *("7", "Estates strategy", "ICB Board", "2025-01-16", ("Ann Other",), (), "To ask"),
        *((Recommendation(ASKED, (SPAN,)),), "", "", "", SPAN),
    )
    held = Interest(
        *("ICB Board", "2025-01-16", "Ann Other", "Chair", "A charity", "Trustee"),
        *("personal", "direct", "2020", "", "", (SPAN,)),
    )
    later = replace(held, date="2025-03-13")
    state(
        library,
        "pack.pdf",
        papers=(paper,),
        interests=(held,),
        terms=(Term("AC", "Audit Committee", "ICB Board", SPAN),),
    )
    state(library, "register.pdf", interests=(later,))
