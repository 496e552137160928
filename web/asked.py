"""What a reader asks of a register, as typed into its form; its address can be shared."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from search.model import Wanted
from web.address import with_query
from web.period import Misfit, Period, day, unread

VERBS = {
    "approved": "Approved",
    "agreed": "Agreed",
    "adopted": "Adopted",
    "ratified": "Ratified",
    "endorsed": "Endorsed",
    "supported": "Supported",
    "delegated": "Delegated",
    "deferred": "Deferred",
    "rejected": "Rejected",
    "received": "Received",
    "noted": "Noted",
    "other": "Other",
}
STATES = {"confirmed": "Confirmed minutes", "draft": "Draft minutes"}
PROGRESS = {"open": "Open, with overdue", "overdue": "Overdue", "closed": "Closed"}
DECISION_SORTS = {"": "Newest first", "oldest": "Oldest first", "body": "Body"}
ACTION_SORTS = {"": "Newest first", "due": "Due date", "owner": "Owner"}
NATURES = {"financial": "Financial", "professional": "Professional", "personal": "Personal"}
LONGEST = 200  # characters of a field


class Asked(BaseModel):
    """What every register is asked for."""

    model_config = ConfigDict(frozen=True, str_max_length=LONGEST, str_strip_whitespace=True)

    body: str = ""
    year: str = ""
    since: str = ""
    until: str = ""
    text: str = ""
    page: int = Field(default=1, ge=1, le=100_000)

    @property
    def period(self) -> Period:
        """The time that is asked for."""
        return Period(self.since, self.until, self.year)

    @property
    def days(self) -> dict[str, str]:
        """The days that are asked for, in ISO form."""
        return {"year": "", "since": self.period.first, "until": self.period.last}

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that are chosen from a list, each with its values and their names."""
        return {}

    @property
    def labels(self) -> Mapping[str, str]:
        """The fields of the form by name, in its order."""
        return {"text": "Words", "body": "Body", "year": "Year", "since": "From", "until": "To"}

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """What cannot be used, in the order of the form."""
        given, labels = self.model_dump(), self.labels
        found = [
            Misfit(name, f"Choose “{labels.get(name, name)}” from the list")
            for name, values in self.choices.items()
            if given[name] and given[name] not in values
        ]
        found += self.period.misfits(labels["since"], labels["until"])
        return tuple(sorted(found, key=lambda one: [*labels].index(one.field) if one.field in labels else len(labels)))

    @property
    def filtered(self) -> bool:
        """Whether anything is left out by what is asked."""
        return bool(self.fields(sort="", page="", as_of=""))

    @property
    def wanted(self) -> Wanted:
        """The entries that are asked for, of what can be used."""
        given = self.fields(**self.days, page="")
        wrong = {misfit.field for misfit in self.misfits}
        return Wanted(**{name: value for name, value in given.items() if name not in wrong})

    def fields(self, **instead: str) -> dict[str, str]:
        """The fields that are filled, some with another value."""
        given = {name: str(value) for name, value in self.model_dump().items()} | instead
        return {name: value for name, value in given.items() if value and (name, value) != ("page", "1")}

    def at(self, path: str, **instead: str) -> str:
        """An address with what is asked for, some of it changed."""
        known = self.model_dump()
        return with_query(path, **self.fields(**{name: value for name, value in instead.items() if name in known}))

    @property
    def sound(self) -> dict[str, str]:
        """The fields for a file, feed or picture: days in ISO form, every entry, without what cannot be used."""
        return self.fields(**self.days | {"page": ""} | {misfit.field: "" for misfit in self.misfits})

    def dated(self, path: str) -> str:
        """The address of a file, feed or picture of the same."""
        return with_query(path, **self.sound)


class DecisionsAsked(Asked):
    """What is asked of the register of decisions."""

    verb: str = ""
    person: str = ""
    status: str = ""
    sort: str = ""

    @property
    def labels(self) -> Mapping[str, str]:
        """The fields of the form by name, in its order."""
        last = {"person": "Presented by", "status": "Minutes", "sort": "Sort by"}
        return {"text": "Words", "verb": "What was done", **super().labels, **last}

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that are chosen from a list, each with its values and their names."""
        return {"verb": VERBS, "status": STATES, "sort": DECISION_SORTS}


class ActionsAsked(Asked):
    """What is asked of the register of actions; as_of is the day on which overdue is reckoned, today where empty."""

    owner: str = ""
    status: str = ""
    reference: str = ""
    as_of: str = ""
    sort: str = ""

    @property
    def labels(self) -> Mapping[str, str]:
        """The fields of the form by name, in its order."""
        first = {"text": "Words", "owner": "Owner", "status": "Status", "body": "Body", "reference": "Reference"}
        raised = {"year": "Year raised", "since": "Raised from", "until": "Raised to"}
        return {**first, **raised, "as_of": "Overdue on", "sort": "Sort by"}

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that are chosen from a list, each with its values and their names."""
        return {"status": PROGRESS, "sort": ACTION_SORTS}

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """What cannot be used, in the order of the form, the day of reckoning last."""
        wrong = self.as_of and not day(self.as_of, "last")
        return (*super().misfits, *((Misfit("as_of", unread(self.labels["as_of"])),) if wrong else ()))

    @property
    def days(self) -> dict[str, str]:
        """The days that are asked for, in ISO form."""
        return {**super().days, "as_of": day(self.as_of, "last")}


class InterestsAsked(Asked):
    """What is asked of the register of interests, for its file."""

    person: str = ""
    kind: str = ""

    @property
    def choices(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that are chosen from a list, each with its values and their names."""
        return {"kind": NATURES}
