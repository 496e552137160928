"""What is done with papers that somebody may not see changes nothing that they are told, the state of it included."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from pathlib import Path
from shutil import copytree

from fastapi.testclient import TestClient

from search.address import document_id
from search.apart import Apart
from search.library import Library
from tests.leaks.papers import Folders
from tests.leaks.readers import BOTH, PUBLIC, House, server, settings, shut_out, signed_in, with_key
from tests.search.readings import put

TODAY = "The quorvandle of today."
TOLD = ("/feeds/decisions.atom", "/feeds/search.atom?q=beds", "/sitemap.xml", "/decisions.csv", "/api/v1/facets")


def test_what_is_done_with_unseen_papers_changes_no_validator(house: House, tmp_path: Path) -> None:
    folders = house.folders
    copytree(folders.whole, tmp_path, dirs_exist_ok=True)
    with ExitStack() as stack:
        public = server(stack, settings(tmp_path, False), PUBLIC)
        both = server(stack, settings(tmp_path, True), BOTH)
        key = with_key(both, tmp_path, "read:public")
        barred = signed_in(both, tmp_path, "shut", "board")
        knowing = signed_in(both, tmp_path, "free", "board")
        new = signed_in(both, tmp_path, "new", "board")
        with Library.open(tmp_path / "restricted", write=True) as library:
            shut_out(tmp_path, "new", frozenset({document_id(hashlib.sha256(TODAY.encode()).hexdigest())}))
            first = validators(new)
            added = put(library, TODAY, path="/papers/today.pdf", content=TODAY.encode())
            shut_out(tmp_path, "shut", folders.secrets | {added.id})
            assert validators(new) == first  # also where there was nothing yet to be shut out of
            before = {name: validators(each) for name, each in readers(public, key, barred, knowing).items()}
            put(library, "The quorvandle of tomorrow.", path="/papers/today.pdf")  # takes the place of the one before
            after = {name: validators(each) for name, each in readers(public, key, barred, knowing).items()}
        for name in ("public", "key", "barred"):
            assert before[name] == after[name], name
            assert all(again(each) for each in (public, key, barred)), name
        assert before["knowing"] != after["knowing"]
        old, everybody = {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, (public, key, barred, knowing)
        assert ["last-modified" in each.get("/sitemap.xml").headers for each in everybody] == [
            True,
            False,
            False,
            False,
        ]
        assert [each.get("/sitemap.xml", headers=old).status_code for each in everybody] == [304, 200, 200, 200]


def test_a_copy_is_in_the_state_of_a_library_that_never_had_the_papers(house: House) -> None:
    folders: Folders = house.folders
    with (
        Apart(folders.whole / "restricted", folders.secrets) as apart,
        Apart(folders.never / "restricted", ()) as never,
        Apart(folders.never / "restricted", {never.documents()[0].id}) as less,
    ):
        assert apart.state == never.state != less.state


def readers(public: TestClient, key: TestClient, barred: TestClient, knowing: TestClient) -> dict[str, TestClient]:
    return {"public": public, "key": key, "barred": barred, "knowing": knowing}


def validators(client: TestClient) -> list[tuple[str | None, str | None]]:
    """ETag and Last-Modified of what has them."""
    headers = [client.get(address).headers for address in TOLD]
    return [(one.get("etag"), one.get("last-modified")) for one in headers]


def again(client: TestClient) -> bool:
    """Whether a program that has everything is told that it does."""
    tag = client.get("/sitemap.xml").headers["etag"]
    return client.get("/sitemap.xml", headers={"If-None-Match": tag}).status_code == 304
