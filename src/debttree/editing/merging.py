"""Merge two changes of one file if they touch different things.

The texts are merged by lines, as version control does (diff3; Khanna, Kunal, Pierce, "A formal investigation of
diff3", 2007); then the data of the result is compared with both sides, thing by thing: a thing that one side changed
must be as that side has it, all others as they were. A thing is a node, a stage, a consequence, a source, the list of
urgent entries or one setting of the tree.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from debttree.editing.document import Document, open_document
from debttree.editing.shape import NAMED, TREE_FILE
from debttree.editing.toml.comparing import common_ends
from debttree.editing.toml.data import MISSING, difference
from debttree.editing.toml.refused import Refused
from debttree.model import DataPath, msg
from debttree.reading.blocks import Splice, spliced
from debttree.reading.toml import BOM

_LINE = re.compile(r"[^\n]*\n|[^\n]+")

_COMPARED_AT_MOST = 2_000
"""Most lines that are compared one by one: the time grows with the square of their number."""


class MergeConflict(Refused):
    """Both changed the same things.

    Attributes:
        things: paths of the things that both changed; empty if only lines that belong to no thing collide.
    """

    def __init__(self, things: list[DataPath]) -> None:
        names = ", ".join(str(thing[-1]) for thing in things[:5])
        message = (
            msg("Both changed the same: {names}", names=names)
            if things
            else msg("Both changed the same lines.")
        )
        super().__init__(message, msg("Take one of the two."))
        self.things = things


def merged(base: Document, mine: Document, theirs: Document) -> Document:
    """Return `theirs` with the changes that lead from `base` to `mine`.

    Args:
        base: the common ancestor of both.
        mine: the document as it was changed here.
        theirs: the document as another program changed it.

    Raises:
        MergeConflict: both changed the same thing in different ways.
        Refused: one of the three is no TOML.
    """
    if base.data is None or mine.data is None or theirs.data is None:
        raise Refused(msg("Only files that are TOML can be merged."))
    wanted = _wanted(_things(base.data), _things(mine.data), _things(theirs.data))
    splices = _both(_hunks(base.text, mine.text), _hunks(base.text, theirs.text))
    text = (BOM if theirs.has_bom else "") + spliced(base.text, splices)
    outcome = open_document(text.encode(), theirs.name)
    if outcome.data is None or not _same(_things(outcome.data), wanted):
        raise MergeConflict([])
    return outcome


Things = dict[DataPath, Any]


def _things(data: dict[str, Any]) -> Things:
    """Return the things of a tree file by their paths."""
    found: Things = {}
    for key, value in data.items():
        if isinstance(value, dict) and (key in NAMED or key == "tree"):
            found.update({(key, name): inner for name, inner in value.items()})
        else:
            found[key,] = value
    return found


def _wanted(base: Things, mine: Things, theirs: Things) -> Things:
    wanted = {}
    both = []
    for thing in {**base, **theirs, **mine}:
        versions = [side.get(thing, MISSING) for side in (base, mine, theirs)]
        old, own, other = versions
        if (
            difference(own, other, TREE_FILE) is not None
            and difference(old, own, TREE_FILE) is not None
            and difference(old, other, TREE_FILE) is not None
        ):
            both.append(thing)
        chosen = other if difference(old, own, TREE_FILE) is None else own
        if chosen is not MISSING:
            wanted[thing] = chosen
    if both:
        raise MergeConflict(both)
    return wanted


def _same(one: Things, other: Things) -> bool:
    return one.keys() == other.keys() and all(
        difference(one[thing], other[thing], TREE_FILE) is None for thing in one
    )


def _hunks(before: str, after: str) -> list[Splice]:
    """Return the differences as hunks of whole lines."""
    start, end = common_ends(before, after)
    start = before.rfind("\n", 0, start) + 1
    stop = before.find("\n", len(before) - end)
    end = 0 if stop < 0 else len(before) - stop - 1
    old = _paragraphs(before[start : len(before) - end])
    new = _paragraphs(after[start : len(after) - end])
    return [hunk for region in _regions(start, old, new) for hunk in _by_lines(*region)]


def _by_lines(start: int, old: list[str], new: list[str]) -> list[Splice]:
    """Yield the hunks of paragraphs that differ, compared line by line unless there are too many lines."""
    before, after = (_LINE.findall("".join(paragraphs)) for paragraphs in (old, new))
    if len(before) + len(after) > _COMPARED_AT_MOST:
        return [Splice(start, start + len("".join(before)), "".join(after))]
    return [
        Splice(position, position + len("".join(gone)), "".join(come))
        for position, gone, come in _regions(start, before, after)
    ]


def _regions(start: int, old: list[str], new: list[str]) -> Iterator[tuple[int, list[str], list[str]]]:
    """Yield each difference: its offset, and the pieces of both sides."""
    position = start
    done = 0
    for tag, old_start, old_end, new_start, new_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        position += sum(map(len, old[done:old_start]))
        done = old_start
        if tag != "equal":
            yield position, old[old_start:old_end], new[new_start:new_end]


def _paragraphs(text: str) -> list[str]:
    """Return runs of lines, each with the empty lines below it: pieces that seldom occur twice."""
    found: list[str] = []
    lines: list[str] = []
    was_blank = False
    for line in _LINE.findall(text):
        is_blank = not line.strip()
        if was_blank and not is_blank:
            found.append("".join(lines))
            lines = []
        lines.append(line)
        was_blank = is_blank
    return [*found, "".join(lines)] if lines else found


def _both(mine: list[Splice], theirs: list[Splice]) -> list[Splice]:
    """Return all hunks of both sides in order; at the same place theirs come first.

    Raises:
        MergeConflict: they overlap.
    """
    together: list[Splice] = []
    for splice in sorted([*theirs, *mine], key=lambda splice: splice[:2]):
        if together and splice == together[-1]:
            continue
        if together and splice.start < together[-1].end:
            raise MergeConflict([])
        together.append(splice)
    return together
