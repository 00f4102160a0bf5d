"""A third language of the program is one catalogue: here a made-up one, with accents and words 40 % longer."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from debttree.journey import begin
from debttree.model import Tree
from debttree.tui.explorer.scene import Scene
from tests.tui.conftest import TODAY
from tests.tui.driving import explored
from tests.tui.screens import screen_lines
from tests.tui.test_snapshots import SCREENS

PSEUDO = "qps"
catalogues = importlib.import_module("debttree.locales.phrases")  # beside it a function has its name
_ACCENTS = str.maketrans("aeiouyAEIOUcn", "áéíóúýÁÉÍÓÚçñ")
_PLACE = re.compile(r"(\{[^}]*\}|%\([a-z_]+\)[sr]|%[sr])")
SAMPLE = ("decision", "prospects", "palette")


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


@pytest.mark.parametrize(
    "name", [name if name in SAMPLE else pytest.param(name, marks=pytest.mark.long) for name in SCREENS]
)
async def test_longer_words_are_neither_cut_nor_drawn_over_each_other(
    name: str, catalogue: None, loan: Tree
) -> None:
    app = explored(Scene(loan, begin(loan), "en", TODAY, interface=PSEUDO))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in SCREENS[name]:
            await pilot.press(key)
        await pilot.pause()
        small = screen_lines(app)
        assert small[-1].count("⟦") == small[-1].count("⟧") > 0
        await pilot.resize_terminal(80, 400)
        await pilot.pause()
        text = "\n".join(screen_lines(app))
        assert text.count("⟦") == text.count("⟧") > 0
