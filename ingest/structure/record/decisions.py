"""Decisions of minutes: one for each sentence, bullet or lettered point of a resolution."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Attendance, Decision
from ingest.structure.meeting.bodies import BODY_WORDS
from ingest.structure.place import Placed, in_one_item, minuted
from ingest.structure.record.commitments import alike, taken_on
from ingest.structure.record.found import Found, next_block
from ingest.structure.record.leads import BEGINS, NOTHING, POINT, Lead, deeper, headed, next_lead, opened, spoken, under
from ingest.structure.record.pieces import Piece, pieces
from ingest.structure.record.told import goes_on, leads, notes, notes_only, proposes, tells, tells_loudly
from ingest.structure.record.verbs import condition, decided, unconditional, verb
from ingest.structure.record.voted import with_votes
from ingest.structure.record.votes import outcome, vote, votes_only
from ingest.structure.sentences import points, sentences

# Verbs that minutes use of talk too: where decisions are labelled, a sentence needs a stronger one.
_WEAK = ("agreed", "noted", "received", "supported", "other")
_AGREES = re.compile(r"\b(?:resolved|agreed|decided)\b", re.I)
_NAMED = re.compile(
    rf"\b[Tt]he\s+({BODY_WORDS}|body|members)\s+(?:\w+ly\s+)?(?:agreed|approved|noted|resolved|endorsed|decided)\b",
    re.I,
)
# What stands behind a resolution in one cell of a web page and is none of it.
_ASIDE = re.compile(
    r"(?:Minutes|Discussion|Background|Reasons?(?: for decision)?|Voting [Rr]ecord|Options considered)\b"
)
_BE = re.compile(r"\bthat\b.+\bbe\s+\w+(?:ed|aid)\W*")
_CARRIED = re.compile(
    r"\S.{9,300}?\(\s*proposed\b.{2,80}?\bseconded\b[^()]{2,60}\)\W*(?:all in favour|agreed|carried|unanimous\w*)\W*",
    re.I,
)
_FORMAL = re.compile(r"(?:following \w+, |after \w+, )?(?:it was|this was|(?:the )?\w+ (?:\w+ ){0,5}?\w+ed)\b", re.I)
SAME = 0.5  # share of words by which a sentence tells of a decision that is marked elsewhere
MATTER = 160  # characters of what an entry of a list says before its decision
NEAR = 4  # blocks after a motion in which its outcome stands


def decisions(placed: Sequence[Placed], people: Sequence[Attendance] = ()) -> list[Decision]:
    """The decisions of one set of minutes, in order.

    Labels ("Resolved:", "AGREED –"), capitals ("The Board NOTED ...") and columns mark decisions. Where most items that
    decide anything mark it, other sentences decide nothing; elsewhere a sentence decides that says of the body itself,
    or of nobody, that it was agreed, decided, approved ... What somebody of the list takes on is an action instead.
    """
    placed = minuted(placed)
    own = _own(placed)
    found = with_votes(list(_found(placed, own, people)), placed)
    marked = {_item(one.decision) for one in found if one.marked}
    told = {_item(one.decision) for one in found if not one.marked} - marked
    strict = len(marked) >= len(told)
    return [one.decision for one in found if one.marked or _counts(one, found, _item(one.decision) in told, strict)]


def _counts(one: Found, found: Sequence[Found], bare: bool, strict: bool) -> bool:
    """Whether a decision that nothing marks counts; bare says that its item marks none, strict that most items do.

    Beside marked ones it has to be a formal one, about something else: the rest only tells how those came about.
    """
    own = one.decision
    if bare:
        return not strict or bool(own.vote) or own.verb not in _WEAK or notes_only(own.text)
    marked = [other.decision.text for other in found if other.marked and _item(other.decision) == _item(own)]
    formal = own.verb not in _WEAK and bool(_FORMAL.match(own.text))
    return formal and not any(max(alike(text, own.text), alike(own.text, text)) > SAME for text in marked)


def _item(decision: Decision) -> tuple[str, str]:
    return decision.item, decision.title


def _own(placed: Sequence[Placed]) -> str:
    """The body's name; where the text never calls it so, the noun by which the text most often does."""
    own = next((here.place.body for here in placed if here.place.body), "")
    named = Counter(word.lower() for here in placed for word in _NAMED.findall(here.block.text))
    named.pop("members", None)
    if not own or not named or any(word in own.lower() for word in named):
        return own
    word, count = named.most_common(1)[0]
    return f"{own} {word}" if count >= 2 else own


