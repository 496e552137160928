"""Nobody learns from any route that there are papers which they may not see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from api.app import create_app
from tests.leaks.addresses import ROWS, routed, values
from tests.leaks.matrix import AGENT, Cell, body_of, cells
from tests.leaks.papers import CANARIES, told
from tests.leaks.readers import House, settings

PUBLIC = "anybody at a public server"
SHOWN = (
    "/search?q=quorvandlo+trondavish",
    "/decisions",
    "/actions",
    "/interests",
    "/meetings",
    "/decisions.csv",
    "/sitemap.xml",
    "/feeds/decisions.atom",
    "/feeds/search.atom?q=beds",
    "/api/v1/glossary",
    "/api/v1/people",
    "/api/v1/facets",
    "/api/v1/search?q=vexillark&k=50",
)
CLOSED = ("anybody at a server of both", "a key that is over")


@pytest.fixture(scope="module")
def done(house: House) -> list[Cell]:
    held = values(house.knowing, house.reader(PUBLIC).here, house.folders)
    return list(cells(house, held, every=False))


def every_route(house: House) -> Iterator[str]:
    """The routes of a server on which people sign in, and of the site that staff see there."""
    app = house.knowing.app
    assert isinstance(app, FastAPI)
    yield from routed(app)
    public = house.reader(PUBLIC).here.app
    assert isinstance(public, FastAPI)
    yield from routed(public)
    yield from routed(create_app(settings(house.folders.whole, False, staff=True), {}))
    yield from (f"{method} /api/v1/uploads" for method in ("GET", "POST"))


def test_every_route_has_a_row_and_every_row_a_route(house: House) -> None:
    known, rows = set(every_route(house)), {row for row in ROWS if "(none)" not in row}
    assert known - rows == set(), "a route that is not in tests/leaks/addresses.py"
    assert {row for row in rows - known if "/api/v1/uploads/{upload}" not in row} == set()


def test_no_reply_differs_from_that_of_a_server_without_the_secret_papers(done: list[Cell]) -> None:
    assert [cell for cell in done if cell.fault] == []
    assert len(done) > 400


def test_the_matrix_would_see_a_leak(house: House, done: list[Cell]) -> None:
    """Most is answered to who may read something, nothing to who may not, and secrets to who may read them."""
    for reader in house.readers:
        mine = [cell for cell in done if cell.reader == reader.name]
        answered = sum(cell.told for cell in mine) / len(mine)
        assert answered < 0.75 if reader.name in CLOSED else answered > 0.5, (reader.name, answered)
    seen = [told(house.knowing.get(address).text) for address in SHOWN]
    assert all(seen)
    assert {word for found in seen for word in found} == set(CANARIES)


def test_what_is_on_the_desk_and_what_agents_ask_for_is_told_to_who_may_know_it(house: House) -> None:
    """Else these rows would be the same for everybody, whatever leaked."""
    handed = house.folders.handed
    for more in ("", "/correct?field=date"):
        assert "file" in told(house.knowing.get(f"/staff/uploads/{handed}{more}").text)
    assert house.knowing.get(f"/staff/uploads/{handed}/progress").status_code == 200
    for row in ("/mcp?tool=search&text=quorvandlo", "/mcp?tool=answer&text=trondavis", "/mcp?tool=decisions&text=beds"):
        reply = house.knowing.post(row, headers=AGENT, **body_of("POST", row))
        assert reply.status_code == 200
        assert told(reply.text), row
