"""The data of the public registers: their page, and their files."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request
from fastapi.responses import FileResponse, HTMLResponse, Response

from web.data import Bulk, DataPage
from web.render import Render
from web.site import Site

Name = Annotated[str, Path(max_length=64)]
MEDIA = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl", "json": "application/json"}


def data(bulk: Bulk | None, site: Site, render: Render) -> APIRouter:
    """Routes of the data; there are none where bulk is None."""
    router = APIRouter(include_in_schema=False)

    @router.get("/data")
    def page() -> HTMLResponse:
        return HTMLResponse(render(DataPage(site, _there(bulk).made())))

    @router.get("/data/{file}")
    def taken(file: Name, request: Request) -> Response:
        path, digest = _there(bulk).file(file)
        # the name of its bytes, so that it says nothing of when or how often they were made
        headers = {"ETag": f'"{digest[:32]}"', "Cache-Control": "no-cache"}
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        reply = FileResponse(path, headers=headers, media_type=MEDIA[file.rpartition(".")[2]], stat_result=path.stat())
        del reply.headers["last-modified"]
        return reply

    return router


def _there(bulk: Bulk | None) -> Bulk:
    if bulk is None:
        raise HTTPException(404, "no public papers are held here, so there are no data")
    return bulk
