"""Make the README's pictures, docs/pictures/*.svg, from the real program and the bundled tree."""

import asyncio
import datetime as dt
import html
import os
import re
import sys
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when textual is imported

from debttree.analysis.checking import check_file
from debttree.journey import begin
from debttree.storage.library import DEFAULT_TREE, find_tree
from debttree.tui.app import App
from debttree.tui.explorer.mode import Explorer
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.page import cells

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
TODAY = dt.date(2026, 11, 28)
SIZE = (112, 32)
CELL = 12.2
"""Width of a cell in Rich's pictures, in pixels."""

PICTURES: dict[str, list[str]] = {
    "explorer": ["3", "1"],
    "prospects": ["3", "p"],
    "map": ["3", "1", "m"],
    "compare": ["1", "c"],
    "summary": ["3", "1", "x"],
}
"""The keys that lead to the screen of each picture."""


async def picture(language: str, keys: list[str]) -> str:
    """Return the SVG of the screen after some keys."""
    tree = check_file(find_tree(DEFAULT_TREE), TODAY).tree
    if tree is None:
        sys.exit(f"{DEFAULT_TREE} cannot be read")
    app = App()
    app.start_with(Explorer(app, Scene(tree, begin(tree), language, TODAY), lambda journey, language: None))
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return self_contained(app.export_screenshot(title="debttree"))


def self_contained(svg: str) -> str:
    """Return the picture without external fonts, with names that are the same in each run."""
    without_fonts = re.sub(r"@font-face\s*\{.*?\}", "", svg, flags=re.S)
    named = re.sub(r"terminal-\d+-", "terminal-", without_fonts)
    wide = re.sub(r'textLength="[\d.]+"([^>]*)>([^<]*)</text>', _as_long_as_its_cells, named)
    plain = wide.replace("font-variant-east-asian: full-width;", "")
    return plain.replace("Fira Code", "DejaVu Sans Mono, Noto Sans Mono CJK SC")


def _as_long_as_its_cells(text: re.Match[str]) -> str:
    """Correct the length of a text: Rich counts characters instead of cells, which squeezes Chinese."""
    words = html.unescape(text[2])
    return f'textLength="{cells(words) * CELL:.1f}"{text[1]}>{text[2]}</text>'


def main() -> int:
    """Write every picture in both languages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, keys in PICTURES.items():
        for language in ("en", "zh"):
            file = FOLDER / f"{name}-{language}.svg"
            file.write_text(asyncio.run(picture(language, keys)), "utf-8")
            print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
