"""An earlier version of the program, to be measured beside today's: `make bench BASE=477423d` builds it."""

import os
from pathlib import Path

NAME = os.environ.get("BASE", "")
"""The commit that it was built from; empty: there is none."""

FOLDER = Path(__file__).parents[1] / "build" / f"base-{NAME}" / ".venv" / "bin"

PYTHON = str(FOLDER / "python")
PROGRAM = str(FOLDER / "debttree")
