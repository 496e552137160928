"""Corrections on their way to reading: as text between two processes, and told apart by what they say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, fields

from ingest.facts import Correction

SAID = ("field", "printed", "corrected", "body", "date", "item", "title")  # what reading heeds of a correction


def written(corrections: Sequence[Correction]) -> str:
    """The corrections as JSON."""
    return json.dumps([asdict(one) for one in corrections], ensure_ascii=False)


def corrections_of(text: str) -> tuple[Correction, ...]:
    """The corrections that written gave.

    >>> corrections_of(written([Correction("date", "", "2025-01-16", "Board")]))[0].body
    'Board'
    """
    names = [field.name for field in fields(Correction)]
    return tuple(Correction(**{name: row[name] for name in names}) for row in json.loads(text))


def digest(corrections: Sequence[Correction]) -> str:
    """What tells one set of corrections from another, whoever made them and when; "" where reading has none to heed."""
    said = sorted([getattr(one, name) for name in SAID] for one in corrections if one.field != "visibility")
    text = json.dumps(said, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32] if said else ""
