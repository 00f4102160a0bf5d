"""The words of a label that is written in HTML, as drawing programs do: tags go, lines stay, addresses are text."""

from html.parser import HTMLParser

_LINES = frozenset(("br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "hr"))
_UNSEEN = frozenset(("style", "script"))


def html_words(label: str) -> str:
    """Return the words of an HTML label, a line for each of its lines.

    >>> html_words("<b>Pay</b><br>in <i>full</i> &amp; today")
    'Pay\\nin full & today'
    >>> html_words('<a href="https://example.org">the form</a>')
    'the form (https://example.org)'
    """
    if "<" not in label and "&" not in label:
        return label
    words = _Words()
    words.feed(label)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0
        self.address = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        self.unseen += tag in _UNSEEN
        if tag == "a":
            self.address = dict(attrs).get("href") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.pieces.append("\n")
        self.unseen = max(self.unseen - (tag in _UNSEEN), 0)
        if tag == "a" and self.address:
            self.pieces.append(f" ({self.address})")
            self.address = ""

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)
