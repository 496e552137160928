"""Drafts of papers, what was read of them, the precedents found for them, and baskets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile

from ingest.model import Proposal
from search.model import Declined, Draft
from web.address import slug
from web.drafting import Drafting
from web.forms import filled, handed_in, sent
from web.precedents import told
from web.precedents.basket import EXPORTS, NOTE, NOTED, NOTHING, BasketPage, Export
from web.precedents.drafts import TEXT, DraftsPage
from web.precedents.proposal import FIELDS, ProposalPage, misfits, proposed, typed
from web.precedents.results import PrecedentsPage
from web.render import Render
from web.site import Site

Id = Annotated[str, Path(max_length=64)]
INCOMPLETE = "the form is not complete; go back to the page and fill it in again"
NOTHING_GIVEN = "Choose a file, paste some text, or type a sentence."
BOTH_GIVEN = "Choose a file or write text, not both."
TOO_MUCH = f"The text is longer than {TEXT:,} characters. Hand it in as a file."
WORST = 12  # bytes that one character takes in a form at most
NAME = 60  # letters of a draft's name in that of an exported file
BASKETS = 200  # matters that a form of a basket may hold, which is more than a basket does


class Picking(BaseModel):
    """The form that puts a matter into the basket."""

    matter: str = Field(min_length=1, max_length=100)


async def picking(request: Request) -> Picking:
    """That form."""
    return await filled(request, Picking, INCOMPLETE)


async def corrected(request: Request) -> dict[str, str]:
    """What was put right of a draft, by field."""
    return await sent(request, INCOMPLETE, 2 * WORST * sum(one.longest for one in FIELDS))


async def arranged(request: Request) -> dict[str, str]:
    """A whole basket: its notes, and the button that was pressed."""
    return await sent(request, INCOMPLETE, BASKETS * WORST * NOTE, BASKETS)


def precedents(drafting: Drafting, site: Site, render: Render) -> APIRouter:
    """Routes of the pages for writers."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse, prefix="/staff/precedents")
    drafts = drafting.drafts

    async def brought(request: Request) -> tuple[UploadFile | None, dict[str, str]]:
        return await handed_in(request, drafting.megabytes, 2 * WORST * TEXT)

    def to(address: str) -> RedirectResponse:
        return RedirectResponse(site.link(address), 303)

    def every(error: str = "", text: str = "", who: str = "") -> HTMLResponse:
        page = DraftsPage(drafts.drafts(), drafting.megabytes, error, text, who)
        return HTMLResponse(render(page), 422 if error else 200)

    def basket(draft: Draft, error: str = "", notes: Mapping[str, str] | None = None) -> HTMLResponse:
        found = {one.matter: drafting.find(one.matter) for one in draft.basket}
        page = BasketPage(draft, {name: one for name, one in found.items() if one}, notes or {}, error)
        return HTMLResponse(render(page), 422 if page.problems else 200)

    def exported(draft: Draft, export: Export) -> Response:
        name = quote(f"precedents-{slug(told.named(draft))[:NAME]}.{export.form}", safe="")
        disposition = f"attachment; filename*=UTF-8''{name}"
        content = drafts.export(draft.id, export.form)
        return Response(content, media_type=export.media, headers={"Content-Disposition": disposition})

    @router.get("")
    def all_drafts() -> HTMLResponse:
        return every()

    @router.post("")
    def begin(form: tuple[UploadFile | None, dict[str, str]] = Depends(brought)) -> Response:
        file, fields = form
        text, who = fields.get("text", "").replace("\r\n", "\n"), fields.get("who", "")
        try:
            return to(told.address(_begun(drafting, file, text, who).id))
        except Declined as error:
            return every(error.reason, text[:TEXT], who)
        finally:
            if file:
                file.file.close()

    @router.get("/{draft}")
    def one(draft: Id) -> HTMLResponse:
        found = drafts.draft(draft)
        return HTMLResponse(render(ProposalPage(found, typed(found.proposal), {})))

    @router.post("/{draft}")
    def correct(draft: Id, fields: Annotated[dict[str, str], Depends(corrected)]) -> Response:
        found, wrong = drafts.draft(draft), misfits(fields)
        if not wrong:
            try:
                drafts.correct(draft, proposed(fields))
                return to(told.address(draft, "results"))
            except Declined as error:
                wrong = {"title": error.reason}
        return HTMLResponse(render(ProposalPage(found, fields, wrong)), 422)

    @router.get("/{draft}/results")
    def results(draft: Id) -> HTMLResponse:
        held = drafts.draft(draft)
        return HTMLResponse(render(PrecedentsPage(held, drafting.precedence.precedents(held.proposal))))

    @router.post("/{draft}/choose")
    def choose(draft: Id, form: Annotated[Picking, Depends(picking)]) -> Response:
        try:
            drafts.choose(draft, form.matter)
        except Declined as error:
            return basket(drafts.draft(draft), error.reason)
        return to(f"{told.address(draft, 'results')}#basket-{quote(form.matter, safe='')}")

    @router.get("/{draft}/basket")
    def whole_basket(draft: Id) -> HTMLResponse:
        return basket(drafts.draft(draft))

    @router.post("/{draft}/basket")
    def arrange(draft: Id, fields: Annotated[dict[str, str], Depends(arranged)]) -> Response:
        held = drafts.draft(draft)
        notes = _notes(held, fields)
        if any(len(note) > NOTE for note in notes.values()):
            return basket(held, "", notes)
        what, _, matter = fields.get("do", "").partition(" ")
        try:
            for name, note in notes.items():
                drafts.note(draft, name, note)
            export = next((one for one in EXPORTS if one.form == what), None)
            if export and not held.basket:
                raise Declined(NOTHING)
            if export:
                return exported(drafts.draft(draft), export)
            if what == "drop":
                drafts.drop(draft, matter)
            elif what in MOVES:
                drafts.order(draft, _moved([one.matter for one in held.basket], matter, MOVES[what]))
        except Declined as error:
            return basket(drafts.draft(draft), error.reason, notes)
        anchor = f"#matter-{quote(matter, safe='')}" if what in MOVES else ""
        return to(f"{told.address(draft, 'basket')}{anchor}")

    @router.post("/{draft}/delete")
    def delete(draft: Id) -> Response:
        drafts.forget(draft)
        return to("/staff/precedents")

    return router


