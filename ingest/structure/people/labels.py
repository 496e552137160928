"""The labels over and in lists of those present: which group follows, or whose post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Standing

# What a label's words say of the people under it; the first that fits counts.
_GROUPS: tuple[tuple[str, Standing], ...] = (
    (r"apolog\w*|absen(?:t|ce|ces|tees?)|regrets|not present|unable to attend|on leave|non-attend\w*", "apologies"),
    (
        r"in attendance|in-attendance|(?:other|also|additional|regular|routine|non-voting|"
        r"by invitation)\b.{0,20}\battend\w*|"
        r"(?:also|others?|staff|officers?|guests?)(?: \w+)? present|non-?members?|observ\w+|officials?|"
        r"officers?|guests?|"
        r"visitors?|presenters?|(?:by )?invit(?:ation|ed|ees?)|staff|advis[eo]rs?|secretariat|public|press|support|"
        r"speakers?|part[- ]meeting|supporting|others?",
        "attendee",
    ),
    (
        r"members?|membership|present|attend\w*|participants?|^(?:panel|board|committee|council|group)$|"
        r"directors?|trustees?|governors?|"
        r"councillors?|cllrs?|commissioners?|executives?|non-executives?|representatives?|voting|quorum members|"
        r"roll[- ]call|who was there|people",
        "member",
    ),
)
_WORDS = re.compile(
    r"(?:the|of|and|or|at|for|from|in|with|by|absence|absences|received|members?|present|attending|attendance|"
    r"attendees?|"
    r"virtually|remotely|online|meeting|regular|routine|other|others|also|additional|independent|lay|co-opted|"
    r"elected|"
    r"nominated|voting|non-voting|core|full|invited|were|was|list|names?|nhs|icb|university|parish|town|trust|"
    r"council|board|panel|committee|request|chief|officer|executive|non-executive|non|partner|associate|member|part|"
    r"apologies|item|items|only|director|remote|teams|zoom|via|person|deputies|standing|public|governing|body|group|"
    r"team|external|internal|senior|management|corporate|support|clinical|society|community|\W+)"
)
_BODY_OF = re.compile(r"(?:[\w’'&-]+ ){0,4}(?:board|council|committee|court|assembly|body) of (?:the )?\w+(?: \w+)?")
_NO_LIST = re.compile(
    r"\b(?:interests|allowances|survey|questions|report|feedback|expenses|training|recruitment|fund|plan|policy|"
    r"update|"
    r"strategy|changes|welcome|noted|action|forum|appointment|election|induction|review|attended)s?\b"
)
# Posts that a line names before the one person who holds it.
_POSTS: tuple[tuple[str, str, Standing], ...] = (
    (r"(?:meeting )?(?:vice|deputy)[- ]?(?:chair(?:man|woman|person)?|president)", "Vice Chair", "member"),
    (
        r"(?:acting |interim |meeting |independent |in the |panel |board |committee )?(?:co-)?"
        r"(?:chair(?:man|woman|person)?|presiding|presided|presid(?:ing|ent)|convener|convenor|chaired by)s?",
        "Chair",
        "member",
    ),
    (r"(?:honorary |company |board |corporate |committee |hon )?secretary", "Secretary", "attendee"),
    (r"treasurer", "Treasurer", "member"),
    (r"(?:parish |town |acting |committee )?clerk(?: to the \w+)?", "Clerk", "attendee"),
    (
        r"(?:minutes?|notes?)(?:[- ]?(?:taker|secretary|taken by|recorded by|prepared by|by))?|minuted by|"
        r"scribe|recorder|"
        r"note[- ]?taker|rapporteur|recording secretary|secretariat support",
        "Minutes",
        "attendee",
    ),
    (r"facilitator|moderator", "Facilitator", "attendee"),
)
# A label inside a running line, with its colon or dash: "...; Apologies: ..."
_INLINE = re.compile(
    r"(?:^|(?<=[\s.;,)]))(?P<label>"
    r"(?:(?:[Oo]ther|[Aa]lso|[Nn]on-[Vv]oting|[Vv]oting|[Rr]egular|[Bb]oard|[Cc]ommittee|[Pp]anel|[Cc]ouncil|"
    r"[Mm]embers|"
    r"[Ss]taff|[Ee]xternal|[Nn]on|[Dd]irectors|[Tt]rustees|[Gg]overnors|[Cc]ouncillors)[ -])?"
    r"(?:[Pp]resent|PRESENT|[Ii]n [Aa]ttendance|IN ATTENDANCE|[Aa]ttend(?:ees|ing|ance)|ATTENDEES|[Aa]pologies"
    r"(?: for [Aa]bsence)?(?: received)?(?: from)?|APOLOGIES(?: FOR ABSENCE)?|[Aa]bsent|ABSENT|[Rr]egrets|[Mm]embers|"
    r"[Oo]bservers?|OBSERVERS|[Gg]uests?|[Oo]fficials|[Oo]fficers|[Ss]ecretariat|[Ii]nvited|[Bb]y [Ii]nvitation|"
    r"[Cc]hair(?:man|person|woman)?|CHAIR|[Vv]ice[- ][Cc]hair|[Mm]inutes?(?:[- ][Tt]aker| taken by)?|"
    r"[Nn]ote[- ]?taker|"
    r"[Cc]lerk|[Ss]ecretary|[Pp]articipants|[Pp]resenters|[Ss]taff)"
    r")\s*(?:\([^()]{1,40}\)\s*)?(?::\s*[-–]?|\s[–-])\s*"
)
LONGEST = 9  # words of a label
_COLON = re.compile(r"^(?P<label>[^:\t]{2,80}?)\s*:\s*-?\s*(?P<rest>.*)$", re.S)


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says: the standing of the people after it (None: they are no list), and a post that it names."""

    status: Standing | None
    post: str = ""


