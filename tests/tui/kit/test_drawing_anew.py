"""A pane or a list that shows something else draws what differs, and no more: a key must not paint the whole screen."""

from typing import Self

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from debttree.tui.kit.page import Line, Para, Run
from debttree.tui.kit.themes import themes
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane


class Recording:
    """Notes which lines are drawn anew; None stands for all of them."""

    anew: set[int | None]

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        self.anew |= set(range(y_start, y_start + line_count))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self.anew.add(None)
        return self


class RecordingPane(Recording, Pane):
    def __init__(self) -> None:
        self.anew = set()
        super().__init__()


class RecordingListing(Recording, Listing):
    def __init__(self) -> None:
        self.anew = set()
        super().__init__()


class Showing(App[None]):
    def compose(self) -> ComposeResult:
        for theme in themes():
            self.register_theme(theme)
        self.theme = themes()[0].name
        yield RecordingPane()
        yield RecordingListing()


def paras(words: str) -> list[Para]:
    """One line for each character; upper case are items."""
    return [Para((Run(word),), item=word if word.isupper() else None) for word in words]


@pytest.mark.parametrize(
    ("before", "after", "anew"),
    [
        ("abcd", "abcd", set()),
        ("abcd", "abXd", {2}),
        ("abcd", "ab", {2, 3}),
        ("ab", "abcd", {2, 3}),
        ("aBcD", "acBD", {1, 2}),  # the cursor rests on B, and moves along
        ("aBcD", "aXcD", {1}),
    ],
)
async def test_a_pane_draws_what_differs(before: str, after: str, anew: set[int]) -> None:
    async with Showing().run_test(size=(40, 40)) as pilot:
        pane = pilot.app.query_one(RecordingPane)
        pane.show(paras(before))
        await pilot.pause()
        pane.anew.clear()
        pane.update(paras(after))
        assert pane.anew == anew


class Words:
    """Entries of a list that somebody changes."""

    tall = 1

    def __init__(self, *words: str) -> None:
        self.words = [*words]

    def __len__(self) -> int:
        return len(self.words)

    def lines(self, number: int, width: int) -> tuple[Line]:
        return ((Run(" "), Run(self.words[number])),)


async def test_a_list_draws_the_entries_that_differ() -> None:
    async with Showing().run_test(size=(40, 40)) as pilot:
        listing, words = pilot.app.query_one(RecordingListing), Words("one", "two", "three")
        listing.show(words)
        for number in range(3):
            listing.render_line(number)
        listing.anew.clear()
        words.words[1] = "twice"
        listing.show(words)
        assert listing.anew == {1}
        listing.anew.clear()
        listing.show(words, 2)
        assert listing.anew == {0, 2}
