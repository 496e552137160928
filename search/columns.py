"""Columns of a library's tables, by what they hold."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Text

from search.dialect import LISTED

metadata = MetaData()


def text(name: str, default: str | None = None) -> Column[str]:
    """Text; default is what rows have that were there before the column was."""
    return Column(name, Text, nullable=False, server_default=default)


def number(name: str, default: str | None = None) -> Column[int]:
    """A whole number; 0 and 1 also say no and yes."""
    return Column(name, Integer, nullable=False, server_default=default)


def json(name: str) -> Column[object]:
    """A list, or a span as search.packing packs it."""
    return Column(name, LISTED, nullable=False)


def row() -> Column[int]:
    """The number that other tables know a row by."""
    return Column("row", Integer, primary_key=True)


def owner(name: str, target: str, optional: bool = False) -> Column[Any]:
    """A reference that goes when its owner goes."""
    kind = Integer if target.endswith(".row") else Text
    return Column(name, kind, ForeignKey(target, ondelete="CASCADE"), nullable=optional)
