"""A brief's citations as CSL-JSON, for reference managers.

Source: Citation Style Language 1.0.2, appendix of item types and variables, and its schema csl-data.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from api.drafts.brief import Brief, Source, shown
from api.drafts.sources import where

GENRES = {"Minutes": "Minutes", "Paper": "Meeting paper", "Action log": "Action log"}


def csl(brief: Brief) -> bytes:
    """One item for each matter on each page that is cited, however many of its words are, as JSON in UTF-8."""
    found: dict[tuple[object, ...], list[Source]] = {}
    for source in brief.sources:
        cited = source.citation
        page = source.viewer.partition("?")[0] or cited.page
        found.setdefault((cited.document, page, cited.item, cited.title, source.genre), []).append(source)
    items = [_item(sources, brief) for sources in found.values()]
    return json.dumps(items, ensure_ascii=False, indent=2).encode(errors="replace")


def _item(sources: Sequence[Source], brief: Brief) -> dict[str, Any]:
    """One place as a report, which reference managers know with an author, a kind, a number and a page.

    A hearing would fit a meeting, but they take its author for a committee of a parliament. An address marks words on
    its page only where no other words of it are cited.
    """
    source = sources[0]
    cited = source.citation
    said = {
        "title": shown(cited.title) or shown(cited.file),
        "genre": GENRES[source.genre],
        "number": shown(f"item {cited.item}") if cited.item else "",
        "page": _pages(source),
        "URL": source.viewer if len(sources) == 1 else source.viewer.partition("?")[0],
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
