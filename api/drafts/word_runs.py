"""What the library for Word files has no words for: links, bookmarks, fields and captions inside a paragraph."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph


def element(name: str, **values: str) -> BaseOxmlElement:
    """An element of a Word file, such as "w:pStyle", with attributes of its own namespace."""
    made = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def run(text: str, style: str = "") -> BaseOxmlElement:
    """A run of text, with a style of characters by its id."""
    made = OxmlElement("w:r")
    if style:
        properties = OxmlElement("w:rPr")
        properties.append(element("w:rStyle", val=style))
        made.append(properties)
    words = OxmlElement("w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    made.append(words)
    return made


def link(part: Part, text: str, address: str) -> BaseOxmlElement:
    """Words that open an address; part is the part of the file in which they stand."""
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    made.append(run(text, "Hyperlink"))
    return made


def jump(paragraph: Paragraph, text: str, anchor: str) -> None:
    """Words that lead to a bookmark of the same document."""
    made = element("w:hyperlink", anchor=anchor)
    made.append(run(text, "Hyperlink"))
    paragraph._p.append(made)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that can be led to; number tells the bookmark from every other."""
    start, end = (element(f"w:bookmark{edge}", id=str(number)) for edge in ("Start", "End"))
    start.set(qn("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def field(paragraph: Paragraph, name: str, shown: str = "1") -> None:
    """A value that Word works out, such as PAGE; shown stands there until it does."""
    made = element("w:fldSimple", instr=name)
    made.append(run(shown))
    paragraph._p.append(made)


def caption(paragraph: Paragraph, kind: str, text: str) -> None:
    """A caption with a number of its kind: "Table 1. Precedents"."""
    paragraph.add_run(f"{kind} ")
    field(paragraph, f"SEQ {kind} \\* ARABIC")
    paragraph.add_run(f". {text}")
