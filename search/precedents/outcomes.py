"""What came of what was asked, by the words of the minutes alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from search.precedents.model import Outcome
from search.precedents.sums import largest
from search.registers.entries import Asked, DecisionEntry

# The worst first: where one part of an item was approved and another was not, the item is named by the other.
WORST: tuple[Outcome, ...] = ("rejected", "deferred", "conditional", "granted", "noted", "not recorded")
_VERBS: dict[str, Outcome] = {
    "rejected": "rejected",
    "deferred": "deferred",
    "noted": "noted",
    "received": "noted",
    "other": "not recorded",
}
# What somebody may agree to instead of what was asked, after a verb that sounds like a yes.
_YES = r"\b(?:agreed?|decided?|resolved?|accepted?|concluded)\b"
_PUT_OFF = re.compile(
    rf"{_YES}[^.;]{{0,60}}?\b(?:"
    r"to (?:postpone|defer|delay|adjourn|hold over|reconsider|return to|revisit|pause|wait|discuss|consider)|"
    r"be (?:postponed|deferred|delayed|adjourned|held over|reconsidered|carried (?:over|forward)|brought back)|"
    r"be (?:discussed|considered|taken) (?:\w+ )?(?:further|outside|at|in)|should have further|to see further|"
    r"(?:further|more) (?:work|details?|information|discussions?|consideration) (?:was|were|is|be|should|before))|"
    # one part of what a sentence decides, beside another that was granted
    r"(?<!previously )(?<!had )(?<!been )(?<!which )(?<!earlier )(?<!it )"
    r"\b(?:deferred|postponed|adjourned|held over)\b(?! (?:from|by|on|at its)\b)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    rf"{_YES}[^.;]{{0,40}}?\b(?:not to|against|to (?:reject|refuse|decline|oppose|object)|"
    r"be (?:rejected|refused|declined))\b|\bnot (?:be )?(?:approved|agreed|supported|endorsed|adopted|accepted)\b|"
    r"\b(?:but|and|while|whilst)\b[^.;]{0,40}?(?<!previously )(?<!had )(?<!been )"
    r"\b(?:rejected|refused|declined|turned down|did not (?:approve|agree|support|endorse|adopt|accept))\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    rf"{_YES}[^.;]{{0,80}}?\b(?:may|might|would be (?:useful|helpful|good|worth)|"
    r"to (?:seek|obtain|ask|request|await|gather|invite|look into|explore|investigate))\b",
    re.IGNORECASE,
)
_LIMITED = re.compile(
    r"\bsubject to\b|\bin principle\b|\bprovided (?:that|the)\b|\bas long as\b|\b(?:partly|partially|in part)\b|"
    r"\bwith the (?:[\w-]+ ){0,3}?(?:amendments?|changes?|conditions?|mitigations?|caveats?|provisos?|corrections?|"
    r"additions?|safeguards?)\b|\bwith (?:\w+ )?(?:amendments|changes|conditions|caveats|corrections)\b|\bas amended\b|"
    r"\b(?:except(?:ing)?|apart from|with the exception of|excluding|but not)\b|\ba (?:reduced|lower|smaller) \w+|"
    r"\b(?:interim|trial|pilot|temporary) (?:basis|period)\b|\bonly (?:for|until|if|in|to)\b|"
    r"\b(?:years?|months?|phases?|parts?|options?) only\b|\breviewed before\b|"
    r"\bonce (?:the|it|they)\b[^.;]*\b(?:has|have)\b",
    re.IGNORECASE,
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TERM = re.compile(rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-](year|month)s?\b", re.IGNORECASE)


def outcome(decided: Sequence[DecisionEntry]) -> Outcome:
    """What came of a matter by all decisions under its item: the worst of what came of each.

    "granted" is said only where a verb of the minutes grants, nothing limits it, and no sum or term is less than asked.
    """
    found = {_one(entry) for entry in decided}
    return next((each for each in WORST if each in found), "not recorded")


def of_words(verb: str, text: str, condition: str = "") -> Outcome:
    """What one decision comes to, by its verb as the register reads it and by its words.

    >>> of_words("agreed", "The Board agreed to postpone the sale to a later date.")
    'deferred'
    >>> of_words("approved", "The Board approved the lease, with the amendments noted.")
    'conditional'
    """
    told = _VERBS.get(verb)
    if told in ("rejected", "deferred"):
        return told
    if _REFUSED.search(text):
        return "rejected"
    if told:
        return told
    if _PUT_OFF.search(text):
        return "deferred"
    if _UNSURE.search(text):
        return "not recorded"
    return "conditional" if condition or _LIMITED.search(text) else "granted"


def months(texts: Iterable[str]) -> int:
    """The longest term that some texts name, in months; 0 where they name none.

    >>> months(["a three-year contract", "for 18 months"])
    36
    """
    found = [0]
    for text in texts:
        for number, unit in _TERM.findall(text):
            count = int(number) if number.isdigit() else _NUMBERS.index(number.lower()) + 1
            found.append(count * (12 if unit.lower() == "year" else 1))
    return max(found)


def _one(entry: DecisionEntry) -> Outcome:
    made = entry.decision
    found = of_words(made.verb, f"{made.lead} {made.text}".strip(), made.condition)
    return "conditional" if found == "granted" and _less(entry.asked, made.text) else found


def _less(asked: Sequence[Asked], text: str) -> bool:
    """Whether a smaller sum or a shorter term was decided than was asked for."""
    texts = tuple(one.text for one in asked)
    wanted, given = largest(texts), largest((text,))
    if wanted and given and given.amount < wanted.amount:
        return True
    return 0 < months([text]) < months(texts)
