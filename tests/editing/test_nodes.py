"""Nodes and what else has an id: added, copied, renamed and removed with all that names them."""

import pytest

from debttree.editing.document import apply, open_document
from debttree.editing.edits import (
    Add,
    Drop,
    Duplicate,
    Edit,
    InsertItem,
    Redirect,
    Remove,
    Rename,
    Set,
    Together,
    Unset,
)
from debttree.editing.references import references
from debttree.editing.refusal import InUse
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import document, edited

TREE = """\
format = "debttree/1"

[tree]
root = "a"

[[urgent]]
label = "Now"
to = "b"

[stages.early]
title = "Early"

[consequences.harm]
title = "Harm"
severity = 3

[consequences.loss]
title = "Loss"
severity = 2

# where it begins
[nodes.a]
title.en = "A"
stage = "early"
brings = ["harm", "loss"] # both

[[nodes.a.choices]]
label.en = "to b"
to = "b"

# about b: [nodes.b], "b"
[nodes.b]
title = "b"
text = \"\"\"
[nodes.b]
to = "b"
\"\"\"
choices = [{ id = "b", label = "b", to = "c" }, { label = "back", to = "b" }]

# free

[nodes.c]
title = "C"
sources = [ "b" ]
"""


def test_a_new_node_is_written_as_its_neighbours() -> None:
    fields = {  # in any order
        "title": {"en": "N", "zh": "新"},
        "choices": [{"label": {"en": "L"}, "to": "c"}, {"label": "M", "to": "a"}],
    }
    assert edited(TREE, Add(("nodes", "n"), fields, after="a")) == TREE.replace(
        "# about b",
        '[nodes.n]\ntitle.en = "N"\ntitle.zh = "新"\n\n[[nodes.n.choices]]\nlabel.en = "L"\nto = "c"\n\n'
        '[[nodes.n.choices]]\nlabel = "M"\nto = "a"\n\n# about b',
    )
    inline = '[nodes.n]\ntitle.en = "N"\ntitle.zh = "新"\nchoices = [\n'
    items = '    { label.en = "L", to = "c" },\n    { label = "M", to = "a" },\n]\n'
    assert edited(TREE, Add(("nodes", "n"), fields, after="b")) == TREE.replace(
        "# free", inline + items + "\n# free"
    )


def test_new_things_are_written_in_the_order_of_authors() -> None:
    fields = {"choices": [{"to": "a", "label": "L", "id": "i"}], "title": "N", "kind": "decision"}
    assert edited("[nodes.a]\n", Add(("nodes", "n"), fields)) == (
        '[nodes.a]\n\n[nodes.n]\nkind = "decision"\ntitle = "N"\n\n'
        '[[nodes.n.choices]]\nid = "i"\nlabel = "L"\nto = "a"\n'
    )


def test_a_new_node_is_the_last_one_where_nothing_else_is_said() -> None:
    assert edited(TREE, Add(("nodes", "逾期"), {"title": "X"})) == TREE + '\n[nodes."逾期"]\ntitle = "X"\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[nodes.n]\ntitle = "N"\n'),
        ("# only this", '# only this\n\n[nodes.n]\ntitle = "N"'),
        ('nodes.a.title = "A"\n\nx = 1', 'nodes.a.title = "A"\nnodes.n.title = "N"\n\nx = 1'),
        ("nodes = {a={x=1}}\r\n", 'nodes = {a={x=1}, n={title="N"}}\r\n'),
        (
            "[nodes]\n\t[nodes.a]\n\t[nodes.b]",
            '[nodes]\n\t[nodes.a]\n\t[nodes.n]\n\ttitle = "N"\n\t[nodes.b]',
        ),
        ('[nodes]\na = { title = "A" }\n', '[nodes]\na = { title = "A" }\nn = { title = "N" }\n'),
        ("[[nodes.a.choices]]\n", '[[nodes.a.choices]]\n\n[nodes.n]\ntitle = "N"\n'),
    ],
)
def test_a_new_node_in_any_style(before: str, after: str) -> None:
    neighbour = "a" if "a" in before.replace("title", "") and "only" not in before else None
    assert edited(before, Add(("nodes", "n"), {"title": "N"}, neighbour)) == after


