"""What a search keeps to, as a filter that Milvus applies inside the search."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from search.milvus.form import TOLD, told
from search.model import UNDATED
from search.within import Within

NOTHING = "row < 0"
_PLAIN = re.compile(r"[a-z0-9 _-]{0,60}")


def shown(generation: int) -> str:
    """The passages that were shown after so many changes."""
    return f"since <= {generation} and until > {generation}"


def kept(generation: int, within: Within | None) -> str:
    """The passages shown after so many changes that a search is narrowed to.

    Any text may be asked for: no passage has a value of a plain field that is not plain itself.
    """
    asked = within.asked if within else {}
    return " and ".join([shown(generation), *(_asked(field, values) for field, values in sorted(asked.items()))])


def of_documents(documents: Sequence[str]) -> str:
    """Every passage of these documents, by their ids."""
    return _among("document", documents)


def _among(field: str, values: Sequence[str]) -> str:
    plain = [value for value in values if _PLAIN.fullmatch(value)]
    if not plain:
        return NOTHING
    listed = ", ".join(f'"{value}"' for value in sorted(plain))
    return f"{field} in [{listed}]"


def _asked(field: str, values: Collection[str]) -> str:
    if field in TOLD:
        return _among(field, [told(value) for value in values])
    return _among(field, [*({UNDATED: ""}.get(value, value) if field == "year" else value for value in values)])
