"""Names of bodies (boards, committees, panels) as titles print them, in one form."""

from __future__ import annotations

import re
from collections.abc import Iterable

BODY_WORDS = (
    "board|committee|sub-committee|subcommittee|panel|group|council|congress|directors|trustees|governors|"
    "cabinet(?! office)|"
    "executive|partnership|forum|assembly|commission|authority"
)
_BODY = re.compile(rf"\b(?:{BODY_WORDS}|governing body|senate|working party|task ?force)\b", re.IGNORECASE)
# Words of whole organisations: they name the body only where no title names one of theirs.
_WHOLE = re.compile(
    r"\b(?:network|consortium|tribunal|foundation|trust|society|association|federation|collaborative|"
    r"collaboration|team|"
    r"court|parish meeting|general meeting|alliance|coalition|union)\b",
    re.IGNORECASE,
)
_COUNTED = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?[- ]?(?:first|second|third|"
    r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|"
    r"seventeenth|eighteenth|nineteenth)|twentieth|thirtieth)"
)
_NOT_NAME = (
    rf"draft|proceedings|confirmed|unconfirmed|unapproved|approved|ratified|signed|the|of|notes?|minutes?|meetings?|agenda|"
    rf"papers|record|report|summary|actions?|decisions?|for|from|at|a|an|and|held|in public|in private|"
    rf"(?:public|private|open|closed|final|ordinary|extraordinary|special|annual general|annual|regular|"
    rf"quarterly|monthly|bi-monthly|virtual|statutory|inaugural|full)(?=\s+(?:meeting|session|minutes|general|board|council|"
    rf"committee|part|annual|"
    rf"governing|virtual|public))|{_COUNTED}|meeting no\.? ?\d+|no\.? ?\d+|"
    r"part\s+(?:i{1,3}|one|two|[12ab])|section"
)
_AROUND = re.compile(
    rf"^(?:(?:{_NOT_NAME})\b[\s:,–-]*)+|"
    r"[\s:,–-]*(?:\b(?:meetings?|minutes|agenda|papers|held|in public|in private|notes|public|private|"
    r"(?:in )?part\s+(?:i{1,3}|one|two|[12ab])|"
    rf"session|draft|{_COUNTED}|to be|was|were|and actions|of|the|on|at)\b[\s:,–-]*)+$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s+(?:held|took place|convened)\b|\s+on\s+(?=(?:the\s+)?\d|(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*\b)|"
    r"\s+(?:at|via|by)\s+(?=the\s|\d|[A-Z])|[,;:(]\s*|\s+[–—-]\s+",
    re.IGNORECASE,
)
# A name that is a list of two or more matters: "Quality, Safety and Experience Committee".
_LISTED = re.compile(
    r"(?:^|\b(?:of|the|meeting|minutes)\s+|[:–—-]\s+)(?P<name>(?!(?:the|of|meeting|minutes|NHS)\s)(?:[A-Z][\w’'-]*"
    r"(?:\s+[A-Z][\w’'-]*)?,\s+){1,4}[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2},?\s+(?i:and|&)\s+"
    r"(?:(?!(?i:on|of|for|the)\s)[A-Z][\w’'-]*\s+){1,4}?(?i:sub-?)?(?i:committee|panel|group|board|forum))\b"
)
_SHORTHAND = frozenset(
    [
        "nhs",
        "icb",
        "ccg",
        "uk",
        "eu",
        "gp",
        "gps",
        "ict",
        "it",
        "hr",
        "cic",
        "ltd",
        "plc",
        "llp",
        "mp",
        "nhse",
        "icp",
        "fe",
        "he",
    ]
)
_PART = re.compile(r"\bpart\s+(i{1,3}|one|two|[12ab])\b", re.IGNORECASE)
_PARTS = {"i": "I", "one": "I", "1": "I", "a": "I", "ii": "II", "two": "II", "2": "II", "b": "II", "iii": "III"}


def body_among(titles: Iterable[str]) -> str:
    """The body that the first of several titles names; a whole organisation where none names a body of one.

    Where that title says no more than "the Council", a line that is nothing but a longer name of it counts.

    >>> body_among(["Minutes of the meeting of the Council", "Anyham Parish Council"])
    'Anyham Parish Council'
    """
    lines = list(titles)
    found = next((name for line in lines if (name := body(line))), "")
    if " " in found:
        return found
    fuller = (name for line in lines if (name := body(line)) and line.strip(" *_#").lower() == name.lower())
    if found and (longer := next((name for name in fuller if name.lower().endswith(f" {found.lower()}")), "")):
        return longer
    wholes = (name for line in lines if (name := body(line, _WHOLE)))
    whole = next((name for name in wholes if not found or found.lower() not in name.lower()), "")
    if found.islower():
        return f"{whole} {found.capitalize()}".strip()
    return found or whole


def body(title: str, words: re.Pattern[str] = _BODY) -> str:
    """The body that a title names, or "".

    >>> body("Minutes of the Part I ICB Board Meeting")
    'ICB Board'
    >>> body("Meeting of the Midshire Integrated Care Board")
    'ICB Board'
    >>> body("Minutes of ICB Primary Care Commissioning Committee Meeting")
    'Primary Care Commissioning Committee'
    >>> body("MINUTES of the 24th meeting of the PARKING PANEL held at the Town Hall")
    'Parking Panel'
    >>> body("Minutes of the Quality, Safety and People Committee, 3 May 2024")
    'Quality, Safety and People Committee'
    >>> body("Capital update")
    ''
    """
    title = re.sub(r"^[a-z]+:\s+", "", title.strip())  # a field of front matter
    if (listed := _LISTED.search(title)) and (name := _cleaned(listed["name"], words)):
        return _set(name) if name.isupper() else name
    name = _ENDS.split(title)[0]
    if not _cleaned(name, words):
        parts = re.split(r"[,;:()]|\s+[–—-]\s+", re.split(r"\b[Hh]eld\b|\bHELD\b", title)[0])
        name = next((part for part in parts if _cleaned(part, words)), "")
    name = _cleaned(name, words)
    if re.search(r"\bintegrated care board$", name, re.IGNORECASE):
        return "ICB Board"
    name = re.sub(r"^(?:\S+ )?ICB (?=.*\b(?:committee|congress|group|panel)\b)", "", name, flags=re.IGNORECASE)
    return _set(name) if name.isupper() and len(name) > 6 else name


def _cleaned(name: str, words: re.Pattern[str]) -> str:
    """A name without the words of meetings around it; "" where no body is left in it."""
    last = None
    while name != last:
        last, name = name, _AROUND.sub("", name).strip(" .:*_’'")
    if not words.search(name) or len(name.split()) > 12 or not name[:1].isalnum():
        return ""
    return name


def _set(name: str) -> str:
    """A name in capitals as it would be set in a text."""
    words = [word if word.lower() in _SHORTHAND else word.lower().capitalize() for word in name.split()]
    return " ".join(
        word.lower() if at and word.lower() in ("of", "the", "and", "for", "in") else word
        for at, word in enumerate(words)
    )


def part(title: str) -> str:
    """Part I (held in public) or Part II (in private) where a title says so, else "".

    >>> part("Part II Board meeting")
    'II'
    """
    found = _PART.search(title)
    return _PARTS[found[1].lower()] if found else ""
