"""Streams that are closed, full, or hold what no encoding knows: one message at most, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.export.conftest import GUIDE

PROGRAM = Path(sys.executable).with_name("debttree")


def shell(command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of sh; $D is the program, $T a tree."""
    known = {**os.environ, "D": str(PROGRAM), "T": str(GUIDE), **environment}
    done = subprocess.run(["sh", "-c", command], env=known, capture_output=True, check=False, timeout=60)
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert b"Exception ignored" not in done.stderr, done.stderr.decode()
    return done


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ('"$D" trees >&-', 0),
        ('"$D" check /nowhere.toml 2>&-', 2),
        ('"$D" walk "$T" --private <&-', 0),
        ('"$D" "$T" <&- >&- 2>&-', 2),
        ('"$D" trees >/dev/full', 2),
        ('"$D" export "$T" --path start >/dev/full', 2),
        ('"$D" check /nowhere.toml 2>/dev/full', 2),
        ('"$D" --version >/dev/full', 2),
    ],
)
def test_closed_and_full_streams(command: str, status: int) -> None:
    assert shell(command).returncode == status


def test_a_full_disk_behind_stdout_is_said() -> None:
    assert b"Standard output cannot be written" in shell('"$D" trees --lang en >/dev/full').stderr


def test_bytes_of_another_encoding_are_an_answer_that_means_nothing() -> None:
    done = shell(
        'printf "\\xff\\xfe\\nq\\n" | "$D" walk "$T" --private --lang en', PYTHONIOENCODING="utf-8:strict"
    )
    assert done.returncode == 0
    assert b"means nothing here" in done.stdout
