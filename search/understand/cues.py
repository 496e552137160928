"""The words by which questions are told apart: one list for each purpose, and none of them names anybody."""

from __future__ import annotations

import re

# Beginnings of words: "decid" is of decided and deciding alike.
ACTS = "|".join(
    (
        *("decid", "agree(?!ment)", "approv", "adopt(?!ion)", "ratif", "endors", r"resolved?\b", r"accept(?:ed|s)?\b"),
        r"resolution\b(?! (?:process|polic))",
        *("reject", "refus", "defer", "postpon", "declin", r"support(?:ed|ing)\b", r"support (?:the|it|this)\b"),
        *(r"back(?:ed|ing)\b", r"back (?:it|the|this)\b", "sign(?:ed|ing)?[ -]off", r"sign\b", r"award(?:ed|ing)\b"),
        *(r"award (?:an?|the|it|them)\b", "extend", r"delegate[ds]?\b", "authoris", "authoriz", r"commissioned\b"),
        *(
            "conclude",
            r"rul(?:ed|ing)\b",
            r"vot(?:e|ed|ing)\b",
            r"settl(?:e|ed|ing)\b",
            "scrap",
            "turn(?:ed|ing)? down",
        ),
        *("put(?:ting)? off", r"noted?\b", "noting", "confirm", "amend", "cho(?:ose|se)", "withdr[ae]w"),
    )
)
SAYINGS = "|".join(
    (
        *("said", "say", "present", "rais", "ask", "report", "told", r"tells?\b", "think", "thought", "mention"),
        *("declar", "explain", "suggest", "propos", "comment", "respond", r"repl(?:y|ied)", "queri", "query", "argu"),
        *(r"chair(?:s|ed|ing)?\b", r"lead(?:s|ing)?\b", r"led\b", r"attend(?:s|ed|ing)?\b", r"own(?:s|ed)?\b"),
        *(r"owes?\b", "promis", "offer", r"brief(?:s|ed)?\b", "talk", "warn", "advis", "discuss", "consider", "review"),
        *(
            "recommend",
            "receiv",
            r"hear(?:d|s)?\b",
            r"look(?:s|ed|ing)?\b",
            r"want(?:s|ed)?\b",
            r"put\b",
            r"do\b",
            r"did\b",
        ),
        *(
            r"get\b",
            r"got\b",
            r"sees?\b",
            r"saw\b",
            r"knows?\b",
            r"feels?\b",
            r"felt\b",
            "request",
            r"set\b",
            "challeng",
        ),
        *(
            r"question(?:ed|s)?\b",
            r"ma(?:ke|de)\b",
            r"g(?:i|a)ve\b",
            r"wr(?:i|o)te\b",
            r"join(?:s|ed)?\b",
            r"sp(?:ea|o)ke?\b",
        ),
    )
)
ACT = re.compile(rf"\b(?:{ACTS})", re.IGNORECASE)
SAYING = re.compile(rf"\b(?:{SAYINGS})", re.IGNORECASE)
# what happens in a meeting, so that a date beside it is likely to be the meeting's
OF_A_MEETING = re.compile(
    rf"\b(?:{ACTS}|discuss|said|say|ask|present|apologi|attend|minute|outcome|decision|declar|quorate|leave the|"
    r"left the|happen|consider|action|c[ao]me to|brought to)",
    re.IGNORECASE,
)
# what a period or a body may stand before or behind where the meeting itself is meant
GATHERING = (
    r"(?:(?:board|committee|sub-?committee|panel|group|council|congress|forum|cabinet|governors?|"
    r"directors?)(?:'s?)?\s+)?"
    r"(?:meetings?|minutes?|session|agenda|pack|papers)\b"
)
# words that open a question
ASKING = (
    *(
        "who",
        "whom",
        "whose",
        "what",
        "when",
        "where",
        "why",
        "how",
        "which",
        "is",
        "are",
        "was",
        "were",
        "did",
        "does",
    ),
    *("do", "has", "have", "had", "will", "can"),
)
# before a body that is asked: "did the", "at the", "who chairs the"
DOING = (
    *("did", "does", "do", "has", "have", "had", "was", "were", "is", "will", "would", "should", "can", "could", "may"),
    *("might", "at", "by", "to", "from", "in", "when", "that", "told", "tell", "ask", "asked", "briefed", "updated"),
    *("assured", "advised", "reminded", "informed", "chairs?", "chaired", "chairing", "apologies (?:for|to)"),
)
# what a meeting leaves behind, and what is said of its sitting
RECORDS = (
    *("meetings?", "minutes", "decisions?", "agenda", "apologies", "outcomes?", "actions?", "chair", "session"),
    *("quorum", "attendance", "attendees"),
)
# before a date towards which or from which something runs
TOWARDS = (
    *("by", "due", "from", "as at", "as of", "until", "till", "up to", "for", "than", "to", "every", "end of", "year"),
    *("years?", "ending", "ended"),
)
# before the date of a stage in something's life: "opens in", "ready by"
STAGES = (
    *("due", "ready", "expected", "planned", "scheduled", "expire[sd]?", "expiring", "starts?", "starting", "opens?"),
    *("opening", "launch(?:es|ing)?", "begins?", "beginning", "commencing", "effective", "finish(?:es|ing)?"),
    *("go(?:es)? live", "completes?"),
)
# after a date that is no part of a longer name
JOINING = (
    *("and", "or", "about", "on", "regarding", "concerning", "to", "with", "when", "what", "that", "by", "how"),
    *("outcomes?", "decisions?", "discussion", "vote", "actions?", "apologies"),
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
    r"guidance|responsib|intelligence|terms of reference|policy|policies|strategy|workforce|pen\b|room|game|"
    r"support\b(?! (?:the|it|this)\b)|"
    r"level|chair\b|governance|business|away|evaluation|succession|composition|structure|portfolio|sponsor|report\b)",
    re.IGNORECASE,
)
# of minutes: what is said of them in a later meeting
CORRECTING = re.compile(
    r"\b(?:correct|amend|error|mistake|inaccura|accura|wrong)|"
    r"\bminutes\b(?!.*\b(?:what|which|who)\b).*\b(?:approv|confirm|agree|sign|ratif)",
    re.IGNORECASE,
)
# contractions typed without their apostrophe are no misspellings
CONTRACTED = frozenset(
    (
        *("whos", "whats", "wheres", "whens", "hows", "thats", "theres", "dont", "doesnt", "didnt", "cant", "couldnt"),
        *("wont", "wouldnt", "shouldnt", "isnt", "arent", "wasnt", "werent", "hasnt", "havent", "hadnt", "theyre"),
        *("theyve", "theyd", "weve", "youve", "youre", "lets", "heres", "shes"),
    )
)
