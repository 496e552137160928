"""What an OpenDocument text's styles say: bold, hidden, heading levels, and how its lists are marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.read.figure import figure

NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
STYLE, TEXT, TABLE = f"{{{NAMES}style:1.0}}", f"{{{NAMES}text:1.0}}", f"{{{NAMES}table:1.0}}"
OFFICE, DRAW = f"{{{NAMES}office:1.0}}", f"{{{NAMES}drawing:1.0}}"
FO = f"{{{NAMES}xsl-fo-compatible:1.0}}"
STYLE_DEPTH = 20
HEAVY = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Look:
    """How a style prints: None where it leaves that to what stands around it."""

    bold: bool | None = None
    hidden: bool | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """How one level of a list is marked: format is "" for a bullet or nothing, else 1, a, A, i or I."""

    format: str
    prefix: str
    suffix: str
    shown: int
    start: int


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles of a document: looks by family and name, list levels (from 1) by list style, headings' own marks."""

    looks: Mapping[tuple[str, str], Look] = field(default_factory=dict)
    lists: Mapping[str, Mapping[int, Mark]] = field(default_factory=dict)
    outline: Mapping[int, Mark] = field(default_factory=dict)

    def look(self, family: str, name: str | None) -> Look:
        """The look of a style; one that is not known leaves everything open."""
        return self.looks.get((family, name or ""), Look())


def styles(*roots: Any) -> Styles:
    """The styles of the given parts (styles.xml, content.xml), later ones before earlier."""
    raw: dict[tuple[str, str], Any] = {}
    lists: dict[str, dict[int, Mark]] = {}
    outline: dict[int, Mark] = {}
    for root in roots:
        for style in root.iter(STYLE + "style"):
            raw[style.get(STYLE + "family", ""), style.get(STYLE + "name", "")] = style
        for listed in root.iter(TEXT + "list-style"):
            lists[listed.get(STYLE + "name", "")] = dict(_marks(listed))
        for one in root.iter(TEXT + "outline-style"):
            outline = dict(_marks(one))
    return Styles({key: _look(key, raw) for key in raw}, lists, outline)


def count(value: str | None, otherwise: int, most: int) -> int:
    """A whole number that a file states, at most so many; otherwise where it states none."""
    found = figure(value, most)
    return otherwise if found is None else found


def _look(key: tuple[str, str], raw: Mapping[tuple[str, str], Any]) -> Look:
    """The style's own settings before those of the styles it is based on."""
    family, name = key
    bold: bool | None = None
    hidden: bool | None = None
    level: int | None = None
    for _ in range(STYLE_DEPTH):
        style = raw.get((family, name))
        if style is None:
            break
        for text in style.iterchildren(STYLE + "text-properties"):
            weight, display = text.get(FO + "font-weight"), text.get(TEXT + "display")
            bold = weight in HEAVY if bold is None and weight else bold
            hidden = display == "none" if hidden is None and display else hidden
        if level is None:
            declared = count(style.get(STYLE + "default-outline-level"), 0, 6)
            level = declared or (1 if name == "Title" else None)
        name = style.get(STYLE + "parent-style-name", "")
    return Look(bold, hidden, level)


def _marks(listed: Any) -> Iterator[tuple[int, Mark]]:
    for one in listed:
        if not isinstance(one.tag, str):
            continue
        numbered = one.tag in (TEXT + "list-level-style-number", TEXT + "outline-level-style")
        yield (
            count(one.get(TEXT + "level"), 1, 10),
            Mark(
                one.get(STYLE + "num-format", "")[:1] if numbered else "",
                one.get(STYLE + "num-prefix", "")[:20] if numbered else "",
                one.get(STYLE + "num-suffix", "")[:20] if numbered else "",
                count(one.get(TEXT + "display-levels"), 1, 10),
                count(one.get(TEXT + "start-value"), 1, 3999),
            ),
        )
