"""What the API says of itself holds, whatever is asked of it."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

CONFIG = {"seed": 1, "cache": {"enabled": False}, "generation": {"deterministic": True, "max-examples": 12}}
API = schemathesis.openapi.from_asgi(
    "/api/v1/openapi.json", create_app(Settings(), {}), config=schemathesis.Config.from_dict(CONFIG)
)


@API.parametrize()
def test_every_reply_fits_the_description_and_what_does_not_fit_is_refused(
    case: schemathesis.Case[Any], filled: TestClient
) -> None:
    case.call_and_validate(app=filled.app)


@pytest.mark.parametrize("address", [address for address in API if "{" in address])
def test_what_is_there_is_given_as_it_is_described(address: str, filled: TestClient) -> None:
    hits = filled.get("/api/v1/search", params={"q": "estates strategy beds", "k": 100}).json()["hits"]
    assert {hit["file"].rpartition(".")[2] for hit in hits} == {"pdf", "docx", "md"}
    for hit in hits:
        places = {"document": hit["document"], "number": hit["page"], "passage": hit["id"]}
        asked = {"passage": hit["id"]} if "number" in address else {}
        reply = API[address]["GET"].Case(path_parameters=places, query=asked).call_and_validate(app=filled.app)
        # of the files here only this one has pages that can be drawn
        assert reply.status_code == 200 or (address.endswith(".png") and hit["file"] != "board.pdf")
