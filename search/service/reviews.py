"""A review as text, and back."""

from __future__ import annotations

from pydantic import TypeAdapter

from search.service.model import Review

_REVIEW = TypeAdapter(Review)


def packed(review: Review) -> str:
    """The review as JSON."""
    return _REVIEW.dump_json(review).decode()


def unpacked(text: str) -> Review | None:
    """The review that packed gave, None for ""."""
    return _REVIEW.validate_json(text) if text else None
