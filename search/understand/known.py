"""What a library knows by name: bodies, meetings, people, terms, references and its own words."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from sqlalchemy import Connection

from search.links.bodies import KINDS, folded
from search.links.people import plain
from search.understand.tokens import key, keys

Key = TypeVar("Key")
_CURRENT = "document IN (SELECT id FROM documents WHERE status = 'current')"
# Logs, papers and sections carry the meeting that they are for, whether or not its agenda or minutes are here.
_DATED = " UNION ".join(
    f"SELECT DISTINCT body, date, {part}, {minutes} FROM {table} "
    f"WHERE date LIKE '____-__-__' AND body != '' AND {_CURRENT}"
    for table, part, minutes in (
        *(("meetings", "part", "CAST(kind = 'minutes' AS INTEGER)"),),
        *((table, "''", "0") for table in ("log", "papers", "sections")),
    )
)
_TERMS = f"SELECT DISTINCT short, long, body FROM terms WHERE {_CURRENT}"
_REFERENCES = (
    f"SELECT reference FROM threads UNION SELECT reference FROM log WHERE {_CURRENT} "
    f"UNION SELECT number FROM papers WHERE {_CURRENT}"
)
# seats are derived from current documents alone
_SEATED = (
    "SELECT DISTINCT seats.name, initials, role, seats.body FROM seats JOIN attendance ON attendance.row = attendance"
)
_LISTED = (
    f"SELECT DISTINCT presenters FROM items WHERE meeting IN (SELECT row FROM meetings WHERE {_CURRENT}) "
    f"UNION SELECT DISTINCT lead FROM papers WHERE {_CURRENT}"
)
_DECLARED = f"SELECT DISTINCT person FROM interests WHERE {_CURRENT}"


class Lexicon(Protocol):
    """The words that the library's passages hold."""

    def holds(self, word: str) -> bool:
        """Whether a passage holds the word itself, case and accents aside."""

    def near(self, word: str, changes: int) -> Iterable[Sequence[tuple[str, int]]]:
        """Words with the same first letter that differ by at most so many changes of a letter, nearest first.

        Those that are equally near stand together, each with the number of passages that hold one of its forms.
        """


class Unread:
    """A Lexicon of no library: every word counts as held, so that none is put right."""

    def holds(self, word: str) -> bool:
        """See Lexicon."""
        return True

    def near(self, word: str, changes: int) -> Iterable[Sequence[tuple[str, int]]]:
        """See Lexicon."""
        return ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting: the body's one name, an ISO day, the part ("I", "II", "") and whether its minutes are here."""

    body: str
    day: str
    part: str = ""
    minutes: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """One person by the name without title, the initials that minutes use, the posts as printed, and the bodies."""

    name: str
    initials: frozenset[str] = frozenset()
    posts: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation and what it stands for, in the papers of one body ("" where they are of none)."""

    short: str
    long: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """People by what a question may call them: full name, surname, first name, initials, post; each of token keys."""

    full: Mapping[tuple[str, ...], tuple[Person, ...]]
    surnames: Mapping[str, tuple[Person, ...]]
    firsts: Mapping[str, tuple[Person, ...]]
    initials: Mapping[str, tuple[Person, ...]]
    posts: Mapping[tuple[str, ...], tuple[Person, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What one state of a library knows. aliases are folded names of bodies with the name that each body goes by.

    headless are those names without "committee" and the like; words are those of names, which are no misspellings.
    Made by known for a library, or by gathered from its parts; the rest is derived from them once.
    """

    aliases: Mapping[str, str]
    sittings: tuple[Sitting, ...]
    people: tuple[Person, ...]
    references: frozenset[str]
    names: Names
    shorts: Mapping[str, tuple[Term, ...]]
    longs: Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]
    headless: Mapping[str, tuple[str, ...]]
    words: frozenset[str]
    lexicon: Lexicon = field(default_factory=Unread)

    @property
    def bodies(self) -> frozenset[str]:
        """The names that bodies go by."""
        return frozenset(self.aliases.values())


