"""What people undertake to do at meetings: the verbs, as data."""

from __future__ import annotations

# What somebody undertakes to do and can be seen to have done; "to be", "to consider" or "to note" is none of it.
ACTS = (
    r"(?:add|address|advertise|advise|amend|apply|approach|arrange|ask|assess|attend|book|bring|build|buy|call|chase|"
    r"check|"
    r"circulate|clarify|collate|collect|compile|complete|conduct|confirm|contact|convene|co-?ordinate|correct|create|"
    r"deliver|"
    r"design|develop|discuss|distribute|draft|e-?mail|engage|ensure|escalate|establish|explore|feed|file|finali[sz]e|"
    r"find|follow|"
    r"forward|gather|get|give|implement|inform|inspect|instruct|invite|investigate|issue|lead|liaise|look|make|map|"
    r"meet|merge|"
    r"monitor|negotiate|notify|obtain|offer|order|organi[sz]e|pay|phone|post|prepare|present|print|produce|progress|"
    r"propose|"
    r"provide|publish|purchase|pursue|push|put|raise|refer|register|remind|remove|reply|report|request|research|"
    r"resolve|respond|"
    r"review|revise|rewrite|run|scan|schedule|scope|seek|send|set|share|sign|source|speak|submit|summari[sz]e|supply|"
    r"table|"
    r"take|talk|test|track|transfer|undertake|update|upload|verify|visit|work|write)"
)
