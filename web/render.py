"""A typed page into HTML. The template sees `page`, and the site that it stands in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Any, Protocol

from jinja2 import BytecodeCache, ChainableUndefined, ChoiceLoader, Environment, PackageLoader, UndefinedError
from jinja2.bccache import Bucket

from ingest.model import long_date
from web.directions import apart
from web.site import Site
from web.statements import prose
from web.wording import LONGEST, capital, counted, weight


class WebPage(Protocol):
    """What every page class has."""

    @property
    def template(self) -> str:
        """File name under templates/."""

    @property
    def title(self) -> str:
        """What the page is, without the site's name."""

    @property
    def query(self) -> str:
        """What stands in the search box."""

    @property
    def section(self) -> str:
        """The part of the site's menu that the page belongs to, "" for none."""

    @property
    def canonical(self) -> str:
        """The one address of what the page shows, from the site's root; "" where it is not for search engines."""

    @property
    def width(self) -> str:
        """The class of a page that is wider than others, "" for the usual width."""


class _Missing(ChainableUndefined):
    """The design system's templates leave their options out; a page's own field may not be missing."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = UndefinedError):
        if is_dataclass(obj):
            raise UndefinedError(f"{type(obj).__name__} has no {name}")
        super().__init__(hint, obj, name, exc)


class _Compiled(BytecodeCache):
    """Templates as they were compiled, once for all sites of a process: a server has one for each kind of access."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()
Render = Callable[[WebPage], str]


def renderer(site: Site, offered: Callable[[str], bool] = lambda section: True) -> Render:
    """What turns the pages of one site into HTML, every value escaped; offered says which of its parts are linked."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader("web"), PackageLoader("nhsuk_frontend_jinja")]),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=COMPILED,
    )
    environment.globals |= {"site": site, "link": site.link, "longest": LONGEST, "offered": offered}
    environment.filters |= {
        "apart": apart,
        "day": long_date,
        "counted": counted,
        "prose": prose,
        "capital": capital,
        "weight": weight,
    }

    def render(page: WebPage) -> str:
        return environment.get_template(page.template).render(page=page)

    return render
