"""Papers of an invented parish with matters that are alike, unlike, refused and put off."""

from __future__ import annotations

from pathlib import Path

MARCH = """# Minutes of the Parish Council Meeting

Held on 5 March 2024 at 7.00 pm in the Reading Room

## Members

- Iris Vale (IV), Chair
- Tom Heath (TH), Clerk

## 1. Minutes of the last meeting

Resolved: The Council approved the minutes of 6 February 2024 as an accurate record.

## 2. Declarations of interest

TH declared an interest in item 4 as a tenant of the allotments and left the room for that item.

## 3. Grass cutting contract

TH said that one firm had offered.

Resolved: The Council approved the award of a three-year contract for grass cutting to Meadow Ltd at £9,000 a year.

## 4. Allotments: sale of the lower field

IV said that the field floods. A report had been promised.

Resolved: The Council deferred the sale of the lower field to its meeting on 2 April 2024.

Action: TH to have the lower field valued by 1 April 2024.

## 5. Budget report

Resolved: The Council noted the budget report.
"""
APRIL = """# Minutes of the Parish Council Meeting

Held on 2 April 2024 at 7.00 pm in the Reading Room

## Members

- Iris Vale (IV), Chair
- Tom Heath (TH), Clerk

## 1. Minutes of the last meeting

Resolved: The Council approved the minutes of 5 March 2024 as an accurate record.

## 2. Allotments: sale of the lower field

Resolved: The Council rejected the sale of the lower field.

## 3. Street lighting contract

Resolved: The Council approved a one-year extension of the street lighting contract, subject to a fall in its price.

## 4. Budget report

Resolved: The Council noted the budget report.
"""
MAY = """# Minutes of the Parish Council Meeting

Held on 7 May 2024 at 7.00 pm in the Reading Room

## Members

- Iris Vale (IV), Chair
- Tom Heath (TH), Clerk

## 1. Minutes of the last meeting

Resolved: The Council approved the minutes of 2 April 2024 as an accurate record.

## 2. Playground contract

Resolved: The Council approved the award of a contract for the playground to Swing Ltd at £42,000. The contract would be
reviewed in May 2025.

## 3. Budget report

Resolved: The Council noted the budget report.
"""


def papers(folder: Path) -> Path:
    """Three sets of minutes as Markdown, in folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in {"2024-03.md": MARCH, "2024-04.md": APRIL, "2024-05.md": MAY}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
