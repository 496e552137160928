"""The form that narrows a search, and what a search is narrowed to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.model import UNDATED, Facets
from web.asking import Search
from web.wording import capital


@dataclass(frozen=True, slots=True)
class Choice:
    """One field of the form: its name, its label, and its options, each a value, its words and whether it is chosen."""

    name: str
    label: str
    options: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """One thing that a search is narrowed to, in words, and the address of the search without it."""

    said: str
    address: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What there is to choose from, and what a search has chosen."""

    facets: Facets
    search: Search

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The fields that have anything to choose, each with the choice of all first."""
        asked, held = self.search.narrowed, self.facets
        fields = (
            _choice("body", "Body", "All bodies", asked.body, held.bodies),
            _choice("year", "Year of the meeting", "All years", asked.year, held.years),
            _choice("kind", "Kind of passage", "All kinds", asked.kind, held.kinds),
            _choice("presenter", "Presented by", "Anyone", asked.presenter, held.presenters),
        )
        return tuple(field for field in fields if len(field.options) > 1)

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """What the search is narrowed to, each with the way to take it off."""
        asked = self.search.narrowed
        off = {name: self.search.within(replace(asked, **{name: ""})) for name in self.search.kept}
        return tuple(Chosen(_said(name, value), off[name]) for name, value in self.search.kept.items())

    @property
    def cleared(self) -> str:
        """The address of the search with nothing chosen."""
        return self.search.within(type(self.search.narrowed)())


def _choice(name: str, label: str, every: str, chosen: str, held: tuple[str, ...]) -> Choice:
    """A field; a value that the library does not hold stays in it, so that the form says what was searched."""
    values = held if not chosen or chosen in held else (*held, chosen)
    options = [(value, _words(name, value), value == chosen) for value in values]
    return Choice(name, label, (("", every, not chosen), *options))


def _words(name: str, value: str) -> str:
    if value == UNDATED and name == "year":
        return "No date"
    return capital(value) if name == "kind" else value


def _said(name: str, value: str) -> str:
    return f"Presented by {value}" if name == "presenter" else _words(name, value)
