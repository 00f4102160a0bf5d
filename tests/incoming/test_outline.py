"""Markdown outlines: signs are kinds, arrows choices, and what has no place is said."""

import pytest

from debttree.incoming.outline_signs import SHAPES, WORDS
from debttree.model import Kind
from tests.incoming.coming_in import arcs, file_from, reasons, tree_from

GUIDE = """\
# A bill is overdue

What to do about it.

## Urgent

- Papers from a court have come -> Court papers

## Overdue

### Question: Can you pay a part? {#part}

See what is left each month.

- rent
- food

List of ways on:

- Yes → You ask for instalments

  Write the sum down first.

  Caution: promise no more than you have.
- Not now -> No plan

## Afterwards

### Chance (the lender): You ask for instalments

- They agree -> A plan
- They refuse -> part

### End: A plan

- [ ] the plan in writing
- [x] your account number

### Outcome: No plan

### Decision: Court papers

- Object \\-> No plan
"""


def test_a_guide_comes_in_whole() -> None:
    tree = tree_from(GUIDE, "x.md")
    assert reasons(GUIDE, "x.md") == []
    assert arcs(tree) == [
        ("part", "Yes", "you-ask-for-instalments"),
        ("part", "Not now", "no-plan"),
        ("you-ask-for-instalments", "They agree", "a-plan"),
        ("you-ask-for-instalments", "They refuse", "part"),
        ("court-papers", "Object", "no-plan"),
    ]
    assert [str(node.kind) for node in tree.nodes.values()] == [
        "question",
        "chance",
        "outcome",
        "outcome",
        "decision",
    ]
    assert tree.words(tree.summary, "en") == "What to do about it."
    assert [urgent.to for urgent in tree.urgent] == ["court-papers"]
    assert [tree.words(stage.title, "en") for stage in tree.stages.values()] == ["Overdue", "Afterwards"]
    part, asked = tree.nodes["part"], tree.nodes["you-ask-for-instalments"]
    assert tree.words(part.text, "en").startswith("See what is left each month.\n\n- rent\n- food")
    assert tree.words(part.choices[0].text, "en") == "Write the sum down first."
    assert tree.words(part.choices[0].caution, "en") == "promise no more than you have."
    assert tree.words(asked.actor, "en") == "the lender"
    assert [tree.words(item.text, "en") for item in tree.nodes["a-plan"].checklist] == [
        "the plan in writing",
        "your account number",
    ]


@pytest.mark.parametrize(
    ("kind", "sign"),
    [(k, f"{w}：") for k, words in WORDS.items() for w in words] + [(k, s) for s, k in SHAPES.items()],
)
def test_every_sign_says_its_kind(kind: Kind, sign: str) -> None:
    tree = tree_from(f"# {sign} One\n\n- on -> Two\n\n# End: Two\n", "x.md")
    assert tree.nodes["one"].kind is kind


def test_a_target_that_no_heading_has_becomes_an_end_and_a_guess() -> None:
    text = file_from("# Decision: One\n\n- on -> Tow\n", "x.md")
    assert '[nodes.tow]\ntitle = "Tow"' in text
    assert "# Guessed: no heading is called so" in text


def test_an_outline_without_signs_is_a_tree_of_its_headings_and_lists() -> None:
    text = "# What is wrong?\n\n- Is it on?\n  - **Yes** → call\n  - No → plug it in\n- It smokes\n\n"
    text += "## Later\n\nWords.\n"
    tree = tree_from(text, "x.md")
    assert arcs(tree) == [
        ("what-is-wrong", "Later", "later"),
        ("what-is-wrong", "Is it on?", "is-it-on"),
        ("what-is-wrong", "It smokes", "it-smokes"),
        ("is-it-on", "Yes", "call"),
        ("is-it-on", "No", "plug-it-in"),
    ]
    assert tree.nodes["what-is-wrong"].kind is Kind.QUESTION


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\na: b\n---\n# End: X\n", 1, "at the top"),
        ("# T\n\n## Stage\n\nLost words.\n\n## End: X\n", 5, "Lost words."),
        ("# End: X\n\n```mermaid\ngraph TD\n```\n", 3, "NAME.mmd"),
        ("# Decision: X\n\n- a -> b -> c\n", 3, "second arrow"),
        ("# End: X\n\n# End: X\n", 3, 'two "X"'),
        ("# T\n\n## Urgent\n\n- ring\n\n## End: X\n", 5, "needs an arrow"),
        ("# End: X\n\n- [ ] a\n- b\n", 4, "this is none"),
    ],
)
def test_what_has_no_place_is_said_with_its_line(text: str, line: int, words: str) -> None:
    assert [(number, words in said) for number, said in reasons(text, "x.md")] == [(line, True)]


def test_an_arrow_in_code_is_no_sign_and_an_address_is_text() -> None:
    tree = tree_from("# Decision: X\n\n- `a -> b` [see](https://example.org) -> Y\n\n# End: Y\n", "x.md")
    assert arcs(tree) == [("x", "a -> b see (https://example.org)", "y")]


def test_lists_deeper_than_the_limit_are_said_and_not_dropped_in_silence() -> None:
    text = "# T\n\n" + "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(90))
    assert any("deep" in said for _, said in reasons(text, "x.md"))
    assert len(tree_from(text, "x.md").nodes) > 60


def test_items_to_tick_and_choices_may_stand_in_one_list_or_as_pandoc_parts_them() -> None:
    together = "# Decision: X\n\n- [ ] a\n- ☐ b\n- on -> Y\n\n# End: Y\n"
    parted = together.replace("- on", "\n<!-- -->\n\n- on")
    for text in (together, parted):
        tree = tree_from(text, "x.md")
        assert [tree.words(item.text, "en") for item in tree.nodes["x"].checklist] == ["a", "b"]
        assert arcs(tree) == [("x", "on", "y")]
        assert tree.nodes["x"].text is None
        assert reasons(text, "x.md") == []
