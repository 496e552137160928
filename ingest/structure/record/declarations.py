"""Interests that somebody declared in a meeting, and what was done about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from ingest.model import Attendance, Declaration, Span
from ingest.structure.people.known import TITLES
from ingest.structure.place import Placed, minuted
from ingest.structure.record.owners import resolved
from ingest.structure.sentences import LONGEST, sentences

Done = Literal["left", "abstained", "stayed", ""]
NEAR = 2  # blocks after a declaration in which what was done about it stands
_TITLE = re.compile(
    r"\b(?:declarations?|disclosures?|declar\w+|conflicts?)\b.*\binterests?\b|\bconflicts? of interest|\binterests\b",
    re.I,
)
_NAME = (
    rf"(?:(?:{TITLES}|Cllrs?|Councillors?)\s+)?(?:[A-Z]\.?\s?){{0,3}}[A-Z][\w’'-]*(?:\s(?:de|van|von|le|la)\b)?"
    r"(?:\s[A-Z][\w’'-]+){0,3}(?:\s*\([A-Z][A-Za-z]{1,4}\))?"
)
_WHO = rf"(?P<who>(?:[Tt]he\s+)?{_NAME}(?:\s*(?:,|and|&|,\s*and)\s*{_NAME}){{0,8}})"
_INTEREST = r"(?:interests?|conflicts?(?:\s+of\s+interests?)?|non-pecuniary|pecuniary|prejudicial|dispensation)"
_DECLARES = re.compile(
    rf"\W*(?:(?:\d+(?:\.\d+)*|[a-z]\))[.)]?\s+)?(?:(?:in respect of|for|in relation to|regarding|under|on|as|"
    rf"at)\b[^.;]{{0,80}}?,\s+)?{_WHO},?\s+"
    rf"(?:(?:also|then|again|each|both|verbally|formally|previously)\s+){{0,2}}(?:(?:declared|disclosed|registered|"
    rf"recorded|stated|"
    rf"reported|advised|noted|highlighted|raised|made|gave|indicated|informed|wished\s+to\s+declare|asked\s+(?:for|"
    rf"that))\b[^.]{{0,220}}?"
    rf"\b{_INTEREST}|(?:had|has|have|holds?|held)\s+(?:previously\s+)?(?:an?\s+|a\s+potential\s+|potential\s+|"
    rf"declared\s+)?(?:\w+\s+){{0,4}}?"
    rf"{_INTEREST}|recused\b|was\s+conflicted|were\s+conflicted)"
)
_DUE_TO = re.compile(
    rf"\W*(?:due to|owing to|because of|having declared|given|as a result of)\s+(?:an?\s+|his\s+|her\s+|"
    rf"their\s+)?[^,.]{{0,60}}?"
    rf"\b{_INTEREST}[^,.]{{0,80}},\s+{_WHO}\s+(?:left|withdrew|recused|did|took|abstained|remained)\b"
)
_BY = re.compile(
    rf"\b(?:interests?|conflicts?|declarations?)\b[^.]{{0,80}}?\b(?:declared|disclosed|received|made|noted|"
    rf"raised)\s+(?:by|from|for)\s+{_WHO}"
)
_UNDER = re.compile(
    rf"\W*{_WHO}\s+(?:(?:also|then)\s+)?(?:declared|disclosed|stated|advised|reported|noted|confirmed|"
    rf"reminded\s+\w+)\b(?:\s+(?:the\s+)?"
    rf"\w+)?(?:\s+that)?\s+(?:(?:he|she|they|it|his|her|their|an?|was|is|membership|employment|being|as)\b)"
)
_ENTRY = re.compile(rf"\W*{_WHO}\s*(?::|\s[–—-]|,\s|\s\()\s*\S")
_NONE = re.compile(
    rf"\b(?:no|not|nil|none|nothing|any|without|never|nor|whether)\b[^.;]{{0,60}}?\b(?:{_INTEREST}|declar\w+|"
    rf"disclos\w+)|"
    r"\b(?:reminded|asked|invited|requested|requests|encouraged|required)\b[^.;]{0,60}\b(?:members?|everyone|all|"
    r"attendees|colleagues|"
    r"governors|directors|trustees|councillors|those|anyone)\b|\bregister of interests?\b[^.]{0,40}\b(?:noted|"
    r"received|available|updated)|"
    r"\bpolicy\b|\btraining\b",
    re.I,
)
_LEFT = re.compile(
    r"\b(?:left|withdrew(?:\s+from)?|retired\s+from|stepped\s+out(?:\s+of)?|exited|vacated)\s+(?:the\s+|his\s+|"
    r"her\s+)?(?:room|meeting|call|"
    r"chamber|chair|table|discussion|virtual|teams|proceedings|item)|\b(?:withdrew|recused\s+(?:him|her|them)sel\w+|"
    r"were\s+recused|"
    r"was\s+recused|was\s+excused|were\s+excused|(?:was|were)\s+not\s+present|(?:was|"
    r"were)\s+moved\s+to\s+the\s+(?:lobby|waiting))\b",
    re.I,
)
_ABSTAINED = re.compile(
    r"\b(?:abstain(?:ed|ing)?|(?:did|do|does)\s+not\s+(?:take\s+(?:any\s+)?part|participate|vote|speak|contribute)|"
    r"t(?:ake|ook|aking)\s+no\s+part|"
    r"not\s+(?:tak(?:e|ing)\s+part|participat\w+|vot(?:e|ing))|refrained|without\s+(?:voting|taking\s+part))\b",
    re.I,
)
_STAYED = re.compile(
    r"\b(?:remained|stayed|took\s+part|participated|continued\s+to\s+(?:chair|take\s+part)|(?:was|were)\s+(?:allowed|"
    r"permitted|able|granted)"
    r"(?:\s+\w+){0,3}?\s+to\s+(?:remain|stay|participate|speak|vote|take)|(?:could|may|can)\s+(?:remain|stay|"
    r"participate|take\s+part)|"
    r"no\s+(?:further\s+|mitigating\s+)?action\s+(?:was\s+|is\s+)?(?:required|needed|necessary)|did\s+not\s+(?:need|"
    r"have)\s+to\s+(?:leave|withdraw))\b",
    re.I,
)
# The meeting settled that somebody stays: "It was agreed that he would remain but not vote."
_RULED = re.compile(
    r"\b(?:agreed|determined|decided|ruled|concluded|resolved)\b[^.;]*?\b(?:would|could|should|may|might|can|to)\s+"
    r"(?:remain|stay)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:would|will|should|shall|must|to|if|intended\s+to|before)\s+(?:then\s+|need\s+to\s+|have\s+to\s+|"
    r"be\s+asked\s+to\s+)?$",
    re.I,
)
_FOR_ITEM = re.compile(
    r"\b(?:agenda\s+)?items?\s+(?:no\.?\s*|number\s+)?(?P<items>\d{1,2}(?:\.\d{1,2})?(?:(?:,\s*|\s+and\s+|"
    r"\s*&\s*)\d{1,2}(?:\.\d{1,2})?)*)",
    re.I,
)
_PRONOUN = re.compile(
    r"\W*(?:he|she|they|the\s+(?:interest|declaration|conflict|chair|member)|this|it|both|having)\b", re.I
)


def declarations(placed: Sequence[Placed], people: Sequence[Attendance]) -> list[Declaration]:
    """The interests declared in one set of minutes, one for each person and sentence, in order.

    "No interests were declared" is none, and so is a reminder to declare them. What was done is read from the same
    sentence, those after it, or the minutes of the item that the declaration names.
    """
    return [_acted_on(one, at, placed, people) for at, one in _declared(minuted(placed), people)]


def _declared(placed: Sequence[Placed], people: Sequence[Attendance]) -> Iterator[tuple[int, Declaration]]:
    for at, here in enumerate(placed):
        if (here.head and here.block.kind != "row") or here.place.kind not in ("discussion", "decision", "table row"):
            continue
        under = bool(_TITLE.search(here.place.title) or any(_TITLE.search(head) for head in here.place.headings))
        texts = [text for _, text in here.block.cells] if here.block.kind == "row" else [here.block.text]
        if here.block.kind == "row" and under and _NAME_CELL.fullmatch(texts[0]):
            texts = [" ".join(texts)]
        for text in texts:
            told = sentences(text[:LONGEST])
            for number, sentence in enumerate(told):
                for who in _whose(sentence, under and (number == 0 or here.block.kind != "bullet"), here, people):
                    yield at, _declaration(here, who, sentence, told[number + 1 :], people)


_NAME_CELL = re.compile(_NAME)


def _whose(sentence: str, under: bool, here: Placed, people: Sequence[Attendance]) -> list[str]:
    """The people whose declaration a sentence tells of; [] where it tells of none."""
    if _NONE.search(sentence):
        return []
    found = _DECLARES.match(sentence) or _DUE_TO.match(sentence) or _BY.search(sentence)
    if not found and under:
        found = _UNDER.match(sentence)
        if not found and here.block.kind in ("bullet", "row"):
            found = _ENTRY.match(sentence)
    return _people(found["who"], people) if found else []


def _people(printed: str, people: Sequence[Attendance]) -> list[str]:
    """Full names of those named together; a name that the list does not hold stays as printed."""
    printed = re.sub(r"\s*\([A-Z][A-Za-z]{1,4}\)", "", printed)
    title = re.match(r"(?:Cllr|Councillor)s?\b", printed)
    out: list[str] = []
    for part in re.split(r"\s*(?:,\s*and\b|,|&|\band\b)\s*", printed):
        part = re.sub(r"^(?:Cllrs|Councillors)\s+", "", part.strip(" ."))
        name = resolved(part, people)
        if not name and (
            re.match(TITLES, part)
            or title
            or (len(part.split()) > 1 and not people)
            or re.fullmatch(r"[A-Z]{2,4}", part)
        ):
            name = part
        if (
            not name
            and len(part.split()) > 1
            and part.split()[0] not in _NO_NAMES
            and all(word[:1].isupper() for word in part.split())
        ):
            name = part
        if name:
            out.append(name)
    return list(dict.fromkeys(out))


_NO_NAMES = frozenset(
    [
        "The",
        "Members",
        "Board",
        "Committee",
        "Trust",
        "Declarations",
        "Register",
        "No",
        "Any",
        "All",
        "Other",
        "Conflicts",
    ]
)


def _declaration(
    here: Placed, who: str, sentence: str, after: Sequence[str], people: Sequence[Attendance]
) -> Declaration:
    text, done = sentence, _done(sentence)
    kept: list[str] = []
    for later in after:
        if _whose(later, False, here, people) or not (_PRONOUN.match(later) or _mentions(later, who, people)):
            break
        kept.append(later)
        if how := _done(later):
            text, done = " ".join([sentence, *kept]), _weightier(done, how)
    place = here.place
    return Declaration(place.item, place.title, who, text, done, here.block.spans)


def _acted_on(one: Declaration, at: int, placed: Sequence[Placed], people: Sequence[Attendance]) -> Declaration:
    """The declaration with what was done about it in the blocks after it, or in the item that it names."""
    if one.done:
        return one
    items = {
        item for found in _FOR_ITEM.finditer(one.text) for item in re.findall(r"\d{1,2}(?:\.\d{1,2})?", found["items"])
    }
    for index in range(at + 1, len(placed)):
        here = placed[index]
        near = index <= at + NEAR and (here.place.item, here.place.title) == (one.item, one.title)
        named = bool(here.place.item) and here.place.item in items and here.place.item != one.item
        if here.head or not (near or named):
            continue
        told = sentences(here.block.text)
        other = near and any(_whose(sentence, False, here, people) not in ([], [one.person]) for sentence in told)
        for number, sentence in enumerate(told):
            meant = not other and near and number == 0 and _PRONOUN.match(sentence)
            if (meant or _mentions(sentence, one.person, people)) and (how := _done(sentence)):
                spans: tuple[Span, ...] = (*one.spans, *here.block.spans)
                return replace(one, text=f"{one.text} {sentence}", done=how, spans=spans)
    return one


def _mentions(sentence: str, person: str, people: Sequence[Attendance] = ()) -> bool:
    """Whether a sentence names a person: by surname, or by initials that the list explains."""
    surname = person.split()[-1] if person.split() else ""
    if surname and re.search(rf"\b{re.escape(surname)}\b", sentence):
        return True
    return (
        any(resolved(word, people) == person for word in re.findall(r"\b[A-Z]{2,4}\b", sentence)) if people else False
    )


def _done(sentence: str) -> Done:
    """What a sentence says was done about an interest: one who stays without taking part abstains.

    >>> _done("He remained in the meeting but did not vote.")
    'abstained'
    """
    forms: tuple[tuple[Done, re.Pattern[str]], ...] = (("left", _LEFT), ("abstained", _ABSTAINED))
    for how, form in forms:
        for found in form.finditer(sentence):
            if not _PLANNED.search(sentence[: found.start()]):
                return how
    if _STAYED.search(sentence) or _RULED.search(sentence):
        return "abstained" if _ABSTAINED.search(sentence) else "stayed"
    return ""


def _weightier(one: Done, other: Done) -> Done:
    order: tuple[Done, ...] = ("left", "abstained", "stayed", "")
    return min(one, other, key=order.index)
