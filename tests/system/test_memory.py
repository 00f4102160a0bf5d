"""Large pieces go back to the system when they are freed."""

import platform
import subprocess
import sys

import pytest

AMONG_SMALL_ONES = """
import sys
from pathlib import Path
from debttree.system.memory import return_large_pieces

def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))

if sys.argv[1] == "returned":
    return_large_pieces()
    return_large_pieces()
first = b"x" * (8 << 20)
del first  # from now on glibc would keep pieces of this size
held = []
for _ in range(32):
    held += [b"x" * (2 << 20), b"x" * 100_000]
full = resident()
held = held[1::2]
print(full - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc's allocator has the setting")
def test_large_pieces_between_small_ones_are_returned_once_they_are_free() -> None:
    kept, returned = (
        int(
            subprocess.run(
                [sys.executable, "-c", AMONG_SMALL_ONES, how], capture_output=True, check=True
            ).stdout
        )
        for how in ("kept", "returned")
    )
    assert returned >= 60  # of 64 MiB
    assert returned > kept
