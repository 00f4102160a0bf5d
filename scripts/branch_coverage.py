"""How much of each inner room its own tests run through: lines and branches, each at least 95 %.

    python scripts/branch_coverage.py [ROOM ...]

A room is measured by `tests/ROOM` alone, so that nothing counts as tested that another room's tests only pass by.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOMS = ("model", "reading", "analysis", "storage", "editing", "journey")
LEAST = 95.0


def main(rooms: list[str]) -> int:
    """Measure, print a line for each room; 1 where a test fails or a room falls short."""
    print(f"{'room':<10}{'lines':>8}{'branches':>10}   not taken")
    return max([_measured(room) for room in rooms or ROOMS])


def _measured(room: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        data, report = f"--data-file={folder}/data", Path(folder) / "report.json"
        tests = ["-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/{room}"]
        run = _coverage("run", data, "--branch", *tests)
        if run.returncode:
            print(run.stdout[-4_000:])
            return 1
        include = f"--include=src/debttree/{room}/*"
        _coverage("json", data, include, "-o", str(report)).check_returncode()
        found = json.loads(report.read_text())
    totals = found["totals"]
    lines = _percent(totals["covered_lines"], totals["num_statements"])
    branches = _percent(totals["covered_branches"], totals["num_branches"])
    missing = totals["num_branches"] - totals["covered_branches"]
    files = [Path(name).name for name, file in found["files"].items() if file["missing_branches"]]
    print(
        f"{room:<10}{lines:>7.1f}%{branches:>9.1f}%   {missing} of {totals['num_branches']} {', '.join(files)}"
    )
    return int(min(lines, branches) < LEAST)


def _percent(covered: int, there: int) -> float:
    return 100.0 * covered / there if there else 100.0


def _coverage(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "coverage", *arguments], capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
