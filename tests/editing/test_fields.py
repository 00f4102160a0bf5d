"""Fields set, added and taken out: the diff is what a careful person would have typed."""

import datetime as dt

import pytest

from debttree.editing.document import apply
from debttree.editing.edits import InsertItem, Set, SetRoot, Unset
from debttree.editing.toml.refused import Refused
from tests.editing.by_hand import document, edited

A, B = ("nodes", "a"), ("nodes", "b")

NODE = """\
# above
[nodes.a] # beside
title.en = "A"   # why
title.zh = '甲'
brings = [
  "x", # first
  "y",
]

# free
"""


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (Set((*A, "title", "en"), "AB"), 'title.en = "A" ', 'title.en = "AB" '),
        (Set((*A, "title", "zh"), "甲乙"), "'甲'", "'甲乙'"),
        (Set((*A, "title", "zh"), "甲's"), "'甲'", '"甲\'s"'),
        (Set((*A, "title"), {"en": "A", "zh": "乙"}), "'甲'", "'乙'"),
        (Set((*A, "title", "fr"), "F"), "'甲'\n", "'甲'\ntitle.fr = \"F\"\n"),
        (Set((*A, "title"), "A"), "title.en = \"A\"   # why\ntitle.zh = '甲'\n", 'title = "A"   # why\n'),
        (Set((*A, "stage"), "s"), "# beside\n", '# beside\nstage = "s"\n'),
        (Set((*A, "tags"), ["p", "q"]), "]\n\n", ']\ntags = ["p", "q"]\n\n'),
        (Set((*A, "text"), "one\ntwo\n"), "'甲'\n", '\'甲\'\ntext = """\none\ntwo\n"""\n'),
        (Set((*A, "text"), {"en": "E", "zh": "中"}), "'甲'\n", '\'甲\'\ntext.en = "E"\ntext.zh = "中"\n'),
        (Set((*A, "brings"), ["x", "z", "y"]), "# first\n", '# first\n  "z",\n'),
        (Set((*A, "brings"), ["y"]), '  "x", # first\n', ""),
        (Set((*A, "brings"), ["x", "z"]), '"y"', '"z"'),
        (Set((*A, "brings"), []), '[\n  "x", # first\n  "y",\n]', "[]"),
        (InsertItem((*A, "brings"), "z"), '"y",\n', '"y",\n  "z",\n'),
        (Unset((*A, "brings", 1)), '  "y",\n', ""),
        (Unset((*A, "title", "en")), 'title.en = "A"   # why\n', ""),
        (Unset((*A, "title")), "title.en = \"A\"   # why\ntitle.zh = '甲'\n", ""),
        (Unset((*A, "brings")), 'brings = [\n  "x", # first\n  "y",\n]\n', ""),
    ],
    ids=str,
)
def test_a_field_of_a_block(edit: Set | Unset | InsertItem, gone: str, come: str) -> None:
    assert NODE.count(gone) == 1
    assert edited(NODE, edit) == NODE.replace(gone, come)


def test_a_long_text_changes_only_in_the_line_that_differs() -> None:
    before = '[nodes.a]\ntext = """\nOne,\\\n   folded \\u00e9.\n\n[nodes.b] "quoted"\n"""\n'
    after = edited(before, Set((*A, "text"), 'One,folded é.\n\n[nodes.b] "requoted" twice\n'))
    assert after == before.replace('"quoted"', '"requoted" twice')


def test_a_long_text_keeps_the_line_ends_of_its_file() -> None:
    before = '[nodes.a]\r\ntext = """\r\none\r\ntwo\r\n"""\r\n'
    after = edited(before, Set((*A, "text"), "one\n1.5\ntwo\n"))
    assert after == before.replace("two", "1.5\r\ntwo")


def test_mixed_line_ends_stay_mixed() -> None:
    before = '[nodes.a]\ntitle = "A"\r\nstage = "s"\n'
    assert edited(before, Set((*A, "title"), "B")) == before.replace('"A"', '"B"')


