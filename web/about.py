"""The pages that say what the site is, whom it shuts out, what it keeps, and where to report a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import quote

from search.model import Coverage
from web.page import Plain
from web.site import Site
from web.wording import holdings

PREPARED = "2026-11-26"  # the day on which the accessibility statement was last gone through


@dataclass(frozen=True, slots=True)
class AboutPage(Plain):
    """How answers are made, and their limits."""

    template: ClassVar[str] = "about.html"
    title: ClassVar[str] = "How this works"
    section: ClassVar[str] = "about"
    canonical: ClassVar[str] = "/about"
    site: Site
    coverage: Coverage

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search yet."""
        return self.coverage.documents == 0

    @property
    def holdings(self) -> str:
        """What is held, in a clause."""
        return holdings(self.coverage)

    @property
    def data(self) -> dict[str, Any]:
        """The site and its publisher in the words of schema.org; only what the settings say."""
        site: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": self.site.service,
            "url": self.site.absolute("/"),
            "inLanguage": "en-GB",
        }
        if self.site.organisation:
            site["publisher"] = {"@type": "Organization", "name": self.site.organisation} | self._contact
        return site

    @property
    def _contact(self) -> dict[str, str]:
        given = {"email": self.site.contact_email, "telephone": self.site.contact_phone}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class AccessibilityPage(Plain):
    """The accessibility statement."""

    template: ClassVar[str] = "accessibility.html"
    title: ClassVar[str] = "Accessibility statement"
    canonical: ClassVar[str] = "/accessibility"

    @property
    def prepared(self) -> str:
        """The ISO day of the statement."""
        return PREPARED


@dataclass(frozen=True, slots=True)
class PrivacyPage(Plain):
    """What is kept of a visit."""

    template: ClassVar[str] = "privacy.html"
    title: ClassVar[str] = "Privacy"
    canonical: ClassVar[str] = "/privacy"


@dataclass(frozen=True, slots=True)
class ReportPage(Plain):
    """How to report a mistake on a page of this site; about is that page's address from the site's root, or "".

    base is the site's absolute address without a slash at its end.
    """

    template: ClassVar[str] = "report.html"
    title: ClassVar[str] = "Report a mistake"
    canonical: ClassVar[str] = "/report"
    site: Site
    about: str
    base: str

    @property
    def page(self) -> str:
        """The absolute address of the page that is reported; "" for none."""
        return f"{self.base}{self.about}" if self.about else ""

    @property
    def letter(self) -> str:
        """A link that begins an e-mail to the organisation, or "" where it has given no address."""
        return letter(self.site.contact_email, f"Mistake in {self.site.service}", self.page)


def letter(to: str, subject: str, page: str) -> str:
    r"""A mailto address; "" where to is "". Each part is encoded, so none can add a recipient or a header.

    >>> letter("board@example.org", "Mistake in Papers", "/documents/3f1c/pages/2")
    'mailto:board@example.org?subject=Mistake%20in%20Papers&body=Page%3A%20%2Fdocuments%2F3f1c%2Fpages%2F2%0D%0A%0D%0A'
    """
    if not to:
        return ""
    body = f"&body={quote(f'Page: {page}', safe='')}%0D%0A%0D%0A" if page else ""
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}{body}"
