"""`S`: the way is kept as a story, at a place that is asked for."""

from pathlib import Path

import pytest

from debttree.cli.main import main
from debttree.journey import begin
from debttree.model import Tree
from debttree.reading import read
from debttree.tui.explorer.scene import Scene
from tests.journey.test_story_run import GUIDE, TODAY
from tests.tui.driving import SIZE, explored, type_in
from tests.tui.screens import screen_text


async def test_the_way_is_kept_where_the_person_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("guide.toml").write_bytes(GUIDE)
    tree = read(GUIDE, "guide").tree
    assert isinstance(tree, Tree)
    async with explored(Scene(tree, begin(tree), "en", TODAY)).run_test(size=SIZE) as pilot:
        await pilot.press("1", "1", "S")
        assert "guide.stories.toml" in screen_text(pilot.app)
        await type_in(pilot, "notes.toml")
        assert "ends in .stories.toml" in screen_text(pilot.app)
        await type_in(pilot, "guide.stories.toml")
        assert "Kept as the story" in screen_text(pilot.app)
    assert main(["test", "guide.toml"]) == 0
