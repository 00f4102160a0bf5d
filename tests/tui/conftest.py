"""Fixtures: an explorer over a small tree, the journeys it saves, and an editor of that tree."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.css import stylesheet

from debttree.analysis.checking import check_file
from debttree.journey import Journey, Shelf, begin, open_or_begin
from debttree.model import Clock, Message, Tree
from debttree.tui.app import App
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit import key_queue, program
from tests.tui.driving import edited, explored
from tests.tui.parsed_once import ParsedOnce

TODAY = dt.date(2026, 11, 23)
TREES = Path(__file__).parent / "trees"


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """Parse the style sheets once for all tests of screens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stylesheet, "parse", ParsedOnce())
        yield


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in a temporary folder, since one key saves a summary into the current one."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def in_no_hurry_to_paint(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skip the wait for a paint after each key, since nobody looks at it."""
    monkeypatch.setattr(key_queue, "PAINT_FIRST", 0.0)


@pytest.fixture(autouse=True)
def collects_as_all_tests_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the collector as the tests have set it: a pass in a pause walks all that pytest holds."""
    monkeypatch.setattr(program, "collect_in_pauses", lambda: None)
    monkeypatch.setattr(key_queue, "collect_in_pause", lambda: None)


@dataclass
class Kept:
    """Every journey that the explorer saved."""

    journeys: list[Journey] = field(default_factory=list)

    def __call__(self, journey: Journey, language: str) -> None:
        self.journeys.append(journey)


def read(name: str) -> Tree:
    tree = check_file(TREES / f"{name}.toml", TODAY).tree
    assert tree is not None
    return tree


@pytest.fixture(scope="session")
def loan() -> Tree:
    """A small tree with every kind of node and every part of a node."""
    return read("loan")


@pytest.fixture
def kept() -> Kept:
    return Kept()


Start = Callable[..., App]


@pytest.fixture
def start(loan: Tree, kept: Kept) -> Start:
    """Make an explorer; `language` and `journey` may be given."""

    def start(language: str = "en", journey: Journey | None = None, tree: Tree = loan) -> App:
        return explored(Scene(tree, journey or begin(tree), language, TODAY), kept)

    return start


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the small tree."""
    file = tmp_path / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    return file


Edit = Callable[..., App]


@pytest.fixture
def edit(file: Path) -> Edit:
    """Open the editor on the file, or another one."""

    def edit(other: Path | None = None, *, private: bool = False, language: str = "en", **more: Any) -> App:
        return edited(EditSession(other or file, Clock.standing(TODAY), private=private), language, **more)

    return edit


@pytest.fixture
def shelved(loan: Tree) -> Callable[..., App]:
    """Make an explorer that saves its journeys on disk and can switch between them."""

    def shelved(language: str = "en") -> App:
        opened = open_or_begin(loan)
        shelf = Shelf(loan, opened.keeper)

        def keep(journey: Journey, language: str) -> Message | None:
            return shelf.save(journey, language, TODAY)

        scene = Scene(loan, opened.journey, language, TODAY)
        return explored(scene, keep, shelf=shelf)

    return shelved
