"""An agent is told nothing of papers that it may not see, by no tool and by no instruction."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.leaks.papers import SECRET_BODY, SECRET_DAY, told
from tests.leaks.readers import House

# by a name of the server's own machine, which every server may be reached by
HEADERS = {"Accept": "application/json, text/event-stream", "Host": "127.0.0.1"}
HELLO = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "tests", "version": "1"}}
TOLD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("search", {"query": "winter funding of community beds", "limit": 50}),
    ("search", {"query": "what did the quorvandle decide"}),
    ("answer", {"question": "what was decided on the trondavish contract"}),
    ("answer", {"question": "what is the latest decision on the estates strategy"}),
    ("answer", {"question": "what does QVX stand for"}),
    ("meetings", {"whole": True}),
    ("meetings", {"body": SECRET_BODY}),
    ("meetings", {"since": SECRET_DAY}),
    ("decisions", {}),
    ("decisions", {"text": "krambolin"}),
    ("actions", {}),
    ("actions", {"owner": "Mirabexa"}),
    ("precedents", {"text": "approve the krambolin contract for community beds", "limit": 20}),
    ("precedents", {"text": "approve the estates strategy"}),
)


def sent(client: TestClient, method: str, params: dict[str, Any]) -> tuple[int, Any]:
    message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
    reply = client.post("/mcp", json=message, headers=HEADERS)
    return reply.status_code, reply.json()


def everything(client: TestClient, document: str) -> list[tuple[int, Any]]:
    """What the server says to hello, and every tool to what is asked of it."""
    calls = (*TOLD, ("page", {"document": document, "page": 1}))
    asked = [("tools/call", {"name": name, "arguments": arguments}) for name, arguments in calls]
    return [sent(client, *one) for one in (("initialize", HELLO), *asked)]


def words(replies: list[tuple[int, Any]]) -> str:
    """All that was said, but for the words of what was asked."""
    said = str(replies)
    for _, arguments in TOLD:
        for asked in arguments.values():
            said = said.replace(str(asked), "")
            for word in str(asked).split():
                said = said.replace(f"“{word}”", "")  # a refusal names the word that no paper holds
    return said


def test_no_tool_tells_of_papers_that_its_reader_may_not_see(house: House) -> None:
    secret = sorted(house.folders.secrets)[0]
    for reader in house.readers:
        here, there = (everything(client, secret) for client in (reader.here, reader.there))
        assert here == there, reader.name
        assert told(words(here)) == [], reader.name


def test_who_may_see_them_is_told_of_them(house: House) -> None:
    replies = everything(house.knowing, sorted(house.folders.secrets)[0])
    assert {status for status, _ in replies} == {200}
    assert len(told(words(replies))) > 6
    assert SECRET_BODY in replies[0][1]["result"]["instructions"]


@pytest.mark.parametrize("closed", ["anybody at a server of both", "a key that is over"])
def test_nobody_is_told_anything_where_they_may_see_nothing(house: House, closed: str) -> None:
    replies = everything(house.reader(closed).here, "0123456789ab")
    assert {status for status, _ in replies} == {401}
