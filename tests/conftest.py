"""What holds for every test."""

from __future__ import annotations

import os

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """All tests ask as one client, and far more than a reader does; those of the limits set their own."""
    os.environ.setdefault("MINUTEBOOK_RATES", "")
