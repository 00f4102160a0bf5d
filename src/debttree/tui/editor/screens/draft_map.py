"""The map of the edited tree. Its cursor is that of the forms: moving one moves the other."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from debttree.analysis.tree_index import TreeIndex
from debttree.model import Address, DataPath, Tree
from debttree.tui.editor.screens.page import Editing, Page
from debttree.tui.editor.views.drawn import DrawnDraft, under_drawing
from debttree.tui.editor.views.side import side
from debttree.tui.kit.actions import Scope, bindings
from debttree.tui.kit.map.screen import DrawnMap
from debttree.tui.kit.map.widget import GraphMap
from debttree.tui.kit.page import Run
from debttree.tui.kit.widgets.bar import Bar
from debttree.tui.kit.widgets.pane import Pane


class DraftMap(Page, DrawnMap):
    """The map, and below or beside it a description of the node under the cursor."""

    DEFAULT_CSS = """
    DraftMap #body { height: 1fr; layout: vertical; }
    DraftMap #glance { height: 5; padding: 0 1; }
    DraftMap.-short #glance { height: 2; }
    DraftMap.-high #glance { height: 8; }
    DraftMap.-vast #body { layout: horizontal; }
    DraftMap.-vast #glance { width: 44; height: 1fr; border-left: solid $rule; }
    DraftMap.-vast #under { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.DRAFT_MAP)]
    scopes = (Scope.DRAFT_MAP, Scope.MAP)

    def __init__(self, editor: Editing) -> None:
        super().__init__(editor)
        self._index: TreeIndex
        self._draft: DrawnDraft | None = None

    def body(self) -> ComposeResult:
        """Compose the map and the description of the node under the cursor."""
        with Container(id="body"):
            yield GraphMap(id="map")
            yield Bar(id="under", fill="─")
            yield Pane(id="glance", focusable=False)

    @property
    def tree_index(self) -> TreeIndex:
        """The index of the tree that is drawn."""
        return self._index

    @property
    def way_words(self) -> str:
        """Empty: no way is walked in the editor."""
        return ""

    def show(self) -> None:
        """Draw the tree once it has been computed, and again if the tree or the language has changed."""
        view = self.view
        tree = view.assessment.tree if view.assessment is not None else None
        if tree is None or not tree.nodes:
            waits = view.assessment is None
            words = (
                self.say("Drawing the whole guide ...") if waits else self.say("There is no node to draw.")
            )
            self.head((Run(words, "title"),))
            return
        before = self._draft
        if before is not None and before.tree is tree and before.language == view.language:
            self.tell_about()
            return
        if before is None or before.tree is not tree:
            self._index = TreeIndex(tree)
        stays = before is not None and self._cursor in tree.nodes
        here = before.here if before is not None and before.here in tree.nodes else self._node_at(tree)
        self._draft = DrawnDraft(tree, view.language, view.interface, here)
        self.draw_anew(self._draft, (here,), self._cursor if stays else self._node_at(tree))

    @property
    def is_coming(self) -> bool:
        """Return whether a map will be drawn: just after the start the tree is not computed yet."""
        return self._draft is not None or self.view.assessment is None

    def _node_at(self, tree: Tree) -> str:
        """Return the node that the form shows; the root if it shows something else."""
        node = Address.of(self.editor.session.at or ("tree",)).node
        return next(name for name in (node or "", tree.root, *tree.nodes) if name in tree.nodes)

    def _place_of(self, node: str) -> DataPath:
        """Return the data path of a node; for one not written yet, of the first choice that names it."""
        if self.view.at(("nodes", node)) is not None:
            return ("nodes", node)
        arrivals = self.view.assessment.arrivals.get(node, ()) if self.view.assessment is not None else ()
        return (*arrivals[0], "to") if arrivals else ()

    def tell_about(self) -> None:
        """Move the cursor of the forms too, and describe the node."""
        node, place = self.looking_at, self._place_of(self.looking_at)
        if place and Address.of(self.editor.session.at or ("tree",)).node != node:
            self.editor.session.at = place
        view, glance = self.view, self.query_one("#glance", Pane)
        glance.show(side(view, ("nodes", node)) if self.is_wide else under_drawing(view, node))
        more = (Run(" "), Run(self.say("{n} more: Enter", n=glance.below), "key"), Run(" ──", "rule"))
        self.query_one("#under", Bar).show((), more if glance.below else ())

    def act_on_node(self) -> None:
        """Return to the forms, at this node."""
        place, node = self._place_of(self.looking_at), self.looking_at
        self.dismiss()
        self.editor.go_to(place)
        if place[:2] != ("nodes", node):
            self.editor.page.tell(self.say("{id} is not written yet; Enter writes it.", id=node), "warn")

    def action_open_drawn(self) -> None:
        """Return to the forms at the node under the cursor, once pending moves are made."""
        self.when_moved(self.act_on_node)