def standing(heading: str) -> Standing | None:
    """What a heading of an attendance list says of those under it; None where it is no such heading.

    >>> standing("Apologies for absence"), standing("Officials (regular attendees)"), standing("Members present:")
    ('apologies', 'attendee', 'member')
    >>> standing("Estates strategy"), standing("Membership of the fund")
    (None, None)
    """
    low = re.sub(r"\([^()]*\)", " ", heading.lower()).strip(" :.-–*_")
    words = low.split()
    if not words or len(words) > LONGEST or _NO_LIST.search(low) or _BODY_OF.fullmatch(low):
        return None
    found = next((status for form, status in _GROUPS if re.search(rf"\b(?:{form})\b", low)), None)
    if found is None:
        return None
    rest = low
    for form, _ in _GROUPS:
        rest = re.sub(rf"\b(?:{form})\b", " ", rest)
    strange = [word for word in rest.split() if not _WORDS.fullmatch(word)]
    # a body's own name may stand in the label: "Parking Panel Members"
    return (
        found
        if not strange or (len(strange) <= 3 and re.search(r"\b(?:members\b|present\b|attend|apolog)", low))
        else None
    )


def post(label: str) -> Label | None:
    """The post that a label names, with its standing; None where it names none.

    >>> post("Chair").post, post("Minutes taken by").post, post("Venue")
    ('Chair', 'Minutes', None)
    """
    low = label.lower().strip(" :.-–*_")
    return next((Label(status, name) for form, name, status in _POSTS if re.fullmatch(form, low)), None)


def opens_list(line: str) -> bool:
    """Whether a printed line begins with the label of a list of people: "Apologies: Ann Example".

    >>> opens_list("Present: Ann Example"), opens_list("Presently: none")
    (True, False)
    """
    return bool(_INLINE.match(line))


def label_of(text: str) -> Label | None:
    """What a whole line says as a label: a group, a post, or (status None) a field of another kind such as "Venue:"."""
    bare = text.strip()
    found = post(bare) or _group(bare)
    if found:
        return found
    if re.fullmatch(r"[A-Za-z][\w /-]{1,30}:", bare):
        return Label(None)
    return None


def _group(text: str) -> Label | None:
    if ":" in text[:-1].rstrip(" :-"):
        return None
    status = standing(text)
    return Label(status) if status else None


def parted(text: str) -> list[tuple[Label | None, str]]:
    """A text cut at the labels in it: what each label says (None before the first) and what follows it.

    >>> [(label and label.status, rest) for label, rest in parted("Present: A White, B Green; Apologies: C Black")]
    [('member', 'A White, B Green'), ('apologies', 'C Black')]
    >>> parted("Venue: Room 1")[0][0].status is None
    True
    """
    first = _COLON.match(text)
    out: list[tuple[Label | None, str]] = []
    if first and len(first["label"].split()) <= LONGEST and not _INLINE.match(text):
        label = label_of(first["label"])
        if not label and len(first["label"].split()) <= 4 and "(" not in first["label"]:
            label = Label(None)
        if label:
            marks = list(_INLINE.finditer(text, first.start("rest")))
            end = marks[0].start() if marks else len(text)
            out.append((label, text[first.start("rest") : end].strip(" ;,")))
            return out + _inline(text, marks)
    marks = list(_INLINE.finditer(text))
    if not marks:
        return [(None, text)]
    if text[: marks[0].start()].strip():
        out.append((None, text[: marks[0].start()].strip(" ;,")))
    return out + _inline(text, marks)


def _inline(text: str, marks: list[re.Match[str]]) -> list[tuple[Label | None, str]]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [
        (label_of(mark["label"]), text[mark.end() : end].strip(" ;,")) for mark, end in zip(marks, ends, strict=False)
    ]
