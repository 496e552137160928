"""Actions that stand in columns of their own: of a table of actions, or of minutes set as a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Action, Attendance
from ingest.structure.meeting.numbering import alone
from ingest.structure.place import Placed
from ingest.structure.record.commitments import commits
from ingest.structure.record.dues import due
from ingest.structure.record.owners import only, owners
from ingest.structure.record.pieces import ACTION_COLUMN
from ingest.structure.sentences import sentences

OWNER_COLUMN = re.compile(
    r"\W*(?:(?:action\s+)?(?:owner|lead|by(?:\s+whom)?|officer)|who|whom|responsib\w+(?:\s+\w+)?|assigned\s+to|"
    r"person|name)s?\W*",
    re.I,
)
DUE_COLUMN = re.compile(
    r"\W*(?:due(?:\s+(?:date|by))?|deadline|by\s+when|when|target(?:\s+date)?|timescales?|timeframe|date(?:\s+due)?|"
    r"completion(?:\s+date)?|"
    r"by\s+date)\W*",
    re.I,
)
REFERENCE_COLUMN = re.compile(r"\W*(?:(?:action\s+)?(?:ref(?:erence)?|no|number|id|#)|#)\W*", re.I)
STATUS_COLUMN = re.compile(r"\W*(?:status|rag(?:\s+\w+)?|progress|update|outcome)\W*", re.I)
_EMPTY = re.compile(r"\W*(?:none|nil|n/?a|noted|to note|for (?:information|noting)|no action\w*)?\W*", re.I)


def row_actions(here: Placed, people: Sequence[Attendance]) -> list[Action]:
    """The action of one table row; [] where no column is for actions.

    Where the column holds only who ("AB"), the action is the sentence of the row that it stands against.
    """
    cells = [(head, text) for head, text in here.block.cells if head and not _EMPTY.fullmatch(text)]
    wanted = [text for head, text in cells if ACTION_COLUMN.fullmatch(head)]
    names = [text for head, text in cells if OWNER_COLUMN.fullmatch(head)]
    if not wanted and not (names and _is_minuted(cells)):
        return []
    texts = [text for text in wanted if not only(text, people)]
    whose = [*names, *(text for text in wanted if only(text, people))]
    who = tuple(dict.fromkeys(name for text in whose for name in only(text, people)))
    if not texts:
        against = _against(cells, people) if who else ""
        texts = [against] if against else []
    when = next((text for head, text in cells if DUE_COLUMN.fullmatch(head)), "")
    numbers = [text for head, text in cells if REFERENCE_COLUMN.fullmatch(head)]
    number = next((text for text in numbers if alone(text) != here.place.item), "")
    state = next((text for head, text in cells if STATUS_COLUMN.fullmatch(head)), "")
    place = here.place
    return [
        Action(
            place.item,
            place.title,
            text,
            who or owners(text, people),
            when or due(text),
            here.block.spans,
            number if len(number) < 24 else "",
            state if len(state) < 60 else "",
        )
        for text in texts
    ]


def follows_up(here: Placed) -> bool:
    """Whether a row tells how an action of an earlier meeting stands."""
    return any(STATUS_COLUMN.fullmatch(head) for head, _ in here.block.cells)


def _is_minuted(cells: Sequence[tuple[str, str]]) -> bool:
    """Whether a row without a column of actions is one of minutes: its owner's column stands beside long prose."""
    return any(len(text) > 80 and not OWNER_COLUMN.fullmatch(head) for head, text in cells)


def _against(cells: Sequence[tuple[str, str]], people: Sequence[Attendance]) -> str:
    """The sentence of a row's longest cell in which somebody takes something on, else its last."""
    longest = max((text for head, text in cells if not ACTION_COLUMN.fullmatch(head)), key=len, default="")
    told = sentences(longest)
    return next((sentence for sentence in told if commits(sentence, people)), told[-1] if told else "")
