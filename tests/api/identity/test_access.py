"""What each role, each key and who is shut out may see and do."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from search.model import Upload
from search.service import sessions, shut
from search.service.service import Service
from tests.api.identity.conftest import ADDRESS, CANARY, Place
from tests.keyed import keyed
from tests.staff import office

OURS = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
PAGES = ("/", "/search?q=contract", "/meetings", "/decisions", "/actions", "/interests", "/feeds", "/decisions.csv")
READS = ("/search?q=contract", "/answer?q=contract", "/documents", "/meetings", "/decisions", "/glossary", "/facets")
EVERY = (*PAGES, *(f"/api/v1{one}" for one in READS), "/api/v1/openapi.json", "/staff", "/robots.txt", "/nothing")


def key(place: Place, *scopes: str, days: float = 1) -> dict[str, str]:
    """The header of a new key."""
    return keyed(place.settings.library, *scopes, days=days)


def shut_out(place: Place, subject: str, document: str) -> None:
    with Service.open(place.settings.library) as service, service.change() as connection:
        shut.shut(connection, subject, document, "clerk")


def test_a_server_with_a_restricted_library_answers_nobody_unsigned(place: Place) -> None:
    browser = place.browser()
    for address in (*EVERY, f"/api/v1/documents/{place.secret}/file", f"/documents/{place.secret}/pages/1"):
        reply = browser.get(address)
        assert reply.status_code in (303, 401), address
        assert reply.headers.get("location", "/sign-in").startswith("/sign-in"), address
        assert CANARY not in reply.text
        assert (reply.status_code == 401) == address.startswith("/api/"), address
        assert browser.head(address).status_code in (303, 401, 405), address
        assert browser.post(address, headers=OURS).status_code == 401, address
    for address in ("/healthz", "/readyz", "/static/minutebook.js", "/brand.css"):
        assert browser.get(address).status_code == 200, address


def test_without_sign_in_a_restricted_library_is_for_programs_with_a_key(place: Place) -> None:
    alone = replace(place, settings=place.settings.model_copy(update={"oidc_issuer": "", "staff": False}))
    browser = alone.browser()
    assert browser.get("/").status_code == 401
    assert browser.get("/sign-in").status_code == 404
    found = browser.get("/api/v1/search?q=contract", headers=key(place, "read:restricted")).json()
    assert CANARY in str(found)


def test_each_role_sees_what_the_settings_say(place: Place) -> None:
    for group, staff in (("g-board", 404), ("g-staff", 200), ("g-admin", 200)):
        browser = place.signed_in(place.browser(), group)
        assert browser.get(f"/documents/{place.secret}/pages/1").status_code == 200
        assert browser.get("/staff").status_code == staff, group
        assert ('href="/staff"' in browser.get("/").text) == (staff == 200), group


def test_a_role_that_may_not_read_the_restricted_library_never_learns_of_it(place: Place) -> None:
    closed = replace(place, settings=place.settings.model_copy(update={"readers_restricted": "administrator"}))
    signed, public = closed.signed_in(closed.browser(), "g-board"), place.browser("public")
    for address in (*(f"/api/v1{one}" for one in READS), "/api/v1/search?q=zyzzogetan", "/api/v1/answer?q=ZYZ"):
        assert signed.get(address).json() == public.get(address).json(), address
    for address in (f"/documents/{place.secret}/pages/1", f"/api/v1/documents/{place.secret}/file"):
        assert (signed.get(address).status_code, CANARY in signed.get(address).text) == (404, False)


def test_who_is_shut_out_of_a_document_finds_it_nowhere(place: Place) -> None:
    barred = place.signed_in(place.browser(), "g-staff", subject="p7")
    shut_out(place, "p7", place.secret)
    other = place.signed_in(place.browser(), "g-staff")
    for address in PAGES:
        assert CANARY not in barred.get(address).text, address
    for address in (
        *READS,
        "/search?q=zyzzogetan",
        "/search?q=ZYZ",
        "/answer?q=zyzzogetan%20contract",
        "/people",
        "/timeline?q=contract",
    ):
        assert CANARY not in barred.get(f"/api/v1{address}").text, address
    for address in (f"/documents/{place.secret}/pages/1", f"/api/v1/documents/{place.secret}/file"):
        assert [each.get(address).status_code for each in (barred, other)] == [404, 200], address
    held = [one["id"] for one in barred.get("/api/v1/documents").json()]
    assert (place.secret in held, len(held)) == (False, 2)


def test_what_changes_in_a_library_is_seen_by_who_is_shut_out_of_something_else(place: Place) -> None:
    barred = place.signed_in(place.browser(), "g-board", subject="p7")
    shut_out(place, "p7", place.secret)
    assert len(barred.get("/api/v1/documents").json()) == 2
    with office(place.settings.library) as made:
        made.published(
            "# Minutes of the Private Board Meeting\n\nHeld on 1 May 2025\n\n## 1. Welcome\n\nHello.\n",
            "may.md",
            "restricted",
        )
    assert {one["name"] for one in barred.get("/api/v1/documents").json()} == {
        "2025-01-board.md",
        "2025-03-board.md",
        "may.md",
    }


OPENED = {
    ("read:public",): (True, False),
    ("read:restricted",): (False, True),
    ("read:public", "read:restricted"): (True, True),
    ("upload",): (False, False),
}


def test_a_key_opens_what_its_scopes_say(place: Place) -> None:
    browser = place.browser()
    for scopes, opened in OPENED.items():
        reply = browser.get("/api/v1/documents", headers=key(place, *scopes))
        names = [one["name"] for one in reply.json()] if reply.status_code == 200 else []
        assert ("2025-01-board.md" in names, "part-two.md" in names) == opened, scopes


def test_a_key_that_is_over_revoked_or_wrong_opens_nothing(place: Place) -> None:
    browser = place.browser()
    good, over = key(place, "read:public"), key(place, "read:public", days=-0.001)
    assert browser.get("/api/v1/documents", headers=good).status_code == 200
    for dead in (over, {"Authorization": "Bearer nothing"}, {"Authorization": "Bearer "}):
        reply = browser.get("/api/v1/documents", headers=dead)
        assert (reply.status_code, reply.headers["www-authenticate"]) == (401, "Bearer")
    place.change("UPDATE api_keys SET revoked = ?", sessions.later(0))
    assert browser.get("/api/v1/documents", headers=good).status_code == 401
    refused = [(one.who, one.about) for one in place.log() if one.deed == "refused"]
    assert refused == [("key:2", "/api"), ("", "/api"), ("key:1", "/api")]  # of what was made up once a minute


def handed_in(place: Place, browser: TestClient, name: str = "new.md") -> Upload:
    """A file handed in through the browser and read."""
    sent = browser.post(
        "/staff/uploads",
        files={"file": (name, b"# Minutes\n\nHeld on 1 May 2025\n")},
        data={"who": "Forged"},
        headers=OURS,
    )
    assert sent.status_code == 303, sent.text
    with office(place.settings.library) as made:
        made.work()
        return next(one for one in made.desk.uploads() if one.name == name)


def test_what_staff_do_is_recorded_as_theirs_whatever_name_they_give(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-staff", subject="p3")
    assert "Your name" not in browser.get("/staff").text
    upload = handed_in(place, browser)
    assert upload.who == "Person p3"
    sent = browser.post(
        f"/staff/uploads/{upload.id}/publish", data={"collection": "restricted", "who": "Forged"}, headers=OURS
    )
    assert sent.status_code == 303
    done = [(entry.who, entry.name, entry.deed, entry.about) for entry in place.log() if entry.about == upload.id]
    assert done == [("p3", "Person p3", "upload", upload.id), ("p3", "Person p3", "publish", upload.id)]


def test_a_role_does_on_the_staff_side_what_it_may_and_no_more(place: Place) -> None:
    given = {"uploaders": "board", "publishers_public": "administrator", "publishers_restricted": "staff"}
    there = replace(place, settings=place.settings.model_copy(update=given))
    board, staff = (there.signed_in(there.browser(), group, subject=group) for group in ("g-board", "g-staff"))
    upload = handed_in(place, board)
    publish = f"/staff/uploads/{upload.id}/publish"
    assert board.post(publish, data={"collection": "restricted"}, headers=OURS).status_code == 403
    assert staff.post("/staff/uploads", files={"file": ("x.md", b"# A")}, headers=OURS).status_code == 403
    assert staff.post(publish, data={"collection": "public"}, headers=OURS).status_code == 403
    assert staff.post(f"/staff/uploads/{upload.id}/delete", headers=OURS).status_code == 403
    assert staff.post(publish, data={"collection": "restricted"}, headers=OURS).status_code == 303
    refused = [(entry.who, entry.about) for entry in place.log() if entry.deed == "refused"]
    assert refused == [
        ("g-board", publish),
        ("g-staff", "/staff/uploads"),
        ("g-staff", publish),
        ("g-staff", f"/staff/uploads/{upload.id}/delete"),
    ]


def test_staff_who_are_shut_out_of_a_document_do_not_find_it_among_the_uploads(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-staff", subject="p7")
    upload = handed_in(place, browser, "conflicted.md")
    shut_out(place, "p7", upload.id)
    assert "conflicted.md" not in browser.get("/staff").text
    assert browser.get(f"/staff/uploads/{upload.id}").status_code == 404
    assert (
        browser.post(f"/staff/uploads/{upload.id}/publish", data={"collection": "public"}, headers=OURS).status_code
        == 404
    )


def test_what_is_read_and_taken_away_of_a_restricted_library_is_in_the_log_and_no_question_is(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-board", subject="p3")
    browser.get("/search?q=a-secret-question")
    browser.get("/decisions.csv")
    browser.get(f"/api/v1/documents/{place.secret}/file")
    browser.get("/nothing")
    log = [(entry.deed, entry.about) for entry in place.log() if entry.who == "p3"]
    assert log == [
        ("sign-in", "/sign-in"),
        ("read", "/search"),
        ("export", "/decisions.csv"),
        ("export", f"/api/v1/documents/{place.secret}/file"),
    ]
    assert "a-secret-question" not in str(place.log())


def test_what_the_public_reads_is_in_no_log(place: Place) -> None:
    browser = place.browser("public")
    for address in EVERY:
        browser.get(address)
    assert place.log() == []


def test_no_cache_may_share_what_somebody_signed_in_was_shown(place: Place) -> None:
    browser = place.signed_in(place.browser(), "g-staff")
    for address in (*PAGES, *(f"/api/v1{one}" for one in READS), f"/api/v1/documents/{place.secret}/file", "/account"):
        reply = browser.get(address)
        assert reply.headers["cache-control"].startswith(("private", "no-store")), address
        assert {"Cookie", "Authorization"} <= set(reply.headers["vary"].replace(",", " ").split()), address
    assert "Cookie" in place.browser("public").get("/").headers["vary"]


def test_a_program_hands_in_and_publishes_what_its_scopes_allow(place: Place) -> None:
    browser = place.browser()
    upload, publish = key(place, "upload"), key(place, "publish", "read:restricted")
    file = {"file": ("new.md", b"# Minutes\n\nHeld on 1 May 2025\n")}
    assert browser.post("/api/v1/uploads", files=file).status_code == 401
    assert browser.post("/api/v1/uploads", files=file, headers=publish).status_code == 403
    taken = browser.post("/api/v1/uploads", files=file, headers=upload)
    assert (taken.status_code, taken.json()["by"], taken.json()["state"]) == (201, "program", "unread")
    address = f"/api/v1/uploads/{taken.json()['id']}"
    with office(place.settings.library) as made:
        made.work()
    assert browser.get(address, headers=upload).json()["state"] == "read"
    asked = {"collection": "restricted"}
    assert browser.post(f"{address}/publish", json=asked, headers=upload).status_code == 403
    assert browser.post(f"{address}/publish", json={"collection": "public"}, headers=publish).status_code == 403
    assert browser.post(f"{address}/withdraw", headers=publish).status_code == 409
    assert browser.post(f"{address}/publish", json=asked, headers=publish).status_code == 202
    with office(place.settings.library) as made:
        made.work()
    found = browser.get("/api/v1/documents", headers=key(place, "read:restricted")).json()
    assert "new.md" in [one["name"] for one in found]
    done = [(entry.who, entry.deed) for entry in place.log() if entry.about == taken.json()["id"]]
    assert done == [("key:1", "upload"), ("key:2", "publish")]
    assert browser.get("/api/v1/uploads", headers=key(place, "read:public")).status_code == 404
