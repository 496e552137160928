from __future__ import annotations

from pathlib import Path

import pytest

from search import schema
from search.library import Library
from search.registers.decisions import decisions
from search.registers.entries import Wanted
from search.registers.meetings import meeting_lines
from search.registers.timeline import timeline
from tests.board import papers
from tests.library import take


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    take(tmp_path, papers(tmp_path / "papers"))
    return tmp_path / "public"


def test_a_register_keeps_to_one_day_or_to_what_has_none(folder: Path) -> None:
    march = schema.meetings.c.date == "2025-03-13"
    with Library.open(folder, write=True) as library:
        with library.change() as connection:
            connection.execute(schema.meetings.update().where(march).values(date=""))
        with library.read() as connection:
            days = [meeting_lines(connection, Wanted(on=day)).entries for day in ("2025-01-16", "", "2025-03-13")]
            assert [[one.citation.date for one in found] for found in days] == [["2025-01-16"], [""], []]
            assert {one.decision.title for one in decisions(connection, Wanted(on="")).entries} == {
                "Estates strategy",
                "Ambulance handovers",
            }


def test_an_event_knows_where_its_words_stand(folder: Path) -> None:
    with Library.open(folder, write=False) as library, library.read() as connection:
        for event in timeline(connection, Wanted(text="estates strategy")).entries:
            (span,) = event.spans
            page = library.page(event.citation.document, span.page)
            assert page
            assert (event.text or event.title) in page.text[span.start : span.end]
