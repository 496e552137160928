"""The words by which questions are told apart: one list for each purpose, and none of them names anybody."""

from __future__ import annotations

import re

# beginnings of words: "decid" is of decided and deciding alike
ACTS = (
    r"decid|agree|approv|adopt|ratif|endors|resol[uv]|accept|reject|refus|defer|postpon|declin|support|"
    r"back(?:ed|ing)\b|back (?:it|the|this)\b|"
    r"sign(?:ed|ing)?[ -]off|sign\b|award|extend|delegat|authoris|authoriz|commission|conclude|rul(?:e|ed|"
    r"ing)\b|vot(?:e|ed|ing)\b|"
    r"settl|scrap|turn(?:ed|ing)? down|put(?:ting)? off|noted?\b|noting|confirm|amend|cho(?:ose|se)|withdr[ae]w"
)
SAYINGS = (
    r"said|say|says|saying|present|rais|ask|report|told|tell|think|thought|mention|declar|explain|suggest|propos|"
    r"comment|respond|repl(?:y|ied)|rais|queri|queried|argu|chair|lead|leads|led\b|attend|own|owe|owes|promis|"
    r"offer|brief|"
    r"talk|warn|advis|discuss|consider|review|recommend|receiv|hear|heard|look|want|put|do|get|see|know|feel|"
    r"felt|mean|"
    r"request|set\b|challenge|question|approve|make|made|give|gave|write|wrote|join|speak|spoke"
)
ACT = re.compile(rf"\b(?:{ACTS})", re.IGNORECASE)
SAYING = re.compile(rf"\b(?:{SAYINGS})", re.IGNORECASE)
OF_A_MEETING = re.compile(
    rf"\b(?:{ACTS}|discuss|said|say|says|ask|present|apologi|attend|minute|outcome|decision|vote|declar|"
    rf"quorate|leave the|"
    r"left the|happen|consider|action)",
    re.IGNORECASE,
)
# what a period or a body may stand before or behind where the meeting itself is meant
GATHERING = (
    r"(?:(?:board|committee|sub-?committee|panel|group|council|congress|forum|cabinet|governors?|"
    r"directors?)(?:'s?)?\s+)?"
    r"(?:meetings?|minutes?|session|agenda|pack|board papers|meeting papers)\b"
)
# words before the name of a body that say nothing of which body
NEUTRAL = frozenset(
    (
        *("the", "our", "your", "their", "its", "this", "that", "a", "an", "any", "each", "every", "last", "latest"),
        *("next", "previous", "first", "second", "most", "recent", "same", "new", "whole", "full", "main", "public"),
        *("private", "part", "i", "ii", "extraordinary", "special", "annual", "general", "virtual", "ordinary", "open"),
        *("closed", "formal", "informal", "actual"),
    )
)
# a bare "board" before one of these is part of another name or means its people, not the sitting
COMPOUND = re.compile(
    r"\s+(?:assurance|members?\b|membership|papers?\b(?! of)|secretary|development|seminar|effectiveness|framework|"
    r"guidance|responsib|intelligence|terms of reference|policy|policies|strategy|workforce|pen\b|room|game|support|"
    r"level|chair\b|governance|business|away|evaluation|succession|composition|structure|portfolio|sponsor|report\b)",
    re.IGNORECASE,
)
CORRECTING = re.compile(r"\b(?:correct|amend|error|mistake|inaccura|accura|wrong|approv|confirm|sign)", re.IGNORECASE)
# contractions typed without their apostrophe are no misspellings
CONTRACTED = frozenset(
    (
        *("whos", "whats", "wheres", "whens", "hows", "thats", "theres", "dont", "doesnt", "didnt", "cant", "couldnt"),
        *("wont", "wouldnt", "shouldnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt", "theyre"),
        *("theyve", "theyd", "weve", "youve", "youre", "lets", "heres", "shes"),
    )
)
