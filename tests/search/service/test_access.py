"""Sessions, keys, who is shut out, and the audit log, as rows of service.db."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from search.service import audit, keys, sessions, shut
from search.service.service import DATABASE, Service


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service.open(tmp_path) as opened:
        yield opened


def lines(service: Service, count: int) -> None:
    with service.change() as connection:
        for number in range(count):
            audit.record(connection, "someone", "Some One", "read", f"/documents/{number}")


def forged(service: Service, *statements: str) -> audit.Verdict:
    """What checking finds after somebody wrote to the file past every trigger."""
    with sqlite3.connect(service.folder / DATABASE) as raw:
        for name in ("kept", "whole", "added"):
            raw.execute(f"DROP TRIGGER audit_{name}")
        for statement in statements:
            raw.execute(statement)
    raw.close()
    with service.read() as connection:
        return audit.verify(connection)


def test_the_audit_log_can_be_added_to_and_neither_changed_nor_shortened(service: Service) -> None:
    lines(service, 3)
    for statement in (
        "UPDATE audit SET who = 'nobody'",
        "DELETE FROM audit WHERE id = 3",
        "INSERT OR REPLACE INTO audit VALUES (2, '', '', '', '', '', '', '', '')",
    ):
        raw = sqlite3.connect(service.folder / DATABASE)
        with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
            raw.execute(statement)
        raw.close()
    with service.read() as connection:
        assert audit.verify(connection).fault == ""


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE audit SET about = '/other' WHERE id = 2", "line 2 is not as it was written"),
        ("UPDATE audit SET name = 'Another' WHERE id = 3", "line 3 is not as it was written"),
        ("DELETE FROM audit WHERE id = 1", "line 1 is missing"),
        ("DELETE FROM audit WHERE id = 2", "line 2 is missing"),
        ("DELETE FROM audit WHERE id = 3", "3 lines were written and 2 are there"),
        ("UPDATE audit SET hash = before WHERE id = 3", "line 3 is not as it was written"),
    ],
)
def test_a_log_that_was_written_to_is_known_for_that(service: Service, statement: str, fault: str) -> None:
    lines(service, 3)
    assert forged(service, statement).fault == fault


def test_a_log_written_anew_lacks_the_hash_that_was_noted_elsewhere(service: Service, tmp_path: Path) -> None:
    lines(service, 3)
    with service.read() as connection:
        noted = audit.verify(connection).head
    with Service.open(tmp_path / "other") as other:
        lines(other, 3)
        with other.read() as connection:
            assert audit.verify(connection).fault == ""
            assert audit.verify(connection, noted).fault == "the line with that hash is not there"
    lines(service, 2)
    with service.read() as connection:
        assert audit.verify(connection, noted).fault == ""


def test_a_session_is_held_until_it_is_idle_or_over(service: Service) -> None:
    with service.change() as connection:
        token = sessions.begin(connection, "p1", "Person", "board", 1)
        assert sessions.held(connection, token, 30)
        assert sessions.held(connection, f"{token}x", 30) is None
        connection.exec_driver_sql("UPDATE sessions SET seen = ?", (sessions.later(-0.51),))
        assert sessions.held(connection, token, 30) is None
        assert sessions.held(connection, token, 40)
        connection.exec_driver_sql("UPDATE sessions SET ends = ?", (sessions.later(-0.01),))
        assert sessions.held(connection, token, 40) is None


def test_every_session_of_one_person_ends_at_once(service: Service) -> None:
    with service.change() as connection:
        first, second = (sessions.begin(connection, "p1", "Person", "board", 1) for _ in range(2))
        other = sessions.begin(connection, "p2", "Other", "board", 1)
        assert sessions.end_all(connection, "p1") == 2
        assert [bool(sessions.held(connection, each, 30)) for each in (first, second, other)] == [False, False, True]


def test_neither_cookies_nor_keys_can_be_made_from_the_file(service: Service) -> None:
    with service.change() as connection:
        token = sessions.begin(connection, "p1", "Person", "board", 1)
        _, key = keys.make(connection, "program", ["read:public"], 1)
    held = b"".join(path.read_bytes() for path in service.folder.iterdir())
    assert token.encode() not in held
    assert key.encode() not in held


def test_a_key_works_until_it_is_revoked_or_over(service: Service) -> None:
    with service.change() as connection:
        number, key = keys.make(connection, "program", ["read:public", "upload"], 1)
        found = keys.held(connection, key)
        assert found
        assert found.scopes == ("read:public", "upload")
        assert keys.held(connection, f"{key}A") is None
        assert keys.revoke(connection, number) == 1
        assert keys.held(connection, key) is None
        assert keys.revoke(connection, number) == 0
        _, over = keys.make(connection, "old", ["read:public"], -0.001)
        assert keys.held(connection, over) is None
        assert [each.name for each in keys.every(connection)] == ["program", "old"]


def test_who_is_shut_out_is_let_in_again(service: Service) -> None:
    with service.change() as connection:
        shut.shut(connection, "p1", "d1", "clerk")
        shut.shut(connection, "p1", "d1", "clerk")
        assert shut.of(connection, "p1") == {"d1"}
        assert shut.of(connection, "p2") == frozenset()
        assert shut.let_in(connection, "p1", "d1") == 1
        assert shut.of(connection, "p1") == frozenset()
