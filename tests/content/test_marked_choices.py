"""The choices that are marked, as a table that a lawyer can read: whatever moves a mark shows there."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from debttree.analysis import Prospects
from debttree.analysis.wording import choice_words
from debttree.locales import phrases
from debttree.model import Text, Tree
from tests.content.test_bundled_trees import NAMES, tree_of

FOLDER = Path(__file__).parents[2] / "docs" / "content"

HEAD = """# 做了标记的选项 · The choices that are marked

每一处决定里，哪些选项带标记，为什么，还有哪些选项不带标记。由测试生成，请勿手改。
At each decision: the choices that bear a mark, why, and those that bear none. Written by a test, not by hand.
{}
| 步骤 · Step | 做了标记的选项 · Marked | 标记 · Mark | 不带标记的 · Without a mark |
|---|---|---|---|
"""

SUED = """
`sued`（是哪种程序）如今是问题，不是决定，所以没有标记；“不理它”的标记在它通向的 `defend` 和 `small-claims`。
`sued` (which procedure?) is a question: what leads to `ignore-papers` is marked at `defend` and `small-claims`.
"""
NOTES = {"alipay-overdue": SUED}


def titles(tree: Tree, language: str, names: Iterable[str]) -> str:
    return phrases(language)(", ").join(tree.line(tree.consequences[name].title, language) for name in names)


def rows(tree: Tree) -> Iterator[str]:
    prospects = Prospects.of(tree)

    def both(text: Text | None) -> str:
        return " · ".join(tree.line(text, language) for language in ("zh", "en")).replace("|", "/")

    for node in tree.nodes.values():
        options = prospects.choices(node.id)
        numbered = [(f"{number} {both(one.choice.label)}", one) for number, one in enumerate(options, 1)]
        free = "; ".join(label for label, one in numbered if not one.marks)
        for label, one in numbered:
            if one.marks:
                said = " · ".join(
                    phrases(language).tell(message)
                    for language in ("zh", "en")
                    for message in choice_words(node.kind, one, partial(titles, tree, language))
                )
                yield f"| `{node.id}` {both(node.title)} | {label} | {said} | {free} |\n"


@pytest.mark.parametrize("name", NAMES)
def test_the_table_of_marked_choices_is_up_to_date(name: str) -> None:
    """`UPDATE_GOLDEN=1 pytest` on this file writes it anew."""
    table = FOLDER / f"marked-choices-{name}.md"
    made = HEAD.format(NOTES.get(name, "")) + "".join(rows(tree_of(name)))
    if os.environ.get("UPDATE_GOLDEN"):
        table.write_text(made, "utf-8")
    assert table.read_text("utf-8") == made
