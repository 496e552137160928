from __future__ import annotations

from ingest.model import Declaration, Interest, Span
from search.model import Citation, DeclarationEntry, InterestEntry, Listing
from web.interests import InterestsPage
from web.render import renderer
from web.site import Site

CITED = Citation("d1", "pack.pdf", 8, 8, "8", "2025-03-13", "Board", "", "", ())
SPAN = Span(8, 10, 40)
INTEREST = Interest(
    *("Board", "2025-03-13", "Jane <b>Smith</b>", "Chair", "Smith Ltd", "Director", "financial", "direct"),
    *("2016", "Ongoing", "Leaves the room", (SPAN,)),
)
LISTED = InterestEntry(CITED, INTEREST, ("2024-01-11", "2025-03-13"))
DECLARED = DeclarationEntry(
    Citation("d1", "pack.pdf", 12, 12, "", "2025-01-16", "Board", "8", "Contracts", ()),
    Declaration("8", "Contracts", "Jane Smith", "Jane Smith declared an interest and left.", "left", (SPAN,)),
)


def shown(
    interests: int = 1, declarations: int = 1, person: str = "", any_held: bool = True, page: int = 1
) -> InterestsPage:
    listed = Listing(interests, (LISTED,) * min(interests, 20))
    said = Listing(declarations, (DECLARED,) * min(declarations, 20))
    return InterestsPage(person, "", "", ("Board",), listed, said, any_held, page)


def test_an_interest_has_its_dates_its_kind_and_the_row_of_the_register() -> None:
    (one,) = shown().listed
    assert (one.kind, one.held) == ("Financial, direct", "2016 to ongoing")
    assert one.address == "/documents/d1/pages/8?at=10-40"
    assert one.listed == "Listed 11 January 2024 to 13 March 2025"


def test_a_declaration_says_what_was_done_and_in_which_meeting() -> None:
    (one,) = shown().in_meetings
    assert (one.done, one.held, one.item) == ("Left", "Board, 16 January 2025", "Item 8: Contracts")
    assert one.meeting == "/meetings/board/2025-01-16"


def test_each_list_is_paged_and_keeps_the_choice_and_the_place_in_the_other() -> None:
    page = shown(interests=50, declarations=30, person="Smith", page=2)
    assert page.paging.after == "/interests?person=Smith&page=3#register"
    assert page.declared_paging.after == "/interests?person=Smith&page=2&declared=2#declarations"
    assert page.canonical == ""


def test_names_are_escaped_and_what_is_not_stated_is_said_to_be_so() -> None:
    html = renderer(Site())(shown())
    assert "Jane &lt;b&gt;Smith" in html
    assert "/interests.csv" in html


def test_empty_states_say_what_to_do() -> None:
    render = renderer(Site())
    assert "No register of interests is held here." in render(shown(0, 0, any_held=False))
    assert "Try a part of the name" in render(shown(0, 0, person="Nobody"))
    assert "The minutes here record no interest" in render(shown(1, 0))
