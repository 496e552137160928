"""What waits on the desk, and what readers leave behind, is for those who may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from search.model import Upload
from tests.leaks.papers import SECRET, told
from tests.leaks.readers import BOTH, HOST, another, server, settings, shut_out, signed_in, with_key
from tests.library import SMALL
from tests.staff import Office, office

OURS = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
PAGES = ("/staff", "/staff/questions", "/api/v1/uploads")
PUBLIC = "# Minutes of the Part I Board Meeting\n\nHeld on 1 May 2025\n\n## 1. Welcome\n\nThe Board met.\n"


@dataclass(frozen=True, slots=True)
class Held:
    """An office with a document in each library, and one that waits; client is a server over both libraries."""

    folder: Path
    made: Office
    restricted: Upload
    waiting: Upload
    client: TestClient
    closed: TestClient


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    folder = tmp_path_factory.mktemp("desk")
    closed = {"readers_restricted": "administrator", "publishers_restricted": "administrator"}
    with office(folder) as made, ExitStack() as stack:
        made.published(PUBLIC, "may.md")
        restricted = made.published(SECRET, "plimbrook.md", "restricted")
        waiting = made.take(SECRET.replace("million", "thousand"), "plimbrook.md")
        made.work()
        made.desk.publish(waiting.id, "restricted", "A Secretary")
        client = server(stack, settings(folder, True, question_days=90), BOTH, SMALL)
        narrow = server(stack, settings(folder, True, question_days=90, **closed), BOTH, SMALL)
        yield Held(folder, made, restricted, waiting, client, narrow)


def test_the_desk_is_there_for_nobody_but_those_who_may_use_it(held: Held) -> None:
    knowing = signed_in(held.client, held.folder, "s", "staff")
    assert set(told(knowing.get("/staff").text)) == {"file"}
    outside = (
        (another(held.client), (303, 401)),
        (with_key(held.client, held.folder, "read:public"), (404,)),
        (with_key(held.client, held.folder, "read:restricted"), (404,)),
        (with_key(held.client, held.folder, "upload", days=-0.001), (401,)),
        (signed_in(held.client, held.folder, "b", "board"), (404,)),
    )
    for client, statuses in outside:
        for one in (held.restricted, held.waiting):
            for address in (*PAGES, f"/staff/uploads/{one.id}", f"/api/v1/uploads/{one.id}"):
                reply = client.get(address)
                assert reply.status_code in statuses, address
                assert told(reply.text) == [], address


@pytest.mark.parametrize("scopes", [("upload",), ("upload", "read:public"), ("publish", "read:public")])
def test_a_key_that_may_not_read_restricted_papers_finds_none_on_the_desk(held: Held, scopes: tuple[str, ...]) -> None:
    key = with_key(held.client, held.folder, *scopes)
    assert [one["name"] for one in key.get("/api/v1/uploads").json()] == ["may.md"]
    for one in (held.restricted, held.waiting):
        found, nothing = (key.get(f"/api/v1/uploads/{each}") for each in (one.id, "0123456789ab"))
        assert found.status_code == nothing.status_code == 404
        assert found.text.replace(one.id, "ID") == nothing.text.replace("0123456789ab", "ID")


def test_staff_who_may_not_read_restricted_papers_find_none_on_the_desk(held: Held) -> None:
    staff = signed_in(held.closed, held.folder, "s", "staff")
    assert "may.md" in staff.get("/staff").text
    assert told(staff.get("/staff").text) == []
    for form in ("/staff/uploads/{}", "/staff/uploads/{}/progress", "/staff/uploads/{}/correct?field=date"):
        assert staff.get(form.format(held.restricted.id)).status_code == 404
    for deed in ("publish", "withdraw", "delete", "undo", "correct"):
        replies = [
            staff.post(
                f"/staff/uploads/{one}/{deed}",
                data={"collection": "public", "field": "date", "correction": "1"},
                headers=OURS,
            )
            for one in (held.restricted.id, "0123456789ab")
        ]
        told_of = [(one.status_code, one.text.replace(held.restricted.id, "0123456789ab")) for one in replies]
        assert told_of[0] == told_of[1], deed


def test_no_review_names_a_restricted_document_that_publishing_would_replace(held: Held) -> None:
    mine = held.made.take(PUBLIC.replace("Welcome", "Apologies"), "plimbrook.md")
    held.made.work()
    free, staff = (signed_in(one, held.folder, "s", "staff") for one in (held.client, held.closed))
    assert held.restricted.added[:4] in free.get(f"/staff/uploads/{mine.id}").text
    for client in (staff, with_key(held.client, held.folder, "upload")):
        reply = client.get(f"/staff/uploads/{mine.id}")
        assert reply.status_code == 200
        assert held.restricted.id not in reply.text
    held.made.desk.delete(mine.id, "A Secretary")


def test_who_is_shut_out_is_shown_no_question_or_vote_that_may_name_the_document(held: Held) -> None:
    board, staff = (signed_in(held.client, held.folder, *one) for one in (("b", "board"), ("q", "staff")))
    board.get("/search", params={"q": "did the quorvandle fly to the moon"})
    vote = {"kind": "passage", "about": f"{held.restricted.id}-0123456789", "useful": "yes"}
    assert board.post("/feedback", data=vote, headers=OURS).status_code == 303
    assert held.restricted.id in staff.get("/staff/questions").text
    shut_out(held.folder, "q", frozenset({held.restricted.id}))
    shown = staff.get("/staff/questions").text
    assert told(shown) == []
    assert held.restricted.id not in shown
    assert told(staff.get("/staff").text) == []


def test_who_hands_in_the_bytes_of_a_document_that_they_may_not_see_is_told_nothing_of_it(held: Held) -> None:
    key, before = with_key(held.client, held.folder, "upload"), held.made.desk.upload(held.restricted.id)
    reply = key.post("/api/v1/uploads", files={"file": ("mine.md", SECRET.encode())})
    assert (reply.status_code, reply.json()["name"], reply.json()["by"]) == (201, "mine.md", "program")
    assert (reply.json()["state"], reply.json()["collection"], reply.json()["job"]) == ("unread", "", None)
    assert reply.json()["added"] > held.restricted.added
    assert told(reply.text) == []
    assert held.made.desk.upload(held.restricted.id) == before
