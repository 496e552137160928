"""What is asked of every route: the rows of the matrix, and what stands in the places of their addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.leaks.papers import CANARIES, SECRET_DAY, Folders

# A place in braces is filled with each of its values; see Values.
NARROWED = ("body={body}", "year={year}", "presenter={person}", "kind=decision")
QUESTIONS = ("q={question}", *(f"q=estates+strategy&{one}" for one in NARROWED))
REGISTER = ("", "?body={body}", "?text={word}")
PEOPLE = ("?person={person}",)
STATES = ("?status=draft", "?status=confirmed")
DAYS = ("?since={day}", "?until={day}")

ROWS: dict[str, tuple[str, ...]] = {
    "GET /": ("/",),
    "GET /about": ("/about",),
    "GET /accessibility": ("/accessibility",),
    "GET /privacy": ("/privacy",),
    "GET /reuse": ("/reuse",),
    "GET /report": ("/report", "/report?page=/documents/{document}/pages/1"),
    "GET /search": (
        "/search",
        *(f"/search?{one}" for one in QUESTIONS),
        "/search?q={question}&sort=date",
        "/search?q={question}&drop=abbreviation:QVX",
        "/search?q=estates+strategy&page=2",
    ),
    "GET /similar/{passage}": ("/similar/{passage}",),
    "GET /meetings": ("/meetings", "/meetings?body={body}", "/meetings?year={year}", "/meetings?page=2"),
    "GET /meetings/{body}/{day}": ("/meetings/{meeting}",),
    "GET /timeline": ("/timeline", "/timeline?text={word}", "/timeline?text=estates&body={body}"),
    "GET /interests": ("/interests", "/interests?person={person}", "/interests?body={body}"),
    "GET /decisions": tuple(f"/decisions{one}" for one in (*REGISTER, *PEOPLE, *STATES, *DAYS)),
    "GET /decisions/{decision}": ("/decisions/{decision}",),
    "GET /actions": tuple(
        f"/actions{one}" for one in (*REGISTER, "?owner={person}", "?status=open", "?status=closed", *DAYS)
    ),
    "GET /actions/{action}": ("/actions/{action}",),
    "GET /charts/{width}/decisions.svg": ("/charts/wide/decisions.svg", "/charts/narrow/decisions.svg?body={body}"),
    "GET /charts/{width}/actions.svg": ("/charts/wide/actions.svg", "/charts/narrow/actions.svg?body={body}"),
    "GET /decisions.csv": tuple(f"/decisions.csv{one}" for one in REGISTER),
    "GET /actions.csv": tuple(f"/actions.csv{one}" for one in REGISTER),
    "GET /interests.csv": ("/interests.csv", "/interests.csv?person={person}"),
    "GET /documents/{document}": ("/documents/{document}",),
    "GET /documents/{document}/pages": ("/documents/{document}/pages?page=1", "/documents/{document}/pages?page=ii"),
    "GET /documents/{document}/pages/{number}": (
        "/documents/{document}/pages/1",
        "/documents/{document}/pages/2?passage={passage}",
        "/documents/{document}/pages/999",
        "/documents/{document}/pages/1?at=0-20",
    ),
    "GET /feedback/thanks": ("/feedback/thanks", "/feedback/thanks?back=/documents/{document}"),
    "GET /sitemap.xml": ("/sitemap.xml",),
    "GET /sitemaps/{number}.xml": ("/sitemaps/1.xml", "/sitemaps/2.xml"),
    "GET /opensearch.xml": ("/opensearch.xml",),
    "GET /robots.txt": ("/robots.txt",),
    "GET /data": ("/data",),
    "GET /data/{file}": (
        *("/data/meetings.csv", "/data/decisions.csv", "/data/actions.csv", "/data/interests.csv", "/data/bodies.csv"),
        *("/data/people.jsonl", "/data/documents.jsonl", "/data/recommendations.jsonl", "/data/items.jsonl"),
        *("/data/datapackage.json", "/data/nothing.csv"),
    ),
    "GET /embed": ("/embed",),
    "GET /embed.js": ("/embed.js",),
    "GET /brand.css": ("/brand.css",),
    "GET /healthz": ("/healthz",),
    "GET /readyz": ("/readyz",),
    "GET /metrics": ("/metrics",),
    "GET /feeds/decisions.atom": tuple(f"/feeds/decisions.atom{one}" for one in (*REGISTER, *PEOPLE, *STATES)),
    "GET /feeds/actions.atom": tuple(f"/feeds/actions.atom{one}" for one in (*REGISTER, "?owner={person}", *DAYS)),
    "GET /feeds/overdue.atom": tuple(f"/feeds/overdue.atom{one}" for one in (*REGISTER, "?owner={person}")),
    "GET /feeds/item.atom": ("/feeds/item.atom?text={word}", "/feeds/item.atom?text=estates&body={body}"),
    "GET /keep-up/{kind}": (
        *(
            "/keep-up/decisions",
            "/keep-up/decisions?body={body}",
            "/keep-up/actions?owner={person}",
            "/keep-up/overdue",
        ),
        *("/keep-up/item?text={word}", "/keep-up/search?q={question}", "/keep-up/nothing"),
    ),
    "GET /keep-up/sent": ("/keep-up/sent",),
    "POST /keep-up": ("/keep-up",),
    "GET /keep-up/confirm/{token}": ("/keep-up/confirm/{document}",),
    "POST /keep-up/confirm/{token}": ("/keep-up/confirm/{document}",),
    "GET /keep-up/stop/{token}": ("/keep-up/stop/1.{document}",),
    "POST /keep-up/stop/{token}": ("/keep-up/stop/1.{document}",),
    "GET /feeds/search.atom": tuple(f"/feeds/search.atom?{one}" for one in QUESTIONS),
    "GET /api/v1/openapi.json": ("/api/v1/openapi.json",),
    "HEAD /api/v1/openapi.json": ("/api/v1/openapi.json",),
    "GET /api/v1/search": (
        *(f"/api/v1/search?{one}" for one in QUESTIONS),
        "/api/v1/search?q={question}&sort=date&k=50",
        "/api/v1/search?q={question}&drop=body:{body}",
        "/api/v1/search?q=beds&offset=3",
        "/api/v1/search?q=",
    ),
    "GET /api/v1/answer": (*(f"/api/v1/answer?{one}" for one in QUESTIONS), "/api/v1/answer?q=beds&k=nothing"),
    "GET /api/v1/answer/stream": tuple(f"/api/v1/answer/stream?{one}" for one in QUESTIONS[:2]),
    "GET /api/v1/facets": ("/api/v1/facets",),
    "GET /api/v1/examples": ("/api/v1/examples",),
    "GET /api/v1/passages/{passage}/similar": ("/api/v1/passages/{passage}/similar?k=20",),
    "GET /api/v1/meetings": tuple(f"/api/v1/meetings{one}" for one in (*REGISTER, *PEOPLE, *STATES, *DAYS)),
    "GET /api/v1/decisions": tuple(f"/api/v1/decisions{one}" for one in (*REGISTER, *PEOPLE, *STATES, *DAYS)),
    "GET /api/v1/actions": tuple(
        f"/api/v1/actions{one}"
        for one in (*REGISTER, "?owner={person}", "?reference={word}", "?status=closed", "?status=open", "?as_of={day}")
    ),
    "GET /api/v1/interests": tuple(f"/api/v1/interests{one}" for one in (*REGISTER, *PEOPLE)),
    "GET /api/v1/declarations": tuple(f"/api/v1/declarations{one}" for one in (*REGISTER, *PEOPLE)),
    "GET /api/v1/papers": tuple(f"/api/v1/papers{one}" for one in (*REGISTER, *PEOPLE)),
    "GET /api/v1/people": tuple(f"/api/v1/people{one}" for one in (*REGISTER, *PEOPLE)),
    "GET /api/v1/glossary": tuple(f"/api/v1/glossary{one}" for one in REGISTER),
    "GET /api/v1/timeline": ("/api/v1/timeline?text={word}", "/api/v1/timeline?text=estates+strategy"),
    # what is asked stands in the address as well, so that it is known what the request itself names
    "POST /api/v1/precedents": ("/api/v1/precedents?text={question}", "/api/v1/precedents?text={body}&k=50"),
    "GET /api/v1/matters/{address}": ("/api/v1/matters/{decision}",),
    "GET /api/v1/documents": ("/api/v1/documents",),
    "GET /api/v1/documents/{document}": ("/api/v1/documents/{document}",),
    "GET /api/v1/documents/{document}/pages/{number}.png": (
        "/api/v1/documents/{document}/pages/1.png?scale=0.5",
        "/api/v1/documents/{document}/pages/1.png?passage={passage}&scale=0.25",
    ),
    "GET /api/v1/documents/{document}/pages/{number}": (
        "/api/v1/documents/{document}/pages/1",
        "/api/v1/documents/{document}/pages/1?passage={passage}",
        "/api/v1/documents/{document}/pages/999",
    ),
    "GET /api/v1/documents/{document}/file": (
        "/api/v1/documents/{document}/file",
        "/api/v1/documents/{document}/file?download=true",
    ),
    "POST /feedback": ("/feedback",),
    "GET /sign-in": ("/sign-in", "/sign-in?next=/documents/{document}"),
    "GET /sign-in/callback": ("/sign-in/callback?code=x&state={document}",),
    "GET /account": ("/account",),
    "POST /mcp": tuple(f"/mcp?tool={one}&text={{question}}" for one in ("search", "answer", "decisions")),
    "POST /sign-out": ("/sign-out",),
    "POST /sign-out/everywhere": ("/sign-out/everywhere",),
    "GET /staff": ("/staff",),
    "GET /staff/questions": ("/staff/questions",),
    "POST /staff/uploads": ("/staff/uploads",),
    "GET /staff/uploads/{upload}": ("/staff/uploads/{document}",),
    "GET /staff/uploads/{upload}/progress": ("/staff/uploads/{document}/progress",),
    "GET /staff/uploads/{upload}/correct": ("/staff/uploads/{document}/correct?field=date",),
    "POST /staff/uploads/{upload}/correct": ("/staff/uploads/{document}/correct",),
    "POST /staff/uploads/{upload}/undo": ("/staff/uploads/{document}/undo",),
    "POST /staff/uploads/{upload}/publish": ("/staff/uploads/{document}/publish",),
    "POST /staff/uploads/{upload}/withdraw": ("/staff/uploads/{document}/withdraw",),
    "POST /staff/uploads/{upload}/delete": ("/staff/uploads/{document}/delete",),
    "GET /staff/precedents": ("/staff/precedents",),
    "POST /staff/precedents": ("/staff/precedents",),
    "GET /staff/precedents/{draft}": ("/staff/precedents/{document}",),
    "POST /staff/precedents/{draft}": ("/staff/precedents/{document}",),
    "GET /staff/precedents/{draft}/results": ("/staff/precedents/{document}/results",),
    "POST /staff/precedents/{draft}/choose": ("/staff/precedents/{document}/choose",),
    "GET /staff/precedents/{draft}/basket": ("/staff/precedents/{document}/basket",),
    "POST /staff/precedents/{draft}/basket": ("/staff/precedents/{document}/basket",),
    "POST /staff/precedents/{draft}/delete": ("/staff/precedents/{document}/delete",),
    "GET /api/v1/uploads": ("/api/v1/uploads",),
    "POST /api/v1/uploads": ("/api/v1/uploads",),
    "GET /api/v1/uploads/{upload}": ("/api/v1/uploads/{document}",),
    "POST /api/v1/uploads/{upload}/publish": ("/api/v1/uploads/{document}/publish",),
    "POST /api/v1/uploads/{upload}/withdraw": ("/api/v1/uploads/{document}/withdraw",),
    "MOUNT /static": ("/static/minutebook.js", "/static/{document}", "/static/../restricted/library.db"),
    # addresses that no route has
    "GET (none)": ("/nothing", "/api/v1/nothing/{document}", "/restricted/library.db", "/documents/{document}/nothing"),
    "OPTIONS (none)": ("/api/v1/documents/{document}", "/search?q={question}"),
    "HEAD (none)": ("/api/v1/documents/{document}/file", "/documents/{document}/pages/1", "/decisions.csv"),
    "DELETE (none)": ("/api/v1/documents/{document}", "/documents/{document}"),
    "PUT (none)": ("/api/v1/documents/{document}/file",),
}


@dataclass(frozen=True, slots=True)
class Values:
    """What stands in the places of addresses: by the place's name, first one that is secret, then others."""

    by_place: Mapping[str, tuple[str, ...]]

    def addresses(self, row: str, every: bool) -> Iterator[str]:
        """The addresses of a row: with every value, or with the first of each place, which is secret."""
        for form in ROWS[row]:
            places = list(dict.fromkeys(re.findall(r"\{(\w+)\}", form)))
            held = [self.by_place[name] for name in places]
            chosen = held if every else [one[:1] for one in held]
            for way in product(*chosen):
                yield form.format(**dict(zip(places, way, strict=True)))


