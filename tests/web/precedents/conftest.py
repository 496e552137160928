"""The pages for writers, over drafts in memory and matters made by hand."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from ingest.model import Proposal
from search.model import Draft
from tests.web.drafting import FIRST, SECOND, Kept, Library, drafting
from web.render import renderer
from web.routes.precedents import precedents
from web.site import Site

SITE = Site(address="https://papers.example.org/board", staff=True)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def client(kept: Kept, library: Library) -> TestClient:
    app = FastAPI()
    app.include_router(precedents(drafting(kept, library), SITE, renderer(SITE)))
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def filled(kept: Kept) -> Draft:
    """A draft with two matters in its basket."""
    draft = kept.begin(Proposal("Transport", recommendations=("Award it.",)), "")
    kept.choose(draft.id, FIRST)
    kept.choose(draft.id, SECOND)
    return kept.draft(draft.id)
