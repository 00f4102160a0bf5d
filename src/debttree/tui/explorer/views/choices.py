"""The choices of a node, folded if needed so that all of them are in view.

If not all lines fit, only the choice under the cursor shows more than its first line. A sign at the right of the others
says what is hidden: `!` a caution, `▸` what the choice brings.
"""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from debttree.analysis.elsewhere import guide_at
from debttree.locales.words import KINDS
from debttree.model import CRISIS, Choice, Kind, Node
from debttree.tui.explorer.items import AtEnd, Choose, Elsewhere
from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views.numbers import Numbers, lead
from debttree.tui.kit.page import Block, Laid, Line, Para, Run, numbered
from debttree.tui.kit.signs import end_mark, end_sign

PAGE = 9
"""Most choices shown at once: as many as there are digits."""


_COUNTED = 200
"""Most lines that are counted: more than any screen has."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A choice with all its lines, and with the first line alone.

    Attributes:
        item: the item of the choice.
        full: its label, caution, text and what it brings.
        folded: its label, with signs for the hidden lines.
    """

    item: Hashable
    full: tuple[Block, ...]
    folded: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices of a page, which can be folded."""

    offered: tuple[Offered, ...]

    def unfolded(self) -> list[Block]:
        """Return all choices with all their lines."""
        return [block for choice in self.offered for block in choice.full]

    def folded(self, pointed: Hashable) -> list[Block]:
        """Return the choices folded, except the one under the cursor, or the first one if the cursor is on none."""
        items = [choice.item for choice in self.offered]
        pointed = pointed if pointed in items else next(iter(items), None)
        return [
            block
            for choice in self.offered
            for block in (choice.full if choice.item == pointed else choice.folded)
        ]

    def length(self, width: int) -> int:
        """Return the number of lines unfolded."""
        return _height(self.unfolded(), width)

    def length_folded(self, width: int) -> int:
        """Return the greatest number of lines folded, for any position of the cursor."""
        heights = [(_height(choice.full, width), _height(choice.folded, width)) for choice in self.offered]
        unfolding = max((full - folded for full, folded in heights), default=0)
        return sum(folded for _, folded in heights) + unfolding


def _height(blocks: Iterable[Block], width: int) -> int:
    """Return the number of lines of blocks, up to `_COUNTED`."""
    laid = Laid(blocks, width)
    laid.reach(_COUNTED)
    return len(laid.lines)


def asked(scene: Scene) -> str:
    """Return the words that ask for a choice here."""
    return scene.say.tell(KINDS[scene.node.kind].asked)


def choice_pages(node: Node) -> int:
    """Return the number of pages of nine choices."""
    return max(-(-len(node.choices) // PAGE), 1)


def choices(scene: Scene, page: int = 0) -> Choices:
    """Return at most nine choices as items; at an outcome the actions that are still possible."""
    shown = scene.node.choices[page * PAGE : (page + 1) * PAGE]
    doors = _doors(scene)
    offered = [
        _choice(scene, number, choice, doors.get(choice.id, ())) for number, choice in enumerate(shown, 1)
    ]
    if not scene.node.choices and scene.node.kind is Kind.OUTCOME:
        offered += [Offered(way.item, (way,), (way,)) for way in _ways_on(scene)]
    return Choices(tuple(offered))


def _doors(scene: Scene) -> dict[str, Line]:
    """Return the words about each choice before it is taken, by choice id; none at nodes with the tag `crisis`."""
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


def to_take(scene: Scene, choice: Choice, numbers: Numbers, mark: Line = ()) -> Iterator[Block]:
    """Yield a choice as an item of a list, with what it warns of.

    Args:
        scene: the tree.
        choice: the choice.
        numbers: counts the items.
        mark: what stands right of it.
    """
    before, space = lead(numbers)
    yield Para(scene.line(choice.label), before, (Run(space),), mark, Choose(choice.id))
    yield from caution(scene, choice)


def caution(scene: Scene, choice: Choice) -> list[Block]:
    """Return the caution of a choice; empty if it has none."""
    if choice.caution is None:
        return []
    words = (Run(scene.say("Caution: "), "warn"), *scene.line(choice.caution, "warn"))
    return [Para(words, (Run("   "), Run("! ", "warn")), (Run("     "),), item=Choose(choice.id))]


def _ways_on(scene: Scene) -> list[Block]:
    """Return the actions possible at an outcome."""
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
