"""The graph that the editor draws beside a form: what is in it, and where its lines go."""

from debttree.editing.document import open_document
from debttree.tui.editor.assessment import assess
from debttree.tui.editor.items import path_of
from debttree.tui.editor.view import View
from debttree.tui.editor.views.around import BEYOND_AT_MOST, DRAWN_AT_MOST, around
from debttree.tui.kit.page import lay, plain
from tests.tui.conftest import TODAY, TREES


def drawn(text: str, node: str, width: int = 60) -> list[str]:
    """The lines of the drawing, at a width in cells."""
    document = open_document(text.encode(), "tree")
    view = View(document, "en", assessment=assess(document, TODAY))
    return [plain(line).rstrip() for line in lay(around(view, node), width).lines]


def tree(*nodes: str, more: str = "") -> str:
    return 'format = "debttree/1"\n' + "".join(map(node, nodes)) + more


def node(said: str) -> str:
    """`a: b c` is a node `a` whose choices lead to `b` and `c`."""
    name, _, targets = said.partition(":")
    choices = "".join(
        f'[[nodes.{name}.choices]]\nlabel = "{name} to {to}"\nto = "{to}"\n' for to in targets.split()
    )
    return f'[nodes.{name}]\ntitle = "Node {name}"\n{choices}'


def test_what_leads_here_and_what_lies_beyond_is_drawn() -> None:
    assert drawn(tree("a: m b", "b: m", "m: x y", "x: z b m", "y:", "z:"), "m") == [
        " ┌ ■ Node a › a to m",
        " ├ ■ Node b › b to m",
        " ├ ■ Node x › x to m",
        " ▼",
        " ■ Node m",
        " ├1 ■ Node x",
        " │  ├ ▲ Node z",
        " │  ├ ■ Node b",
        " │  └ ↩ ■ Node m",
        " └2 ▲ Node y",
    ]


def test_the_root_and_what_nothing_leads_to_say_so() -> None:
    assert drawn(tree("a: b", "b:", "c:"), "a")[0].strip() == "The tree begins here."
    assert drawn(tree("a: b", "b:", "c:"), "c") == ["   Nothing leads here.", " ▲ Node c"]


def test_what_lies_beyond_is_drawn_once() -> None:
    assert drawn(tree("a: b b", "b: c", "c:"), "a")[2:] == [
        " ├1 ■ Node b",
        " │  └ ▲ Node c",
        " └2 ■ Node b",
    ]


def test_a_choice_to_nowhere_is_drawn_as_what_it_is() -> None:
    unfinished = '[[nodes.a.choices]]\nlabel = "Later"\n'
    assert drawn(tree("a: gone", more=unfinished), "a")[2:] == [
        " ├1 gone (not written yet)",
        " └2 nowhere yet",
    ]


def test_a_node_of_many_arcs_says_how_many_are_not_drawn() -> None:
    leaves = [f"l{number}:" for number in range(DRAWN_AT_MOST + 2)]
    to_all = " ".join(leaf[:-1] for leaf in leaves)
    lines = drawn(tree(f"a: {to_all}", "b: a", *leaves), "a")
    assert lines[-1] == " └ 2 more"
    assert len(lines) == DRAWN_AT_MOST + 5
    beyond = drawn(tree(f"a: {to_all}", "b: a", *leaves), "b")
    assert beyond[-1] == f"    └ {DRAWN_AT_MOST + 2 - BEYOND_AT_MOST} more"
    many = [f"s{number}: a" for number in range(DRAWN_AT_MOST + 1)]
    assert " ├ 1 more" in drawn(tree("a:", *many), "a")


def test_long_titles_keep_the_rails_in_line() -> None:
    lines = drawn((TREES / "loan.toml").read_text("utf-8"), "before-call", 24)
    rails = [line[1] for line in lines[lines.index(" ▼") + 1 :]]
    assert all(rail in "■├│└ " for rail in rails)
    assert max(map(len, lines)) <= 24


def test_a_line_goes_to_the_choice_that_leads_here_or_to_the_node_it_leads_to() -> None:
    document = open_document(tree("a: b", "b: c gone", "c:").encode(), "tree")
    view = View(document, "en", assessment=assess(document, TODAY))
    found = [path_of(block.item) for block in around(view, "b") if block.item is not None]
    to_gone = ("nodes", "b", "choices", 1, "to")
    assert found == [("nodes", "a", "choices", 0), ("nodes", "c"), to_gone]
