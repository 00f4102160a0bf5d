"""The pages about keys are made from the table of actions, and current."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def test_the_pages_about_keys_are_current() -> None:
    run = subprocess.run(
        [sys.executable, "scripts/keys.py", "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout
