"""Names out of what forms print beside them."""

from __future__ import annotations

import pytest

from ingest.structure.people.signatures import named


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ["Jane Smith, Director of Finance and Tom van der Berg (Head of Estates)"],
            ("Jane Smith", "Tom van der Berg"),
        ),
        (["Jane Smith / Tom Brown, Joint Directors of Nursing"], ("Jane Smith", "Tom Brown")),
        (["Director of Finance, Jane Smith"], ("Jane Smith",)),
        (["Jane Smith, Executive", "Director of Strategy"], ("Jane Smith",)),
        (["Prof Jane Smith Medical Director"], ("Prof Jane Smith",)),
        (["Not applicable"], ()),
        (["Chief Finance Officer"], ("Chief Finance Officer",)),
    ],
)
def test_posts_are_cut_off_names(lines: list[str], names: tuple[str, ...]) -> None:
    assert named(lines) == names
