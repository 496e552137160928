"""A reader asks for letters, confirms it, is told what is new once, and stops."""

from __future__ import annotations

import re
import time
from email.message import EmailMessage

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from api.digests.run import TRIES, Tally
from search.service import ledger, subscriptions
from search.service.service import Service
from search.service.sessions import later
from search.service.subscription_tables import mailings
from search.service.subscription_tables import subscriptions as table
from tests.api.digests.conftest import ADDRESS, MAY, OURS, Office, link

ANN = "ann@example.org"
TREES = MAY.replace("Car parking", "Trees").replace("car parking policy", "Trees policy").replace("15 May", "10 July")


def body(letter: EmailMessage, kind: str = "plain") -> str:
    found = letter.get_body((kind,))
    assert found
    return str(found.get_content())


def rows(office: Office, name: str) -> int:
    with Service.open(office.settings.library) as service, service.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() or 0)


def measured(office: Office) -> dict[str, int]:
    """The letters that are not taken yet, by state, as the site tells who watches it."""
    here = TestClient(office.site.app, base_url=ADDRESS, client=("127.0.0.1", 1))
    found = re.findall(r'^minutebook_letters{state="(\w+)"} (\d+)', here.get("/metrics").text, re.MULTILINE)
    return {state: int(count) for state, count in found}