def _found(placed: Sequence[Placed], own: str, people: Sequence[Attendance]) -> Iterator[Found]:
    lead: Lead | None = None
    label = -2  # the block that a label opened last, or one that went on with it
    for at, here in enumerate(placed):
        if here.head and here.block.kind != "row":
            lead = headed(here)
            continue
        if here.place.kind not in ("discussion", "decision", "action", "table row"):
            lead = None
            continue
        before = (
            ""  # what an entry of a list says before a label in it: "4 Mill Row, new windows. Resolved: to object."
        )
        for piece in pieces(here):
            if piece.mark == "motion":
                yield from _motion(at, piece, placed)
            elif piece.mark == "decision" and not opened(piece):
                made = _labelled(at, _whole(at, piece, placed), people)
                yield from (_about(one, before) if piece.within else one for one in made)
                label = at
            elif piece.mark == "" and lead and not spoken(piece, own) and (text := under(lead, piece)):
                yield Found(at, _decision(here, text, lead.text), lead.marked or bool(BEGINS.match(text)))
                lead = deeper(lead, piece)
                continue
            elif piece.mark == "" and label == at - 1 and _runs_on(piece, own):
                label = at
                yield from (Found(at, one, True) for one in _more(piece, own))
            elif piece.mark == "" and not spoken(piece, own) and not (lead and lead.whole):
                yield from _told(at, piece, placed, own)
            before = piece.text if here.block.kind == "bullet" and not piece.mark and len(piece.text) <= MATTER else ""
            lead = next_lead(lead, piece, own)


def _about(one: Found, matter: str) -> Found:
    """A decision with what its entry of a list is about, where no other line leads it."""
    return one if one.decision.lead else replace(one, decision=replace(one.decision, lead=matter.strip()))


def _runs_on(piece: Piece, own: str) -> bool:
    """Whether a paragraph just after a labelled one goes on with it: the rest of its sentence, or only decisions."""
    if piece.here.block.kind != "paragraph":
        return False
    return piece.text[:1].islower() or all(goes_on(sentence, own) for sentence in sentences(piece.text))


def _more(piece: Piece, own: str) -> list[Decision]:
    return [_decision(piece.here, sentence, "") for sentence in sentences(piece.text) if goes_on(sentence, own)]


def _whole(at: int, piece: Piece, placed: Sequence[Placed]) -> Piece:
    """The piece with the paragraph that goes on with its last sentence where the print broke it off."""
    text, after = piece.text.rstrip(), next_block(at, placed)
    if not after or not text[-1:].isalnum() or after.block.kind != "paragraph":
        return piece
    if not after.block.text[:1].islower() or piece.here.block.kind == "row" or POINT.match(after.block.text):
        return piece
    block = piece.here.block
    joined = replace(block, text=f"{block.text} {after.block.text}", spans=(*block.spans, *after.block.spans))
    return replace(piece, text=f"{text} {after.block.text}", here=replace(piece.here, block=joined))


def _labelled(at: int, piece: Piece, people: Sequence[Attendance]) -> Iterator[Found]:
    text = piece.text.strip()
    if NOTHING.fullmatch(text) or (piece.column and verb(text) == "other"):
        return
    if votes_only(text) and not piece.column:
        yield Found(at, replace(_decision(piece.here, f"{piece.printed}{text}", ""), verb="agreed"), True)
        return
    head, parts = points(text)
    if parts:
        for part in parts:
            if not NOTHING.fullmatch(part):
                yield Found(at, _under_label(piece, part, head), True)
        return
    for sentence in _sentences(text, piece.within, people):
        yield Found(at, _under_label(piece, sentence, ""), True)


def _under_label(piece: Piece, text: str, lead: str) -> Decision:
    """A decision by its label: "Resolved" agrees to what its words give no verb for."""
    made = _decision(piece.here, text, lead)
    bare = unconditional(text)
    agrees = made.verb == "other" and _AGREES.search(piece.printed or lead) and decided(bare) == bare
    return replace(made, verb="agreed") if agrees else made


