"""A reader asks for e-mail about decisions, is told of a new one with its place, and stops: by a real mail server."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Page, expect

from tests.board import minutebook
from tests.journeys.audit import Audit
from tests.journeys.served import served
from tests.journeys.test_public import NEW
from tests.mailbox import PASSWORD, USER, Mailbox, running, self_made

ANN = "ann.other@example.org"


@dataclass(frozen=True, slots=True)
class Place:
    """A site that writes to readers, its library and its mail server."""

    address: str
    library: Path
    box: Mailbox


@pytest.fixture
def place(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """The mail server takes letters after STARTTLS, with a certificate of its own, from who knows its password."""
    copy = tmp_path / "library"
    shutil.copytree(library, copy)
    certificate = self_made(tmp_path / "mail.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with running(certificate, asks=True) as box:
        given = {"mail_host": "127.0.0.1", "mail_port": str(box.port), "mail_user": USER, "mail_password": PASSWORD}
        given |= {"mail_sender": "papers@example.org", "service_name": "Board papers of Larkshire"}
        for name, value in given.items():
            monkeypatch.setenv(f"MINUTEBOOK_{name.upper()}", value)
        with served(copy, address="http://127.0.0.1:PORT") as address:
            monkeypatch.setenv("MINUTEBOOK_ADDRESS", address)
            yield Place(address, copy, box)


def test_a_reader_is_told_by_email_of_a_new_decision_and_stops(
    page: Page, audit: Audit, place: Place, tmp_path: Path
) -> None:
    # given a reader of the register of decisions who wants to be told of what is approved
    page.goto(f"{place.address}/decisions")
    page.get_by_label("What was done").select_option("approved")
    page.get_by_role("button", name="Show decisions").click()
    page.get_by_role("link", name="email about new decisions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Keep up with new decisions (approved)")
    audit.everywhere()
    # when they mistype their address, they are told
    page.get_by_label("Your email address").fill("ann.other")
    page.get_by_role("button", name="Send me an email to confirm").click()
    expect(page.get_by_role("alert")).to_contain_text("Enter an email address in the form name@example.org")
    audit.everywhere()
    # when they put it right
    page.get_by_label("Your email address").fill(ANN)
    page.get_by_label("At most once a week").check()
    page.get_by_role("button", name="Send me an email to confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    audit.everywhere()
    # then a letter comes over a connection that nobody can listen to, and its link asks before it does anything
    (letter,) = place.box.to(ANN)
    assert all(safe for _, _, safe in place.box.letters)
    assert "Board papers of Larkshire" in letter["From"]
    page.goto(link(letter, "confirm"))
    audit.everywhere()
    page.get_by_role("button", name="Yes, send me emails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You will get emails")
    audit.everywhere()
    # when a new paper comes and the timer goes off
    place.box.letters.clear()
    (tmp_path / "april.md").write_text(NEW, encoding="utf-8")
    minutebook("ingest", tmp_path / "april.md", library=place.library)
    done = minutebook("digest", library=place.library)
    assert done.stdout.startswith("1 sent")
    assert ANN not in done.stdout + done.stderr
    # then the reader reads the decision with its place, and opens its page
    (letter,) = place.box.to(ANN)
    assert letter["Subject"] == "1 new decision (approved) - Board papers of Larkshire"
    text = said(letter)
    assert "The Board approved free parking for blood donors." in text
    assert "10 April 2025, item 7: Parking at the community hospitals" in text
    page.goto(re.findall(rf"{place.address}/documents/\S+", text)[0])
    expect(page.locator("mark").first).to_contain_text("free parking for blood donors")
    # when they look at what its link does, and their mail program stops the letters
    stop = letter["List-Unsubscribe"].strip("<>")
    page.goto(link(letter, "stop"))
    expect(page.get_by_role("button", name="Stop these emails")).to_be_visible()
    audit.everywhere()
    reply = httpx2.post(stop, data={"List-Unsubscribe": "One-Click"})
    assert reply.status_code == 200
    # then the link says so, and nothing more comes
    page.get_by_role("button", name="Stop these emails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Emails stopped")
    audit.everywhere()
    place.box.letters.clear()
    (tmp_path / "may.md").write_text(NEW.replace("10 April", "15 May").replace("blood", "bone"), encoding="utf-8")
    minutebook("ingest", tmp_path / "may.md", library=place.library)
    assert minutebook("digest", library=place.library).stdout.startswith("0 sent")
    assert place.box.letters == []
    assert ANN.encode() not in (place.library / "service.db").read_bytes()


def said(letter: EmailMessage) -> str:
    """What a letter says as plain text."""
    found = letter.get_body(("plain",))
    assert found
    return str(found.get_content())


def link(letter: EmailMessage, does: str) -> str:
    """The address in a letter that begins or ends letters."""
    found = re.search(rf"\S+/keep-up/{does}/\S+", said(letter))
    assert found
    return found[0]
