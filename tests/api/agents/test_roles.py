"""An agent is shown what its key opens, and what it was given of restricted papers is written down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx2
import pytest
from mcp.shared.exceptions import MCPError

from api.app import create_app
from api.settings import Settings
from search.library import Library
from search.searcher import Searcher
from search.service import audit, shut
from search.service.service import Service
from tests.api.agents.asking import Address, Talk, error_of, talked
from tests.api.identity.conftest import CANARY, SECRET_PAPER
from tests.api.listening import listening
from tests.board import papers
from tests.keyed import keyed
from tests.library import SMALL, take

SEARCH = ("search", {"query": f"the {CANARY} contract"})


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A folder of both libraries, and the address of a server over them."""
    folder, made = tmp_path_factory.mktemp("roles"), tmp_path_factory.mktemp("made")
    take(folder, papers(made / "papers"))
    (made / "part-two.md").write_text(SECRET_PAPER, encoding="utf-8")
    take(made, made / "part-two.md")
    (made / "public").rename(folder / "restricted")
    chosen = Settings(library=folder, rates="")
    with (
        Library.open(folder / "public", write=False) as public,
        Library.open(folder / "restricted", write=False) as restricted,
    ):
        ready = {"public": Searcher(public, SMALL), "restricted": Searcher(restricted, SMALL)}
        with listening(create_app(chosen, ready)) as port:
            yield folder, f"http://127.0.0.1:{port}/mcp"


def log(folder: Path) -> list[tuple[str, str, str]]:
    with Service.open(folder) as service, service.read() as connection:
        assert audit.verify(connection).fault == ""
        return [(one.who, one.deed, one.about) for one in audit.entries(connection)]


def secret(talk: Talk) -> str:
    """The document of the first passage with the canary."""
    passages = talk.replies[0].fields["passages"]
    return str(next(one["citation"]["document"] for one in passages if CANARY in one["text"]))


def test_nobody_is_answered_without_a_key(place: tuple[Path, str]) -> None:
    for key in ("", "Bearer nothing"):
        headers = {"Authorization": key}
        assert isinstance(error_of(partial(talked, Address(place[1], headers))), MCPError)
        reply = httpx2.post(place[1], json={}, headers=headers)
        assert (reply.status_code, reply.headers["WWW-Authenticate"]) == (401, "Bearer")
        assert reply.headers["content-type"] == "application/problem+json"


def test_a_key_for_the_public_library_opens_no_restricted_paper(place: tuple[Path, str]) -> None:
    talk = talked(Address(place[1], keyed(place[0], "read:public")), SEARCH, ("meetings", {}))
    assert talk.replies[0].fields["coverage"]["documents"] == 2
    assert CANARY not in str(talk.replies).replace(SEARCH[1]["query"], "")
    assert "2025-04-10" not in talk.instructions


def test_what_a_key_is_given_of_restricted_papers_is_logged_before_it_is_sent(place: tuple[Path, str]) -> None:
    folder, url = place
    key = keyed(folder, "read:public", "read:restricted")
    before = len(log(folder))
    talk = talked(Address(url, key), SEARCH)
    document = secret(talk)
    refused = ("page", {"document": document, "page": 99})
    talked(Address(url, key), ("page", {"document": document, "page": 1}), refused)
    lines = log(folder)[before:]
    assert [(deed, about) for _, deed, about in lines] == [
        ("read", "/mcp search"),
        ("read", f"/mcp page: document {document}, page 1"),
    ]
    assert CANARY not in str(lines)
    assert all(who.startswith("key:") for who, _, _ in lines)


def test_a_key_that_is_shut_out_of_a_document_is_told_nothing_of_it(place: tuple[Path, str]) -> None:
    folder, url = place
    key = keyed(folder)
    document = secret(talked(Address(url, key), SEARCH))
    who = next(one for one, _, _ in reversed(log(folder)))
    with Service.open(folder) as service, service.change() as connection:
        shut.shut(connection, who, document, "a clerk")
    talk = talked(Address(url, key), SEARCH, ("page", {"document": document, "page": 1}))
    assert CANARY not in str(talk.replies[0].fields["passages"])
    assert talk.replies[0].fields["coverage"]["documents"] == 2
    assert talk.replies[1].text == f"there is no document {document} here"
