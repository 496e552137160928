"""The staff side: handing in, looking, putting right, publishing and withdrawing."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile

from ingest.model import Correction
from search.model import Declined
from web.desk import Desk
from web.forms import filled, handed_in
from web.render import Render
from web.site import Site
from web.staff import told
from web.staff.correct import CorrectPage, Misread
from web.staff.desk import DeskPage
from web.staff.upload import UploadPage

Id = Annotated[str, Path(max_length=64)]
Value = Annotated[str, Query(max_length=1_000)]
INCOMPLETE = "the form is not complete; go back to the page and fill it in again"
NO_FILE = "Choose a file to upload."


class Signed(BaseModel):
    """A form that says who sends it."""

    who: str = Field(default="", max_length=200)


class Publication(Signed):
    """Where an upload goes; beside leaves the document with the same name where it is.

    allowed_by is who says that it may be public though it is marked as not for everybody.
    """

    collection: str = Field(default="", max_length=20)
    beside: Literal["", "yes"] = ""
    allowed_by: str = Field(default="", max_length=200)


class Corrected(Signed):
    """One value put right."""

    field: Literal["date", "body", "presenter"]
    printed: str = Field(default="", max_length=1_000)
    corrected: str = Field(default="", max_length=1_000)
    body: str = Field(default="", max_length=1_000)
    date: str = Field(default="", max_length=40)
    item: str = Field(default="", max_length=100)
    about: str = Field(default="", max_length=1_000)

    @property
    def misread(self) -> Misread:
        """What it is about."""
        return Misread(self.field, self.printed, self.body, self.date, self.item, self.about)


class Undone(Signed):
    """A correction taken back, by its number."""

    correction: int


async def signed(request: Request) -> Signed:
    """A form of a name alone."""
    return await filled(request, Signed, INCOMPLETE)


async def publication(request: Request) -> Publication:
    """The form that publishes."""
    return await filled(request, Publication, INCOMPLETE)


async def corrected(request: Request) -> Corrected:
    """The form that puts right."""
    return await filled(request, Corrected, INCOMPLETE)


async def undone(request: Request) -> Undone:
    """The form that takes a correction back."""
    return await filled(request, Undone, INCOMPLETE)


def staff(desk: Desk, site: Site, render: Render) -> APIRouter:
    """Routes of the desk."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, prefix="/staff")

    async def brought(request: Request) -> tuple[UploadFile | None, dict[str, str]]:
        return await handed_in(request, desk.megabytes)

    def page(upload: str, error: str = "", who: str = "") -> HTMLResponse:
        shown = UploadPage(desk.upload(upload), desk.collections, error, who)
        return HTMLResponse(render(shown), 422 if error else 200)

    def to(upload: str) -> RedirectResponse:
        return RedirectResponse(site.link(told.address(upload)), 303)

    @router.get("")
    def all_uploads() -> HTMLResponse:
        return HTMLResponse(render(DeskPage(desk.uploads(), desk.megabytes)))

    @router.post("/uploads")
    def take(form: tuple[UploadFile | None, dict[str, str]] = Depends(brought)) -> Response:
        file, fields = form
        who = fields.get("who", "")
        try:
            if file is None:
                raise Declined(NO_FILE)
            with file.file as content:
                return to(desk.take(file.filename or "", content, who).id)
        except Declined as error:
            return HTMLResponse(render(DeskPage(desk.uploads(), desk.megabytes, error.reason, who)), 422)

    @router.get("/uploads/{upload}")
    def one(upload: Id) -> HTMLResponse:
        return page(upload)

    @router.get("/uploads/{upload}/progress")
    def progress(upload: Id) -> JSONResponse:
        found = desk.upload(upload).upload
        return JSONResponse({"busy": found.job is not None, "said": told.progress(found.job)})

    @router.get("/uploads/{upload}/correct")
    def correcting(
        upload: Id,
        field: Literal["date", "body", "presenter"],
        printed: Value = "",
        body: Value = "",
        date: Value = "",
        item: Value = "",
        about: Value = "",
    ) -> HTMLResponse:
        misread = Misread(field, printed, body, date, item, about)
        return HTMLResponse(render(CorrectPage(desk.upload(upload).upload, misread, printed)))

    @router.post("/uploads/{upload}/correct")
    def correct(upload: Id, form: Annotated[Corrected, Depends(corrected)]) -> Response:
        named = {"body": form.body, "date": form.date, "item": form.item, "title": form.about}
        correction = Correction(form.field, form.printed, form.corrected.strip(), **named, who=form.who)
        try:
            desk.correct(upload, correction)
        except Declined as error:
            found = desk.upload(upload).upload
            again = CorrectPage(found, form.misread, form.corrected, error.reason, form.who)
            return HTMLResponse(render(again), 422)
        return to(upload)

    @router.post("/uploads/{upload}/undo")
    def undo(upload: Id, form: Annotated[Undone, Depends(undone)]) -> Response:
        try:
            desk.undo(upload, form.correction, form.who)
        except Declined as error:
            return page(upload, error.reason, form.who)
        return to(upload)

    @router.post("/uploads/{upload}/publish")
    def publish(upload: Id, form: Annotated[Publication, Depends(publication)]) -> Response:
        try:
            desk.publish(upload, form.collection, form.who, form.beside == "yes", form.allowed_by)
        except Declined as error:
            return page(upload, error.reason, form.who)
        return to(upload)

    @router.post("/uploads/{upload}/withdraw")
    def withdraw(upload: Id, form: Annotated[Signed, Depends(signed)]) -> Response:
        try:
            desk.withdraw(upload, form.who)
        except Declined as error:
            return page(upload, error.reason, form.who)
        return to(upload)

    @router.post("/uploads/{upload}/delete")
    def delete(upload: Id, form: Annotated[Signed, Depends(signed)]) -> Response:
        try:
            desk.delete(upload, form.who)
        except Declined as error:
            return page(upload, error.reason, form.who)
        return RedirectResponse(site.link("/staff"), 303)

    return router
