"""Trees in which something stands where it does not belong, and trees whose tables are out of order, edited by hand."""

import pytest

from debttree.editing.edits import Add, Duplicate, Edit, Remove, Set, Unset
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import edited

NEW = ("nodes", "new")


@pytest.mark.parametrize(
    ("before", "after_id", "after"),
    [
        (
            '[nodes]\nb = "text"\n\n[nodes.a]\ntitle = "A"\n',
            "b",
            '[nodes]\nb = "text"\nnew = { title = "N" }\n\n[nodes.a]\ntitle = "A"\n',
        ),
        (
            '[nodes]\nb = "text"\n\n[nodes.a]\ntitle = "A"\n',
            None,
            '[nodes]\nb = "text"\n\n[nodes.a]\ntitle = "A"\n\n[nodes.new]\ntitle = "N"\n',
        ),
        ("nodes = { b = [1, 2] }\n", "b", 'nodes = { b = [1, 2], new = { title = "N" } }\n'),
        (
            'nodes = { a.title = "A", b = true }\n',
            None,
            'nodes = { a.title = "A", b = true, new = { title = "N" } }\n',
        ),
        (
            '[[nodes.b]]\ntitle = "B"\n[nodes.c]\n',
            "b",
            '[[nodes.b]]\ntitle = "B"\n[nodes.new]\ntitle = "N"\n[nodes.c]\n',
        ),
    ],
)
def test_a_node_is_added_beside_what_is_no_node(before: str, after_id: str | None, after: str) -> None:
    assert edited(before, Add(NEW, {"title": "N"}, after_id)) == after


EARLY = """\
[[nodes.a.choices]]
label = "first"
to = "b"

# about b
[nodes.b]
title = "B"

[[nodes.a.choices]]
label = "second"
to = "b"

# about a
[nodes.a]
title = "A"
"""


OWN = '# about a\n[nodes.a]\ntitle = "A"\n'
OTHER = '# about b\n[nodes.b]\ntitle = "B"\n'


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (
            Unset(("nodes", "a", "choices", 0)),
            f'{OWN}\n{OTHER}\n[[nodes.a.choices]]\nlabel = "second"\nto = "b"\n',
        ),
        (
            Unset(("nodes", "a", "choices")),
            f"{OWN}\n{OTHER}",
        ),
        (
            Unset(("nodes", "a", "choices", 1)),
            EARLY.replace('[[nodes.a.choices]]\nlabel = "second"\nto = "b"\n\n', ""),
        ),
    ],
)
def test_where_a_choice_named_its_node_first_the_order_of_nodes_stays(edit: Edit, after: str) -> None:
    assert edited(EARLY, edit) == after


def test_without_a_block_of_its_own_the_next_choice_takes_the_place() -> None:
    before = EARLY[: EARLY.index("# about a")]
    assert edited(before, Unset(("nodes", "a", "choices", 0))) == (
        '[[nodes.a.choices]]\nlabel = "second"\nto = "b"\n\n# about b\n[nodes.b]\ntitle = "B"\n'
    )


def test_a_title_that_named_its_node_first_is_written_anew_in_its_place() -> None:
    before = '[nodes.a.title]\nen = "A"\n[nodes.b]\n[nodes.a]\nkind = "outcome"\n'
    assert edited(before, Set(("nodes", "a", "title"), "A")) == (
        '[nodes.a]\nkind = "outcome"\ntitle = "A"\n\n[nodes.b]\n'
    )


@pytest.mark.parametrize(
    "edit",
    [
        Set(("urgent", 0), "text"),
        Duplicate(("nodes", "b"), "c"),
        Remove(("nodes", "b")),
        Add(("urgent", "x"), {}),
    ],
)
def test_what_makes_no_sense_is_refused_or_done_and_never_an_exception(edit: Edit) -> None:
    text = '[[urgent]]\nlabel = "x"\nto = "b"\n[nodes]\nb = "text"\n'
    try:
        edited(text, edit)
    except Refused:
        return
