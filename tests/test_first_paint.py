"""The modules loaded before the first paint: every library that is allowed, with the reason."""

import subprocess
import sys
from pathlib import Path

FOREIGN = {
    "tomli": "it reads the tree",
    "platformdirs": "it says where journeys and settings are kept",
    "textual": "it draws the screen",
    "rich": "textual measures and colours text with it",
    "typing_extensions": "textual asks for it",
}
"""The allowed third-party libraries. tomli's compiled part is a module with a number for a name."""

LATER = ("debttree.editing", "debttree.tui.editor", "debttree.tui.kit.map", "debttree.storage.journal")
"""Packages of debttree that the first page does not need."""

UNUSED = ("networkx", "icalendar", "holidays", "sqlite3", "http", "xml", "email", "unittest")
"""Large modules that might be imported by accident."""

_PROGRAM = """
import asyncio, sys
import debttree.cli.commands.explore as command
from debttree.cli.main import main
from debttree.tui import launch

def run(app, mode):
    from debttree.tui.explorer.mode import Explorer
    def painted(explorer):
        print(*sys.modules)
        app.exit()
    Explorer._begin_to_think = painted  # what is called after the first paint
    app.start_with(mode)
    asyncio.run(app.run_async(headless=True, size=(120, 36)))
    return 0

launch._run = run
command.need_terminal = lambda *_: None
main(["--private", "--lang", "zh", sys.argv[1]])
"""


def test_every_library_that_is_loaded_before_the_first_paint_is_in_the_list() -> None:
    tree = Path(__file__).parents[1] / "trees" / "tutorial.toml"
    command = [sys.executable, "-c", _PROGRAM, str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    tops = {name.partition(".")[0] for name in loaded}
    foreign = {name for name in tops if name not in sys.stdlib_module_names and not name.endswith("__mypyc")}
    of_this_python = {"debttree", "sitecustomize"}  # Debian's Python brings the latter
    assert {name for name in foreign if not name.startswith("_")} - of_this_python == FOREIGN.keys()
    assert tops.isdisjoint(UNUSED)
    assert not [name for name in loaded if name.startswith(LATER)]
