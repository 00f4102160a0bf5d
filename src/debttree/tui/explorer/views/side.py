"""The pane beside the text, if there is room: last days and things to have first, then prospects."""

from collections.abc import Hashable, Iterable

from debttree.tui.explorer.scene import Scene
from debttree.tui.explorer.views import distances
from debttree.tui.explorer.views.contacts import contacts_here
from debttree.tui.explorer.views.in_hand import in_hand
from debttree.tui.explorer.views.sources import sources_in_brief
from debttree.tui.kit.page import Block, joined


def side(scene: Scene, resting: Hashable) -> Iterable[Block]:
    """Return the blocks beside the text.

    Args:
        scene: the tree and who looks at it.
        resting: the item under the cursor among the choices.
    """
    prospects = distances.panel(scene, resting)
    return joined([in_hand(scene), contacts_here(scene), prospects, sources_in_brief(scene, scene.node)])
