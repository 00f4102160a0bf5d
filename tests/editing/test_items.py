"""Choices and other items: put in, taken out, moved, in whatever style the array is written."""

from collections.abc import Callable

import pytest

from debttree.editing.document import apply
from debttree.editing.edits import InsertItem, MoveItem, Rename, Set, Unset
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import document, edited

CHOICES = ("nodes", "a", "choices")
NEW = {"label": "new", "to": "n"}


def headers(*names: str, first: str = "") -> str:
    return first + "\n".join(f'[[nodes.a.choices]]\nto = "{name}"\n' for name in names)


def brackets(*names: str) -> str:
    return "[nodes.a]\nchoices = [\n" + "".join(f'  {{ to = "{name}" }},\n' for name in names) + "]\n"


def in_a_line(*names: str) -> str:
    return "[nodes.a]\nchoices = [" + ", ".join(f'{{to="{name}"}}' for name in names) + "] # all\n"


def comma_first(*names: str) -> str:
    return "[nodes.a]\nchoices = [\n    " + "\n  , ".join(f'{{ to = "{name}" }}' for name in names) + "\n]\n"


def without_last_comma(*names: str) -> str:
    return brackets(*names).replace("},\n]", "}\n]")


STYLES = [headers, brackets, in_a_line, comma_first, without_last_comma]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("old", "new"), [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)])
def test_a_moved_item_leaves_the_style_as_it_was(style: Callable[..., str], old: int, new: int) -> None:
    names = ["x", "y", "z"]
    moved = [*names]
    moved.insert(new, moved.pop(old))
    assert edited(style(*names), MoveItem((*CHOICES, old), new)) == style(*moved)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", range(3))
def test_a_removed_item_leaves_the_style_as_it_was(style: Callable[..., str], number: int) -> None:
    names = ["x", "y", "z"]
    left = [name for name in names if name != names[number]]
    assert edited(style(*names), Unset((*CHOICES, number))) == style(*left)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("index", [0, 1, 2, None])
def test_a_new_item_is_written_as_the_others(style: Callable[..., str], index: int | None) -> None:
    names = ["x", "y"]
    names.insert(2 if index is None else index, "n")
    assert edited(style("x", "y"), InsertItem(CHOICES, {"to": "n"}, index)) == style(*names)


def test_the_only_item_goes_with_what_held_it() -> None:
    assert edited(headers("x", first="[nodes.a]\n"), Unset((*CHOICES, 0))) == "[nodes.a]\n"
    assert edited(in_a_line("x"), Unset((*CHOICES, 0))) == "[nodes.a]\nchoices = [] # all\n"
    assert edited(brackets("x"), Unset((*CHOICES, 0))) == "[nodes.a]\nchoices = [\n]\n"


WITH_COMMENTS = """\
[nodes.a]
choices = [ # of a
  # first
  { to = "x" }, # x
  # second
  { to = "y" } # y
  # end
]
"""


def test_comments_go_with_their_items() -> None:
    assert edited(WITH_COMMENTS, MoveItem((*CHOICES, 1), 0)) == (
        "[nodes.a]\nchoices = [ # of a\n"
        '  # second\n  { to = "y" }, # y\n  # first\n  { to = "x" } # x\n  # end\n]\n'
    )
    assert edited(WITH_COMMENTS, Unset((*CHOICES, 1))) == (
        '[nodes.a]\nchoices = [ # of a\n  # first\n  { to = "x" } # x\n  # end\n]\n'
    )
    assert edited(WITH_COMMENTS, InsertItem(CHOICES, {"to": "n"})) == WITH_COMMENTS.replace(
        '"y" } # y\n', '"y" }, # y\n  { to = "n" }\n'
    )


def test_a_comment_above_the_first_item_alone_speaks_of_all() -> None:
    before = brackets("x", "y").replace("[\n", "[\n  # the ways on\n")
    assert edited(before, Unset((*CHOICES, 0))) == brackets("y").replace("[\n", "[\n  # the ways on\n")


BLOCKS = """\
[nodes.a]

# call
[[nodes.a.choices]] # 1
label.en = "L"
to = "x"
# to = "old"

# free

[[nodes.a.choices]]
to = "y"

[nodes.a.choices.text]
en = "of y"

# about b
[nodes.b]
"""


def test_a_comment_above_a_header_belongs_to_it() -> None:
    without_first = BLOCKS[: BLOCKS.index("# call")] + BLOCKS[BLOCKS.index("# free") :]
    assert edited(BLOCKS, Unset((*CHOICES, 0))) == without_first
    second = '[[nodes.a.choices]]\nto = "y"\n\n[nodes.a.choices.text]\nen = "of y"\n\n'
    assert edited(BLOCKS, Unset((*CHOICES, 1))) == BLOCKS.replace(second, "")


