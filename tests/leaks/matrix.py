"""Every row against every reader: what the server says, and what it would say had the secret papers never been.

python -m tests.leaks.matrix      asks with every value, and prints how many cells were looked at and what leaked
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.leaks.addresses import ROWS, Values, values
from tests.leaks.papers import CANARIES, build
from tests.leaks.readers import HOST, House, Reader, everybody

# Of these one process says since when it knows what it tells: see test_states.py.
DATED = ("/feeds/", "/sitemap")
# Counts what was asked, which is not the same for two servers; looked through for canaries alone.
COUNTED = ("/metrics",)
# What is made beside the first page is not waited for; its page is asked for again until it is there.
BESIDE = ("/", "/search")
OURS = {"Origin": HOST, "Sec-Fetch-Site": "same-origin"}
AGENT = {"Accept": "application/json, text/event-stream"}
TOOLS = {"search": "query", "answer": "question", "decisions": "text"}  # what each calls the words that it is asked
FORM = {
    "kind": "page",
    "about": "0123456789ab",
    "useful": "yes",
    "collection": "restricted",
    "field": "date",
    "correction": "1",
    "topic": "decisions?body=Sprocketwell+Committee",
    "address": "a@example.org",
    "List-Unsubscribe": "One-Click",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One request of one reader: what was wrong with the reply, "" for nothing; told says that it had an answer."""

    reader: str
    row: str
    address: str
    fault: str
    told: bool


def cells(house: House, held: Values, every: bool) -> Iterator[Cell]:
    """All cells of the matrix; or a few values, each asked of two readers in turn."""
    tags = _tags(house.knowing, held, every)
    turn = 0
    for row in sorted(ROWS, key=lambda one: "/sign-out" in one):  # last, since it ends what the others need
        method = row.partition(" ")[0].replace("MOUNT", "GET")
        readers = house.anew() if "/sign-out" in row else house.readers  # each is asked of who is signed in still
        for address in held.addresses(row, every):
            turn += 1
            for reader in readers if every else [readers[(turn + 4 * one) % len(readers)] for one in range(2)]:
                yield _cell(reader, row, method, address, {})
                if address in tags and method == "GET":
                    yield _cell(reader, row, method, address, {"If-None-Match": tags[address]})


def _cell(reader: Reader, row: str, method: str, address: str, headers: dict[str, str]) -> Cell:
    sent = (headers | (AGENT if address.startswith("/mcp") else OURS)) if method == "POST" else headers
    for again in range(20):
        seen, other = (
            one.request(method, address, headers=sent, **body_of(method, address))
            for one in (reader.here, reader.there)
        )
        fault = difference(seen, other, address)
        if not fault or address.partition("?")[0] not in BESIDE:
            break
        time.sleep(0.05 * again)
    return Cell(reader.name, row, address, fault or _canary(seen, address), seen.status_code < 400)


def body_of(method: str, address: str) -> dict[str, Any]:
    """What is sent: a form, what precedents are asked for, or what an agent asks."""
    if method == "POST" and address.startswith("/mcp"):
        asked = {name: one[0] for name, one in parse_qs(urlsplit(address).query).items()}
        call = {"name": asked["tool"], "arguments": {TOOLS[asked["tool"]]: asked["text"]}}
        return {"json": {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}}
    if method == "POST" and address.startswith("/api/v1/precedents"):
        return {"json": {"text": parse_qs(urlsplit(address).query)["text"][0]}}
    return {"data": FORM} if method == "POST" else {}


def difference(seen: Response, other: Response, address: str) -> str:
    """What tells two replies apart, "" for nothing."""
    if seen.status_code != other.status_code:
        return f"status {seen.status_code}, not {other.status_code}"
    if address in COUNTED:
        return ""
    left_out = {"date", "x-request-id"}
    if address.startswith(DATED):
        left_out |= {"last-modified"}
    if address.startswith("/sign-in"):
        left_out |= {"set-cookie"}
    mine, theirs = ({each for each in one.headers.items() if each[0] not in left_out} for one in (seen, other))
    if mine != theirs:
        return f"headers {sorted(mine ^ theirs)}"
    if seen.content != other.content:
        pairs = zip(seen.content, other.content, strict=False)
        at = next((place for place, (one, another) in enumerate(pairs) if one != another), 0)
        around = slice(max(0, at - 60), at + 60)
        return f"content at {at}: {seen.content[around]!r}, not {other.content[around]!r}"
    return ""


def _canary(seen: Response, address: str) -> str:
    """A word of the secret papers in a reply to a request that does not name it."""
    text = f"{dict(seen.headers)} {seen.text}".casefold()
    asked = address.casefold()
    found = [name for name, word in CANARIES.items() if word.casefold() in text and word.casefold() not in asked]
    return f"canaries {found}" if found else ""


def _tags(knowing: TestClient, held: Values, every: bool) -> dict[str, str]:
    """The ETags that somebody who may read everything is given, by address."""
    found = {}
    for row in ROWS:
        if row.startswith("GET ") and any(name in row for name in ("file", ".png", "atom", "sitemap.xml", "charts")):
            for address in held.addresses(row, every):
                tag = knowing.get(address).headers.get("etag")
                if tag:
                    found[address] = tag
    return found


def main() -> int:
    """Print the figures; 1 where anything leaked."""
    began = time.perf_counter()
    with TemporaryDirectory() as folder, everybody(build(Path(folder))) as house:
        held = values(house.knowing, house.reader("anybody at a public server").here, house.folders)
        done = []
        for cell in cells(house, held, "--few" not in sys.argv):
            done.append(cell)
            if cell.fault:
                print(f"{cell.reader}: {cell.row} {cell.address}: {cell.fault}", flush=True)
    faults = [cell for cell in done if cell.fault]
    by_reader = Counter(cell.reader for cell in done)
    for reader, count in by_reader.items():
        told = sum(cell.told for cell in done if cell.reader == reader)
        print(f"{reader}: {count:,} cells, {told:,} of them with an answer")
    print(f"{len(done):,} cells of {len(ROWS)} rows, leaks {len(faults)}, {time.perf_counter() - began:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
