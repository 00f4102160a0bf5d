"""The words of a label that is written in HTML, as drawing programs do: tags go, lines stay, addresses are text."""

import html
import re

_LINES = frozenset(("br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "hr"))
_UNSEEN = frozenset(("style", "script"))
_TAG = re.compile(r"<([/!]?)(--|[A-Za-z][A-Za-z0-9]*(?![A-Za-z0-9]))([^<>]*)>")
"""Python's own `html.parser` takes half a minute for 60 KB of tags that do not end; this one reads each sign once."""
_ADDRESS = re.compile(r"""\bhref\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)


def html_words(label: str) -> str:
    """Return the words of an HTML label, a line for each of its lines.

    >>> html_words("<b>Pay</b><br>in <i>full</i> &amp; today")
    'Pay\\nin full & today'
    >>> html_words('<a href="https://example.org">the form</a>')
    'the form (https://example.org)'
    """
    if "<" not in label and "&" not in label:
        return label
    pieces: list[str] = []
    at, address, is_unseen = 0, "", False
    for tag in _TAG.finditer(label):
        pieces.append("" if is_unseen else html.unescape(label[at : tag.start()]))
        at, name, closes = tag.end(), tag[2].lower(), tag[1] == "/"
        if name in _LINES:
            pieces.append("\n")
        elif name in _UNSEEN:
            is_unseen = not closes
        elif name == "a":
            pieces.append(f" ({address})" if closes and address else "")
            found = None if closes else _ADDRESS.search(tag[3])
            address = html.unescape(found[1]) if found else ""
    pieces.append(html.unescape(label[at:]))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
