"""A library made by the command line, a real server on loopback, and a browser without a screen."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.board import MINUTEBOOK, minutebook, paper_pdf, papers

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
WAIT = 90.0


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
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(MINUTEBOOK), "serve", "--port", str(port), "--library", str(library)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/readyz", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.communicate(timeout=20)


@pytest.fixture(scope="session")
def page() -> Iterator[Page]:
    """One tab of the browser."""
    path = shutil.which("chromium")
    assert path, "these tests need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser.new_page()
        browser.close()


def _wait(address: str, server: subprocess.Popen[str]) -> None:
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        assert server.poll() is None, server.communicate()[1]
        try:
            with urllib.request.urlopen(address, timeout=5) as reply:
                assert reply.status == 200
                return
        except (URLError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"nothing is served after {WAIT:g} s")