def routed(app: FastAPI) -> Iterator[str]:
    """Method and form of every route and mount of an application, those of routers within routers too."""

    def walked(routes: Iterable[Any], before: str) -> Iterator[str]:
        for route in routes:
            inner = getattr(route, "original_router", None)
            if inner is not None:
                yield from walked(inner.routes, before + route.include_context.prefix)
            elif hasattr(route, "methods"):
                yield from (f"{method} {before}{route.path}" for method in sorted(route.methods or ()))
            else:
                yield f"MOUNT {before}{route.path}"

    yield from walked(app.routes, "")


def values(knowing: TestClient, public: TestClient, folders: Folders) -> Values:
    """What is found by somebody who may read everything, and by somebody who may read what is public."""

    def given(client: TestClient, address: str) -> list[dict[str, object]]:
        found = client.get(address).json()
        return list(found["entries"] if isinstance(found, dict) else found)

    def secret(found: list[str], plain: list[str], never: str) -> tuple[str, ...]:
        mine = [one for one in found if one not in plain]
        assert mine
        return (*dict.fromkeys((*mine, *plain[:3])), never)

    def ids(client: TestClient, register: str) -> list[str]:
        return [str(one["id"]) for one in given(client, f"/api/v1/{register}") if one.get("id")]

    def passages(client: TestClient, *questions: str) -> list[str]:
        found = (given_hits(client, one) for one in questions)
        return list(dict.fromkeys(one for hits in found for one in hits))

    def given_hits(client: TestClient, question: str) -> list[str]:
        hits = client.get("/api/v1/search", params={"q": question, "k": 20}).json()["hits"]
        return [str(hit["id"]) for hit in hits]

    def linked(client: TestClient, register: str) -> list[str]:
        return re.findall(rf'href="/{register}/([^"?#]+)"', client.get(f"/{register}").text)

    documents = sorted(folders.secrets, key=lambda one: one != folders.handed)  # first the one that is on the desk
    plain = ids(public, "documents")
    words = ["quorvandle", "quandrivex vortane", *CANARIES.values()]
    near = ["quorvandel", "trondavich contract", "quandrivecks"]
    asked = [
        "what was decided on the trondavish contract",
        *words,
        *near,
        "what does QVX stand for",
        "what does AC stand for",
        "who is Ophelwyn Druskar",
        "what has Ophelwyn Druskar declared",
        '"krambolin contract"',
        "what did the Sprocketwell Committee approve on 10 April 2031",
        "what is the latest decision on the estates strategy",
        "were the minutes of 16 January 2025 confirmed",
        "what became of the action on the cost of community beds",
        "winter funding of community beds",
        *documents,
        "flumperdinky",
    ]
    return Values(
        {
            "document": secret([*documents], plain, "0123456789ab"),
            "passage": secret(
                passages(knowing, "quorvandle", "krambolin", "beds"),
                passages(public, "beds", "strategy"),
                "0123456789ab-0123456789",
            ),
            "decision": secret(linked(knowing, "decisions"), linked(public, "decisions"), "0123456789ab-1-5"),
            "action": secret(linked(knowing, "actions"), linked(public, "actions"), "0123456789ab-1-5"),
            "meeting": secret(linked(knowing, "meetings"), linked(public, "meetings"), "nobodys-committee/2031-04-10"),
            "question": tuple(quote(one) for one in asked),
            "word": tuple(quote(one) for one in (*words, *near, "estates", "54", "flumperdinky")),
            "body": ("Sprocketwell", "Sprocketwell%20Committee", "ICB%20Board", "Nobodys%20Committee"),
            "person": ("Ophelwyn%20Druskar", "Mirabexa", "Ann%20Other", "Nobody%20Else"),
            "year": (SECRET_DAY[:4], "undated", "2025", "2032"),
            "day": (SECRET_DAY, "2025-03-01", "2032-04-10"),
        }
    )
