"""Compare explorer and editor with a minimal Textual app in a pseudo-terminal: start, keys, steps, memory."""

import datetime as dt
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.pty.terminal import PROGRAM, Terminal

from bench import base
from bench.report import Section
from bench.trees import write_tree
from debttree.analysis.checking import check_file
from debttree.storage.library import DEFAULT_TREE, find_tree

SIZE = (120, 36)
STARTS = 15
"""Number of starts of compared peers. On a busy machine a start takes 1.5 times as long, so that many are needed to
find an undisturbed one."""
FEW_STARTS = 5
"""Number of starts of the other peers, which take seconds."""
KEYS = 100
"""Number of presses of two keys; their 95th percentile is reported. Of 40, two slow moments decided it."""
KEYS_AT_ONCE = 40
"""Number of presses while a tree is being read, which takes a second."""
_A_FEW = 10
"""Presses until another program has its turn."""
_MOVES = ("down", "up")

EDITS = 10
"""Made before memory is measured."""

_QUIET = 0.1
"""Seconds without output after which a frame counts as finished: several times the duration of a frame."""

_BETWEEN = 0.025
"""Seconds without output after which the answer to a key counts as given while a tree is being read: what has been
found meanwhile is painted 30 ms later or more, and would count as the key's with a longer one."""

_LAST_ROW = f"第{SIZE[1] - 4}步"
"""In the list of the editor, which is painted together with the form."""

_TO_CHOICE = 10
"""Number of fields before the first choice in the form of a generated node."""

BARE, OURS = "bare Textual app", f"explorer, {DEFAULT_TREE}"
LARGE, EDITOR = "explorer, 10,000 nodes", "editor, 10,000 nodes"

_NOW = ("--now", "2026-11-23")


@dataclass(frozen=True)
class Peer:
    """A program to measure.

    Attributes:
        ready: text on the screen once it is completely painted.
        known: text on it once the problems of the whole file are known too; empty: none are looked for.
        step: two keys that make a step and undo it.
        before_step: keys that move the cursor to where the step is made.
        settles: keys after which all background work of a start is done.
        starts: number of starts.
    """

    name: str
    program: str
    arguments: tuple[str, ...]
    ready: str
    step: tuple[str, str]
    before_step: tuple[str, ...] = ()
    known: str = ""
    settles: tuple[str, ...] = ()
    starts: int = STARTS


@dataclass
class Figures:
    """The figures of a peer: times in seconds, memory in MiB."""

    start: float
    known: float
    coming: float
    cursor: float
    step: float
    mebibytes: float


def run() -> Section:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        peers = _peers(Path(folder))
        found = {peer.name: figures for peer, figures in zip(peers, _measured(peers), strict=True)}
    section = Section(
        "explorer",
        "The explorer and the editor",
        f"In a pseudo-terminal of {SIZE[0]}x{SIZE[1]}, in turn. Start: to the first full paint, best of {STARTS} "
        f"({FEW_STARTS} at 10,000 nodes). Problems: until the editor has counted those of the whole file. "
        f"Key at once: the slowest of {KEYS_AT_ONCE} from the first paint on, while a large tree is still being read "
        "or checked. "
        f"Keys: to the last byte of the frame, 95th percentile of {KEYS}. A step of the bare app is "
        "`Markdown.update` with the texts of the same two nodes; a step of the editor moves a choice up or down. "
        f"Memory: of the editor after {EDITS} edits, once they are proven and assessed.",
    )
    section.rows = [["", "start", "problems", "key at once", "cursor key", "step", "memory"]]
    for name, figures in found.items():
        times = [
            f"{seconds * 1000:.0f} ms" if seconds else ""
            for seconds in (figures.start, figures.known, figures.coming, figures.cursor, figures.step)
        ]
        section.rows.append([name, *times, f"{figures.mebibytes:.0f} MiB"])
    bare, ours, large, editor = (found[name] for name in (BARE, OURS, LARGE, EDITOR))
    section.budgets = [
        ("start against the bare app", ours.start / bare.start, 1.35),
        ("start at 10,000 nodes against the bare app", large.start / bare.start, 2.5),
        ("start of the editor at 10,000 nodes against the bare app", editor.start / bare.start, 4.5),
        ("milliseconds for a key while 10,000 nodes are still being read", large.coming * 1000, 100),
        ("milliseconds for a key while its problems are being found", editor.coming * 1000, 100),
        ("cursor key against the bare app", ours.cursor / bare.cursor, 1),
        ("cursor key at 10,000 nodes against the bare app", large.cursor / bare.cursor, 1),
        ("step against the bare app", ours.step / bare.step, 0.5),
        ("cursor key in the editor at 10,000 nodes against the bare app", editor.cursor / bare.cursor, 3),
        ("an edit at 10,000 nodes against the bare app's step", editor.step / bare.step, 1),
        ("memory at 10,000 nodes against the bare app", large.mebibytes / bare.mebibytes, 3.2),
        ("memory of the editor after its edits", editor.mebibytes / bare.mebibytes, 4),
    ]
    return section


_COMMON = ("--lang", "zh", "--private", *_NOW)


