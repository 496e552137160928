"""Options that several commands take, and what they open."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.errors import UnusableArgument

if TYPE_CHECKING:
    from api.settings import Settings
    from search.embed import Model
    from search.library import Library
    from search.reread import Rerank
    from search.searcher import Searcher
    from search.service.access import Deed

LibraryFolder = Annotated[
    Path | None, typer.Option("--library", metavar="DIR", help="Folder of the library. [default: library]")
]
CollectionName = Annotated[
    str | None, typer.Option("--collection", metavar="NAME", help="public or restricted. [default: public]")
]
ModelName = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="Embedding model. [default: the library's own]")
]
RerankerName = Annotated[
    str | None, typer.Option("--reranker", metavar="NAME", help="Cross-encoder for the first passages. [default: none]")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print comma-separated values.")]


def settings(**given: Any) -> Settings:
    """The settings of this run: what was given on the command line, else the environment, else the default.

    Raises UnusableArgument that names the first setting that does not fit.
    """
    from pydantic import ValidationError

    from api.settings import Settings

    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        place = f"--{name.replace('_', '-')}" if given.get(name) is not None else f"MINUTEBOOK_{name.upper()}"
        raise UnusableArgument(f"{place}: {first['input']!r} does not fit: {first['msg'].lower()}") from None


def opened(chosen: Settings, about: str | None = None, deed: Deed = "read") -> Library:
    """The collection's library, for reading.

    about is what the audit log is told is read of restricted papers, such as the command's name, None where nothing of
    them is shown. The line is written first: where it cannot be, nothing is read.
    """
    from api.identity.model import RESTRICTED
    from api.identity.operator import logged
    from search.library import Library

    library = Library.open(chosen.folder(chosen.collection), write=False)
    if about and chosen.collection == RESTRICTED:
        logged(chosen.library, deed, [about], RESTRICTED)
    return library


def model(chosen: Settings, library: Library) -> Model:
    """The model that was asked for, else the library's own, else the packaged one."""
    from search.embed import DEFAULT

    if chosen.threads:
        import torch

        torch.set_num_threads(chosen.threads)
    return _loaded(chosen.model or library.model or DEFAULT)


@cache
def _loaded(name: str) -> Model:
    """One model of a name for all collections of a process."""
    from search.embed import load

    return load(name)


@cache
def _reading(name: str) -> Rerank:
    """One cross-encoder of a name for all collections of a process."""
    from search.reread import load

    return load(name)


def searcher(chosen: Settings, about: str | None = None) -> Searcher:
    """The collection's library and its models, ready for questions; see opened."""
    from api.distant import engines
    from search.searcher import Searcher

    library = opened(chosen, about)
    rerank = _reading(chosen.reranker) if chosen.reranker else None
    return Searcher(library, model(chosen, library), rerank, engines(chosen, chosen.collection))


def say(text: str) -> None:
    """One line to standard error."""
    print(text, file=sys.stderr, flush=True)
