"""How an exported Word document looks: A4, one plain typeface, headings, quotations, notes, warnings and footnotes."""

from __future__ import annotations

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from api.drafts.word_runs import element

PAGE, MARGIN = (210, 297), 22  # millimetres
FONT, LANGUAGE = "Arial", "en-GB"
INK, HEADING, BLUE, GREY = "212B32", "003087", "005EB8", "4C6272"
# size in points, space before and after
SIZES = {
    "Normal": (11, 0, 6),
    "Title": (22, 0, 4),
    "Subtitle": (11, 0, 14),
    "Heading 1": (16, 20, 6),
    "Heading 2": (13, 18, 6),
    "Heading 3": (11, 12, 4),
    "List Bullet": (11, 0, 4),
    "Quote": (11, 0, 6),
    "Caption": (10, 6, 6),
    "Footer": (9, 0, 0),
}
OWN = {
    "Opening": (11, 0, 6),
    "Quote Lead": (11, 0, 6),
    "Note": (11, 0, 6),
    "Warning": (11, 0, 8),
    "Table Text": (10, 2, 2),
    "Table Heading": (10, 2, 2),
    "Gap": (6, 0, 0),
    "footnote text": (9, 0, 2),
}
UNUSED = ("/thumbnail", "/stylesWithEffects")  # ends of the kinds of parts
TABLES = ("TableNormal", "TableGrid")
TEXT = ("Normal", "Opening", "Quote Lead", "Quote", "List Bullet", "Note", "Warning")


def styled(document: Docx) -> None:
    """Give a new document its page, its styles and its language."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.footer_distance = section.header_distance = Mm(10)
    _thinned(document)
    _language(document)
    for name, sizes in SIZES.items():
        _spaced(_paragraphs(document, name), sizes)
    for name, sizes in OWN.items():
        made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.islower())
        assert isinstance(made, ParagraphStyle)
        made.base_style = document.styles["Normal"]
        _spaced(made, sizes)
    for name in TEXT:
        _paragraphs(document, name).paragraph_format.line_spacing = 1.15
    _looks(document)
    _characters(document)


def _thinned(document: Docx) -> None:
    """Take out what the template holds and nothing uses.

    A hundred looks of tables, among which every style is looked for; the styles again, as Word 2010 kept them for older
    programs; and a picture of an empty page.
    """
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in TABLES:
            styles.remove(style)
    package = document.part.package
    assert package is not None
    for held in (package.rels, document.part.rels):
        for name, relation in list(held.items()):
            if relation.reltype.endswith(UNUSED):
                del held[name]


def _language(document: Docx) -> None:
    """British English and one typeface for all text, and a document of the present form of Word."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
        language.set(qn("w:eastAsia"), LANGUAGE)
    settings = document.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
        language.attrib.pop(qn("w:eastAsia"), None)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for old in list(settings.iter(qn("w:useFELayout"))):
        old.getparent().remove(old)
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")  # which the template leaves out though the standard asks for it
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FONT)


def _paragraphs(document: Docx, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)
    return found


def _spaced(style: ParagraphStyle, sizes: tuple[int, int, int]) -> None:
    style.font.size = Pt(sizes[0])
    style.font.color.rgb = RGBColor.from_string(INK)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(sizes[1]), Pt(sizes[2])


def _looks(document: Docx) -> None:
    """What tells one kind of paragraph from another; none by colour alone."""
    for name in ("Title", "Heading 1", "Heading 2"):
        _paragraphs(document, name).font.color.rgb = RGBColor.from_string(HEADING)
    title, subtitle = _paragraphs(document, "Title"), _paragraphs(document, "Subtitle")
    title.font.bold = True
    for border in list(title.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    subtitle.font.italic, subtitle.font.bold = False, False
    for loose in [*title.element.iter(qn("w:rPr")), *subtitle.element.iter(qn("w:rPr"))]:
        for spacing in list(loose.iter(qn("w:spacing"))):
            loose.remove(spacing)
    quote, lead, note, warning = (_paragraphs(document, name) for name in ("Quote", "Quote Lead", "Note", "Warning"))
    quote.font.italic = False
    quote.paragraph_format.left_indent = lead.paragraph_format.left_indent = Mm(8)
    note.font.italic = True
    note.paragraph_format.left_indent = Mm(8)
    warning.font.bold = True
    for kept in (warning, lead, _paragraphs(document, "Opening"), _paragraphs(document, "Caption")):
        kept.paragraph_format.keep_with_next = True
    _barred(warning)
    caption, heading = _paragraphs(document, "Caption"), _paragraphs(document, "Table Heading")
    caption.font.bold = heading.font.bold = True
    footer = _paragraphs(document, "Footer")
    footer.font.color.rgb = RGBColor.from_string(GREY)
    for tabs in list(footer.element.iter(qn("w:tabs"))):
        tabs.getparent().remove(tabs)
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(PAGE[0] - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    _paragraphs(document, "footnote text").paragraph_format.line_spacing = 1.0


def _barred(style: ParagraphStyle) -> None:
    """A bar down the left side of a paragraph."""
    edges = OxmlElement("w:pBdr")
    edges.append(element("w:left", val="single", sz="24", space="8", color=HEADING))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    style.paragraph_format.left_indent = Mm(4)


def _characters(document: Docx) -> None:
    """Links, and the marks of footnotes."""
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    assert isinstance(link, CharacterStyle)
    assert isinstance(mark, CharacterStyle)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(BLUE), True
    mark.font.superscript = True
    # the ids by which Word itself writes them, which other programs look for
    for name, known in (("footnote text", "FootnoteText"), ("footnote reference", "FootnoteReference")):
        document.styles[name].element.set(qn("w:styleId"), known)
