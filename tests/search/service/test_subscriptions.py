"""Who is told of what, and what they were told, as rows of service.db."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, update

from search.service import ledger, subscriptions
from search.service.service import Service, now
from search.service.sessions import later
from search.service.subscribed import Subscription
from search.service.subscription_tables import subscriptions as table
from search.service.topics import Topic

TOPIC = Topic.of("decisions", {"body": "Board"})
CAME = {"old": "2025-01-01T00:00:00+00:00", "new": "2999-01-01T00:00:00+00:00"}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Service.open(tmp_path) as service, service.change() as opened:
        yield opened


def asked(connection: Connection, address: str = "a@example.org", topic: Topic = TOPIC) -> tuple[Subscription, str]:
    """A request, and what the link of its letter holds."""
    assert subscriptions.ask(connection, address, address, topic, "daily")
    found = subscriptions.claim(connection, subscriptions.unasked(connection)[-1])
    assert found
    return found


def following(connection: Connection, address: str = "a@example.org") -> Subscription:
    """A subscription that was confirmed."""
    request, token = asked(connection, address)
    at = now()
    ledger.note(connection, TOPIC, ["old"], at)
    subscriptions.confirm(connection, request, at)
    assert subscriptions.held(connection, token) is None, "a link is good once"
    return next(one for one in subscriptions.followed(connection) if one.address == address)


def test_a_request_is_followed_once_it_is_confirmed_and_keeps_no_link(connection: Connection) -> None:
    request, token = asked(connection)
    assert subscriptions.followed(connection) == ()
    assert subscriptions.held(connection, token) == request
    assert subscriptions.held(connection, "") is None
    assert token not in str(connection.exec_driver_sql("SELECT * FROM subscriptions").all())
    subscriptions.confirm(connection, request, now())
    (one,) = subscriptions.followed(connection)
    assert (one.address, one.topic, one.often, one.last) == ("a@example.org", TOPIC, "daily", "")


def test_who_follows_already_is_not_told_twice(connection: Connection) -> None:
    first = following(connection)
    subscriptions.ask(connection, "a", "a@example.org", TOPIC, "weekly")
    found = subscriptions.claim(connection, subscriptions.unasked(connection)[-1])
    assert found
    subscriptions.confirm(connection, found[0], now())
    (one,) = subscriptions.followed(connection)
    assert (one.id, one.often, one.since) == (first.id, "weekly", first.since)


def test_an_address_is_written_to_a_few_times_a_day_and_all_of_them_to_a_limit(
    connection: Connection,
) -> None:
    for number in range(subscriptions.A_DAY):
        assert subscriptions.ask(connection, "a", "a@example.org", Topic.of("item", {"text": str(number)}), "daily")
    assert not subscriptions.ask(connection, "a", "a@example.org", TOPIC, "daily")
    for number in range(subscriptions.MOST - subscriptions.A_DAY):
        assert subscriptions.ask(connection, f"b{number}", "b@example.org", TOPIC, "daily")
    assert not subscriptions.ask(connection, "c", "c@example.org", TOPIC, "daily")


def test_one_process_at_a_time_sends_a_letter_and_none_for_ever(connection: Connection) -> None:
    request, _ = asked(connection)
    assert subscriptions.claim(connection, request.id) is None
    for _ in range(subscriptions.TRIES - 1):
        connection.execute(update(table).values(tried=later(-1)))
        assert subscriptions.claim(connection, request.id)
    connection.execute(update(table).values(tried=later(-1)))
    assert subscriptions.unasked(connection) == ()


def test_an_address_that_is_not_confirmed_is_forgotten_after_a_week(connection: Connection) -> None:
    _, token = asked(connection)
    following(connection, "b@example.org")
    connection.execute(update(table).values(made=later(-24 * 7 - 1)))
    assert subscriptions.held(connection, token) is None
    assert subscriptions.purge(connection) == 1
    assert [one.address for one in subscriptions.followed(connection)] == ["b@example.org"]


def test_what_was_there_before_or_was_told_is_not_new(connection: Connection) -> None:
    one = following(connection)
    ledger.note(connection, TOPIC, CAME, later(1))
    before = ledger.seen(connection, TOPIC, one.since)
    assert before == {"old"}
    assert ledger.new(one, CAME, before, ledger.told(connection, one.id)) == {"new"}
    assert ledger.new(one, CAME | {"back": CAME["old"]}, before, frozenset()) == {"new"}, "taken out, and back again"
    mailing = ledger.intend(connection, one.id, {"new"}, "example.org")
    assert ledger.new(one, CAME, before, ledger.told(connection, one.id)) == set()
    assert ledger.waiting(connection, one.id) == mailing
    ledger.failed(connection, mailing.id)
    again = ledger.waiting(connection, one.id)
    assert again
    assert (again.message, again.tries, again.keys) == (mailing.message, 1, frozenset({"new"}))
    ledger.sent(connection, again)
    assert ledger.waiting(connection, one.id) is None
    assert subscriptions.followed(connection)[0].last


def test_nothing_is_kept_of_who_stops_or_is_forgotten(connection: Connection) -> None:
    for address, end in (("a@example.org", "stop"), ("B@example.org", "forget")):
        one = following(connection, address)
        ledger.intend(connection, one.id, {"new"}, "example.org")
        if end == "stop":
            assert subscriptions.stop(connection, one.id) == 1
        else:
            asked(connection, "b@Example.org", Topic.of("item", {"text": "beds"}))
            assert subscriptions.forget(connection, "b@example.org") == 2
        subscriptions.purge(connection)
        for name in ("subscriptions", "noted", "mailings", "mailed"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0, (address, name)
    assert subscriptions.stop(connection, 99) == 0
