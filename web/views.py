"""All pages of the site."""

from __future__ import annotations

from fastapi import APIRouter

from web.catalogue import Catalogue
from web.registers import Registers
from web.render import Render
from web.routes.about import about
from web.routes.asking import asking
from web.routes.viewing import viewing
from web.site import Site


def views(catalogue: Catalogue, registers: Registers, site: Site, render: Render) -> APIRouter:
    """Routes of the pages over one catalogue and its registers."""
    router = APIRouter()
    router.include_router(about(catalogue, site, render))
    router.include_router(asking(catalogue, site, render))
    router.include_router(viewing(catalogue, render))
    return router
