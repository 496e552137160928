"""What a passage takes with it: the line above a table, the sentence that asked for an action."""

from __future__ import annotations

from ingest.reading import read_bytes

MINUTES = """# Minutes of the Estates Committee held on 5 March 2024

**Present:** A Green (AG), Chair; B White (BW), Surveyor.

## 1. Roof repairs

Members asked for the survey of the north roof. BW offered to send the survey of the north roof to members.

**Action:** Survey of the north roof to be sent to members.

## 2. Waiting times

The following table gives the waiting times of each clinic.

| Clinic | Weeks |
| --- | --- |
| Hearing | 14 |
| Total | 31 |

**Apologies**
"""


def test_an_action_that_names_nobody_is_found_with_the_sentence_that_does() -> None:
    reading = read_bytes("minutes.md", MINUTES.encode())
    action = next(passage for passage in reading.passages if passage.kind == "action")
    assert action.text.startswith("BW offered to send")
    assert action.text.endswith("Survey of the north roof to be sent to members.")
    text = reading.document.pages[0].text
    assert [text[span.start : span.end][:2] for span in action.spans] == ["BW", "**"]


def test_a_row_is_found_by_the_line_that_announces_its_table() -> None:
    rows = [passage for passage in read_bytes("minutes.md", MINUTES.encode()).passages if "31" in passage.text]
    assert "waiting times of each clinic" in rows[0].indexed
    assert "waiting times of each clinic" not in rows[0].text


def test_apologies_are_a_passage_of_their_own_that_says_so() -> None:
    listed = MINUTES.replace(
        "**Present:** A Green (AG), Chair; B White (BW), Surveyor.",
        "## Present\n\n- A Green (AG), Chair\n- B White (BW), Surveyor\n\n## Apologies\n\n- C Black (CB), Treasurer\n",
    )
    passages = [one for one in read_bytes("minutes.md", listed.encode()).passages if one.kind == "attendance"]
    assert ["Apologies" in one.text for one in passages if "Black" in one.text] == [True]
    assert not any("Green" in one.text for one in passages if "Black" in one.text)
