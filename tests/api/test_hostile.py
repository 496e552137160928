"""No query, whatever it holds, gives an error, a slow answer or a page that it has a hand in."""

from __future__ import annotations

from html.parser import HTMLParser
from time import process_time
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, example, given, settings

from search.understand.letters import plain as letters
from tests.api.hostile import LONG, QUERIES

SLOW = 2.0  # seconds of this process's own time: what else runs on the machine does not count
ADDRESSES = ("/search", "/api/v1/search", "/api/v1/answer")
# Words whose pages have, between them, every element that a page of results may have.
PLAIN = (
    *("", "zebra", "what does AC mean", "was the estates strategy rejected", "who is Ann Other", "1 2025 AND"),
    *('"winter funding" at the January board', "estatse strategy", "what was decided in 2019", "a" * 200),
)
HOSTILE = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Parsed(HTMLParser):
    """The names of a page's elements and attributes, and what stands in the search box."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.box: str | None = None
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if ("type", "search") in attrs:
            self.box = dict(attrs).get("value") or ""


def got(site: TestClient, address: str, query: str) -> tuple[int, str]:
    """The status and text of a reply that was not slow. A half of a surrogate pair is sent as its three bytes."""
    began = process_time()
    reply = site.get(f"{address}?q={quote(query, safe='', errors='surrogatepass')}", follow_redirects=False)
    spent = process_time() - began
    assert spent < SLOW, f"{address} took {spent:.1f} s"
    return reply.status_code, reply.text


def arrived(query: str) -> str:
    """The query as the server reads it."""
    return query.encode("utf-8", "surrogatepass").decode("utf-8", "replace").strip()


def harmless(page: str, query: str, plain: Parsed) -> bool:
    """Whether the page is made as that of plain words and shows the query, in the letters that it is read in."""
    parsed = Parsed(page)
    same = parsed.elements <= plain.elements and parsed.attributes <= plain.attributes
    return same and parsed.box == letters(arrived(query))


@pytest.fixture(scope="module")
def plain(filled: TestClient) -> Parsed:
    """The pages of an answer and of a refusal as ordinary words give them."""
    page = Parsed(got(filled, "/search", "what was decided on the estates strategy")[1])
    for words in PLAIN:
        other = Parsed(got(filled, "/search", words)[1])
        page.elements |= other.elements
        page.attributes |= other.attributes
    return page


@given(query=QUERIES)
@example(query="NEAR(")
@example(query='"')
@example(query="*")
@example(query="col:")
@example(query="\x00")
@example(query="\ud800\udc00\udfff")
@example(query="\u202e\u2067beds")
@example(query="<script>alert(1)</script>")
@HOSTILE
def test_any_query_is_answered_or_refused_in_time(filled: TestClient, query: str) -> None:
    for address in ADDRESSES[1:]:
        assert got(filled, address, query)[0] == 200


@given(query=QUERIES)
@example(query="</title><script>alert(1)</script>")
@example(query="\" onfocus=alert(1) x='")
@example(query="&lt;script&gt;")
@HOSTILE
def test_a_page_holds_the_query_as_text_and_no_element_or_attribute_of_it(
    filled: TestClient, plain: Parsed, query: str
) -> None:
    status, page = got(filled, "/search", query)
    assert status == 200
    assert harmless(page, query, plain)


@pytest.mark.parametrize("kind", LONG)
def test_5000_characters_of_any_kind_are_answered_or_refused_in_time(
    filled: TestClient, plain: Parsed, kind: str
) -> None:
    query = LONG[kind]
    status, page = got(filled, "/search", query)
    assert status == 200
    assert harmless(page, query, plain)
    assert [got(filled, address, query)[0] for address in ADDRESSES[1:]] == [200, 200]


@pytest.mark.parametrize("address", ADDRESSES)
def test_one_character_more_is_refused(filled: TestClient, address: str) -> None:
    status, page = got(filled, address, LONG["markup"] + "<")
    assert status == 422
    assert "<script>alert" not in page
