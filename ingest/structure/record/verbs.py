"""The verbs by which a body decides, and which of several in one sentence counts."""

from __future__ import annotations

import re

from ingest.model import Verb

# Before a word that is a noun as well as a verb ("to note", "Note the report"; not "the refuse contract").
_AS_VERB = r"(?:(?<=to )|(?<=to: )|(?<=and )|(?<=, )|(?<!.))"
# In order of weight: where one sentence notes a report and approves a proposal, the approval is the decision.
FORMS: tuple[tuple[Verb, str], ...] = (
    ("deferred", r"defer(?:red|s)?|postpone[ds]?"),
    (
        "rejected",
        r"reject(?:ed|s)?|declined(?=\s+to\b|\s+the\b|\s*[.,;]|$)|refused|voted against|turned down|not carried|"
        rf"{_AS_VERB}(?:refuse|decline)|"
        r"(?:motion|amendment|proposal|vote|it) (?:was |were |be )?(?:declared )?(?:lost|defeated|fell|failed)",
    ),
    ("adopted", r"adopt(?:ed|s)?"),
    ("ratified", r"ratif(?:y|ied|ies)|homologate[ds]?"),
    ("delegated", rf"delegated|{_AS_VERB}delegate"),
    (
        "approved",
        r"approv(?:e|ed|es)|approval(?=\s+(?:was\s+|is\s+)?(?:given|granted))|(?<=gave )approval|"
        r"(?<!.)approval(?=\s+(?:of|to|for)\b(?!.*\b(?:defer|reject|refus|declin|not)))",
    ),
    ("endorsed", r"endorse[ds]?"),
    (
        "agreed",
        r"agree[ds]?|decide[ds]?|resolved|confirmed|accept(?:ed|s)?|carried(?!\s+(?:out|forward|over|on)\b)|"
        r"passed(?=\s*(?:[.,;]|$|unanim|by\b))|authori[sz]e[ds]?|appoint(?:ed|s)?|granted|awarded|"
        r"elected(?!\s+(?:members|mayor|councillors|governors|representatives))|"
        r"voted (?:unanimously )?(?:to|that|in favour)|concluded|"
        rf"{_AS_VERB}(?:grant|award|elect|resolve|pass)",
    ),
    ("supported", rf"supported|supports(?=\s+the\b)|{_AS_VERB}support"),
    ("received", r"received?|receives"),
    ("noted", rf"noted|noting|notes(?=\s+(?:that|the|and)\b)|{_AS_VERB}note"),
)
_FORMS = tuple((verb, re.compile(rf"\b(?:{form})\b", re.I)) for verb, form in FORMS)
# Before a condition that opens a sentence, and what its main clause holds behind the comma.
_OPENS = re.compile(r"\W*(?:(?:resolved|agreed|decided)\W+)?(?:that\W*)?", re.I)
_MAIN = re.compile(r"\b(?:be|was|were|is|are|agreed|approved|resolved|noted|endorsed|supported|adopted)\b", re.I)
_DECIDING = r"(?:approv|adopt|ratif|endors|support|agree|accept|delegat|authori[sz]|grant|award|reject|defer)\w*"
CONDITION = re.compile(
    r"\b(?:subject to|on (?:the )?condition(?:al)?(?: that| upon| on)?|provided that|providing that|conditional(?:ly)? "
    r"(?:up)?on|with the proviso|pending|contingent (?:up)?on|on the understanding that|unless and until)\b.*",
    re.I | re.S,
)
# What a sentence says not to be decided here, and what to read for it: a refusal, or nothing.
_UNDECIDED: tuple[tuple[re.Pattern[str], str], ...] = (
    # what is recommended to somebody else is theirs to decide
    (
        re.compile(
            r"\brecommend(?:s|ed|ing)?(?=\s+(?:to|that|the|its|this)\b|\s*:)"
            r"(?:(?!\s+and\s+(?:the|it|this|members)\b)(?:[^.;]|[.;](?=\S)))*",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            rf"\b(?:unable to|could not|cannot|(?:has|had|have) not(?: yet)?(?: been)?|not yet(?: been)?|"
            rf"not in a position to|"
            rf"before|prior to|in order to|without|not (?:asked|required|invited|possible) to)\s+(?:be\s+)?{_DECIDING}",
            re.I,
        ),
        "",
    ),
    (re.compile(r"\bnot to (?:approve|support|adopt|endorse|ratify|accept|agree|grant)\b", re.I), "rejected"),
    (
        re.compile(
            rf"\b(?:not|never)\s+(?:be\s+|formally\s+|fully\s+)?{_DECIDING}|\bno (?:approval|support) (?:was )?given\b",
            re.I,
        ),
        "rejected",
    ),
    (
        re.compile(
            rf"\b(?:would|(?-i:will)|could|should|(?-i:may)|might|must|"
            rf"shall)\s+(?:\w+\s+){{0,2}}?(?:be\s+)?(?:\w+\s+to\s+)?{_DECIDING}",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            rf"\b(?:had|having|(?:has|have)(?=\s+(?:\w+\s+)?been\b))\s+(?:\w+ly\s+|already\s+|since\s+|been\s+|"
            rf"both\s+){{0,3}}{_DECIDING}",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            r"\b(?:asked|invited|requested|due|expected|required|planned|proposed|needed|needs|likely|intended|hoped|"
            rf"recommended|sought|minded|wish(?:es|ed)?|ready|"
            rf"able)\s+(?:the\s+(?:\w+\s+){{1,4}}?)?to\s+(?:be\s+)?{_DECIDING}",
            re.I,
        ),
        "",
    ),
    (
        re.compile(
            rf"\brecommend(?:s|ed|ing|ation to|ations to|ation that)?\s+"
            rf"(?:(?!was\b|were\b|is\b|are\b)\w+\s+){{0,8}}?{_DECIDING}|\b(?:for|of|"
            rf"seek\w*|sought|"
            r"request\w*|await\w*|gain\w*|obtain\w*|final|once|if|when|until|unless|after|following|subject to)\s+"
            r"(?:\w+\s+){0,2}?(?:approval|agreement|adoption|ratification|endorsement)\b|\b(?:once|if|when|until|"
            r"unless|after)\s+"
            r"(?:\w+\s+){0,2}?(?:approved|agreed|adopted|ratified|endorsed)\b",
            re.I,
        ),
        "",
    ),
    (re.compile(rf"\bto be (?:\w+ly\s+)?{_DECIDING}", re.I), ""),
    (
        re.compile(
            r"\b(?:the|a|an|its|their|our|any|as|previously|already|newly|recently|latest)\s+(?:\w+ly\s+)?"
            r"(?:approved|agreed|adopted|endorsed|supported|ratified|delegated|deferred|rejected|noted|accepted|"
            r"awarded|"
            r"granted|elected|appointed|authori[sz]ed|resolved)\s+(?=[a-z])",
            re.I,
        ),
        "",
    ),
)
_INNER = re.compile(
    r"\b(?:agreed?|decided?|resolved?|voted|determined|"
    r"confirmed)(?:\s+\w+ly)?,?\s+(?:to:?\s+(?:\w+ly\s+)?(?P<direct>\w+)|"
    r"(?P<refused>rejected))"
    r"|\bbe\s+(?:and\s+(?:is|are)\s+hereby\s+|hereby\s+|formally\s+|duly\s+)?"
    r"(?P<passive>approved|adopted|ratified|endorsed|noted|received|supported|rejected|deferred|accepted)\b(?!\s+by\b)",
    re.I,
)
_OWN = re.compile(
    r"(?:approve|adopt|note|endorse|support|delegate|reject|refuse|decline|receive)(?:e?d)?|ratif(?:y|ied)|"
    r"defer(?:red)?",
    re.I,
)


