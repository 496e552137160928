"""Who is to do an action: the people, roles and groups that its words name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance
from ingest.structure.people.known import TITLES, person_of
from ingest.structure.record.acts import ACTS

ROLES = (
    r"(?:(?:vice|deputy|assistant|acting|interim|joint|co)[\s-])?(?:chair(?:man|woman|person)?s?|clerk|secretary|"
    r"secretariat|"
    r"treasurer|president|convenor|coordinator|co-ordinator|administrator|bursar|registrar|headteacher|head teacher|"
    r"principal|commissioner|"
    r"chief\s+(?:\w+\s+){0,3}officer|chief executive|C[EFIMNOT]O|directors?(?:\s+of\s+\w+(?:(?:,|\s+and|"
    r"\s+&)?\s+\w+){0,3})?|"
    r"managers?|officers?|heads?\s+of\s+\w+(?:\s+\w+){0,3}|leads?|auditors?|solicitors?|surveyor|webmaster|editor)"
)
GROUPS = (
    r"(?:teams?|groups?|committees?|sub-?committees?|sub-?groups?|panels?|board|council|members|officers|trustees|"
    r"governors|"
    r"councillors|cllrs|staff|office|department|directorate|executive|partners|all|everyone|attendees|participants|"
    r"forum|unit)"
)
_PARTY = re.compile(rf"(?:(?:the|all|both|each|relevant)\s+)*(?:[\w’'&-]{{1,30}}\s+){{0,4}}?(?:{ROLES}|{GROUPS})", re.I)
_BROKEN = re.compile(
    r"\b(?:with|to|from|on|in|by|about|into|that|which|who|as|at|is|are|was|were|be|this|its|their|how|why|an?|"
    r"wishing|following|see|\w+ed|"
    r"update[sd]?|reports?|papers?)\b",
    re.I,
)
_OF_BODY = re.compile(r"^(?:the\s+)?(?:panel|board|committee|council|group|trust|meeting)(?:’s|'s)?\s+", re.I)
_SPLIT = re.compile(r"\s*(?:[;,/&+]|\band\b)\s*")
_ACRONYM = re.compile(r"(?=(?:[a-z]*[A-Z]){2})[A-Z][A-Za-z]{1,6}")
_NO_ONE = frozenset(["TBC", "TBA", "ASAP", "NA", "RAG", "AOB", "AGM", "PM", "AM"])
_NAME = re.compile(rf"(?:{TITLES}\s+)?(?:[A-Z]\.?\s){{0,2}}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,2}}")
_TITLED = re.compile(rf"{TITLES}\s+(?:[A-Z]\.?\s*){{0,3}}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?")
_ENDS = re.compile(r"[(\[](?P<who>[^()\[\]]{1,160})[)\]]\W*$")
_DASHED = re.compile(r"\s[–—-]\s*(?P<who>[^–—:;.]{1,60})\W*$")
_PLURAL = re.compile(r"(?:both\s+)?(?P<one>Cllr|Councillor|Dr)s\.?\s+(?=[A-Z])")
_FIELD = re.compile(
    r"(?:^|[.;(]\s*)(?:lead(?: officer)?|(?:action )?owner|responsib\w+(?: officer)?|assigned to|by whom)\s*:\s*"
    r"(?P<who>[^.;:()]{1,60}?)\s*(?=[.;)]|$)",
    re.I,
)
_FIRST = re.compile(r"\W*(?P<who>[^:–—]{1,60}?)\s*(?::|\s[–—-])\s+\S")
_DOES = re.compile(
    r"\W*(?P<who>[^.;:()]{1,90}?)\s+(?:to|will|would|should|must|shall|is to|are to|(?:has |have )?(?:agreed|"
    r"undertaken|undertook|"
    r"offered|volunteered) to|(?:was|were) (?:asked|requested|tasked|invited) to|TO|WILL)\s+(?:also\s+|"
    r"then\s+)?(?P<verb>[\w-]+)"
)
_TO_ACT = re.compile(rf".{{1,90}}\sto\s+(?:also\s+)?(?:(?!report|present|review|update){ACTS})$", re.I)
# "... and HMRC to come back": a second owner, far enough from the first verb not to be whom the first is to meet.
_ALSO = re.compile(
    r"(?:\S+\s+){5,40}?and\s+(?P<who>[A-Z][\w/&’'-]*(?:\s[A-Z][\w’'-]+){0,2})\s+(?:to|will)\s+(?!be\b)[a-z]+"
)
_IMPERATIVE = re.compile(
    r"(?:ask|invite|request|remind|encourage|contact|review|arrange|set|work|provide|circulate|send|share|add|"
    r"include|update|"
    r"prepare|write|confirm|check|consider|schedule|bring|ensure|develop|explore|inform|identify|proposal|upon|"
    r"following|"
    r"further|a|an|any|this|these|it|there|what|once|when|if)\b",
    re.I,
)


def owners(text: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Who an action's own words say is to do it, full names where the list has them; () where they name nobody.

    A bracket or dash at the end counts first ("... (Robin Black)"), then a name before a colon, then who is "to" do it.
    """
    for form in (_ENDS, _DASHED):
        found = form.search(text)
        if found and (who := _at_end(found["who"], text[: found.start()], people)):
            return who
    if (field := _FIELD.search(text)) and (who := only(field["who"], people)):
        return who
    found = _FIRST.match(text)
    if found and (who := named(found["who"], people)):
        return who
    found = _DOES.match(text)
    if not found or found["verb"].lower() in ("be", "the", "a", "an", "have", "this"):
        return ()
    who = named(found["who"], people) or named(found["who"].rsplit(", ", 1)[-1], people)
    if not who and len(people) and _TO_ACT.match(found[0]):
        who = _loose(found["who"], people)
    also = _ALSO.search(text, found.end()) if who else None
    return tuple(dict.fromkeys([*who, *(named(also["who"], people) if also else ())]))


