"""Text into sentences, and into the lettered or numbered points that one paragraph may hold."""

from __future__ import annotations

import re

# Words that a full stop follows without ending their sentence.
SHORT = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "rev",
        "revd",
        "cllr",
        "cllrs",
        "st",
        "sr",
        "jr",
        "hon",
        "no",
        "nos",
        "ref",
        "refs",
        "para",
        "paras",
        "approx",
        "vs",
        "cf",
        "eg",
        "ie",
        "etc",
        "dept",
        "fig",
        "vol",
        "pp",
        "p",
        "inc",
        "ltd",
        "co",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_END = re.compile(r"(?P<stop>[.;!?])[”\"’')\]]{0,2}\s+(?=[\[(“\"‘']{0,2}[A-Z0-9£•])")
_MARK = re.compile(
    r"(?:(?<=^)|(?<=[\s:;,.–-]))(?:\((?P<round>[a-z]|[ivx]{1,4}|\d{1,2})\)|(?P<open>[a-z]|[ivx]{1,4}|"
    r"\d{1,2})[.)])\s+(?=\S)"
)
LONGEST = 20_000  # characters of one block that are read for sentences and points; what is beyond stays whole
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def sentences(text: str) -> list[str]:
    """Sentences in order, each as printed; a semicolon before a capital letter ends one too.

    >>> sentences("Dr. White agreed. The plan (No. 3) was kept; The rest fell.")
    ['Dr. White agreed.', 'The plan (No. 3) was kept;', 'The rest fell.']
    """
    out: list[str] = []
    begin = 0
    for match in _END.finditer(text, 0, LONGEST):
        if match["stop"] == "." and _is_short(text, match.start()):
            continue
        out.append(text[begin : match.end()].strip())
        begin = match.end()
    out.append(text[begin:].strip())
    return [sentence for sentence in out if sentence]


def _is_short(text: str, stop: int) -> bool:
    """Whether the full stop at text[stop] ends an abbreviation or an initial, and so no sentence."""
    start = stop
    while start > 0 and stop - start < 12 and text[start - 1].isalpha():
        start -= 1
    word = text[start:stop]
    if word.lower() in SHORT and not (word.lower() == "no" and word.islower()):
        return True
    return (len(word) == 1 and word.isupper() and word not in "AI") or text[max(0, stop - 3) : stop] in ("i.e", "e.g")


def points(text: str) -> tuple[str, list[str]]:
    """(what stands before the first mark, the points without their marks); (text, []) where there is no run of marks.

    >>> points("RESOLVED that (a) the minutes be approved; (b) the plan be noted.")
    ('RESOLVED that', ['the minutes be approved;', 'the plan be noted.'])
    """
    found: list[re.Match[str]] = []
    for match in _MARK.finditer(text[:LONGEST]):
        if _is_next(match, found):
            found.append(match)
    if len(found) < 2:
        return text, []
    ends = [match.start() for match in found[1:]] + [len(text)]
    parts = [text[match.end() : end].strip() for match, end in zip(found, ends, strict=True)]
    return text[: found[0].start()].strip(), [part for part in parts if part]


def _is_next(match: re.Match[str], found: list[re.Match[str]]) -> bool:
    """Whether a mark goes on with the run: (b) after (a), 2. after 1., or opens one."""
    mark, style = match["round"] or match["open"], "round" if match["round"] else "open"
    if not found:
        return mark in ("a", "i", "1")
    last = found[-1]
    before = last[style]
    if not before:
        return False
    if before.isdigit():
        return mark.isdigit() and int(mark) == int(before) + 1
    roman = found[0][style] == "i"
    if roman:
        return mark in _ROMAN and before in _ROMAN and _ROMAN.index(mark) == _ROMAN.index(before) + 1
    return len(mark) == 1 and len(before) == 1 and ord(mark) == ord(before) + 1
