"""What a written reply said, of which the minutes only record that it was promised."""

from __future__ import annotations

import re

from search.answers.found import Found
from search.answers.matter import contrary, matter, sentences
from search.answers.refusals import refuse
from search.model import Refused
from search.rank.stems import asked_stems

NEAR = 3  # hits among which the promise may stand
ABOUT = 0.6  # share of the matter that the passage needs
_ASKED = re.compile(
    r"\b(?:writ(?:e|ten?)|wrote|said|say) back\b|\bwritten (?:reply|response|answer)\b|"
    r"\bwhat (?:was|did)\b.*\b(?:repl(?:y|ied)|respon(?:d|ded|se))\b",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\b(?:will|would|to) be (?:responded to|answered|replied to) in writing\b|"
    r"\b(?:a )?written (?:response|reply|answer) (?:will|would|to) be (?:sent|provided|given|issued)\b",
    re.IGNORECASE,
)
_ASKING = frozenset(asked_stems(["write written wrote back reply replied respond response answer said say"]))


def replied(found: Found) -> Refused | None:
    """A refusal where it is asked what was replied and the passage about it says that a reply would come in writing."""
    if not _ASKED.search(found.query.words):
        return None
    about = matter(found, found.query.words, _ASKING)
    for hit in found.hits[:NEAR]:
        promise = next((text for text in sentences(hit.text) if _PROMISED.search(text)), "")
        if promise and about.share(hit.text, hit.citation.title, *hit.headings) >= ABOUT:
            said = "The minutes record that a reply would be given in writing; it is not here."
            return refuse(
                found.connection, found.query, "not_recorded", found.hits, contrary(found, hit, promise), said
            )
    return None
