"""Queries that nobody means, for whatever must stand any text."""

from __future__ import annotations

from hypothesis import strategies as st

from search.words import LONGEST


def _long(text: str) -> str:
    return (text * LONGEST)[:LONGEST]


LONG = {
    "one letter": _long("a"),
    "one word": _long("beds "),
    "many words": " ".join(f"w{number}" for number in range(LONGEST))[:LONGEST],
    "misspelt words": _long("estatse stratgey comunity bedds "),
    "capitals": " ".join(f"{one}{two}{three}" for one in "ABCDEFGHIJ" for two in "KLMNOPQRST" for three in "UVWXYZAB"),
    "names": _long("Dr Ann Other and Mr A. N. Other, "),
    "bodies": _long("the Finance Committee of the ICB Board "),
    "days": _long("16 January 2025 since March until last year "),
    "items": _long("item 7.1 action 54 "),
    "questions": _long("who chaired? what was decided and when; "),
    "ands": _long("beds and strategy and "),
    "figures": _long("£1,000,000.5% 2024/25 "),
    "quoted words": _long('"community beds" '),
    "quotation marks": _long('"'),
    "apostrophes": _long("'"),
    "stars": _long("*"),
    "brackets": _long("((("),
    "NEAR": _long("NEAR("),
    "columns": _long("text:beds {title} : "),
    "operators": _long("beds AND NOT OR "),
    "markup": _long("<script>alert(1)</script>"),
    "attributes": _long("\"'><img src=x onerror=alert(1)>"),
    "templates": _long("{{ page.query }} {% if %} ${x} "),
    "entities": _long("&lt;b&gt;&#0;&amp;"),
    "statements": _long("'; DROP TABLE passages; --"),
    "paths": _long("../../../etc/passwd%00"),
    "NUL": _long("\x00"),
    "control marks": _long("".join(map(chr, range(1, 32)))),
    "blanks": _long(" \t\n\u2028"),
    "surrogates": _long("\ud800\udfff")[: LONGEST // 6],  # each half becomes three replacement marks on its way
    "right to left": _long("\u202ebeds\u202c \u2067قرار\u2069 "),
    "emoji": _long("😀👩\u200d👩\u200d👧🇬🇧"),
    "accents": _long("be\u0301\u0302\u0303ds "),
    "only accents": _long("\u0301"),
    "ligatures": _long("ﷺ ﬃ İ ß "),
    "wide letters": _long("ｂｅｄｓ 𝐛𝐞𝐝𝐬 "),
    "other digits": _long("٣٤٥ ² Ⅷ ½ "),
    "Japanese": _long("病床の決定"),
    "Arabic": _long("قرار المجلس "),
    "Hindi": _long("निर्णय "),
    "no characters": _long("\uffff\ue000\ufeff"),
}

_FRAGMENTS = st.sampled_from(
    [
        *("beds", "estates strategy", "Board", "ICB", "Dr Ann Other", "January", "16/01/2025", "item 7", "54", "£2.4"),
        *("who ", "what was decided on ", "how much ", "what does ", " mean", "since ", "last year", " and ", "?", " "),
        *('"', "'", "*", "^", ":", "-", "NEAR(", ")", "{", "}", " AND ", " OR ", " NOT ", "text:", "\\", "%", "&", ";"),
        *(
            "<",
            ">",
            "<script>",
            "</title>",
            "{{",
            "\x00",
            "\x1b",
            "\r\n",
            "\u202e",
            "\u200b",
            "😀",
            "\ud800",
            "ß",
            "日本",
        ),
    ]
)
# mixed, the same again and again, and any characters at all
QUERIES = st.one_of(
    st.lists(_FRAGMENTS, min_size=1, max_size=40).map("".join),
    st.builds(
        lambda some, times: ("".join(some) * times)[:1500], st.lists(_FRAGMENTS, min_size=1), st.integers(1, 400)
    ),
    st.text(st.characters(), min_size=1, max_size=300),
)
