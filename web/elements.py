"""Elements of XML that hold any text, made by lxml and never by joining strings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

# What XML 1.0 allows in a text (section 2.2).
FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its text or its children. Names are this program's own, texts and values any text."""

    name: str
    text: str = ""
    children: tuple[Element, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)


def document(root: Element, namespace: str) -> bytes:
    r"""The elements as an XML document in UTF-8. What XML cannot hold is left out of texts and values.

    >>> document(Element("a", children=(Element("b", "x < y\x00", attributes={"c": '"'}),)), "urn:n").decode()
    '<?xml version="1.0" encoding="utf-8"?>\n<a xmlns="urn:n"><b c="&quot;">x &lt; y</b></a>'
    """
    made = _element(root, namespace, {None: namespace})
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + bytes(etree.tostring(made, encoding="utf-8"))


def plain(text: str) -> str:
    r"""The text without what XML cannot hold.

    >>> plain("a\x0bb\ud800")
    'ab'
    """
    return FORBIDDEN.sub("", text)


def _element(one: Element, namespace: str, prefixes: dict[None, str] | None = None) -> etree._Element:
    values = {name: plain(value) for name, value in one.attributes.items()}
    made = etree.Element(f"{{{namespace}}}{one.name}", values, nsmap=prefixes)
    made.text = plain(one.text) or None
    made.extend([_element(child, namespace, prefixes) for child in one.children])
    return made
