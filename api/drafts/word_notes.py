"""Footnotes of a Word document, which the library for Word files cannot make.

Source: ECMA-376, 5th edition, part 1, sections 11.3.7 and 17.11.
"""

from __future__ import annotations

from docx.document import Document as Docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from api.drafts.brief import Source, shown
from api.drafts.markdown import file_named
from api.drafts.sources import told, where
from api.drafts.word_runs import element, link, run

RULES = {"-1": "separator", "0": "continuationSeparator"}  # what parts footnotes from the text, by number


class Footnotes:
    """The footnotes of one document, numbered from 1 as they are cited; attach puts them into it."""

    def __init__(self, document: Docx) -> None:
        self._document, self._count = document, 0
        root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        package = document.part.package
        assert package is not None
        self._part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, root, package)
        for number, rule in RULES.items():
            note = element("w:footnote", type=rule, id=number)
            note.append(_paragraph(_holding(OxmlElement(f"w:{rule}"))))
            root.append(note)
        self._root = root

    def cite(self, paragraph: Paragraph, source: Source) -> None:
        """Put a mark at the end of a paragraph, and what it stands for at the foot of its page."""
        self._count += 1
        number = str(self._count)
        mark = element("w:footnoteReference", id=number)
        if paragraph._p[-1:] and paragraph._p[-1].find(qn("w:footnoteReference")) is not None:
            paragraph._p.append(run(",", "FootnoteReference"))  # or 2 beside 3 would read as 23
        paragraph._p.append(_holding(mark, "FootnoteReference"))
        note = element("w:footnote", id=number)
        runs = [_holding(OxmlElement("w:footnoteRef"), "FootnoteReference"), run(" "), *self._told(source)]
        note.append(_paragraph(*runs, style="FootnoteText"))
        self._root.append(note)

    def attach(self) -> None:
        """Put the part into the file and say in its settings which footnotes are the rules."""
        self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        told_of = OxmlElement("w:footnotePr")
        for number in RULES:
            told_of.append(element("w:footnote", id=number))
        settings = self._document.settings.element
        # the schema has an order: these stand before the notes at the end and the compatibility options
        settings.insert_element_before(told_of, "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "w:themeFontLang")

    def _told(self, source: Source) -> list[BaseOxmlElement]:
        """Where it can be checked: the page linked to the site, the file to its page, where the address is known."""
        words = shown(told(source))
        runs = [run(f"{words} ")] if words else []
        place = shown(where(source))
        runs.append(link(self._part, place, source.viewer) if source.viewer else run(place))
        runs.append(run("."))
        if source.file:
            runs += [run(" "), link(self._part, file_named(source), source.file), run(".")]
        return runs


def _paragraph(*runs: BaseOxmlElement, style: str = "") -> BaseOxmlElement:
    made = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    if style:
        properties.append(element("w:pStyle", val=style))
    else:
        properties.append(element("w:spacing", before="0", after="0", line="240", lineRule="auto"))
    made.append(properties)
    for one in runs:
        made.append(one)
    return made


def _holding(held: BaseOxmlElement, style: str = "") -> BaseOxmlElement:
    made = OxmlElement("w:r")
    if style:
        properties = OxmlElement("w:rPr")
        properties.append(element("w:rStyle", val=style))
        made.append(properties)
    made.append(held)
    return made
