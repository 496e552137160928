"""A Word file as LibreOffice prints it: as PDF, and each page as a picture to be looked at."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.api.drafts.selections import ADDRESS, hostile, made, selection

SECONDS = 120
WITHOUT_JAVA = "failed to launch javaldx"  # of an installation without Java, whatever it opens


def printed(paths: Sequence[Path], folder: Path) -> str:
    """Print Word files as PDFs of the same names in folder; what LibreOffice says of them on standard error."""
    with tempfile.TemporaryDirectory() as own:
        profile = f"-env:UserInstallation={Path(own).as_uri()}"
        done = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)],
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
            env={**os.environ, "HOME": own},
        )
    return "\n".join(line for line in done.stderr.splitlines() if line.strip() and WITHOUT_JAVA not in line)


def main(folder: Path, *others: Path) -> int:
    """Print every kind of selection into folder, or other Word files, with the pages as pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = others or _made(folder)
    said = printed(paths, folder)
    for path in paths:
        pdf = folder / f"{path.stem}.pdf"
        subprocess.run(["pdftoppm", "-r", "90", "-png", str(pdf), str(folder / f"{path.stem}-page")], check=True)
    print(said or f"{len(paths)} files, without a warning; their pages are in {folder}")
    return 1 if said else 0


def _made(folder: Path) -> tuple[Path, ...]:
    every = {
        "whole": (selection(), ADDRESS),
        "no-address": (selection(), ""),
        "hostile": (selection(hostile()), ADDRESS),
    }
    paths = tuple(folder / f"{name}.docx" for name in every)
    for path, (one, address) in zip(paths, every.values(), strict=True):
        path.write_bytes(made(one, "docx", address))
    return paths


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
