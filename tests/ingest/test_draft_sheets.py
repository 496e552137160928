from __future__ import annotations

import io

import docx

from ingest.drafting import read_draft


def test_labels_of_the_writers_own_in_a_cover_sheet_end_what_stands_above_them() -> None:
    made, out = docx.Document(), io.BytesIO()
    made.add_heading("Lifeguards: are there enough?", 1)
    rows = made.add_table(rows=0, cols=2)
    for label, value in (
        ("Purpose", "To say how many lifeguards there are"),
        ("Money", "Two posts cost £61,000 a year"),
        ("Interests", "Ms Penrose is married to a lifeguard"),
        ("Asked of the Board", "Note the number of lifeguards."),
    ):
        cells = rows.add_row().cells
        cells[0].text, cells[1].text = label, value
    made.save(out)
    found = read_draft("draft.docx", out.getvalue())
    assert found.purpose == "To say how many lifeguards there are"
    assert found.recommendations == ("Note the number of lifeguards.",)
    assert found.money == ("£61,000 a year",)
