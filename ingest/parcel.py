"""Nouns between two processes: packed by one, unpacked by another that trusts none of the bytes."""

from __future__ import annotations

import dataclasses
import io
import pickle
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

import ingest.errors
import ingest.model


class UnexpectedParcel(Exception):  # noqa: N818 - never leaves ingest, so it needs no place in the tree of errors
    """Bytes that hold anything but nouns, errors and plain containers."""


def pack(value: object) -> bytes:
    """value as bytes; it may hold the dataclasses of ingest.model, the errors of ingest.errors and plain containers."""
    packed = io.BytesIO()
    _Packer(packed, protocol=5).dump(value)
    return packed.getvalue()


def unpack(packed: bytes) -> tuple[str, Any]:
    """The (kind, value) that was packed.

    Only classes of the two vocabularies can be made, whatever the bytes ask for, so nothing in them can run code.
    Raises UnexpectedParcel for anything else.
    """
    try:
        kind, value = _Unpacker(io.BytesIO(packed)).load()
    except UnexpectedParcel:
        raise
    except Exception as error:  # broken pickles fail in many ways
        raise UnexpectedParcel(f"not a parcel ({type(error).__name__})") from error
    if not isinstance(kind, str):
        raise UnexpectedParcel("not a parcel (no kind)")
    return kind, value


@cache
def _fields(cls: type) -> Callable[[object], tuple[object, ...]] | None:
    """Reads all fields of a class of the vocabulary, in order; None for another class."""
    if not dataclasses.is_dataclass(cls) or cls.__module__ != ingest.model.__name__:
        return None
    names = [field.name for field in dataclasses.fields(cls)]
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """Nouns as a call with their fields: several times faster than the state that dataclasses pickle by default."""
        get = _fields(type(value))
        return NotImplemented if get is None else (type(value), get(value))


class _Unpacker(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """The class, if it is one of ours; functions, imported names and dotted paths are not."""
        for vocabulary in (ingest.model, ingest.errors):
            if module == vocabulary.__name__:
                found = vars(vocabulary).get(name)
                if isinstance(found, type) and found.__module__ == module:
                    return found
        raise UnexpectedParcel(f"names {module}.{name}"[:200])
