"""The pages of the registers, their files and pictures, over a library in which every register has something."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.registers import COLUMNS
from api.settings import Settings
from ingest.model import Decision
from search.library import Library
from search.searcher import Searcher
from tests.api.stated import ASKED, REPORT, fill
from tests.search.readings import SPAN, bag, entry, minutes, state

POLICIES = "The Committee noted and adopted the set of revised policies."
SHOWN = ("decisions", "actions")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder: Path = tmp_path_factory.mktemp("registers")
    with Library.open(folder / "public", write=True) as library:
        fill(library)
        made = minutes("Audit Committee", "2025-02-05", ("4", "=SUM(A1)", "adopted", POLICIES))
        bought = Decision("5", "<b>Lease</b>", "rejected", "The Committee rejected the lease.", "", "", (SPAN,))
        spans = (replace(SPAN, start=7, end=12),)
        state(library, "audit.md", meetings=(replace(made, decisions=(*made.decisions, replace(bought, spans=spans))),))
        for number, (day, status) in enumerate([("2025-04-10", "Open"), ("2025-05-08", "Closed")]):
            row = entry(REPORT, "2025-01-16", day, "54", status, body="ICB Board")
            state(library, f"log {number}.pdf", log=(row,))
    with Library.open(folder / "public", write=False) as library:
        app = create_app(Settings(library=folder), {"public": Searcher(library, bag())})
        yield TestClient(app, raise_server_exceptions=False)


def shown(site: TestClient, address: str, status: int = 200, **asked: str | int) -> str:
    reply = site.get(address, params=asked)
    assert reply.status_code == status, reply.text
    return reply.text


def test_the_policies_adopted_in_a_month_are_found_by_another_form_of_the_word(site: TestClient) -> None:
    page = shown(site, "/decisions", text="policy", verb="adopted", since="February 2025", until="February 2025")
    assert "1 decision found" in page
    assert POLICIES in page
    assert "0 decisions found" in shown(site, "/decisions", text="policy", since="March 2025")


def test_a_decision_stands_with_its_words_its_meeting_and_its_page(site: TestClient) -> None:
    page = shown(site, "/decisions", text="estates strategy", body="ICB Board")
    assert "The Board approved the estates strategy for 2025." in page
    assert 'href="/meetings/icb-board/2025-01-16"' in page
    assert re.search(r'href="/documents/\w+/pages/1\?at=0-5"', page)
    assert "The minutes were approved by a later meeting." in page
    assert "january.docx" in page


def test_a_recommendation_is_never_listed_as_a_decision(site: TestClient) -> None:
    page = shown(site, "/decisions")
    assert f"<p>{ASKED}</p>" not in page
    assert "A paper had asked for" in page.split(ASKED)[0]
    assert "0 decisions found" in shown(site, "/decisions", text="asked to approve")


def test_unconfirmed_minutes_are_marked_as_draft(site: TestClient) -> None:
    page = shown(site, "/decisions", body="Audit Committee")
    assert "Draft minutes" in page
    assert "Confirmed minutes" not in page.split("Audit Committee, 5 February 2025")[1]


@pytest.mark.parametrize(
    ("register", "asked", "link"),
    [
        ("decisions", {"since": "31 February 2025"}, "#since"),
        ("decisions", {"since": "May 2025", "until": "April 2025"}, "#until"),
        ("decisions", {"verb": "obeyed"}, "#verb"),
        ("decisions", {"year": "last"}, "#year"),
        ("actions", {"as_of": "soon", "sort": "colour"}, "#as_of"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_summary_that_leads_to_its_field(
    site: TestClient, register: str, asked: dict[str, str], link: str
) -> None:
    page = shown(site, f"/{register}", 422, **asked)
    assert "There is a problem" in page
    assert f'href="{link}"' in page
    assert "<title>Error: " in page
    assert f'id="{link[1:]}-error"' in page
    for picture in re.findall(r'(?:src|srcset)="(/charts/[^"]*)"', page):
        assert site.get(picture.replace("&amp;", "&")).status_code == 200
    assert site.get(f"/{register}.csv", params=asked).status_code == 422


@pytest.mark.parametrize("asked", [{"text": "x" * 201}, {"page": "0"}, {"page": "many"}])
@pytest.mark.parametrize("register", SHOWN)
def test_fields_have_bounds(site: TestClient, register: str, asked: dict[str, str]) -> None:
    shown(site, f"/{register}", 422, **asked)


def test_decisions_stand_in_the_order_that_is_asked_for(site: TestClient) -> None:
    def days(sort: str) -> list[str]:
        return re.findall(r'<h2 class="nhsuk-heading-m"><a [^>]*>([^<]*)</a>', shown(site, "/decisions", sort=sort))

    assert days("")[0] == "ICB Board, 13 March 2025"
    assert days("oldest") == list(reversed(days("")))
    assert days("body")[0] == "Audit Committee, 5 February 2025"


def test_a_page_behind_the_last_says_so(site: TestClient) -> None:
    assert "Go to the first page" in shown(site, "/decisions", page=9)


@pytest.mark.parametrize("register", SHOWN)
def test_nothing_found_says_what_to_try(site: TestClient, register: str) -> None:
    page = shown(site, f"/{register}", text="zebra")
    assert "Try fewer words" in page
    assert 'content="noindex"' in page
    assert "<picture>" not in page


def test_each_decision_has_an_address_of_its_own(site: TestClient) -> None:
    page = shown(site, "/decisions", body="Audit Committee", text="lease")
    address = re.findall(r'href="(/decisions/[^"]*)"', page)[0]
    alone = shown(site, address)
    assert "The Committee rejected the lease." in alone
    assert POLICIES not in alone
    assert "&lt;b&gt;Lease&lt;/b&gt;" in alone
    assert f'rel="canonical" href="{address}"' in alone
    shown(site, f"{address}9", 404)
    shown(site, "/decisions/nothing", 422)


def test_an_action_is_followed_over_three_logs(site: TestClient) -> None:
    page = shown(site, "/actions", reference="54")
    assert "1 action found" in page
    address = re.findall(r'href="(/actions/[^"]*)"', page)[0]
    alone = shown(site, address)
    days = re.findall(r"<h3[^>]*>([^<]*)</h3>", alone)
    assert days[-3:] == ["13 March 2025: action log", "10 April 2025: action log", "8 May 2025: action log"]
    assert days[0] == "16 January 2025: minutes"
    assert "Closed" in alone.split("Status")[1][:200]
    shown(site, "/actions/none", 404)


def test_overdue_is_reckoned_on_the_day_that_is_given(site: TestClient) -> None:
    assert "Overdue is reckoned on 1 May 2025" in shown(site, "/actions", as_of="1 May 2025")


@pytest.mark.parametrize("register", ["decisions", "actions", "interests"])
def test_a_file_has_the_columns_of_the_command_and_opens_in_a_spreadsheet(site: TestClient, register: str) -> None:
    reply = site.get(f"/{register}.csv")
    assert reply.headers["content-disposition"] == f'attachment; filename="{register}.csv"'
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS[register]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_a_file_holds_what_its_page_lists(site: TestClient) -> None:
    address = re.findall(r'href="(/decisions\.csv[^"]*)"', shown(site, "/decisions", year="2025", text="policy"))[0]
    rows = list(csv.DictReader(io.StringIO(site.get(address.replace("&amp;", "&")).content.decode("utf-8-sig"))))
    assert [(row["quote"], row["title"]) for row in rows] == [(POLICIES, "'=SUM(A1)")]


@pytest.mark.parametrize("register", SHOWN)
@pytest.mark.parametrize("width", ["wide", "narrow"])
def test_a_chart_is_a_still_picture_that_is_sent_once(site: TestClient, register: str, width: str) -> None:
    reply = site.get(f"/charts/{width}/{register}.svg")
    assert reply.headers["content-type"] == "image/svg+xml"
    for forbidden in ("<script", "<metadata", "<text", "dc:date", 'href="http'):
        assert forbidden not in reply.text
    assert "script-src" not in reply.headers["content-security-policy"]
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; style-src")
    again = site.get(f"/charts/{width}/{register}.svg", headers={"If-None-Match": reply.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    shown(site, f"/charts/{width}/{register}.svg", 404, text="zebra")


def test_a_page_has_its_chart_with_words_and_the_same_figures(site: TestClient) -> None:
    page = shown(site, "/decisions")
    assert 'alt="Bar chart of decisions by body and month, January 2025 to March 2025.' in page
    table = re.sub(r"<[^>]*>|\s+", " ", page.split("Figures of the chart as a table")[1].split("</table>")[0])
    assert "February 2025 Audit Committee 2" in " ".join(table.split())


def test_the_register_may_be_listed_by_search_engines_but_not_a_filter_of_it(site: TestClient) -> None:
    assert 'rel="canonical" href="/decisions"' in shown(site, "/decisions")
    assert 'content="noindex"' in shown(site, "/decisions", verb="noted")
