"""Office files that are attacks on whoever unpacks or parses them, each made here."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import docx

from tests.ingest.test_odt import packed

DAMAGED = frozenset(("DamagedDocument",))
LARGE = frozenset(("TooLarge",))
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DECLARED = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'.encode()
Attack = tuple[str, bytes, frozenset[str]]


def entries(content: bytes) -> dict[str, bytes]:
    """The entries of a zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word_of(text: str, more: Mapping[str, bytes] | None = None, external: str = "") -> bytes:
    """A Word file of one paragraph; more are entries beside its own or in their place, external what it links to."""
    made, out = docx.Document(), io.BytesIO()
    made.add_paragraph(text)
    if external:
        for kind in ("image", "hyperlink", "attachedTemplate", "header", "subDocument"):
            made.part.relate_to(
                external,
                f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}",
                is_external=True,
            )
    made.save(out)
    return zipped(entries(out.getvalue()) | dict(more or {})) if more else out.getvalue()


def odt_of(body: str, external: str) -> bytes:
    """An ODT that links to something outside it."""
    space = 'xmlns:x="http://www.w3.org/1999/xlink"'
    link = f'<text:a {space} x:href="{external}">{external}</text:a>'
    section = f'<text:section><text:section-source {space} x:href="{external}"/></text:section>'
    return packed(f"{body}<text:p>{link}</text:p>{section}")


def word_with(part: str, content: bytes) -> Attack:
    """A Word file with one entry that is something else."""
    return "a.docx", word_of("The Board agreed.", {part: content}), DAMAGED


def laughs_in_word() -> Attack:
    """Entities that double ten times over."""
    return word_with("word/styles.xml", DECLARED + b"<x>&l9;</x>")


def laughs_under_another_name() -> Attack:
    """The same in a part whose name does not end as those of parts do."""
    parts = entries(word_of("The Board agreed."))
    parts = {name: part.replace(b"styles.xml", b"styles.dat") for name, part in parts.items()}
    del parts["word/styles.xml"]
    return "a.docx", zipped(parts | {"word/styles.dat": DECLARED[DECLARED.index(b"<!") :] + b"<x>&l9;</x>"}), DAMAGED


def laughs_in_wide_letters() -> Attack:
    """The same in UTF-16."""
    return word_with("word/document.xml", DECLARED.decode().encode("utf-16"))


def laughs_in_open_text() -> Attack:
    """The same in an ODT."""
    return "a.odt", packed("", content_xml=DECLARED + b"<x>&l9;</x>"), DAMAGED


def outer_entity() -> Attack:
    """An entity that is a file of this machine."""
    return word_with("word/document.xml", b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>')


def outer_declaration() -> Attack:
    """A document type that stands elsewhere."""
    return "a.odt", packed("", content_xml=b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), DAMAGED


def bomb_in_word() -> Attack:
    """A part that unpacks to a thousand times its size."""
    return "a.docx", word_of("x", {"word/document.xml": b" " * 20_000_000}), LARGE


def bomb_in_open_text() -> Attack:
    """The same in an ODT."""
    return "a.odt", packed("", content_xml=b" " * 20_000_000), LARGE


def bomb_that_lies() -> Attack:
    """A part that unpacks to far more than its zip says."""
    content = word_of("x", {"word/document.xml": b" " * 20_000_000})
    return "a.docx", content.replace(struct.pack("<L", 20_000_000), struct.pack("<L", 2_000)), DAMAGED


def overlapping_entries() -> Attack:
    """A thousand names for the same packed bytes."""
    content = word_of("x", {"word/big.xml": bytes(900_000)})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place = archive.start_dir
        one = archive.getinfo("word/big.xml")
    fixed = struct.pack(
        "<4s4B4HL2L5H2L",
        b"PK\1\2",
        20,
        3,
        20,
        0,
        0,
        8,
        0,
        33,
        one.CRC,
        one.compress_size,
        one.file_size,
        12,
        0,
        0,
        0,
        0,
        0,
        one.header_offset,
    )
    more = b"".join(fixed + b"word/%03d.xml" % number for number in range(1000))
    table = content[place:]
    end = table.rindex(b"PK\5\6")
    head = struct.unpack("<4s4H2LH", table[end : end + 22])
    last = struct.pack("<4s4H2LH", head[0], 0, 0, head[3] + 1000, head[4] + 1000, end + len(more), place, 0)
    return "a.docx", content[:place] + table[:end] + more + last, LARGE


def many_entries() -> Attack:
    """More entries than any Word file has."""
    return "a.docx", word_of("x", {f"word/{number}": b"" for number in range(6_000)}), LARGE


def link_in_word() -> Attack:
    """A part that is a link to a file of this machine."""
    parts, out = entries(word_of("x")), io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            if name == "word/document.xml":
                entry.external_attr, part = 0o120777 << 16, b"/etc/passwd"
            archive.writestr(entry, part)
    return "a.docx", out.getvalue(), DAMAGED


def password_in_zip() -> Attack:
    """Entries that ask for a password."""
    content = bytearray(word_of("x"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        place = archive.start_dir
    content[place + 8] |= 1
    return "a.docx", bytes(content), frozenset(("EncryptedDocument",))


def deep_word() -> Attack:
    """Elements in elements in elements."""
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    deep = b"<w:sdt><w:sdtContent>" * 100_000 + b"</w:sdtContent></w:sdt>" * 100_000
    whole = b"<w:document %b><w:body>%b</w:body></w:document>" % (space, deep)
    return "a.docx", word_of("x", {"word/document.xml": whole}), DAMAGED | LARGE


def repeated_cells() -> Attack:
    """A row that is to be repeated a thousand million times, of cells that are too."""
    words = "<text:p>The Board agreed to everything.</text:p>"
    cell = f'<table:table-cell table:number-columns-repeated="999999999">{words}</table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="999999999">{cell * 50}</table:table-row>'
    return "a.odt", packed(f"<table:table>{row * 200}</table:table>"), LARGE


def spaces() -> Attack:
    """Spaces that are to be repeated."""
    return "a.odt", packed('<text:p><text:s text:c="2000000000"/></text:p>' * 1000), frozenset(("NoText", "TooLarge"))


FILES: dict[str, Callable[[], Attack]] = {
    made.__name__.replace("_", " "): made
    for made in (
        *(laughs_in_word, laughs_under_another_name, laughs_in_wide_letters, laughs_in_open_text, outer_entity),
        *(outer_declaration, bomb_in_word, bomb_in_open_text, bomb_that_lies, overlapping_entries, many_entries),
        *(link_in_word, password_in_zip, deep_word, repeated_cells, spaces),
    )
}
