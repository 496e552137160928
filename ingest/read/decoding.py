"""Bytes to text, for files that hold nothing but text."""

from __future__ import annotations

import codecs
import re

from ingest.errors import TooLarge, UnknownFormat
from ingest.read.limits import TEXT_CHARACTERS

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NEWLINE = re.compile(r"\r\n?")


def decoded(name: str, content: bytes) -> str:
    r"""The text of UTF-8 (with or without a mark), UTF-16 (with one) or Windows-1252 bytes, newlines as \n.

    The number of lines stays that of the file. Raises UnknownFormat for bytes that are no text, TooLarge past
    limits.TEXT_CHARACTERS.
    """
    text = _decode(name, content)
    if "\0" in text or len(CONTROL.findall(text[:65536])) > len(text[:65536]) // 50:
        raise UnknownFormat(name, "holds bytes that are not text; save it as PDF, DOCX, Markdown or plain text")
    if len(text) > TEXT_CHARACTERS:
        raise TooLarge(name, f"holds more than {TEXT_CHARACTERS:,} characters; split it into several files")
    return NEWLINE.sub("\n", text)


def _decode(name: str, content: bytes) -> str:
    for mark, encoding in BOMS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                reason = f"is marked as {encoding} but breaks it at byte {error.start}; save it again as UTF-8"
                raise UnknownFormat(name, reason) from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        # Five byte values mean nothing in Windows-1252; they become the replacement character.
        return content.decode("cp1252", errors="replace")
