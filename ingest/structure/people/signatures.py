"""Names of people out of what a form prints beside "Executive lead": posts, organisations and numbers cut off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance
from ingest.structure.people.known import by_name, presenters
from ingest.structure.people.naming import HONOURS, POSTS, TITLES, is_name, opening_name

_QUARTERS = re.compile(r"(?:north|south|east|west|mid|central|greater|upper|lower)\b", re.I)
NONE = re.compile(
    r"^\W*(?:n/?a|not applicable|none|nil|tb[cda]|to be confirmed|all|various|as above|see above)\b", re.I
)
_JOINT = re.compile(r"\s*(?:;|\||\s/\s|\s&\s|(?<=[a-z])/(?=[A-Z])|\band\b|\bwith\b|\n)\s*")
_PARTED = re.compile(r"\s*,\s*|\s+[-–—]\s*|\s*[–—]\s+|\s*\(|:\s+")


def named(lines: Sequence[str], people: Sequence[Attendance] = ()) -> tuple[str, ...]:
    """The people that printed lines name, in order and without their posts.

    A name of initial and surname is written out by the list of people, where one person of it fits. Where no person
    is named, a single short line that names a post or a team is given as it is printed.

    >>> named(["Dr Jane Smith, Director of Strategy and Planning", "T Brown - Head of Estates"])
    ('Dr Jane Smith', 'T Brown')
    >>> named(["Jane Smith and Tom Brown"])
    ('Jane Smith', 'Tom Brown')
    >>> named(["Jane Smith, Head of Quality; Tom Brown"])
    ('Jane Smith', 'Tom Brown')
    >>> named(["Chief Finance Officer"])
    ('Chief Finance Officer',)
    """
    found: list[str] = []
    for line in _whole(lines):
        for part in re.split(r"\s*[;|]\s*", line):
            found += _of_line(part, people)
    if found:
        return tuple(dict.fromkeys(found))
    whole = " ".join(" ".join(lines).split()).strip(" .:;-")
    if NONE.match(whole) or not whole[:1].isupper() or len(whole.split()) > 8:
        return ()
    return (whole,)


def _whole(lines: Sequence[str]) -> list[str]:
    """Lines of a narrow column put together where one breaks off before its end."""
    out: list[str] = []
    for line in lines:
        text = re.sub(r"^\W*(?:\(?\w{1,2}[.)]\s+)?", "", " ".join(line.split()))
        open_ended = bool(out) and bool(re.search(r"(?:[,&/(–-]|\b(?:of|and|for|the|to|in))$", out[-1]))
        if (
            out
            and (text[:1].islower() or open_ended)
            and not (out[-1].endswith((",", "/", "&", "-", "–")) and _starts(text))
        ):
            out[-1] = f"{out[-1]} {text}"
        elif text:
            out.append(text)
    return out


def _starts(text: str) -> bool:
    return is_name(_PARTED.split(text)[0])


def _of_line(line: str, people: Sequence[Attendance]) -> list[str]:
    if NONE.match(line):
        return []
    found: list[str] = []
    posted = False
    for stretch in _JOINT.split(line.strip(" .")):
        parts = [_unposted(HONOURS.sub("", part.strip(" .)"))) for part in _PARTED.split(stretch) if part.strip(" .)")]
        names = [part for part in parts if is_name(part)]
        if posted and names and parts[0] != names[0]:
            names = []
        if posted and names and len(parts) == 1 and not _known(names[0], people):
            names = []  # "Director of Finance and Estates Planning" names nobody after "and"
        names = names[:1] + [name for name in names[1:] if _another(name, parts)]
        found += [_written_out(name, people) for name in names]
        posted = posted or len(names) < len(parts)
    return found


def _unposted(part: str) -> str:
    """The name alone where a post follows it without a comma: "Jane Smith Chief Executive"."""
    name = opening_name(part)
    after = part[len(name) :].split()
    return name if after and is_name(name) and after[0].lower().strip("(") in POSTS else part


def _another(name: str, parts: Sequence[str]) -> bool:
    """Whether a later part of "Jane Smith, Director, ..." is a second person, not the place of the first's post.

    It is where it stands between posts, bears a title, or all parts are names and it is no quarter of a county.
    """
    if re.match(rf"{TITLES}\s", name):
        return True
    at = parts.index(name)
    posts = [not is_name(part) for part in parts]
    if any(posts):
        return posts[at - 1] and at + 1 < len(parts) and posts[at + 1]
    return not _QUARTERS.match(name)


def _known(name: str, people: Sequence[Attendance]) -> bool:
    return by_name(name, people) is not None


def _written_out(name: str, people: Sequence[Attendance]) -> str:
    """The full name for "J Smith"; a name that is printed in full stays as printed."""
    bare = re.sub(rf"^(?:{TITLES}\s+)+", "", name)
    if not re.match(r"[A-Z]\.?\s", bare):
        return name
    full = presenters(name, people)
    return full[0] if len(full) == 1 else name
