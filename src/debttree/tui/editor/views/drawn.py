"""A draft for the map, and the description of a node below the map."""

from dataclasses import dataclass

from debttree.locales import Phrases, phrases
from debttree.model import Text, Tree, clean_line
from debttree.tui.editor.subjects import kind_of, table, words_in
from debttree.tui.editor.view import View
from debttree.tui.editor.views.side import problem_blocks
from debttree.tui.kit.page import Block, Para, Run
from debttree.tui.kit.signs import glyph


@dataclass(frozen=True, slots=True)
class DrawnDraft:
    """A draft that can be drawn; nodes that are not written yet are outcomes.

    Attributes:
        tree: the draft as a tree.
        language: of the tree's words.
        interface: language of the program's sentences; empty: the same as `language`.
        here: the id of the node that the form shows.
    """

    tree: Tree
    language: str
    interface: str
    here: str

    @property
    def say(self) -> Phrases:
        """Sentences of the program."""
        return phrases(self.language, self.interface)

    def name(self, text: Text | None) -> str:
        """Return a text of the tree on one line."""
        return self.tree.line(text, self.language)


def under_drawing(view: View, node: str) -> list[Block]:
    """Return a node's title and id, its problems, and its text, as far as there is room."""
    raw = view.at(("nodes", node))
    if raw is None:
        words = view.say("{id} is not written yet; Enter writes it.", id=node)
        return [Para((Run(words, "warn"),))]
    heading = (
        glyph(kind_of(raw)),
        Run(view.name_of(("nodes", node)), "title"),
        Run("  " + clean_line(node), "dim"),
    )
    found = view.assessment.of(("nodes", node)) if view.assessment is not None else []
    problems = [block for problem in found for block in problem_blocks(view, problem, None)]
    text = clean_line(words_in(table(raw).get("text"), view.language)).strip()
    return [
        Para(heading, rest=(Run("  "),)),
        *problems,
        *([Para((Run(text),), (Run("  "),), (Run("  "),))] if text else []),
    ]
