"""Compare one edit, proven, saved and read back, with `tomllib.load` of the file, and with tomlkit if installed."""

import importlib
import importlib.util
import itertools
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

from bench.measuring import calls_side_by_side
from bench.report import Section
from bench.trees import tree_text, write_tree
from debttree.editing.document import apply, open_document
from debttree.editing.edits import Edit, InsertItem, Rename, Set
from debttree.editing.history import History
from debttree.editing.saving import save

NODES = 10_000
"""Number of nodes of the file, 5 MB, at which a slow edit is noticed."""


def run() -> Section:
    note = (
        f"Calls in one process, median of five, {NODES:,} nodes. An edit is applied to a document that is open; "
        "`saved` means proven by tomli, written atomically, and read back. tomlkit, run once, parses the file, "
        "sets one title and dumps."
    )
    section = Section("edit", "Editing a file", note)
    with tempfile.TemporaryDirectory() as folder:
        file = write_tree(Path(folder), NODES)
        measured = calls_side_by_side(_calls(file))
        if importlib.util.find_spec("tomlkit"):
            measured |= calls_side_by_side({"tomlkit": _tomlkit}, repeat=1)
    section.rows = [["what", "time"], *([name, str(time)] for name, time in measured.items())]
    load, saved = measured["tomllib.load"].seconds, measured["set a title, saved"].seconds
    section.budgets = [("one edit, saved and read back, against tomllib.load", saved / load, 0.3)]
    if "tomlkit" in measured:
        section.budgets.append(("the same against tomlkit", saved / measured["tomlkit"].seconds, 1))
    return section


def _calls(file: Path) -> dict[str, Callable[[], object]]:
    content = file.read_bytes()
    document = open_document(content, file.stem)
    history = History(document)
    count = itertools.count()
    title = ("nodes", f"n{NODES // 2}", "title", "en")
    choice = {"label": {"en": "A new way", "zh": "新的路"}, "to": "n1"}

    def load() -> None:
        with file.open("rb") as opened:
            tomllib.load(opened)

    def saved() -> None:
        history.do(Set(title, f"Changed {next(count)}"))
        save(history, file)

    def applied(edit: Edit) -> Callable[[], object]:
        return lambda: apply(document, edit)

    return {
        "tomllib.load": load,
        "open": lambda: open_document(content, file.stem),
        "set a title, saved": saved,
        "set a title, applied": applied(Set(title, "Changed")),
        "add a choice, applied": applied(InsertItem((*title[:2], "choices"), choice)),
        "rename a node, applied": applied(Rename(title[:2], "renamed")),
    }


def _tomlkit() -> object:
    tomlkit = importlib.import_module("tomlkit")  # not a dependency, so type checkers don't know it
    document = tomlkit.parse(tree_text(NODES))
    document["nodes"][f"n{NODES // 2}"]["title"]["en"] = "Changed"
    return tomlkit.dumps(document)
