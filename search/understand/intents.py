"""What kind of answer a question asks for."""

from __future__ import annotations

import re

from search.understand.cues import ACTS
from search.understand.query import Intent

_FEW = r"(?:[\w&'+/.-]+\s+){0,8}?"
_FORMS: tuple[tuple[Intent, str], ...] = (
    ("plan", r"\b(?:plan|strategy|framework)s? (?:say|intend|promise|commit|aim|set out)"),
    ("passage", rf"\bwhat (?:did|has|have|does|do) {_FEW}(?:say|said|tell|told|think|argue|explain|mention)\b"),
    (
        "definition",
        rf"\bstands? for\b|\bwhat (?:do|does|did) {_FEW}mean\b|\bmeaning\b|\bdefin(?:e|ition)|\bdifference between\b|"
        r"\b(?:acronym|abbreviation)|\bshort for\b",
    ),
    (
        "history",
        rf"\bprecedents?\b|\bever\b|\bover time\b|\bin the past\b|\bhistory\b|\btimeline\b|\bhappened before\b|"
        r"\btrack record\b|\bprevious(?:ly)? (?:example|case|instance|decision|time|decid|agree|approv|"
        r"consider|discuss)|"
        rf"\bwhen (?:was|were|did) {_FEW}last\b|\blast time\b|\bhow (?:has|have|did) {_FEW}(?:chang|mov|evolv|"
        rf"develop)|"
        rf"\b(?:has|have|had) {_FEW}before\b(?! (?:the|it|they|we)\b)|\bfirst time\b|\bany (?:example|instance)s?\b",
    ),
    (
        "person",
        r"\bwhich (?:[\w'-]+ ){0,2}?(?:person|people|members?|directors?|officers?|guests?|doctors?|nurses?|"
        r"midwi(?:fe|ves)|"
        r"councillors?|colleagues?|executives?|managers?|trustees?|governors?)\b",
    ),
    (
        "list",
        r"^(?:please |can you |could you )?(?:list|name)\b(?! of)|\blist (?:of )?(?:all|every|the)\b|"
        rf"\b(?:which|what) (?:other |new |two |three |four |five |all )?(?:\w+ )?(?!was|is|has|does|this|his|"
        rf"across)\w{{3,}}(?<!s)s\b "
        rf"{_FEW}(?:{ACTS}|put|ask|rais|pick|made|are|were|have|need)|"
        r"\ball (?:the )?(?:\w+ )?(?:decisions|actions|policies|contracts|resolutions|interests|risks|"
        r"questions|meetings)\b",
    ),
    (
        "action",
        r"\bactions?\b(?! plan)(?! areas?)|\bactioned\b|\bwho\b.*\bby when\b|\bwho(?:'?s| is| are| was|"
        r" were)? (?:\w+ )?"
        r"(?:has to|have to|is to|needs? to|must|will|should|shall|going to|to (?:report|write|bring|provide|"
        r"share))\b|"
        r"\bwho(?:'?s| is) (?!presenting|chairing|attending|leading|leaving|joining)\w{3,}ing\b|"
        r"\bowes?\b|\bfollow(?:s|ed|ing)?[ -]up\b|\breport back\b|\bdue back\b|\bwho (?:said|agreed|promised|"
        r"undertook) "
        r"(?:they|he|she|to|that)\b|\bwhose (?:job|task)\b|\basked to \w+|\bhave to be (?:in|done|back|ready|"
        r"sent)\b|\bhas to \w+ \w+ by\b",
    ),
    (
        "person",
        r"\bwho(?:se|m|'?s)?\b|\bwhich (?:\w+ )?(?:chair|lead)\b|\bpresent(?:ed|er|ing) (?:by|on|the|it)|\bapologi|"
        r"\battend(?:ed|ance|ees?|ing)\b|\bdeclar(?:e|ed|ation|ations|ing)\b|\bconflicts? of interest|"
        r"\bowner\b|\binterests\b|"
        r"^(?:is|was|were|does|did) [\w' -]{3,40} (?:at|sit on|on|a member of) the\b[\w' -]*\b"
        r"(?:board|committee|panel|group|meeting|congress|council)\b|\banyone from\b|\bsits? on\b|\bmembership of\b|"
        r"\bnames? of\b|\bchair of\b|"
        r"\b(?:role|job title|post) of\b|\brole\s*\??$",
    ),
    (
        "decision",
        rf"^(?=.*\b(?:what|why|how|when|where|did|was|were|has|have|is)\b).*?\b(?:{ACTS})|\b(?:decision|outcome)s?\b|"
        r"\b(?:did|does|has) .*\b(?:do|done) about\b|"
        r"\b(?:approved|agreed|decided|resolved|ratified|adopted|awarded|rejected|deferred|signed[ -]off)\b",
    ),
    (
        "number",
        r"\bhow (?:much|many|far|long|often|high|low|big|large|old)\b|\bpercentage\b|\bper ?cent\b|%|£|"
        r"\bnumbers? (?:of\b|stuck)|"
        r"\btotal\b|\bcount\b|\bsize\b|\bbudgets?\b|\bdeficit\b|\bsurplus\b|\bcost(?:s|ing)?\b|\bspend(?:ing)?\b|\bspent\b|"
        r"\brates?\b|\bfigures?\b|\baverage\b|\bvalue\b|\bworth\b|\bscor(?:e|es|ed|ing)\b|\bperformance\b|"
        r"\bvariance\b|"
        r"\bsavings?\b|\bforecasts?\b|\bytd\b|\byear to date\b|\bshare of\b|\bproportion\b|\bprice\b|\bfunding for\b|"
        r"\bagainst plan\b|\bwaiting (?:list|time)|\b\d+\+? weeks?\b|\bmonth \d+\b|\bm\d{1,2}\b|\bactuals?\b|"
        r"\bcharge\b",
    ),
    (
        "decision",
        r"\b(?:approv|ratif|endors|resolution|reject|refus|defer|award\b(?! process)|sign(?:ed)?[ -]off|"
        r"vot(?:e|ed|ing)\b)",
    ),
    (
        "plan",
        r"\bplan(?:s|ned|ning)?\b|\bstrateg(?:y|ies)\b|\bambitions?\b|\bintend|\baims? (?:to|of|for)\b|\bgoing to\b|"
        r"\bpriorit|\bmilestones?\b|\broadmap\b|\bobjectives?\b|\bgoals?\b|\btargets?\b|\bby 20\d\d\b|"
        rf"\bwhen (?:do|does|will|should|is|are) {_FEW}(?:open|due|start|switch|begin|launch|ready|finish|"
        rf"complete|end|go live)|"
        r"\bwill (?:we|the|they|it|there)\b",
    ),
    (
        "definition",
        r"^what(?:'?s| is| are) (?:an? |the )?(?:[\w&'+-]+ ?){1,4}\??$",
    ),
)
_RULES = tuple((intent, re.compile(form, re.IGNORECASE)) for intent, form in _FORMS)


def intent(text: str) -> Intent:
    """The kind of answer that fits, "passage" where nothing tells.

    >>> intent("what was decided on parking"), intent("how many beds are there"), intent("JFP meaning")
    ('decision', 'number', 'definition')
    """
    return next((kind for kind, rule in _RULES if rule.search(text)), "passage")
