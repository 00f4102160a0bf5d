"""Compare trees of extreme shapes with ones a tenth as large: the cost of the page and of each large screen."""

import asyncio
import datetime as dt
import gc
import time
from collections.abc import Callable

from tests.tui.driving import explored

from bench.report import Section
from debttree.analysis.checking import check_bytes
from debttree.journey import Keeper, Shelf, begin
from debttree.model import Tree
from debttree.tui.explorer.scene import Scene

SIZE = (120, 36)
TODAY = dt.date(2026, 11, 23)

KEYS = {"key": "down", "search": "slash", "map": "m", "outline": "o", "summary": "x"}
"""Keys that are measured on the main screen, once all background work is done."""

LIMIT = 2
"""The greatest ratio of the time of the whole to ten times that of a tenth."""

SLOWEST = 0.1
"""Seconds that the whole may always take, however little a tenth takes."""

_HEAD = 'format = "debttree/1"\n[[urgent]]\nlabel = "now"\nto = "a"\n'
_END = '[nodes.end]\ntitle = "The end"\n'


def _text(size: int) -> str:
    words = ("keep every letter with its date " * (size // 32 + 1))[:size]
    return (
        f'{_HEAD}[nodes.a]\ntitle = "A"\ntext = "{words}"\nchoices = [{{ label = "on", to = "end" }}]\n{_END}'
    )


def _choices(size: int) -> str:
    rows = "".join(
        f'[[nodes.a.choices]]\nid = "c{number}"\nlabel = "Way {number}"\nto = "end"\n'
        for number in range(size)
    )
    return f'{_HEAD}[nodes.a]\ntitle = "A"\n{rows}{_END}'


def _sources(size: int) -> str:
    names = [f"s{number}" for number in range(size)]
    declared = "".join(
        f'[sources.{name}]\ntitle = "Law {name}"\nurl = "https://example.org/{name}"\n' for name in names
    )
    rests = ", ".join(f'"{name}"' for name in names)
    return (
        f'{_HEAD}{declared}[nodes.a]\ntitle = "A"\nsources = [{rests}]\n'
        f'choices = [{{ label = "on", to = "end" }}]\n{_END}'
    )


def _chain(size: int) -> str:
    names = ["a", *(f"n{number}" for number in range(1, size)), "end"]
    return _HEAD + "".join(
        f'[nodes.{name}]\ntitle = "{name}"\n'
        + (f'choices = [{{ label = "on", to = "{to}" }}]\n' if to else "")
        for name, to in zip(names, [*names[1:], ""], strict=True)
    )


def _stages(size: int) -> str:
    stages = "".join(f'[stages.s{number}]\ntitle = "Stage {number}"\n' for number in range(size))
    names = ["a", *(f"n{number}" for number in range(1, size))]
    nodes = "".join(
        f'[nodes.{name}]\ntitle = "{name}"\nstage = "s{number}"\nchoices = [{{ label = "on", to = "{to}" }}]\n'
        for number, (name, to) in enumerate(zip(names, [*names[1:], "end"], strict=True))
    )
    return f"{_HEAD}{stages}{nodes}{_END}"


SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "a text of 1 MB": (_text, 999_000),
    "a node with 5,000 choices": (_choices, 5_000),
    "3,000 sources of one node": (_sources, 3_000),
    "a chain of 100,000 nodes": (_chain, 100_000),
    "200 stages": (_stages, 200),
}


def run() -> Section:
    section = Section(
        "shapes",
        "Trees of extreme shapes",
        f"CPU time in one process on a screen of {SIZE[0]}x{SIZE[1]}: to the first paint, for a cursor key, and "
        f"until a screen is there. In brackets: against ten times that of a tenth. What takes less "
        f"than {SLOWEST * 1000:.0f} ms is not judged.",
    )
    section.rows = [["", "first paint", *KEYS]]
    for name, (text, size) in SHAPES.items():
        _compare(section, name, _times(_tree(text(size))), _times(_tree(text(size // 10))))
    return section


def _compare(section: Section, name: str, whole: dict[str, float], tenth: dict[str, float]) -> None:
    ratios = {what: seconds / (10 * tenth[what]) for what, seconds in whole.items()}
    section.rows.append(
        [name, *(f"{whole[what] * 1000:.0f} ms ({ratio:.2f})" for what, ratio in ratios.items())]
    )
    judged = {what: ratio if whole[what] > SLOWEST else 0.0 for what, ratio in ratios.items()}
    worst = max(judged, key=judged.__getitem__)
    section.budgets.append(
        (f"{name} against ten times a tenth of it, the worst ({worst})", judged[worst], LIMIT)
    )


def _tree(text: str) -> Tree:
    checked = check_bytes(text.encode(), "shape", TODAY)
    assert checked.tree is not None
    assert not checked.errors
    return checked.tree


def _times(tree: Tree) -> dict[str, float]:
    """Return the CPU seconds of each measured thing, without collecting the garbage of the tree before."""
    gc.collect()
    return asyncio.run(_measured(tree))


async def _measured(tree: Tree) -> dict[str, float]:
    shelf = Shelf(tree, Keeper(None))
    began = time.process_time()
    app = explored(Scene(tree, begin(tree), "en", TODAY), shelf=shelf)
    async with app.run_test(size=SIZE) as pilot:
        found = {"first paint": time.process_time() - began}
        for key in (
            "down",
            "up",
        ):  # after the first paint a long text is laid out in slices, and threads start
            await app.workers.wait_for_complete()
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        for what, key in KEYS.items():
            began = time.process_time()
            await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            found[what] = time.process_time() - began
            await pilot.press("escape")
            await pilot.pause()
    return found
