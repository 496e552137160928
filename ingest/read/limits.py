"""How much one document may ask for. A document is untrusted: past any of these it is refused, never followed."""

from __future__ import annotations

MEBIBYTE = 1024 * 1024

FILE_BYTES = 256 * MEBIBYTE
TEXT_CHARACTERS = 20_000_000
HTML_CHARACTERS = 10_000_000  # a tree takes many times the room of its text
HTML_DEPTH = 500

# A Word file is a zip. Real ones hold tens of entries and compress by 5 to 30 times; a bomb by hundreds.
ZIP_ENTRIES = 5_000
ZIP_BYTES = 512 * MEBIBYTE
ZIP_XML_BYTES = 128 * MEBIBYTE
ZIP_RATIO = 200
ZIP_RATIO_FROM = MEBIBYTE

FRONT_MATTER_LINES = 100
OUTLINE_ENTRIES = 5_000
TITLE_CHARACTERS = 300

OCR_PAGE_SECONDS = 30.0  # for one page; a dense A4 page takes two to six
OCR_PAGES = 300  # of one document
OCR_PIXELS = 25_000_000  # of one page's picture
OCR_WRITTEN_MEGABYTES = 128  # tesseract is handed each picture as a file

# For the separate process that reads a document.
READ_SECONDS = 30.0
READ_MEGABYTES = 1024
ANSWER_BYTES = 256 * MEBIBYTE
