"""Letters are handed over safely or not at all, by the settings."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from pydantic import SecretStr

from api.digests.mail import Mail, mail_of
from api.digests.post import NoPost, Refused, posting
from api.errors import UnusableArgument
from api.settings import Settings
from tests.mailbox import PASSWORD, USER, Mailbox, running, self_made
from web.keeping.letters import Letter

LETTER = Letter("New – “beds”", "Words\nof a letter", "<p>Words</p>", f"https://papers.example.org/{'a' * 300}")


def mail(box: Mailbox, **more: object) -> Mail:
    given: dict[str, object] = {"mail_host": "127.0.0.1", "mail_port": box.port, "mail_sender": "papers@example.org"}
    given |= {"address": "https://papers.example.org", "service_name": "Papers, of: Ann <x@y.z>"}
    found = mail_of(Settings.model_validate(given | more))
    assert found
    return found


def send(chosen: Mail, to: str = "a@example.org") -> None:
    with posting(chosen) as post:
        post.send(chosen.message(LETTER, to, "<1@example.org>"), to)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return self_made(tmp_path / "mail.pem")


def test_a_letter_has_what_a_mail_program_needs_and_nothing_that_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    with running() as box:
        send(mail(box, mail_security="none"))
        (letter,) = box.to("a@example.org")
    assert letter["List-Unsubscribe"] == f"<{LETTER.stop}>", "a folded or encoded address is none"
    assert letter["From"].addresses[0].addr_spec == "papers@example.org"
    assert letter["From"].addresses[0].display_name == "Papers, of: Ann <x@y.z>"
    assert (letter["Subject"], letter["Auto-Submitted"]) == ("New – “beds”", "auto-generated")
    assert [part.get_content_type() for part in letter.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_starttls_with_a_good_certificate_and_a_password(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with running(certificate, asks=True) as box:
        known = mail(box, mail_user=USER, mail_password=SecretStr(PASSWORD))
        with pytest.raises(NoPost, match="no safe connection"):
            send(known)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        send(known)
        assert box.letters[0][2]
        with pytest.raises(NoPost, match="MINUTEBOOK_MAIL_USER"):
            send(mail(box, mail_user=USER, mail_password=SecretStr("wrong")))


def test_no_letter_goes_where_there_is_no_safe_connection() -> None:
    with running() as box:
        with pytest.raises(NoPost):
            send(mail(box))  # a server without STARTTLS
        with pytest.raises(NoPost):
            send(mail(box, mail_security="tls", mail_seconds=2.0))
        assert box.letters == []
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NoPost, match="reached"):
        send(mail(Mailbox(silent.getsockname()[1]), mail_security="none", mail_seconds=0.2))


def test_the_next_letter_goes_over_a_new_connection_where_one_ended() -> None:
    with running() as box:
        chosen = mail(box, mail_security="none")
        box.refuses["b@example.org"] = 550
        with posting(chosen) as post:
            post.send(chosen.message(LETTER, "a@example.org", "<1@example.org>"), "a@example.org")
            with pytest.raises(Refused):
                post.send(chosen.message(LETTER, "b@example.org", "<2@example.org>"), "b@example.org")
            post.close()
            post.send(chosen.message(LETTER, "c@example.org", "<3@example.org>"), "c@example.org")
        assert [to for to, _, _ in box.letters] == ["a@example.org", "c@example.org"]


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"address": ""}, "MINUTEBOOK_ADDRESS"),
        ({"mail_sender": ""}, "MINUTEBOOK_MAIL_SENDER"),
        ({"mail_sender": "papers"}, "MINUTEBOOK_MAIL_SENDER"),
        ({"mail_security": "none", "mail_password": SecretStr("x"), "mail_host": "mail.example.org"}, "SECURITY"),
    ],
)
def test_settings_that_do_not_fit_are_named(given: dict[str, object], named: str) -> None:
    with pytest.raises(UnusableArgument, match=named):
        mail(Mailbox(25), **given)


def test_no_server_is_no_mail() -> None:
    assert mail_of(Settings()) is None


@pytest.mark.parametrize("subject", ["a\nBcc: b@example.org", "a\r\n\r\nbody"])
def test_no_words_add_a_header(subject: str) -> None:
    chosen = mail(Mailbox(25), mail_security="none")
    with pytest.raises(ValueError, match="Header values may not contain"):
        chosen.message(Letter(subject, "", ""), "a@example.org", "<1@example.org>")
