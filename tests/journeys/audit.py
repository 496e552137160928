"""What holds on every page, whatever it shows: asked of the page in the browser."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

WIDTHS = (320, 1280)  # a small phone or the desktop at 400% zoom, and a desktop


class Audit:
    """Runs axe and counts; listens for requests to other hosts and for what the page's own policy refused."""

    def __init__(self, page: Page) -> None:
        self.page, self.checks, self.violations = page, 0, 0
        self._hosts: set[str] = set()
        self._refused: list[str] = []
        page.on("request", self._request)
        page.on("console", self._console)

    def accessible(self) -> None:
        """No rule of axe is broken, nothing is wider than the window, and one heading says what the page is."""
        found = Axe().run(self.page)
        self.checks += 1
        self.violations += found.violations_count
        assert found.violations_count == 0, found.generate_report()
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width
        assert self.page.locator("h1").count() == 1

    def everywhere(self) -> None:
        """The same on a small phone and on a desktop."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.accessible()

    def sealed(self, address: str) -> None:
        """Nothing was asked of another host, and the page held nothing that its policy refuses."""
        assert {host for host in self._hosts if host != address} == set()
        assert self._refused == []

    def _request(self, request: Request) -> None:
        scheme, _, rest = request.url.partition("://")
        self._hosts.add(f"{scheme}://{rest.partition('/')[0]}")

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text or "Content-Security-Policy" in message.text:
            self._refused.append(message.text)