def test_the_first_of_its_kind_stands_where_authors_put_it() -> None:
    assert edited(TREE, Add(("sources", "law"), {"title": "Law"})) == TREE.replace(
        "# where", '[sources.law]\ntitle = "Law"\n\n# where'
    )


def test_a_copy_is_written_like_its_original() -> None:
    copied = '[nodes.a2]\ntitle.en = "A"\nstage = "early"\nbrings = ["harm", "loss"] # both\n\n'
    choice = '[[nodes.a2.choices]]\nlabel.en = "to b"\nto = "b"\n\n'
    assert edited(TREE, Duplicate(("nodes", "a"), "a2")) == TREE.replace(
        "# about b", copied + choice + "# about b"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "nodes.a.x = 1 # c\nnodes.a.y = 2",
            "nodes.a.x = 1 # c\nnodes.a.y = 2\nnodes.c.x = 1 # c\nnodes.c.y = 2",
        ),
        ("nodes = { a = { x = '1' }, b = {} }", "nodes = { a = { x = '1' }, c = { x = '1' }, b = {} }"),
        ("nodes = { a.x = 1, a.y = 2 }", "nodes = { a.x = 1, a.y = 2, c.x = 1, c.y = 2 }"),
        (
            "[nodes.'a'.b]\nx = 1\n[e]\n[nodes.a]\n",
            "[nodes.'a'.b]\nx = 1\n[nodes.c.b]\nx = 1\n[nodes.c]\n[e]\n[nodes.a]\n",
        ),
        ("nodes.a.x = 1\n[nodes.a.y]\n", "nodes.a.x = 1\n[nodes.a.y]\n\n[nodes.c]\nx = 1\ny = {}\n"),
    ],
)
def test_a_copy_in_any_style(before: str, after: str) -> None:
    assert edited(before, Duplicate(("nodes", "a"), "c")) == after


def test_a_node_is_renamed_where_it_is_meant_and_nowhere_else() -> None:
    after = TREE.replace('label = "Now"\nto = "b"', 'label = "Now"\nto = "bee"')
    after = after.replace('label.en = "to b"\nto = "b"', 'label.en = "to b"\nto = "bee"')
    after = after.replace('\n[nodes.b]\ntitle = "b"', '\n[nodes.bee]\ntitle = "b"').replace(
        '"back", to = "b"', '"back", to = "bee"'
    )
    assert edited(TREE, Rename(("nodes", "b"), "bee")) == after


def test_an_id_used_fifty_times_is_renamed_everywhere() -> None:
    choices = "".join(f'[[nodes.n{n}.choices]]\nlabel = "x"\nto = "n0"\n' for n in range(50))
    assert edited("[nodes.n0]\n" + choices, Rename(("nodes", "n0"), "首页")) == (
        '[nodes."首页"]\n' + choices.replace('"n0"', '"首页"').replace("nodes.n0.", 'nodes."首页".')
    )


@pytest.mark.parametrize(
    ("path", "gone", "come"),
    [
        (("stages", "early"), ("[stages.early]", 'stage = "early"'), ("[stages.new]", 'stage = "new"')),
        (("consequences", "harm"), ("[consequences.harm]", '"harm", '), ("[consequences.new]", '"new", ')),
    ],
)
def test_whatever_has_an_id_is_renamed(
    path: tuple[str, str], gone: tuple[str, str], come: tuple[str, str]
) -> None:
    after = TREE
    for old, new in zip(gone, come, strict=True):
        after = after.replace(old, new)
    assert edited(TREE, Rename(path, "new")) == after


@pytest.mark.parametrize("new", ["c", "", "a b", ".", "-x", "x" * 65, "a\u0301"])
def test_an_id_that_is_taken_or_is_none_is_refused(new: str) -> None:
    for edit in (Rename(("nodes", "b"), new), Add(("nodes", new)), Duplicate(("nodes", "b"), new)):
        with pytest.raises(Refused):
            apply(document(TREE), edit)


def test_a_node_that_others_name_asks_what_becomes_of_them() -> None:
    with pytest.raises(InUse) as caught:
        apply(document(TREE), Remove(("nodes", "b")))
    assert caught.value.references == (("urgent", 0, "to"), ("nodes", "a", "choices", 0, "to"))
    with pytest.raises(InUse):
        apply(document(TREE), Unset(("nodes", "b")))


