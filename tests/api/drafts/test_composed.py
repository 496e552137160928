"""What an export says, whatever its form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from api.commands.exported_precedents import export
from api.drafts.export import Form
from api.drafts.picked import everything
from api.errors import UnusableArgument
from api.settings import Settings
from ingest.model import Proposal
from search.model import Matter, Precedent, Precedents, Related, Wording
from tests.api.drafts.selections import POINTS, made, selection
from tests.web.drafting import LOOKED, MATTERS, citation


def text(*matters: Matter) -> str:
    return made(selection(*matters), "md", "").decode()


def test_nothing_found_says_what_was_looked_through_and_has_no_table() -> None:
    found = made(everything(Precedents(Proposal("Vans"), (), (), LOOKED), date(2026, 11, 26)), "md", "").decode()
    assert f"None was found. {LOOKED}" in found
    assert "| --- |" not in found


def test_minutes_that_nobody_approved_are_said_to_be_a_draft_and_amendments_are_told() -> None:
    one = MATTERS[0]
    assert "a draft" not in text(one)
    entry = replace(one.decided[0], state="draft", amendment="In item 7 read June for May.")
    found = text(replace(one, decided=(entry,)))
    assert "These minutes are a draft: no minutes held here record that they were approved." in found
    assert "**When the minutes were approved:** “In item 7 read June for May.”" in found


def test_decisions_that_one_line_introduces_stand_under_it_in_its_words() -> None:
    one = MATTERS[0]
    entries = tuple(
        replace(one.decided[0], decision=replace(one.decided[0].decision, lead="The Board:", text=words, condition=""))
        for words in ("approved the lease", "noted the rent")
    )
    found = text(replace(one, decided=entries))
    assert found.count("> “The Board:”") == 1
    assert found.index("> “The Board:”") < found.index("“approved the lease”") < found.index("“noted the rent”")


def test_what_this_matter_decided_is_quoted_once_though_its_route_ends_in_it() -> None:
    found = text(MATTERS[0])
    assert found.count("The Board approved the lease") == 1
    assert "- 14 January 2025, ICB Board: approved." in found


def test_a_later_decision_that_speaks_of_it_is_told_with_its_place() -> None:
    one = MATTERS[0]
    later = Related("rescinds", "The Board rescinded the lease.", citation("Lease", "2025-06-05"))
    found = text(replace(one, decided=(replace(one.decided[0], followed_by=(later,)),)))
    assert "> **A later decision speaks of it (rescinds):** “The Board rescinded the lease.”[^" in found
    assert "meeting of 5 June 2025" in found


def test_wording_is_told_with_its_places_and_how_many_there_are() -> None:
    places = tuple(citation(f"Item {number}") for number in range(5))
    used = (
        Wording("recommendation", "Approve the lease.", places),
        Wording("resolution", "approved the lease", places[:1]),
    )
    found = made(replace(selection(MATTERS[2]), wording=used), "md", "").decode()
    assert "- “Approve the lease.”[^2][^3][^4] In 5 places, so or nearly so." in found
    assert "- “approved the lease”[^5]\n" in found
    assert "‘Item 2’ (paper for the meeting of 14 January 2025, item 7, presented by Dr A)" in found


def test_what_did_not_go_through_as_asked_is_marked_at_the_top_in_the_table_and_at_the_matter() -> None:
    found = text(*MATTERS[:2])
    assert found.count("**Contrary: deferred") == 2
    assert "**1 of 2 did not go through as asked.**" in found


def test_what_was_found_is_written_to_each_file_that_is_named(tmp_path: Path) -> None:
    found = Precedents(Proposal("Vans"), (Precedent(1, 1.0, MATTERS[0], POINTS),), (), LOOKED)
    names: dict[Form, Path | None] = {"docx": tmp_path / "a.docx", "md": tmp_path / "a.md", "csl.json": None}
    export(found, "vans.docx", names, Settings(library=tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.md"]
    assert "Precedents, the nearest first:" in (tmp_path / "a.md").read_text(encoding="utf-8")
    with pytest.raises(UnusableArgument, match="cannot be written"):
        export(found, "", {"md": tmp_path / "none" / "a.md"}, Settings(library=tmp_path))


def test_an_outcome_is_told_with_the_minutes_own_verbs() -> None:
    one = MATTERS[0]
    more = replace(one.decided[0], decision=replace(one.decided[0].decision, verb="noted"))
    found = text(replace(one, decided=(*one.decided, more)))
    assert "| 14 January 2025 | Granted (approved, noted) |" in found
    assert "**Outcome:** Granted (approved, noted)." in found


def test_a_draft_without_a_title_is_called_by_what_it_asks_in_quotation_marks() -> None:
    asked = replace(selection(), proposal=Proposal(recommendations=("Approve the lease",)), name="")
    assert made(asked, "md").decode().startswith("# Precedents for “Approve the lease”\n")
    assert replace(asked, proposal=Proposal()).called == "a draft of 26 November 2026"
