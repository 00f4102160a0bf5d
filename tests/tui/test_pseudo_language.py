"""A third language of the program is one catalogue: here a made-up one, with accents and words 40 % longer."""

import importlib
import re
import subprocess
import sys
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from rich.cells import cell_len

from debttree.journey import Opened, begin
from debttree.journey.fingerprint import Prints
from debttree.journey.keeper import Keeper
from debttree.journey.resume import resume
from debttree.journey.saved import snapshot
from debttree.model import Clock, Tree
from debttree.tui.app import App
from debttree.tui.editor.session import EditSession
from debttree.tui.explorer.scene import Scene
from tests.on_posix import POSIX
from tests.tui.conftest import TODAY, TREES, Kept
from tests.tui.driving import edited, explored
from tests.tui.editor.test_pictures import SCREENS as EDITOR
from tests.tui.editor.test_recovery import KILLED
from tests.tui.explorer.test_overviews import PICTURES
from tests.tui.screens import screen_lines
from tests.tui.test_snapshots import SCREENS

PSEUDO = "qps"
catalogues = importlib.import_module("debttree.locales.phrases")  # beside it a function has its name
_ACCENTS = str.maketrans("aeiouyAEIOUcn", "áéíóúýÁÉÍÓÚçñ")
_PLACE = re.compile(r"(\{[^}]*\}|%\([a-z_]+\)[sr]|%[sr])")
EXPLORER = {
    **SCREENS,
    **PICTURES,
    "people": ["1", "J"],
    "to-do": ["1", "t"],
    "story": ["1", "S"],
    "case-record": ["1", "x", "a"],
    "text": ["1", "x", "3", "w"],
}
EDITING = {
    **EDITOR,
    "finding": ("slash", "z", "z"),
    "replacing": ("percent_sign", "L"),
    "order": ("z",),
    "palette": ("colon",),
    "untranslated": ("n",),
    "contacts": ("end", "up", "enter"),
    "next-problem": ("f8",),
    "drawing": (*EDITOR["node"], "m"),
}
CUT = re.compile("⟦[^⟧]*…")
"""A sentence of which the end is left out."""


def pseudo(sentence: str) -> str:
    """A sentence with accents, between brackets that show whether all of it is there, and longer by two fifths."""
    parts = _PLACE.split(sentence)
    words = "".join(part if number % 2 else part.translate(_ACCENTS) for number, part in enumerate(parts))
    longer = round(len(_PLACE.sub("", sentence)) * 0.4) - 2
    return f"⟦{words}{' ' + '~' * (longer - 1) if longer > 1 else ''}⟧"


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    template = catalogues.CATALOGUES / "zh" / "LC_MESSAGES" / "debttree.po"
    with template.open("rb") as file:
        made = read_po(file, locale="en")
    for message in made:
        if message.id:
            ids = message.id
            message.string = pseudo(ids) if isinstance(ids, str) else tuple(map(pseudo, ids))
    folder = tmp_path / PSEUDO / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "debttree.mo").open("wb") as file:
        write_mo(file, made)
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    monkeypatch.setattr(catalogues, "INTERFACE_LANGUAGES", ("en", PSEUDO))
    catalogues._phrases.cache_clear()
    yield
    catalogues._phrases.cache_clear()


def samples(screens: Mapping[str, object], sample: Container[str]) -> list[object]:
    """The names of screens; only those of the sample are tried in the gate."""
    return [name if name in sample else pytest.param(name, marks=pytest.mark.long) for name in screens]


async def whole(app: App, keys: Iterable[str]) -> None:
    """Look at a screen after some keys: at 80x24 its foot is whole, and with room enough every sentence is."""
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()
        small = screen_lines(app)
        assert small[-1].count("⟦") == small[-1].count("⟧") > 0, small[-1]
        assert max(map(cell_len, small)) <= 80
        assert [line for line in small if CUT.search(line)] == []
        await pilot.resize_terminal(80, 400)
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert text.count("⟦") == text.count("⟧") > 0, text


@pytest.mark.parametrize("name", samples(EXPLORER, ("decision", "prospects", "palette", "map")))
async def test_longer_words_are_neither_cut_nor_drawn_over_each_other(
    name: str, catalogue: None, loan: Tree
) -> None:
    await whole(explored(Scene(loan, begin(loan), "en", TODAY, interface=PSEUDO)), EXPLORER[name])


@pytest.mark.long
async def test_the_welcome_holds_longer_words_too(catalogue: None, loan: Tree) -> None:
    walked = begin(loan).take(loan, "before-call").take(loan, "wait")
    resumed = resume(loan, snapshot(Prints(loan, "en"), walked, TODAY))
    opened = Opened(resumed.journey, Keeper(None), resumed, resumed.told())
    scene = Scene(loan, opened.journey, "en", TODAY, interface=PSEUDO)
    await whole(explored(scene, Kept(), opened=opened), ())


@pytest.mark.parametrize("name", samples(EDITING, ("node", "save")))
async def test_the_editor_holds_longer_words_too(name: str, catalogue: None, tmp_path: Path) -> None:
    file = tmp_path / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    session = EditSession(file, Clock.standing(TODAY))
    await whole(edited(session, "en", interface=PSEUDO), EDITING[name])


@pytest.mark.long
async def test_what_was_not_saved_is_offered_in_longer_words_too(catalogue: None, tmp_path: Path) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    file = tmp_path / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    session = EditSession(file, Clock.standing(TODAY))
    assert session.unsaved()
    await whole(edited(session, "en", interface=PSEUDO), ())
