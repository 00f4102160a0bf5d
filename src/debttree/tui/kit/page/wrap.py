"""Breaking a line of Chinese and English words at a width, as a careful typesetter would.

Between two Chinese characters a line may break, but no line begins with a closing mark or ends with an
opening one (GB/T 15834, and the W3C's "Requirements for Chinese Text Layout", section 3.1.1).

`export/wrapping.py` does the like for paper and pipes. Here words carry roles, spaces stay where they are, and a
character is as wide as textual draws it, which is for rich to say; there neither may be loaded.
"""

import re

from debttree.tui.kit.page.runs import Line, cells, plain, sliced

_NO_BEGINNING = "，。、；：！？）】》〉」』〕”’…—·％‰,.;:!?)]}%"
_NO_END = "（【《〈「『〔“‘([{"
_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
)
_UNIT = re.compile(
    f"[{re.escape(_NO_END)}]*(?:[{_WIDE}]|[^\\s{_WIDE}{re.escape(_NO_END)}]+|[{re.escape(_NO_END)}])"
    f"[{re.escape(_NO_BEGINNING)}]*|\\s+"
)
"""What must stay together: a word or one wide character, with the marks that cling to it; or the space between."""


def wrap(line: Line, width: int) -> list[Line]:
    """The lines that `line` makes at `width` cells; at least one, and none wider unless one character is."""
    width = max(width, 2)
    text = plain(line)
    if cells(text) <= width:
        return [line]
    return [sliced(line, start, end) for start, end in _ranges(text, width)]


def _ranges(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line begins and ends; spaces at a break belong to no line."""
    ranges: list[tuple[int, int]] = []
    start, end, used = 0, 0, 0
    for match in _UNIT.finditer(text):
        unit = match[0]
        size = cells(unit)
        if unit.isspace():
            used += size
            continue
        if used + size <= width:
            used += size
            end = match.end()
            continue
        if end > start:
            ranges.append((start, end))
        start, used = match.start(), size
        while size > width:
            cut = _cut(text, start, width)
            ranges.append((start, cut))
            start = cut
            size = used = cells(text[start : match.end()])
        end = match.end()
    if end > start or not ranges:
        ranges.append((start, end))
    return ranges


def _cut(text: str, start: int, width: int) -> int:
    """Where a word that is wider than a line is cut; marks of no width stay with what they stand on."""
    used = 0
    for index in range(start, len(text)):
        used += cells(text[index])
        if used > width:
            return max(index, start + 1)
    return len(text)


def indented(line: Line, width: int, first: Line, rest: Line) -> list[Line]:
    """`line` wrapped beside a lead: `first` before its first line, `rest` before the others."""
    lead = max(cells(plain(first)), cells(plain(rest)))
    wrapped = wrap(line, width - lead)
    return [(*(first if number == 0 else rest), *part) for number, part in enumerate(wrapped)]
