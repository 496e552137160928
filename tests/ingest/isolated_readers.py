"""Readers that behave and misbehave, for the tests of reading in a separate process. Imports stay few: each costs."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from pathlib import Path

from ingest.errors import EncryptedDocument
from ingest.model import Box, Document, Line, Page, Source, Word


def document(name: str, content: bytes) -> Document:
    text = content.decode()
    page = Page(1, "i", 595.0, 842.0, text, (Line(0, len(text)),), (Word(0, len(text), Box(1.0, 2.0, 3.0, 4.0)),))
    return Document(Source(name, "0" * 64, "text"), (page,))


def many_words(name: str, content: bytes) -> Document:
    words = tuple(Word(i, i + 1, Box(i / 7, 2.0, 3.0, 4.0)) for i in range(80_000))
    return Document(Source(name, "", "pdf"), (Page(1, "", 1.0, 1.0, "x" * 80_001, (), words),))


def modules(name: str, content: bytes) -> tuple[str, ...]:
    return tuple(sys.modules)


def environment(name: str, content: bytes) -> tuple[str, ...]:
    return tuple(os.environ)


def process(name: str, content: bytes) -> int:
    return os.getpid()


def memory_limit(name: str, content: bytes) -> int:
    return resource.getrlimit(resource.RLIMIT_AS)[0]


def refuse(name: str, content: bytes) -> Document:
    raise EncryptedDocument(name, "asks for a password", 3)


def fail(name: str, content: bytes) -> Document:
    raise RuntimeError("an error\nof two lines")


def sleep(name: str, content: bytes) -> Document:
    Path(name).exists()
    time.sleep(60)
    raise AssertionError


def spin(name: str, content: bytes) -> Document:
    while True:
        pass


def crash(name: str, content: bytes) -> Document:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def leave(name: str, content: bytes) -> Document:
    os._exit(0)


def devour(name: str, content: bytes) -> int:
    held = []
    while True:
        held.append(bytearray(8 * 1024 * 1024))


def flood(name: str, content: bytes) -> bytes:
    return bytes(300 * 1024 * 1024)


def chatter(name: str, content: bytes) -> str:
    os.write(1, b"from the library below")
    print("from the reader")
    return "heard"


def write_a_file(name: str, content: bytes) -> str:
    with open(content.decode(), "w") as file:
        file.write("something")
        file.flush()
    return "written"


class Thing:
    """A class of no vocabulary."""


def smuggle(name: str, content: bytes) -> object:
    return Thing()
