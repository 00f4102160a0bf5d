"""Compare cold starts, with no file of the program in the page cache, with those of a minimal app."""

import os
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

import debttree
from bench.explorer import BARE, OURS, Peer, own_and_bare, running
from bench.report import Section
from debttree.storage.library import DEFAULT_TREE, find_tree

ROUNDS = 5


def run() -> Section:
    """Measure both in turn, each after a warm start, so that bytecode has been written."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        peers = own_and_bare(Path(folder))
        warm: dict[str, list[float]] = {peer.name: [] for peer in peers}
        cold: dict[str, list[float]] = {peer.name: [] for peer in peers}
        for _ in range(ROUNDS):
            for peer in peers:
                warm[peer.name].append(_start(peer))
                forget(_files())
                cold[peer.name].append(_start(peer))
    section = Section(
        "cold",
        "Cold starts",
        f"To the first full paint, median of {ROUNDS} in turn. Cold: behind the system's being told to forget every "
        "file of Python's library, of the libraries installed and of the program (`posix_fadvise`, which needs no "
        "right of its own; what other processes have mapped stays).",
    )
    section.rows = [["", "warm", "cold"]]
    section.rows += [
        [name, f"{median(warm[name]) * 1000:.0f} ms", f"{median(cold[name]) * 1000:.0f} ms"] for name in warm
    ]
    section.budgets = [
        ("cold start against the bare app's", median(cold[OURS]) / median(cold[BARE]), 1.5),
    ]
    return section


def _start(peer: Peer) -> float:
    began = time.perf_counter()
    with running(peer):
        return time.perf_counter() - began


def _files() -> Iterator[Path]:
    """Yield every file that a start can read."""
    paths = sysconfig.get_paths()
    for folder in (Path(paths["stdlib"]), Path(paths["purelib"]), Path(debttree.__file__).parent):
        for file in folder.rglob("*"):
            if "site-packages" not in file.relative_to(folder).parts and file.is_file():
                yield file
    yield from (Path(sys.executable), find_tree(DEFAULT_TREE))


def forget(files: Iterable[Path]) -> None:
    """Tell the system to drop files from the page cache."""
    if sys.platform != "linux":
        raise NotImplementedError
    for file in files:
        descriptor = os.open(file, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)
