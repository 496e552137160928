"""Nouns between two processes: packed by one, unpacked by another that trusts none of the bytes."""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import io
import pickle
from collections.abc import Iterator
from operator import attrgetter
from typing import Any

import ingest.errors
import ingest.facts
import ingest.model
import ingest.pages
from ingest.model import Box, Page, Word

Flat = tuple[int, int, float, float, float, float]


class UnexpectedParcel(Exception):
    """Bytes that hold anything but nouns, errors and plain containers; never leaves ingest."""


def pack(value: object) -> bytes:
    """Bytes of value, which may hold the dataclasses of ingest.model, the errors of ingest.errors, plain containers."""
    packed = io.BytesIO()
    packer = _Packer(packed, protocol=5)
    packer.dispatch_table = {}  # no package has a say here: some change for a whole process how errors are packed
    packer.dump(value)
    return packed.getvalue()


def unpack(packed: bytes) -> tuple[str, Any]:
    """The (kind, value) that was packed.

    Only classes of the two vocabularies can be made, whatever the bytes ask for, so nothing in them can run code.
    Raises UnexpectedParcel for anything else.
    """
    try:
        with _no_collection():
            kind, value = _Unpacker(io.BytesIO(packed)).load()
    except UnexpectedParcel:
        raise
    except Exception as error:  # broken pickles fail in many ways
        raise UnexpectedParcel(f"not a parcel ({type(error).__name__})") from error
    if not isinstance(kind, str):
        raise UnexpectedParcel("not a parcel (no kind)")
    return kind, value


def page(fields: tuple[Any, ...], words: list[Flat]) -> Page:
    """A page of its other fields, in order, and its words as plain numbers.

    A pack has a hundred thousand words: as numbers they cross ten times faster than as objects.
    """
    boxed = tuple([Word(start, end, Box(*edges)) for start, end, *edges in words])
    return dataclasses.replace(Page(*fields), words=boxed)


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cyclic collector, which else walks every new object again and again; nouns hold no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


NOUNS = tuple(
    noun
    for noun in vars(ingest.model).values()
    if isinstance(noun, type)
    and noun.__module__ in (ingest.model.__name__, ingest.facts.__name__, ingest.pages.__name__)
    and dataclasses.is_dataclass(noun)
)
# Every noun has at least two fields, so that attrgetter gives a tuple.
READING = {noun: attrgetter(*(field.name for field in dataclasses.fields(noun))) for noun in NOUNS}


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """Nouns as a call with their fields: faster than the state that dataclasses pickle by default."""
        cls = type(value)
        if cls is Page:
            words = [(w.start, w.end, w.box.left, w.box.top, w.box.right, w.box.bottom) for w in value.words]
            return page, (READING[Page](dataclasses.replace(value, words=())), words)
        return (cls, READING[cls](value)) if cls in READING else NotImplemented


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        """The class, if it is one of ours, or page; functions, imported names and dotted paths are not."""
        if (module, name) == (page.__module__, page.__name__):
            return page
        for vocabulary in (ingest.model, ingest.facts, ingest.pages, ingest.errors):
            if module == vocabulary.__name__:
                found = vars(vocabulary).get(name)
                if isinstance(found, type) and found.__module__ == module:
                    return found
        raise UnexpectedParcel(f"names {module}.{name}"[:200])