def test_a_reader_confirms_is_told_once_and_stops_with_one_press(office: Office) -> None:
    # given a reader of the register who asks for letters
    page = office.site.get("/decisions?verb=approved").text
    assert 'href="/keep-up/decisions?verb=approved"' in page
    assert "new decisions (approved)" in office.site.get("/keep-up/decisions?verb=approved").text
    assert office.ask(ANN, "decisions?verb=approved") == 303
    # when the letter comes, and a program follows its link
    (asking,) = office.box.to(ANN)
    assert asking["Subject"] == "Do you want emails about new decisions (approved)? - Board papers"
    path = link(asking)
    for _ in range(2):
        reply = office.site.get(path)
        assert "Yes, send me emails" in reply.text
        assert (reply.headers["cache-control"], '<form method="post"' in reply.text) == ("no-store", True)
    # then nothing is sent; nor before there is something new
    office.add()
    assert office.run().sent == 0
    (office.settings.library / "papers" / "2025-05-board.md").unlink()
    # when the reader presses the button
    assert "You will get emails" in office.site.post(path, headers=OURS).text
    assert office.site.post(path, headers=OURS).status_code == 410
    assert office.run().sent == 0
    # then what comes afterwards is told, with its words, its place, and a link to the page
    office.add(MAY.replace("Car parking", "Bicycles").replace("car parking policy", "bicycle shed"), "june.md")
    office.box.letters.clear()
    assert office.run().sent == 1
    (letter,) = office.box.to(ANN)
    assert letter["Subject"] == "1 new decision (approved) - Board papers"
    for text in (body(letter), body(letter, "html")):
        assert "The Board approved the bicycle shed." in text
        assert "From draft minutes, not confirmed yet." in text
        assert "june.md" in text
        found = re.search(rf"{ADDRESS}(/documents/[^\s\"]+)", text.replace("&amp;", "&"))
        assert found
        assert "<mark>" in office.site.get(found[1]).text
    assert "<img" not in body(letter, "html")
    assert "   > The Board approved the bicycle shed." in body(letter), "what is quoted is told from what is said of it"
    assert "   From draft minutes" in body(letter)
    # and not again
    office.box.letters.clear()
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(table).values(last=later(-24 * 30)))
    assert office.run().sent == 0
    # when a mail program stops them, which comes from no page of the site
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = letter["List-Unsubscribe"].strip("<>").removeprefix(ADDRESS)
    assert stop == link(letter)
    assert "Press the button to stop" in office.site.get(stop).text
    assert office.site.post(stop, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    # then nothing more comes, and nothing of the reader is kept
    office.add(TREES, "july.md")
    assert office.run() == Tally()
    assert office.box.letters == []
    assert rows(office, "subscriptions") == rows(office, "mailings") == rows(office, "noted") == 0
    assert ANN.encode() not in (office.settings.library / "service.db").read_bytes()
    assert office.site.post(stop, data={"List-Unsubscribe": "One-Click"}).status_code == 200


def test_every_topic_is_told_of(office: Office) -> None:
    for topic in ("item?text=estates+strategy", "search?q=estates+strategy", "actions", "overdue?owner=first"):
        office.follow(topic=topic)
    office.add(
        MAY.replace("Car parking", "Estates strategy").replace("car parking policy", "estates strategy")
        + "\nAction: FP to sell the building by June 2025.\n\n## Members\n\n- First Person (FP), Chair\n"
    )
    office.run()
    subjects = {str(letter["Subject"]) for _, letter, _ in office.box.letters}
    for part in (
        "The item “estates strategy” came back",
        "1 new action",
        "for the search “estates strategy”",
        "overdue",
    ):
        assert any(part in one for one in subjects), (part, subjects)
    for _, letter, _ in office.box.letters:
        assert "2025-05-board.md" in body(letter)


def test_a_newer_version_of_a_paper_tells_only_of_what_it_adds(office: Office) -> None:
    def came() -> dict[str, str]:
        feed = office.site.get("/feeds/search.atom", params={"q": "car parking policy"}).text
        return dict(re.findall(r"<id>([^<]+)</id><title>[^<]*</title><published>([^<]+)</published>", feed))

    office.add()
    office.follow(topic="search?q=car+parking+policy")
    before = came()
    office.add(f"{MAY}\n## 6. Bicycles\n\nResolved: The Board approved the parking of bicycles.\n")
    after = came()
    assert len(after) == len(before) + 1
    assert before.items() < after.items(), "what was there keeps its name and its time"
    assert office.run().sent == 1
    (letter,) = office.box.to(ANN)
    assert str(letter["Subject"]).startswith("1 new passage for the search")
    assert "the parking of bicycles" in body(letter)
    assert "approved the car parking policy" not in body(letter)


@pytest.mark.parametrize(
    "address", ["", "ann", "ann@", "a b@example.org", "ann@example.org\r\nBcc: x@example.org", "x" * 300]
)
def test_what_is_no_address_is_told_and_nothing_is_sent(office: Office, address: str) -> None:
    form = {"topic": "decisions", "address": address, "often": "daily"}
    reply = office.site.post("/keep-up", data=form, headers=OURS)
    assert reply.status_code == 422
    assert "Enter an email address in the form" in reply.text
    assert office.box.letters == []
    assert rows(office, "subscriptions") == 0


def test_nobody_learns_whether_an_address_is_known_and_it_is_not_flooded(office: Office) -> None:
    def told(address: str) -> tuple[int, str, dict[str, str]]:
        form = {"topic": "decisions", "address": address, "often": "daily"}
        reply = office.site.post("/keep-up", data=form, headers=OURS, follow_redirects=False)
        return (
            reply.status_code,
            reply.text,
            {k: v for k, v in reply.headers.items() if k not in ("date", "x-request-id")},
        )

    office.follow(ANN)
    first = told("new@example.org")
    for _ in range(subscriptions.A_DAY + 2):
        assert told(ANN) == first
    office.box.to("new@example.org")
    with Service.open(office.settings.library) as service, service.read() as connection:
        counts = connection.exec_driver_sql("SELECT count, who FROM asked_for").all()
    assert sorted(count for count, _ in counts) == [1, subscriptions.A_DAY]
    assert "ann" not in str(counts)
    assert sum(address == ANN for address, _, _ in office.box.letters) < subscriptions.A_DAY


def test_a_form_from_elsewhere_is_refused_and_a_link_of_nobodys_stops_nothing(office: Office) -> None:
    form = {"topic": "decisions", "address": ANN, "often": "daily"}
    for headers in ({}, {"Origin": "https://elsewhere.example.org"}):
        assert office.site.post("/keep-up", data=form, headers=headers).status_code == 403
    office.follow()
    for path in ("/keep-up/confirm/x", "/keep-up/stop/", "/keep-up/stop/1/x"):
        assert office.site.post(path, data={"List-Unsubscribe": "One-Click"}).status_code in (403, 404, 405), path
    for token in ("1", "1.x", "1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"):
        assert office.site.get(f"/keep-up/stop/{token}").status_code == 404
        assert office.site.post(f"/keep-up/stop/{token}", data={"List-Unsubscribe": "One-Click"}).status_code == 404
    assert rows(office, "subscriptions") == 1


def test_a_bad_address_is_ended_and_named_by_its_number_and_others_are_told(office: Office) -> None:
    for address in ("gone@example.org", "full@example.org", ANN):
        office.follow(address)
    office.box.refuses |= {"gone@example.org": 550, "full@example.org": 452}
    office.add()
    tally = office.run()
    assert (tally.sent, tally.waiting, tally.dropped) == (1, 1, 1)
    office.box.to(ANN)
    assert "not taken now (452)" in office.said[0]
    assert "refused for good (550)" in office.said[1]
    assert "@" not in "".join(office.said)
    assert rows(office, "subscriptions") == 2
    assert measured(office) == {"asking": 0, "waiting": 0, "failed": 1}
    # when there is room again, then the same letter comes, once
    office.box.refuses.clear()
    assert office.run().sent == 1
    assert measured(office) == {"asking": 0, "waiting": 0, "failed": 0}
    office.box.to("full@example.org")
    assert office.run().sent == 0


def test_a_letter_that_asks_is_sent_later_or_its_address_forgotten(office: Office) -> None:
    office.box.refuses |= {"gone@example.org": 550, "full@example.org": 452}
    for address in ("gone@example.org", "full@example.org"):
        assert office.ask(address) == 303
    end = time.monotonic() + 10
    while time.monotonic() < end and (len(office.box.refused) < 2 or rows(office, "subscriptions") > 1):
        time.sleep(0.02)
    assert rows(office, "subscriptions") == 1
    assert measured(office) == {"asking": 1, "waiting": 0, "failed": 0}
    # when there is room again, then whoever began to send it has its time before another run does
    office.box.refuses.clear()
    office.run()
    assert office.box.letters == []
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(table).values(tried=later(-1)))
    office.run()
    office.box.to("full@example.org")
    assert office.run() == Tally()


