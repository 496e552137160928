"""Small board papers of nobody in particular, for tests that need a library."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

MINUTEBOOK = Path(sys.executable).with_name("minutebook")

JANUARY = """# Minutes of the Part I Board Meeting

Held on 16 January 2025 at 10.00 am in the Town Hall

## Members

- First Person (FP), Chair
- Second Person (SP), Chief Finance Officer

## 7. Winter funding

SP presented the winter funding paper and said that the community beds would stay open until April.

Resolved: The Board approved winter funding of £2.4 million for community beds.

## 8. Estates strategy

The Board discussed the estates strategy and asked for a fuller account of the old laundry building.

Resolved: The Board deferred the estates strategy to its next meeting.
"""
MARCH = """# Minutes of the Part I Board Meeting

Held on 13 March 2025 at 10.00 am in the Town Hall

## 6. Estates strategy

FP presented the estates strategy with the account of the old laundry building that had been asked for.

Resolved: The Board approved the estates strategy.

## 7. Ambulance handovers

Handovers had taken 38 minutes on average in February, four minutes fewer than in January.

Resolved: The Board noted the report on ambulance handovers.
"""


def papers(folder: Path) -> Path:
    """Two sets of minutes as Markdown, in folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2025-01-board.md").write_text(JANUARY, encoding="utf-8")
    (folder / "2025-03-board.md").write_text(MARCH, encoding="utf-8")
    return folder


def paper_pdf(path: Path, lines: tuple[str, ...] = tuple(JANUARY.replace("#", "").splitlines())) -> Path:
    """The January minutes as a PDF of one page."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica-Bold" if line[:3].strip(" 0123456789.") == "" else "Helvetica", 11)
        canvas.drawString(60, 780 - 22 * number, line.strip().replace("£", "GBP "))
    canvas.save()
    return path


def heed_interrupts() -> None:
    """Let a child process be interrupted even where the tests themselves run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def minutebook(*arguments: str | Path, library: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    """One command run as a person runs it; its exit code must be code."""
    done = subprocess.run(
        [str(MINUTEBOOK), *map(str, arguments), "--library", str(library)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == code, (done.returncode, done.stdout, done.stderr)
    return done