MOVES = {"up": -1, "down": 1}


def _begun(drafting: Drafting, file: UploadFile | None, text: str, who: str) -> Draft:
    """The draft that a form begins. Raises Declined."""
    if file and text.strip():
        raise Declined(BOTH_GIVEN)
    if file:
        return drafting.drafts.take(file.filename or "", file.file, who)
    if not text.strip():
        raise Declined(NOTHING_GIVEN)
    if len(text) > TEXT:
        raise Declined(TOO_MUCH)
    return drafting.drafts.begin(Proposal(recommendations=(text.strip(),)), who)


def _notes(draft: Draft, fields: Mapping[str, str]) -> dict[str, str]:
    """The notes that are not as they were, by the matter that each stands beside."""
    sent_notes = {one: fields.get(f"{NOTED}{one.matter}", one.note).replace("\r\n", "\n") for one in draft.basket}
    return {one.matter: note for one, note in sent_notes.items() if note != one.note}


def _moved(matters: list[str], matter: str, by: int) -> list[str]:
    """The matters in their order, one of them a place further on or back.

    >>> _moved(["a", "b", "c"], "b", -1), _moved(["a", "b"], "b", 1), _moved(["a"], "z", 1)
    (['b', 'a', 'c'], ['a', 'b'], ['a'])
    """
    if matter not in matters:
        return matters
    at = matters.index(matter)
    to = min(max(at + by, 0), len(matters) - 1)
    rest = [one for one in matters if one != matter]
    return [*rest[:to], matter, *rest[to:]]
