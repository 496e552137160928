"""The labels of cover sheets, and what each of them names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Name = Literal[
    "number", "title", "lead", "presenter", "author", "purpose", "recommendation", "committees", "financial",
    "conflicts", "other",
]  # fmt: skip

# Each label is matched whole, in lower case and upper; "other" ends the label before it and names nothing kept.
FORMS: dict[Name, tuple[str, ...]] = {
    "number": (
        r"agenda\s*(?:item)?\s*(?:no|number|ref|reference)?",
        r"(?:agenda\s+)?item\s+(?:no|number|ref)",
    ),
    "title": (
        r"(?:title|subject|name)(?: of (?:the )?(?:report|paper|item))?",
        r"(?:report|paper|item|agenda item) title",
        r"(?:report|paper) (?:name|subject)",
        r"subject matter",
    ),
    "lead": (
        r"(?:accountable |lead |responsible |sponsoring |sro |board )?(?:executive|exec|director)s? (?:lead|"
        r"sponsor|owner)s?",
        r"(?:accountable|lead|responsible|sponsoring|senior responsible|executive|strategic) (?:director|"
        r"executive|officer|manager|lead|sponsor|member|chief officer)s?(?: lead| sponsor)?",
        r"(?:executive |exec |board |clinical |programme )?sponsors?",
        r"(?:board |executive |report |paper )?leads?",
        r"sro",
        r"senior responsible (?:owner|officer)",
        r"(?:executive|chief) officer",
        r"accountable (?:officer|director)",
        r"report of",
        r"report sponsor",
        r"lead (?:executive|director|officer) and (?:title|role)",
        r"portfolio holder",
        r"cabinet member",
    ),
    "presenter": (
        r"(?:to be )?(?:presented|introduced) by",
        r"presenters?",
        r"presenting (?:officer|director)",
        r"speakers?",
        r"submitted by",
        r"report presented by",
        r"paper presented by",
    ),
    "author": (
        r"(?:report |paper |lead |main )?authors?(?: and (?:title|role|job title|contact))?",
        r"(?:report |paper )?(?:prepared|written|compiled|completed|drafted|produced) by",
        r"report(?:ing)? (?:by|from|officer)",
        r"paper (?:by|from)",
        r"contact(?: officer| details| name| person)?",
        r"author details",
        r"name of author",
        r"officer contact",
    ),
    "purpose": (
        r"purpose(?: of (?:the |this )?(?:report|paper|item))?",
        r"(?:report|paper) (?:purpose|type)",
        r"(?:this )?(?:report|paper|item) is (?:for|presented for|submitted for)",
        r"action (?:required|requested|needed)",
        r"(?:report|paper|item) for",
        r"type of (?:report|paper)",
        r"(?:for )?(?:decision|approval|assurance|information|discussion)(?: or (?:decision|approval|"
        r"assurance|information|discussion))+",
        r"reason for (?:the )?(?:report|paper)",
        r"aim of (?:the )?(?:report|paper)",
    ),
    "recommendation": (
        r"(?:summary of |key |officer |proposed )?recommendations?(?: to (?:the )?\w+)?",
        r"recommended (?:action|decision|resolution)s?",
        r"(?:decision|action)s? (?:required|requested|sought)(?: (?:by|from|of) (?:the )?[\w ]+)?",
        r"(?:the )?ask of (?:the )?[\w ]+",
        r"proposal",
        r"what (?:is|are) the [\w ]+ (?:being )?asked to (?:do|decide)",
        r"recommendation and next steps",
        r"conclusions? and recommendations?",
        r"recommendations? and conclusions?",
        r"resolution",
    ),
    "committees": (
        r"(?:responsible|relevant|lead|oversight|previous|other) (?:committee|meeting|group|forum)s?",
        r"committees?(?: (?:involvement|oversight|engagement|responsible|consideration))?",
        r"(?:previously |already |also )?(?:considered|discussed|reviewed|approved|endorsed|seen) (?:by|"
        r"at)(?: .{0,40})?",
        r"previous(?:ly)? (?:consideration|considered|reporting|discussion)s?(?: (?:by|at) .{0,40})?",
        r"governance (?:route|pathway|history|journey)",
        r"(?:report|reporting) (?:history|route)",
        r"assurance route",
        r"route to (?:board|committee|meeting)",
        r"(?:other )?meetings? (?:at which|where) .{0,60}",
        r"which (?:other )?(?:committee|group|meeting)s? .{0,60}",
        r"(?:engagement with )?(?:other )?committees?",
        r"consultation to date",
    ),
    "financial": (
        r"financ(?:e|ial)(?: and (?:resource|procurement|legal|workforce|value for money|"
        r"efficiency))?(?: (?:implication|impact|consideration|consequence|issue|risk|"
        r"resource)s?)?(?: .{0,30}implications?)?",
        r"resources?(?: and finance)?(?: (?:implication|impact|requirement)s?)",
        r"cost implications?",
        r"costs?",
        r"budget(?:ary)? (?:implication|impact)s?",
        r"use of resources",
        r"value for money",
    ),
    "conflicts": (
        r"(?:any |known |potential |managing |management of |declared )?(?:conflict|"
        r"declaration)s? of interests?(?: .{0,40})?",
        r"conflicts?",
    ),
    "other": (
        r"date(?: of (?:the )?(?:meeting|report|paper))?",
        r"(?:meeting|report) date",
        r"meeting",
        r"name of meeting",
        r"report to",
        r"to",
        r"from",
        r"(?:executive |report |key )?summary(?: of (?:the )?(?:report|key issues|paper))?",
        r"introduction",
        r"background(?: .{0,40})?",
        r"context",
        r"key (?:issue|point|message|risk|matter|line)s?.{0,40}",
        r"next steps",
        r"impact assessments?",
        r"(?:equality|quality|privacy|data protection|environmental|sustainability|health|workforce|legal|"
        r"regulatory|risk|communications?|patient|public|clinical|stakeholder|strategic|staff|hr|carbon|"
        r"social|climate|constitutional)\b.{0,80}",
        r"risks?.{0,60}",
        r"implications?.{0,40}",
        r"links? (?:to|with) .{0,80}",
        r"(?:appendix|appendices|annex(?:es)?|attachments?|enclosures?|supporting (?:papers|documents?)).{0,40}",
        r"details of .{0,80}",
        r"engagement.{0,40}",
        r"consultation.{0,40}",
        r"freedom of information.{0,40}",
        r"(?:publication|confidential|security|report|paper|document).{0,60}",
        r"chairs? of .{0,40}",
        r"alternatives? considered",
        r"reasons? for .{0,40}",
        r"(?:strategic )?(?:objective|priorit)(?:y|ies|s)?.{0,60}",
        r"assurance.{0,40}",
        r"status",
        r"version.{0,20}",
        r"email",
        r"telephone",
        r"tel",
        r"phone",
        r"directorate",
        r"department",
        r"wards?(?: affected)?",
        r"key decision.{0,20}",
        r"classification",
        r"(?:cqc|baf|icb|nhs|care).{0,60}",
        r"goals?.{0,60}",
        r"cover sheet",
        r"summary report",
        r"front sheet",
    ),
}
_FORMS = tuple((name, re.compile("|".join(forms), re.I)) for name, forms in FORMS.items())
NUMBER = re.compile(r"^\W*(?:(?:section\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?\s+|\(?[a-z][.)]\s+)?", re.I)
ASKING = re.compile(
    r"^(?:that\s+)?(?:(?:the|this)\s+)?[\w’'& ,/()-]{2,80}?\b(?:is|are|be)\s+(?:hereby\s+|therefore\s+)?"
    r"(?:being\s+|respectfully\s+)?(?:asked|requested|invited|recommended|required|urged)\b",
    re.I,
)
LONGEST = 90  # characters of a label


@lru_cache(maxsize=4096)
def labels(text: str) -> tuple[Name, ...]:
    """What a text names as a label; () where it is none. One label may name two things.

    >>> labels("1. Purpose of Report"), labels("Executive Lead(s):"), labels("Finance / Conflicts of Interest")
    (('purpose',), ('lead',), ('financial', 'conflicts'))
    >>> labels("The Board heard this")
    ()
    """
    if len(text) > LONGEST or "\t" in text:
        return ()
    bare = NUMBER.sub("", text, count=1).strip()
    bare = re.sub(r"[/(]\s?i?e?s\)?(?=\W|$)", "s", bare).strip(" :.?*_–-")
    bare = " ".join(bare.replace("’", "'").replace("&", "and").split())
    whole = _named(bare)
    if whole and whole != "other":
        return (whole,)
    parts = [_named(part.strip(" :")) for part in re.split(r"\s*/\s*|\s*,\s*|\s+and\s+", bare)]
    known = [name for name in parts if name]
    if len(parts) > 1 and len(known) == len(parts) and set(known) != {"other"}:
        return tuple(dict.fromkeys(name for name in known if name != "other"))
    return (whole,) if whole else ()


def _named(bare: str) -> Name | None:
    return next((name for name, form in _FORMS if form.fullmatch(bare)), None)
