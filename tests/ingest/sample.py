"""The sample papers as read, and what was judged of them by eye."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ingest.model import Reading
from ingest.reading import read_bytes

CORPUS = Path(__file__).parents[2] / "corpus"


@cache
def reading(file: str) -> Reading:
    """One of the sample papers, read."""
    return read_bytes(file, (CORPUS / "papers" / file).read_bytes())


@cache
def judged(name: str) -> tuple[dict[str, Any], ...]:
    """The judged entries of one kind: action_log or papers."""
    return tuple(json.loads((CORPUS / "structure.json").read_text(encoding="utf-8"))[name])
