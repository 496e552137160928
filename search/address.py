"""Addresses that stay: the same bytes give the same ids, however often they are ingested."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ingest.model import Passage
from search.words import whole


def document_id(sha256: str) -> str:
    """The address of a document: the first 12 hex digits of the hash of its bytes."""
    return sha256[:12]


def content_hash(indexed: str) -> str:
    """The key of an embedded text: 32 hex digits."""
    return hashlib.sha256(whole(indexed).encode()).hexdigest()[:32]


def passage_ids(document: str, passages: Sequence[Passage]) -> list[str]:
    """One address per passage, made from its words, item and kind, and counted where a document repeats itself."""
    taken: set[str] = set()
    ids = []
    for passage in passages:
        count = 0
        while (address := f"{document}-{_digest(passage, count)}") in taken:
            count += 1
        taken.add(address)
        ids.append(address)
    return ids


def _digest(passage: Passage, count: int) -> str:
    parts = "\x1f".join((passage.text, passage.item, passage.kind, str(count)))
    return hashlib.sha256(whole(parts).encode()).hexdigest()[:10]
