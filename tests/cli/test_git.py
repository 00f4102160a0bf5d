"""What docs/authors/review.md says of git: the driver shows trees by meaning, and `git diff` ends well."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journey.test_tree_diff import GUIDE

REVIEW = Path(__file__).parents[2] / "docs" / "authors" / "review.md"
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def test_the_driver_of_the_docs_shows_a_tree_by_meaning(tmp_path: Path) -> None:
    def run(command: str) -> str:
        ended = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
        )
        return ended.stdout

    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "LANG": "en_GB.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    tree = tmp_path / "my-guide.toml"
    tree.write_text(GUIDE, "utf-8")
    run("git init -q . && git add . && git -c user.name=a -c user.email=a@b commit -qm one")
    tree.write_text(GUIDE.replace("15 days", "20 days"), "utf-8")
    commands = re.findall(r"^\$ (.*)$", REVIEW.read_text("utf-8"), re.MULTILINE)
    piped, configured, attributed = (command for command in commands if "git" in command or "*" in command)
    assert "[-15-]{+20+}" in run(piped.replace("HEAD~1", "HEAD"))
    run(f"{configured} && {attributed}")
    assert "[-15-]{+20+}" in run("git diff")
