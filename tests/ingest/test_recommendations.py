"""What a paper asks for is never what was decided."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reading import read_bytes
from tests.ingest import sample

VERBS = ("approve", "note", "ratify", "endorse", "agree", "adopt", "delegate", "support")
STYLES = ("The Board is asked to {}.", "The Committee is recommended to {}.", "That Cabinet {}s.", "To {}.", "{}.")
HEADS = ("Recommendation", "Recommendations", "9. Recommendation(s)", "The Board is asked to:", "Decision required")
phrases = st.builds(
    lambda verb, style, what: style.format(f"{verb} {what}"),
    st.sampled_from(VERBS),
    st.sampled_from(STYLES),
    st.sampled_from(["the plan for the old laundry", "the report", "the policy, subject to funding"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(phrases, min_size=1, max_size=4), st.sampled_from(HEADS), st.booleans(), st.booleans())
def test_no_recommendation_of_a_pack_becomes_a_decision(
    wanted: list[str], head: str, bullets: bool, minutes: bool
) -> None:
    mark = "- " if bullets else ""
    cover = "\n\n".join(
        [
            "## Part I Board Meeting, 6 March 2025",
            "### Agenda Number: 4",
            "### Old Laundry",
            "#### 1. Purpose of Report",
            "To decide on the laundry.",
            "#### 2. Executive Lead",
            "Alex Green, Director of Estates",
            f"#### {head}",
            *(mark + text for text in wanted),
        ]
    )
    before = "" if not minutes else MINUTES
    found = read_bytes("pack.md", (before + cover).encode())
    decided = {_plain(decision.text) for meeting in found.meetings for decision in meeting.decisions}
    recommended = {_plain(one.text) for paper in found.papers for one in paper.recommendations}
    assert found.papers
    assert len(recommended) >= len({_plain(text) for text in wanted})
    assert decided == ({"theboardapprovedthewinterbeds"} if minutes else set())


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


MINUTES = """## Minutes of the Part I Board Meeting

Thursday, 16 January 2025 at 2.00 pm

### Members

- Alex Green (AG), Chair.
- Sam White (SW), Medical Director.

### 1. Welcome

AG welcomed everyone.

### 2. Winter

**Resolved: The Board approved the winter beds.**

"""


def test_no_decision_of_the_sample_packs_stands_where_a_paper_asks_for_one() -> None:
    for file in {row["file"] for row in sample.judged("papers")}:
        found = sample.reading(file)
        asking = {
            (span.page, span.start) for paper in found.papers for one in paper.recommendations for span in one.spans
        }
        deciding = {
            (span.page, span.start) for one in found.meetings for decision in one.decisions for span in decision.spans
        }
        minuted = {page for one in found.sections if one.kind == "minutes" for page in range(one.first, one.last + 1)}
        assert asking
        assert deciding
        assert not asking & deciding
        assert {page for page, _ in deciding} <= minuted
