"""No id is shown to a reader: what stands at any step, and what goes home, holds none that its text does not say."""

import re
from collections.abc import Iterator
from itertools import islice

import pytest

from debttree.analysis import Prospects
from debttree.export import Format, render, summary
from debttree.journey import Journey, begin
from debttree.locales import phrases
from debttree.model import Path, Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views import breadcrumb, card, choices, distances, node
from debttree.tui.kit.page import lay, plain
from tests.content.test_bundled_trees import NAMES, tree_of
from tests.tui.conftest import TODAY

WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


ENGLISH = {"time-barred", "small-claims"}
"""Ids that are words of English as well."""


def ids(tree: Tree) -> frozenset[str]:
    """Those with a hyphen; any other may be a word. A guide's own name says on paper which guide it was."""
    parts = (tree.stages, tree.consequences, tree.sources, tree.contacts, tree.events, tree.nodes)
    named = {name for part in parts for name in part} | {*NAMES}
    for step in tree.nodes.values():
        named |= {choice.id for choice in step.choices} | {item.id for item in step.checklist}
        named |= {deadline.id for deadline in step.deadlines}
    return frozenset(name for name in named - ENGLISH - {tree.name} if "-" in name)


def told(scene: Scene) -> Iterator[str]:
    """The lines of the pages of a step."""
    offered = (choices.choices(scene, page).unfolded() for page in range(choices.choice_pages(scene.node)))
    pages = (
        node.node_text(scene, scene.node),
        card.in_full(scene),
        breadcrumb.way(scene),
        distances.panel(scene, None),
        *offered,
    )
    return (plain(line) for page in pages for line in lay(page, 400).lines)


def shown_ids(tree: Tree, language: str, places: Iterator[str]) -> list[str]:
    known, found, prospects = ids(tree), [], Prospects.of(tree)
    for name in places:
        journey = begin(tree) if name == tree.root else Journey(Path(name))
        lines = list(told(Scene(tree, journey, language, TODAY, prospects=prospects)))
        gone_home = render(summary(tree, journey, language, TODAY), Format.TXT, phrases(language)).decode()
        own = tree.words(tree.nodes[name].text, language)
        words = {word for line in (*lines, *gone_home.splitlines()) for word in WORD.findall(line)}
        found += [f"{name}: {word}" for word in words & known if word not in own]
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_id_is_shown_at_some_steps(name: str, language: str) -> None:
    tree = tree_of(name)
    leaving = [step.id for step in tree.nodes.values() if step.guide]
    assert shown_ids(tree, language, iter([*leaving, *islice(tree.nodes, 0, None, 40)])) == []


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_no_id_is_shown_at_any_step(name: str, language: str) -> None:
    tree = tree_of(name)
    assert shown_ids(tree, language, iter(tree.nodes)) == []
