"""What a lawyer is handed for review never drifts from the trees."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_reading_lists_are_up_to_date() -> None:
    script = ROOT / "scripts" / "reading_list.py"
    done = subprocess.run([sys.executable, str(script), "check"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reading_list_holds_texts_in_both_languages_and_the_numbers() -> None:
    text = (ROOT / "docs" / "content" / "reading-list.md").read_text("utf-8")
    assert "`plan-agreed`: 方案谈成了 · A plan is agreed" in text
    assert "S: S1, S2" in text