def test_values_of_every_type_are_written() -> None:
    before = "[tree]\n"
    edits = [
        Set(("tree", "reviewed"), dt.date(2026, 11, 23)),
        Set(("tree", "review_after_days"), 180),
        Set(("tree", "languages"), ["zh", "en"]),
        Set(("tree", "title"), 'a "b" \\ \t \x1b'),
    ]
    assert edited(before, *edits) == (
        '[tree]\ntitle = "a \\"b\\" \\\\ \t \\u001b"\nlanguages = ["zh", "en"]\n'
        "reviewed = 2026-11-23\nreview_after_days = 180\n"
    )


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (
            'nodes.a.title = "A"\n# about b\nnodes.b.title = "B"',
            Set((*B, "stage"), "s"),
            'nodes.a.title = "A"\n# about b\nnodes.b.title = "B"\nnodes.b.stage = "s"',
        ),
        (
            'nodes . "a".title.en = "A"\nnodes.a.x = 1\n',
            Set((*A, "title", "zh"), "甲"),
            'nodes . "a".title.en = "A"\nnodes . "a".title.zh = "甲"\nnodes.a.x = 1\n',
        ),
        ('nodes = {a={title="A"}}\n', Set((*A, "stage"), "s"), 'nodes = {a={stage="s", title="A"}}\n'),
        ('nodes = { a = { title = "A" } }\n', Unset((*A, "title")), "nodes = { a = {} }\n"),
        (
            'nodes = { a = { title.en = "A", title.zh = "甲", stage = "s" } }\n',
            Unset((*A, "title")),
            'nodes = { a = { stage = "s" } }\n',
        ),
        (
            'nodes = { a = { title.en = "A", stage = "s", title.zh = "甲" } }\n',
            Set((*A, "title"), "A"),
            'nodes = { a = { title = "A", stage = "s" } }\n',
        ),
        ("nodes = { a = { } }\n", Set((*A, "title"), "a\nb"), 'nodes = { a = { title = "a\\nb" } }\n'),
        (
            '[nodes.a.title]\nen = "A"\n[nodes.a]\nkind = "outcome"\n',
            Set((*A, "title"), "A"),
            '[nodes.a]\nkind = "outcome"\ntitle = "A"\n',
        ),
        (
            '[[nodes.a.choices]]\nto = "a"\n',
            Set((*A, "title"), "A"),
            '[nodes.a]\ntitle = "A"\n\n[[nodes.a.choices]]\nto = "a"\n',
        ),
        (
            "[ nodes . 'a' ]\n\ttitle\t=\t\"A\"\n",
            Set((*A, "stage"), "s"),
            '[ nodes . \'a\' ]\n\tstage\t=\t"s"\n\ttitle\t=\t"A"\n',
        ),
        (
            '[nodes."a.b"]\n[nodes.title]\ntitle = "[nodes.a]"\n',
            Set(("nodes", "title", "title"), "[nodes.b]"),
            '[nodes."a.b"]\n[nodes.title]\ntitle = "[nodes.b]"\n',
        ),
        (
            'text = """\n[nodes.a]\ntitle = "no"\n"""\n[nodes.a]\ntitle = "yes"\n',
            Set((*A, "title"), "Yes"),
            'text = """\n[nodes.a]\ntitle = "no"\n"""\n[nodes.a]\ntitle = "Yes"\n',
        ),
        (
            "#:schema tree.json\n\n# about a\n[nodes.a]\n",
            Set(("tree", "title", "en"), "T"),
            '#:schema tree.json\n\n[tree]\ntitle.en = "T"\n\n# about a\n[nodes.a]\n',
        ),
        (
            "#:schema tree.json\n[nodes.a]\n",
            Set(("format",), "debttree/1"),
            '#:schema tree.json\nformat = "debttree/1"\n\n[nodes.a]\n',
        ),
    ],
)
def test_a_field_in_any_style(before: str, edit: Set | Unset, after: str) -> None:
    assert edited(before, edit) == after


def test_the_root_is_a_node_that_is_there() -> None:
    before = '[tree]\nroot = "a"\n[nodes.a]\n[nodes.b]\n'
    assert edited(before, SetRoot("b")) == before.replace('"a"', '"b"')
    with pytest.raises(Refused, match="no node"):
        apply(document(before), SetRoot("c"))


@pytest.mark.parametrize(
    "edit",
    [
        Set((), 1),
        Set((*A, "title", "en", "x"), 1),
        Set((*A, "choices", 3, "to"), "a"),
        Unset((*A, "x")),
        Unset(B),
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(edit: Set | Unset) -> None:
    with pytest.raises(Refused):
        apply(document(NODE), edit)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(Refused, match="half a character"):
        apply(document(NODE), Set((*A, "title", "en"), "\ud800"))


def test_setting_what_is_there_already_does_nothing() -> None:
    assert apply(document(NODE), Set((*A, "title", "en"), "A")).done.rounds == ()
