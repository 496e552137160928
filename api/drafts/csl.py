"""A brief's citations as CSL-JSON, for reference managers.

Source: Citation Style Language 1.0.2, appendix of item types and variables, and its schema csl-data.json.
"""

from __future__ import annotations

import json
import re
from typing import Any

from api.drafts.brief import Brief, Source, shown
from api.drafts.sources import where
from ingest.model import long_date

GENRES = {"Minutes": "Minutes", "Paper": "Board paper", "Action log": "Action log"}


def csl(brief: Brief) -> bytes:
    """One item for each place that is cited, as JSON in UTF-8."""
    items = [_item(source, brief) for source in brief.sources]
    return json.dumps(items, ensure_ascii=False, indent=2).encode(errors="replace")


def _item(source: Source, brief: Brief) -> dict[str, Any]:
    """One place as a report, which reference managers know with an author, a kind, a publisher and pages.

    A hearing would fit a meeting, but they take its author for a committee of a parliament.
    """
    cited = source.citation
    day = f" of {long_date(cited.date)}" if cited.date else ""
    number = f", item {cited.item}" if cited.item else ""
    said = {
        "title": f"{shown(cited.title) or shown(cited.file)} ({GENRES[source.genre].lower()}{day}{shown(number)})",
        "genre": GENRES[source.genre],
        "container-title": shown(cited.file),
        "publisher": shown(cited.body),
        "page": _pages(source),
        "URL": source.viewer,
        "source": shown(brief.made_by),
        "language": "en-GB",
        "note": shown(where(source)),
    }
    item: dict[str, Any] = {"id": source.id, "type": "report"} | {name: text for name, text in said.items() if text}
    if cited.body:
        item["author"] = [{"literal": shown(cited.body)}]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cited.date):
        item["issued"] = {"date-parts": [[int(part) for part in cited.date.split("-")]]}
    if source.viewer:
        item["accessed"] = {"date-parts": [[brief.day.year, brief.day.month, brief.day.day]]}
    return item


def _pages(source: Source) -> str:
    """The pages as they count in the file; none where it has lines in their place."""
    cited = source.citation
    if cited.lines:
        return ""
    return f"{cited.page}-{cited.page_end}" if cited.page_end > cited.page else str(cited.page)
