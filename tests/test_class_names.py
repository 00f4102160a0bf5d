"""One word, one thing: a class name stands for one class, or this file says why it stands for two."""

import ast
from collections import defaultdict
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "debttree"

TWINS = dict.fromkeys(
    ("Staged", "Alarm", "Tether"),
    "one for POSIX, one for Windows: system/files.py and its neighbours take one",
)
"""Names that two modules give to a public class, each with the reason why neither can be called otherwise."""


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