def own_and_bare(folder: Path) -> list[Peer]:
    """Return the minimal app and the explorer, which show the same two nodes; their files are written to a folder."""
    tree = check_file(find_tree(DEFAULT_TREE), dt.date(2026, 11, 23)).tree
    assert tree is not None
    root = tree.nodes[tree.root]
    texts = [tree.words(tree.nodes[node].text, "zh") for node in (tree.root, root.choices[0].to)]
    (folder / "texts.json").write_text(json.dumps(texts), "utf-8")
    last = tree.words(root.choices[-1].label, "zh")
    bare = str(Path(__file__).with_name("bare_app.py"))
    return [
        Peer(BARE, sys.executable, (bare, str(folder / "texts.json")), "choice 8", ("n", "n")),
        Peer(OURS, PROGRAM, (*_COMMON, DEFAULT_TREE), last, ("1", "left")),
    ]


def _peers(folder: Path) -> list[Peer]:
    large = str(write_tree(folder, 10_000))
    peers = [*own_and_bare(folder), *_large_peers(PROGRAM, (*_COMMON, large))]
    if base.NAME:
        peers += _large_peers(base.PROGRAM, (*_COMMON, large), f"{base.NAME}: ")
    return peers


def _large_peers(program: str, arguments: tuple[str, ...], prefix: str = "") -> list[Peer]:
    """Return explorer and editor with a large tree."""
    return [
        Peer(
            prefix + LARGE, program, arguments, "›1 ", ("1", "left"), settles=("1", "left"), starts=FEW_STARTS
        ),
        Peer(
            *(prefix + EDITOR, program, ("edit", *arguments), _LAST_ROW),
            known="0 个问题",
            step=("J", "K"),  # an edit: move the choice under the cursor down, and up again
            before_step=("down", "enter", *["down"] * _TO_CHOICE),
            starts=FEW_STARTS,
        ),
    ]


def _measured(peers: Sequence[Peer]) -> list[Figures]:
    """Measure all peers in turn, so that a slow minute slows all of them."""
    starts: list[list[tuple[float, float]]] = [[] for _ in peers]
    for number in range(STARTS):
        for peer, times in zip(peers, starts, strict=True):
            if number < peer.starts:
                times.append(_start(peer))
    with ExitStack() as open_ones:
        begun = [_begin(peer, open_ones) for peer in peers]
        cursors = _in_turn([terminal for terminal, _ in begun])
        figures = []
        for peer, times, (terminal, coming), cursor in zip(peers, starts, begun, cursors, strict=True):
            start, known = (min(moments) for moments in zip(*times, strict=True))
            step, mebibytes = _edit(peer, terminal)
            figures.append(Figures(start, known, coming, cursor, step, mebibytes))
    return figures


def _begin(peer: Peer, open_ones: ExitStack) -> tuple[Terminal, float]:
    """Start a program, press keys at once, and wait until all that goes on behind them is done."""
    terminal = open_ones.enter_context(running(peer))
    paint(terminal, lambda: None)
    coming = max(_presses(terminal, _MOVES * (KEYS_AT_ONCE // 2), _BETWEEN))
    terminal.wait(peer.known)
    _presses(terminal, peer.settles)
    return terminal, coming


def _in_turn(terminals: Sequence[Terminal]) -> list[float]:
    """Move the cursor of each program, a few times each in turn, so that a slow moment slows all of them."""
    times: list[list[float]] = [[] for _ in terminals]
    for _ in range(KEYS // _A_FEW):
        for terminal, found in zip(terminals, times, strict=True):
            found += _presses(terminal, _MOVES * (_A_FEW // 2))
    return [_late(found) for found in times]


def _edit(peer: Peer, terminal: Terminal) -> tuple[float, float]:
    """Return the seconds that a step or an edit takes, and the memory after the first `EDITS` of them."""
    _presses(terminal, (*peer.before_step, *peer.step * (EDITS // 2)))
    _until_quiet(terminal)
    mebibytes = _resident(terminal.pid)
    return _late(_presses(terminal, peer.step * (KEYS // 2))), mebibytes


def _start(peer: Peer) -> tuple[float, float]:
    """Return the seconds until a program is painted, and until it knows the problems; 0 if it looks for none."""
    began = time.perf_counter()
    with running(peer) as terminal:
        painted = time.perf_counter() - began
        terminal.wait(peer.known)
        known = time.perf_counter() - began if peer.known else 0.0
        paint(terminal, lambda: None)
    return painted, known


@contextmanager
def running(peer: Peer) -> Iterator[Terminal]:
    """Start a program and wait until it is completely painted."""
    with Terminal(*peer.arguments, size=SIZE, program=peer.program, cold=True) as terminal:
        terminal.wait(peer.ready)
        yield terminal


def _presses(terminal: Terminal, keys: Sequence[str], quiet: float = _QUIET) -> list[float]:
    """Press keys one after the other, and return the seconds of each."""
    return [paint(terminal, lambda key=key: terminal.press(key), quiet) for key in keys]  # type: ignore[misc]


def _late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


def paint(terminal: Terminal, act: Callable[[], None], quiet: float = _QUIET) -> float:
    """Return the seconds from an act to its last byte of output, behind which there is none for some seconds."""
    began = last = time.perf_counter()
    act()
    while terminal.reads(quiet if last > began else 5 * _QUIET):
        last = time.perf_counter()
    return last - began


def _until_quiet(terminal: Terminal) -> None:
    """Until what goes on in the background is done, as far as the processor tells."""
    used = -1.0
    while used < (used := _processor_time(terminal.pid)):
        while terminal.reads(1.0):
            pass


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return float(fields[11]) + float(fields[12])


def _resident(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