def _sentences(text: str, within: bool, people: Sequence[Attendance]) -> list[str]:
    """Sentences of a resolution that decide something; one that only explains stays with the sentence before it."""
    out: list[str] = []
    for sentence in sentences(text):
        if out and (_ASIDE.match(sentence) or taken_on(sentence, people)):
            break
        if not out or (verb(sentence) != "other" and not votes_only(sentence)):
            out.append(sentence)
        elif within and not votes_only(sentence):
            break
        else:
            out[-1] = f"{out[-1]} {sentence}"
    return out


def _motion(at: int, piece: Piece, placed: Sequence[Placed]) -> Iterator[Found]:
    """A motion is a decision only where its outcome follows; a lost one is rejected."""
    told = sentences(piece.text)
    matter = [sentence for sentence in told if not votes_only(sentence)]
    after = [here.block.text for here in placed[at + 1 : at + 1 + NEAR] if in_one_item(here, placed[at])]
    result = next(
        (sentence for sentence in [*told, *after] if votes_only(sentence) and outcome(sentence) is not None), ""
    )
    if not result or not matter:
        return
    made = _decision(piece.here, matter[0], "")
    kind = "rejected" if not outcome(result) else made.verb if made.verb != "other" else "agreed"
    yield Found(at, replace(made, verb=kind, vote=vote(result) or result), True)


def _told(at: int, piece: Piece, placed: Sequence[Placed], own: str) -> Iterator[Found]:
    here = piece.here
    if here.place.kind not in ("discussion", "table row"):
        return
    head, parts = points(piece.text)
    if parts and leads(head, own):
        for part in parts:
            if BEGINS.match(part) or verb(head) != "other":
                yield Found(at, _decision(here, part, head), tells_loudly(head, own) or part.split()[0].isupper())
        return
    told = sentences(POINT.sub("", piece.text, count=1) if POINT.match(piece.text) else piece.text)
    lead = ""
    for number, sentence in enumerate(told):
        head, colon, rest = sentence.partition(": ")
        if colon and leads(f"{head}:", own):
            lead, sentence = f"{head}:", rest
        if lead and BEGINS.match(sentence):
            yield Found(at, _decision(here, sentence, lead), True)
            continue
        lead = ""
        if made := _carried(at, sentence, told[number + 1 : number + 3], placed):
            yield made
            continue
        loud = tells_loudly(sentence, own)
        if loud or (tells(sentence, own) and (not sentence.endswith(":") or _BE.search(sentence))):
            last = number == len(told) - 1 and (number == 0 or not _talks_on(at, placed))
            if loud or last or not notes(sentence) or (number == 0 and notes_only(sentence)):
                yield Found(at, _decision(here, sentence, ""), loud)


def _carried(at: int, sentence: str, rest: Sequence[str], placed: Sequence[Placed]) -> Found | None:
    """A proposal that was seconded and carried, or lost, as the next words say; None for any other sentence."""
    made = _decision(placed[at], sentence, "")
    if _CARRIED.fullmatch(sentence):
        return Found(at, replace(made, verb="agreed"), False)
    if not proposes(sentence):
        return None
    after = next_block(at, placed)
    told = [text for text in (*rest, *([after.block.text] if after and len(rest) < 2 else [])) if votes_only(text)]
    told = told[: 1 + (len(told) > 1 and outcome(told[0]) is None)]
    result = outcome(told[-1]) if told else None
    if result is None or not re.search(r"\bsecond", " ".join([sentence, *told]), re.I):
        return None
    kind = "rejected" if not result else made.verb if made.verb != "other" else "agreed"
    return Found(at, replace(made, verb=kind, vote="; ".join(told)), False)


def _talks_on(at: int, placed: Sequence[Placed]) -> bool:
    """Whether the item has more talk after this block."""
    after = next_block(at, placed)
    return bool(after and after.place.kind != "action")


def _decision(here: Placed, text: str, lead: str) -> Decision:
    place = here.place
    return Decision(
        place.item, place.title, verb(text, lead), text, lead, condition(text), here.block.spans, vote(text)
    )
