"""Words that no name holds, typed by somebody who knows no names."""

from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.search import Search
from debttree.tui.kit.widgets.filter_input import FilterInput
from tests.tui.conftest import Start
from tests.tui.explorer.test_overviews import press, top
from tests.tui.screens import screen_text


async def test_own_words_lead_from_the_palette_to_the_search_and_there_to_what_is_near(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "colon", *"collectors my mother")
        assert "Search the guide for “collectors my mother”" in screen_text(app)
        await press(app, pilot, "enter")
        assert top(app, Search).query_one(FilterInput).value == "collectors my mother"
        assert "nowhere all of it" in screen_text(app)
        assert "Collectors call" in screen_text(app)
        await press(app, pilot, "enter")
        top(app, Look)
