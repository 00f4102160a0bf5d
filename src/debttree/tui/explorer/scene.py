"""A scene: all data that the explorer's screens show."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from debttree.journey import Journey
from debttree.locales import Phrases, phrases
from debttree.model import Choice, Node, Path, Text, Tree, clean_line
from debttree.tui.kit.actions import Keymap, Scope, shown_key
from debttree.tui.kit.page import Line, Run

if TYPE_CHECKING:
    from debttree.analysis import Prospects


@dataclass(frozen=True, slots=True)
class Scene:
    """A tree, a journey in it, and the language, settings and day of the person who looks at it.

    Attributes:
        language: of the tree's words.
        before: the journey before the last move, to show what has changed.
        interface: language of the program's sentences; empty: the same as `language`.
        private: whether nothing is saved on disk.
        keymap: the person's own keys.
        prospects: of the tree; None until they are computed, just after the first paint.
    """

    tree: Tree
    journey: Journey
    language: str
    today: dt.date
    before: Journey | None = None
    private: bool = False
    prospects: "Prospects | None" = None
    interface: str = ""
    keymap: Keymap = field(default_factory=dict)

    @property
    def whose(self) -> str:
        """The name of the person as it was typed; may be empty."""
        return self.journey.whose

    @property
    def say(self) -> Phrases:
        """Sentences of the program."""
        return phrases(self.language, self.interface)

    def key(self, scope: Scope, name: str) -> str:
        """Return the key of an action, as it is shown."""
        return shown_key(scope, name, self.keymap)

    @property
    def here(self) -> str:
        """The id of the node where the person is."""
        return self.journey.at

    @property
    def node(self) -> Node:
        """The node where the person is."""
        return self.tree.nodes[self.here]

    @property
    def met(self) -> tuple[str, ...]:
        """The consequences met so far."""
        return self.journey.path.met(self.tree)

    @property
    def met_before(self) -> tuple[str, ...]:
        """The consequences met before the present node."""
        path = self.journey.path
        return Path(path.start, path.steps[:-1]).met(self.tree) if path.steps else ()

    def words(self, text: Text | None) -> str:
        """Return a text of the tree with its line breaks."""
        return self.tree.words(text, self.language)

    def name(self, text: Text | None) -> str:
        """Return a text of the tree on one line."""
        return self.tree.line(text, self.language)

    def line(self, text: Text, role: str = "") -> Line:
        """Return a text of the tree on one line, with a mark if it is missing in this language."""
        wording = self.tree.wording(text, self.language)
        words = Run(clean_line(wording.text), role)
        return (words, Run(" " + self.say("[not translated]"), "dim")) if wording.missing else (words,)

    def title(self, node: str) -> str:
        """Return the title of a node."""
        return self.name(self.tree.nodes[node].title)

    def taken(self, number: int) -> Choice | None:
        """Return the choice taken at step `number` of the path; None for a jump."""
        return self.journey.path.steps[number].taken(self.tree)
