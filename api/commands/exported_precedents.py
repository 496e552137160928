"""Precedents that were found, as files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from api.errors import UnusableArgument

if TYPE_CHECKING:
    from api.drafts.export import Form
    from api.settings import Settings
    from search.model import Precedents


def export(found: Precedents, name: str, files: Mapping[Form, Path | None], chosen: Settings) -> None:
    """Write what was found for a draft into each file that is named. Raises UnusableArgument where one cannot be."""
    from api.drafts.export import exported
    from api.drafts.picked import everything
    from api.identity.operator import logged
    from search.service.questions import today

    selection = everything(found, today(), name)
    for form, path in files.items():
        if path is None:
            continue
        try:
            path.write_bytes(exported(selection, form, chosen))
        except OSError as error:
            raise UnusableArgument(f"{path}: cannot be written ({error.strerror})") from error
        if chosen.collection == "restricted":
            logged(chosen.library, "export", [path.name], chosen.collection)
