"""Arrows that are pressed before the rows have come are not lost: they are done when the rows are there."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import App, ComposeResult

from debttree.tui.kit.page import Line, Run
from debttree.tui.kit.widgets.listing import Listing


@dataclass
class Rows:
    """So many entries of a line each."""

    count: int
    tall: int = 1

    def __len__(self) -> int:
        return self.count

    def lines(self, number: int, width: int) -> Sequence[Line]:
        return ((Run(f" {number}"[:width]),),)


class Bare(App[None]):
    """A list and nothing else."""

    def compose(self) -> ComposeResult:
        yield Listing(id="list")


async def test_moves_wait_for_the_entries_they_are_meant_for_and_then_are_made_once() -> None:
    app = Bare()
    async with app.run_test(size=(40, 12)):
        listing = app.query_one(Listing)
        listing.expect()
        listing.action_move(1)
        listing.expect()  # asked anew, as after another letter: nothing is lost by that
        listing.action_move(1)
        listing.show(Rows(0))
        assert listing.cursor == 0
        listing.show(Rows(5))
        listing.arrived()
        assert listing.cursor == 2
        listing.arrived()
        assert listing.cursor == 2
        listing.action_move(1)
        assert listing.cursor == 3
        listing.expect()
        listing.action_move_to_end(-1)
        assert listing.cursor == 3
        listing.arrived()
        assert listing.cursor == 0
