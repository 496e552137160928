"""Judged meetings, as a file or an export holds them, made ready to be compared."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from api.errors import UnusableArgument
from search.judge import tokens


@dataclass(frozen=True, slots=True)
class Fact:
    """A decision (said is its verb) or an action (said is its owners), by the words of its quote."""

    words: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """One meeting: stem of its file, body, ISO date, kind, item numbers and what was decided and asked for."""

    stem: str
    body: str
    date: str
    kind: str
    items: frozenset[str]
    decisions: tuple[Fact, ...]
    actions: tuple[Fact, ...]


def judged_structure(path: Path) -> list[Minutes]:
    """The meetings of a file in the form of `export --structure`. Raises UnusableArgument that names the file."""
    held = structure(path)
    meetings = held.get("meetings") if isinstance(held, dict) else None
    if not isinstance(meetings, list) or not meetings:
        raise UnusableArgument(f'{path}: holds no list "meetings"; give a file of the form of `export --structure`')
    found = []
    for number, meeting in enumerate(meetings, start=1):
        try:
            found.append(minutes(meeting))
        except (AttributeError, KeyError, TypeError) as error:
            raise UnusableArgument(f"{path}, meeting {number}: does not fit ({error})") from error
    return found


def structure(path: Path) -> Any:
    """What a JSON file holds. Raises UnusableArgument that names the file."""
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnusableArgument(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError):
        raise UnusableArgument(f"{path}: is not JSON in UTF-8") from None


def minutes(fields: dict[str, Any]) -> Minutes:
    """One meeting from its exported fields. Raises KeyError, TypeError or AttributeError where they do not fit."""
    items = fields["items"]
    return Minutes(
        PurePath(str(fields["file"])).stem.lower(),
        " ".join(tokens(str(fields["committee"] or ""))),
        str(fields["date"] or ""),
        str(fields.get("kind") or "minutes"),
        frozenset(plain_number(item["number"]) for item in items) - {""},
        tuple(_fact(one, "verb") for item in items for one in item.get("decisions") or ()),
        tuple(_fact(one, "owner") for item in items for one in item.get("actions") or ()),
    )


def _fact(fields: dict[str, Any], said: str) -> Fact:
    return Fact(tuple(tokens(str(fields["quote"]))), str(fields.get(said) or ""))


def plain_number(number: object) -> str:
    """An item's number without what stands around it."""
    return re.sub(r"^item\s+", "", str(number or "").lower()).strip(" .:")
