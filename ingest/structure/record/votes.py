"""How a decision was voted on: counts, unanimity, abstentions, who proposed and seconded."""

from __future__ import annotations

import re

from ingest.structure.sentences import sentences

_COUNT = r"(?:\d{1,3}|no|none|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SIGNS = (
    r"unanimous(?:ly)?",
    r"nem\.?\s?con\.?|nem(?:ine)?\.?\s?(?:dis\w*\.?|contradicente)",
    rf"(?:by|with)\s+{_COUNT}\s+(?:votes?\s+)?(?:to|for|against|in favour|abstention)",
    rf"{_COUNT}\s+(?:votes?|members?|councillors?|governors?|directors?|trustees?)?\s*(?:voted\s+)?"
    r"(?:in favour|for(?=\s*[,;.)]|\s+and\s)|against|abstentions?|abstained|abstaining)",
    r"(?:for|in favour|against|abst\w*)\s*[:=–-]\s*\d{1,3}",
    r"\d{1,3}\s?[-–:]\s?\d{1,3}\s+(?:vote|in favour|with)|vote[sd]?\s*(?:of|was|:)?\s*\d{1,3}\s?[-–:]\s?\d{1,3}",
    r"all\s+(?:(?:those|members|councillors|governors|present)\s+){0,2}(?:(?:were|voted|voting)\s+)?in\s+(?:favour|"
    r"agreement)",
    r"abstain(?:ed|ing|s)|abstentions?|vot(?:ed|ing)\s+(?:against|for|in favour|unanimously)|dissent(?:ed|ing)?|"
    r"objected to the (?:decision|motion|proposal)|asked (?:that|for) (?:his|her|their) (?:vote|dissent|objection)",
    r"carried(?!\s+(?:out|forward|over|on)\b)|(?:motion|amendment|vote|"
    r"resolution)\s+(?:was\s+)?(?:declared\s+)?(?:passed|lost|defeated|fell)|casting vote|"
    r"show of hands|without (?:a )?(?:division|dissent)|put to (?:the|a) vote|by (?:a )?(?:simple )?majority|"
    r"majority (?:vote|of)",
    r"(?:proposed|moved|proposer|mover|prop\.?)\b[^.;]{0,120}?\b(?:seconded|seconder|"
    r"2nd)(?:\s+by)?:?(?:\s+(?-i:[A-Z])[\w’'-]*\.?){0,4}|"
    r"seconded(?:\s+by)?:?(?:\s+(?-i:[A-Z])[\w’'-]*\.?){0,4}",
)
_SIGN = re.compile("|".join(rf"(?<!\w)(?:{sign})(?!\w)" for sign in _SIGNS), re.I)
# A sentence of these words alone says how, not what, was decided.
_ONLY = re.compile(
    r"[\W_]*(?:(?:proposed|moved|proposer|mover|prop)\b.{0,160}\b(?:seconded|seconder|2nd|second)\b.{0,160}|"
    r"seconded\b.{0,120}|(?:the\s+)?(?:motion|amendment|resolution|vote|proposal|decision)?\s*(?:was\s+|were\s+)?"
    r"(?:then\s+|duly\s+|declared\s+|put\s+to\s+the\s+vote\s+and\s+)*(?:carried|passed|unanimous(?:ly)?|lost|"
    r"defeated)\b.{0,80}|"
    r"(?:on\s+(?:a|being\s+put\s+to\s+(?:the|a))\s+vote\b|vot(?:e|es|ing)\b).{0,160}|all\b.{0,40}\bin\s+(?:favour|"
    r"agreement).{0,40}|"
    rf"{_COUNT}\b.{{0,30}}\b(?:in favour|for|against|abst\w*)\b.{{0,80}}|(?:for|in favour|against)\s*[:=–-].{{0,80}}|"
    r"(?:[A-Z][\w’'.-]*\s+){1,5}(?:and\s+(?:[A-Z][\w’'.-]*\s+){1,4})?(?:abstained|voted against|dissented|"
    r"asked (?:that|for) (?:his|her|their) (?:vote|dissent|objection)).{0,120})",
    re.I | re.S,
)
_TELLS = re.compile(
    r"\b(?:agreed|resolved|approved|decided|accepted|carried|moved|proposed)\s+(?:that|to|the)\b|\bthat\s", re.I
)
_EDGE = re.compile(r",\s+|[()]|\s+[–—-]\s+|;\s+|:\s+|\.(?:\s+|$)")
_MATTER = re.compile(r"\b(?:that|to|the)\s+\w+|\bapproved|\bagreed", re.I)
_NEGATIVE = re.compile(r"\b(?:lost|defeated|rejected|fell|not\s+(?:carried|passed|agreed|approved)|failed)\b", re.I)
_POSITIVE = re.compile(
    r"\b(?:carried(?!\s+(?:out|over|on)\b)|passed|agreed|approved|resolved|unanimous\w*|"
    r"all\s+(?:\w+\s+){0,3}in\s+(?:favour|agreement)|accepted|adopted)\b",
    re.I,
)


