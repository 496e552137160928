"""A server over a public and a restricted library, and a provider that signs people in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

import httpx2
import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from api.app import create_app
from api.settings import Settings
from search.library import Library
from search.searcher import Searcher
from search.service import audit
from search.service.access import Entry
from search.service.service import Service
from tests.board import papers
from tests.library import SMALL, take
from tests.provider import CLIENT, SECRET, Provider, running

ADDRESS = "https://papers.example.org"
GROUPS = "g-board=board, g-staff=staff, g-admin=administrator"
CANARY = "zyzzogeton"
SECRET_PAPER = f"""# Minutes of the Private Board Meeting

Held on 10 April 2025 at 10.00 am in the Town Hall

## 5. The {CANARY} contract

Resolved: The Board approved the {CANARY} contract (ZYZ) for £3 million.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """The settings of a server, its provider and the id of the restricted paper."""

    settings: Settings
    provider: Provider
    secret: str

    def browser(self, *collections: str, raises: bool = True) -> TestClient:
        """A browser at a server over these collections, both where none is named."""
        ready = {
            name: Searcher(Library.open(self.settings.folder(name), write=False), SMALL)
            for name in collections or ("public", "restricted")
        }
        app = create_app(self.settings, ready)
        return TestClient(app, base_url=ADDRESS, follow_redirects=False, raise_server_exceptions=raises)

    def came_back(self, browser: TestClient, address: str = "/sign-in") -> str:
        """Where the provider sends a browser that begins to sign in at an address."""
        begun = browser.get(address)
        assert begun.status_code in (302, 303), begun.text
        with httpx2.Client() as outside:
            sent = outside.get(begun.headers["location"])
        back = urlsplit(sent.headers["location"])
        assert f"{back.scheme}://{back.netloc}" == ADDRESS
        return f"{back.path}?{back.query}"

    def signed_in(self, browser: TestClient, *groups: str, subject: str = "p1") -> TestClient:
        """The browser, signed in as a member of these groups."""
        self.provider.claims = {"sub": subject, "name": f"Person {subject}", "groups": list(groups)}
        reply = browser.get(self.came_back(browser))
        assert reply.status_code == 303, reply.text
        return browser

    def log(self) -> list[Entry]:
        """The audit log, which must be whole."""
        with Service.open(self.settings.library) as service, service.read() as connection:
            assert audit.verify(connection).fault == ""
            return list(audit.entries(connection))

    def change(self, statement: str, *values: str) -> None:
        """Something changed in service.db."""
        with Service.open(self.settings.library) as service, service.change() as connection:
            connection.exec_driver_sql(statement, values)


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    with running() as made:
        yield made


@pytest.fixture(scope="session")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with both libraries, for tests to copy, and the id of the restricted paper."""
    folder = tmp_path_factory.mktemp("libraries")
    made = tmp_path_factory.mktemp("made")
    take(folder, papers(made / "papers"))
    (made / "part-two.md").write_text(SECRET_PAPER, encoding="utf-8")
    taken = take(made, made / "part-two.md")
    assert taken[0].document
    (made / "public").rename(folder / "restricted")
    Service.open(folder).close()  # made once for all
    return folder, taken[0].document.id


@pytest.fixture
def place(tmp_path: Path, libraries: tuple[Path, str], provider: Provider) -> Place:
    folder, secret = libraries
    provider.reset()
    copytree(folder, tmp_path, dirs_exist_ok=True)
    settings = Settings(
        library=tmp_path,
        address=ADDRESS,
        staff=True,
        oidc_issuer=provider.issuer,
        oidc_client_id=CLIENT,
        oidc_client_secret=SecretStr(SECRET),
        oidc_groups=GROUPS,
    )
    return Place(settings, provider, secret)