def verb(text: str, lead: str = "") -> Verb:
    """The verb of one resolution; of a bullet without a verb of its own, the verb of the line that introduces it.

    The first verb of the sentence counts, unless it only notes or receives and a weightier one follows. What was, will
    or might be decided elsewhere gives no verb, and a refusal is never an approval.

    >>> verb("The Board noted the report and approved the closure of the risk.")
    'approved'
    >>> verb("agreed to extend the approved scheme")
    'agreed'
    >>> verb("080 Gifts Policy", "The Committee approved the following policies:")
    'approved'
    >>> verb("It was resolved that the minutes be approved.")
    'approved'
    >>> verb("The Board did not approve the plan.")
    'rejected'
    >>> verb("The Board would be asked to approve the plan.")
    'other'
    """
    main = decided(unconditional(text))
    found = sorted((match.start(), name) for name, form in _FORMS if (match := form.search(main)))
    if not found:
        return verb(lead) if lead else "other"
    first: Verb = found[0][1]
    if first in ("noted", "received"):
        later = [name for _, name in found[1:] if name not in ("noted", "received")]
        forms = [(name, form) for name, form in _FORMS if name in later]
        return next((name for name, form in forms if any(form.fullmatch(word) for word in _after_and(main))), first)
    return _inner(main) or first if first == "agreed" else first


def unconditional(text: str) -> str:
    """A decision without its condition; the whole of it where it is nothing else."""
    limit = condition(text)
    return text.replace(limit, "", 1).strip() or text if limit else text


def decided(text: str) -> str:
    """The text without its words of what was not decided here; "rejected" stands where something was refused."""
    for form, instead in _UNDECIDED:
        text = form.sub(f" {instead} " if instead else " … ", text)
    return text


def _inner(main: str) -> Verb | None:
    """The verb within "agreed to adopt" or "resolved that the minutes be approved"."""
    found = _INNER.search(main)
    if not found:
        return None
    word = found["direct"] or found["refused"] or found["passive"]
    if not _OWN.fullmatch(word):
        return None
    return next((name for name, form in _FORMS if form.fullmatch(word)), None)


def _after_and(text: str) -> list[str]:
    """The word after every "and" or comma: where a second verb of the same sentence stands."""
    return [match[1] for match in re.finditer(r"(?:\band|;|,)\s+(?:(?:also|then|did|was|were|it)\s+){0,2}(\w+)", text)]


def condition(text: str) -> str:
    """The clause that limits a decision, "" where it is unconditional.

    >>> condition("The minutes were approved, subject to the change noted.")
    'subject to the change noted.'
    >>> condition("That, subject to planning consent, the lease be granted.")
    'subject to planning consent'
    """
    found = CONDITION.search(text)
    if not found:
        return ""
    if _OPENS.fullmatch(text[: found.start()]):
        commas = [
            comma.start() for comma in re.finditer(r",\s+(?=\S)", found[0]) if _MAIN.search(found[0], comma.end())
        ]
        return found[0][: commas[-1]] if commas else found[0]
    return found[0].rstrip(")") if found[0].count(")") > found[0].count("(") else found[0]
