"""The words by which sentences are checked, all in one place."""

from __future__ import annotations

import re

from ingest.structure.record.verbs import FORMS

# May be put in or left out: they say nothing by themselves.
FREE = frozenset(["a", "an", "the", "also", "that", "has", "have"])
# Join the parts of a date, a body and an item in front of a sentence.
JOINING = frozenset(["on", "in", "at", "of", "its", "their", "meeting", "held", "under", "item", "for", "dated"])
# A part of a sentence that holds one of these changes what the rest says, so it is never left out.
GUARD = frozenset(
    [
        *("not", "no", "never", "neither", "nor", "none", "nothing", "nobody", "cannot", "without", "or", "but"),
        *("however", "although", "though", "despite", "instead", "rather", "otherwise", "yet", "only", "unless"),
        *("until", "if", "once", "when", "while", "whether", "except", "excluding", "subject", "provided"),
        *("providing", "pending", "condition", "conditions", "conditional", "conditionally", "contingent", "proviso"),
        *("depending", "dependent", "principle", "provisionally", "partially", "partly", "would", "could", "should"),
        *("might", "may", "failed", "lost", "withdrawn", "rescinded", "revoked", "reversed", "overturned"),
        *("cancelled", "void", "draft"),
    ]
)
# A stretch never ends just before one of these: the sentence has only then come to what it says.
AUXILIARY = frozenset(["was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "will", "shall", "did"])
# Open a sentence that takes back a part of the one before it.
TAKING_BACK = re.compile(
    r"(?:however|but|except|unless|provided that|subject to|conditional)\b|"
    r"(?:this|that|the)\s+(?:(?:approval|decision|agreement|support|endorsement)\s+)?(?:was|is|were|would be)\s+"
    r"(?:\w+ly\s+)?(?:subject|conditional|contingent|dependent|later|not|then|withdrawn|rescinded)\b",
    re.I,
)
# Before the colon, they say that a resolution follows and are no part of it.
LABEL = re.compile(r"(?:resolved|resolution|outcome|decisions?|minuted?)\s*:\s*", re.I)
# A line that names a body and nothing else: a bullet below it says the same without it.
BODY = re.compile(
    r"(?:The |the )?(?:(?:[A-Z][\w&'’-]*|and|of|the|&) )*(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Pp]anel|"
    r"[Gg]roup|[Cc]ongress|[Gg]overnors|[Tt]rustees|[Mm]embers|[Mm]eeting):\s*"
)
# A stretch of a sentence that states no decision may also end before one of these; not before "in" or "on": what is
# done in error, in part or on average is not done.
OPENING = frozenset(["and", "which", "who", "because", "during"])

# Plain words for official ones of the same form; none of them says what was decided.
PLAIN = {
    "commence": "start",
    "commences": "starts",
    "commenced": "started",
    "commencing": "starting",
    "commencement": "start",
    "utilise": "use",
    "utilises": "uses",
    "utilised": "used",
    "utilising": "using",
    "utilisation": "use",
    "procure": "buy",
    "procured": "bought",
    "procuring": "buying",
    "purchase": "buy",
    "purchased": "bought",
    "purchasing": "buying",
    "expenditure": "spending",
    "remuneration": "pay",
    "additional": "more",
    "further": "more",
    "sufficient": "enough",
    "assist": "help",
    "assists": "helps",
    "assisted": "helped",
    "assisting": "helping",
    "assistance": "help",
    "enquire": "ask",
    "enquired": "asked",
    "inform": "tell",
    "informed": "told",
    "advised": "said",
    "stated": "said",
    "demonstrate": "show",
    "demonstrates": "shows",
    "demonstrated": "showed",
    "demonstrating": "showing",
    "approximately": "about",
    "regarding": "about",
    "concerning": "about",
    "whilst": "while",
    "amongst": "among",
    "upon": "on",
    "annually": "yearly",
    "annual": "yearly",
    "endeavour": "try",
    "endeavoured": "tried",
    "endeavouring": "trying",
    "obtain": "get",
    "obtained": "got",
    "obtaining": "getting",
    "requested": "asked",
    "subsequently": "later",
    "previously": "before",
    "prior": "earlier",
}
PHRASES = (
    (re.compile(r"\bin order to\b", re.I), "to"),
    (re.compile(r"\bprior to\b", re.I), "before"),
    (re.compile(r"\bin (?:relation|respect|regard) (?:to|of)\b|\bwith (?:regard|respect) to\b", re.I), "about"),
    (re.compile(r"\bper annum\b", re.I), "a year"),
    (re.compile(r"\bin addition to\b", re.I), "besides"),
)

# Nouns and everyday verbs as well as words of deciding: a passage of any kind may use them.
_EVERYDAY = frozenset(
    [
        *("note", "notes", "noting", "support", "supports", "grant", "award", "elect", "pass", "resolve", "refuse"),
        *("decline", "receive", "received", "receives", "carried", "passed", "concluded"),
    ]
)
_NOUNS = frozenset(
    [
        *("approval", "approvals", "approving", "endorsement", "endorsing", "ratification", "rejection", "rejecting"),
        *("deferral", "deferring", "adoption", "adopting", "delegating", "agreeing", "authorisation", "refusal"),
    ]
)
_FORMS = tuple(re.compile(form, re.I) for _, form in FORMS)


def deciding(word: str) -> bool:
    """Whether a word in lower case says that something was decided: only a decision may support it.

    >>> deciding("approved"), deciding("approval"), deciding("support"), deciding("discussed")
    (True, True, False, False)
    """
    return word in _NOUNS or (word not in _EVERYDAY and any(form.fullmatch(word) for form in _FORMS))


def guarded(word: str) -> bool:
    """Whether leaving the word out may turn what is said."""
    return word in GUARD or word.endswith("n't")