def only(text: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """The owners where the whole text is nothing but their names ("JS / Clerk"), else ()."""
    bare = text.strip(" .*_()[]:–-")
    if len(bare) > 80 or not bare:
        return ()
    return named(bare, people) or _loose(bare, people)


def named(printed: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Full names for a printed party or several; () unless every part is someone of the list, a role or a group."""
    printed = re.sub(r"\s+", " ", printed).strip(" .*_,")
    if not printed or _IMPERATIVE.match(printed):
        return ()
    whole = resolved(printed, people)
    if whole:
        return (whole,)
    parts = [part.strip(" .") for part in _SPLIT.split(printed) if part.strip(" .")]
    if (several := _PLURAL.match(printed)) and len(parts) > 1:  # "Cllrs Black and White"
        parts = [f"{several['one']} {_PLURAL.sub('', part)}" for part in parts]
    found = [resolved(part, people) or _party(part, people) for part in parts]
    if parts and all(found):
        return tuple(dict.fromkeys(found))
    return (printed,) if _party(printed, people) else ()


def resolved(printed: str, people: Sequence[Attendance]) -> str:
    """The full name of the one person on the list whom the print means, "" where there is none or more than one."""
    found = person_of(printed, people)
    if not found and (role := _OF_BODY.sub("", printed)) != printed and re.fullmatch(ROLES, role, re.I):
        found = person_of(role, people)
    return found.name if found else ""


def _party(part: str, people: Sequence[Attendance]) -> str:
    """The part itself where it is a role, a group, a titled name or initials that no list explains; else ""."""
    if part in _NO_ONE or len(part) > 70:
        return ""
    if _ACRONYM.fullmatch(part) or _TITLED.fullmatch(part):
        return part
    return part if _PARTY.fullmatch(part) and not _BROKEN.search(part) and not _IMPERATIVE.match(part) else ""


def _loose(printed: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """The same for a bracket or a column, where a capitalised name that no list holds is a person all the same."""
    parts = [part.strip(" .") for part in _SPLIT.split(printed) if part.strip(" .")]
    found = [resolved(part, people) or _party(part, people) or (part if _full_name(part) else "") for part in parts]
    return tuple(dict.fromkeys(found)) if parts and all(found) else ()


def _full_name(part: str) -> bool:
    return bool(_NAME.fullmatch(part)) and 2 <= len(part.split()) <= 4 and not _PARTY.fullmatch(part)


def _at_end(printed: str, before: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """The owners in a bracket or after a dash at the end; an abbreviation of the words before it is no owner."""
    printed = re.split(
        r"\s+(?:to|will|[–—-])\s+|:", re.sub(r"^(?:action|lead|owner|by)\b[:\s]*", "", printed, flags=re.I)
    )[0]
    if _BROKEN.match(printed) or re.search(r"\d", printed):
        return ()
    parts = [part for part in _SPLIT.split(printed) if part]
    if any(
        _ACRONYM.fullmatch(part) and not resolved(part, people) and (people or _spells(part, before)) for part in parts
    ):
        return ()
    return _loose(printed.strip(" ."), people)


def _spells(acronym: str, before: str) -> bool:
    words = re.findall(r"[A-Za-z]+", before)[-len(acronym) - 2 :]
    letters = "".join(word[0] for word in words).upper()
    return acronym.upper() in letters
