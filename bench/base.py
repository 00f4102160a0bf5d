"""An earlier version of the program to compare with: `make bench BASE=477423d` builds it."""

import os
from pathlib import Path

NAME = os.environ.get("BASE", "")
"""The commit that it was built from; empty if there is none."""

FOLDER = Path(__file__).parents[1] / "build" / f"base-{NAME}" / ".venv" / "bin"

PYTHON = str(FOLDER / "python")
PROGRAM = str(FOLDER / "debttree")
