"""One tree of errors; each member carries what a handler needs to tell the reader what to do."""

from __future__ import annotations


class MinutebookError(Exception):
    """Root of everything that minutebook raises on purpose; its text is one line, fit for a person."""


class UnreadableDocument(MinutebookError):
    """A document that cannot be read, with the reason and, where one page is to blame, its number.

    name is the file's name, reason a clause in plain words, page 1-based or None.
    """

    def __init__(self, name: str, reason: str, page: int | None = None) -> None:
        self.name, self.reason, self.page = name, reason, page
        where = f"{name}, page {page}" if page else name
        super().__init__(f"{where}: {reason}")

    def __reduce__(self) -> tuple[type[UnreadableDocument], tuple[object, ...]]:
        return type(self), (self.name, self.reason, self.page)


class MissingFile(UnreadableDocument):
    """The path does not exist or is not a file."""


class EmptyFile(UnreadableDocument):
    """The file has no bytes."""


class UnknownFormat(UnreadableDocument):
    """The bytes are not of a format that minutebook reads."""


class DamagedDocument(UnreadableDocument):
    """The bytes claim a format but cannot be parsed as it."""


class EncryptedDocument(UnreadableDocument):
    """The document asks for a password."""


class NoText(UnreadableDocument):
    """The document opens but holds no text to read."""


class TooLarge(UnreadableDocument):
    """The document passes a limit of size, pages or memory."""


class TookTooLong(UnreadableDocument):
    """Reading was stopped at its time limit."""


class ScannedPages(UnreadableDocument):
    """Some pages are to be read by OCR, which takes a reading with more time; pages are their numbers, from 1."""

    def __init__(self, name: str, pages: tuple[int, ...]) -> None:
        self.pages = pages
        super().__init__(name, f"{len(pages)} pages are pictures; ingest it again with --ocr auto")

    def __reduce__(self) -> tuple[type[ScannedPages], tuple[object, ...]]:
        return type(self), (self.name, self.pages)
