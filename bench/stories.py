"""Compare `debttree test` on 1,000 stories of the bundled tree with `debttree check` on 10,000 nodes, as processes."""

import shutil
import sys
import tempfile
from pathlib import Path

from bench.measuring import side_by_side
from bench.report import Section
from bench.trees import write_tree

STORIES = 1_000
NODES = 10_000
TREES = Path(__file__).parents[1] / "trees"
NAME = "alipay-overdue"


def run() -> Section:
    section = Section(
        "stories",
        "Stories",
        f"Whole processes, median of five: wall clock and peak memory. {STORIES:,} stories are those of the bundled "
        "tree, again and again under other names.",
    )
    with tempfile.TemporaryDirectory() as folder:
        stories = _write_stories(Path(folder))
        debttree = [sys.executable, "-m", "debttree"]
        measured = side_by_side(
            {
                "check": [*debttree, "check", str(write_tree(Path(folder), NODES))],
                "test": [*debttree, "test", str(stories)],
            }
        )
    section.rows = [
        ["what", "time, memory"],
        [f"check, {NODES:,} nodes", str(measured["check"])],
        [f"test, {STORIES:,} stories", str(measured["test"])],
    ]
    ratio = measured["test"].seconds / measured["check"].seconds
    section.budgets = [(f"{STORIES:,} stories against check of {NODES:,} nodes", ratio, 2)]
    return section


def _write_stories(folder: Path) -> Path:
    """Write the bundled tree with as many stories beside it; return their file."""
    shutil.copy(TREES / f"{NAME}.toml", folder)
    head, *told = (TREES / f"{NAME}.stories.toml").read_text("utf-8").split("[[story]]\n")
    again = [
        told[number % len(told)].replace('name = "', f'name = "{number}: ', 1) for number in range(STORIES)
    ]
    file = folder / f"{NAME}.stories.toml"
    file.write_text("[[story]]\n".join([head, *again]), "utf-8")
    return file
