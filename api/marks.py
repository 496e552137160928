"""The organisation's own words and marks, from the settings, checked before anything is served."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from api.errors import UnusableArgument
from api.settings import Settings

LOGOS = {".svg": "image/svg+xml", ".png": "image/png"}
LARGEST = 1_000_000  # bytes of a logo or a statement
READABLE = 4.5  # contrast that WCAG 2.2 asks of text (1.4.3)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture and its media type."""

    content: bytes
    media: str


def logo(settings: Settings) -> Logo | None:
    """The organisation's own logo; None where it has none. Raises UnusableArgument."""
    if settings.logo in ("", "nhs"):
        return None
    path = Path(settings.logo)
    if path.suffix.lower() not in LOGOS:
        raise UnusableArgument(f"MINUTEBOOK_LOGO {settings.logo}: give nhs, or an SVG or PNG file")
    return Logo(_read("MINUTEBOOK_LOGO", path), LOGOS[path.suffix.lower()])


def statement(name: str, path: Path | None) -> str:
    """The Markdown that a setting names, "" where it names none. Raises UnusableArgument."""
    if path is None:
        return ""
    try:
        return _read(name, path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusableArgument(f"{name} {path}: is not UTF-8 text") from error


def brand(settings: Settings) -> str:
    """The style sheet of the organisation's colour. Raises UnusableArgument where white text cannot be read on it."""
    found = contrast(settings.brand_colour)
    if found < READABLE:
        raise UnusableArgument(
            f"MINUTEBOOK_BRAND_COLOUR {settings.brand_colour}: white text on it has a contrast of {found:.1f}, "
            f"and {READABLE} is the least that can be read; choose a darker one"
        )
    return f":root{{--brand:{settings.brand_colour}}}\n"


def contrast(colour: str) -> float:
    """The contrast of white with a colour (#rrggbb), from 1 to 21. Source: WCAG 2.2, relative luminance.

    >>> round(contrast("#000000")), round(contrast("#ffffff")), round(contrast("#005eb8"), 1)
    (21, 1, 6.4)
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def origins(settings: Settings) -> tuple[str, ...]:
    """The sites that may show the search box."""
    return tuple(part.rstrip("/") for part in re.split(r"[ ,]+", settings.embedders) if part)


def stamp(folder: Path, *more: bytes) -> str:
    """Changes whenever a file of the site does, so that browsers may keep the old one for ever."""
    told = hashlib.sha256()
    for content in (*_contents(folder), *more):
        told.update(content)
    return told.hexdigest()[:12]


def _contents(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.name.encode()
            yield path.read_bytes()


def _read(name: str, path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UnusableArgument(f"{name} {path}: is larger than {LARGEST:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise UnusableArgument(f"{name} {path}: cannot be read ({(error.strerror or '').lower()})") from error
