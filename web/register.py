"""What the pages of the registers share: the form's choices, the paging and the chart with its two pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from search.model import Facets
from web.asked import Asked
from web.charts import Chart
from web.page import Plain
from web.paging import SIZE, Paging
from web.period import Misfit

Choices = tuple[tuple[str, str, bool], ...]  # value, its name, whether it is chosen


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart where it stands in a page, with the addresses of its pictures."""

    chart: Chart
    address: str
    narrow: str


@dataclass(frozen=True, slots=True)
class RegisterPage(Plain):
    """A part of a register with the form that filters it; facets are the values to choose from."""

    asked: Asked
    facets: Facets
    total: int
    figure: Figure | None

    @property
    def path(self) -> str:
        """The register's address."""
        return f"/{self.section}"

    @property
    def canonical(self) -> str:
        """The register's own address where all of it is shown from its start."""
        return self.path if not self.asked.fields() else ""

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """What cannot be used."""
        return self.asked.misfits

    @property
    def bodies(self) -> Choices:
        """The bodies to choose from."""
        return chosen({"": "All bodies"} | {name: name for name in self.facets.bodies}, self.asked.body)

    @property
    def years(self) -> Choices:
        """The years to choose from."""
        years = {year: year for year in self.facets.years if year.isdigit()}
        return chosen({"": "All years"} | years, self.asked.year)

    @property
    def paging(self) -> Paging:
        """Where the reader is."""
        return Paging(self.asked.page, self.total, lambda page: self.asked.at(self.path, page=str(page)))

    @property
    def beyond(self) -> bool:
        """Whether the page that is asked for lies behind the last entry."""
        return self.total > 0 and not self.paging.first_shown

    @property
    def csv(self) -> str:
        """The address of the whole as a file."""
        return self.asked.dated(f"{self.path}.csv")

    def error(self, field: str) -> str:
        """What is wrong with a field, "" where nothing is."""
        return next((misfit.text for misfit in self.misfits if misfit.field == field), "")

    def choices(self, field: str, every: str = "") -> Choices:
        """The values of a field to choose from, with every as the name of asking for all."""
        whole = {"": every} if every else {}
        return chosen(whole | dict(self.asked.choices[field]), str(getattr(self.asked, field)))


def offset(asked: Asked) -> int:
    """How many entries stand before the page that is asked for."""
    return (asked.page - 1) * SIZE


def chosen(values: Mapping[str, str], value: str) -> Choices:
    """Values with their names; one that came by an address and is not among them is kept."""
    known = dict(values) if value in values else {**values, value: value}
    return tuple((each, name, each == value) for each, name in known.items())
