"""Taking out a key, a table or an item, and what was written only to hold it."""

from collections.abc import Sequence

from debttree.editing.brackets import Brackets
from debttree.editing.lines import removed_blocks, removed_lines
from debttree.editing.written import Written, written
from debttree.model import DataPath
from debttree.reading.blocks import Splice
from debttree.reading.places import ArrayItem, Places
from debttree.reading.spans import KeyValue, Span


def vanishing(places: Places, path: DataPath) -> DataPath:
    """What really goes when `path` goes: itself, or the outermost table or array that nothing else mentions."""
    going = written(places, path)
    while len(path) > 1 and not isinstance(going.inside, ArrayItem):
        above = written(places, path[:-1])
        if above.value is not None or above.blocks != going.blocks or above.entries != going.entries:
            break
        path, going = path[:-1], above
    return path


def delete(places: Places, path: DataPath) -> list[Splice]:
    """The splices that take out everything that is written of `path`."""
    going = written(places, path)
    return [*removed_blocks(places, going.blocks), *_inside(places, going)]


def _inside(places: Places, going: Written) -> list[Splice]:
    if going.inside is None:
        return []
    if isinstance(going.inside, ArrayItem):
        array = going.inside.array
        return Brackets(places.text, array, places.items(array)).removed(going.inside.number)
    host = going.inside.host
    if isinstance(host, int):
        return [removed_lines(places.text, entry.line, entry.end) for entry in going.entries]
    return removed_members(places, host, going.entries)


def removed_members(places: Places, table: Span, going: Sequence[KeyValue]) -> list[Splice]:
    """Pairs of an inline table taken out; neighbours go as one."""
    pairs = places.entries(table)
    members: list[Span] = []
    indices: list[int] = []
    previous_goes = False
    for pair in pairs:
        goes = pair in going
        if goes and previous_goes:
            members[-1] = Span(members[-1].start, pair.value.end)
        else:
            if goes:
                indices.append(len(members))
            members.append(Span(pair.key, pair.value.end))
        previous_goes = goes
    brackets = Brackets(places.text, table, members)
    return [splice for index in indices for splice in brackets.removed(index)]
