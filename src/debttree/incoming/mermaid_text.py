"""What stands around and inside the statements of a Mermaid flowchart: fences, front matter, entities, labels."""

import html
import re
from bisect import bisect_right

from debttree.incoming.found import Finding, NotReadable
from debttree.incoming.html_words import html_words
from debttree.model import msg

_FENCE = re.compile(
    r"^[ \t]*(```+|~~~+|:::)[ \t]*\{?mermaid\b[^\n]*\n(.*?)(?:^[ \t]*\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL
)
"""A block in Markdown. It ends where the next fence begins, as many pages close one with words behind the signs."""

_HEAD = re.compile(
    r"\s*(?:(?:%%[^\n]*|mermaid[ \t]*)\n\s*)*(?:flowchart(?:-elk)?|graph)\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?(?=[\s;]|$)"
)
"""How a flowchart begins: behind comments, and behind the word of a fence that lost its signs when it was copied."""

_FRONT = re.compile(r"\s*---[ \t]*\n(.*?)^---[ \t]*$\n?", re.M | re.S)
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.M)
_ENTITY = re.compile(r"#(?:([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
_BREAK = re.compile(r"<br\s*/?>|\\n", re.I)


class Chart:
    """The text of one flowchart, the place where its statements begin, and its title."""

    def __init__(self, whole: str, finding: Finding) -> None:
        self.text, self.start, self.title = whole, 0, ""
        self._ends = [found.start() for found in re.finditer("\n", whole)]
        self._choose_fence(finding)
        if front := _FRONT.match(self.text, self.start):
            if title := _TITLE.search(front[1]):
                self.title = title[1].strip().strip("\"'")
            self.start = front.end()
        head = _HEAD.match(self.text, self.start)
        if head is None:
            word = (self.text[self.start :].split(maxsplit=1) or [""])[0][:40]
            reason = msg(
                'only flowcharts are read, which begin with "flowchart"; this begins with "{word}".',
                word=word,
            )
            raise NotReadable(reason, self.line(self.start))
        self.start = head.end()

    def line(self, place: int) -> int:
        """Return the number of the line at a place."""
        return bisect_right(self._ends, place - 1) + 1

    def _choose_fence(self, finding: Finding) -> None:
        fences = list(_FENCE.finditer(self.text))
        if not fences:
            return
        charts = [fence for fence in fences if _HEAD.match(_FRONT.sub("", fence[2], count=1))] or fences[:1]
        for fence in fences:
            if fence is not charts[0]:
                finding.lost(self.line(fence.start()), msg("Another drawing: put it into a file of its own."))
        finding.lost(1, msg("Words around the drawing are not read; a Markdown outline is read from .md."))
        self.start, self.text = charts[0].start(2), self.text[: charts[0].end(2)]


def label_words(raw: str) -> str:
    """Return the words that Mermaid shows for a label, a line for each of its lines.

    >>> label_words("a #quot;b#quot;<br/>c &lt; #35;")
    'a "b"\\nc < #'
    """
    if len(raw) > 1 and raw[0] == raw[-1] == "`":
        raw = raw[1:-1]
    return _ENTITY.sub(_character, html_words(_BREAK.sub("\n", raw)))


def _character(entity: re.Match[str]) -> str:
    if entity[1]:
        return chr(int(entity[1])) if int(entity[1]) < 0x110000 else entity[0]
    named = html.unescape(f"&{entity[2]};")
    return entity[0] if named.startswith("&") and len(named) > 1 else named
