"""Where no mail server is named there is nothing of e-mail; and where there is, no log names an address."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.cli import run
from api.journal import journal
from api.settings import Settings
from search.service.service import Service
from tests.api.digests.conftest import ADDRESS, OURS, Office, link
from tests.library import searcher

FORM = {"topic": "decisions", "address": "ann@example.org", "often": "daily"}
PAGES = ("/decisions", "/actions", "/timeline?text=estates", "/search?q=estates", "/reuse", "/privacy")


def site(office: Office, out: io.StringIO, **more: object) -> TestClient:
    """The office's site with other settings."""
    chosen = Settings.model_validate(office.settings.model_dump() | more)
    return TestClient(create_app(chosen, {"public": searcher(chosen.library)}, log=journal(out)), base_url=ADDRESS)


def test_without_a_mail_server_nothing_is_offered(office: Office) -> None:
    without, told = site(office, io.StringIO(), mail_host=""), [office.site.get(path).text for path in PAGES]
    for path, text in zip(PAGES, told, strict=True):
        plain = without.get(path).text
        assert "keep-up" not in plain, path
        assert "ask for emails" not in plain
        assert "keep-up" in text or path in ("/reuse", "/privacy"), path
    assert "If you ask for emails" in told[-1]
    for path in ("/keep-up/decisions", "/keep-up/sent", "/keep-up/stop/1.x"):
        assert without.get(path).status_code == 404
    assert without.post("/keep-up", data=FORM, headers=OURS).status_code == 404


def test_where_both_libraries_are_served_nothing_is_offered(office: Office) -> None:
    both = create_app(office.settings, {name: searcher(office.settings.library) for name in ("public", "restricted")})
    assert TestClient(both, base_url=ADDRESS).get("/keep-up/decisions").status_code == 401


def test_where_people_sign_in_everybody_may_follow_what_everybody_may_read(office: Office) -> None:
    given = {"oidc_issuer": "http://127.0.0.1:9", "oidc_client_id": "minutebook", "oidc_groups": "a=board"}
    client = site(office, io.StringIO(), **given)
    assert client.get("/keep-up/decisions").status_code == 200
    assert client.post("/keep-up", data=FORM, headers=OURS, follow_redirects=False).status_code == 303
    path = link(office.box.to("ann@example.org")[0])
    assert client.post(path, headers=OURS).status_code == 200


def test_no_log_names_an_address_or_a_link_and_one_client_asks_a_few_times(office: Office) -> None:
    out = io.StringIO()
    client = site(office, out, log="requests", rates="letters=3")
    sent = [client.post("/keep-up", data=FORM, headers=OURS, follow_redirects=False).status_code for _ in range(4)]
    assert sent == [303, 303, 303, 429]
    path = link(office.box.letters[0][1] if office.box.letters else office.box.to("ann@example.org")[0])
    client.get(path)
    client.post(path, headers=OURS)
    client.get("/keep-up/decisions?text=flumperdinky")
    assert "/keep-up" in out.getvalue()
    for secret in ("ann", "example.org", path.rpartition("/")[2], "flumperdinky"):
        assert secret not in out.getvalue()


def test_forms_that_are_none_are_refused(office: Office) -> None:
    for form in ({}, FORM | {"topic": "nothing"}, FORM | {"often": "hourly"}, FORM | {"topic": "item?text="}):
        assert office.site.post("/keep-up", data=form, headers=OURS).status_code == 422
    for path in ("/keep-up/nothing", "/keep-up/item", "/keep-up/decisions?since=soon"):
        assert office.site.get(path).status_code == 422
    assert office.site.post("/keep-up/stop/1.x", data={"x": "y"}).status_code == 422
    assert office.site.post("/keep-up/stop/1.x", data={"List-Unsubscribe": "Later"}).status_code == 422


def test_the_command_forgets_an_address_and_says_what_is_missing(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    library = ["--library", str(office.settings.library)]
    office.follow("Ann.Other@example.org")
    assert run(["digest", "--forget", "ann.other@EXAMPLE.org", *library]) == 0
    assert run(["digest", "--forget", "ann.other@example.org", *library]) == 0
    assert capsys.readouterr().out == "1 subscription deleted\n0 subscriptions deleted\n"
    with Service.open(office.settings.library) as service, service.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM subscriptions").scalar() == 0
    assert run(["digest", *library]) == 2
    assert "MINUTEBOOK_MAIL_HOST" in capsys.readouterr().err
    assert run(["digest", "--forget", "a@example.org", "--library", str(tmp_path / "nowhere")]) == 3
