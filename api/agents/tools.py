"""The tools by name: what each takes and gives. None changes anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from api.agents import arguments as asked
from api.agents import deciding, listing, looking, results
from api.agents.cited import Held


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool. told are those of its arguments that the audit log may have: addresses, and no word of a question."""

    name: str
    title: str
    about: str
    takes: type[BaseModel]
    gives: type[BaseModel]
    call: Callable[[Held, Any], BaseModel]
    told: tuple[str, ...] = ()

    def line(self, taken: BaseModel) -> str:
        """What the audit log says of one call.

        >>> TOOLS["page"].line(asked.PageAsked(document="3f1c", page=7))
        'page: document 3f1c, page 7'
        """
        said = ", ".join(f"{name} {getattr(taken, name)}" for name in self.told)
        return f"{self.name}: {said}" if said else self.name


_EVERY = (
    Tool(
        "search",
        "Search the papers",
        "The passages of the papers that fit a query best, each in its own words with its citation. It gives passages, "
        "not an answer; what was decided is only in those of kind decision.",
        asked.SearchAsked,
        results.SearchResult,
        looking.searched,
    ),
    Tool(
        "answer",
        "Answer a question",
        "An answer to one question in words of the papers, each statement with its citation, or a refusal with its "
        "reason. Where refused is true, report that there is no answer and why; the passages then only come near.",
        asked.AnswerAsked,
        results.AnswerResult,
        looking.answered,
    ),
    Tool(
        "meetings",
        "List meetings",
        "The agendas and minutes that are held, by date, narrowed by body, days, kind, words of an item or a person on "
        "the attendance list; with whole also who attended and each item.",
        asked.MeetingsAsked,
        results.MeetingsResult,
        listing.meetings,
    ),
    Tool(
        "decisions",
        "List decisions",
        "What bodies decided, newest first, in the minutes' own words, each with its verb, condition, the state of the "
        "minutes, what papers had asked for, and earlier and later decisions that it is tied to.",
        asked.DecisionsAsked,
        results.DecisionsResult,
        listing.decisions,
    ),
    Tool(
        "actions",
        "List actions",
        "What people were asked to do, newest first: owner, date due, whether open, closed or overdue, and every place "
        "that prints it.",
        asked.ActionsAsked,
        results.ActionsResult,
        listing.actions,
    ),
    Tool(
        "precedents",
        "Find precedents",
        "How things like a proposal were decided before: give a sentence, the text of a draft paper, or its fields. "
        "It gives what was asked and decided, the route, what became of it, and how it is like and unlike. Name those "
        "that are contrary (conditional, deferred, rejected) beside the favourable ones.",
        asked.PrecedentsAsked,
        results.PrecedentsResult,
        deciding.precedents,
    ),
    Tool(
        "page",
        "Read a page",
        "The text of one page of a document, to check a quote or to read what stands around it.",
        asked.PageAsked,
        results.PageResult,
        looking.read,
        ("document", "page"),
    ),
)
TOOLS = {tool.name: tool for tool in _EVERY}
