"""What people put right by hand reaches everything that reading makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.correcting import corrections_of, digest, written
from ingest.model import Correction, Reading
from ingest.reading import read_document, understood
from tests.board import JANUARY, MARCH

BODY, DAY = "Board", "2025-01-16"
PRESENTER = Correction("presenter", "Second Person", "Third Person; Fourth Person", BODY, DAY, "7", "Winter funding")


def reading(*corrections: Correction, text: str = JANUARY) -> Reading:
    return understood(read_document("minutes.md", text.encode()), corrections)


def test_a_meeting_is_known_by_what_is_read_without_corrections() -> None:
    plain = reading()
    assert plain.origins == ((BODY, DAY),)
    assert reading(Correction("date", DAY, "2025-01-17", BODY, DAY)).origins == plain.origins


def test_a_corrected_presenter_stands_in_the_item_and_every_passage_of_it() -> None:
    made = reading(PRESENTER)
    item = made.meetings[0].items[0]
    assert (item.presenters, item.source) == (("Third Person", "Fourth Person"), "corrected")
    own = [passage for passage in made.passages if passage.item == "7"]
    assert own
    assert {passage.presenters for passage in own} == {("Third Person", "Fourth Person")}
    assert any("Resolved" in passage.text for passage in own)
    others = [(passage.item, passage.presenters) for passage in made.passages if passage.item != "7"]
    assert others == [(each.item, each.presenters) for each in reading().passages if each.item != "7"]


def test_what_is_printed_stays_as_printed() -> None:
    assert [passage.text for passage in reading(PRESENTER).passages] == [each.text for each in reading().passages]
    assert [passage.spans for passage in reading(PRESENTER).passages] == [each.spans for each in reading().passages]


def test_a_corrected_date_and_body_stand_in_everything_that_follows() -> None:
    made = reading(Correction("date", DAY, "2024-01-16", BODY, DAY), Correction("body", BODY, "Trust Board", BODY, DAY))
    meeting = made.meetings[0]
    assert (meeting.body, meeting.date) == ("Trust Board", "2024-01-16")
    assert "corrected by hand" in meeting.note
    assert {(passage.body, passage.date) for passage in made.passages} == {("Trust Board", "2024-01-16")}
    assert all("Trust Board, 16 January 2024" in passage.indexed for passage in made.passages)
    assert {(part.body, part.date) for part in made.sections} == {("Trust Board", "2024-01-16")}


def test_a_correction_of_an_item_holds_after_its_meeting_was_corrected() -> None:
    made = reading(Correction("date", DAY, "2024-01-16", BODY, DAY), PRESENTER)
    assert made.meetings[0].items[0].source == "corrected"


def test_every_correction_is_told_of() -> None:
    made = reading(PRESENTER)
    assert [(one.kind, one.page) for one in made.warned[:1]] == [("corrected", 1)]
    assert made.document.warnings == tuple(one.text for one in made.warned if one.kind == "corrected")
    assert 'from "Second Person" to "Third Person; Fourth Person"' in made.document.warnings[0]


@pytest.mark.parametrize(
    "one",
    [
        replace(PRESENTER, printed="First Person"),
        replace(PRESENTER, item="9"),
        replace(PRESENTER, date="2025-02-16"),
        Correction("date", "2025-01-15", "2025-01-17", BODY, DAY),
        Correction("date", DAY, "no day", BODY, DAY),
        Correction("body", "Committee", "Trust Board", BODY, DAY),
    ],
)
def test_a_correction_whose_printed_value_is_gone_is_named_and_not_applied(one: Correction) -> None:
    made = reading(one)
    assert [warning.kind for warning in made.warned][:1] == ["misfit"]
    assert made.passages == reading().passages
    assert made.meetings == reading().meetings


def test_a_correction_of_one_meeting_leaves_another_alone() -> None:
    assert reading(PRESENTER, text=MARCH).passages == reading(text=MARCH).passages


def test_a_meeting_without_a_date_is_given_one() -> None:
    text = JANUARY.replace("Held on 16 January 2025 at 10.00 am in the Town Hall", "Held in the Town Hall")
    plain = reading(text=text)
    assert (plain.meetings[0].date, [one.kind for one in plain.warned]) == ("", ["undated"])
    made = reading(Correction("date", "", "2025-01-16", BODY, ""), text=text)
    assert made.meetings[0].date == "2025-01-16"
    assert {passage.date for passage in made.passages} == {"2025-01-16"}
    assert "undated" not in [one.kind for one in made.warned]


def test_corrections_cross_to_another_process_as_they_are() -> None:
    odd = replace(PRESENTER, corrected='Zoë "Z" Ó Briain\u202e; 李', who="A\nB")
    assert corrections_of(written([odd, PRESENTER])) == (odd, PRESENTER)


def test_only_what_reading_heeds_tells_corrections_apart() -> None:
    assert digest([]) == digest([Correction("visibility", "public", "restricted")]) == ""
    assert digest([PRESENTER]) == digest([replace(PRESENTER, who="somebody", when="2025-01-01")])
    assert digest([PRESENTER]) != digest([replace(PRESENTER, corrected="Another")])
    other = Correction("date", DAY, "2024-01-16", BODY, DAY)
    assert digest([PRESENTER, other]) == digest([other, PRESENTER])
