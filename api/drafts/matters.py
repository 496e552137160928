"""One matter of an export: what was asked, what was decided word for word, and all that is recorded around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from api.drafts.brief import Block, Bullets, Genre, Heading, Line, Paragraph, Words
from api.drafts.brief import Note as Footnote
from api.drafts.picked import Picked
from api.drafts.sources import Sources, people
from ingest.model import long_date
from search.model import ActionEntry, DecisionEntry, DeclarationEntry, DueReview, Matter, Outcome, Step

OUTCOMES: dict[Outcome, str] = {
    "granted": "granted",
    "conditional": "granted with conditions or in part",
    "deferred": "deferred",
    "rejected": "rejected",
    "noted": "noted",
    "not recorded": "outcome not recorded",
}
STEPS = {
    "paper": "a paper was put to it",
    "considered": "considered",
    "decided": "decided",
    "returned": "came back",
    "reviewed": "reviewed",
}
DONE = {"left": "left the meeting", "abstained": "abstained", "stayed": "stayed", "": "what was done is not recorded"}
DRAFT = "These minutes are a draft: no minutes held here record that they were approved."
ASKED = "What papers asked for, which decided nothing itself:"
GONE = (
    "This matter is no longer held: its paper was withdrawn, or a newer version took its place. Nothing of it is shown."
)
UNNAMED = "No item given"


def blocks(number: int, picked: Picked, sources: Sources) -> Iterator[Block]:
    """A matter under a heading of its own, numbered as it stands in the export."""
    found = picked.found
    yield Heading(2, f"{number}. {named(picked)}", anchor(number))
    if found is None:
        yield Paragraph(said(GONE), "warning")
        yield Paragraph(said(f"It stood at {picked.address}."))
    else:
        yield from _found(found, picked, sources)
    if picked.note.strip():
        yield Heading(3, "Note")
        yield from (Paragraph(said(line), "note") for line in picked.note.splitlines() if line.strip())


def named(picked: Picked) -> str:
    """What a matter is called."""
    return (picked.found.title or UNNAMED) if picked.found else "A matter that is no longer here"


def anchor(number: int) -> str:
    """The anchor of the heading over the matter of this number."""
    return f"matter-{number}"


def outcome(found: Matter) -> str:
    """What came of what was asked, the minutes' own verbs, and a word that marks what did not go through as asked.

    An outcome is told by its words alone, never by a colour.
    """
    verbs = ", ".join(dict.fromkeys(one.decision.verb for one in found.decided if one.decision.verb != "other"))
    word = f"{OUTCOMES[found.outcome]}{f' ({verbs})' if verbs and verbs != found.outcome else ''}"
    return f"Contrary: {word}" if found.contrary else f"{word[:1].upper()}{word[1:]}"


def said(text: str) -> Line:
    """Plain words as a line."""
    return (Words(text),)


def _found(found: Matter, picked: Picked, sources: Sources) -> Iterator[Block]:
    if found.contrary:
        yield Paragraph((Words(f"{outcome(found)}.", "strong"),), "warning")
    yield Paragraph(said(_sitting(found)))
    if not found.contrary:
        yield Paragraph((Words("Outcome: ", "strong"), Words(f"{outcome(found)}.")))
    yield Heading(3, "What was asked")
    if found.asked:
        yield Paragraph(said(ASKED), "opening")
        for one in found.asked:
            yield _quote(one.text, Footnote(sources.of(one.citation, one.spans, "Paper")))
    else:
        yield Paragraph(said("No paper that is held here is known to have asked for it."))
    yield Heading(3, "What was decided")
    yield from _decided(found.decided, sources)
    if picked.points:
        yield Heading(3, "How it is like the draft, and unlike it")
        yield Bullets(
            tuple(
                (Words("Alike: " if one.alike else "Unlike: ", "strong"), Words(one.said))
                for one in sorted(picked.points, key=lambda point: not point.alike)
            )
        )
    lists = (
        ("The route it took", tuple(_step(one, found, sources) for one in found.route)),
        ("What became of its actions", tuple(_action(one, sources) for one in found.actions)),
        ("Interests declared", tuple(_conflict(one, sources) for one in found.conflicts)),
        ("When it was to be reviewed", tuple(_review(one, sources) for one in found.reviews)),
    )
    for title, entries in lists:
        if entries:
            yield Heading(3, title)
            yield Bullets(entries)
    missing = [word for word, (_, entries) in zip(MISSING, lists, strict=True) if not entries]
    if missing:
        yield Paragraph(said(f"Nothing is recorded here of {_or(missing)}."))


MISSING = ("its route", "actions", "interests declared", "a review")


def _sitting(found: Matter) -> str:
    place = found.citation
    parts = [found.body or "Body not known", long_date(found.date) or "date not known"]
    parts += [f"item {place.item}"] if place.item else []
    parts += [f"presented by {people(place.presenters)}"] if place.presenters else []
    return f"{', '.join(parts)}."


def _decided(decided: Sequence[DecisionEntry], sources: Sources) -> Iterator[Block]:
    """Decisions in their order, those that one line introduces together under it; then what is said of the minutes."""
    for lead, group in groupby(decided, key=lambda one: one.decision.lead):
        held = tuple(group)
        if lead:
            place = sources.of(held[0].citation, held[0].decision.spans)
            yield Paragraph((Words(quoted(lead)), Footnote(place)), "lead")
        for one in held:
            decision = one.decision
            verb = "Decided" if decision.verb == "other" else decision.verb.capitalize()
            note = Footnote(sources.of(one.citation, decision.spans))
            yield Paragraph((Words(f"{verb}: ", "strong"), Words(quoted(decision.text)), note), "quote")
            for label, text in (("Condition", decision.condition), ("Vote", decision.vote)):
                if text:
                    yield Paragraph((Words(f"{label}: ", "strong"), Words(quoted(text))), "quote")
            for later in one.followed_by:
                if later.text:
                    how = f"A later decision speaks of it ({later.how}): "
                    footnote = Footnote(sources.of(later.citation))
                    yield Paragraph((Words(how, "strong"), Words(quoted(later.text)), footnote), "quote")
    if any(one.state == "draft" for one in decided):
        yield Paragraph(said(DRAFT), "warning")
    for amendment in dict.fromkeys(one.amendment for one in decided if one.amendment):
        yield Paragraph((Words("When the minutes were approved: ", "strong"), Words(quoted(amendment))), "warning")


def _step(step: Step, found: Matter, sources: Sources) -> Line:
    day = long_date(step.date) or "Day not known"
    body = step.body or "body not known"
    what = step.detail if step.kind == "decided" and step.detail else STEPS[step.kind]
    # what this matter itself decided stands above in full
    own = step.kind == "decided" and (step.date, step.body) == (found.date, found.body)
    head = Words(f"{day}, {body}: {what}.{'' if own or not step.text else ' '}")
    genre: Genre = "Paper" if step.kind == "paper" else "Minutes"
    note = Footnote(sources.of(step.citation, step.spans, genre))
    return (head, note) if own or not step.text else (head, Words(quoted(step.text)), note)


def _action(action: ActionEntry, sources: Sources) -> Line:
    by = f"by {people(action.owner)}" if action.owner else "by nobody named"
    due = f"due {long_date(action.due_on) or action.due}" if action.due_on or action.due else "no due day named"
    last = f", as last listed on {long_date(action.last)}" if action.last else ""
    said_so = f" (“{action.stated}”)" if action.stated else ""
    genre: Genre = "Action log" if action.source == "action log" else "Minutes"
    note = Footnote(sources.of(action.citation, action.first.spans, genre))
    tail = Words(f" {by[:1].upper()}{by[1:]}, {due}: ")
    return (Words(quoted(action.text)), note, tail, Words(f"{action.status}", "strong"), Words(f"{said_so}{last}."))


def _conflict(one: DeclarationEntry, sources: Sources) -> Line:
    held = one.declaration
    note = Footnote(sources.of(one.citation, held.spans))
    who = Words(f"{held.person or 'Somebody'}: ", "strong")
    return (who, Words(quoted(held.text)), note, Words(f" ({DONE[held.done]})"))


def _review(one: DueReview, sources: Sources) -> Line:
    note = Footnote(sources.of(one.citation, one.spans))
    return (Words(f"{one.due or 'No day named'}: ", "strong"), Words(quoted(one.text)), note)


def _quote(text: str, note: Footnote) -> Paragraph:
    return Paragraph((Words(quoted(text)), note), "quote")


def quoted(text: str) -> str:
    """A paper's words in quotation marks, as printed."""
    return f"“{' '.join(text.split())}”"


def _or(words: Sequence[str]) -> str:
    return " or ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
