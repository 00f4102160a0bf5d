"""Edits in what TOML 1.1 added: tables in braces over several lines keep every byte that is not meant."""

import pytest

from debttree.editing.edits import Add, Duplicate, Edit, InsertItem, MoveItem, Remove, Rename, Set, Unset
from debttree.reading.newer import newer_forms
from tests.editing.by_hand import edited

A = ("nodes", "a")
CHOICES = (*A, "choices")

NODE = """\
[nodes.a]
title = {
  # what the screen shows
  en = "A", # English
  zh = '甲', # 中文
}
choices = [
  { # the first
    label = "Go",
    to = "b", # there
  },
  {
    to = "c",
    # why
    text = { en = "T" },
  },
]
tags = [{ }, { # none
}]
"""
FIRST = '  { # the first\n    label = "Go",\n    to = "b", # there\n  },\n'
SECOND = '  {\n    to = "c",\n    # why\n    text = { en = "T" },\n  },\n'


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Set((*A, "title", "en"), "AB"), '"A"', '"AB"'),
        (Set((*A, "title"), {"en": "A", "zh": "乙"}), "'甲'", "'乙'"),
        (Set((*A, "title", "fr"), "F"), "# 中文\n", '# 中文\n  fr = "F",\n'),
        (Set((*A, "title", "fr"), "F\nG"), "# 中文\n", '# 中文\n  fr = "F\\nG",\n'),
        (Unset((*A, "title", "en")), '  en = "A", # English\n', ""),
        (Unset((*A, "title", "zh")), "  zh = '甲', # 中文\n", ""),
        (Set((*CHOICES, 0, "to"), "x"), '"b"', '"x"'),
        (
            Set((*CHOICES, 0, "text"), {"en": "E", "zh": "中"}),
            "# there\n",
            '# there\n    text = { en = "E", zh = "中" },\n',
        ),
        (Set((*CHOICES, 1, "label"), "L"), '    to = "c",\n', '    label = "L",\n    to = "c",\n'),
        (Set((*CHOICES, 1, "text", "zh"), "Z"), 'en = "T"', 'en = "T", zh = "Z"'),
        (Unset((*CHOICES, 1, "text")), '    # why\n    text = { en = "T" },\n', ""),
        (Unset((*CHOICES, 0)), FIRST, ""),
        (MoveItem((*CHOICES, 0), 1), FIRST + SECOND, SECOND + FIRST),
        (InsertItem(CHOICES, {"label": "N", "to": "n"}), SECOND, SECOND + '  { label = "N", to = "n" },\n'),
        (
            InsertItem(CHOICES, {"label": "N", "to": "n"}, 1),
            SECOND,
            '  { label = "N", to = "n" },\n' + SECOND,
        ),
        (Set((*A, "tags", 1, "x"), 1), "{ # none\n", "{ # none\n    x = 1\n"),
        (Set((*A, "title"), "A"), NODE[NODE.index("{") : NODE.index("choices")], '"A"\n'),
    ],
    ids=str,
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_pair_of_a_table_over_several_lines(edit: Edit, gone: str, come: str, ends: str) -> None:
    assert NODE.count(gone) == 1
    after = NODE.replace(gone, come).replace("\n", ends)
    assert edited(NODE.replace("\n", ends), edit) == after


NODES = """\
nodes = {
  a = { title = "A", choices = [{ label = "L", to = "b", }] }, # first
  # second
  b = {
    title = "B"
    , stage = "s" # comma first
  },
}
"""


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Rename(("nodes", "b"), "x"), 'to = "b"', 'to = "x"'),
        (
            Duplicate(("nodes", "a"), "c"),
            "# first\n",
            '# first\n  c = { title = "A", choices = [{ label = "L", to = "b", }] },\n',
        ),
        (Add(("nodes", "c"), {"title": "C"}, "b"), "  },\n}", '  },\n  c = { title = "C" },\n}'),
        (Remove(("nodes", "a")), NODES.splitlines(keepends=True)[1], ""),
        (Set(("nodes", "b", "tags"), ["t"]), "# comma first", '# comma first\n    , tags = ["t"]'),
        (Set((*CHOICES, 0, "text"), "T"), ", }]", ', text = "T", }]'),
        (Unset((*CHOICES, 0, "label")), 'label = "L", ', ""),
        (Unset((*A, "choices")), ', choices = [{ label = "L", to = "b", }]', ""),
        (Unset(("nodes", "b", "stage")), '    , stage = "s" # comma first\n', ""),
    ],
    ids=str,
)
def test_nodes_in_braces_over_several_lines(edit: Edit, gone: str, come: str) -> None:
    assert NODES.count(gone) == 1
    after = NODES.replace(gone, come)
    if isinstance(edit, Rename):
        after = after.replace("  b = {", "  x = {")
    assert edited(NODES, edit) == after


def test_a_changed_text_keeps_its_new_escapes_outside_of_what_differs() -> None:
    before = '[nodes.a]\ntext = "\\x41\\e[1m one \\xe9"\n'
    assert edited(before, Set((*A, "text"), "A\x1b[1m two é")) == before.replace("one", "two")
    assert edited(before, Set((*A, "text"), "A\x1b[1m\x1b one é")) == before.replace("[1m", "[1m\\u001b")


@pytest.mark.parametrize(
    "edit",
    [
        Set((*A, "title"), {"en": "A\x1b", "zh": "B"}),
        Set((*A, "text"), "long\n" * 9),
        InsertItem(CHOICES, {"label": {"en": "E", "zh": "Z"}, "to": "a"}),
        Add(("nodes", "b"), {"title": "B", "choices": [{"label": "L", "to": "a"}]}),
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "before", ["[nodes.a]\n", "nodes = { a = {} }\n", 'nodes.a = { choices = [{ label = "L", to = "a" }] }\n']
)
def test_what_is_written_stays_toml_1_0(before: str, edit: Edit) -> None:
    if isinstance(edit, InsertItem) and "choices" not in before:
        edit = Set(CHOICES, [edit.value])
    assert newer_forms(edited(before, edit)) == []
