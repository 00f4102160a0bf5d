"""Measure the list of people: the time from `J` to its first paint, with 500 people and with none."""

import os
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.pty.terminal import PROGRAM, Terminal

from bench.explorer import SIZE, paint
from bench.people import TODAY, guide, keep_people
from bench.report import Section

PEOPLE = 500
ROUNDS = 9


def run() -> Section:
    """Measure both in turn; the rows of the 500 people arrive after the first paint."""
    with tempfile.TemporaryDirectory() as folder:
        states = {count: Path(folder) / str(count) for count in (0, PEOPLE)}
        for count, state in states.items():
            state.mkdir()
            os.environ["XDG_STATE_HOME"] = str(state)
            keep_people(guide(), count)
        opened: dict[int, list[float]] = {count: [] for count in states}
        full = []
        for _ in range(ROUNDS):
            for count, state in states.items():
                first, last = _opened(state, count)
                opened[count].append(first)
                full += [last] if count else []
    empty, many = min(opened[0]), min(opened[PEOPLE])
    section = Section(
        "desk",
        "The list of people",
        f"In a pseudo-terminal of {SIZE[0]}x{SIZE[1]}: from `J` until the list is there, best of {ROUNDS} in turn; "
        "the rows come in behind that, and keys are heard meanwhile.",
    )
    section.rows = [
        ["people", "first paint", "all rows, median"],
        ["0", f"{empty * 1000:.0f} ms", "-"],
        [str(PEOPLE), f"{many * 1000:.0f} ms", f"{median(full) * 1000:.0f} ms"],
    ]
    section.budgets = [("first paint with 500 people against an empty list", many / empty, 3)]
    return section


def _opened(state: Path, count: int) -> tuple[float, float]:
    """Return the seconds from `J` to the first paint of the list, and to its last row."""
    os.environ["XDG_STATE_HOME"] = str(state)
    with Terminal(
        "--lang", "en", "--now", TODAY.isoformat(), size=SIZE, program=PROGRAM, cold=True
    ) as terminal:
        terminal.wait("1-9")
        paint(terminal, lambda: None)
        began = time.perf_counter()
        terminal.press("J")
        terminal.wait("People: Enter")
        first = time.perf_counter() - began
        terminal.wait(f"{count} people")
        return first, time.perf_counter() - began
