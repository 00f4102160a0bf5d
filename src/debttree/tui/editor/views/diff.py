"""Show the difference between two texts as version control does: whole lines with signs and colours."""

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from debttree.editing.toml.comparing import common_ends
from debttree.locales import Phrases
from debttree.tui.kit.page import Block, Para, Run

_AROUND = 3
"""Number of unchanged lines shown around a change."""

_COMPARED_AT_MOST = 6_000
"""Most lines compared one by one; of larger changes only the first lines are shown."""

_ROLES = {"+": "good", "-": "bad"}


def diff(say: Phrases, before: str, after: str) -> list[Block]:
    """Return the lines that differ, with a few lines around them.

    Args:
        say: the language.
        before: the old text.
        after: the new text.
    """
    return [_line(say, line) for line in _lines(before, after)]


def changed_lines(before: str, after: str) -> tuple[int, int]:
    """Return the numbers of lines added and removed."""
    signs = [line[:1] for line in _lines(before, after) if isinstance(line, str)]
    return signs.count("+"), signs.count("-")


def _line(say: Phrases, line: str | int) -> Para:
    if isinstance(line, int):
        return Para((Run(say("From line {n}", n=line), "dim"),))
    role = _ROLES.get(line[:1], "")
    return Para((Run(line[1:], role),), (Run(line[:1], role), Run(" ")), (Run("  "),))


def _lines(before: str, after: str) -> Iterator[str | int]:
    """Yield the lines of the difference, each with its sign, and before each run the number of its first line.

    The common beginning and end are cut off first, so that the rest is small even for large texts.
    """
    old, new, skipped = _middle(before, after)
    if len(old) + len(new) > _COMPARED_AT_MOST:
        old, new = old[: _COMPARED_AT_MOST // 2], new[: _COMPARED_AT_MOST // 2]
    for number, line in enumerate(unified_diff(old, new, n=_AROUND, lineterm="")):
        if number >= 2:
            yield _first_number(line) + skipped if line.startswith("@@") else line


def _middle(before: str, after: str) -> tuple[Sequence[str], Sequence[str], int]:
    start, end = common_ends(before, after)
    for _ in range(_AROUND + 1):
        start = max(before.rfind("\n", 0, start), 0)
    stop = len(before) - end
    for _ in range(_AROUND + 1):
        stop = before.find("\n", stop) + 1 or len(before)
    first = start + 1 if start else 0
    kept = len(before) - stop
    old, new = before[first:stop], after[first : len(after) - kept]
    return old.split("\n"), new.split("\n"), before.count("\n", 0, first)


def _first_number(heading: str) -> int:
    """Return the line number in the old text from the heading of a run, such as `@@ -12,7 +12,8 @@`."""
    return int(heading.split(" ")[1][1:].partition(",")[0])