def gathered(
    aliases: Mapping[str, str] | None = None,
    sittings: Iterable[Sitting] = (),
    people: Iterable[Person] = (),
    terms: Iterable[Term] = (),
    references: Iterable[str] = (),
    lexicon: Lexicon | None = None,
) -> Known:
    """What is known, with what is derived from it. aliases may be written as printed; they are folded here."""
    there = tuple(people)
    folds = {folded(alias): name for alias, name in (aliases or {}).items()}
    shorts: defaultdict[str, list[Term]] = defaultdict(list)
    longs: defaultdict[str, list[tuple[tuple[str, ...], Term]]] = defaultdict(list)
    for term in terms:
        words = keys(term.long)
        if words and keys(term.short):
            shorts[" ".join(keys(term.short))].append(term)
            longs[singular(words[0])].append((tuple(map(singular, words)), term))
    named = {word for person in there for word in keys(person.name)}
    named |= {word for alias in folds for word in alias.split()} | {word for short in shorts for word in short.split()}
    return Known(
        *(folds, tuple(sittings), there, frozenset(map(key, references)), _names(there)),
        {short: tuple(meant) for short, meant in shorts.items()},
        {first: tuple(meant) for first, meant in longs.items()},
        _headless(folds),
        frozenset(named),
        lexicon or Unread(),
    )


def _headless(aliases: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Names without the kind of body at their end, "finance and performance", with the bodies that they may mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for alias, name in aliases.items():
        head, _, kind = alias.rpartition(" ")
        if head and kind in KINDS:
            found[head].add(name)
    return {head: tuple(sorted(names)) for head, names in found.items()}


def singular(word: str) -> str:
    """The word without the s of a plural, so that "centres" and "centre" compare as one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def known(connection: Connection) -> Known:
    """What the current documents name, as this transaction sees it; without a lexicon, which Vocabulary is."""
    read = connection.exec_driver_sql
    spellings: dict[str, str] = {row[0]: row[1] for row in read("SELECT spelling, name FROM aliases WHERE printed = 1")}
    return gathered(
        {row[0]: row[1] for row in read("SELECT alias, name FROM aliases ORDER BY printed, row DESC")},
        {Sitting(spellings.get(body, body), day, part, bool(minutes)) for body, day, part, minutes in read(_DATED)},
        _people(connection),
        {Term(short, long, spellings.get(body, body)) for short, long, body in read(_TERMS)},
        {row[0] for row in read(_REFERENCES) if row[0]},
    )


def _people(connection: Connection) -> list[Person]:
    """Everybody who sat, and by name alone those who presented, led a paper or declared an interest."""
    read = connection.exec_driver_sql
    held: dict[str, tuple[set[str], set[str], set[str]]] = {}
    for name, initials, role, body in read(_SEATED):
        there = held.setdefault(name, (set(), set(), set()))
        for value, values in zip((initials, role, body), there, strict=True):
            if value:
                values.add(value)
    named = {name for row in read(_LISTED) for name in json.loads(row[0])} | {row[0] for row in read(_DECLARED)}
    for name in named:
        held.setdefault(plain(name), (set(), set(), set()))
    return [
        Person(name, *(frozenset(values) for values in there))
        for name, there in sorted(held.items())
        if len(name.split()) > 1
    ]


def _names(people: Iterable[Person]) -> Names:
    full: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    surnames: defaultdict[str, list[Person]] = defaultdict(list)
    firsts: defaultdict[str, list[Person]] = defaultdict(list)
    initials: defaultdict[str, list[Person]] = defaultdict(list)
    posts: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in people:
        words = keys(person.name)
        if len(words) < 2:
            continue
        for name in dict.fromkeys((words, (words[0], words[-1]))):
            full[name].append(person)
        surnames[words[-1]].append(person)
        firsts[words[0]].append(person)
        for short in person.initials:
            initials[short.casefold()].append(person)
        for post in person.posts:
            if len(keys(post)) > 1:
                posts[keys(post)].append(person)
    return Names(_fixed(full), _fixed(surnames), _fixed(firsts), _fixed(initials), _fixed(posts))


def _fixed(table: Mapping[Key, list[Person]]) -> dict[Key, tuple[Person, ...]]:
    return {name: tuple(meant) for name, meant in table.items()}
