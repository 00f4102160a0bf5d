"""Move a thing up or down among its siblings."""

from debttree.editing.edits import Edit, MoveItem, SetRoot
from debttree.model import Address, DataPath
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.subjects import items, table
from debttree.tui.editor.view import View


def shift(page: Page, path: DataPath, by: int) -> None:
    """Move a choice, a checklist item, a deadline, an urgent entry or a declared thing.

    Args:
        page: the page with the item.
        path: data path of the thing, or of a field of it.
        by: number of places down; negative: up.
    """
    address = Address.of(path)
    if address.part is None and address.is_declared:
        _shift_declared(page, path, by)
        return
    item = address.part or (address.subject if address.table == "urgent" else None)
    if item is None:
        page.tell(page.say("The settings of the tree have their place."))
        return
    index = int(item[-1]) + by
    if 0 <= index < len(items(page.view.at(item[:-1]))) and page.editor.do_all(MoveItem(item, index)):
        page.editor.return_to((*item[:-1], index, *path[len(item) :]))


def _shift_declared(page: Page, path: DataPath, by: int) -> None:
    view, subject = page.view, path[:2]
    names = list(table(view.data.get(str(subject[0]))))
    beside = page.editor.beside(subject, by)
    if beside is None:
        return
    index = names.index(str(beside[1]))
    if page.editor.do_all(_root_kept(view, subject, names, index), MoveItem(subject, index)):
        page.editor.return_to(path)


def _root_kept(view: View, subject: DataPath, names: list[str], index: int) -> Edit | None:
    """Return the edit that keeps the root if the root is implied by being first in the file and would change."""
    says_root = "root" in table(view.data.get("tree"))
    if subject[0] != "nodes" or says_root or 0 not in (index, names.index(str(subject[1]))):
        return None
    return SetRoot(names[0])
