"""What kind of thing is asked for or decided, by the words that papers and minutes use of it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_CONTRACT = r"(?:contract|agreement|lease|licen[cs]e)s?"
_PROPERTY = r"(?:sites?|land|property|properties|buildings?|premises|freehold|house|plot)"
INTERESTS = "interests"
# A kind with the words that tell of it. Each is a thing that a body of any sector may be asked to decide; a text may be
# of several. A pattern begins at a word, and \w* stands for all forms of one.
KINDS: Mapping[str, tuple[str, ...]] = {
    "awarding a contract": (
        r"(?:re-?)?award\w*(?:\W+[\w£.,-]+){0,8}?\W+(?:contract|tender|framework)s?",
        r"contract awards?|direct award\w*|preferred bidders?",
        r"(?:appoint|select)\w*(?:\W+\w+){0,4}?\W+(?:contractor|supplier|provider)s?",
        r"accept\w*(?:\W+\w+){0,4}?\W+(?:tender|quotation|quote)s?",
    ),
    "extending a contract": (
        r"(?:contract|agreement|lease|licen[cs]e|service|grant)s? (?:extension|renewal|variation)s?",
        rf"(?:exten[ds]\w*|renew\w*|prolong\w*|vary|variation)(?:\W+(?!review)[\w-]+){{0,8}}?\W+{_CONTRACT}",
        rf"(?:another|a further|one more) (?:[\w-]+ )?(?:years?|months?)\b[^.;]{{0,60}}?\b{_CONTRACT}\b",
        rf"{_CONTRACT}[^.;]{{0,60}}?\b(?:another|a further|one more) (?:[\w-]+ )?(?:years?|months?)\b",
    ),
    "going without competition": (
        r"waiv\w+|single tender\w*|sole suppl\w+|direct awards?|non-?compliant|uncompetit\w+",
        r"without (?:a |any )?(?:competiti\w+|tender\w*|procurement)|exempt\w* from (?:competition|standing orders)",
        r"do(?:es)? not comply with (?:\w+ ){0,2}?(?:procurement|tender\w*|competition)",
    ),
    "a way of procuring": (
        r"procure(?:ment)? (?:route|strategy|approach|process)|go(?:ing)? out to tender|accredit\w*",
        r"(?:begin|start|launch|undertake)\w*(?:\W+\w+){0,3}?\W+(?:procurement|tender\w*)",
    ),
    "a business case": (
        r"business cases?|[FOS]BC\b|investment (?:case|proposal|decision)s?|cases? for (?:investment|change)\b",
        r"(?:support|approv|back|endors|agree)\w* (?:the|a) (?:\w+ )?case\b",
    ),
    "a strategy or plan": (r"strateg(?:y|ies)\b|plans?\b|roadmap\b|framework\b|(?:delivery )?programmes? of work",),
    "policies": (
        r"polic(?:y|ies)\b|procedures?\b|codes? of (?:conduct|practice)|protocols?\b|guidelines?\b|byelaws?\b",
    ),
    "a date of review": (
        r"review (?:dates?|periods?)\b",
        r"(?:exten[ds]\w*|postpon\w+|defer\w*|delay\w*|put(?:ting)? (?:off|back)|bring(?:ing)? forward)"
        r"(?:\W+\w+){0,4}? reviews?\b",
    ),
    "terms of reference": (
        r"terms? of reference\b|ToRs?\b|constitution\b|standing (?:orders|financial instructions)|membership of\b",
        r"scheme of (?:reservation|delegation)|governance (?:handbook|manual|structure|arrangements)",
    ),
    "delegating authority": (
        r"delegat(?:e|es|ed|ing|ion)\b",
        r"authori[sz]e\w*(?:\W+\w+){0,6}?\W+to (?:sign|approve|agree|enter|negotiate|finali[sz]e|complete|execute)",
    ),
    "signing an agreement": (
        r"memorand(?:um|a) of understanding|MoU\b",
        r"(?:collaboration|partnership|joint|pooled|section \d+|data sharing|loan|hosting) (?:working )?agreements?",
        r"(?:sign|execut|enter)\w*(?:\W+\w+){0,6}?\W+(?:agreement|lease|deed|contract|declaration)s?",
    ),
    "appointing people": (
        r"(?:re-?)?appoint\w*(?:\W+[\w'’-]+){0,6}?\W+(?:as\b|chair|member|director|officer|representative|trustee|governor"
        r"|lead\b|auditor)",
        r"co-?opt\w*|election of\b|elected as\b|nominat\w+",
        r"(?:chair|member|director|officer|trustee|governor|auditor)s?['’]? (?:re-?)?appointments?",
    ),
    "money": (
        r"budgets?\b|fund(?:ing|ed)\b|allocat\w+|grants?\b(?! permission)|contribut\w+|spend(?:ing)?\b|expenditure\b",
        r"pay\w*(?:\W+\w+){0,5}?\W+costs?\b",
        r"precept\b|virement\b|reserves?\b|write[- ]offs?\b|capital cost|donat\w+|financing\b",
    ),
    "fees and pay": (
        r"(?:fees?|tariffs?|charges|charging|levy|levies|fares|rents?|prices)\b|remuneration\b|allowances?\b|salar(?:y|ies)\b",
        r"pay (?:award|scale|rate)s?\b",
    ),
    "closing a service": (
        r"clos(?:e|es|ed|ing|ure|ures)\b(?!\W+(?:of )?(?:the )?meeting\b)",
        r"decommission\w*|cease\w*|discontinu\w+|withdraw(?:al|n|ing)?\b|abolish\w*|terminat\w+",
        r"wind(?:ing)? (?:up|down)\b",
    ),
    "merging or moving": (
        r"merg(?:e|er|ers|ed|ing)\b|reconfigur\w+|relocat\w+|transfer\w*|re-?organi[sz]\w+|restructur\w+|consolidat\w+",
        r"co-?locat\w+|boundary changes?",
    ),
    "opening or expanding": (
        r"expan(?:d|ds|ded|ding|sion)\b|opening (?:of|hours)\b|capacity\b|roll[- ]?out\b|pilot\w*",
        r"(?:new|additional|extra|more) (?:beds?|posts?|places?|sites?|service|staff|centre)s?\b",
        r"increase\w*(?:\W+\w+){0,4}?\W+(?:beds?|places?|hours)\b",
    ),
    "buying or selling property": (
        rf"(?:sale|sell\w*|sold|dispos\w+|purchas\w+|acqui\w+|buy\w*)(?:\W+[\w-]+){{0,5}}?\W+{_PROPERTY}\b",
        r"sale of\b|freehold\b|capital receipts?\b",
    ),
    "a lease": (r"leases?\b|tenanc(?:y|ies)\b|licen[cs]e to occupy|rent reviews?\b",),
    "premises": (
        r"premises\b|estates? (?:plan|strategy|work)\w*|refurbish\w*|accommodation\b|building works?\b",
        r"planning (?:application|permission|consent)s?\b",
    ),
    "closing a risk": (
        r"(?:clos(?:e|es|ed|ing|ure)|remov\w+|archiv\w+)(?:\W+(?:of|the|a|an|this)){0,2}\W+risks?\b",
        r"tak(?:e|es|ing|en)(?:\W+\w+){0,3}?\W+risks?(?:\W+\w+){0,3}? off\b|risks?\b.{0,40}\bregister\b.{0,40}"
        r"\bremov\w+",
        r"risks?(?:\W+\w+){0,4}?\W+closed\b",
    ),
    "closing an action": (
        r"clos(?:e|es|ed|ing|ure)(?:\W+(?:of|the|a|an|this)){0,2}\W+actions?\b|actions?(?:\W+\w+){0,4}?\W+closed\b",
    ),
    "risk": (r"risks?\b|assurance framework\b|BAF\b",),
    "settling a dispute": (
        r"disputes?\b|appeals?\b|complaints? (?:process|procedure)|arbitrat\w+|mediat\w+|settlements?\b",
    ),
    "assurance": (r"assur(?:ed|ance|ances)\b(?! framework)",),
    "accounts and audit": (
        r"annual (?:report|accounts|governance statement)|financial statements|year[- ]end accounts",
        r"(?:external|internal) audit\w*|audit plan\b",
    ),
    "submitting a return": (r"submi(?:t|ssion|tting|tted)\b(?:\W+\w+){0,5}?\W+to\b",),
    "consulting": (
        r"consult(?:ation|ations|ing)?\b(?! (?:rooms?|spaces?))|engagement (?:exercise|plan)|public involvement",
    ),
    "minutes": (r"minutes\b|(?:accurate|true|correct) record\b",),
    "an action log": (r"action (?:log|list|tracker|points?)\b|actions? (?:arising|outstanding)|matters arising",),
    INTERESTS: (
        r"declarations? of interests?|registers? of interests?|conflicts? of interests?\b(?! polic)",
        r"(?:financial|pecuniary|personal|professional|family|prejudicial|direct|indirect) interests?\b|conflicted\b",
        r"declar\w+(?:\W+[\w'’-]+){0,5}?\W+interests?\b|interests? (?:was|were|is|are|has been|to be) declared\b",
        r"(?:leaves?|left|step(?:s|ped)? out of|withdr[ae]w\w*) (?:from )?the (?:room|meeting|discussion)\b",
    ),
    "a report": (r"reports?\b|updates?\b|presentation\b|briefing\b|dashboard\b|overview\b|deep dive\b",),
}
# Whose words are left aside where another kind is looked for: an action that is closed closes no service.
ASIDE: Mapping[str, tuple[str, ...]] = {"closing a service": ("closing a risk", "closing an action")}
# What every paper is: it tells of a kind only where nothing else does.
GENERAL = frozenset(("a report",))
# Kinds that are near one another: who asks for one of them is helped by another, though less.
FAMILIES = (
    frozenset(("awarding a contract", "extending a contract", "going without competition", "a way of procuring")),
    frozenset(("a business case", "money", "premises", "opening or expanding")),
    frozenset(("closing a service", "merging or moving", "opening or expanding")),
    frozenset(("policies", "a date of review", "terms of reference")),
    frozenset(("buying or selling property", "a lease", "premises")),
    frozenset(("delegating authority", "signing an agreement", "a lease")),
    frozenset(("risk", "closing a risk")),
    frozenset(("assurance", "a report")),
    frozenset(("money", "fees and pay")),
    frozenset(("minutes", "an action log", "closing an action")),
)
_KINDS = {name: re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE) for name, forms in KINDS.items()}


def kinds(text: str) -> frozenset[str]:
    """The kinds of thing that a text tells of.

    >>> sorted(kinds("Award a three-year contract to the hospice and delegate authority to sign it"))
    ['awarding a contract', 'delegating authority']
    """
    found = frozenset(name for name, form in _KINDS.items() if form.search(_aside(name, text)))
    return found - GENERAL or found


def _aside(name: str, text: str) -> str:
    for other in ASIDE.get(name, ()):
        text = _KINDS[other].sub(" ", text)
    return text


def kin(one: frozenset[str]) -> frozenset[str]:
    """The kinds that are near to some kinds, themselves left out.

    >>> sorted(kin(frozenset(("risk",))))
    ['closing a risk']
    """
    return frozenset(name for family in FAMILIES if family & one for name in family) - one