def vote(text: str) -> str:
    """The sentence or clause of a decision that records a vote, dissent or unanimity, as printed; "" where none does.

    >>> vote("The Board approved the budget by 7 votes to 2.")
    'by 7 votes to 2'
    >>> vote("The plan was agreed. Sam White abstained.")
    'Sam White abstained.'
    """
    told = [sentence for sentence in sentences(text) if _SIGN.search(sentence)]
    if not told:
        return ""
    if len(told) > 1 or _ONLY.fullmatch(told[0]):
        start = text.index(told[0])
        return text[start : text.index(told[-1], start) + len(told[-1])]
    found = list(_SIGN.finditer(told[0]))
    return _clause(
        told[0], found[0].start(), found[-1].end() if found[-1].end() - found[0].start() < 120 else found[0].end()
    )


def votes_only(sentence: str) -> bool:
    """Whether a sentence only says how a decision was voted on ("Proposed by AB, seconded by CD").

    >>> votes_only("Carried unanimously."), votes_only("The plan was carried out.")
    (True, False)
    """
    return (
        len(sentence) < 400
        and not _TELLS.search(sentence)
        and bool(_ONLY.fullmatch(sentence.strip()))
        and bool(_SIGN.search(sentence))
    )


def counted(sentence: str) -> bool:
    """Whether a sentence gives the count of a vote on what the next one says was decided, and not on an amendment.

    >>> counted("On the vote there were 4 in favour and 1 against."), counted("The amendment was lost by 4 votes to 3.")
    (True, False)
    """
    found = _SIGN.search(sentence)
    against = re.search(r"\b(?:amendments?|would|had|will|if)\b", sentence, re.I) or _NEGATIVE.search(sentence)
    return (
        bool(
            found
            and re.search(rf"\bvot(?:e|ed|es|ing)\b.*\b{_COUNT}\b|\b{_COUNT}\b.*\bvot(?:e|ed|es)\b", sentence, re.I)
        )
        and not against
    )


def outcome(text: str) -> bool | None:
    """Whether a motion was carried (True) or lost (False), as the text after it says; None where it does not say.

    >>> outcome("Carried."), outcome("The motion was not carried."), outcome("Discussion followed.")
    (True, False, None)
    """
    if _NEGATIVE.search(text):
        return False
    return True if _POSITIVE.search(text) else None


def _clause(sentence: str, start: int, end: int) -> str:
    """The words of a vote within a sentence, wider by what stands in the same brackets or between the same commas."""
    opens = max(found.end() for found in [*_EDGE.finditer(sentence, 0, start), re.match("", sentence)] if found)
    if opens and start - opens < 60 and not _POSITIVE.search(sentence, opens, start):
        start = opens
    edge = _EDGE.search(sentence, end)
    close = edge.start() if edge else len(sentence)
    if close - end < 40 and not _MATTER.search(sentence, end, close):
        end = close
    return sentence[start:end].strip(" .*_,")
