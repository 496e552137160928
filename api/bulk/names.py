"""The identifiers of bulk data, each made from what it names: the same papers give the same ones, in whatever order."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from api.bulk.held import Held
from ingest.model import Action, Decision, Declaration
from search.links.bodies import folded
from search.links.likeness import plain_item
from search.links.people import plain
from search.model import Citation, DecisionEntry, MeetingEntry
from search.registers.attendance import Sat

_WORD = re.compile(r"[^\W_]+")
Opening = tuple[str, str, str, str, int, int]  # document, kind, date, part, page and character where a meeting begins
Under = tuple[str, str, str, str]  # document, date, item and title


class Names:
    """The identifiers of all that is held, and what leads from one row to another.

    What a paper leaves open is left open: where a name may mean two people, or a day two meetings, there is no id.
    """

    def __init__(self, held: Held, address: str) -> None:
        """The address is the site's, without a slash at its end, "" where it is not known."""
        self._address = address
        self._documents = {one.id for one in held.documents}
        self._records: dict[Opening, str] = {}
        self._meetings: dict[str, str] = {}
        self._items: dict[Under, str] = {}
        self._under: dict[Under, str] = {}
        self._said: defaultdict[tuple[Under, str], list[str]] = defaultdict(list)
        self._days: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in held.meetings:
            self._met(entry)
        self.made_in = [self.at(*place) for place in _numbered(held.decisions)]
        self.decisions = self._decided(held.decisions)
        self._people = _people(held)

    def body(self, name: str) -> str | None:
        """The body of a name that bodies go by."""
        return f"body-{digest(folded(name))}" if folded(name) else None

    def record(self, entry: MeetingEntry) -> str:
        """An agenda or minutes, as one document holds it."""
        return self._records[_opening(entry)]

    def sat(self, line: Sat) -> str:
        """The agenda or minutes that a line of an attendance list stands in."""
        return self._records[(line.citation.document, line.kind, line.citation.date, line.part, *line.opens)]

    def meeting(self, record: str) -> str:
        """The meeting that an agenda or minutes is of."""
        return self._meetings[record]

    def held_on(self, body: str, day: str) -> str | None:
        """The meeting of a body on a day, where there was one."""
        found = self._days.get((folded(body), day), set())
        return next(iter(found)) if len(found) == 1 else None

    def at(self, cited: Citation, text: str = "", nth: int = 0) -> str | None:
        """The meeting under which something stands: where its words are known there, else where its item is.

        Two meetings in one document may say the same under the same item: nth counts such words from 0, as printed.
        """
        under = _under(cited)
        records = self._said.get((under, text), [])
        record = records[min(nth, len(records) - 1)] if records else self._under.get(under)
        return self._meetings[record] if record else self.held_on(cited.body, cited.date)

    def item(self, cited: Citation) -> str | None:
        """The item under which something stands."""
        return self._items.get(_under(cited))

    def items(self, entry: MeetingEntry) -> list[str]:
        """The items of an agenda or minutes, in their order."""
        record = self.record(entry)
        return counted(f"item-{digest(record, one.number, one.title)}" for one in entry.stored.meeting.items)

    def decision(self, cited: Citation, text: str) -> str | None:
        """The decision that is printed in these words at this place."""
        return self._places.get((_under(cited), said(text)))

    def person(self, key: str) -> str:
        """A person by what they are known by over meetings."""
        return f"person-{digest(key)}"

    def named(self, name: str) -> str | None:
        """The one person who is called by a name, None where nobody or more than one is."""
        found = self._people.get(plain(name).casefold(), set())
        return next(iter(found)) if len(found) == 1 else None

    def place(self, cited: Citation) -> dict[str, str | int | None]:
        """The document and page to check a row on."""
        return {
            "document_id": cited.document,
            "page": cited.page,
            "page_label": cited.page_label,
            "link": self.link(f"/documents/{cited.document}/pages/{cited.page}"),
        }

    def link(self, path: str) -> str | None:
        """An address of the site, where that is known."""
        return f"{self._address}{path}" if self._address else None

    def _met(self, entry: MeetingEntry) -> None:
        document, meeting = entry.stored.document, entry.stored.meeting
        opening = _opening(entry)
        record = self._records[opening] = f"record-{digest(*map(str, opening))}"
        where = (folded(entry.body), meeting.date, meeting.part) if meeting.date else (record,)
        self._meetings[record] = f"meeting-{digest(*where)}"
        if meeting.date:
            self._days[folded(entry.body), meeting.date].add(self._meetings[record])
        for item, known in zip(meeting.items, self.items(entry), strict=True):
            self._items.setdefault((document, meeting.date, item.number, item.title), known)
        facts: tuple[Decision | Action | Declaration, ...]
        facts = (*meeting.decisions, *meeting.actions, *meeting.declarations)
        for fact in facts:
            under = (document, meeting.date, fact.item, fact.title)
            self._under.setdefault(under, record)
            self._said[under, fact.text].append(record)

    def _decided(self, held: Sequence[DecisionEntry]) -> list[str]:
        """The id of each decision, in the order of the register; _places gets every printing of it."""
        self._places: dict[tuple[Under, str], str] = {}
        made = counted(
            f"decision-{digest(meeting or '', *_told(one))}" for meeting, one in zip(self.made_in, held, strict=True)
        )
        for entry, known in zip(held, made, strict=True):
            for cited in (entry.citation, *entry.also):
                self._places.setdefault((_under(cited), said(entry.decision.text)), known)
        return made


def digest(*parts: str) -> str:
    """Sixteen hex digits for some texts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def counted(made: Iterable[str]) -> list[str]:
    """Identifiers, those that come again with a number.

    >>> counted(["item-a", "item-b", "item-a"])
    ['item-a', 'item-b', 'item-a-2']
    """
    taken: Counter[str] = Counter()
    found = []
    for one in made:
        taken[one] += 1
        found.append(one if taken[one] == 1 else f"{one}-{taken[one]}")
    return found


def said(text: str) -> str:
    """The words of a text alone, in small letters: two printings of it may differ in all else."""
    return " ".join(_WORD.findall(text.casefold()))


def _numbered(entries: Iterable[DecisionEntry]) -> Iterator[tuple[Citation, str, int]]:
    """Where each decision stands, its words, and how many have stood there in the same words before it."""
    before: Counter[tuple[Under, str]] = Counter()
    for entry in entries:
        place = (_under(entry.citation), entry.decision.text)
        yield entry.citation, entry.decision.text, before[place]
        before[place] += 1


def _told(entry: DecisionEntry) -> tuple[str, ...]:
    made = entry.decision
    return plain_item(made.item), made.verb, said(made.lead), said(made.text)


def _opening(entry: MeetingEntry) -> Opening:
    meeting = entry.stored.meeting
    return entry.stored.document, meeting.kind, meeting.date, meeting.part, meeting.span.page, meeting.span.start


def _under(cited: Citation) -> Under:
    return cited.document, cited.date, cited.item, cited.title


def _people(held: Held) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in held.people:
        for name in (one.name, *one.printed):
            found[plain(name).casefold()].add(f"person-{digest(one.key)}")
    found.pop("", None)
    return found
