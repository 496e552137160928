"""The words by which policies, processes and rules are known: kinds of things, never the name of one house's own."""

from __future__ import annotations

import re

# A capitalised name that ends in one of these is the name of a rule.
HEADS = frozenset(
    [
        *("policy", "policies", "procedure", "procedures", "regime", "instructions", "orders", "act", "regulation"),
        *("regulations", "rules", "code", "framework", "scheme", "guidance", "guidelines", "protocol", "directive"),
        *("standard", "standards", "constitution", "process", "agreement", "waiver", "charter", "byelaws", "bylaws"),
    ]
)
# Of these, a name may go on behind the word: "Scheme of Delegation", "Policy on Gifts and Hospitality".
GOES_ON = re.compile(
    r"\s+(?:of|on|for)\s+(?:the\s+)?[A-Z][\w’'-]*(?:(?:\s+(?:of|and|on|&|for)){0,1}(?:\s+the)?\s+[A-Z][\w’'-]*){0,6}"
)
# What may stand behind a name and belongs to it: the year of a law, the letter of one of several processes.
YEAR, LETTER = re.compile(r"\s+(?:1[89]|20)\d\d\b"), re.compile(r"\s+(?:[A-Z]|\d{1,2}|I{1,3}|IV)\b(?![’'])")
# A name of nothing but these says only that there is a rule.
GENERAL = frozenset(
    [
        *("new", "draft", "revised", "updated", "current", "existing", "this", "each", "proposed", "final", "amended"),
        *("relevant", "local", "national", "policy", "standard", "agreed", "approved", "same", "following", "our"),
    ]
)
# Known in any case of letters, whatever words stand around them.
KNOWN = re.compile(
    r"\b(?:"
    r"direct\s+award(?:\s+process)?(?:\s+[A-C]\b)?|most\s+suitable\s+provider(?:\s+process)?|"
    r"competitive\s+(?:process|tender(?:ing)?|procurement|procedure|dialogue|flexible\s+procedure)|"
    r"(?:single|direct)[\s-]+(?:tender|source|supplier)(?:\s+(?:waiver|action|award))?|tender\s+waiver|"
    r"(?:open|restricted|negotiated)\s+(?:procedure|tender|competition)|(?:mini|further)[\s-]+competition|"
    r"framework\s+call[\s-]?off|call[\s-]?off\s+(?:contract|from)|light[\s-]touch\s+regime|"
    r"provider\s+selection\s+regime|standing\s+(?:financial\s+instructions|orders)|prime\s+financial\s+policies|"
    r"financial\s+regulations|scheme\s+of\s+(?:reservation\s+and\s+)?delegation|delegated\s+(?:authority|powers)|"
    r"urgent\s+(?:decision|action|powers)|emergency\s+powers|chair[’']?s\s+action|"
    r"conflicts?\s+of\s+interests?\s+policy|public\s+consultation|(?:formal|staff|statutory)\s+consultation|"
    r"(?:equality|quality|privacy|data\s+protection|environmental)\s+impact\s+assessments?|due\s+diligence|"
    r"fit\s+and\s+proper\s+persons?(?:\s+test)?|pooled\s+budget|section\s+\d{2,3}[A-Z]?\s+(?:agreement|fund\w*|notice|contributions?|duty)s?|"
    r"public\s+sector\s+equality\s+duty|value\s+for\s+money\s+(?:test|assessment)"
    r")(?!\w)",
    re.IGNORECASE,
)
# Written in capitals alone: what such letters stand for in the papers of any public body.
SHORT = re.compile(r"\b(?:SFIs?|SORDs?|SoRDs?|PSR|PFPs|EQIA|EqIA|QIA|DPIA|TUPE|VEAT|MSP)\b")
# In small letters a name counts where the words before it say that something is done by it.
BY_IT = re.compile(
    r"\b(?:under|via|through|using|following|per|waiv(?:e|es|ing)|line\s+with|accordance\s+with|breach\s+of|"
    r"compliance\s+with)\s+(?:(?:the|our|its|their|an?)\s+)?"
    r"(?P<name>(?:[a-z][\w’'-]*\s+){1,4}?(?:policy|policies|procedures?|regime|instructions|orders|regulations|rules|code|"
    r"framework|scheme|guidance|guidelines|protocol|process)\b(?:\s+[A-Z]\b)?)"
)
NO_NAME = frozenset(
    [
        *("the", "a", "an", "to", "is", "was", "are", "be", "that", "which", "this", "new", "and", "or", "in", "by"),
        *("same", "usual", "normal", "agreed", "proper", "its", "our", "their", "with", "from", "own", "as", "at"),
    ]
)
