"""Actions of minutes, with who is to do them and by when."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Action, Attendance
from ingest.structure.place import ACTION, Placed, in_one_item, minuted
from ingest.structure.record.action_lists import NOTHING, OLD, goes_on, is_list, listed, split
from ingest.structure.record.action_parts import action, completed, is_closed
from ingest.structure.record.action_rows import follows_up, row_actions
from ingest.structure.record.acts import ACTS
from ingest.structure.record.commitments import alike, commits, taken_on, took_up, undertakes
from ingest.structure.record.dues import DEADLINE
from ingest.structure.record.owners import named, only, owners
from ingest.structure.record.pieces import Piece, pieces
from ingest.structure.sentences import sentences

Takes = Callable[[str, Sequence[Attendance]], tuple[str, ...]]
KINDS = ("discussion", "decision", "action", "table row")
SAME = 0.6  # share of an action's words that a sentence about the same thing holds
_LOUD = re.compile(r"\W*[A-Z][A-Z .,/&’'-]{0,60}?\s(?:TO|WILL)\s[A-Z]{2,}[^a-z]*")
_TO_ACTION = re.compile(r"\W*(?P<who>[A-Z][\w/&., ’'-]{0,60}?)\s+to\s+action\W*")
_CLAUSE = re.compile(
    rf"[^.;:]{{5,200}}?(?:,|\s[–—-])\s+(?P<who>(?:the\s)?[Cc]lerk|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})*|Cllr\.?\s[A-Z][\w’'-]+)\s+"
    rf"to\s+{ACTS}\b[^.;:]{{0,120}}[.;]?"
)
_BARE = re.compile(
    r"\W*(?P<who>[^.;:()]{1,60}?)\s+to\s+(?:also\s+)?(?!(?:the|an?|his|her|their|its|this|that|all|be|have|note|date|"
    r"approve|receive|declare|item|page|which|whom|each|any|(?!bring\b)\w+ing)\b)[a-z-]{2,}\b",
    re.I,
)


def actions(placed: Sequence[Placed], people: Sequence[Attendance]) -> list[Action]:
    """The actions of one set of minutes, in order, with the owner named in the action or just before it.

    A label, a list under its heading, a column, capitals or "AB to ..." marks an action. Where nothing is marked,
    sentences count in which a named person, role or group takes something on.
    """
    placed = minuted(placed)
    marked = list(_marked(placed, people))
    if not marked:
        return list(_told(placed, people, commits))
    if any(is_list(here) for here in placed):
        return _dated(marked, placed)
    labelled = {(one.item, one.title) for one in marked}
    rest = [here for here in placed if (here.place.item, here.place.title) not in labelled]
    return _in_order([*marked, *_told(rest, people, undertakes)])


def _in_order(found: Sequence[Action]) -> list[Action]:
    return sorted(found, key=lambda one: (one.spans[0].page, one.spans[0].start))


def _dated(found: Sequence[Action], placed: Sequence[Placed]) -> list[Action]:
    """Actions of a list, with the deadline that the item about the same thing set for it."""
    set_out = [
        (told["due"], like)
        for here in placed
        for like, sentence in pairwise(sentences(here.block.text))
        if (told := DEADLINE.search(sentence))
    ]
    return [
        replace(one, due=next((due for due, like in set_out if alike(one.text, like) >= SAME), one.due))
        if not one.due
        else one
        for one in found
    ]


def _told(placed: Sequence[Placed], people: Sequence[Attendance], takes: Takes) -> Iterator[Action]:
    for here in placed:
        if (here.head and here.block.kind != "row") or here.place.kind not in ("discussion", "table row"):
            continue
        for piece in pieces(here):
            for sentence in sentences(piece.text):
                if piece.mark == "" and (who := takes(sentence, people)):
                    yield action(here, sentence, who)


def _marked(placed: Sequence[Placed], people: Sequence[Attendance]) -> Iterator[Action]:
    last: Action | None = None
    listing: tuple[str, ...] | None = None  # owners of the list that stands open, () for a list of many
    labelled = {(here.place.item, here.place.title) for here in placed if ACTION.match(here.block.text)}
    for at, here in enumerate(placed):
        if (here.head and here.block.kind != "row") or here.place.kind not in KINDS:
            listing = () if here.head and is_list(here) else None
            continue
        if last and (more := completed(last, here, people)):
            last = more
            continue
        if last:
            yield last
            last = None
        made: list[Action] = []
        labels = (here.place.item, here.place.title) in labelled
        listing, made = _of_block(at, here, placed, people, listing, labels)
        yield from made[:-1]
        last = made[-1] if made else None
    if last:
        yield last


def _of_block(
    at: int,
    here: Placed,
    placed: Sequence[Placed],
    people: Sequence[Attendance],
    listing: tuple[str, ...] | None,
    labels: bool,
) -> tuple[tuple[str, ...] | None, list[Action]]:
    """The actions of one block, and the owners of the list that it leaves open."""
    if here.block.kind == "row":
        if here.place.kind == "action" or (OLD.search(here.place.title) and follows_up(here)):
            return None, []
        made = row_actions(here, people)
        return listing, made or _of_pieces(at, here, placed, people, labels)
    if is_list(here):
        return (), []
    if listing is not None and (here.block.kind == "bullet" or goes_on(here, people)):
        return listed(here, people, listing)
    return None, _of_pieces(at, here, placed, people, labels)


def _of_pieces(
    at: int, here: Placed, placed: Sequence[Placed], people: Sequence[Attendance], labels: bool
) -> list[Action]:
    """The actions that a block's pieces mark. labels says that its item labels actions: there, other words are talk."""
    out: list[Action] = []
    found = pieces(here)
    for number, piece in enumerate(found):
        if piece.mark == "action":
            out += _labelled(piece, found[:number], at, placed, people)
        elif piece.mark == "" and not labels and here.place.kind in ("discussion", "action", "table row"):
            out += [action(here, text, who) for text, who in _unlabelled(piece, people)]
        elif piece.mark == "decision" and not piece.column:
            out += [action(here, text, who) for text, who in _behind(piece, people)]
    return out


