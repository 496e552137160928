"""Documents and their pages."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Path, Query, Response
from fastapi.responses import FileResponse

from api.catalogue import Catalogue
from api.drawing import draw
from api.errors import NotDrawable
from api.problems import Responses, documented
from api.replies import DocumentReply, PageReply
from api.shape import Fields, document_fields
from ingest.model import Span
from search.model import STRETCHES, StoredPage

Id = Annotated[str, Path(max_length=64, description="The document's id.", examples=["3f1c0a9d2b7e"])]
Number = Annotated[int, Path(ge=1, le=1_000_000, description="Page of the file, from 1.", examples=[15])]
Passage = Annotated[
    str,
    Query(
        max_length=200,
        description="Address of a passage whose words are marked.",
        examples=["3f1c0a9d2b7e-5d0f6c1a2b"],
    ),
]
At = Annotated[
    str,
    Query(
        pattern=STRETCHES,
        description="Stretches of the page's text that are marked: start-end in characters, with commas.",
        examples=["120-180,200-212"],
    ),
]
Scale = Annotated[float, Query(ge=0.25, le=4, allow_inf_nan=False, description="Pixels a point.", examples=[1.5])]
Download = Annotated[bool, Query(description="To be kept rather than shown.", examples=[True])]
Tag = Annotated[str, Header(description="The ETag of what you have.", examples=['"9b2d5c7e"'])]
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "markdown": "text/markdown; charset=utf-8",
    "text": "text/plain; charset=utf-8",
}
# How pictures are drawn; count it up when that changes, so that no browser keeps an old one.
DRAWN = "2"
# A browser asks again each time: a document may be withdrawn.
ASKED_AGAIN = {"Cache-Control": "private, no-cache"}
ERRORS = documented(404, 422, 503)
PICTURE: Responses = {200: {"content": {"image/png": {}}}, 304: {"description": "It has not changed."}}
FILE: Responses = {200: {"content": {media: {} for media in MEDIA.values()}}, 304: PICTURE[304]}


def documents(catalogue: Catalogue, pixels: int) -> APIRouter:
    """Routes over what is stored; pixels bounds one picture."""
    router = APIRouter(prefix="/documents")

    def marked(page: StoredPage, passage: str, at: str) -> tuple[Span, ...]:
        quoted = catalogue.quote(page.document, passage) if passage else ()
        return (*(span for span in quoted if span.page == page.number), *page.stretches(at))

    @router.get("", response_model=list[DocumentReply], responses=documented(503), summary="Every document")
    def listed() -> list[Fields]:
        return [document_fields(document) for document in catalogue.documents()]

    @router.get("/{document}", response_model=DocumentReply, responses=ERRORS, summary="One document")
    def one(document: Id) -> Fields:
        return document_fields(catalogue.document(document))

    # Before the JSON of a page, whose address would take "15.png" for a number.
    @router.get(
        "/{document}/pages/{number}.png",
        response_class=Response,
        responses=PICTURE | ERRORS,
        summary="One page as a picture, the passage's words marked",
    )
    def image(
        document: Id,
        number: Number,
        passage: Passage = "",
        at: At = "",
        scale: Scale = 1.5,
        if_none_match: Tag = "",
    ) -> Response:
        held = catalogue.document(document)
        if held.media != "pdf":
            raise NotDrawable(f"{held.name} has no printed pages to draw; ask for its text")
        boxes = tuple(box for span in marked(catalogue.page(document, number), passage, at) for box in span.boxes)
        tag = f'"{hashlib.sha256(repr((DRAWN, held.sha256, number, scale, boxes, pixels)).encode()).hexdigest()[:32]}"'
        headers = ASKED_AGAIN | {"ETag": tag}
        if tag in if_none_match:
            return Response(status_code=304, headers=headers)
        png = draw(catalogue.file(document), number, scale, boxes, pixels)
        return Response(png, media_type="image/png", headers=headers)

    @router.get(
        "/{document}/pages/{number}", response_model=PageReply, responses=ERRORS, summary="One page: text and boxes"
    )
    def page(document: Id, number: Number, passage: Passage = "", at: At = "") -> Fields:
        version = catalogue.document(document)
        held = catalogue.page(document, number)
        fields = asdict(held) | {"status": version.status, "replaced_by": version.replaced_by}
        fields["words"] = [{"start": start, "end": end, "box": asdict(box)} for start, end, box in held.words]
        fields["quote"] = [
            {"start": span.start, "end": span.end, "boxes": [asdict(box) for box in span.boxes]}
            for span in marked(held, passage, at)
        ]
        return fields

    @router.get(
        "/{document}/file",
        response_class=FileResponse,
        responses=FILE | ERRORS,
        summary="The file as it came",
    )
    def file(document: Id, download: Download = False, if_none_match: Tag = "") -> Response:
        held = catalogue.document(document)
        shown = "inline" if held.media == "pdf" and not download else "attachment"
        headers = ASKED_AGAIN | {
            "ETag": f'"{held.sha256}"',
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(held.name, safe='')}",
            # A stored file may run nothing; a browser's own PDF viewer needs its styles.
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
        }
        path = catalogue.file(document)
        if held.sha256 in if_none_match:
            return Response(status_code=304, headers=headers)
        return FileResponse(path, media_type=MEDIA[held.media], headers=headers)

    return router
