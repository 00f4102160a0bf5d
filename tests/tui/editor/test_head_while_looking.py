"""While the editor looks for problems, its head hides nothing that it shows else."""

from dataclasses import replace

import pytest

from tests.tui.conftest import Edit
from tests.tui.driving import settled
from tests.tui.screens import screen_lines


@pytest.mark.parametrize(("width", "words"), [(50, "the file is gone"), (60, "nothing is kept")])
async def test_words_about_problems_hide_no_state(width: int, words: str, edit: Edit) -> None:
    app = edit(private="kept" in words)
    async with app.run_test(size=(width, 16)) as pilot:
        await settled(pilot)
        editor = app.editor
        editor._view = replace(
            editor.view, assessment=None, is_gone="file" in words, is_dirty="kept" in words
        )
        editor.desk.resized()  # and no pause: the watch would look at the file
        assert words in screen_lines(app)[0]
