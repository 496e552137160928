"""A draft is there for its writer alone, and its precedents are of papers that its writer may see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.leaks.papers import told
from tests.leaks.readers import HOST, House, another, shut_out, signed_in, with_key

OURS = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
ASKED = "The Committee is asked to approve a contract of £3 million for community beds."
PAGES = ("", "/results", "/basket")
NEVER = "0123456789abcdef"
FORMS = ("", "/choose", "/basket", "/delete")


@contextmanager
def begun(client: TestClient, text: str = ASKED) -> Iterator[str]:
    """The id of a draft, which is deleted afterwards."""
    reply = client.post("/staff/precedents", data={"text": text}, files={"other": ("", b"")}, headers=OURS)
    assert reply.status_code == 303, reply.text
    draft = str(reply.headers["location"]).rpartition("/")[2]
    yield draft
    client.post(f"/staff/precedents/{draft}/delete", headers=OURS)


def chosen(client: TestClient, draft: str, matter: str) -> int:
    """The status of putting a matter into a basket."""
    return client.post(f"/staff/precedents/{draft}/choose", data={"matter": matter}, headers=OURS).status_code


def written(client: TestClient, draft: str, more: str) -> str:
    """A page of a draft without what no two drafts have in common."""
    reply = client.get(f"/staff/precedents/{draft}{more}")
    assert reply.status_code == 200
    return reply.text.replace(draft, "DRAFT")


def secret_matter(page: str) -> str:
    """The address of the first matter on a page of results that tells of secret papers."""
    article = next(one for one in page.split("<article")[1:] if told(one))
    return str(re.findall(r'name="matter" value="([^"]+)"', article)[0])


def test_precedents_are_those_of_a_server_without_the_papers_that_a_writer_may_not_see(house: House) -> None:
    reader = house.reader("staff shut out of them")
    with begun(reader.here) as here, begun(reader.there) as there, begun(house.knowing) as knowing:
        for more in PAGES:
            mine = written(reader.here, here, more)
            assert mine == written(reader.there, there, more)
            assert told(mine) == []
        page = written(house.knowing, knowing, "/results")
        assert {"body", "decision"} <= set(told(page))
        for matter in (secret_matter(page), "0123456789ab-1-5"):
            assert chosen(reader.here, here, matter) == chosen(reader.there, there, matter) == 404


def test_a_chosen_matter_is_gone_for_who_is_shut_out_of_its_paper(house: House) -> None:
    writer = signed_in(house.knowing, house.folders.whole, "a writer", "staff")
    with begun(writer) as draft:
        assert chosen(writer, draft, secret_matter(written(writer, draft, "/results"))) == 303
        assert "decision" in told(written(writer, draft, "/basket"))
        shut_out(house.folders.whole, "a writer", house.folders.secrets)
        page = written(writer, draft, "/basket")
        assert "no longer here" in page
        assert told(page) == []
        for form in ("docx", "md", "csl.json"):
            file = writer.post(f"/staff/precedents/{draft}/basket", data={"do": form}, headers=OURS)
            assert told(file.text) == []


def test_another_persons_draft_is_as_one_that_never_was(house: House) -> None:
    with begun(house.knowing) as mine:
        assert house.knowing.get(f"/staff/precedents/{mine}").status_code == 200
        for other in (
            signed_in(house.knowing, house.folders.whole, "another writer", "staff"),
            signed_in(house.knowing, house.folders.whole, "a member", "board"),
            with_key(house.knowing, house.folders.whole, "read:restricted"),
            another(house.knowing),
        ):
            for method, forms in (("GET", PAGES), ("POST", FORMS)):
                for more in forms:
                    found, never = (asked(other, method, f"{draft}{more}") for draft in (mine, NEVER))
                    assert found.status_code == never.status_code >= 300
                    assert found.text.replace(mine, "DRAFT") == never.text.replace(NEVER, "DRAFT")
        assert house.knowing.get(f"/staff/precedents/{mine}").status_code == 200


def asked(client: TestClient, method: str, address: str) -> Response:
    """A page of a draft, or a form sent to it that would be right for a draft of one's own."""
    fields = {"title": "a", "matter": "0123456789ab-1-5", "do": "docx"} if method == "POST" else None
    headers = OURS if method == "POST" else {}
    return client.request(method, f"/staff/precedents/{address}", headers=headers, data=fields)
