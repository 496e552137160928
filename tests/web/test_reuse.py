from __future__ import annotations

from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.headers import POLICY
from api.settings import Settings
from web import reuse
from web.reuse import ReusePage
from web.site import Site

ORIGIN = "https://www.example.org"


def served(embedders: str = "") -> TestClient:
    return TestClient(create_app(Settings(embedders=embedders, organisation_name="Example Board"), {}))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_only_the_sites_that_are_named_may_frame_the_search_box() -> None:
    policy = served(f"{ORIGIN}, http://intranet.example").get("/embed").headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors {ORIGIN} http://intranet.example")
    assert served().get("/embed").headers["content-security-policy"].endswith("frame-ancestors 'none'")


def test_no_other_page_may_be_framed_by_them() -> None:
    site = served(ORIGIN)
    for address in ("/about", "/reuse", "/nowhere", "/static/minutebook.js"):
        assert "frame-ancestors 'none'" in site.get(address).headers["content-security-policy"]


def test_the_frames_policy_is_that_of_every_page_but_for_who_may_frame_it() -> None:
    assert reuse.POLICY == POLICY


def test_the_search_box_in_a_frame_opens_results_in_the_whole_window() -> None:
    tags = Tags(served(ORIGIN).get("/embed").text).found
    form = next(values for tag, values in tags if tag == "form")
    assert (form["action"], form["target"], form["method"]) == ("/search", "_top", "get")
    assert not [values for tag, values in tags if tag in ("script", "style") or "style" in values]


def test_the_script_may_be_loaded_by_any_site_and_writes_no_html_and_no_style() -> None:
    reply = served().get("/embed.js")
    assert reply.headers["content-type"].startswith("text/javascript")
    assert reply.headers["cross-origin-resource-policy"] == "cross-origin"
    assert served().get("/static/minutebook.js").headers["cross-origin-resource-policy"] == "same-origin"
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", ".style", "fetch("):
        assert word not in reply.text


def test_the_page_says_which_sites_may_or_which_setting_lets_them() -> None:
    assert ORIGIN in served(ORIGIN).get("/reuse").text
    assert "MINUTEBOOK_EMBEDDERS" in served().get("/reuse").text


@pytest.mark.parametrize("base", ["https://papers.example.org/board", 'http://"><script>'])
def test_the_code_to_be_copied_holds_whole_addresses_and_nothing_else(base: str) -> None:
    page = ReusePage(Site(), base)
    script = Tags(page.script.text).found[-1]
    assert script == ("script", {"src": f"{base}/embed.js", "defer": None})
    assert dict(Tags(page.frame.text).found)["iframe"]["src"] == f"{base}/embed"
    assert dict(Tags(page.form.text).found)["form"]["action"] == f"{base}/search"
    assert len(Tags(page.frame.text).found) == 1
