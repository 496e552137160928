"""The Markdown file, as another reader of Markdown takes it."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from api.drafts.brief import shown
from api.drafts.markdown import escaped
from tests.api.drafts.selections import ADDRESS, HOSTILE, hostile, made, selection

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})
MARKS = "\\`*_{}[]()#+-.!|~<>&$^:=\"'/ \n1aé\u202e\x00"


def words(text: str) -> list[str]:
    """What a reader of Markdown takes a text for: the words of a paragraph, or the names of something else."""
    tokens = READER.parse(text)
    if [one.type for one in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return [one.type for one in tokens]
    return [one.content if one.type == "text" else f"<{one.type}>" for one in tokens[1].children or ()]


@given(st.text(MARKS, min_size=1, max_size=40) | st.text(max_size=60))
def test_escaped_words_come_back_as_the_same_words(text: str) -> None:
    plain = shown(text)
    assert "".join(words(escaped(text))) == plain or not plain


def test_hostile_words_come_back_as_the_same_words() -> None:
    assert "".join(words(escaped(HOSTILE))) == shown(HOSTILE)


def test_every_quotation_has_a_footnote_and_every_footnote_a_mark() -> None:
    text = made(selection(), "md").decode()
    marks = re.findall(r"(?<!^)\[\^(\d+)\]", text, re.MULTILINE)
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert marks == notes == [str(number) for number in range(1, len(notes) + 1)]
    assert f"[minutes.pdf, page 16](<{ADDRESS}/documents/3f1c9a2b7d10/pages/16?at=10-1100>)." in text
    assert f"[The PDF, at page 16](<{ADDRESS}/api/v1/documents/3f1c9a2b7d10/file#page=16>)." in text
    assert "> **Approved:** “The Board approved the lease, subject to a review in June.”[^2]" in text


def test_without_the_sites_address_nothing_is_linked() -> None:
    assert "](<" not in made(selection(), "md", "").decode()


def test_the_table_has_its_rows_and_papers_add_none() -> None:
    for one, rows in ((selection(), 4), (selection(hostile()), 1)):
        tokens = READER.parse(made(one, "md").decode())
        assert sum(token.type == "tr_open" for token in tokens) == 1 + rows
        assert not [token.type for token in tokens if token.type.startswith("html") or token.type in ("fence", "hr")]
        inner = [child for token in tokens for child in token.children or ()]
        found = [str(child.attrs["href"]) for child in inner if child.type == "link_open"]
        assert found
        assert not [address for address in found if not address.startswith(ADDRESS)]
        assert not [child.type for child in inner if child.type in ("image", "html_inline", "code_inline", "em_open")]
