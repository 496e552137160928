"""What waits on the desk, and what readers leave behind, is for those who may see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.intake import Intake, Watch
from api.walk import Candidate
from ingest.model import Correction
from search.library import Library
from search.model import Upload
from search.service import audit
from search.service.service import Service
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


@pytest.mark.parametrize(
    ("scopes", "names"), [(("upload",), []), (("upload", "read:public"), []), (("publish", "read:public"), ["may.md"])]
)
def test_a_key_that_may_not_read_restricted_papers_finds_none_on_the_desk(
    held: Held, scopes: tuple[str, ...], names: list[str]
) -> None:
    key = with_key(held.client, held.folder, *scopes)
    assert [one["name"] for one in key.get("/api/v1/uploads").json()] == names
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
    reply = staff.get(f"/staff/uploads/{mine.id}")
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


def withdrawn(made: Office, text: str) -> str:
    """Was restricted, and is nowhere now."""
    upload = made.published(text, "plimbrook-2.md", "restricted")
    made.desk.withdraw(upload.id, "A Secretary")
    made.work()
    return upload.id


def cancelled(made: Office, text: str) -> str:
    """Was to be restricted, and was withdrawn before it was."""
    upload = made.take(text, "plimbrook-2.md")
    made.work()
    made.desk.publish(upload.id, "restricted", "A Secretary")
    made.desk.withdraw(upload.id, "A Secretary")
    made.work()
    return upload.id


def failed(made: Office, text: str) -> str:
    """Was to be restricted, and could not be."""
    upload = made.take(text, "plimbrook-2.md")
    made.work()
    (made.settings.library / "uploads" / upload.sha256).unlink()
    made.desk.publish(upload.id, "restricted", "A Secretary")
    made.work()
    assert made.desk.upload(upload.id).upload.reason
    return upload.id


def marked(made: Office, text: str) -> str:
    """Says itself that it is not for everybody, and was given no place."""
    upload = made.take(text.replace("# Minutes", "CONFIDENTIAL\n\n# Confidential minutes"), "plimbrook-2.md")
    made.work()
    found = made.desk.upload(upload.id).review
    assert found
    assert [one.kind for one in found.warnings] == ["marked"]
    return upload.id


def noted(made: Office, text: str) -> str:
    """Was said to be restricted, and was given no place."""
    upload = made.take(text, "plimbrook-2.md")
    made.work()
    made.desk.correct(upload.id, Correction("visibility", "", "restricted", who="A Secretary"))
    return upload.id


@pytest.mark.parametrize("come_to", [withdrawn, cancelled, failed, marked, noted])
def test_what_was_or_should_be_restricted_once_stays_so_on_the_desk(
    held: Held, come_to: Callable[[Office, str], str]
) -> None:
    upload = come_to(held.made, SECRET.replace("million", f"million {come_to.__name__}"))
    knowing, staff = (signed_in(one, held.folder, "s", "staff") for one in (held.client, held.closed))
    assert "file" in told(knowing.get(f"/staff/uploads/{upload}").text)
    assert told(staff.get("/staff").text) == []
    for more in ("", "/progress", "/correct?field=date"):
        assert staff.get(f"/staff/uploads/{upload}{more}").status_code == 404
    for scopes in (("upload",), ("publish", "read:public")):
        key = with_key(held.client, held.folder, *scopes)
        assert told(key.get("/api/v1/uploads").text) == []
        assert key.get(f"/api/v1/uploads/{upload}").status_code == 404
    held.made.desk.delete(upload, "A Secretary")


def test_what_everybody_can_read_again_is_on_the_desk_again(held: Held) -> None:
    upload = withdrawn(held.made, PUBLIC.replace("Welcome", "Minutes"))
    staff = signed_in(held.closed, held.folder, "s", "staff")
    assert staff.get(f"/staff/uploads/{upload}").status_code == 404
    held.made.desk.publish(upload, "public", "A Secretary")
    held.made.work()
    assert staff.get(f"/staff/uploads/{upload}").status_code == 200
    held.made.desk.withdraw(upload, "A Secretary")
    held.made.work()
    held.made.desk.delete(upload, "A Secretary")


def test_a_key_that_may_only_hand_in_finds_what_it_handed_in_and_no_more(held: Held) -> None:
    here, other = (with_key(held.client, held.folder, "upload") for _ in range(2))
    made = here.post("/api/v1/uploads", files={"file": ("june.md", PUBLIC.replace("May", "June").encode())}).json()
    assert [one["name"] for one in here.get("/api/v1/uploads").json()] == ["june.md"]
    assert here.get(f"/api/v1/uploads/{made['id']}").status_code == 200
    assert other.get("/api/v1/uploads").json() == []
    assert other.get(f"/api/v1/uploads/{made['id']}").status_code == 404
    held.made.desk.delete(made["id"], "A Secretary")


def test_no_key_opens_a_page_of_the_staff_side(held: Held) -> None:
    key = with_key(held.client, held.folder, "read:public", "read:restricted", "upload", "publish")
    mine = held.made.take(PUBLIC.replace("Welcome", "Greeting"), "greeting.md")
    held.made.work()
    assert key.get(f"/api/v1/uploads/{mine.id}").status_code == 200
    for address in ("/staff", "/staff/questions", f"/staff/uploads/{mine.id}", "/staff/precedents"):
        assert key.get(address).status_code == 404, address
    assert key.post(f"/staff/uploads/{mine.id}/delete", headers=OURS).status_code == 404
    held.made.desk.delete(mine.id, "A Secretary")


def test_who_looks_at_a_restricted_upload_is_in_the_log_where_only_the_public_library_is_served(held: Held) -> None:
    with ExitStack() as stack:
        client = server(stack, settings(held.folder, True), ("public",), SMALL)
        staff = signed_in(client, held.folder, "looking", "staff")
        for address in ("/staff", f"/staff/uploads/{held.restricted.id}"):
            assert staff.get(address).status_code == 200
        assert staff.post(f"/staff/uploads/{held.restricted.id}/publish", headers=OURS).status_code == 422
        assert staff.get("/decisions").status_code == 200
    with Service.open(held.folder) as service, service.read() as connection:
        found = [(one.deed, one.about) for one in audit.entries(connection) if one.who == "looking"]
    one = f"/staff/uploads/{held.restricted.id}"
    assert found == [("read", "/staff"), ("read", one), ("read", f"{one}/publish")]


def test_who_is_shut_out_of_a_document_cannot_take_its_place_with_a_file_of_its_name(held: Held) -> None:
    """It was ingested by command, so that nothing on the desk has its name."""
    secret = SECRET.replace("million", "billion")
    (held.folder / "plimbrook-3.md").write_text(secret, encoding="utf-8")
    library = held.made.settings.model_copy(update={"collection": "restricted"})
    with Library.open(library.folder("restricted"), write=True) as opened:
        (taken,) = Intake(opened, SMALL, library).take(
            [Candidate(held.folder / "plimbrook-3.md", "plimbrook-3.md", "/papers/plimbrook-3.md")], Watch()
        )
    assert taken.document
    barred = signed_in(held.client, held.folder, "barred", "staff")
    shut_out(held.folder, "barred", frozenset({taken.document.id}))
    mine = held.made.take(SECRET.replace("million", "thousand million"), "plimbrook-3.md")
    held.made.work()
    page = barred.get(f"/staff/uploads/{mine.id}")
    assert page.status_code == 200
    assert taken.document.id not in page.text
    form = {"collection": "restricted"}
    assert barred.post(f"/staff/uploads/{mine.id}/publish", data=form, headers=OURS).status_code == 303
    held.made.work()
    current = {one.id for one in held.made.held("restricted") if one.status == "current"}
    assert {taken.document.id, mine.id} <= current
