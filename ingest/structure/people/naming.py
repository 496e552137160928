"""What a person's name looks like in print, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.people.name_words import BODIES, FIRSTS, PARTICLES, SURNAMES
from ingest.structure.people.name_words import HONOURS as HONOURS
from ingest.structure.people.name_words import POSTS as POSTS
from ingest.structure.people.name_words import TITLES as TITLES

LONGEST = 5  # words of one name, titles aside
_TITLE = re.compile(rf"(?:the\s+)?(?:{TITLES}(?=[\s.])\s*)+", re.I)
_WORD = re.compile(r"[^\s,;:()\[\]/–—|]+")
_CAPITAL = re.compile(r"^(?:[A-ZÀ-ÖØ-Þ][\w'’.`-]*|(?:d|o)['’][A-Z][\w'’-]*)$")


def opening_name(text: str) -> str:
    """The person's name that a text begins with, "" where it begins with none. Titles are part of it.

    >>> opening_name("Dr Ann de Silva (AS), Chair")
    'Dr Ann de Silva'
    >>> opening_name("Mr W Grant Clerk and Executive Officer")
    'Mr W Grant'
    >>> opening_name("Sam Green Ministry of Works")
    'Sam Green'
    >>> opening_name("Ministry of Works"), opening_name("Finance update")
    ('', '')
    """
    title = _TITLE.match(text)
    at = title.end() if title else 0
    words: list[str] = []
    end = read = at
    for match in _WORD.finditer(text, at):
        word = match[0]
        if len(words) == LONGEST or text[read : match.start()].strip():
            break
        if _known(word) and not _a_name_here(word, words, text[match.end() :], bool(title)):
            break
        if word in ("-", "&", "and") or HONOURS.fullmatch(f" {word}"):
            break
        if len(words) > 1 and word == initials_of(" ".join(words)):
            break
        read = match.end()
        if word in PARTICLES and words:
            words.append(word)
            continue
        if not _CAPITAL.match(word) or _acronym(word, words, bool(title)):
            break
        words.append(word)
        end = match.end()
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|St\.", word):
            break
    given = [word for word in words if word not in PARTICLES]
    if not given or (words[0] in PARTICLES and not title):
        return ""
    name = text[:end].strip()
    return re.sub(r"^the\s+", "", name, flags=re.I) if title or len(given) > 1 or "." in name else name


def is_name(text: str) -> bool:
    """Whether a text is a person's whole name: of two words, or of one with a title.

    >>> is_name("Cllr Beck"), is_name("Robin O’Black"), is_name("Robin"), is_name("Midshire Council")
    (True, True, False, False)
    """
    text = HONOURS.sub("", text).strip(" .")
    name = opening_name(text)
    if name.strip(" .") != text or not name:
        return False
    title = _TITLE.match(name)
    words = (name[title.end() :] if title else name).split()
    if len(words) == 1:
        return bool(title)
    return not all(len(word.strip(".")) == 1 for word in words) and not (words[0].isupper() and len(words[0]) > 3)


def is_somebody(printed: str) -> bool:
    """Whether a printed form is a person's, by name, initials or post, and not a body's or nobody's.

    >>> is_somebody("Dr A White"), is_somebody("AW"), is_somebody("Chief Executive"), is_somebody("Robin")
    (True, True, True, True)
    >>> is_somebody("Panel"), is_somebody("All"), is_somebody("ABCD")
    (False, False, False)
    """
    words = [word.lower().strip(".,’'") for word in printed.split()]
    if any(word in POSTS for word in words) or is_name(printed):
        return True
    return not any(map(_known, words)) and bool(re.fullmatch(r"[A-Z]{2,3}|[A-Z][A-Z]?[a-z]+\S*(?:\s+\S+)*", printed))


def is_first_name(text: str) -> bool:
    """Whether a text is one capitalised word that may be a first name.

    >>> is_first_name("Robin"), is_first_name("NHS"), is_first_name("Chair")
    (True, False, False)
    """
    return bool(re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’][A-Z][a-z]+)?|@[\w-]{2,39}", text)) and not _known(text)


def untitled(name: str) -> str:
    """A name without its titles and honours.

    >>> untitled("Professor Sir Robin Black OBE")
    'Robin Black'
    """
    bare = HONOURS.sub("", name)
    title = _TITLE.match(bare)
    rest = bare[title.end() :] if title else bare
    return rest.strip(" .") or bare.strip()


def initials_of(name: str) -> str:
    """The initials that a name makes.

    >>> initials_of("Dr Neha Issar-Brown"), initials_of("Kitty von Berg")
    ('NIB', 'KB')
    """
    parts = re.split(r"[\s.-]+|(?<=\b[OD])['’]", untitled(name))
    return "".join(part[0].upper() for part in parts if part and part[0].isalpha() and part not in PARTICLES)


def are_initials(short: str, name: str) -> bool:
    """Whether a short form in brackets stands for the name before it, and not for an organisation.

    >>> are_initials("RB", "Robin Black"), are_initials("GSo", "Gil Sol"), are_initials("DCLG", "Sam Stone")
    (True, True, False)
    """
    if not re.fullmatch(r"[A-Z][A-Za-z’']{1,4}", short) or _known(short):
        return False
    whole = initials_of(name)
    capitals = [letter for letter in short if letter.isupper()]
    if not whole or len(short) < 2:
        return False
    if short.isupper() and len(short) > 2 and len(whole) < len(short):
        return short[0] == whole[0] and whole[-1] in short[1:]
    return short[0] == whole[0] or (len(capitals) > 1 and capitals[-1] == whole[-1])


def _acronym(word: str, before: Sequence[str], titled: bool) -> bool:
    """Whether capitals stand for an organisation; a surname may be printed in capitals after a first name."""
    if not word.isupper() or len(word) < 3 or "." in word:
        return False
    if not titled and (len(word) < 4 or not re.search(r"[AEIOUY]", word)):
        return True
    return (not before and not titled) or (len(before) > 1 and not before[-1].isupper())


def _a_name_here(word: str, before: Sequence[str], after: str, titled: bool) -> bool:
    """Whether a word of posts or bodies is a name in its place: "Robin Hall", "Dean Black", "Mr Church"."""
    low = word.lower().strip(".,’'")
    if len(before) == 1:
        return low in SURNAMES and not _known(before[0])
    if titled and not before:
        return low not in POSTS
    follows = _WORD.match(after[:80].lstrip())
    return not before and low in FIRSTS and bool(follows and _CAPITAL.match(follows[0]) and not _known(follows[0]))


def _known(word: str) -> bool:
    low = word.lower().strip(".,’'")
    return low in POSTS or low in BODIES
