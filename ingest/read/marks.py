"""Marks out of text: what a person would see of a stretch of Markdown with HTML in it."""

from __future__ import annotations

import html
import re

COMMENT = re.compile(r"<!--.{0,1000}?-->", re.DOTALL)
# Only names that HTML has: "<5 days" and "<name>" are what the author wrote.
BREAKING = "p|br|hr|li|ul|ol|div|table|thead|tbody|tr|td|th|h[1-6]|blockquote|pre"
INLINE = "b|i|u|s|em|strong|sup|sub|span|a|font|small|del|ins|mark|code|img"
BREAKING_TAG = re.compile(rf"</?(?:{BREAKING})(?:\s[^<>]*)?/?>", re.IGNORECASE)
INLINE_TAG = re.compile(rf"</?(?:{INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
PLACE = re.compile(r"\[(?:bookmark|image):[^\[\]\n]*\]")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~-])")
STARS = re.compile(r"\*{2,}|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
BARS = re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
# What prints nothing and may turn the order of what stands beside it: controls, marks of direction, joiners, tags,
# fillers. Source: Unicode 16, categories Cc and Cf, without the white space and the signs of Arabic that print.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# An escaped character is moved to a private plane while marks are taken out, then moved back.
ASIDE = 0xF0000
BACK = {ASIDE + ord(mark): mark for mark in "\\`*_{}[]()#+.!|~-"}


def visible(text: str) -> str:
    r"""The text on one line without what prints nothing: for titles, names and labels that stand among other words.

    >>> visible("Part\u202e I\u200b\n agenda")
    'Part I agenda'
    """
    return " ".join(UNSEEN.sub("", text).split())


def plain_text(raw: str) -> str:
    """The text as one line of visible words.

    Takes out HTML tags and comments, emphasis (`**`, `*`, `_`), bookmark and image marks and what prints nothing; a
    link becomes its text; entities and backslash escapes become their characters; white space becomes single spaces.
    """
    text = ESCAPED.sub(lambda match: chr(ASIDE + ord(match[1])), raw) if "\\" in raw else raw
    if "<" in text:
        text = ADDRESS.sub(r"\1", COMMENT.sub(" ", text))
        text = INLINE_TAG.sub("", BREAKING_TAG.sub(" ", text))
    if "[" in text:
        text = LINK.sub(r"\1", PLACE.sub(" ", text))
    text = BARS.sub("", STARS.sub("", text))
    return " ".join(UNSEEN.sub("", html.unescape(text)).translate(BACK).split())
