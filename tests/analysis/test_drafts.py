"""Drafts: nodes that are named and not written yet."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from debttree.analysis import Prospects, Status
from debttree.analysis.checking import Checked, check_bytes
from debttree.analysis.drafts import as_draft, drafted, unwritten
from debttree.model import Kind, Tree
from tests.analysis.trees import graphs

TODAY = dt.date(2026, 11, 28)
NAMES = ("start", "a", "later", "court-hearing", "还没写", "no id.", "")
ARCS = st.lists(st.sampled_from(NAMES), max_size=3)


def checked(nodes: Sequence[tuple[Sequence[str], Sequence[str], bool]], urgent: Sequence[str]) -> Checked:
    """A file of nodes n0, n1 ...: where each leads, where others go on from it, whether it brings something."""
    lines = ['format = "debttree/1"', "[consequences.harm]", 'title = "Harm"', "severity = 3"]
    for to in urgent:
        lines += ["[[urgent]]", 'label = "Now"', f'to = "{to}"']
    for number, (targets, goes_on, brings) in enumerate(nodes):
        lines += [f"[nodes.{('start', 'a')[number]}]", f'title = "{number}"', 'stage = "unknown"']
        lines += ['brings = ["harm"]'] if brings else []
        lines += [f"goes_on = {list(map(str, goes_on))!r}"] if goes_on else []
        for to in targets:
            lines += [f"[[nodes.{('start', 'a')[number]}.choices]]", f'label = "to {to}"', f'to = "{to}"']
    return check_bytes("\n".join(lines).encode(), "draft", TODAY)


@given(st.lists(st.tuples(ARCS, ARCS, st.booleans()), min_size=1, max_size=2), ARCS)
def test_a_draft_misses_no_node_that_could_be_written_and_every_other_problem_stays(
    nodes: list[tuple[list[str], list[str], bool]], urgent: list[str]
) -> None:
    before = checked(nodes, urgent)
    after = drafted(before)
    assert before.tree is not None
    assert after.tree is not None
    missing = unwritten(before.tree)
    assert not {"no id.", ""} & missing.keys()
    gone = [problem for problem in before.problems if problem not in after.problems]
    assert {problem.code for problem in gone} <= {"unknown-target"}
    left = {problem.message.values["name"] for problem in after.problems if problem.code == "unknown-target"}
    assert left <= {"no id.", ""}
    assert unwritten(after.tree) == {}


@given(graphs())
def test_a_draft_is_the_same_tree_with_ends_at_which_nothing_is_ruled_out(tree: Tree) -> None:
    draft = as_draft(tree)
    assert {name: draft.nodes[name] for name in tree.nodes} == tree.nodes
    for name in unwritten(tree):
        made = draft.nodes[name]
        assert made.kind is Kind.OUTCOME
        assert made.goes_on == tuple(other for other, node in tree.nodes.items() if node.brings)
    assert as_draft(draft) is draft


def test_what_is_not_written_yet_can_still_bring_what_the_tree_knows() -> None:
    tree = checked([(["later"], [], False), ([], [], True)], []).tree
    assert tree is not None
    draft = as_draft(tree)
    assert draft.nodes["later"].stage == "unknown"
    assert tree.line(draft.nodes["later"].title, "en") == "Not written yet: later"
    assert tree.line(draft.nodes["later"].title, "zh") == "还没有写：later"
    standing = set(Prospects.of(draft).statuses("later").values())
    assert standing.isdisjoint({Status.IMPOSSIBLE, Status.AVOIDABLE})
