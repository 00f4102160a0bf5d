"""The choices that lead on from a node, and how they fold away so that none of them is out of sight.

Where all of them do not fit, the second lines of those that the cursor is not on fold away, and a sign at the right
says that there are some: `!` a caution, `▸` what the choice brings.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from debttree.analysis.elsewhere import guide_at
from debttree.locales.words import KINDS
from debttree.model import CRISIS, Choice, Kind, Node
from debttree.tui.explorer.items import AtEnd, Choose, Elsewhere
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import Block, Laid, Line, Para, Run, numbered
from debttree.tui.kit.signs import end_mark, end_sign

PAGE = 9
"""Choices shown at once: as many as there are digits to take them by."""


_COUNTED = 200
"""Lines that are counted: more than any screen has."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice as it can be shown: with all its lines, or with the first alone.

    Attributes:
        item: what it stands for.
        full: the choice with its caution, its text and what it brings.
        folded: its label, with signs for the lines that are folded away.
    """

    item: Hashable
    full: tuple[Block, ...]
    folded: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a page, each of which can be folded."""

    offered: tuple[Offered, ...]

    def unfolded(self) -> list[Block]:
        """Return all of them with all their lines."""
        return [block for choice in self.offered for block in choice.full]

    def folded(self, pointed: Hashable) -> list[Block]:
        """Return them folded but for the one that the cursor rests on; where it rests on none of them, the first."""
        items = [choice.item for choice in self.offered]
        pointed = pointed if pointed in items else next(iter(items), None)
        return [
            block
            for choice in self.offered
            for block in (choice.full if choice.item == pointed else choice.folded)
        ]

    def length(self, width: int) -> int:
        """Return how many lines they take unfolded."""
        return _height(self.unfolded(), width)

    def length_folded(self, width: int) -> int:
        """Return how many lines they take folded, wherever the cursor rests."""
        heights = [(_height(choice.full, width), _height(choice.folded, width)) for choice in self.offered]
        unfolding = max((full - folded for full, folded in heights), default=0)
        return sum(folded for _, folded in heights) + unfolding


def _height(blocks: Iterable[Block], width: int) -> int:
    """Return how many lines they take; those that no screen has room for are not counted."""
    laid = Laid(blocks, width)
    laid.reach(_COUNTED)
    return len(laid.lines)


def asked(scene: Scene) -> str:
    """Return what is asked of the person here."""
    return scene.say.tell(KINDS[scene.node.kind].asked)


def choice_pages(node: Node) -> int:
    """Return how many pages of nine the choices make."""
    return max(-(-len(node.choices) // PAGE), 1)


def choices(scene: Scene, page: int = 0) -> Choices:
    """Return nine choices at most, each an item named by its id; at an end what can still be done."""
    shown = scene.node.choices[page * PAGE : (page + 1) * PAGE]
    doors = _doors(scene)
    offered = [
        _choice(scene, number, choice, doors.get(choice.id, ())) for number, choice in enumerate(shown, 1)
    ]
    if not scene.node.choices and scene.node.kind is Kind.OUTCOME:
        offered += [Offered(way.item, (way,), (way,)) for way in _ways_on(scene)]
    return Choices(tuple(offered))


def _doors(scene: Scene) -> dict[str, Line]:
    """Return what is said of each choice before it is taken, by the choice's id; nothing where life is in danger."""
    if scene.prospects is None or CRISIS in scene.node.tags:
        return {}
    from debttree.tui.explorer.views.prospects import said_of  # the first paint knows no prospects

    found = scene.prospects.choices(scene.journey.at, scene.met)
    return {option.choice.id: said_of(scene, option) for option in found}


def _choice(scene: Scene, number: int, choice: Choice, doors: Line) -> Offered:
    to, item, rest = scene.tree.nodes[choice.to], Choose(choice.id), (Run("   "),)
    words, lead = scene.line(choice.label), (Run(" "), Run(f"{number} ", "key"))
    full: list[Block] = [Para(words, lead, rest, end_mark(scene.say, to), item)]
    signs = [*end_sign(to)]
    if choice.caution is not None:
        full += caution(scene, choice)
        signs.append(Run("! ", "warn"))
    if choice.text is not None:
        full.append(Para(scene.line(choice.text, "dim"), rest, rest, item=item))
    if doors:
        mark = Run("▸ ", doors[0].role)
        full.append(Para(doors, (Run("   "), mark), (Run("     "),), item=item))
        signs.append(mark)
    return Offered(item, tuple(full), (Para(words, lead, rest, tuple(signs), item),))


def caution(scene: Scene, choice: Choice) -> list[Block]:
    """Return what cannot be undone about a choice, to stand under it; nothing where it has no caution."""
    if choice.caution is None:
        return []
    words = (Run(scene.say("Caution: "), "warn"), *scene.line(choice.caution, "warn"))
    return [Para(words, (Run("   "), Run("! ", "warn")), (Run("     "),), item=Choose(choice.id))]


def _ways_on(scene: Scene) -> list[Block]:
    """Return what can be done at an end."""
    say, guide = scene.say, guide_at(scene.node)
    elsewhere: list[tuple[Hashable, str]] = []
    if guide is not None:
        elsewhere = [(Elsewhere(guide), say("Go on in the other guide"))]
    offers = [
        *elsewhere,
        (AtEnd.SUMMARY, say("Take the summary of your way with you")),
        (AtEnd.BACK, say("Go back one step")),
        (AtEnd.RESTART, say("Start again from the beginning")),
    ]
    return numbered(offers)
