"""What is declared by an id is moved among its like, and every comment stays with its table."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debttree.editing.document import apply, open_document, prove
from debttree.editing.edits import MoveItem
from debttree.editing.toml.refused import Refused
from tests.editing import nasty
from tests.editing.by_hand import edited

TABLES = ("stages", "consequences", "contacts", "events", "sources", "nodes")

TREE = """\
format = "debttree/1"

# the stages
[stages.early]
title = "Early" # first

# of late: [stages.early]
[stages.late]
title = "Late"
# behind late

# of nobody

# of a
[nodes.a]
title = "A"

# a's choice
[[nodes.a.choices]]
label = "to b"
to = "b"

[nodes.b]
title = "B" # end of b"""


def test_a_table_moves_with_the_comments_that_stand_at_it_and_others_stay() -> None:
    after = edited(TREE, MoveItem(("stages", "late"), 0))
    early = '# the stages\n[stages.early]\ntitle = "Early" # first'
    late = '# of late: [stages.early]\n[stages.late]\ntitle = "Late"\n# behind late'
    assert after == TREE.replace(f"{early}\n\n{late}", f"{late}\n\n{early}")


def test_a_node_moves_with_all_that_is_in_it() -> None:
    after = edited(TREE, MoveItem(("nodes", "b"), 0))
    b = '[nodes.b]\ntitle = "B" # end of b'
    a = TREE[TREE.index("# of a\n") : TREE.index("\n\n[nodes.b]")]
    assert after == TREE[: TREE.index("# of a\n")] + f"{b}\n\n{a}"


def test_what_is_written_in_braces_is_moved_in_the_text_alone() -> None:
    with pytest.raises(Refused):
        edited(
            'format = "debttree/1"\nstages = { a.title = "A", b.title = "B" }\n', MoveItem(("stages", "b"), 0)
        )
    with pytest.raises(Refused):
        edited(TREE, MoveItem(("stages", "late"), 2))


@given(st.integers(0, 2**32))
def test_whatever_the_author_wrote_a_table_moves_whole_and_no_line_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    before = open_document(nasty.written(nasty.tree(chance), chance).encode(), "nasty")
    data = before.data or {}
    table = chance.choice([name for name in TABLES if len(data.get(name, ())) > 1] or ["nodes"])
    name = chance.choice([*data[table]])
    index = chance.randrange(len(data[table]))
    try:
        applied = apply(before, MoveItem((table, name), index))
    except Refused:
        return
    after = applied.document
    prove(after)
    names = [other for other in data[table] if other != name]
    names.insert(index, name)
    assert [*(after.data or {})[table]] == names
    assert sorted(filter(str.strip, after.text.splitlines())) == sorted(
        filter(str.strip, before.text.splitlines())
    )
    assert _with_neighbours(after.text) == _with_neighbours(before.text)
    assert apply(after, applied.inverse).document.content == before.content


def _with_neighbours(text: str) -> set[tuple[str, str]]:
    """Each line of a comment that stands directly above a header, with that header or comment."""
    lines = [line.strip() for line in text.splitlines()]
    return {
        (line, below)
        for line, below in pairwise(lines)
        if line.startswith("#") and "no comment" not in line and below.startswith("[")
    }
