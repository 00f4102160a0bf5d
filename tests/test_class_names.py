"""One word, one thing: a class name stands for one class, or this file says why it stands for two."""

import ast
from collections import defaultdict
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "debttree"

TWINS = {
    "Entry": "an entry of a list to pick from, and textual's word for a line to type in",
    "Form": "how a node is drawn on the map, and how a field of the editor is filled in",
    "Help": "the help of the explorer, and that of the editor",
    "Palette": "the palettes of explorer and editor, and the colours of a theme",
    "Spot": "where a box stands on the map, and where an item stands on a page",
    "Typing": "a page on which a text is typed, and a line to filter by",
    "Urgent": "a way of the model, and the screen that lists these",
    "Way": "a way through the graph, and the screen of the way walked",
}
"""Names that two modules give to a public class, each with what they stand for."""


def homes() -> dict[str, list[str]]:
    """The modules that define a public class of each name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in sorted(SOURCE.rglob("*.py")):
        for definition in ast.parse(file.read_text("utf-8")).body:
            if isinstance(definition, ast.ClassDef) and not definition.name.startswith("_"):
                found[definition.name].append(str(file.relative_to(SOURCE)))
    return found


def test_no_two_modules_define_a_public_class_of_one_name() -> None:
    twins = {name: files for name, files in homes().items() if len(files) > 1}
    assert sorted(twins) == sorted(TWINS)
