"""The modules that a command loads: none of packages that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TREE = 'format = "debttree/1"\n[nodes.a]\ntitle = "A"\n'

PROGRAM = """
import sys, json
from debttree.cli.main import main
try:
    main(json.loads(sys.argv[1]))
except SystemExit:
    pass
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def modules_after(*arguments: str) -> set[str]:
    """Every module that a fresh process has loaded after one command."""
    import json

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(arguments)],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return set(done.stderr.split())


def test_the_version_pays_for_nothing() -> None:
    loaded = modules_after("--version")
    assert not {"argparse", "tomli", "tomllib", "gettext", "textual", "networkx", "debttree.model"} & loaded


@pytest.mark.parametrize("command", ["check", "prospects", "paths", "export", "walk"])
def test_a_command_of_text_pays_for_nothing_of_screens_and_graphs(command: str, tmp_path: Path) -> None:
    tree = tmp_path / "tree.toml"
    tree.write_text(TREE)
    rest = ["--path", "a"] if command == "export" else []
    loaded = modules_after(command, str(tree), *rest)
    assert "debttree.reading.reader" in loaded
    assert "tomli" in loaded
    assert not {"textual", "rich", "networkx", "tomllib", "asyncio"} & loaded


def test_neither_the_explorer_nor_opening_its_map_or_outline_loads_networkx() -> None:
    """It comes in a thread, after the first paint; a screen that needs the graph waits for that thread."""
    program = (
        "import sys, debttree.tui.app, debttree.tui.explorer.screens.map, "
        "debttree.tui.explorer.screens.outline, debttree.tui.explorer.screens.look; "
        "sys.exit('networkx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("lost", [False, True])
def test_check_asks_networkx_only_where_there_is_something_to_name(lost: bool, tmp_path: Path) -> None:
    tree = tmp_path / "tree.toml"
    tree.write_text(TREE + ('[nodes.b]\ntitle = "B"\n' if lost else ""))
    assert ("networkx" in modules_after("check", str(tree))) == lost


def test_every_package_says_what_it_is_for() -> None:
    for file in (ROOT / "src").rglob("*.py"):
        assert file.read_text("utf-8").startswith('"""'), f"{file} does not say what it is for"


def test_the_collector_and_the_turns_of_threads_are_changed_in_one_module() -> None:
    for file in (ROOT / "src").rglob("*.py"):
        if file.name != "gc_pause.py":
            words = file.read_text("utf-8")
            assert "import gc\n" not in words, f"{file} changes the collector itself"
            assert "switchinterval" not in words, f"{file} changes the switch interval itself"
