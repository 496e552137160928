"""The servers and readers of the leak matrix, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.leaks.papers import build
from tests.leaks.readers import House, everybody


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with everybody(build(tmp_path_factory.mktemp("leaks"))) as made:
        yield made
