from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import get_args

import pytest
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import UnusableArgument
from api.limits.bodies import Bodies
from api.limits.gate import Gate, Turns
from api.limits.kinds import Kind
from api.limits.rates import rates_of
from api.problems import problem
from api.settings import Settings
from search.service import keys
from search.service.service import Service
from tests.api.listening import listening

EMBEDDER = "https://www.example.org"


def site(settings: Settings, host: str = "192.0.2.1") -> TestClient:
    return TestClient(create_app(settings, {}), client=(host, 50_000))


def test_a_client_that_asks_too_often_is_told_when_to_come_back(tmp_path: Path) -> None:
    here = site(Settings(library=tmp_path, rates="questions=3", embedders=EMBEDDER))
    replies = [here.get("/api/v1/passages/x/similar", headers={"Origin": EMBEDDER}) for _ in range(4)]
    assert [reply.status_code for reply in replies] == [404, 404, 404, 429]
    assert [reply.headers["RateLimit"].partition(";t=")[0] for reply in replies] == [
        f'"questions";r={left}' for left in (2, 1, 0, 0)
    ]
    last = replies[-1]
    assert last.headers["RateLimit-Policy"] == '"questions";q=3;w=60'
    assert last.headers["content-type"] == "application/problem+json"
    assert 1 <= int(last.headers["Retry-After"]) <= 120
    assert last.headers["Content-Security-Policy"]
    assert last.headers["Access-Control-Allow-Origin"] == EMBEDDER
    assert here.get("/search").status_code == 429  # the page costs the same
    assert here.get("/about").status_code == 200  # another kind


def test_as_shipped_every_kind_but_what_is_free_is_limited() -> None:
    shipped = rates_of(Settings.model_fields["rates"].default)
    assert set(shipped) == set(get_args(Kind)) - {"free"}
    assert min(shipped.values()) >= 5


def test_a_person_who_asks_too_often_sees_a_page(tmp_path: Path) -> None:
    here = site(Settings(library=tmp_path, rates="pages=1"))
    here.get("/about")
    reply = here.get("/about")
    assert (reply.status_code, reply.headers["content-type"]) == (429, "text/html; charset=utf-8")
    assert "Nothing is wrong with what you asked for" in reply.text


@pytest.mark.parametrize("address", ["/healthz", "/readyz", "/static/minutebook.js", "/brand.css", "/metrics"])
def test_what_watches_the_site_and_what_a_page_loads_is_never_counted(tmp_path: Path, address: str) -> None:
    here = site(Settings(library=tmp_path, rates="pages=1", at_once=1, queue=0), "127.0.0.1")
    for _ in range(3):
        reply = here.get(address)
        assert (reply.status_code, reply.headers.get("RateLimit")) == (200, None)


def test_clients_are_counted_apart_and_a_household_of_ipv6_as_one(tmp_path: Path) -> None:
    app = create_app(Settings(library=tmp_path, rates="pages=1"), {})

    def status(host: str) -> int:
        return TestClient(app, client=(host, 1)).get("/about").status_code

    hosts = ["192.0.2.1", "192.0.2.2", "::ffff:192.0.2.1", "2001:db8::1", "2001:db8::2:1", "2001:db8:0:1::1"]
    assert [status(host) for host in hosts] == [200, 200, 429, 200, 429, 200]


def forwarded(proxies: str, peer: str, *chain: str) -> str:
    """Who a request counts for: the address that a proxy's word leads to."""
    app = create_app(Settings(proxies=proxies), {})
    seen: list[str] = []

    @app.get("/seen")
    def whose(request: Request) -> None:
        seen.append(request.client.host if request.client else "")

    TestClient(app, client=(peer, 1)).get("/seen", headers=[("X-Forwarded-For", each) for each in chain])
    return seen[0]


def test_nobodys_word_on_an_address_is_taken_without_the_setting() -> None:
    assert forwarded("", "127.0.0.1", "192.0.2.9") == "127.0.0.1"
    assert forwarded("10.0.0.1", "10.0.0.2", "192.0.2.9") == "10.0.0.2"


@pytest.mark.parametrize(
    ("chain", "found"),
    [
        (("192.0.2.9",), "192.0.2.9"),
        (("203.0.113.5, 192.0.2.9",), "192.0.2.9"),  # the client wrote the first itself
        (("203.0.113.5", "192.0.2.9, 10.0.0.7"), "192.0.2.9"),
        (("127.0.0.1, 192.0.2.9, 10.0.0.7",), "192.0.2.9"),
        (("192.0.2.9:4711",), "192.0.2.9"),
        (("[2001:db8::1]:4711",), "2001:db8::1"),
        ((), "10.0.0.1"),
    ],
)
def test_an_address_is_taken_from_the_right_through_proxies_that_are_trusted(
    chain: tuple[str, ...], found: str
) -> None:
    assert forwarded("10.0.0.0/24", "10.0.0.1", *chain) == found
    assert forwarded("10.0.0.0/24", "::ffff:10.0.0.1", *chain) in (found, f"::ffff:{found}")


