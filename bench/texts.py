"""Compare texts that are hard to lay out with plain ones of the same size, in a pseudo-terminal."""

import os
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.pty.terminal import PROGRAM, Terminal

from bench.explorer import SIZE, paint
from bench.report import Section

ROUNDS = 9
"""Number of starts of each, in turn; the median counts."""

STEPS = 4
"""Number of steps to the text in each round."""

_MILLION = 999_000
_SHORT = 24_000
_WORDS = "keep every letter with its date "

TEXTS = {
    "1 MB of words": (_WORDS * (_MILLION // len(_WORDS)))[:_MILLION],
    "1 MB without a space": "x" * _MILLION,
    "24 kB of words": (_WORDS * (_SHORT // len(_WORDS)))[:_SHORT],
    "24 kB with 8,000 runs of emphasis": "a**b**" * (_SHORT // 6),
}
"""Each plain text, followed by the hard one of the same size."""

LIMIT = 1.5


@dataclass
class Figures:
    """The seconds to the first paint, from a key to the first byte of the text's node, and from Ctrl+Q to the end."""

    starts: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    @property
    def medians(self) -> tuple[float, float, float]:
        return median(self.starts), median(self.steps), median(self.ends)


def run() -> Section:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CONFIG_HOME"] = folder
        files = {
            name: _write(Path(folder), number, text) for number, (name, text) in enumerate(TEXTS.items())
        }
        found = {name: Figures() for name in TEXTS}
        for _ in range(ROUNDS):
            for name, file in files.items():
                _measure(file, found[name])
    section = Section(
        "texts",
        "Texts that are hard to lay out",
        f"In a pseudo-terminal of {SIZE[0]}x{SIZE[1]}, in turn, the median of {ROUNDS} starts and {ROUNDS * STEPS} "
        "steps. Start: to the first full paint of a node with that text. Step: from a key to its first paint.",
    )
    section.rows = [["", "start", "step", "Ctrl+Q"]]
    for name, figures in found.items():
        section.rows.append([name, *(f"{seconds * 1000:.0f} ms" for seconds in figures.medians)])
    names = list(TEXTS)
    for plain, hard in zip(names[::2], names[1::2], strict=True):
        ratios = zip(found[hard].medians, found[plain].medians, strict=True)
        for what, (ours, theirs) in zip(("start", "step", "Ctrl+Q"), ratios, strict=True):
            section.budgets.append((f"{hard} against {plain}: {what}", ours / theirs, LIMIT))
    return section


def _write(folder: Path, number: int, text: str) -> Path:
    file = folder / f"text-{number}.toml"
    file.write_text(
        'format = "debttree/1"\n'
        f'[nodes.a]\ntitle = "Start"\ntext = """{text}"""\nchoices = [{{ label = "go on", to = "b" }}]\n'
        '[nodes.b]\ntitle = "Between"\nchoices = [{ label = "further", to = "c" }]\n'
        '[nodes.c]\ntitle = "The end"\n',
        "utf-8",
    )
    return file


def _measure(file: Path, figures: Figures) -> None:
    began = time.perf_counter()
    arguments = ("--lang", "en", "--private", "--now", "2026-11-23", str(file))
    with Terminal(*arguments, size=SIZE, program=PROGRAM, cold=True) as terminal:
        _shows(terminal, 0)
        figures.starts.append(time.perf_counter() - began)
        for _ in range(STEPS):
            paint(terminal, lambda: terminal.press("1"))
            began, before = time.perf_counter(), len(terminal.raw)
            terminal.press("left")
            _shows(terminal, before)
            figures.steps.append(time.perf_counter() - began)
        began = time.perf_counter()
        terminal.press("ctrl+q")
        terminal.ends()
        figures.ends.append(time.perf_counter() - began)


def _shows(terminal: Terminal, start: int) -> None:
    """Return the seconds until the choice below the text is output; the screen is not emulated meanwhile."""
    terminal.until(lambda: b"go on" in terminal.raw[start:], "go on")
