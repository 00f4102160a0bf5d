"""A scene: all that a screen needs to know to say what it says."""

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
    """A tree, a journey in it, and who looks at it on which day.

    Attributes:
        language: of the tree's words.
        before: the journey one move earlier, to show what has changed since.
        interface: of the program's sentences; empty: it follows the language of the words.
        private: nothing is kept on disk.
        keymap: the person's own keys.
        prospects: of the tree; None until they are known, a moment after the first paint.
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
        """The name of the person as somebody typed it; may be empty."""
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
        """The id of the node where the person stands."""
        return self.journey.at

    @property
    def node(self) -> Node:
        """Where the person stands."""
        return self.tree.nodes[self.here]

    @property
    def met(self) -> tuple[str, ...]:
        """The consequences met so far."""
        return self.journey.path.met(self.tree)

    @property
    def met_before(self) -> tuple[str, ...]:
        """The consequences met before the person came here."""
        path = self.journey.path
        return Path(path.start, path.steps[:-1]).met(self.tree) if path.steps else ()

    def words(self, text: Text | None) -> str:
        """Return words of the tree, on as many lines as they are written."""
        return self.tree.words(text, self.language)

    def name(self, text: Text | None) -> str:
        """Return words of the tree on one line."""
        return self.tree.line(text, self.language)

    def line(self, text: Text, role: str = "") -> Line:
        """Return words of the tree on one line, marked where they are not there in this language."""
        wording = self.tree.wording(text, self.language)
        words = Run(clean_line(wording.text), role)
        return (words, Run(" " + self.say("[not translated]"), "dim")) if wording.missing else (words,)

    def title(self, node: str) -> str:
        """Return the title of a node."""
        return self.name(self.tree.nodes[node].title)

    def taken(self, number: int) -> Choice | None:
        """Return the choice that step `number` of the path took; None for a jump."""
        return self.journey.path.steps[number].taken(self.tree)