@pytest.mark.parametrize("proxies", ["*", "proxy.example", "10.0.0.1/24", "10.0.0.0/24 10.0.1.0/24"])
def test_a_setting_that_names_no_address_is_refused(proxies: str) -> None:
    with pytest.raises(UnusableArgument, match="MINUTEBOOK_PROXIES"):
        create_app(Settings(proxies=proxies), {})


def test_a_program_is_counted_by_its_key_and_a_made_up_key_gives_nothing(tmp_path: Path) -> None:
    chosen = Settings(library=tmp_path, rates="pages=1", staff=True)
    with Service.open(tmp_path) as service, service.change() as connection:
        _, key = keys.make(connection, "reports", ["read:public"], 1)
    here = site(chosen)
    assert [here.get("/about").status_code for _ in range(2)] == [200, 429]
    made_up = [here.get("/about", headers={"Authorization": f"Bearer mbk_{n}"}).status_code for n in range(2)]
    assert made_up == [429, 429]
    with_key = [here.get("/about", headers={"Authorization": f"bearer {key}"}).status_code for _ in range(2)]
    assert with_key == [200, 429]


@pytest.fixture
def slow() -> Iterator[tuple[FastAPI, Event, Event, Gate]]:
    """An application with one place, a queue of one, and a route that works until it is let go."""
    app, begun, let_go, gate = FastAPI(), Event(), Event(), Gate(1, 1, 0.5)

    @app.get("/meetings")
    def work() -> str:
        begun.set()
        let_go.wait(5)
        return "done"

    @app.post("/feedback")
    async def send(request: Request) -> str:
        return str(len(await request.body()))

    def refuse(request: Request, status: int, detail: str, headers: dict[str, str]) -> Response:
        return problem(status, detail, headers)

    app.add_middleware(Turns, gates={"pages": gate, "forms": gate}, refuse=refuse, told=lambda reason: None)
    app.add_middleware(Bodies, most=100, refuse=refuse, patience=0.5)
    yield app, begun, let_go, gate
    let_go.set()


def test_what_cannot_be_worked_on_waits_and_what_cannot_wait_is_refused(
    slow: tuple[FastAPI, Event, Event, Gate],
) -> None:
    app, begun, let_go, gate = slow
    with TestClient(app) as client, ThreadPoolExecutor(4) as pool:
        working = pool.submit(client.get, "/meetings")
        assert begun.wait(5)
        waiting = pool.submit(client.get, "/meetings")
        while not gate.queued:
            pass
        refused = client.get("/meetings")
        assert (refused.status_code, refused.headers["Retry-After"]) == (503, "3")
        assert waiting.result(5).status_code == 503  # after half a second
        later = pool.submit(client.get, "/meetings")
        let_go.set()
        assert (working.result(5).status_code, later.result(5).status_code) == (200, 200)
    assert (gate.working, gate.queued) == (0, 0)


def test_a_form_takes_its_place_when_it_is_there_whole(slow: tuple[FastAPI, Event, Event, Gate]) -> None:
    app, begun, let_go, gate = slow
    with TestClient(app) as client, ThreadPoolExecutor(2) as pool:
        pool.submit(client.get, "/meetings")
        assert begun.wait(5)
        reply = client.post("/feedback", content=b"x" * 10)
        assert (reply.status_code, reply.headers["Retry-After"]) == (503, "3")
        let_go.set()
    with TestClient(app) as client:
        assert client.post("/feedback", content=b"x" * 10).json() == "10"
    assert (gate.working, gate.queued) == (0, 0)


def test_what_holds_too_much_is_refused_whether_it_says_so_or_not(slow: tuple[FastAPI, Event, Event, Gate]) -> None:
    with TestClient(slow[0]) as client:
        assert client.post("/feedback", content=b"x" * 101).status_code == 413
        assert client.post("/feedback", content=iter([b"x" * 60, b"x" * 60])).status_code == 413
        assert client.post("/feedback", content=iter([b"x" * 50, b"x" * 50])).json() == "100"


def test_only_a_form_with_a_file_may_be_as_large_as_a_file() -> None:
    app = FastAPI()

    @app.post("/feedback")
    async def send(request: Request) -> str:
        return str(len(await request.body()))

    app.add_middleware(Bodies, most=400, refuse=lambda request, status, *_: problem(status, "too much"), plain=50)
    with TestClient(app) as client:
        assert client.post("/feedback", json="x" * 60).status_code == 413
        assert client.post("/feedback", content=iter([b"x" * 30] * 2)).status_code == 413
        assert client.post("/feedback", files={"file": b"x" * 60}).status_code == 200


def test_a_form_that_trickles_in_is_given_up_and_holds_no_place(slow: tuple[FastAPI, Event, Event, Gate]) -> None:
    app, _, _, gate = slow
    with listening(app) as port, socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(b"POST /feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nhalf")
        assert gate.working == 0
        assert line.recv(4096).startswith(b"HTTP/1.1 408 ")
