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

MATTER = "/api/v1/matters/{address}"


@API.parametrize()
def test_every_reply_fits_the_description_and_what_does_not_fit_is_refused(
    case: schemathesis.Case[Any], filled: TestClient
) -> None:
    case.call_and_validate(app=filled.app)


@pytest.mark.parametrize("address", [address for address in API if "{" in address and address != MATTER])
def test_what_is_there_is_given_as_it_is_described(address: str, filled: TestClient) -> None:
    hits = filled.get("/api/v1/search", params={"q": "estates strategy beds", "k": 100}).json()["hits"]
    assert {hit["file"].rpartition(".")[2] for hit in hits} == {"pdf", "docx", "md"}
    for hit in hits:
        places = {"document": hit["document"], "number": hit["page"], "passage": hit["id"]}
        asked = {"passage": hit["id"]} if "number" in address else {}
        reply = API[address]["GET"].Case(path_parameters=places, query=asked).call_and_validate(app=filled.app)
        # of the files here only this one has pages that can be drawn
        assert reply.status_code == 200 or (address.endswith(".png") and hit["file"] != "board.pdf")


def test_a_form_that_cannot_be_read_is_refused_as_it_is_described(filled: TestClient) -> None:
    several = {f"field {number}": (None, "x") for number in range(9)}
    reply = filled.post("/api/v1/precedents", files=several)
    assert (reply.status_code, reply.json()["title"]) == (400, "Bad Request")
    assert "400" in filled.get("/api/v1/openapi.json").json()["paths"]["/api/v1/precedents"]["post"]["responses"]


def test_precedents_and_their_matters_are_given_as_they_are_described(filled: TestClient) -> None:
    asked = API["/api/v1/precedents"]["POST"].Case(
        query={}, body={"text": "approve the estates strategy"}, media_type="application/json"
    )
    found = asked.call_and_validate(app=filled.app).json()["precedents"]
    assert found
    for one in found:
        places = {"address": one["matter"]["address"]}
        reply = API[MATTER]["GET"].Case(path_parameters=places, query={}).call_and_validate(app=filled.app)
        assert reply.status_code == 200
