"""`debttree check` beside `tomllib.load` alone, and beside JSON-Schema linters, as whole processes."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measuring import Measured, side_by_side
from bench.report import Section
from bench.trees import write_tree

SIZES = (100, 1_000, 10_000, 50_000)
SLOW_BEYOND = 1_000
"""Nodes beyond which taplo is left out: it is quadratic, a minute at 10,000."""

_LOAD = "import sys, tomllib; tomllib.load(open(sys.argv[1], 'rb'))"


def run() -> Section:
    section = Section(
        "check",
        "Checking a file",
        "Whole processes, median of five (three at 50,000 nodes): wall clock and peak memory. The last column is a "
        "file with one warning in each hundredth node, where places have to be found.",
    )
    section.rows = [
        ["nodes", "tomllib.load", "debttree check", "check-jsonschema", "taplo lint", "check, with problems"]
    ]
    with tempfile.TemporaryDirectory() as folder:
        measured = {size: _measure(Path(folder), size) for size in SIZES}
    for size, figures in measured.items():
        cells = [
            str(figures.get(name, "-")) for name in ("tomllib", "check", "jsonschema", "taplo", "problems")
        ]
        section.rows.append([f"{size:,}", *cells])
    big, largest = measured[10_000], measured[50_000]
    section.budgets = [
        ("check against tomllib.load, 10,000 nodes", big["check"].seconds / big["tomllib"].seconds, 2),
        ("the same where places have to be found", big["problems"].seconds / big["tomllib"].seconds, 3),
        ("check against check-jsonschema, 10,000 nodes", big["check"].seconds / big["jsonschema"].seconds, 1),
        (
            "check against tomllib.load, 50,000 nodes",
            largest["check"].seconds / largest["tomllib"].seconds,
            2,
        ),
        (
            "the same where places have to be found",
            largest["problems"].seconds / largest["tomllib"].seconds,
            3,
        ),
    ]
    return section


def _measure(folder: Path, size: int) -> dict[str, Measured]:
    file = write_tree(folder, size)
    broken = folder / f"problems-{size}.toml"
    text = file.read_text("utf-8")
    for number in range(0, size, 100):
        text = text.replace(f"[nodes.n{number}]\n", f'[nodes.n{number}]\ntitel = "x"\n')
    broken.write_text(text, "utf-8")
    debttree = [sys.executable, "-m", "debttree", "check"]
    commands = {
        "tomllib": [sys.executable, "-c", _LOAD, str(file)],
        "check": [*debttree, str(file)],
        "problems": [*debttree, str(broken)],
    }
    schema = folder / "schema.json"
    schema.write_bytes(_schema())
    commands["jsonschema"] = [
        *(sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)),
        *("--default-filetype", "toml", str(file)),
    ]
    taplo = shutil.which("taplo")
    if taplo and size <= SLOW_BEYOND:
        commands["taplo"] = [taplo, "lint", str(file)]
    return side_by_side(commands, repeat=3 if size > 10_000 else 5)


def _schema() -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "debttree", "schema"], capture_output=True, check=True
    ).stdout
