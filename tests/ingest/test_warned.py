"""What somebody who publishes should look at is said, and nothing else."""

from __future__ import annotations

from ingest.model import Warned
from ingest.reading import read_bytes
from tests.board import JANUARY, MARCH

LIST = "- First Person (FP), Chair\n- Second Person (SP), Chief Finance Officer\n- Third Person (TP), Home Office\n"
MINUTES = JANUARY.replace(JANUARY[JANUARY.index("- First") : JANUARY.index("\n## 7")], LIST)


def told(text: str, kind: str) -> list[Warned]:
    return [one for one in read_bytes("minutes.md", text.encode()).warned if one.kind == kind]


def test_papers_without_a_fault_are_warned_of_nothing() -> None:
    assert not read_bytes("minutes.md", JANUARY.encode()).warned
    assert not read_bytes("minutes.md", MARCH.encode()).warned
    assert not read_bytes("minutes.md", MINUTES.encode()).warned


def test_initials_of_nobody_on_the_list_are_named_with_their_page() -> None:
    found = told(MINUTES.replace("The Board discussed", "JM asked for more. The Board discussed"), "initials")
    assert [(one.text, one.page) for one in found] == [("initials JM are not on the attendance list of Board", 1)]


def test_a_list_without_initials_is_not_held_against_anybody() -> None:
    bare = MINUTES.replace(" (FP)", "").replace(" (SP)", "").replace(" (TP)", "")
    assert not told(bare.replace("The Board discussed", "JM asked for more. The Board discussed"), "initials")


def test_an_organisation_is_no_stranger() -> None:
    said = (
        "HO reported the figures. NHS reported others, and the ICB asked for more. ICB asked again. The Board discussed"
    )
    assert not told(MINUTES.replace("The Board discussed", said), "initials")


def test_a_mended_date_is_told_with_what_is_printed() -> None:
    text = MINUTES.replace("16 January 2025", "Thursday 16 January 2024") + "\n## 9. Next meeting\n\n13 March 2025\n"
    assert ["16 January 2024" in one.text for one in told(text, "mended")] == [True]


def test_a_paper_that_is_no_meetings_is_told_as_such() -> None:
    plan = "# A plan for the towns\n\nThere will be more beds by the winter and fewer empty ones after it.\n"
    assert [one.page for one in told(plan, "unrecognised")] == [None]


def test_an_action_of_nobody_is_named() -> None:
    text = MINUTES.replace(
        "Resolved: The Board deferred", "Action: Circulate the survey.\n\nResolved: The Board deferred"
    )
    assert ["Circulate the survey" in one.text for one in told(text, "unassigned")] == [True]
