"""The verbs by which a body decides, and which of several in one sentence counts."""

from __future__ import annotations

import re

from ingest.model import Verb

# In order of weight: where one sentence notes a report and approves a proposal, the approval is the decision.
FORMS: tuple[tuple[Verb, str], ...] = (
    ("deferred", r"defer(?:red|s)?|postpone[ds]?"),
    ("rejected", r"reject(?:ed|s)?|declined?|refused?|not (?:approve|support|agree|endorse)d?|voted against"),
    ("adopted", r"adopt(?:ed|s)?"),
    ("ratified", r"ratif(?:y|ied|ies)"),
    ("delegated", r"delegate[ds]?"),
    ("approved", r"approv(?:e|ed|es|al)"),
    ("endorsed", r"endorse[ds]?"),
    ("agreed", r"agree[ds]?|decide[ds]?|resolved|confirmed"),
    ("supported", r"support(?:ed|s)?"),
    ("received", r"receive[ds]?"),
    ("noted", r"note[ds]?|noting"),
)
_FORMS = tuple((verb, re.compile(rf"\b(?:{form})\b", re.I)) for verb, form in FORMS)
CONDITION = re.compile(r"\b(?:subject to|on condition that|provided that|conditional (?:up)?on)\b.*", re.I | re.S)


def verb(text: str, lead: str = "") -> Verb:
    """The verb of one resolution; of a bullet without a verb of its own, the verb of the line that introduces it.

    The first verb of the sentence counts, unless it only notes or receives and a weightier one follows.

    >>> verb("The Board noted the report and approved the closure of the risk.")
    'approved'
    >>> verb("agreed to extend the approved scheme")
    'agreed'
    >>> verb("080 Gifts Policy", "The Committee approved the following policies:")
    'approved'
    """
    main = CONDITION.sub("", text) or text
    found = sorted((match.start(), name) for name, form in _FORMS if (match := form.search(main)))
    if not found:
        return verb(lead) if lead else "other"
    first: Verb = found[0][1]
    if first in ("noted", "received"):
        later = [name for _, name in found[1:] if name not in ("noted", "received")]
        forms = [(name, form) for name, form in _FORMS if name in later]
        return next((name for name, form in forms if any(form.fullmatch(word) for word in _after_and(main))), first)
    return first


def _after_and(text: str) -> list[str]:
    """The word after every "and" or comma: where a second verb of the same sentence stands."""
    return [match[1] for match in re.finditer(r"(?:\band|;|,)\s+(?:also\s+|then\s+)?(\w+)", text)]


def condition(text: str) -> str:
    """The clause that limits a decision, "" where it is unconditional.

    >>> condition("The minutes were approved, subject to the change noted.")
    'subject to the change noted.'
    """
    found = CONDITION.search(text)
    return found[0] if found else ""
