"""Measure time and memory of processes and calls; the median counts, because machines are noisy."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Seconds of wall clock (median) and peak resident memory in MiB."""

    seconds: float
    mebibytes: float = 0.0

    def __str__(self) -> str:
        memory = f", {self.mebibytes:.0f} MiB" if self.mebibytes else ""
        return f"{self.seconds * 1000:.0f} ms{memory}"


def side_by_side(commands: Mapping[str, Sequence[str]], repeat: int = 5) -> dict[str, Measured]:
    """Run each command `repeat` times, in turn, so that a slow minute slows all of them."""
    found: dict[str, list[Measured]] = {name: [] for name in commands}
    for _ in range(repeat):
        for name, command in commands.items():
            found[name].append(_process(command))
    return {
        name: Measured(
            statistics.median(run.seconds for run in runs), statistics.median(run.mebibytes for run in runs)
        )
        for name, runs in found.items()
    }


def _process(command: Sequence[str]) -> Measured:
    if sys.platform == "win32":
        raise NotImplementedError
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return Measured(time.perf_counter() - start, usage.ru_maxrss / 1024)


def calls_side_by_side(
    calls: Mapping[str, Callable[[], object]],
    repeat: int = 5,
    typical: Callable[[list[float]], float] = statistics.median,
) -> dict[str, Measured]:
    """Time calls in this process in the same way; use `min` to exclude the influence of other processes."""
    found: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(repeat):
        for name, call in calls.items():
            start = time.perf_counter()
            call()
            found[name].append(time.perf_counter() - start)
    return {name: Measured(typical(times)) for name, times in found.items()}
