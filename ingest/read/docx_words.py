"""What one Word paragraph says and how it is styled: visible text, bold, heading level, list level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ingest.read.figure import figure

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Containers that stand between a body, row or paragraph and what it holds; a tracked insertion is part of the text.
WRAPPING = ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
WRAPPERS = frozenset(W + tag for tag in WRAPPING)
SPACES = {W + "tab": " ", W + "br": " ", W + "cr": " ", W + "ptab": " ", W + "noBreakHyphen": "-"}
OFF = ("0", "false", "off", "none")
STYLE_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the document, with what it takes over from the styles it is based on.

    level is 1 to 6 for a heading, else 0; number is the (numbering id, list level) of its paragraphs or None; left is
    the indent it sets itself, in twentieths of a point, or None.
    """

    name: str
    bold: bool
    level: int
    number: tuple[str, int] | None
    left: int | None = None


def through_wrappers(element: Any, *tags: str) -> Iterator[Any]:
    """The children of element with one of these tags (without namespace), also inside content controls and links."""
    wanted = {W + tag for tag in tags}
    waiting = [iter(element)]
    while waiting:
        for child in waiting[-1]:
            if child.tag in wanted:
                yield child
            elif child.tag in WRAPPERS:
                waiting.append(iter(child))
                break
        else:
            waiting.pop()


def styles(root: Any) -> dict[str, Style]:
    """The styles of word/styles.xml by id; root is its w:styles element."""
    raw = {style.get(W + "styleId", ""): style for style in root.iterchildren(W + "style")}
    return {key: _style(key, raw) for key in raw}


def _style(key: str, raw: Mapping[str, Any]) -> Style:
    """The style with this id, its own settings before those of the styles it is based on."""
    name, bold, level, number, left = "", None, None, None, None
    for step in range(STYLE_DEPTH):
        style = raw.get(key)
        if style is None:
            break
        own = _value(style, "name").lower()
        name = own if step == 0 else name
        bold = _switch(style.find(f"{W}rPr/{W}b")) if bold is None else bold
        level = _heading_level(own, style.find(f"{W}pPr/{W}outlineLvl")) if level is None else level
        number = number or number_of(style)
        left = left_of(style) if left is None else left
        key = _value(style, "basedOn")
    return Style(name, bool(bold), level or 0, number, left)


def _heading_level(name: str, outline: Any) -> int | None:
    value = figure(outline.get(W + "val"), 9) if outline is not None else None
    if value is not None:
        return min(value + 1, 6) if value < 9 else 0
    if name.startswith("heading ") and (level := figure(name[8:], 6)) is not None:
        return max(level, 1)
    return 1 if name == "title" else None


def number_of(element: Any) -> tuple[str, int] | None:
    """The (numbering id, list level) that a paragraph's or style's own settings name; id "0" takes numbering away."""
    settings = element.find(f"{W}pPr/{W}numPr")
    if settings is None:
        return None
    key, level = _value(settings, "numId"), _value(settings, "ilvl")
    return (key, figure(level, 8) or 0) if key else None


def style_of(paragraph: Any, known: Mapping[str, Style]) -> Style:
    """The paragraph's style with what the paragraph itself sets."""
    settings = paragraph.find(W + "pPr")
    style = known.get(_value(settings, "pStyle") if settings is not None else "", Style("", False, 0, None))
    level = _heading_level("", paragraph.find(f"{W}pPr/{W}outlineLvl"))
    number = number_of(paragraph) or style.number
    own = left_of(paragraph)
    left = own if own is not None or number_of(paragraph) else style.left
    return Style(style.name, style.bold, style.level if level is None else level, number, left)


def left_of(element: Any) -> int | None:
    """The left indent that a paragraph's, style's or list level's own settings name, in twentieths of a point."""
    indent = element.find(f"{W}pPr/{W}ind")
    value = (indent.get(W + "left") or indent.get(W + "start") or "") if indent is not None else ""
    return figure(value, 31_680)


def words(paragraph: Any, style: Style, known: Mapping[str, Style]) -> tuple[str, bool]:
    """The visible text of a paragraph, white space made single spaces, and whether all of it is bold."""
    pieces: list[str] = []
    bold = True
    for run in through_wrappers(paragraph, "r"):
        settings = run.find(W + "rPr")
        if settings is not None and _switch(settings.find(W + "vanish")):
            continue
        text = "".join(SPACES.get(child.tag) or (child.text or "" if child.tag == W + "t" else "") for child in run)
        pieces.append(text)
        if text.strip():
            own = _switch(settings.find(W + "b")) if settings is not None else None
            styled = known.get(_value(settings, "rStyle")) if settings is not None else None
            bold = bold and (own if own is not None else style.bold or bool(styled and styled.bold))
    text = " ".join("".join(pieces).split())
    return text, bold and bool(text)


def _value(element: Any, tag: str) -> str:
    child = element.find(W + tag)
    return str(child.get(W + "val", "")) if child is not None else ""


def _switch(element: Any) -> bool | None:
    """An on/off setting: None where it is absent, True where present and not switched off."""
    return None if element is None else element.get(W + "val", "1") not in OFF
