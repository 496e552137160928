"""Handing in and publishing by a program."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Body, File, Path, UploadFile

from api.identity.desk import RoledDesk
from api.problems import documented
from api.shape import Fields
from search.model import Job, Upload

Id = Annotated[str, Path(max_length=64, description="The upload's id, which its document will have.")]
ERRORS = documented(401, 403, 404, 409, 422)
JOB = ("id", "kind", "collection", "state", "stage", "pages", "passages", "done")


def uploading(desk: RoledDesk) -> APIRouter:
    """Routes of the desk for keys whose scopes allow it; what takes time is done by the worker."""
    router = APIRouter(prefix="/uploads")

    @router.get("", responses=ERRORS, summary="What was handed in, newest first")
    def every() -> list[Fields]:
        return [_fields(one) for one in desk.uploads()]

    @router.post("", status_code=201, responses=documented(400) | ERRORS, summary="Hand in a file, which is then read")
    def take(file: Annotated[UploadFile, File(description="The document.")]) -> Fields:
        with file.file as content:
            return _fields(desk.take(file.filename or "", content, ""))

    @router.get("/{upload}", responses=ERRORS, summary="What one upload has come to")
    def one(upload: Id) -> Fields:
        return _fields(desk.upload(upload).upload)

    @router.post("/{upload}/publish", status_code=202, responses=ERRORS, summary="Have it published")
    def publish(
        upload: Id,
        collection: Annotated[str, Body(max_length=20, description="public or restricted.")],
        beside: Annotated[bool, Body(description="Whether a document of the same name stays.")] = False,
        allowed_by: Annotated[str, Body(max_length=200, description="Who allows a marked document.")] = "",
    ) -> Fields:
        return _job(desk.publish(upload, collection, "", beside, allowed_by))

    @router.post("/{upload}/withdraw", status_code=202, responses=ERRORS, summary="Have it taken out")
    def withdraw(upload: Id) -> Fields:
        return _job(desk.withdraw(upload, ""))

    return router


def _fields(upload: Upload) -> Fields:
    plain = ("id", "name", "sha256", "media", "size", "added", "state", "collection", "reason")
    fields = {name: getattr(upload, name) for name in plain}
    return fields | {"by": upload.who, "job": _job(upload.job) if upload.job else None}


def _job(job: Job) -> Fields:
    held = asdict(job)
    return {name: held[name] for name in JOB}