def test_a_server_that_refuses_everybody_ends_no_subscription(office: Office) -> None:
    for address in (ANN, "bob@example.org"):
        office.follow(address)
        office.box.refuses[address] = 554
    office.add()
    tally = office.run()
    assert (tally.sent, tally.waiting, tally.dropped) == (0, 2, 0)
    office.box.refuses.clear()
    assert office.run().sent == 2


def test_a_letter_that_is_refused_at_its_end_waits_and_is_given_up_after_many_runs(office: Office) -> None:
    office.follow()
    office.add()
    office.box.after[:] = [554]
    assert (office.run().waiting, rows(office, "subscriptions")) == (1, 1)
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(mailings).values(tries=TRIES - 1))
    office.box.after[:] = [554]
    assert office.run().dropped == 1
    assert rows(office, "subscriptions") == rows(office, "mailed") == 0


def test_whoever_is_stopped_after_sending_sends_the_same_letter_again_under_its_own_id(office: Office) -> None:
    office.follow()
    office.add()
    with Service.open(office.settings.library) as service:
        turn = office.round(service)
        with service.change() as connection:
            (one,) = subscriptions.followed(connection)
            keys = turn.writer.told(one.topic).came
            due = ledger.intend(connection, one.id, list(keys)[:1], "example.org")
    assert office.run().sent == 1  # a run that was stopped before it sent
    (first,) = office.box.to(ANN)
    assert first["Message-ID"] == due.message
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(mailings).values(sent=""))  # a run that was stopped before it marked what it sent
        assert ledger.waiting(connection, one.id)
    office.add(TREES, "july.md")
    assert office.run().sent == 1
    again = office.box.to(ANN, 2)[1]
    assert again["Message-ID"] == first["Message-ID"]
    assert "Trees" not in body(again)
    # and what came meanwhile is told by the next
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(table).values(last=later(-21)))
    assert office.run().sent == 1
    assert "Trees" in body(office.box.to(ANN, 3)[2])


def test_a_weekly_reader_is_told_once_a_week_and_a_dry_run_tells_nobody(office: Office) -> None:
    office.follow(often="weekly")
    office.add()
    with Service.open(office.settings.library) as service:
        ((one, titles),) = office.round(service).plan()
        assert (one.often, titles) == ("weekly", ("Approved: Board, 15 May 2025, item 5: Car parking",))
    assert (office.box.letters, rows(office, "mailings")) == ([], 0)
    assert office.run().sent == 1
    office.add(TREES, "july.md")
    assert office.run().sent == 0
    with Service.open(office.settings.library) as service, service.change() as connection:
        connection.execute(update(table).values(last=later(-24 * 6.6)))
    assert office.run().sent == 1
