"""Papers of an invented board with something for every kind of answer."""

from __future__ import annotations

from pathlib import Path

MAY = """# Minutes of the Harbour Board Meeting

Held on 9 May 2024 at 10.00 am in the Town Hall

## Members

- Robin Black (RB), Chair
- Sam White (SW), Director of Finance
- Ada Green (AG), Head of Midwifery

## Apologies

- Noor Amber (NA), Partner Member, Quayside Trust

## 1. Declarations of interest

SW declared an interest in item 4 as a trustee of the Pier Charity and left the room.

## 2. Ferry contract (presented by Sam White)

SW said that the ferry contract would end in June and that the operator had asked for more.

Resolved: The Board:

- Approved a two-year ferry contract at £2.4 million.
- Agreed that fares would be frozen.

## 3. Pier closure (presented by Robin Black)

RB set out the case for closing the pier in winter.

Resolved: The Board deferred the pier closure to its next meeting.

ACTION: AG to survey the pier planks by 30 June 2024.

## 4. Lighthouse grant

Resolved: The Board noted the draft lighthouse grant rules and that a final version would be brought for approval.
"""
JULY = """# Minutes of the Harbour Board Meeting

Held on 11 July 2024 at 10.00 am in the Town Hall

## Members

- Robin Black (RB), Chair
- Ada Green (AG), Head of Midwifery

## 1. Minutes of the last meeting

Resolved: The Board approved the minutes of 9 May 2024.

## 2. Pier closure (presented by Robin Black)

Resolved: The Board rejected the pier closure.

## 3. Dredging policy

Resolved: The Board adopted the dredging policy.
"""
REPORT = """# Harbour Performance Report

The Tidal Data Service (TDS) measures depth.

## Landings in May 2024

| Quay | Plan | Actual |
| --- | --- | --- |
| North quay | 120 | 98 |
| South quay | 80 | 85 |

## Landings as reported by the harbour master

| Quay | Plan | Actual |
| --- | --- | --- |
| North quay | 120 | 101 |

## Recommendation

The Board is asked to approve a harbour levy of 3%.
"""


def papers(folder: Path) -> Path:
    """Two sets of minutes and a report as Markdown, in folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"2024-05.md": MAY, "2024-07.md": JULY, "report.md": REPORT}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
