"""What an answer says, put together by the places that it stands at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.model import long_date
from search.model import Citation, Role, Statement
from web import address
from web.cited import alike, place
from web.wording import capital

# The colour of a verb's tag: what was not agreed must not look as if it was.
COLOURS = {"noted": "grey", "received": "grey", "deferred": "yellow", "rejected": "red"}
# What is told of the words before it, wherever that was read.
TOLD_OF: frozenset[Role] = frozenset({"state", "vote", "amended", "earlier", "followed", "owner", "due", "status"})


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they stand in the papers, with the place they are from. name is "" where the words say enough."""

    statement: Statement

    @property
    def name(self) -> str:
        """What it is called before its words, or ""."""
        return self.statement.name

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines; cells of a table row are set apart by a bar."""
        return tuple(line for line in self.statement.text.replace("\t", " | ").splitlines() if line.strip())

    @property
    def place(self) -> str:
        """The place, with the page."""
        return place(self.statement.citation)

    @property
    def sheet(self) -> str:
        """The page alone: "Page 15"."""
        return capital(self.statement.citation.sheet)

    @property
    def address(self) -> str:
        """The page viewer, with the words of the passage marked that holds them."""
        return address.cited(self.statement.citation, self.statement.passage)

    @property
    def alike(self) -> str:
        """The page of what is like the passage that holds it, or "" for what is read from a register."""
        return alike(self.statement.passage) if self.statement.passage else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says from one place, the first statement's, and what is told of it from elsewhere."""

    statements: tuple[Statement, ...]

    @property
    def citation(self) -> Citation:
        """The place."""
        return self.statements[0].citation

    @property
    def verbs(self) -> tuple[tuple[str, str], ...]:
        """What was done, by the register of decisions, each once with its colour: "Approved", "green"."""
        done = dict.fromkeys(one.verb for one in self._own if one.verb and one.verb != "other")
        return tuple((verb.capitalize(), COLOURS.get(verb, "green")) for verb in done)

    @property
    def led(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Resolutions and entries under the line that introduces them, "" for none."""
        groups: list[tuple[str, list[str]]] = []
        for one in self._own:
            if one.role == "lead":
                groups.append((_flat(one.text), []))
            elif one.role == "resolution":
                groups = groups or [("", [])]
                groups[-1][1].append(_flat(one.text))
        return tuple((lead, tuple(bullets)) for lead, bullets in groups)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What is quoted beside resolutions."""
        return tuple(Quote(one) for one in self._own if one.quoted and one.role not in ("lead", "resolution"))

    @property
    def facts(self) -> tuple[tuple[str, tuple[Quote, ...]], ...]:
        """What is said of it, by name: each with its words and the place that they are from."""
        said = [one for one in self.statements if one not in self._own or not one.quoted]
        by_name = dict.fromkeys(one.name for one in said)
        return tuple((name, tuple(Quote(one) for one in said if one.name == name)) for name in by_name)

    @property
    def elsewhere(self) -> frozenset[Statement]:
        """Those statements that were read from another place than the first."""
        return frozenset(one for one in self.statements if one.citation.place != self.citation.place)

    @property
    def day(self) -> str:
        """The day of the meeting, or ""."""
        return long_date(self.citation.date)

    @property
    def meeting(self) -> tuple[str, str]:
        """The meeting in words and its address, ("", "") where the place is of none."""
        cited = self.citation
        if not cited.body or not cited.date:
            return "", ""
        return f"{cited.body}, {self.day}", address.meeting(cited.body, cited.date)

    @property
    def item(self) -> str:
        """The item's number and title: "7: Stewardship", or ""."""
        return ": ".join(part for part in (self.citation.item, self.citation.title) if part)

    @property
    def sources(self) -> tuple[Quote, ...]:
        """Each page that its words were read from, once, with the passage."""
        pages = {(one.citation.document, one.citation.page, one.passage): one for one in reversed(self._own)}
        held = {(document, page) for document, page, passage in pages if passage}
        kept = [one for key, one in pages.items() if key[2] or key[:2] not in held]
        return tuple(map(Quote, reversed(kept)))

    @property
    def place(self) -> str:
        """Body, date and item."""
        return self.citation.place

    @property
    def text(self) -> str:
        """All of it as plain text, a line for each statement."""
        return "\n".join(one.said for one in self.statements)

    @property
    def _own(self) -> tuple[Statement, ...]:
        return tuple(one for one in self.statements if one.role not in TOLD_OF)


def told(statements: Iterable[Statement]) -> tuple[Told, ...]:
    """Statements by the places that they stand at, in their order."""
    groups: list[list[Statement]] = []
    for one in statements:
        if groups and (one.role in TOLD_OF or one.citation.place == groups[-1][0].citation.place):
            groups[-1].append(one)
        else:
            groups.append([one])
    return tuple(Told(tuple(group)) for group in groups)


def _flat(text: str) -> str:
    return text.replace("\t", " | ")
