from __future__ import annotations

import io
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from api.shape import hit_fields
from search.model import Citation, Hit, Twin

PROBLEM = "application/problem+json"


def test_a_search_gives_cited_passages_in_the_contracts_fields(site: TestClient) -> None:
    reply = site.get("/api/v1/search", params={"q": "winter funding community beds", "k": 3}).json()
    assert [hit["rank"] for hit in reply["hits"]] == [1, 2, 3]
    best = reply["hits"][0]
    assert "winter funding" in best["text"].lower()
    assert best["meeting_date"] == "2025-01-16"
    assert {"file", "document", "page", "page_end", "page_label", "committee", "item", "title", "item_title"} <= set(
        best
    )
    assert {"presenter", "kind", "line_start", "line_end", "score", "text"} <= set(best)


def test_an_answer_is_the_best_passages_own_words(site: TestClient) -> None:
    reply = site.get("/api/v1/answer", params={"q": "ambulance handovers"}).json()
    assert reply["answer"]["status"] == "answered"
    assert reply["answer"]["statements"][0]["text"] in reply["hits"][0]["text"]
    assert reply["answer"]["statements"][0]["text"] in reply["answer"]["text"]
    assert reply["answer"]["statements"][0]["citation"]["file"] == reply["hits"][0]["file"]
    assert reply["abstain"] is False


def test_a_question_that_says_nothing_is_refused_with_a_reason(site: TestClient) -> None:
    reply = site.get("/api/v1/answer", params={"q": "\x00"}).json()
    assert reply["abstain"] is True
    assert (reply["answer"]["status"], reply["answer"]["text"]) == ("nothing_found", "")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/search", 422),
        ("/api/v1/search?q=", 422),
        ("/api/v1/search?q=a&k=0", 422),
        ("/api/v1/search?q=a&k=101", 422),
        ("/api/v1/search?q=a&k=many", 422),
        (f"/api/v1/answer?q={'a' * 5001}", 422),
        ("/api/v1/documents/none", 404),
        ("/api/v1/documents/none/file", 404),
        ("/api/v1/documents/none/pages/1", 404),
        ("/api/v1/documents/none/pages/1.png", 404),
        ("/api/v1/documents/none/pages/0", 422),
        (f"/api/v1/documents/none/pages/{10**30}", 422),
        ("/api/v1/nothing", 404),
    ],
)
def test_bad_input_is_answered_with_problem_details(site: TestClient, address: str, status: int) -> None:
    reply = site.get(address)
    assert (reply.status_code, reply.headers["content-type"]) == (status, PROBLEM)
    assert reply.json()["status"] == status
    assert reply.json()["detail"]


def test_another_method_is_answered_with_problem_details(site: TestClient) -> None:
    reply = site.post("/api/v1/search")
    assert (reply.status_code, reply.headers["content-type"], reply.headers["allow"]) == (405, PROBLEM, "GET")


@pytest.mark.parametrize("text", ["\x00", '"', "a AND (b", "NEAR(", "*", "😀", "\u202e", "'; DROP TABLE documents; --"])
def test_any_text_may_be_asked(site: TestClient, text: str) -> None:
    assert site.get("/api/v1/search", params={"q": text}).status_code == 200


def resolution(site: TestClient, document: str) -> str:
    """The address of the winter funding resolution in one of the documents that print it."""
    hits = site.get("/api/v1/search", params={"q": "winter funding", "k": 20}).json()["hits"]
    found = next(hit for hit in hits if "approved winter" in hit["text"])
    return next(str(one["id"]) for one in (found, *found["also"]) if one["document"] == document)


def test_a_page_gives_its_text_its_boxes_and_where_the_passage_stands(site: TestClient, pdf: str) -> None:
    page = site.get(f"/api/v1/documents/{pdf}/pages/1", params={"passage": resolution(site, pdf)}).json()
    quote = page["quote"][0]
    assert "approved winter funding" in page["text"][quote["start"] : quote["end"]]
    assert quote["boxes"]
    assert all(0 <= box["left"] < box["right"] <= page["width"] for box in quote["boxes"])
    word = page["words"][0]
    assert page["text"][word["start"] : word["end"]] == "Minutes"


def test_the_picture_of_a_page_marks_the_passage(site: TestClient, pdf: str) -> None:
    address = f"/api/v1/documents/{pdf}/pages/1.png"
    plain, marked = site.get(address), site.get(address, params={"passage": resolution(site, pdf)})
    assert plain.headers["content-type"] == marked.headers["content-type"] == "image/png"
    yellow = (255, 235, 59)
    assert yellow not in _colours(plain.content)
    assert yellow in _colours(marked.content)


def test_any_stretch_of_a_page_can_be_marked(site: TestClient, pdf: str) -> None:
    address = f"/api/v1/documents/{pdf}/pages/1"
    whole = site.get(address, params={"passage": resolution(site, pdf)}).json()["quote"][0]
    at = f"{whole['start']}-{whole['end']}"
    page = site.get(address, params={"at": f"{at},999998-999999"}).json()
    assert [(one["start"], one["end"]) for one in page["quote"]] == [(whole["start"], whole["end"])]
    assert [box["top"] for box in page["quote"][0]["boxes"]] == [box["top"] for box in whole["boxes"]]
    assert (255, 235, 59) in _colours(site.get(f"{address}.png", params={"at": at}).content)
    viewer = site.get(f"/documents/{pdf}/pages/1", params={"at": at}).text
    assert "approved winter funding" in viewer.split('id="cited"', 1)[1].split("</mark>")[0]


