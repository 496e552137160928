"""A key for programs, for tests of a server that answers nobody unsigned."""

from __future__ import annotations

from pathlib import Path

from search.service import keys
from search.service.service import Service


def keyed(folder: Path, *scopes: str, days: float = 1) -> dict[str, str]:
    """The header that shows a new key of a folder of libraries; both libraries may be read where no scope is named."""
    with Service.open(folder) as service, service.change() as connection:
        made = keys.make(connection, "program", scopes or ("read:public", "read:restricted"), days)
    return {"Authorization": f"Bearer {made[1]}"}
