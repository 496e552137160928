"""What kinds of requests there are, by what one costs."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.types import Scope

Kind = Literal["free", "pages", "pictures", "questions", "phrased", "forms", "letters"]
CHANGES = ("POST", "PUT", "PATCH", "DELETE")
YES = ("true", "1", "yes", "on", "t", "y")
# The first that fits; what none fits is a page.
_PLACES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("free", re.compile(r"/(static/.*|healthz|readyz|metrics|robots\.txt|brand\.css|logo|embed\.js|opensearch\.xml)")),
    ("pictures", re.compile(r"/(api/v1/documents/.*\.png|charts/.*)")),
    ("phrased", re.compile(r"/api/v1/answer/stream")),
    ("questions", re.compile(r"/(api/v1/)?(search|answer|timeline|precedents|similar/.*)|/mcp|/data/.+")),
    ("questions", re.compile(r"/(api/v1/passages/.*|feeds/(search|item)\.atom|keep-up/confirm/.*|\w+\.csv)")),
    # A writer presses many buttons of a basket, each of which shows the precedents or the basket again.
    ("questions", re.compile(r"/staff/precedents/[^/]+/(results|choose|basket)")),
)
# The same of what changes something and is no question; what none fits is a form. A mail program stops the letters of
# many readers from one address.
_CHANGED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("letters", re.compile(r"/keep-up")),
    ("pages", re.compile(r"/keep-up/stop/.+")),
)


def kind_of(method: str, path: str, query: str = "", media: str = "") -> Kind:
    """The kind of a request for a path of the site, its root left out, with the query of its address.

    media is the type of what it sends: a question that comes with a file costs what a form does.

    >>> kind_of("GET", "/search"), kind_of("GET", "/meetings"), kind_of("POST", "/feedback"), kind_of("GET", "/healthz")
    ('questions', 'pages', 'forms', 'free')
    >>> kind_of("POST", "/mcp")
    'questions'
    >>> kind_of("POST", "/keep-up"), kind_of("POST", "/keep-up/stop/1.x"), kind_of("GET", "/keep-up/decisions")
    ('letters', 'pages', 'pages')
    >>> kind_of("GET", "/api/v1/answer", "q=a&phrase=True"), kind_of("GET", "/api/v1/answer", "q=phrase")
    ('phrased', 'questions')
    >>> kind_of("POST", "/api/v1/precedents"), kind_of("POST", "/api/v1/precedents", media="multipart/form-data")
    ('questions', 'forms')
    """
    found: Kind = next((kind for kind, place in _PLACES if place.fullmatch(path)), "pages")
    if found == "questions" and "=" in query and _phrased(query):
        return "phrased"
    if found == "questions" and media.startswith("multipart/"):
        return "forms"
    if method in CHANGES and found != "questions":
        return next((kind for kind, place in _CHANGED if place.fullmatch(path)), "forms")
    return found


def kind_in(scope: Scope) -> Kind:
    """The kind of a request."""
    path = str(scope["path"]).removeprefix(scope.get("root_path", ""))
    media = Headers(scope=scope).get("content-type", "").lower()
    return kind_of(scope["method"], path, scope["query_string"].decode("latin-1"), media)


def _phrased(query: str) -> bool:
    fields = parse_qsl(query, keep_blank_values=True)
    return any(name == "phrase" and value.lower() in YES for name, value in fields)