@pytest.mark.parametrize("at", ["5", "a-b", "-1-5", "1-2,", "12345678-2", ",".join(["1-2"] * 21)])
@pytest.mark.parametrize("place", ["/api/v1/documents/{}/pages/1", "/documents/{}/pages/1"])
def test_a_stretch_that_is_none_is_refused(site: TestClient, pdf: str, place: str, at: str) -> None:
    assert site.get(place.format(pdf), params={"at": at}).status_code == 422


def test_a_picture_that_has_not_changed_is_not_sent_again(site: TestClient, pdf: str) -> None:
    address = f"/api/v1/documents/{pdf}/pages/1.png"
    tag = site.get(address).headers["etag"]
    again = site.get(address, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("scale", ["0", "5", "nan", "inf", "wide"])
def test_a_picture_has_a_bounded_scale(site: TestClient, pdf: str, scale: str) -> None:
    assert site.get(f"/api/v1/documents/{pdf}/pages/1.png", params={"scale": scale}).status_code == 422


def test_a_text_file_has_no_picture_and_the_reply_says_so(site: TestClient) -> None:
    text = next(each["id"] for each in site.get("/api/v1/documents").json() if each["media"] == "markdown")
    reply = site.get(f"/api/v1/documents/{text}/pages/1.png")
    assert (reply.status_code, reply.headers["content-type"]) == (422, PROBLEM)
    assert "no printed pages" in reply.json()["detail"]


def test_a_passage_of_another_document_is_not_marked(site: TestClient, pdf: str) -> None:
    hits = site.get("/api/v1/search", params={"q": "estates strategy", "k": 20}).json()["hits"]
    other = next(hit["id"] for hit in hits if hit["document"] != pdf)
    assert site.get(f"/api/v1/documents/{pdf}/pages/1", params={"passage": other}).status_code == 404


def test_the_file_comes_as_it_was_and_may_run_nothing(site: TestClient, pdf: str) -> None:
    reply = site.get(f"/api/v1/documents/{pdf}/file")
    assert reply.content.startswith(b"%PDF")
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_the_file_is_downloaded_where_that_is_asked_for_and_not_sent_twice(site: TestClient, pdf: str) -> None:
    address = f"/api/v1/documents/{pdf}/file"
    shown, kept = site.get(address), site.get(address, params={"download": "1"})
    assert shown.headers["content-disposition"] == "inline; filename*=UTF-8''board.pdf"
    assert kept.headers["content-disposition"] == "attachment; filename*=UTF-8''board.pdf"
    assert shown.headers["cache-control"] == "private, no-cache"
    again = site.get(address, headers={"If-None-Match": shown.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_served_names_a_folder_of_the_machine(site: TestClient, pdf: str) -> None:
    for address in ("/api/v1/documents", f"/api/v1/documents/{pdf}", "/api/v1/meetings"):
        assert "/papers/" not in site.get(address).text


def test_meetings_are_listed_by_date_with_their_items(site: TestClient) -> None:
    meetings = site.get("/api/v1/meetings").json()
    assert [meeting["date"] for meeting in meetings] == ["2025-01-16", "2025-01-16", "2025-03-13"]
    assert all(meeting["file"] and meeting["items"] for meeting in meetings)


def test_every_reply_carries_the_security_headers(site: TestClient) -> None:
    for address in ("/", "/api/v1/documents", "/api/v1/nothing", "/static/minutebook.js", "/healthz"):
        headers = site.get(address).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "same-origin")


def test_health_and_readiness_are_told_apart_by_address(site: TestClient) -> None:
    assert site.get("/healthz").json() == site.get("/readyz").json() == {"status": "ok"}


def test_the_description_has_an_example_and_the_errors_of_every_route(site: TestClient) -> None:
    described = site.get("/api/v1/openapi.json").json()
    for address, methods in described["paths"].items():
        for route in methods.values():
            assert route["summary"], address
            takes = [parameter["in"] for parameter in route.get("parameters", []) if parameter["in"] != "header"]
            assert not takes or PROBLEM in route["responses"]["422"]["content"], address
            assert "path" not in takes or PROBLEM in route["responses"]["404"]["content"], address
    schemas = described["components"]["schemas"]
    named = ("HitReply", "SearchReply", "AnswerReply", "DocumentReply", "MeetingReply", "PageReply", "Problem")
    assert all(schemas[name]["examples"] for name in named)
    assert "HTTPValidationError" not in schemas


def test_every_parameter_and_every_json_reply_has_an_example(site: TestClient) -> None:
    described = site.get("/api/v1/openapi.json").json()
    routes = ((address, route) for address, methods in described["paths"].items() for route in methods.values())
    for address, route in routes:
        for parameter in route.get("parameters", []):
            assert parameter["schema"].get("examples"), f"{address}: {parameter['name']}"
        media = route["responses"]["200"]["content"].get("application/json")
        if media:
            schema = media["schema"]
            name = schema.get("items", schema)["$ref"].rsplit("/", 1)[1]
            assert described["components"]["schemas"][name]["examples"], address


def test_a_hit_names_the_other_files_that_hold_the_same_words() -> None:
    cited = Citation("one", "a.md", 1, 1, "", "", "", "", "", ())
    also = replace(cited, document="two", file="b.md", page=4)
    fields = hit_fields(Hit(1, 1.0, "one-1", "text", "discussion", (), cited, (Twin("two-1", also),)))
    assert fields["also"] == [{"id": "two-1", "file": "b.md", "document": "two", "page": 4}]


def _colours(png: bytes) -> set[tuple[int, ...]]:
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return {colour for _, colour in image.getcolors(image.width * image.height) or [] if isinstance(colour, tuple)}