def test_what_named_a_removed_node_may_name_another() -> None:
    start, end = TREE.index("# about b"), TREE.index("# free")
    assert edited(TREE, Remove(("nodes", "b"), Redirect("c"))) == (TREE[:start] + TREE[end:]).replace(
        'to = "b"', 'to = "c"'
    )
    for nowhere in ("b", "x"):
        with pytest.raises(Refused):
            apply(document(TREE), Remove(("nodes", "b"), Redirect(nowhere)))


def test_what_named_a_removed_node_may_go_too() -> None:
    after = TREE[: TREE.index("# about b")] + TREE[TREE.index("# free") :]
    after = after.replace('[[urgent]]\nlabel = "Now"\nto = "b"\n\n', "")
    after = after.replace('[[nodes.a.choices]]\nlabel.en = "to b"\nto = "b"\n\n', "")
    assert edited(TREE, Remove(("nodes", "b"), Drop())) == after


def test_a_list_that_has_both_keeps_one() -> None:
    before = TREE.replace('[consequences.harm]\ntitle = "Harm"\nseverity = 3\n\n', "")
    assert edited(TREE, Remove(("consequences", "harm"), Redirect("loss"))) == before.replace('"harm", ', "")


def test_the_last_thing_in_a_file_leaves_no_empty_lines() -> None:
    assert edited(TREE, Remove(("nodes", "c"), Drop())).endswith("\n\n# free\n")


def test_the_only_node_goes_with_its_table() -> None:
    assert edited('x = 1\n\n[nodes.a]\ntitle = "A"\n', Remove(("nodes", "a"))) == "x = 1\n"
    assert edited("[nodes]\n[nodes.a]\n", Remove(("nodes", "a"))) == "[nodes]\n"


def test_edits_together_are_one() -> None:
    """A new node from a label in one step, put between two."""
    between = Together(
        (
            Add(("nodes", "n"), {"title": "N", "choices": [{"label": "on", "to": "b"}]}, "a"),
            Set(("nodes", "a", "choices", 0, "to"), "n"),
        )
    )
    after = TREE.replace('label.en = "to b"\nto = "b"', 'label.en = "to b"\nto = "n"')
    node = '[nodes.n]\ntitle = "N"\n\n[[nodes.n.choices]]\nlabel = "on"\nto = "b"\n\n'
    assert edited(TREE, between) == after.replace("# about b", node + "# about b")
    with pytest.raises(Refused):
        apply(document(TREE), Together((Set(("tree", "root"), "b"), Remove(("nodes", "x")))))


@pytest.mark.parametrize(
    "text",
    [
        "nodes = 3",
        "nodes = [1]",
        "[[nodes]]\nid = 'a'",
        "tree = 1\nurgent = 2\n[nodes]\na = 4\nb.choices = 1\nb.brings = 'x'\nc.choices = [1, {to = 2}]",
    ],
)
def test_what_is_no_tree_is_no_crash(text: str) -> None:
    before = document(text)
    edits: list[Edit] = [
        Add(("nodes", "n")),
        Rename(("nodes", "a"), "n"),
        Remove(("nodes", "b"), Drop()),
        Duplicate(("nodes", "a"), "n"),
        InsertItem(("nodes", "b", "choices"), {"to": "a"}),
        Set(("tree", "title", "en"), "T"),
        Set(("nodes", "c", "choices", 0, "to"), "a"),
    ]
    for edit in edits:
        try:
            after = apply(before, edit).document
        except Refused:
            continue
        assert open_document(after.content, "tree").data == after.data


def test_references_are_found_in_order() -> None:
    data = document(TREE).data
    assert references(data, ("nodes", "b"))[0] == ("urgent", 0, "to")
    assert references(data, ("consequences", "loss")) == [("nodes", "a", "brings", 1)]
    assert references(data, ("sources", "b")) == [("nodes", "c", "sources", 0)]


def test_what_is_nested_too_deeply_is_refused() -> None:
    deep = "[" * 200 + "]" * 200
    before = document(f"nodes.a.x = {deep}\n[nodes.a.y]\n")
    value: list[object] = []
    for _ in range(2_000):
        value = [value]
    too_deep = Set(("nodes", "a", "z"), value)
    with pytest.raises(Refused, match="too deeply"):
        apply(before, too_deep)
    assert apply(before, Rename(("nodes", "a"), "b")).document.text == f"nodes.b.x = {deep}\n[nodes.b.y]\n"
