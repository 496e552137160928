"""The tables on the page of measurements, each between two marks that say which it is."""

from __future__ import annotations

MADE, END = "<!-- made by make bench: {} -->", "<!-- end of {} -->"


def replaced(page: str, tables: dict[str, str]) -> str:
    r"""The page with each table in its place. Raises ValueError where a place is missing or stands there twice.

    >>> print(replaced("a\n<!-- made by make bench: x -->\nold\n<!-- end of x -->\nb", {"x": "new"}))
    a
    <!-- made by make bench: x -->
    new
    <!-- end of x -->
    b
    """
    for name, table in tables.items():
        made, end = MADE.format(name), END.format(name)
        if page.count(made) != 1 or page.count(end) != 1 or page.index(made) > page.index(end):
            raise ValueError(f"the page needs one place for {name}: a line {made} and, below it, a line {end}")
        before, _, rest = page.partition(made)
        page = f"{before}{made}\n{table}\n{end}{rest.partition(end)[2]}"
    return page
