"""Item numbers, paper numbers and references that a question names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.understand.known import Known
from search.understand.query import Constraint
from search.understand.reading import Reading
from search.understand.tokens import Stretch, free, key

_NUMBER = r"(?:no\.?\s*|number\s*|#\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)"
_END = r"(?![\w£%]|[./,]\d|\s*(?:%|per cent))"
_ITEM = re.compile(rf"\b(?:agenda\s+)?(?:item|paper|enclosure|minute)\s+{_NUMBER}{_END}", re.IGNORECASE)
_ACTION = re.compile(
    rf"\bactions?(?:\s+log)?(?:\s+(?:item|entry|point|ref(?:erence)?))?\s+(?:no\.?\s*|number\s*|#\s*)?"
    rf"(?P<number>\d{{1,4}}(?:\.\d{{1,3}})?[a-z]?|[A-Za-z]{{1,5}}\d{{1,4}}){_END}",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"(?<![\w/-])(?=[\w/-]{4,40}(?![\w/-]))[A-Za-z]{1,8}(?:[/-][A-Za-z0-9]{1,10}){1,5}(?![\w/-])")


def items(text: str, taken: Sequence[Stretch], known: Known) -> list[Reading]:
    """Items by their numbers, and references: of an action, of a form that the library uses, or with slashes."""
    found: list[Reading] = []

    def keep(reading: Reading) -> None:
        if free(reading.place, [*taken, *(one.place for one in found)]):
            found.append(reading)

    for read in _ACTION.finditer(text):
        keep(_reference(read[0], read["number"], read.span(), known))
    for read in _ITEM.finditer(text):
        keep(Reading(Constraint("item", read[0], read["number"], source=True), Stretch(*read.span())))
    for read in _REFERENCE.finditer(text):
        if key(read[0]) in known.references or _formal(read[0]):
            keep(_reference(read[0], read[0], read.span(), known))
    return found


def _reference(printed: str, value: str, span: tuple[int, int], known: Known) -> Reading:
    held = key(value) in known.references
    return Reading(Constraint("reference", printed, value, source=True, held=held), Stretch(*span))


def _formal(word: str) -> bool:
    """Whether it can only be a reference: capitals, slashes and a number, as in GB/2425/101."""
    parts = word.split("/")
    return len(parts) > 1 and parts[0].isupper() and len(parts[0]) > 1 and any(part.isdigit() for part in parts[1:])
