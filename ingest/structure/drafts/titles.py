"""What a draft is called and what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Block
from ingest.structure.drafts.asked_of import ends_as_a_body
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.papers.covers import GENERIC
from ingest.structure.papers.recommended import DOING, ENUMERATOR
from ingest.structure.papers.sheet_labels import ASKING, labels
from ingest.structure.papers.sheets import Field

LONGEST = 300
OPENING = 14  # blocks in which a title stands
WORDS = 20  # of a title that no print marks as one
# What programs and templates write where a title should stand.
NO_TITLE = re.compile(
    r"^\W*(?:microsoft word\b.*|word document|document\s?\d*|untitled.*|.*\.(?:docx?|pdf|odt|md|txt)|.*\btemplate\b.*|"
    r"draft(?:\s+v?[\d.]+)?|version\s.*|v[\d.]+|agenda\s+(?:item|number)\b.*|item\s+\d.*|confidential|official.*|"
    r"(?:date|to|from|author|lead|meeting|version|status)\s*:.*|part\s+(?:i{1,2}|one|two)\b.{0,40})\W*$",
    re.I,
)
# What heads a part of any paper.
SECTION = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:(?:executive|report|key|brief)?\s*summary(?:\s+of\b.*)?|introduction|"
    r"background(?:\s+.*)?|context|(?:key|main)\s+(?:issues|points|messages|risks|matters|facts)|next\s+steps|risks?|"
    r"(?:\w+\s+)?(?:implications?|considerations?|impact(?:\s+assessments?)?)|consultation|engagement|appendix\b.*|"
    r"annex\b.*|detail|discussion|assessment|options(?:\s+.*)?|conclusions?|contents|overview|issues?|timetable|"
    r"(?:why|how|when|where|who)\b.*|date|status|version|classification|meeting)\W*$",
    re.I,
)
MEETING = re.compile(r"\bmeeting\b", re.I)
# Words before a subject that say what kind of paper it is.
KIND_OF_PAPER = re.compile(
    r"^\W*(?:(?:draft|paper|report|briefing|proposal|request|recommendation|application|update|review|approval|award)\b\s*)"
    r"(?:(?:paper|report|for|on|to|of|about|the|approve|approval|agree|seek)\b\s*)*[:–-]?\s*",
    re.I,
)
# Where what is asked for ends and its terms begin.
TERMS = re.compile(
    r"\s*(?:[,;:(]|\.\s|\b(?:under|without|subject\s+to|at\s+a\s+cost|costing|from\s+\d|until|with\s+effect|by\s+way|using|before|(?:of\s+)?[£$€]|"
    r"via|through|(?:and|or)\s+(?:to|[a-z]+\s+(?:the|an?|its|our|it|them|that|authority|signing|power))\b|in\s+line|in\s+accordance|as\s+set\s+out|so\s+that|because|following|worth|valued|for\s+(?:£|a\s+further|"
    r"\w+\s+years?|\w+\s+months?)|\d))",
    re.I,
)
# "We would like the Board to": what a wish says before what is to be done.
WISHING = re.compile(
    r"^\W*(?:(?:can|could|may|should|shall|must)\s+(?:we|i|(?:the\s+)?[\w’'-]+)|(?:we|i|(?:this|the)\s+[\w-]+)\s+"
    r"(?:would\s+like|wants?|wish(?:es)?|needs?|proposes?|plans?|intends?|asks?|seeks?|requests?|recommends?)"
    r"(?:\s+(?:that\s+)?(?:the\s+|our\s+)?(?:[\w’'-]+\s+){0,4}?(?:board|committee|panel|council|cabinet|trustees|governors))?"
    r"(?:\s+(?:to|approval|agreement|authority)(?:\s+(?:to|for))?)?)\s+",
    re.I,
)
TOLD = re.compile(r"^\W*(?:we|i|it|there|they|nobody|no\s+one|what|when|where|how|who|why|has|have|is|are|was)\b", re.I)
ACT = re.compile(
    r"^\W*(?:to\s+|that\s+)?(?:(?:formally|permanently|temporarily)\s+)?[a-z]+e?s?(?:\s+(?:off|up|out))?"
    r"(?:\s+(?:and|or)\s+[a-z]+)?\s+"
    r"(?:(?:the|a|an|our|its|this|that)\s+)?(?:(?:award|extension|appointment|adoption|use|closure|renewal|permanent|direct)"
    r"\s+(?:of|award\s+of)\s+)?(?:(?:the|a|an|our|its)\s+)?",
    re.I,
)


def title(blocks: Sequence[Block], found: Sequence[Field], own: str) -> str:
    """The title: labelled so, else the first heading or bold line, else the file's own, else a first line."""
    labelled = next((field for field in found if "title" in field.names and field.pieces), None)
    if labelled:
        return labelled.pieces[0].text[:LONGEST]
    opening = blocks[:OPENING]
    for block in opening:
        if block.kind != "row" and (block.kind == "heading" or block.bold):
            if set(labels(block.text)) - {"other"}:
                break
            if _fits(block.text):
                return ENUMERATOR.sub("", block.text)[:LONGEST]
    if own and _fits(own):
        return own[:LONGEST]
    for block in opening if len(blocks) > 1 else ():
        if (
            set(labels(block.text)) - {"other"}
            or len(block.text.split()) > WORDS
            or re.search(r"[.:;,?!]$", block.text)
        ):
            return ""
        if block.kind == "paragraph" and _fits(block.text):
            return block.text[:LONGEST]
    return ""


def _fits(text: str) -> bool:
    """Whether a line can be a title: no label, no sheet's heading, no name of a body or a meeting, and asks nothing."""
    if set(labels(text)) - {"other"} or SECTION.match(text) or ASKING.match(text) or len(text) > LONGEST:
        return False
    if GENERIC.match(text) or NO_TITLE.match(text):
        return False
    name = body(text)
    bare = re.sub(r"\W", "", text).lower()
    named = ends_as_a_body(name) and (
        bool(dates(text)) or bool(MEETING.search(text)) or _plain(name) in (bare, bare[3:])
    )
    days = dates(text)
    return not named and not (days and len(text) < 40) and any(letter.isalpha() for letter in text)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def subject(called: str, found: Sequence[Field], asked: Sequence[str]) -> str:
    """What it is about: labelled so beside a title, else the title without the kind of paper, else what is asked for.

    >>> subject("Report on winter beds", [], [])
    'winter beds'
    >>> subject("", [], ["Approve the award of a contract for beds, from May."])
    'contract for beds'
    """
    for field in found:
        if re.match(r"\W*subject", field.label, re.I) and field.pieces and field.pieces[0].text != called:
            return field.pieces[0].text[:LONGEST]
    bare = KIND_OF_PAPER.sub("", called).strip()
    if called:
        return (bare if len(bare.split()) > 1 else called)[:LONGEST]
    return next((thing for text in asked if (thing := _object(text))), "")


def _object(text: str) -> str:
    """What a recommendation is about: what stands between what is to be done and its terms."""
    asking = ASKING.match(text) or WISHING.match(text)
    rest = text[asking.end() :].strip() if asking else text
    if not asking and not DOING.match(rest) and len(rest.split()) > 40:
        return ""
    if not asking and TOLD.match(rest):
        return ""
    act = ACT.match(rest)
    rest = rest[act.end() :] if act else rest
    thing = TERMS.split(rest, maxsplit=1)[0].strip(" .;:,")
    return thing[:LONGEST] if len(thing.split()) > 1 else ""
