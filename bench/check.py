"""Compare `debttree check` with `tomllib.load` alone, and with JSON-Schema linters, as whole processes."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench import base
from bench.measuring import Measured, side_by_side
from bench.report import Section
from bench.trees import write_tree

SIZES = (100, 1_000, 10_000, 50_000)
LARGEST = 50_000
SLOW_BEYOND = 1_000
"""Number of nodes above which taplo is left out: its time is quadratic, a minute for 10,000."""

_LOAD = "import sys, tomllib; tomllib.load(open(sys.argv[1], 'rb'))"

_LOOP = """
[nodes.here]
title = { en = "Here", zh = "这里" }
choices = [{ label = { en = "There", zh = "去那里" }, to = "there" }]
[nodes.there]
title = { en = "There", zh = "那里" }
choices = [{ label = { en = "Here", zh = "来这里" }, to = "here" }]
"""


def run() -> Section:
    section = Section(
        "check",
        "Checking a file",
        "Whole processes, median of five (one at 50,000 nodes): wall clock and peak memory. `with problems`: one "
        "warning in each hundredth node, where places have to be found. `with a loop`: two nodes that lead to each "
        "other and nowhere else, for which the graph is asked."
        + (f" The last column is {base.NAME}." if base.NAME else ""),
    )
    section.rows = [
        [
            "nodes",
            "tomllib.load",
            "debttree check",
            "check-jsonschema",
            "taplo lint",
            "with problems",
            "with a loop",
        ]
    ]
    section.rows[0] += [f"{base.NAME}: check"] if base.NAME else []
    with tempfile.TemporaryDirectory() as folder:
        measured = {size: _measure(Path(folder), size) for size in SIZES}
    for size, figures in measured.items():
        cells = [
            str(figures.get(name, "-"))
            for name in ("tomllib", "check", "jsonschema", "taplo", "problems", "loop")
        ]
        cells += [str(figures["base"])] if base.NAME else []
        section.rows.append([f"{size:,}", *cells])
    small, big, largest = measured[100], measured[10_000], measured[LARGEST]
    section.budgets = [
        ("check against tomllib.load, 10,000 nodes", _ratio(big, "check", "tomllib"), 0.85),
        ("the same where places have to be found", _ratio(big, "problems", "tomllib"), 1.2),
        ("the same where the graph is asked", _ratio(big, "loop", "tomllib"), 1.4),
        ("check against check-jsonschema, 100 nodes", _ratio(small, "check", "jsonschema"), 0.5),
        ("the same where the graph is asked", _ratio(small, "loop", "jsonschema"), 0.9),
        ("check against check-jsonschema, 10,000 nodes", _ratio(big, "check", "jsonschema"), 1),
        ("check against tomllib.load, 50,000 nodes", _ratio(largest, "check", "tomllib"), 1),
        ("the same where places have to be found", _ratio(largest, "problems", "tomllib"), 1.3),
    ]
    return section


def _ratio(figures: dict[str, Measured], ours: str, theirs: str) -> float:
    return figures[ours].seconds / figures[theirs].seconds


def _measure(folder: Path, size: int) -> dict[str, Measured]:
    file = write_tree(folder, size)
    broken = folder / f"problems-{size}.toml"
    text = file.read_text("utf-8")
    for number in range(0, size, 100):
        text = text.replace(f"[nodes.n{number}]\n", f'[nodes.n{number}]\ntitel = "x"\n')
    broken.write_text(text, "utf-8")
    loop = folder / f"loop-{size}.toml"
    loop.write_text(file.read_text("utf-8") + _LOOP, "utf-8")
    debttree = [sys.executable, "-m", "debttree", "check"]
    commands = {
        "tomllib": [sys.executable, "-c", _LOAD, str(file)],
        "check": [*debttree, str(file)],
        "problems": [*debttree, str(broken)],
        "loop": [*debttree, str(loop)],
    }
    if base.NAME:
        commands["base"] = [base.PYTHON, "-m", "debttree", "check", str(file)]
    schema = folder / "schema.json"
    schema.write_bytes(_schema())
    commands["jsonschema"] = [
        *(sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)),
        *("--default-filetype", "toml", str(file)),
    ]
    taplo = shutil.which("taplo")
    if taplo and size <= SLOW_BEYOND:
        commands["taplo"] = [taplo, "lint", str(file)]
    if size == LARGEST:
        del commands["jsonschema"]
    return side_by_side(commands, repeat=1 if size == LARGEST else 5)


def _schema() -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "debttree", "schema"], capture_output=True, check=True
    ).stdout
