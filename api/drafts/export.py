"""A selection of matters as a file."""

from __future__ import annotations

from typing import Literal

from api.drafts.composed import composed
from api.drafts.csl import csl
from api.drafts.markdown import markdown
from api.drafts.picked import Selection
from api.settings import Settings

Form = Literal["docx", "md", "csl.json"]


def exported(selection: Selection, form: Form, settings: Settings) -> bytes:
    """The selection as Word, Markdown or CSL-JSON, with links where the settings name the site's address."""
    brief = composed(selection, settings.address, settings.service_name)
    if form == "docx":
        from api.drafts.word import word  # python-docx takes half a second to load, which only this need wait for

        return word(brief)
    return markdown(brief) if form == "md" else csl(brief)
