"""All pages of the site."""

from __future__ import annotations

from fastapi import APIRouter

from web.capped import Capped, Unkept
from web.catalogue import Catalogue
from web.charts import Draw
from web.data import Bulk
from web.desk import Desk, Feedback
from web.drafting import Drafting
from web.keeping.post import Post
from web.registers import Registers
from web.render import Render
from web.routes.about import about
from web.routes.asking import asking
from web.routes.crawling import crawling
from web.routes.data import data
from web.routes.embedding import embedding
from web.routes.feedback import feedback, questions
from web.routes.feeds import feeds
from web.routes.interests import interests
from web.routes.keeping import keeping
from web.routes.meetings import meetings
from web.routes.precedents import precedents
from web.routes.registers import Sheet, registers_views
from web.routes.staff import staff
from web.routes.viewing import viewing
from web.site import Site


def views(
    catalogue: Catalogue,
    registers: Registers,
    site: Site,
    render: Render,
    draw: Draw,
    sheet: Sheet,
    kept: Feedback | None = None,
    desk: Desk | None = None,
    bulk: Bulk | None = None,
    drafting: Drafting | None = None,
    post: Post | None = None,
) -> APIRouter:
    """Routes of the pages over one catalogue and its registers.

    draw makes a chart's picture and sheet a register's file.
    kept takes what readers say of the pages, None to keep nothing; the pages of the staff side are there with a desk,
    those for writers of papers with drafting, those for readers who are written to with post.
    """
    router, capped = APIRouter(), Capped(kept or Unkept())
    router.include_router(about(catalogue, site, render))
    router.include_router(asking(catalogue, registers, render, capped))
    router.include_router(meetings(catalogue, registers, render))
    router.include_router(interests(catalogue, registers, render))
    router.include_router(registers_views(catalogue, registers, render, draw, sheet))
    router.include_router(viewing(catalogue, site, render))
    router.include_router(feedback(capped, site, render))
    router.include_router(crawling(catalogue, registers, site))
    router.include_router(embedding(site, render))
    router.include_router(data(bulk, site, render))
    router.include_router(feeds(catalogue, registers, site))
    if desk:
        router.include_router(questions(desk, site, render))
        router.include_router(staff(desk, site, render))
    if post:
        router.include_router(keeping(post, site, render))
    if drafting:
        router.include_router(precedents(drafting, site, render))
    return router
