from __future__ import annotations

from search.links.people import Sitting, seats


def keys(body: str, *names: str) -> list[str]:
    return [seat.key for seat in seats(body, [Sitting(row, name) for row, name in enumerate(names)])]


def test_titles_and_honours_make_no_other_person() -> None:
    assert len(set(keys("Board", "Dr Jane Smith", "Jane Smith OBE", "Prof. Jane A. Smith (Chair)"))) == 1


def test_an_initial_means_the_one_person_of_the_body_that_it_fits() -> None:
    one, other = keys("Board", "Dr J Smith", "Jane Smith")
    assert one == other


def test_an_initial_that_fits_two_people_means_neither() -> None:
    assert len(set(keys("Board", "J Smith", "Jane Smith", "John Smith"))) == 3


def test_a_short_name_is_another_person_in_another_body_but_a_full_name_is_not() -> None:
    assert keys("Board", "J Smith") != keys("Audit Committee", "J Smith")
    assert keys("Board", "Jane Smith") == keys("Audit Committee", "Ms Jane Smith")


def test_a_surname_alone_means_nobody_else() -> None:
    assert len(set(keys("Board", "Mr Smith", "John Smith"))) == 2


def test_a_surname_of_several_words_is_kept_whole() -> None:
    one, other, third = keys("Board", "A van Dyk", "Anna van Dyk", "Adam Dyk")
    assert one == other != third


def test_a_line_without_a_name_is_left_out() -> None:
    assert seats("Board", [Sitting(1, "(vacant)"), Sitting(2, "")]) == []