def _labelled(
    piece: Piece, before: Sequence[Piece], at: int, placed: Sequence[Placed], people: Sequence[Attendance]
) -> list[Action]:
    text, here = piece.text.strip(), piece.here
    found = ACTION.match(piece.printed + piece.text)
    if NOTHING.fullmatch(text) or not found or (OLD.search(here.place.title) and is_closed(text)):
        return []
    if who := only(text, people) if len(text.split()) <= 6 else ():
        told = _asked(before, at, placed)
        return [action(told[0], told[1], who, found)] if told else []
    if piece.within:
        text = " ".join(_first(text, people))
    made = split(here, text, people, found)
    if len(made) == 1 and not made[0].owner:
        earlier = [sentence for one in _item_before(at, placed, 12) for sentence in sentences(one.block.text)]
        earlier += [sentence for one in before for sentence in sentences(one.text)]
        made = [replace(made[0], owner=took_up(text, earlier, people))]
    return made


def _first(text: str, people: Sequence[Attendance]) -> list[str]:
    """The sentences of an action within a paragraph: the first, and those after it that say who is to do what."""
    told = sentences(text)
    kept = told[:1]
    for sentence in told[1:]:
        if not owners(sentence, people):
            break
        kept.append(sentence)
    return kept


def _asked(before: Sequence[Piece], at: int, placed: Sequence[Placed]) -> tuple[Placed, str] | None:
    """The sentence that an action label with nothing but a name is set to: the one just before it."""
    if before and before[-1].mark == "" and (told := sentences(before[-1].text)):
        return before[-1].here, told[-1]
    for one in reversed(_item_before(at, placed, 1)):
        last = pieces(one)[-1:]
        if last and last[0].mark in ("", "decision") and (told := sentences(last[0].text)):
            return one, told[-1]
    return None


def _item_before(at: int, placed: Sequence[Placed], most: int) -> list[Placed]:
    return [one for one in placed[max(0, at - most) : at] if not one.head and in_one_item(one, placed[at])]


def _left(sentence: str, before: str, people: Sequence[Attendance]) -> tuple[str, tuple[str, ...]] | None:
    """The action of a sentence whose last clause is "AB to check", or that says "AB to action" of the one before.

    What is to be done is then told before it, as in "Lights are out, Clerk to report".
    """
    if found := _TO_ACTION.fullmatch(sentence):
        who = named(found["who"], people)
        return (f"{before} {sentence}".strip(), who) if who else None
    found = _CLAUSE.fullmatch(sentence)
    who = named(found["who"], people) if found else ()
    return (sentence, who) if who else None


def _behind(piece: Piece, people: Sequence[Attendance]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands behind a resolution in its paragraph and is to be done by somebody of the list."""
    for sentence in sentences(piece.text)[1:]:
        if who := taken_on(sentence, people):
            yield sentence, who


def _unlabelled(piece: Piece, people: Sequence[Attendance]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Sentences in capitals, or that begin "AB to send": marked as actions by their form alone."""
    told = sentences(piece.text)
    for number, sentence in enumerate(told):
        if left := _left(sentence, told[number - 1] if number else "", people):
            yield left
            continue
        if number + 1 < len(told) and _TO_ACTION.fullmatch(told[number + 1]):
            continue
        found = _BARE.match(sentence)
        loud = _LOUD.fullmatch(sentence) and len(sentence.split()) > 3
        who = (
            named(found["who"], people)
            if found
            and len(found["who"].split()) < 7
            and (loud or not found["who"].isupper() or len(found["who"]) < 16)
            else ()
        )
        if who and not re.match(r"\W*(?:all|members|everyone|the\s+\w+)\b", sentence, re.I):
            yield sentence, who
