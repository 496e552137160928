"""Names of bodies (boards, committees, panels) as titles print them, in one form."""

from __future__ import annotations

import re

BODY_WORDS = (
    "board|committee|sub-committee|subcommittee|panel|group|council|congress|directors|trustees|governors|cabinet|"
    "executive|partnership|forum|assembly|commission|authority"
)
_BODY = re.compile(rf"\b(?:{BODY_WORDS})\b", re.IGNORECASE)
_AROUND = re.compile(
    r"^(?:(?:draft|confirmed|unconfirmed|approved|final|the|of|notes?|minutes|meeting|agenda|papers|for|a|an|"
    r"held in public|"
    r"part\s+(?:i{1,3}|one|two|[12ab]))\b[\s:,–-]*)+|"
    r"[\s:,–-]*(?:\b(?:meeting|minutes|agenda|papers|held|in public|part\s+(?:i{1,3}|one|two|[12ab]))\b[\s:,–-]*)+$",
    re.IGNORECASE,
)
_PART = re.compile(r"\bpart\s+(i{1,3}|one|two|[12ab])\b", re.IGNORECASE)
_PARTS = {"i": "I", "one": "I", "1": "I", "a": "I", "ii": "II", "two": "II", "2": "II", "b": "II", "iii": "III"}


def body(title: str) -> str:
    """The body that a title names, or "".

    >>> body("Minutes of the Part I ICB Board Meeting")
    'ICB Board'
    >>> body("Meeting of the Midshire Integrated Care Board")
    'ICB Board'
    >>> body("Minutes of ICB Primary Care Commissioning Committee Meeting")
    'Primary Care Commissioning Committee'
    >>> body("Capital update")
    ''
    """
    title = re.sub(r"^[a-z]+:\s+", "", title.strip())  # a field of front matter
    name = re.split(r"\s+(?:held|on)\s+|[,;(]\s*|\s+[–-]\s+", title)[0]
    if not _BODY.search(name):
        name = next((part for part in re.split(r"[,;(]|\s+[–-]\s+|\bheld\b", title) if _BODY.search(part)), "")
    last = None
    while name != last:
        last, name = name, _AROUND.sub("", name).strip(" .:")
    if not _BODY.search(name) or len(name.split()) > 12:
        return ""
    if re.search(r"\bintegrated care board$", name, re.IGNORECASE):
        return "ICB Board"
    return re.sub(r"^(?:\S+ )?ICB (?=.*\b(?:committee|congress|group|panel)\b)", "", name, flags=re.IGNORECASE)


def part(title: str) -> str:
    """Part I (held in public) or Part II (in private) where a title says so, else "".

    >>> part("Part II Board meeting")
    'II'
    """
    found = _PART.search(title)
    return _PARTS[found[1].lower()] if found else ""
