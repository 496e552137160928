"""How a place in the papers is cited in a sentence and in a footnote, for pasting elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import long_date
from search.model import Citation

# Words whose kind must be told wherever they are cited: they decide nothing.
PROPOSED = frozenset({"recommendation"})


def sentence(cited: Citation, kind: str = "", note: str = "", address: str = "") -> str:
    r"""A citation for running text. kind is the passage's, note what is said of the document, address absolute or "".

    >>> stewardship = Citation(
    ...     *("3f1c", "board pack.pdf", 15, 15, "13", "2025-01-16", "ICB Board", "7", "Stewardship"), ("Dr A", "Dr B")
    ... )
    >>> print(sentence(stewardship).replace("2025, ", "2025,\n"))
    ICB Board, "Stewardship" (item 7, presented by Dr A and Dr B), meeting of 16 January 2025,
    page 15 (printed 13) of "board pack.pdf"
    """
    where = _of(f'"{cited.title}"' if cited.title else "", _told(cited, kind))
    day = f"meeting of {long_date(cited.date)}" if cited.date else ""
    file = f'{cited.sheet} of "{cited.file}"'
    return _joined(cited.body, where, day, f"{file} ({note})" if note else file, address)


def footnote(cited: Citation, kind: str = "", note: str = "", address: str = "", today: str = "") -> str:
    """A citation for a footnote: the body, the item's title, the meeting, the file and page, and when it was seen.

    today is an ISO day. Source: OSCOLA, 4th edition, on sources seen on the web.

    >>> footnote(Citation("3f1c", "pack.pdf", 4, 4, "", "2025-01-16", "ICB Board", "7", "Stewardship", ()))
    'ICB Board, ‘Stewardship’ (meeting of 16 January 2025, item 7) pack.pdf, page 4.'
    """
    day = f"meeting of {long_date(cited.date)}" if cited.date else ""
    told = [day, *_told(cited, kind), note]
    where = _of(f"‘{cited.title}’" if cited.title else "", told)
    seen = f" accessed {long_date(today)}" if today else ""
    whole = " ".join(part for part in (_joined(cited.body, where), f"{cited.file}, {cited.sheet}") if part)
    return f"{whole} <{address}>{seen}." if address else f"{whole}."


def people(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> people(["Dr A", "Dr B", "Dr C"]), people(["Dr A"])
    ('Dr A, Dr B and Dr C', 'Dr A')
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _told(cited: Citation, kind: str) -> list[str]:
    item = f"item {cited.item}" if cited.item else ""
    by = f"presented by {people(cited.presenters)}" if cited.presenters else ""
    return [item, by, kind if kind in PROPOSED else ""]


def _of(name: str, told: Sequence[str]) -> str:
    """A name with what is told of it in brackets, or that alone."""
    said = ", ".join(part for part in told if part)
    return f"{name} ({said})" if name and said else name or (f"({said})" if said else "")


def _joined(*parts: str) -> str:
    whole = ""
    for part in parts:
        if part:
            whole += part if not whole else f" {part}" if part.startswith("(") else f", {part}"
    return whole
