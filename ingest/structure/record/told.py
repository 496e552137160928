"""Sentences of prose by which a meeting's own body decides; hypotheticals and reports of others decide nothing."""

from __future__ import annotations

import re

from ingest.structure.meeting.bodies import BODY_WORDS

_FEW = (
    r"(?:(?:then|also|therefore|unanimously|formally|duly|further|subsequently|accordingly|retrospectively|hereby|"
    r"provisionally|collectively|all|both|each|again|now|and|jointly|in principle|by (?:a )?(?:majority|"
    r"consensus)|(?:received|considered|reviewed|discussed|examined)\s+and),?\s+){0,3}"
)
_DECIDES = (
    r"agreed(?!\s+(?:with|at\s+(?:the|its|their|a)\b))|resolved|decided|approved|adopted|endorsed|ratified|homologated|"
    r"rejected|"
    r"deferred|delegated|supported|authori[sz]ed|voted\s+(?:to|unanimously|for|against|in favour)|appointed|"
    r"(?:re-?)?elected|co-?opted|declined\s+to|refused|accepted|"
    r"did\s+not\s+(?:approve|support|agree\s+to|adopt|endorse|accept|ratify)|confirmed\s+(?=the\s+(?:draft\s+)?minutes)"
)
# What a body notes or receives is a decision only where it is a paper, not an account of talk.
_PAPER = (
    r"(?:\w[\w’'&/()-]{0,40}\s+){0,9}?(?:reports?|updates?|papers?|minutes|contents?|positions?|assurances?|register|"
    r"log|"
    r"framework|presentations?|dashboards?|plans?|summar(?:y|ies)|correspondence|statements?|accounts?|risks?|"
    r"recommendations?|progress|performance|actions?)\b"
)
_NOTES = (
    r"(?:received\s+and\s+noted|noted(?:\s+and\s+\w+ed)?|received(?=[^.]{0,80}\sfor\s(?:information|assurance)))\s+"
    rf"(?:the|an?|this|these|its|all|both)\s+{_PAPER}"
)
_BODY = rf"(?:(?:{BODY_WORDS})|body|members|directors|trustees|governors|councillors|commissioners|partners|meeting)"
_SUBJECT = (
    rf"(?P<body>(?:the\s+)?(?:[\w’'&-]{{1,40}},?\s+){{0,6}}?{_BODY})(?:\s+\([A-Z][\w ]{{0,20}}\))?"
    r"(?:\s+and\s+(?:the\s+)?\w+)?(?:\s+members)?"
)
# What may stand before the sentence proper: how the body came to decide, never a condition or an earlier time.
_BEFORE = (
    r"(?:(?:\d+(?:\.\d+)*|[a-z]\)|\([a-z]\))[.)]?\s+)?"
    r"(?:(?:following|after)\s+(?:\w+\s+){0,3}?(?:discussions?|debate|consideration|deliberation|questions|votes?|"
    r"review),?\s+|"
    r"(?:following|after|having|upon|in (?:light|view|conclusion|discussion|response|summary|considering|noting)|"
    r"accordingly|therefore|consequently|on (?:the recommendation|a show|being put|balance|a vote|the motion|"
    r"the proposal)|"
    r"with|by|further to|taking into account|subject to|there being|as a result|noting|recognising|given|"
    r"in the absence|"
    r"(?:on a |a )?(?:proposal|proposed|motion|moved)|it was (?:proposed|moved))\b[^.;:]{0,200}?,\s*(?:and\s+)?)?"
)
_IMPERSONAL = (
    rf"(?:it|this)\s+was\s+{_FEW}(?P<it>agreed(?!\s+with)|resolved|decided|approved|carried|determined|"
    r"voted(?=\s+(?:unanimously\s+)?(?:that|to)\b))\b"
)
_HEAD = re.compile(rf"{_BEFORE}(?:{_IMPERSONAL}|{_SUBJECT}\s+{_FEW}(?P<verb>{_DECIDES}|{_NOTES})\b)", re.I)
_LATER = re.compile(
    rf"(?:[;,]|\band\b|\bso\b)\s+(?:(?:and|so|then|therefore)\s+){{0,2}}(?:{_IMPERSONAL}|"
    rf"(?P<body>the\s+(?:\w+\s+){{0,3}}?{_BODY})\s+{_FEW}(?P<verb>{_DECIDES})\b)",
    re.I,
)
_SHORT = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+)?(?:Resolved|RESOLVED|Agreed|AGREED|Decided|DECIDED)"
    r"(?:\s+(?:unanimously|UNANIMOUSLY|nem\.? con\.?|\([^)]{1,40}\)))?\s*(?:that\b|to\b|THAT\b|TO\b|[:–—]|-\s)\s*\S"
)
_MOVED = re.compile(
    r"(?:it was\s+)?(?:proposed|moved)\b[^.;]{0,300}?\bsecond[^.;]{0,300}?(?<!\bbe )\b(?:agreed|resolved|carried|"
    r"approved|passed|"
    r"all in favour|unanimous\w*|lost|defeated|rejected)\b|(?:the\s+)?(?:motion|amendment|proposal|"
    r"resolution)\b[^.;]{0,200}?"
    r"\s(?:was|were)\s(?:\w+\s){0,3}?(?:carried|passed|lost|defeated|agreed|approved|rejected)\b",
    re.I,
)
_PASSIVE = re.compile(
    r"(?P<what>(?:[^.;:]|\.(?=\d)){3,220}?)\s(?:was|were)\s(?P<not>not\s+)?(?:(?:then|also|therefore|unanimously|formally|duly|"
    r"discussed and|presented and|debated and|"
    r"further|"
    r"subsequently|hereby|reviewed and|considered and|received and|proposed and)\s+){0,3}"
    r"(?P<verb>approved|adopted|ratified|endorsed|agreed|rejected|deferred|accepted|supported|confirmed|noted|signed)\b"
    r"(?P<rest>[^.;]{0,240})",
    re.I,
)
_CLOSED = re.compile(
    r"[\s,]*(?:$|[.;)]|unanimously|by\s+(?:(?:the\s+)?(?:board|committee|panel|group|members|meeting|council|directors|"
    r"trustees|governors|all)\b|\d+|(?:a\s+)?(?:unanimous|majority|consensus|show))|nem\b|subject\b|as\s+(?:an?\s+|"
    r"presented|"
    r"amended|set\b|submitted|drafted|proposed|circulated|being\b|correct|accurate|true)|without\b|with\s+(?:no|one|"
    r"two|three|"
    r"\d+)\s|with\s+(?:minor|the\s+following)|until\b|to\s+(?:the|a)\s+(?:next|future|later|following)\b|pending\b|"
    r"and\s+(?:signed|duly|agreed|noted|it\b)|in\s+principle|on\s+a\s+(?:show|vote)|\(|proposed\b)",
    re.I,
)
_SUBJECT_TO = re.compile(r"subject to [^.;]{3,160}?,\s+(?=(?:the|an?|these|all)\s)", re.I)
_MINUTES = re.compile(r"(?:the\s+)?(?:\w+\s+){0,3}?minutes\b", re.I)
_PAST = re.compile(r"\b(?:of|from)\s+(?:the|its|our)\s+(?:last|previous)\s+meetings?\b", re.I)
# "The statement was put before members, which was considered and approved."
_WEIGHED = re.compile(
    r"(?P<what>[^;:]{3,220}?),?\s(?:which|and this|and these)\s+(?:was|were)\s+(?:then\s+|duly\s+)?"
    r"(?:considered|discussed|reviewed|examined)\s+and\s+(?:(?:duly|unanimously|formally)\s+)?"
    r"(?:approved|adopted|agreed|accepted|ratified|endorsed)(?:\s+unanimously)?\W*",
    re.I,
)
# "Accounts approved", "Minutes of the previous meeting approved": a line that is no full sentence.
_TERSE = re.compile(
    r"(?:(?:the|draft)\s+)*(?:minutes|accounts|budget|annual report|agenda|payments|policy|financial statements?)"
    r"(?:\s+(?:of|from|for)\s+(?:[\w/]+\s+){1,7}?|\s+)(?:were\s+|was\s+)?(?:approved|agreed|adopted|accepted|ratified)"
    r"(?:\s+unanimously)?\W*",
    re.I,
)
_PROPOSES = re.compile(
    r"(?:[Ii]t was\s+)?(?:[Pp]roposed|[Mm]oved)\s+by\b.{2,160}?\s(?:that|to)\s.{4,}|"
    r"(?:Cllr\.?\s|Councillor\s|M(?:r|s|rs)\.?\s)?(?:[A-Z][\w’'.-]*\s){1,4}"
    r"(?:proposed|moved)(?:,?\s[^.]{2,60}?\bseconded,?)?\s(?:that|to)\s.{4,}",
)
_NO_MATTER = re.compile(
    r"\b(?:apologies|attendance|amendments?|corrections?|actions?|there|it|which|who|funding)\b", re.I
)
# A sentence that reports what was said, or supposes, decides nothing by a passive or by a later clause.
_REPORTED = re.compile(
    r"\b(?:had|would|could|should|might|(?-i:may)|if|whether|unless|once|when|until|(?-i:will)|asked|last (?:meeting|"
    r"year|month)|"
    r"previous(?:ly)?|earlier|already|recommended|(?:report|advis|inform|explain|confirm|stat|not|updat|said|sa(?:y|"
    r"id)|"
    r"suggest|highlight|add|quer|remind|recall|clarif|request|note|claim|felt|believ|hop)(?:ed|ied|s|d|y)?\s+"
    r"(?:\w+\s+){0,4}?(?:that|whether|if))\b",
    re.I,
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_EARLIER = re.compile(
    r"\W{0,2}(?:(?:at|in|on|during|by)\s+(?:the\s+|its\s+|their\s+|our\s+|a\s+)?(?:last|previous|prior|earlier|"
    rf"(?:{_MONTH})\b|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})|20\d\d\b|\w+\s+meeting)|previously\b|"
    rf"earlier\b|last\b)"
)
_SUPPOSED = re.compile(
    r"\W*(?:if|once|when|whether|should|unless|until|before|had|were|where|although|while|whilst|as soon)\b", re.I
)
_MORE = re.compile(rf"(?:{_SUBJECT}\s+{_FEW}(?:{_DECIDES}|noted|received))\b", re.I)
_LOUD = re.compile(
    rf"(?i:{_BEFORE}(?:(?:it|this)\s+was\s+{_FEW}|{_SUBJECT}\s+{_FEW}))"
    r"(?:NOTED|APPROVED|HOMOLOGATED|AGREED|ENDORSED|RECEIVED|RATIFIED|ADOPTED|SUPPORTED|DELEGATED|DEFERRED|"
    r"RESOLVED|REJECTED|"
    r"CONFIRMED|"
    r"ACCEPTED|AUTHORISED|AUTHORIZED|DECIDED|CONSIDERED AND \w+|RECOMMENDED)\b"
)
_LOUDLY = re.compile(
    r"\b(?:and|was|were|it is|be)\s+(?:\w+ly\s+)?(?:RESOLVED|AGREED|NOTED|APPROVED|CARRIED|DEFERRED|REJECTED)\b"
)
# "The Board:", "The Committee agreed to:", "Members resolved:" before a list of what was decided.
_LEAD = re.compile(
    rf"{_BEFORE}(?:(?:it|this)\s+was\s+{_FEW}(?:agreed|resolved|decided|approved)|{_SUBJECT}\s*{_FEW}(?:{_DECIDES}|"
    rf"noted)?)"
    r"(?:\s+(?:to|that|as\s+follows|the\s+following(?:\s+[\w’-]+){0,6}))?\s*(?:[:–-]|:\s*[-–])",
    re.I,
)
_BY = re.compile(rf"\W{{0,2}}by\s+(?P<body>(?:the\s+)?(?:[\w’'&-]{{1,40}}\s+){{0,6}}?{_BODY})\b", re.I)
_LITTLE = frozenset(["the", "of", "and", "a", "an", "for", "all", "both"])
_ANYONE = frozenset(
    ["members", "directors", "trustees", "governors", "councillors", "commissioners", "partners", "meeting"]
)
_PLAIN = frozenset(
    ["whole", "full", "present", "those", "voting", "remaining", "governing", "parish", "town", "local", "nhs"]
)


def tells(sentence: str, own: str) -> bool:
    """Whether a sentence of prose says that the body itself decided something, here and now.

    own is the body's name as the minutes head it ("" where unknown); what another body decided is none of its own.

    >>> tells("Following discussion, the Panel agreed to extend the scheme.", "Parking Panel")
    True
    >>> tells("The Board approved the plan in May.", "Audit Committee")
    False
    >>> tells("The Panel would be asked to approve the plan.", "Parking Panel")
    False
    """
    sentence = sentence.strip(" *_•")
    if _SUPPOSED.match(sentence):
        return False
    if _SHORT.match(sentence) or _TERSE.fullmatch(sentence):
        return True
    found = _HEAD.match(sentence)
    if found:
        rest = sentence[found.end() :]
        return is_own(found["body"], own) and not _EARLIER.match(rest) and not _by_other(rest, own)
    moved = _MOVED.match(sentence)
    if moved:
        return not _REPORTED.search(sentence[: moved.end()])
    later = _LATER.search(sentence)
    if later and not _REPORTED.search(sentence[: later.start()]):
        return is_own(later["body"], own) and not _EARLIER.match(sentence[later.end() :])
    return _passive(sentence, own)


def tells_loudly(sentence: str, own: str) -> bool:
    """Whether the body's verb is in capitals, as some minutes mark every decision ("The Board NOTED the report")."""
    sentence = sentence.strip(" *_•")
    if found := _LOUD.match(sentence):
        return is_own(found["body"], own) and not _EARLIER.match(sentence[found.end() :])
    within = _LOUDLY.search(sentence)
    return bool(within and not _SUPPOSED.match(sentence) and not _REPORTED.search(sentence[: within.start()]))


def goes_on(sentence: str, own: str) -> bool:
    """Whether a sentence just after a labelled decision is another: the body for subject, a verb of deciding."""
    found = _MORE.match(sentence.strip(" *_•"))
    return bool(found and is_own(found["body"], own))


def leads(text: str, own: str) -> bool:
    """Whether a line opens a list of what the body decided: "The Committee agreed to:".

    >>> leads("The Board:", "ICB Board"), leads("The Board is asked to:", "ICB Board")
    (True, False)
    """
    found = _LEAD.fullmatch(text.strip(" *_•"))
    return bool(found and is_own(found["body"], own) and "action" not in text.lower())


def proposes(sentence: str) -> bool:
    """Whether a sentence puts something to the meeting; only a seconder and an outcome make it a decision.

    >>> proposes("It was proposed by AB that the fee be raised."), proposes("The minutes were proposed by AB.")
    (True, False)
    """
    return bool(_PROPOSES.match(sentence.strip(" *_•")))


def notes(sentence: str) -> bool:
    """Whether a sentence that tells a decision only notes or receives a paper.

    >>> notes("The Board noted the finance report.")
    True
    """
    later = _LATER.search(sentence)
    sentence = sentence[later.start() :] if later else sentence
    found = re.search(rf"\b(?:{_DECIDES}|noted|received|carried|determined|signed)\b", sentence, re.I)
    return bool(found and found[0].lower() in ("noted", "received"))


def notes_only(sentence: str) -> bool:
    """Whether a short sentence says no more than that the body, and not just "members", noted or received a paper.

    >>> notes_only("The Panel noted the report."), notes_only("The Panel noted the report that rents had risen.")
    (True, False)
    """
    sentence = sentence.strip(" *_•")
    found = _HEAD.match(sentence)
    if not found or not found["body"] or found["body"].split()[-1].lower() in _ANYONE:
        return False
    return bool(re.fullmatch(r"(?:\s+[\w’'&/()-]+){0,3}\W*", sentence[found.end() :]))


def _passive(sentence: str, own: str) -> bool:
    """Whether a sentence says of a thing that it was approved, deferred ... ("The policy was approved with thanks")."""
    sentence = _SUBJECT_TO.sub("", sentence)
    weighed = _WEIGHED.fullmatch(sentence)
    if weighed and not _REPORTED.search(weighed["what"]):
        return True
    found = _PASSIVE.match(sentence)
    if (
        not found
        or _REPORTED.search(_PAST.sub("", found["what"]))
        or _EARLIER.match(found["rest"])
        or _by_other(found["rest"], own)
    ):
        return False
    verb, minutes = found["verb"].lower(), _MINUTES.match(found["what"])
    if minutes and "action" not in found["what"].lower():
        return True
    if verb in ("confirmed", "signed") or _NO_MATTER.search(found["what"]):
        return False
    if verb == "noted":
        return bool(re.match(r"[\s,]*(?:$|[.;)])", found["rest"]) and re.search(_PAPER, found["what"], re.I))
    return bool(_CLOSED.match(found["rest"]))


def _by_other(rest: str, own: str) -> bool:
    """Whether what follows the verb names another who decided: "approved by the Executive Committee"."""
    found = _BY.match(rest)
    return bool(found and not is_own(found["body"], own))


def is_own(named: str | None, own: str) -> bool:
    """Whether a named body is the meeting's own; True where none is named or the meeting's is unknown.

    >>> is_own("the Board", "ICB Board"), is_own("Members", "Audit Committee"), is_own("the Board", "Audit Committee")
    (True, True, False)
    """
    if not named or not own:
        return True
    joint = re.search(r"\band\s+(?:the\s+)?(\w+)$", named.lower())  # "the Minister and Board"
    words = [joint[1]] if joint else [word for word in re.findall(r"[\w’'-]+", named.lower()) if word not in _LITTLE]
    mine = [word for word in re.findall(r"[\w’'-]+", own.lower()) if word not in _LITTLE]
    if not words or not mine:
        return True
    plain = _PLAIN | (
        {"icb", "integrated", "care"} if "icb" in mine or "integrated" in mine else {"trust", "foundation"}
    )
    if not all(word in mine or word in plain for word in words[:-1]):
        return False
    heads = {word for word in mine if re.fullmatch(rf"{BODY_WORDS}|body", word, re.I)} or {mine[-1]}
    return words[-1] in _ANYONE or words[-1].rstrip("s") in {word.rstrip("s") for word in heads}
