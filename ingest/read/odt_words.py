"""What one paragraph of an OpenDocument text says: its visible text and whether all of it is bold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ingest.read.odt_styles import DRAW, OFFICE, TEXT, Styles, count

SPACES = {TEXT + "tab": " ", TEXT + "line-break": " "}
# Notes and comments stand elsewhere; a ruby text repeats what it stands over; frames are read after their paragraph.
SKIPPED = frozenset(
    (
        *(TEXT + tag for tag in ("note", "ruby-text", "hidden-text", "tracked-changes", "soft-page-break")),
        *(OFFICE + tag for tag in ("annotation", "annotation-end")),
        *(DRAW + tag for tag in ("frame", "custom-shape", "g", "line", "rect", "control")),
    )
)
FRAMES = frozenset((DRAW + "frame", DRAW + "g", DRAW + "custom-shape", DRAW + "rect"))


def words(paragraph: Any, bold: bool, styles: Styles) -> tuple[str, bool]:
    """The visible text of a paragraph, white space made single spaces, and whether all of it is bold.

    bold is what the paragraph's own style says.
    """
    pieces = list(_pieces(paragraph, bold, styles))
    text = " ".join("".join(text for text, _ in pieces).split())
    return text, bool(text) and all(heavy for text, heavy in pieces if text.strip())


def frames(paragraph: Any) -> Iterator[Any]:
    """The text boxes that a paragraph anchors, in order; one inside another comes with the outer one."""
    waiting = [iter(paragraph)]
    while waiting:
        for child in waiting[-1]:
            if child.tag == DRAW + "text-box" or child.tag == DRAW + "custom-shape":
                yield child
            elif child.tag in FRAMES or child.tag not in SKIPPED:
                waiting.append(iter(child))
                break
        else:
            waiting.pop()


def _pieces(element: Any, bold: bool, styles: Styles) -> Iterator[tuple[str, bool]]:
    """The texts inside an element with their weight. Elements nest at most as deep as the parser allows (256)."""
    yield element.text or "", bold
    for child in element:
        if child.tag == TEXT + "s":
            yield " ", bold
        elif child.tag in SPACES:
            yield SPACES[child.tag], bold
        elif child.tag == TEXT + "span":
            look = styles.look("text", child.get(TEXT + "style-name"))
            if not look.hidden:
                yield from _pieces(child, bold if look.bold is None else look.bold, styles)
        elif isinstance(child.tag, str) and child.tag not in SKIPPED:
            yield from _pieces(child, bold, styles)
        yield child.tail or "", bold


def columns(cell: Any, tag: str, most: int) -> int:
    """How many columns or rows a cell's attribute names, at least 1."""
    return max(count(cell.get(tag), 1, most), 1)
