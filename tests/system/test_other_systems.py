"""The tests of a room pass with all taken away that another system lacks, and what is taken away is what it lacks."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.other_system import SYSTEMS, lacking

ROOT = Path(__file__).parents[2]

SAMPLE = ("tests/storage/test_atomic.py", "tests/storage/test_in_place.py", "tests/system/test_windows.py")
"""`make other-systems` runs them all."""


@pytest.mark.skipif(sys.platform != "linux", reason="takes away what Linux has")
def test_what_is_taken_away_stands_in_typeshed() -> None:
    assert {"fork", "O_TMPFILE", "geteuid", "pwrite"} <= lacking("os", "win32")
    assert {"SIGHUP", "SIGALRM", "pthread_sigmask"} <= lacking("signal", "win32")
    assert "AF_UNIX" in lacking("socket", "win32")
    assert "flock" in lacking("fcntl", "win32")
    assert {"O_TMPFILE", "listxattr"} <= lacking("os", "darwin")
    assert not {"open", "replace", "fsync"} & (lacking("os", "win32") | lacking("os", "darwin"))
    assert "geteuid" not in lacking("os", "darwin")


@pytest.mark.skipif(sys.platform != "linux", reason="takes away what Linux has")
@pytest.mark.parametrize("system", SYSTEMS)
def test_files_are_saved_as_well_without_it(system: str) -> None:
    plugin = ["-p", "tests.other_system", "--system", system, "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", *plugin, *SAMPLE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
