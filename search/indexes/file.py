"""The file of vectors: what FAISS writes, then what it was made from as JSON, then the length of that in eight bytes.

A torn or foreign file never fits. What a small file holds is checked whole whenever it is opened. A large one is mapped
into memory, so that processes share it: there only what leads to the vectors is checked, and `minutebook doctor` checks
the rest.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np

from search.files import replacing, synced
from search.indexes.shown import Shown, packed, unpacked
from search.vectors import State

CHUNK = 1 << 20  # bytes
END = 8  # bytes of the length
MOST = 64 << 20  # bytes of what a file may say of itself

Found = Literal["matches", "missing", "of another change", "damaged"]


@dataclass(frozen=True)
class Kept:
    """An index with what it was made from; trained is how many passages its lists were laid out for, 0 without any."""

    vectors: Any
    state: State
    held: Shown
    trained: int


def save(path: Path, kept: Kept) -> None:
    """Put an index at path in one step, on disk before it takes the name. Raises OSError."""
    import faiss

    with replacing(path) as part:
        try:
            faiss.write_index(kept.vectors, str(part))
        except RuntimeError as error:  # what FAISS raises where it cannot write
            raise OSError(str(error)) from error
        size = part.stat().st_size
        front = size - (kept.vectors.ntotal * (kept.vectors.code_size + 8) if kept.trained else 0)
        with part.open("rb") as file:
            checks = {"front": front, "front_crc32": _checksum(file, 0, front), "crc32": _checksum(file, 0, size)}
        said = {**asdict(kept.state), **checks, "trained": kept.trained, "held": packed(kept.held)}
        told = json.dumps(said).encode()
        with part.open("ab") as out:
            out.write(told + len(told).to_bytes(END, "little"))
            synced(out)


def opened(path: Path, state: State, *, to_change: bool = False) -> Kept | None:
    """The index at path where it is of this library and these vectors, be it after another number of changes.

    None where there is none or it is damaged. Large ones are mapped, unless they are to be changed.
    """
    import faiss

    try:
        with path.open("rb") as file:
            size, told = _told(file)
            made = _state(told)
            if (made.library, made.model, made.dimensions, made.vectors) != (
                *(state.library, state.model, state.dimensions),
                state.vectors,
            ):
                return None
            held, trained, front = unpacked(told["held"]), int(told["trained"]), int(told["front"])
            if not 0 < front <= size or _checksum(file, 0, front) != told["front_crc32"]:
                return None
            if trained:
                flags = 0 if to_change else faiss.IO_FLAG_MMAP | faiss.IO_FLAG_READ_ONLY
                # by the file that was checked, not by its name, which another process may have given to a newer one
                return Kept(faiss.read_index(f"/proc/self/fd/{file.fileno()}", flags), made, held, trained)
            file.seek(0)
            body = np.frombuffer(file.read(size), np.uint8)
    except (OSError, ValueError, TypeError, KeyError, RecursionError, RuntimeError):
        return None
    return Kept(faiss.deserialize_index(body), made, held, 0) if front == size else None


def inspected(path: Path, state: State) -> Found:
    """How the file stands to this state, by what it says of itself and its checksum; nothing is made or written."""
    try:
        with path.open("rb") as file:
            size, told = _told(file)
            if _checksum(file, 0, size) != told["crc32"]:
                return "damaged"
            return "matches" if _state(told) == state else "of another change"
    except FileNotFoundError:
        return "missing"
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return "damaged"


def _told(file: BinaryIO) -> tuple[int, dict[str, Any]]:
    """How many bytes FAISS wrote, and what the file says of itself. Raises ValueError where it is not one of ours."""
    end = file.seek(0, 2)
    if end < END:
        raise ValueError("too short for a file of vectors")
    file.seek(end - END)
    length = int.from_bytes(file.read(END), "little")
    size = end - END - length
    if size <= 0 or length > MOST:
        raise ValueError("not the end of a file of vectors")
    file.seek(size)
    told = json.loads(file.read(length))
    if not isinstance(told, dict):
        raise ValueError("not the end of a file of vectors")
    return size, told


def _state(told: Mapping[str, Any]) -> State:
    return State(**{name: told[name] for name in State.__dataclass_fields__})


def _checksum(file: BinaryIO, start: int, end: int) -> int:
    file.seek(start)
    checksum = 0
    while start < end and (chunk := file.read(min(CHUNK, end - start))):
        checksum = zlib.crc32(chunk, checksum)
        start += len(chunk)
    return checksum
