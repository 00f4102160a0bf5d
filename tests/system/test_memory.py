"""Freed memory goes back to the system."""

import platform
import subprocess
import sys

import pytest

AMONG_SMALL_ONES = """
from pathlib import Path
from debttree.system.memory import return_free_memory

def resident():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS"))

first = b"x" * (8 << 20)
del first  # from now on glibc keeps pieces of this size
held = []
for _ in range(32):
    held += [b"x" * (2 << 20), b"x" * 100_000]
held = held[1::2]
kept = resident()
return_free_memory()
print(kept - resident())
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc's allocator has the call")
def test_large_pieces_between_small_ones_are_returned() -> None:
    done = subprocess.run([sys.executable, "-c", AMONG_SMALL_ONES], capture_output=True, check=True)
    assert int(done.stdout) >= 60  # MiB of 64
