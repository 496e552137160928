"""A site that writes to readers, over a library in this process, and the mail server that it writes by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from shutil import copytree

import pytest
from fastapi.testclient import TestClient

from api.app import create_app, letters
from api.digests.asking import send_requests
from api.digests.mail import mail_of
from api.digests.run import Round, Tally
from api.settings import Settings
from search.service.service import Service
from tests.board import papers
from tests.library import searcher, take
from tests.mailbox import Mailbox, running

ADDRESS = "https://papers.example.org"
OURS = {"Origin": ADDRESS, "Sec-Fetch-Site": "same-origin"}
MAY = """# Minutes of the Part I Board Meeting

Held on 15 May 2025 at 10.00 am in the Town Hall

## 5. Car parking

Resolved: The Board approved the car parking policy.
"""


@dataclass(frozen=True, slots=True)
class Office:
    """A site, its mailbox, and what its runs said."""

    settings: Settings
    site: TestClient
    box: Mailbox
    said: list[str] = field(default_factory=list)

    def ask(self, address: str = "ann@example.org", topic: str = "decisions", often: str = "daily") -> int:
        """Ask for letters by the form; the status of the reply."""
        form = {"topic": topic, "address": address, "often": often}
        return self.site.post("/keep-up", data=form, headers=OURS, follow_redirects=False).status_code

    def follow(self, address: str = "ann@example.org", topic: str = "decisions", often: str = "daily") -> None:
        """Ask for letters and confirm it."""
        before = sum(one == address for one, _, _ in self.box.letters)
        assert self.ask(address, topic, often) == 303
        path = link(self.box.to(address, before + 1)[-1])
        assert self.site.post(path, headers=OURS).status_code == 200
        self.box.letters.clear()

    def add(self, text: str = MAY, name: str = "2025-05-board.md") -> None:
        """Put another paper into the public library."""
        folder = self.settings.library / "papers"
        (folder / name).write_text(text, encoding="utf-8")
        take(self.settings.library, folder)

    def round(self, service: Service) -> Round:
        """A run that has not begun."""
        mail = mail_of(self.settings)
        assert mail
        return Round(service, mail, letters(self.settings, searcher(self.settings.library)), self.said.append)

    def run(self) -> Tally:
        """One run."""
        with Service.open(self.settings.library) as service:
            turn = self.round(service)
            send_requests(service, turn.mail, turn.writer, self.said.append)
            return turn.go()


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of papers and their library, to be copied."""
    folder = tmp_path_factory.mktemp("before")
    take(folder, papers(folder / "papers"))
    return folder


@pytest.fixture
def office(before: Path, tmp_path: Path) -> Iterator[Office]:
    copytree(before, tmp_path, dirs_exist_ok=True)
    with running() as box:
        given = {"mail_host": "127.0.0.1", "mail_port": box.port, "mail_security": "none"}
        given |= {"library": tmp_path, "address": ADDRESS, "mail_sender": "papers@example.org", "rates": ""}
        chosen = Settings.model_validate(given)
        app = create_app(chosen, {"public": searcher(tmp_path)})
        yield Office(chosen, TestClient(app, base_url=ADDRESS), box)


def link(letter: EmailMessage) -> str:
    """The path of the link in a letter that begins or ends letters."""
    text = letter.get_body(("plain",))
    assert text
    found = re.search(rf"{ADDRESS}(/keep-up/(?:confirm|stop)/[\w.-]+)", text.get_content())
    assert found, text.get_content()
    return found[1]
