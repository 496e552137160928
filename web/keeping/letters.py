"""The letters that tell readers what is new, as plain text and as simple HTML: links as they are, and no pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from search.model import Often, Topic
from web.atom import Entry, Feed, urn
from web.feeds import LOOKED_AT
from web.keeping.named import followed, name, page, told
from web.keeping.news import News
from web.site import Site
from web.wording import capital

MOST = 50  # entries that one letter tells in full
LONGEST = 1_500  # characters of one entry
OFTEN: Mapping[Often, str] = {"daily": "at most once a day", "weekly": "at most once a week"}
DAYS = "seven days"


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent to one reader. stop is the absolute address that ends it, which programs may use, "" for none."""

    subject: str
    text: str
    html: str
    stop: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is of a topic now."""

    site: Site
    topic: Topic
    feed: Feed

    @property
    def came(self) -> dict[str, str]:
        """When each entry came, or came to be so: ISO times by what the entry is known by, newest first."""
        return {urn(entry.key): entry.updated for entry in self.feed.entries}

    def titles(self, keys: frozenset[str]) -> tuple[str, ...]:
        """The titles of these entries, newest first."""
        return tuple(entry.title for entry in self._among(keys))

    def letter(self, keys: frozenset[str], often: Often, token: str) -> Letter:
        """The letter that tells of these entries; token is what its link to stop holds."""
        found = self._among(keys)
        shown = [_Shown.of(entry, self.site) for entry in found[:MOST]]
        said = Said(
            heading=capital(told(self.topic, len(found))),
            lead=f"{self.feed.subtitle}.",
            entries=tuple(shown),
            more=f"This letter holds {MOST} of {len(found)}; the page has the others." if len(found) > MOST else "",
            links=(("All of them", self.site.absolute(page(self.topic))),),
            foot=(
                f"You asked {self.site.service} to write to you about {name(self.topic)}, {OFTEN[often]}.",
                "Nobody is told whether you read this letter or follow its links.",
            ),
            stop=self.site.absolute(f"/keep-up/stop/{token}"),
        )
        return _letter(said, self.site)

    def _among(self, keys: frozenset[str]) -> list[Entry]:
        return [entry for entry in self.feed.entries if urn(entry.key) in keys]


@dataclass(frozen=True, slots=True)
class Letters:
    """Writes the letters of a site whose public address is known."""

    site: Site
    news: News

    def told(self, topic: Topic) -> Told:
        """What there is of a topic now."""
        return Told(self.site, topic, self.news.of(topic, LOOKED_AT))

    def confirmation(self, topic: Topic, often: Often, token: str) -> Letter:
        """The letter that asks whether somebody wants to be told; token is what its link holds."""
        said = Said(
            heading=f"Do you want emails about {name(topic)}?",
            lead=f"Somebody, probably you, asked {self.site.service} to write to this address about {name(topic)}, "
            f"{OFTEN[often]}. To say yes, open this page and press the button there:",
            links=(("Yes, write to me", self.site.absolute(f"/keep-up/confirm/{token}")),),
            foot=(
                f"If you did not ask for this, do nothing. Nothing is sent to you then, and your address is deleted "
                f"after {DAYS}.",
                f"What it is about: {self.site.absolute(followed(topic))}",
            ),
        )
        return _letter(said, self.site)


@dataclass(frozen=True, slots=True)
class Said:
    """What a letter says, before it is set as text or as HTML."""

    heading: str
    lead: str
    links: tuple[tuple[str, str], ...]
    foot: tuple[str, ...]
    entries: tuple[_Shown, ...] = ()
    more: str = ""
    stop: str = ""


@dataclass(frozen=True, slots=True)
class _Shown:
    """One entry: its title, what it quotes, what is said of that, and the absolute address of the page with it."""

    title: str
    quoted: tuple[str, ...]
    said: tuple[str, ...]
    address: str

    @classmethod
    def of(cls, entry: Entry, site: Site) -> _Shown:
        words = entry.words if entry.text.startswith(entry.words) else ""
        said = entry.text.removeprefix(words)
        if len(words) > LONGEST:
            words, said = f"{words[:LONGEST].rsplit(' ', 1)[0]} …", f"The rest is on the page.\n\n{said}"
        return cls(entry.title, _parts(words), _parts(said), site.absolute(entry.address))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("\n\n")))


def _letter(said: Said, site: Site) -> Letter:
    subject = said.heading if len(said.heading) <= 150 else f"{said.heading[:149]}…"
    html = _environment().get_template("letter.html").render(said=said, site=site)
    return Letter(f"{subject} - {site.service}", "\n".join(_lines(said, site)), html, said.stop)


def _lines(said: Said, site: Site) -> list[str]:
    """The letter as plain text."""
    lines = [said.heading, "", said.lead, ""]
    for number, entry in enumerate(said.entries, 1):
        told = (*_set(entry.quoted, "   > "), *_set(entry.said, "   "))
        lines += [f"{number}. {entry.title}", "", *told, f"   {entry.address}", ""]
    lines += [said.more, ""] if said.more else []
    for label, address in said.links:
        lines += [f"{label}: {address}", ""]
    lines += ["-- ", site.named, *said.foot]
    return [*lines, f"Stop these emails: {said.stop}", ""] if said.stop else [*lines, ""]


def _set(paragraphs: Sequence[str], before: str) -> list[str]:
    """Paragraphs as lines that begin alike, with an empty one after each."""
    return [line for one in paragraphs for line in (*(f"{before}{part}" for part in one.splitlines()), "")]


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("web", "templates/keeping"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
