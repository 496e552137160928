"""Questions without what would tell who somebody is."""

from __future__ import annotations

import re

LONGEST, READ = 300, 3000  # characters that are kept, and that are looked at for them
_MARKS = (
    ("[e-mail address]", re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,190}\.[^\s@<>().,;:!?]{2,63}")),
    ("[postcode]", re.compile(r"\b(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2})\b", re.I)),
    # ten digits in the form of an NHS number, with or without its gaps
    ("[NHS number]", re.compile(r"(?<![\d+])(?!0)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)")),
    # a telephone number: 9 to 15 digits from + or 0 on, with the marks that people set between them
    ("[phone number]", re.compile(r"(?<!\d)(?:\+|\(0|0)(?:[\s()./-]{0,2}\d){8,14}(?!\d)")),
)


def masked(text: str) -> str:
    """The text on one line, at most 300 characters, with e-mail addresses, postcodes, NHS and phone numbers masked.

    >>> masked("write to ann.other@example.org or 01234 567 890 about 943 476 5919 at  SW1A 2AA")
    'write to [e-mail address] or [phone number] about [NHS number] at [postcode]'
    >>> masked("what was decided on 16 January 2025 on £2,400,000 for 2025/26 and in 01/02/2025?")
    'what was decided on 16 January 2025 on £2,400,000 for 2025/26 and in 01/02/2025?'
    """
    text = text[:READ]
    for mark, form in _MARKS:
        text = form.sub(mark, text)
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:LONGEST]
