"""The site: JSON routes and pages over the libraries that this process may open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from structlog.typing import FilteringBoundLogger

import web
from api.agents.cited import Held
from api.agents.over_http import Agents
from api.athome import AtHome
from api.bulk.kept import Bulk, Shelf
from api.bulk.publisher import publisher
from api.catalogue import Catalogue
from api.described import described
from api.digests.mail import mail_of
from api.digests.subscribing import Subscribing
from api.drafted import MEGABYTES
from api.drafts.desk import DraftDesk
from api.front import Front
from api.headers import SECURITY, SecurityHeaders
from api.identity.desk import RoledDesk
from api.identity.doors import Doors
from api.identity.house import House
from api.identity.model import NOBODY, Access, Caller
from api.identity.roles import guarded
from api.listed import Listed
from api.marks import brand, logo, origins, stamp, statement
from api.offered import Offered
from api.origin import PROGRAMS, SameOrigin
from api.phrasing.chosen import phraser
from api.problems import misfit, problem, said, status_of
from api.refusals import Refusals
from api.routes.account import account
from api.routes.documents import documents
from api.routes.health import health
from api.routes.marks import marks
from api.routes.precedents import precedent_routes
from api.routes.registers import register_routes
from api.routes.searching import searching
from api.routes.streaming import streaming
from api.routes.uploads import uploading
from api.settings import Settings
from api.sharing import Sharing
from api.sheets import sheet
from api.slashes import Slashes
from api.staff.desk import Desk
from api.staff.feedback import Feedback
from api.static import Static
from api.timed import rendering
from api.underpath import UnderPath
from ingest.errors import MinutebookError
from search.searcher import Searcher
from search.service.service import Service
from web.account import AccountPage
from web.charts import Chart
from web.desk import Desk as Staff
from web.drafting import Drafting
from web.keeping.letters import Letters
from web.keeping.news import News
from web.render import Render, renderer
from web.site import Site
from web.statements import Statements
from web.trouble import TroublePage
from web.views import views

if TYPE_CHECKING:
    from api.phrasing.phraser import Phraser

STATIC = Path(web.__path__[0]) / "static"
# A PDF is packed as it comes.
PACKED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, "application/pdf")
ADVICE = "Go back to the first page and search again, or check the address."
WAIT = "Nothing is wrong with what you asked for. Load this page again in a little while."
WAITED_FOR = (408, 429, 503)  # what is asked for can be had later
FAULT = "something went wrong on this side; try again later"


def site_of(settings: Settings) -> Site:
    """Whose site it is, by the settings. Raises UnusableArgument."""
    texts = Statements(
        statement("MINUTEBOOK_ABOUT_FILE", settings.about_file),
        statement("MINUTEBOOK_ACCESSIBILITY_FILE", settings.accessibility_file),
        statement("MINUTEBOOK_PRIVACY_FILE", settings.privacy_file),
    )
    return Site(
        service=settings.service_name,
        organisation=settings.organisation_name,
        address=settings.address.rstrip("/"),
        logo={"": "/static/icon.svg", "nhs": ""}.get(settings.logo, "/logo"),
        contact_email=settings.contact_email,
        contact_phone=settings.contact_phone,
        embedders=origins(settings),
        staff=settings.staff,
        phrased=bool(settings.phrase_url),
        question_days=settings.question_days,
        draft_days=settings.draft_days,
        statements=texts,
        stamp=stamp(STATIC),
    )


def letters(settings: Settings, public: Searcher) -> Letters:
    """Who writes to readers of what is new in the public library. Raises UnusableArgument."""
    catalogue, site = Catalogue({"public": public}), site_of(settings)
    return Letters(site, News(catalogue, Listed(catalogue), site))


def _post(settings: Settings, searchers: Mapping[str, Searcher]) -> Subscribing | None:
    """Who is written to, where a mail server is named and everybody may read all that is served, else None."""
    mail = mail_of(settings)
    if mail is None or set(searchers) != {"public"}:
        return None
    return Subscribing(Service.open(settings.library), mail, letters(settings, searchers["public"]))


@dataclass(frozen=True, slots=True)
class Shared:
    """What all sites of one server have in common; phrasing gives the phraser for answers from some collections."""

    settings: Settings
    service: Service | None
    kept: Feedback
    desk: Desk | None
    phrasing: Callable[[frozenset[str]], Phraser]
    post: Subscribing | None = None
    shelf: Shelf = field(default_factory=Shelf)

    def bulk(self, searchers: Mapping[str, Searcher]) -> Bulk | None:
        """The data of the public registers, None where these searchers are over no public library."""
        public = {name: each for name, each in searchers.items() if name == "public"}
        return Bulk(self.shelf, Catalogue(public), publisher(self.settings)) if public else None

    def furnish(self, app: FastAPI, site: Site, searchers: Mapping[str, Searcher], desk: Staff | None) -> Trouble:
        """Give an application its routes over these searchers."""
        catalogue = Catalogue(searchers)
        render = rendering(renderer(site, Offered(catalogue)))
        phrasing, pixels = partial(self.phrasing, frozenset(searchers)), self.settings.render_pixels
        app.include_router(searching(catalogue, phrasing), prefix="/api/v1")
        app.include_router(streaming(catalogue, phrasing), prefix="/api/v1")
        app.include_router(register_routes(catalogue), prefix="/api/v1")
        app.include_router(precedent_routes(catalogue), prefix="/api/v1")
        app.include_router(documents(catalogue, pixels), prefix="/api/v1")
        app.router.routes.append(Agents(Held(catalogue, site.address), self.settings).route)
        spread = partial(sheet, catalogue)
        held = Listed(catalogue), site, render, _drawn, spread, self.kept, desk, self.bulk(searchers)
        app.include_router(views(catalogue, *held, post=self.post, drafting=self._drafting(catalogue, desk)))
        trouble = Trouble(site, render)
        _explain(app, trouble)
        return trouble

    def _drafting(self, catalogue: Catalogue, desk: Staff | None) -> Drafting | None:
        """Drafts with precedents from a catalogue, for those who have a desk."""
        if desk is None or self.service is None:
            return None
        drafts = DraftDesk(self.settings, self.service, catalogue)
        return Drafting(drafts, catalogue, drafts.find, MEGABYTES)


def create_app(
    settings: Settings,
    searchers: Mapping[str, Searcher],
    closing: Event | None = None,
    log: FilteringBoundLogger | None = None,
) -> FastAPI:
    """The application over one searcher for each collection that it serves.

    Where it serves the restricted one, or where people sign in, everybody sees what their access allows. closing is set
    once the server takes no more work; log is standard output where none is given.
    """
    asks, front, post = guarded(settings, searchers), Front.of(settings, log), _post(settings, searchers)
    site = replace(site_of(settings), mail=post is not None)
    service = Service.open(settings.library) if settings.staff or asks else None
    desk = Desk(settings, service) if service and settings.staff else None
    # one phraser for all requests: it bounds how many answers are phrased at once
    phrasing = cache(partial(phraser, settings))
    shared = Shared(settings, service, Feedback(settings.library, settings.question_days), desk, phrasing, post)
    app = described()
    app.include_router(health(Catalogue(searchers), closing or Event()))
    app.include_router(front.routes)
    app.include_router(marks(brand(settings), logo(settings)))
    app.mount("/static", Static(STATIC, site.stamp))
    if service and asks:
        trouble, refusals = _asking(app, shared, site, service, searchers)
    else:
        trouble = shared.furnish(app, site, searchers, desk)
        refusals = Refusals(settings.library, site.root)
    app.add_middleware(SameOrigin, refuse=trouble.reply, address=settings.address, told=refusals.told)
    if settings.staff and not asks:
        app.add_middleware(AtHome, refuse=trouble.reply, prefix=f"{site.root}/staff", told=refusals.told)
    front.guard(app, trouble.reply, service)
    if post:
        front.metrics.watch("minutebook_letters", "Letters not taken yet, by state.", ("state",), post.standing)
    app.add_middleware(Sharing, origins=site.embedders, prefix=f"{site.root}/api/v1/")
    app.add_middleware(SecurityHeaders)
    app.add_middleware(GZipMiddleware, compresslevel=6, exclude_content_types=PACKED)
    front.watch(app)
    app.add_middleware(Slashes, root=site.root)
    app.add_middleware(UnderPath, root=site.root)
    return app


def _asking(
    app: FastAPI, shared: Shared, site: Site, service: Service, searchers: Mapping[str, Searcher]
) -> tuple[Trouble, Refusals]:
    """Make of an application what everybody may see, with doors to what others may."""

    def build(access: Access, seen: Mapping[str, Searcher]) -> FastAPI:
        inner = described()
        desk = RoledDesk(shared.desk, access) if shared.desk and access.staff else None
        pages = None if access.program else desk
        signed = replace(site, staff=pages is not None, account="Account" if house.signs_in else "")
        render = renderer(signed, Offered(Catalogue(seen)))

        def show(caller: Caller, count: int) -> str:
            return render(AccountPage(caller.name, caller.who, caller.role or "", count))

        inner.include_router(account(house, show))
        if desk:
            inner.include_router(uploading(desk), prefix="/api/v1")
        shared.furnish(inner, signed, seen, pages)
        return inner

    house = House(shared.settings, service, searchers, build)
    refusals = Refusals(shared.settings.library, site.root, house.callers.of)
    reads = house.access(NOBODY).reads
    shown = replace(site, staff=False, account="Sign in" if house.signs_in else "")
    if house.signs_in:
        from api.routes.sign_in import sign_in  # what it takes is a tenth of a start, and most sites do without

        app.include_router(sign_in(house, refusals.told))
        app.include_router(account(house, lambda caller, count: ""))
    trouble = shared.furnish(app, shown, {name: one for name, one in searchers.items() if name in reads}, None)
    app.add_middleware(Doors, house=house, refuse=trouble.reply, root=site.root, told=refusals.told)
    return trouble, refusals


def _drawn(chart: Chart, narrow: bool) -> bytes:
    from api.drawn import drawn  # matplotlib takes a second to load, which only the first chart need wait for

    return drawn(chart, narrow)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Every error as problem details, or as a page where a person asked for one."""

    site: Site
    render: Render

    def reply(self, request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
        """The reply for an error of this status; detail is a clause."""
        path = request.url.path.removeprefix(self.site.root)
        if path.startswith(PROGRAMS):
            return problem(status, detail, headers)
        heading = "Page not found" if status == 404 else "This did not work"
        page = TroublePage(heading, f"{detail[:1].upper()}{detail[1:]}.", WAIT if status in WAITED_FOR else ADVICE)
        return HTMLResponse(self.render(page), status, headers)


def _explain(app: FastAPI, trouble: Trouble) -> None:

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return trouble.reply(request, error.status_code, str(error.detail).lower(), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def misfitting(request: Request, error: RequestValidationError) -> Response:
        return trouble.reply(request, 422, misfit(error))

    @app.exception_handler(MinutebookError)
    def named(request: Request, error: MinutebookError) -> Response:
        return trouble.reply(request, status_of(error), said(error))

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        return trouble.reply(request, 500, FAULT, dict(SECURITY))  # this reply passes by the middleware
