"""PDFs that ask for far more than they say, each written here by hand."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

SENTENCE = "The Board agreed to open the new clinic in the spring and asked for a report in May."
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = f"BT /F1 11 Tf 40 700 Td ({SENTENCE}) Tj ET".encode()


def written(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue. more stands in its trailer."""
    out, places = [b"%PDF-1.7\n"], []
    at = len(out[0])
    for number, body in enumerate(objects, 1):
        places.append(at)
        out.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
        at += len(out[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    out.append(b"xref\n0 %d\n0000000000 65535 f \n" % size + table)
    out.append(b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, more, at))
    return b"".join(out)


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A stream as it stands."""
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), more, content)


def paged(content: bytes = WORDS, resources: bytes = b"", more: Sequence[bytes] = (), length: bytes = b"") -> bytes:
    """A PDF of one page, objects from number 6 on are more; resources stand beside the font F1."""
    return written(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 595 842]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%b>>>>" % resources,
            stream(content, length),
            FONT,
            *more,
        ]
    )


def zeros(megabytes: int) -> bytes:
    """So many megabytes of nothing, packed."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def nested_bomb() -> bytes:
    """Contents that are packed twice: some hundred bytes that unpack to 200 MB."""
    return paged(zlib.compress(zeros(200), 9), length=b"/Filter[/FlateDecode/FlateDecode]")


def endless_filters() -> bytes:
    """Contents under a thousand filters."""
    return paged(zlib.compress(WORDS), length=b"/Filter[%b]" % (b"/FlateDecode" * 1000))


def page_cycle() -> bytes:
    """A tree of pages whose nodes hold one another."""
    tree = [b"<</Type/Pages/Count 9/Kids[3 0 R 2 0 R]/Parent 3 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>"]
    return written([b"<</Type/Catalog/Pages 2 0 R>>", *tree])


def page_depth() -> bytes:
    """A page under twenty thousand nodes."""
    depth = 20_000
    nodes = [b"<</Type/Pages/Count 1/Kids[%d 0 R]/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, depth)]
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]>>" % (depth - 1)
    return written([b"<</Type/Catalog/Pages 2 0 R>>", *nodes, page])


def doubled_pages() -> bytes:
    """Thirty nodes, each of which holds the next one twice: a thousand million pages."""
    nodes = [b"<</Type/Pages/Count 1073741824/Kids[%d 0 R %d 0 R]>>" % (n + 1, n + 1) for n in range(2, 32)]
    return written([b"<</Type/Catalog/Pages 2 0 R>>", *nodes, b"<</Type/Page/MediaBox[0 0 595 842]>>"])


def many_objects(count: int = 1_000_000) -> bytes:
    """A page among a million objects that nothing asks for."""
    return paged(more=[b"[]"] * count)


def many_pages() -> bytes:
    """More pages than any pack has."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 30_003))
    pages = [b"<</Type/Page/Parent 2 0 R>>"] * 30_000
    return written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 30000/Kids[%b]>>" % kids, *pages])


def deep_arrays() -> bytes:
    """An array in an array in an array."""
    return paged(more=[b"[" * 200_000 + b"]" * 200_000], resources=b"/Properties 6 0 R")


def deep_states() -> bytes:
    """Contents that save their state half a million times."""
    return paged(b"q " * 500_000 + WORDS)


def form_in_itself() -> bytes:
    """A picture made of words that draws itself, twice."""
    own = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>>>"
    return paged(b"/X Do " + WORDS, b"/XObject<</X 6 0 R>>", [stream(b"/X Do /X Do", own)])


def doubled_forms() -> bytes:
    """Thirty pictures, each of which draws the next one twice."""
    forms = []
    for number in range(6, 36):
        own = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>" % (number + 1)
        forms.append(stream(b"/X Do /X Do", own))
    last = stream(b"0 0 595 842 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]")
    return paged(b"/X Do " + WORDS, b"/XObject<</X 6 0 R>>", [*forms, last])


def huge_image() -> bytes:
    """A picture of 100 million dots."""
    own = b"/Type/XObject/Subtype/Image/Width 10000/Height 10000/BitsPerComponent 8/ColorSpace/DeviceGray"
    image = stream(zeros(100), own + b"/Filter/FlateDecode")
    return paged(b"q 595 0 0 842 0 0 cm /X Do Q " + WORDS, b"/XObject<</X 6 0 R>>", [image])


def false_image() -> bytes:
    """A picture that says that it has more dots than there are numbers for, of a few bytes."""
    own = b"/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 16/ColorSpace/DeviceCMYK"
    return paged(b"q 595 0 0 842 0 0 cm /X Do Q " + WORDS, b"/XObject<</X 6 0 R>>", [stream(b"abc", own)])


def font_in_itself() -> bytes:
    """A font whose letter is drawn with the font."""
    font = b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>/FirstChar 97"
    font += b"/LastChar 97/Widths[9]/Encoding<</Differences[97/a]>>/Resources<</Font<</F2 6 0 R>>>>>>"
    letter = stream(b"9 0 d0 BT /F2 9 Tf (aaaa) Tj ET")
    return paged(b"BT /F2 9 Tf (aaaaaaaa) Tj ET " + WORDS, b"/Font<</F1 5 0 R/F2 6 0 R>>", [font, letter])


def font_of_ranges() -> bytes:
    """A font whose table of letters names every letter two hundred times over, each as 200 letters."""
    ranges = b"".join(
        b"100 beginbfrange\n" + b"<0000> <FFFF> <%b>\n" % (b"0041" * 200) * 100 + b"endbfrange\n" for _ in "12"
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[8 0 R]>>"
    inner = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>"
    table = stream(b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + ranges + b"endcmap")
    return paged(b"BT /F2 9 Tf <00410042> Tj ET " + WORDS, b"/Font<</F1 5 0 R/F2 6 0 R>>", [font, table, inner])


def font_of_noise() -> bytes:
    """A font whose file is made up."""
    noise = bytes(number * 7919 % 251 for number in range(60_000))
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/A/FontDescriptor 7 0 R/FirstChar 0/LastChar 255/Widths 9 0 R>>"
    described = b"<</Type/FontDescriptor/FontName/A/Flags 4/FontFile2 8 0 R/FontBBox[0 0 9 9]/MissingWidth 1e30>>"
    file = stream(b"\0\1\0\0\0\x20" + noise)
    return paged(
        b"BT /F2 1e20 Tf (aaa) Tj ET " + WORDS, b"/Font<</F1 5 0 R/F2 6 0 R>>", [font, described, file, b"9 0 R"]
    )


def outline_cycle() -> bytes:
    """An outline whose entries come after and under one another."""
    outline = [b"<</First 4 0 R/Last 4 0 R>>", b"<</Title(A)/Next 4 0 R/First 4 0 R/Parent 3 0 R>>"]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    pages = b"<</Type/Pages/Count 1/Kids[5 0 R]>>"
    return written([b"<</Type/Catalog/Pages 2 0 R/Outlines 3 0 R>>", pages, *outline, page])


def false_index() -> bytes:
    """A cross-reference that promises a thousand million objects, and one before it that is itself."""
    body = paged()
    table = body.rindex(b"xref\n", 0, body.rindex(b"startxref"))
    return (
        body[:table]
        + b"xref\n0 999999999\n0000000000 65535 f \ntrailer\n<</Size 999999999/Root 1 0 R/Prev %d>>\n" % table
        + (b"startxref\n%d\n%%%%EOF\n" % table)
    )


def odd_shading() -> bytes:
    """A colour that is a program which never ends, over the whole page."""
    program = stream(b"{" + b"1 1 add pop " * 20_000 + b"}", b"/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1]")
    shading = b"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1e9 1e-9]/Function 7 0 R/Extend[true true]>>"
    return paged(b"/S sh " + WORDS, b"/Shading<</S 6 0 R>>", [shading, program])


def tiled() -> bytes:
    """A pattern of tiles far smaller than a dot, over the whole page."""
    own = b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 0.00001/YStep 0.00001/Resources<<>>"
    return paged(
        b"/Pattern cs /P scn 0 0 595 842 re f " + WORDS, b"/Pattern<</P 6 0 R>>", [stream(b"0 0 1 1 re f", own)]
    )


ATTACKS: dict[str, Callable[[], bytes]] = {
    made.__name__.replace("_", " "): made
    for made in (
        *(nested_bomb, endless_filters, page_cycle, page_depth, doubled_pages, many_pages, deep_arrays, deep_states),
        *(form_in_itself, doubled_forms, huge_image, false_image, font_in_itself, font_of_ranges, font_of_noise),
        *(outline_cycle, false_index, odd_shading, tiled),
    )
}
