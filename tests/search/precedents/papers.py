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

PACK = """# Parish Council Meeting, 4 June 2024

## Agenda

Tuesday, 4 June 2024 at 7.00 pm, Reading Room

| No | Title | Action | Led by |
| --- | --- | --- | --- |
| 3. | Bus shelter at the green | Approve | T Heath |

## Parish Council Meeting, 4 June 2024

### Agenda Number: 3

### Bus shelter at the green

### Cover Sheet

#### 1. Lead

Tom Heath, Clerk

#### 2. Purpose

To ask the Council to pay for a bus shelter.

#### 3. Committees

Works Committee, 14 May 2024 (supported).

#### 4. Recommendations

The Council is invited to:

- Approve a grant of £8,000 for a bus shelter at the green.
- Note that the county council will pay for the lighting.
"""
JUNE = """# Minutes of the Parish Council Meeting

Held on 4 June 2024 at 7.00 pm in the Reading Room

## Members

- Iris Vale (IV), Chair
- Tom Heath (TH), Clerk

## 3. Bus shelter at the green

Resolved: The Council approved a grant of £5,000 for a bus shelter at the green.

Action 12: TH to bring prices of benches by 2 July 2024.

## 4. Policies

The Council adopted the following policies:

- 012 Tree Policy.
- 013 Procurement Policy for June 2024.
"""
JULY = """# Parish Council Meeting, 2 July 2024

## Agenda

Tuesday, 2 July 2024 at 7.00 pm, Reading Room

| No | Title | Action | Led by |
| --- | --- | --- | --- |
| 4. | Benches | Approve | T Heath |

## Parish Council Meeting, 2 July 2024

### Agenda Number: 4

### Benches

### Cover Sheet

#### 1. Lead

Tom Heath, Clerk

#### 2. Purpose

To give the Council the prices that it asked for (action 12).

#### 3. Recommendation

The Council is invited to note the prices.
"""
WORKS = """# Minutes of the Works Committee Meeting

Held on 14 May 2024 at 6.00 pm in the Reading Room

## Members

- Iris Vale (IV), Chair

## 2. Shelter for those who wait

Resolved: The Committee supported a grant for a shelter.
"""


def papers(folder: Path) -> Path:
    """Three sets of minutes as Markdown, in folder."""
    return _written(folder, {"2024-03.md": MARCH, "2024-04.md": APRIL, "2024-05.md": MAY})


def bus_shelter(folder: Path) -> Path:
    """A paper, the minutes that decided it, those of the committee before, and a paper that came of it, in folder."""
    return _written(folder, {"pack.md": PACK, "2024-06.md": JUNE, "works.md": WORKS, "july.md": JULY})


def _written(folder: Path, texts: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
