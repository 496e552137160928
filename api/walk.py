"""Which files a command was pointed at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import EmptyFile, MissingFile, TooLarge, UnreadableDocument

ENDINGS = (".pdf", ".docx", ".odt", ".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")
LEGACY = (".doc",)  # papers too, which their reader refuses by name and with what to do
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file to be read. name is its name as it can be shown and stored; key is its whole path, likewise."""

    path: Path
    name: str
    key: str

    def content(self, megabytes: int) -> bytes:
        """The file's bytes. Raises MissingFile, EmptyFile, TooLarge past so many megabytes, or UnreadableDocument."""
        try:
            if not self.path.exists():
                raise MissingFile(self.name, "there is no such file; check the path")
            if not self.path.is_file():
                raise MissingFile(self.name, "is not a plain file; name a document")
            size = self.path.stat().st_size
            if size > megabytes * MEGABYTE:
                raise TooLarge(
                    self.name, f"is larger than {megabytes} MB; split it, or raise MINUTEBOOK_FILE_MEGABYTES"
                )
            content = self.path.read_bytes()
        except OSError as error:
            raise UnreadableDocument(self.name, f"cannot be opened ({error.strerror}); check its rights") from error
        if not content:
            raise EmptyFile(self.name, "is empty; save or download it again")
        return content


@dataclass(frozen=True, slots=True)
class Nothing:
    """An argument that leads to no document, and why."""

    name: str
    reason: str


def walk(paths: Sequence[Path]) -> Iterator[Candidate | Nothing]:
    """The files named and the documents in the folders named, each once, folders in sorted order.

    Hidden names are left out. A file that is named itself is taken whatever its ending. Links to folders
    are not followed.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = list(_inside(path))
            if not inside:
                yield Nothing(shown(path), f"the folder holds no document ({', '.join(ENDINGS)})")
        elif path.exists():
            inside = [path]
        else:
            yield Nothing(shown(path), "there is no such file or folder; check the path")
            continue
        for file in inside:
            whole = Path(os.path.abspath(file))
            if whole not in seen:
                seen.add(whole)
                yield Candidate(file, shown(file.name), shown(whole))


def shown(path: Path | str) -> str:
    """A path as it can be shown and stored: what is not printable, or no text at all, becomes a replacement mark.

    >>> shown("board" + chr(27) + "pack.pdf")
    'board\ufffdpack.pdf'
    """
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(here, name)
            for name in sorted(files)
            if name.lower().endswith(ENDINGS + LEGACY) and not name.startswith((".", "~$"))
        )
