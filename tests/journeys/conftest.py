"""Libraries made by the command line, real servers on loopback, and a browser without a screen."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.board import minutebook, paper_pdf, papers
from tests.journeys.audit import Audit
from tests.journeys.served import served

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ROOT = Path(__file__).parents[2]
CORPUS, BUILD = ROOT / "corpus", ROOT / "build"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library of two Markdown papers and the first of them as PDF."""
    folder = tmp_path_factory.mktemp("journey")
    paper_pdf(papers(folder / "papers") / "board.pdf")
    said = minutebook("ingest", folder / "papers", library=folder / "library").stdout
    assert said.startswith("3 added (3 pages")
    return folder / "library"


@pytest.fixture(scope="session")
def address(library: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(library) as found:
        yield found


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the sample papers; copy it to change it."""
    folder = tmp_path_factory.mktemp("sample")
    minutebook("ingest", CORPUS / "papers", library=folder)
    return folder


@pytest.fixture(scope="session")
def site(sample: Path) -> Iterator[str]:
    """Where the sample papers are served."""
    with served(
        sample, organisation_name="Larkshire Integrated Care Board", contact_email="board@example.org"
    ) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, for one file: while it is there, no other test of this process can have a loop of its own."""
    path = shutil.which("chromium")
    assert path, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of its own, at desktop width."""
    found = browser.new_page(viewport={"width": 1280, "height": 900})
    yield found
    found.close()


@pytest.fixture(scope="session")
def counted() -> Iterator[list[Audit]]:
    """Every audit of a process; their sum is written to a file of its own in build, for who wants the figure."""
    audits: list[Audit] = []
    yield audits
    sums = {"checks": sum(one.checks for one in audits), "violations": sum(one.violations for one in audits)}
    BUILD.mkdir(exist_ok=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    (BUILD / f"axe{worker}.json").write_text(f"{json.dumps(sums)}\n", encoding="utf-8")


@pytest.fixture
def audit(page: Page, counted: list[Audit]) -> Audit:
    """An audit of the tab."""
    counted.append(Audit(page))
    return counted[-1]
