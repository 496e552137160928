"""Where the title of an item ends that stands in one paragraph with what was said."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ingest.structure.meeting.dates import dates
from ingest.structure.meeting.usual import is_usual
from ingest.structure.people.naming import is_name
from ingest.structure.sentences import sentences

WORDS = 9  # of a title at most that a point ends
CLOSED = 16  # of one that ends in a colon
WHOLE = 25  # of a paragraph that is nothing but a title
FIRST = 40  # of a first sentence that stands for the title
MARK = r":[-–—]?|\.|\s+[–—-]"
_TITLE = re.compile(rf"(?P<title>[^.:;!?]{{3,120}}?)(?P<mark>{MARK})(?:\s+(?=[A-Z\d“\"(])|$)")
_VERB = (
    r"(?:was|were|is|are|has|had|have|will|noted|agreed|said|asked|reported|presented|gave|received|thanked|advised)"
)
# Words of a sentence that is no title.
_TELLS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|been|be|will|would|should|could|noted|agreed|said|asked|reported|presented|"
    r"gave|received|thanked|welcomed|approved|resolved|that|there|he|she|they|we|it)\b"
)
_PARTY = r"(?:Members|Councillors|Cllrs|Directors|Trustees|Governors|Apologies|Minutes|Thanks|Accounts)"
# Words that begin the first sentence behind a title that no mark ends.
_BEGINS = (
    rf"(?:The|It|There|This|These|No|None|A|An|All)\s+[a-z]|{_PARTY}\s+{_VERB}\b|"
    rf"(?!\w+\s{_PARTY}\b)[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s{_VERB}\b|[A-Z]\w+\s(?:[a-z]+\s){{0,2}}{_VERB}\b|"
    r"(?:Cllr|Dr|Mrs?|Ms)\b\.?\s|None\.|•\s|\(?a\)\s|RESOLVED\b|Resolved\b"
)
# "To approve the minutes of 4 May. Chair to sign.": the agenda's own words, of which none was said in the meeting.
_AGENDA = re.compile(r"To\s[a-z][^.;:]{5,120}\.\s(?:The\s)?[A-Z]\w+\sto\s[a-z][^.;:]{2,60}\.?")
_NOTHING = re.compile(r"\s+(?:None|Nil|NONE|NIL)$")
_SMALL = re.compile(r"\b(?:of|the|and|for|to|in|at|by|with|a|an|or|on|from|as|&)$", re.I)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as printed; sure where a mark or a sentence behind it ends it and it tells nothing itself."""

    text: str
    sure: bool


def closed_title(text: str) -> str:
    """The title that a point, colon or dash ends, where it reads as no sentence; else "".

    >>> closed_title("Rents. The Clerk reported that all were paid."), closed_title("The Board met.")
    ('Rents', 'The Board met')
    >>> closed_title("Lease of the depot - Renewal"), closed_title("Apologies - Cllr Green")
    ('Lease of the depot - Renewal', 'Apologies')
    """
    found = _TITLE.match(text)
    most = CLOSED if found and ":" in found["mark"] else WORDS
    if not found or len(found["title"].split()) > most or _TELLS.search(found["title"]):
        return ""
    if found["mark"] != "." and _goes_on(found["title"], text[found.end() :].strip()):
        return text
    return _NOTHING.sub("", found["title"])


def _goes_on(title: str, rest: str) -> bool:
    """Whether a colon or dash only parts a title that takes the whole of a line: "Lease - renewal of terms"."""
    if not rest or re.search(r"[.;,!?]$", rest) or len(title.split()) + len(rest.split()) > CLOSED:
        return False
    names = any(is_name(part) for part in re.split(r"\s*(?:,|&|\band\b)\s*", rest))
    nothing = re.fullmatch(r"\W*(?:none|nil|noted|n/?a|agreed|approved|no\b.*)\W*", rest, re.I)
    return not (names or nothing or is_usual(title) or dates(rest) or _TELLS.search(rest))


def title_of(text: str, names: Collection[str] = ()) -> Title:
    """The title of a numbered paragraph, by what ends it: a mark, a sentence that begins, or the paragraph's end.

    names are people of the meeting, whose name begins a sentence too.

    >>> title_of("Approval of Minutes The minutes of 4 May were confirmed.").text
    'Approval of Minutes'
    >>> title_of("To elect a Chairman for 2023/24")
    Title(text='To elect a Chairman for 2023/24', sure=True)
    """
    if _AGENDA.fullmatch(text):
        return Title(text, True)
    if title := closed_title(text):
        return Title(title, True)
    for begins in re.finditer(rf"(?<=\s)(?:{_named(names)}{_BEGINS})", text[:200]):
        title = text[: begins.start()].strip(" –—-")
        if (
            len(title) > 2
            and not _SMALL.search(title)
            and not _TELLS.search(title)
            and not re.search(r"[.;!?]\s", title)
        ):
            return Title(title, True)
    first = sentences(text)[0]
    if len(first.split()) > FIRST:
        return Title("", False)
    opening, colon, rest = first.partition(": ")
    if colon and 1 < len(opening.split()) <= CLOSED:
        return Title(text if first == text and _goes_on(opening, rest) else opening, True)
    whole = first == text and len(text.split()) <= WHOLE
    return Title(first, (whole or text.startswith(("To ", "TO "))) and not _TELLS.search(first))


def _named(names: Collection[str]) -> str:
    return "".join(rf"{re.escape(name)}\s|" for name in sorted(names, key=len, reverse=True) if len(name) > 3)
