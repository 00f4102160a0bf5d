"""The page in a real browser, where one is installed: on A4, in both languages, with nothing refused."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from debttree.export import Format, render, summary
from debttree.export.booklet import Wish, booklet
from debttree.export.booklet_html import booklet_html
from debttree.journey import Journey
from debttree.locales import phrases
from debttree.model import Tree
from tests.export.conftest import TODAY
from tests.export.hostile import hostile_tree, hostile_walk

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
A4 = (595, 842)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome is installed to look with")


def browse(page: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [
        str(BROWSER),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--enable-logging=stderr",
        f"--user-data-dir={page.parent / 'profile'}",
        *options,
        page.as_uri(),
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def refusals(log: str) -> list[str]:
    """What the page asked for and its policy refused; the browser's own complaints are not ours."""
    return [line for line in log.splitlines() if "CONSOLE" in line]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_is_printed_on_a4_by_its_own_style(
    guide: Tree, walk: Journey, language: str, tmp_path: Path
) -> None:
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_bytes(render(summary(guide, walk, language, TODAY), Format.HTML, phrases(language)))
    done = browse(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper.read_bytes())
    assert boxes
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}
    assert refusals(done.stderr) == []


def test_a_whole_guide_is_printed_on_a4_side_by_side(guide: Tree, tmp_path: Path) -> None:
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    made = booklet(guide, Wish(("zh", "en")), phrases("zh"), TODAY)
    page.write_text(booklet_html(made, phrases("zh")), "utf-8")
    done = browse(page, f"--print-to-pdf={paper}", "--no-pdf-header-footer")
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper.read_bytes())
    assert {(round(float(width)), round(float(height))) for width, height in boxes} == {A4}
    assert refusals(done.stderr) == []


def test_a_hostile_guide_runs_nothing_and_fetches_nothing(tmp_path: Path) -> None:
    tree, page = hostile_tree(), tmp_path / "page.html"
    page.write_bytes(render(summary(tree, hostile_walk(tree), "en", TODAY), Format.HTML, phrases("en")))
    done = browse(page, "--dump-dom")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in done.stdout
    assert "<script" not in done.stdout
    assert "<img" not in done.stdout
    assert refusals(done.stderr) == []