def test_moved_blocks_take_their_comments_and_tables_along() -> None:
    first = '# call\n[[nodes.a.choices]] # 1\nlabel.en = "L"\nto = "x"\n# to = "old"\n'
    second = '[[nodes.a.choices]]\nto = "y"\n\n[nodes.a.choices.text]\nen = "of y"\n'
    assert edited(BLOCKS, MoveItem((*CHOICES, 0), 1)) == (
        f"[nodes.a]\n\n{second}\n# free\n\n{first}\n# about b\n[nodes.b]\n"
    )


def test_a_new_block_stands_behind_the_tables_of_the_last_one() -> None:
    block = '[[nodes.a.choices]]\nlabel = "new"\nto = "n"\n\n'
    assert edited(BLOCKS, InsertItem(CHOICES, NEW)) == BLOCKS.replace("# about b", block + "# about b")


def test_an_array_split_by_another_table_is_still_one() -> None:
    before = '[[nodes.a.choices]]\nto = "x"\n[e]\n[[nodes.a.choices]]\nto = "y"\n[nodes.b]'
    assert edited(before, InsertItem(CHOICES, {"to": "n"})) == before.replace(
        '"y"\n', '"y"\n[[nodes.a.choices]]\nto = "n"\n'
    )
    assert edited(before, Unset((*CHOICES, 0))) == '[e]\n[[nodes.a.choices]]\nto = "y"\n[nodes.b]'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('[nodes.a]\ntitle = "A"', '[nodes.a]\ntitle = "A"\n\n[[nodes.a.choices]]\nlabel = "new"\nto = "n"'),
        (
            "[nodes.a]\r\n\r\n# c\r\n[nodes.b]\r\n",
            '[nodes.a]\r\n\r\n[[nodes.a.choices]]\r\nlabel = "new"\r\nto = "n"\r\n\r\n# c\r\n[nodes.b]\r\n',
        ),
        (
            '[nodes.a]\n[nodes.b]\nchoices = [ {to = "a"} ]\n',
            '[nodes.a]\nchoices = [\n    { label = "new", to = "n" },\n]\n[nodes.b]\nchoices = [ {to = "a"} ]\n',
        ),
        (
            '[nodes.a]\n\n  [[ nodes."a".checklist ]]\n    id = "k"\n[nodes.b]\n',
            """[nodes.a]

  [[ nodes."a".checklist ]]
    id = "k"

  [[ nodes."a".choices ]]
    label = "new"
    to = "n"
[nodes.b]
""",
        ),
        (
            'nodes.a.title = "A"\n',
            'nodes.a.title = "A"\nnodes.a.choices = [\n    { label = "new", to = "n" },\n]\n',
        ),
        ("nodes = { a = {} }\n", 'nodes = { a = { choices = [{ label = "new", to = "n" }] } }\n'),
        ("[nodes.a]\nchoices = []\n", '[nodes.a]\nchoices = [{ label = "new", to = "n" }]\n'),
        (
            "[nodes.a]\nchoices = [ # none\n]\n",
            '[nodes.a]\nchoices = [ # none\n    { label = "new", to = "n" }\n]\n',
        ),
    ],
)
def test_the_first_item_is_written_as_the_file_would(before: str, after: str) -> None:
    assert edited(before, InsertItem(CHOICES, NEW)) == after


def test_the_texts_of_a_new_item_are_written_as_those_beside_it() -> None:
    new = {"label": {"en": "E", "zh": "中"}, "to": "n"}
    inline = "[nodes.a]\nchoices = [\n  {label={en='x'}, to='x'},\n]\n"
    assert edited(inline, InsertItem(CHOICES, new)) == inline.replace(
        "},\n]", '},\n  {label={en="E", zh="中"}, to="n"},\n]'
    )
    dotted = inline.replace("label={en='x'}", "label.en='x'")
    assert edited(dotted, InsertItem(CHOICES, new)) == dotted.replace(
        "},\n]", '},\n  {label.en="E", label.zh="中", to="n"},\n]'
    )


def test_items_get_ids_that_are_free() -> None:
    before = headers("x", "y")
    assert edited(before, Rename((*CHOICES, 1), "call")) == before.replace(
        'to = "y"', 'id = "call"\nto = "y"'
    )
    for taken in ("x", "no id", ""):
        with pytest.raises(Refused):
            apply(document(before), Rename((*CHOICES, 1), taken))


def test_retargeting_touches_the_target_alone() -> None:
    assert edited(BLOCKS, Set((*CHOICES, 0, "to"), "b")) == BLOCKS.replace('"x"', '"b"')


@pytest.mark.parametrize(
    "edit",
    [
        MoveItem((*CHOICES, 0), 5),
        MoveItem((*CHOICES, 7), 0),
        Unset((*CHOICES, 2)),
        InsertItem(("nodes", "a"), 1),
    ],
)
def test_what_is_not_there_is_refused(edit: MoveItem | Unset | InsertItem) -> None:
    with pytest.raises(Refused):
        apply(document(BLOCKS), edit)
