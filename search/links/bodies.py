"""One body under its many names. Names are joined where the papers say so, never because they sound alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

SMALL = frozenset(("and", "of", "the", "for", "in", "on", "to", "with"))
KINDS = frozenset(("board", "committee", "subcommittee", "group", "panel", "congress", "council", "forum"))
# what the name of an organisation ends with, where it stands before the name of its committee
ORGANISATIONS = ("icb", "icp", "ccg", "trust", "council", "university", "integrated care board", "cic", "ltd", "plc")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Alias:
    """A folded name that means a body. spelling is how the papers print it; printed says that facts carry it."""

    alias: str
    spelling: str
    name: str
    printed: bool


def folded(name: str) -> str:
    """A name in the form that names are compared in.

    >>> folded("The Finance & Performance Sub-Committee"), folded("F&P")
    ('finance and performance subcommittee', 'f and p')
    """
    plain = name.casefold().replace("&", " and ")
    plain = re.sub(r"(?<=\w)[-‐‑'’.](?=\w)", "", plain)
    return re.sub(r"^the ", "", " ".join(_WORD.findall(plain)))


def aliases(
    names: Mapping[str, int], terms: Iterable[tuple[str, str]], together: Callable[[str, str], bool]
) -> list[Alias]:
    """Every name of every body.

    names are the bodies as facts print them, with how often; terms are abbreviations with what they stand for;
    together(name, prefix) says whether papers of the body of that name also name the organisation of that prefix.
    """
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        if folded(name):
            spellings[folded(name)].append(name)
    defined = _defined(spellings, terms)
    short = _initials(spellings)
    joined = {key: key for key in spellings}
    for key in spellings:
        full = _only(defined[key]) if key in defined else _only(short.get(key, set()))
        if full and full != key:
            _join(joined, key, full)
    for prefix, key in _prefixed(spellings):
        if all(together(spelling, prefix) for spelling in spellings[key]):
            _join(joined, f"{prefix} {key}", key)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key in spellings:
        groups[_root(joined, key)].append(key)
    found = []
    for keys in groups.values():
        name = _best([name for key in keys for name in spellings[key]], names)
        found += [Alias(key, spelling, name, True) for key in keys for spelling in spellings[key]]
    return found + _further(found, joined, defined, short)


def _defined(spellings: Mapping[str, list[str]], terms: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """What each abbreviation stands for, folded: the names of bodies among other meanings."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for short, long in terms:
        full = folded(long)
        ends = {key for key in spellings if full.endswith(f" {key}") and _organisation(full.removesuffix(f" {key}"))}
        found[folded(short)].add(_only(ends) if ends and full not in spellings else full)
    return dict(found)


def _initials(spellings: Mapping[str, list[str]]) -> dict[str, set[str]]:
    """The bodies that each form of initials may mean: "fpc", "f and pc", "f and p" for one of finance and performance.

    A name that is itself short, of one word, has none.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key in spellings:
        words = key.split()
        telling = [word for word in words if word not in SMALL]
        if len(telling) < 2:
            continue
        found["".join(word[0] for word in telling)].add(key)
        if words.count("and") == 1:
            before, after = words[: words.index("and")], words[words.index("and") + 1 :]
            sides = ["".join(word[0] for word in side if word not in SMALL) for side in (before, after)]
            found[" and ".join(sides)].add(key)
            if after[-1:] and after[-1] in KINDS and len(after) > 1:
                found[f"{sides[0]} and {sides[1][:-1]}"].add(key)
    return found


def _prefixed(spellings: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Names that are another one with an organisation's before it, where only one organisation comes in question."""
    found = []
    for key in spellings:
        before = {longer.removesuffix(f" {key}") for longer in spellings if longer.endswith(f" {key}")}
        organisations = {prefix for prefix in before if _organisation(prefix)}
        if len(key.split()) > 1 and len(organisations) == 1:
            found.append((organisations.pop(), key))
    return found


def _organisation(prefix: str) -> bool:
    return prefix.startswith("nhs ") or any(prefix == end or prefix.endswith(f" {end}") for end in ORGANISATIONS)


def _further(
    found: list[Alias], joined: dict[str, str], defined: Mapping[str, set[str]], short: Mapping[str, set[str]]
) -> list[Alias]:
    """Abbreviations that no fact carries and that mean one body alone."""
    names = {alias.alias: alias.name for alias in found}
    further = []
    for form in defined.keys() | short.keys():
        meant = defined.get(form) or short[form]
        roots = {_root(joined, key) if key in joined else key for key in meant}
        root = _only(roots)
        if form not in names and root in names and len(form.replace(" and ", "")) > 1:
            spelling = form.upper().replace(" AND ", "&")
            further.append(Alias(form, spelling, names[root], False))
    return sorted(further, key=lambda alias: alias.alias)


def _best(spellings: list[str], names: Mapping[str, int]) -> str:
    """The name to call a body by: written out, then most often printed, then longest."""
    return max(spellings, key=lambda name: (_full(name), names[name], len(name), name))


def _full(name: str) -> tuple[bool, bool]:
    return len(folded(name).split()) > 1, not name.casefold().startswith("the ")


def _only(keys: set[str]) -> str:
    return next(iter(keys)) if len(keys) == 1 else ""


def _root(joined: dict[str, str], key: str) -> str:
    while joined[key] != key:
        key = joined[key]
    return key


def _join(joined: dict[str, str], key: str, to: str) -> None:
    if key in joined and to in joined:
        joined[_root(joined, key)] = _root(joined, to)
