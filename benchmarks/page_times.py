"""Pages of the site beside the JSON that says the same, and what a results page weighs.

    python benchmarks/page_times.py QUESTIONS.jsonl --library DIR [--most N]

Prints JSON. times: milliseconds (p50, p95) of the results page and of the JSON answer, their ratio, and those of the
first page; each question is asked of both in turn, so that both meet the same machine, by a client inside the process:
no network is in the figures. weight: compressed bytes of the largest results page met, with its styles and scripts.
"""

from __future__ import annotations

import argparse
import json
import re
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np
from fastapi.testclient import TestClient

from api.app import create_app
from api.batch import lines
from api.commands.options import searcher, settings

ROUNDS = 3
PACKED = {"Accept-Encoding": "gzip"}
_PARTS = re.compile(r'<(?:link rel="stylesheet" href|script src)="([^"]+)"')
_IMPORTED = re.compile(r'import [^"]*"\./([^"]+)"')


def main(questions: Path, library: Path, most: int) -> dict[str, object]:
    """The measurements over the first questions of a file and the public library of a folder."""
    texts = [line["question"] for line in lines(questions, "question")][:most]
    chosen = settings(library=library, rates="")  # one client asks all of it
    client = TestClient(create_app(chosen, {"public": searcher(chosen)}))
    for address in ("/search", "/api/v1/answer"):
        for text in texts[:10]:
            client.get(address, params={"q": text})
    page, answer = list[float](), list[float]()
    for _ in range(ROUNDS):
        for text in texts:
            answer.append(_milliseconds(client, "/api/v1/answer", text))
            page.append(_milliseconds(client, "/search", text))
    client.get("/")
    first = [_milliseconds(client, "/", "") for _ in range(20)]
    shown, told = _percentiles(page), _percentiles(answer)
    ratio = {name: round(shown[name] / told[name], 2) for name in shown}
    times = {"page": shown, "json": told, "ratio": ratio, "first_page": _percentiles(first)}
    return {"times": times, "weight": _weight(client, texts)}


def _milliseconds(client: TestClient, address: str, question: str) -> float:
    ask = partial(client.get, address, params={"q": question} if question else None)
    began = perf_counter()
    reply = ask()
    took = (perf_counter() - began) * 1000
    assert reply.status_code == 200, reply.text
    return took


def _weight(client: TestClient, texts: list[str]) -> dict[str, int]:
    """Compressed bytes of the largest results page and of all that it loads."""
    replies = [client.get("/search", params={"q": text}) for text in texts]
    largest = max(replies, key=lambda reply: len(reply.text))
    packed = _packed(client, str(largest.request.url))
    weight = {"html": packed, "css": 0, "js": 0}
    wanted, seen = _PARTS.findall(largest.text), set[str]()
    while wanted:
        address = wanted.pop()
        if address in seen:
            continue
        seen.add(address)
        weight["css" if ".css" in address else "js"] += _packed(client, address)
        if ".js" in address:
            wanted += [f"/static/{name}" for name in _IMPORTED.findall(client.get(address).text)]
    return weight | {"all": sum(weight.values())}


def _packed(client: TestClient, address: str) -> int:
    with client.stream("GET", address, headers=PACKED) as reply:
        return sum(len(part) for part in reply.iter_raw())


def _percentiles(values: list[float]) -> dict[str, float]:
    middle, high = np.percentile(values, [50, 95])
    return {"p50": round(float(middle), 1), "p95": round(float(high), 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time pages beside their JSON, and weigh one.")
    parser.add_argument("questions", type=Path)
    parser.add_argument("--library", type=Path, default=Path("library"))
    parser.add_argument("--most", type=int, default=40)
    given = parser.parse_args()
    print(json.dumps(main(given.questions, given.library, given.most), indent=1))
