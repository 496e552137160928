"""What a proposal asks, in the form in which it is compared with what was asked and decided before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.model import Proposal
from search.precedents.held import told
from search.precedents.kinds import kinds
from search.precedents.sums import Sum, largest
from search.words import cleaned

Act = Literal["decide", "note", ""]
MOST = 40  # recommendations, sums and processes that are looked at

# a body is asked to decide something, or only to be told of it, by the verb of what is recommended
DECIDING = re.compile(
    r"\b(?:approv|adopt|agree|ratif|endors|support|delegat|authori[sz]|award|appoint|elect|extend|exten[ds]ion|grant|"
    r"accept|confirm|close|closure|sign(?:ing|ed)?\b|fund|merge|waive|purchas|buy\b|sell\b|dispos|allocat|set\b|amend|"
    r"decid|change|introduce|keep\b|creat|establish|abolish|expand|begin|start|stop|enter|procur|renew|reject|defer|"
    r"postpon|put off|pay\b|contribut|raise\b|remov)",
    re.IGNORECASE,
)
NOTING = re.compile(
    r"\b(?:not(?:e|es|ing)\b|receiv|be informed|take assurance|assurance|discuss|consider|comment|review\b|update\b|"
    r"report (?:on|of)|for information)",
    re.IGNORECASE,
)
# a recommendation that begins with such a verb asks to be heard, whatever it tells of, unless it is put for a decision
_TELLING = re.compile(r"^\W*(?:to\s+)?(?:report|show|present|tell|update|inform|brief|describe)\b", re.IGNORECASE)
_PUT = re.compile(r"\bfor (?:\w+ )?(?:approval|adoption|agreement|decision|endorsement|ratification|sign-?off)\b", re.I)
# what stands before a list of recommendations, or before the words of one
_OPENS = re.compile(
    r"^\W*(?:the\s+)?(?:[\w&'’-]+\s+){0,6}?(?:is|are)\s+(?:asked|invited|requested|recommended)\s*(?:to|that)?\s*:?\s*",
    re.IGNORECASE,
)
_PROCESS = re.compile(
    r"\b(?:[A-Za-z]+\s+){1,3}(?:[Pp]rocess|[Pp]rocedure|[Rr]oute|[Rr]egime|[Ff]ramework)\s+(?:\([A-Z]+\)\s+)?(?:[A-Z]|\d{1,2})\b",
)
_OPENING = re.compile(r"^(?:(?:under|by|through|via|using|with|the|a|an|and|of|to|from|in|for)\s+)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asking:
    """A proposal as it is compared.

    texts are what is compared by meaning, each on its own: what is recommended, what it is about, what it is for. act
    says whether a decision is asked for, "" where that cannot be told; money is its largest sum; named are the
    processes that it names.
    """

    proposal: Proposal
    texts: tuple[str, ...]
    words: frozenset[str]
    kinds: frozenset[str]
    act: Act
    money: Sum | None
    named: tuple[str, ...]


def asking(proposal: Proposal) -> Asking:
    """What a proposal asks; one that is empty, or says no telling word, asks nothing, and has no texts.

    Of each of its texts the first 5,000 characters are read, and of each list the first MOST.
    """
    title, subject, purpose = map(cleaned, (proposal.title, proposal.subject, proposal.purpose))
    recommended = [text for one in proposal.recommendations[:MOST] if (text := plain(cleaned(one)))]
    deciding = [one for one in recommended if act(one) != "note"] or recommended
    said = " . ".join([*deciding, title, subject])
    telling = told(said) or told(purpose)
    parts = (cleaned(" ".join(deciding)), title or subject, purpose) if telling else ()
    texts = tuple(dict.fromkeys(part for part in parts if part))
    # the sums that a paper asks for, before those that it only tells of
    sums = [cleaned(one) for one in proposal.money[:MOST]]
    named = [cleaned(one) for one in proposal.processes[:MOST]] or named_processes(" . ".join(texts))
    return Asking(
        proposal,
        texts,
        telling,
        kinds(" . ".join([title, *deciding[:1]])) or kinds(said) or kinds(purpose),
        _acts([act(one) for one in recommended]) or act(purpose),
        largest([one for one in sums if any(one in text for text in (*recommended, title))] or sums or recommended),
        tuple(dict.fromkeys(named)),
    )


def named_processes(text: str) -> tuple[str, ...]:
    """The processes that a text names by a letter or number, each once.

    >>> named_processes("under the Direct Award Process C and by direct award process A")
    ('Direct Award Process C', 'direct award process A')
    """
    found = (_OPENING.sub("", match[0]) for match in _PROCESS.finditer(text))
    return tuple(dict.fromkeys(found))


def plain(recommendation: str) -> str:
    """A recommendation without who is asked; "" for a line that only opens a list.

    >>> plain("The Board is invited to approve the plan."), plain("The Board is asked to:")
    ('approve the plan.', '')
    """
    return _OPENS.sub("", recommendation.strip()).strip()


def act(text: str) -> Act:
    """Whether a recommendation asks for a decision or for notice; the first of such words tells."""
    if _TELLING.match(text):
        return "decide" if _PUT.search(text) else "note"
    decides, notes = DECIDING.search(text), NOTING.search(text)
    if decides and notes:
        return "decide" if decides.start() < notes.start() else "note"
    return "decide" if decides else "note" if notes else ""


def words(text: str) -> list[str]:
    """The words of a name in lower case, its letters and figures among them."""
    return re.findall(r"[^\W_]+", text.lower())


def _acts(found: list[Act]) -> Act:
    return "decide" if "decide" in found else "note" if "note" in found else ""
