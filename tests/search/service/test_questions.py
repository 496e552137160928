"""What readers leave behind is counted by day, without who they are, and forgotten in time."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from api.settings import Settings
from api.staff.desk import Desk
from api.staff.feedback import Feedback
from search.errors import LibraryUnusable
from search.service import questions, tables
from search.service.masked import masked
from search.service.service import Service

DAY = date(2025, 3, 13)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("mail ann@example.org.", "mail [e-mail address]."),
        ("ANN.O'HARA+board@mail.example.nhs.uk said", "[e-mail address] said"),
        ("call 01234 567890", "call [phone number]"),
        ("call (0131) 496-0000 or +44 20 7946 0000", "call [phone number] or [phone number]"),
        ("call 07700900123 now", "call [phone number] now"),
        ("my NHS number is 943 476 5919", "my NHS number is [NHS number]"),
        ("9434765919", "[NHS number]"),
        ("943-476-5919?", "[NHS number]?"),
        ("I live at M1 1AE, or ec1a1bb", "I live at [postcode], or [postcode]"),
        ("item 7 of 13 March 2025, 2024-25 and £2,400,000", "item 7 of 13 March 2025, 2024-25 and £2,400,000"),
        ("reference ICB/24/0123 and HR12", "reference ICB/24/0123 and HR12"),
        ("a\nb\x00\u202e  c", "a b c"),
    ],
)
def test_personal_details_are_masked_and_nothing_else(text: str, kept: str) -> None:
    assert masked(text) == kept


def test_long_questions_are_cut_and_cost_little() -> None:
    assert len(masked("0 " * 50_000)) <= 300
    assert len(masked("a@" * 50_000)) <= 300
    assert len(masked("a." * 50_000 + "@" + "b." * 50_000)) <= 300


def test_votes_and_questions_are_counted_by_day(tmp_path: Path) -> None:
    with Service.open(tmp_path) as service:
        with service.change() as connection:
            for useful in (True, True, False):
                questions.vote(connection, DAY, "answer", "bus fares of ann@example.org", useful)
            for asked in ("Bus fares?", "bus fares?", "Call 01234 567890?"):
                questions.missed(connection, DAY, asked, "nothing_found")
        found = Desk(Settings(library=tmp_path), service)
        assert [(one.about, one.useful, one.useless) for one in found.votes()] == [
            ("bus fares of [e-mail address]", 2, 1)
        ]
        assert [(one.question, one.count) for one in found.unanswered()] == [
            ("bus fares?", 2),
            ("call [phone number]?", 1),
        ]


def test_what_is_old_is_forgotten(tmp_path: Path) -> None:
    with Service.open(tmp_path) as service, service.change() as connection:
        for day in (date(2025, 1, 1), DAY):
            questions.missed(connection, day, "bus fares", "nothing_found")
            questions.vote(connection, day, "page", "bus fares", True)
        questions.purge(connection, DAY, 90)
        assert len(questions.every_miss(connection)) == len(questions.every_vote(connection)) == 2
        questions.purge(connection, DAY, 30)
        assert [one.day for one in questions.every_miss(connection)] == ["2025-03-13"]
        assert [one.day for one in questions.every_vote(connection)] == ["2025-03-13"]


@pytest.mark.parametrize(("days", "kept"), [(90, True), (0, False)])
def test_a_server_forgets_what_is_old_though_nobody_leaves_anything_new(tmp_path: Path, days: int, kept: bool) -> None:
    new = questions.today()
    old = new - timedelta(days=91)
    with Service.open(tmp_path) as service:
        with service.change() as connection:
            for day in (old, new):
                questions.missed(connection, day, "bus fares", "nothing_found")
        Feedback(tmp_path, days).forget()
        with service.read() as connection:
            assert [one.day for one in questions.every_miss(connection)] == [new.isoformat()] * kept
    Feedback(tmp_path / "none", days).forget()
    assert not (tmp_path / "none").exists()


def test_nobody_can_fill_the_disk(tmp_path: Path) -> None:
    with Service.open(tmp_path) as service, service.change() as connection:
        for number in range(questions.MOST + 5):
            questions.missed(connection, DAY, f"q{number}", "nothing_found")
        questions.missed(connection, DAY, "q1", "nothing_found")
        query = tables.unanswered.select().order_by(tables.unanswered.c["count"].desc())
        rows = connection.execute(query).all()
        assert (len(rows), rows[0]._mapping["count"]) == (questions.MOST, 2)


def test_feedback_is_kept_for_staff_and_never_fails(tmp_path: Path) -> None:
    kept = Feedback(tmp_path / "library", 90)
    kept.vote("passage", "3f1c0a9d2b7e-5d0f6c1a2b", True)
    kept.missed("bus fares", "nothing_found")
    kept.close()
    with Service.open(tmp_path / "library") as service:
        found = Desk(Settings(library=tmp_path), service)
        assert (len(found.votes()), len(found.unanswered())) == (1, 1)
    (tmp_path / "file").touch()
    Feedback(tmp_path / "file" / "library", 90).missed("bus fares", "nothing_found")
    Feedback(tmp_path / "none", 0).missed("bus fares", "nothing_found")
    assert not (tmp_path / "none").exists()


def test_the_migrations_make_the_tables(tmp_path: Path) -> None:
    with Service.open(tmp_path) as service, service.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "service.db").write_bytes(b"something else entirely, and long enough to be looked at" * 100)
    with pytest.raises(LibraryUnusable, match="cannot be read"):
        Service.open(tmp_path)
