"""Map, outline, search and looks, driven by keys and the mouse."""

from typing import TypeVar

import pytest
from textual.pilot import Pilot

from debttree.journey import begin
from debttree.model import Choice, Kind, Node, Text, Tree
from debttree.tui.app import App
from debttree.tui.explorer.screens.look import Look
from debttree.tui.explorer.screens.main import Main
from debttree.tui.explorer.screens.map import MapSheet
from debttree.tui.explorer.screens.outline import OutlineSheet
from debttree.tui.explorer.screens.search import Search
from debttree.tui.explorer.screens.sheet import Sheet
from debttree.tui.explorer.screens.spine import SpineSheet
from debttree.tui.kit.map.screen import Zoom
from debttree.tui.kit.map.widget import GraphMap
from debttree.tui.kit.widgets.filter_input import FilterInput
from debttree.tui.kit.widgets.listing import Listing
from debttree.tui.kit.widgets.pane import Pane
from tests.analysis.trees import sketched
from tests.tui.conftest import Kept, Start, read
from tests.tui.driving import until
from tests.tui.screens import screen_lines, screen_text
from tests.tui.test_snapshots import compare, pictures


async def press(app: App, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait for what is worked out beside them."""
    for key in keys:
        await pilot.press(key)
        await app.workers.wait_for_complete()
        await pilot.pause()


def map_of(app: App) -> MapSheet:
    return top(app, MapSheet)


T = TypeVar("T", bound=Sheet)


def top(app: App, kind: type[T]) -> T:
    """The screen on top, which is of that kind."""
    assert isinstance(app.screen, kind)
    return app.screen


def large(nodes: int) -> Tree:
    """Each node leads to the next three; titles in Chinese."""
    made = {}
    for number in range(nodes):
        targets = [target for target in (number * 3 + 1, number * 3 + 2, number * 3 + 3) if target < nodes]
        choices = tuple(Choice(f"c{target}", Text.of(f"选项 {target}"), f"n{target}") for target in targets)
        kind = Kind.DECISION if choices else Kind.OUTCOME
        made[f"n{number}"] = Node(f"n{number}", kind, Text.of(f"第 {number} 个节点"), choices=choices)
    return Tree("large", "0" * 12, Text.of("large"), "n0", made)


# The map


async def test_arrows_move_along_arcs_and_enter_only_looks(start: Start, kept: Kept) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z")
        sheet = map_of(app)
        assert sheet.looking_at == "before-call"
        assert "you are here" in screen_text(app)
        await press(app, pilot, "right")
        assert sheet.looking_at in ("answer", "collectors")
        await press(app, pilot, "left")
        assert sheet.looking_at == "before-call"
        await press(app, pilot, "h")
        assert sheet.looking_at == "how-long"
        await press(app, pilot, "l", "l", "enter")
        top(app, Look)
        assert app.explorer.scene.journey.at == "before-call"
        await press(app, pilot, "escape", "escape")
        top(app, Main)
    assert [journey.at for journey in kept.journeys] == ["before-call"]


async def test_up_and_down_go_through_a_column_and_digits_follow_choices(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z", "3")
        sheet = map_of(app)
        assert sheet.looking_at == "collectors"
        await press(app, pilot, "down")
        assert sheet.looking_at == "collectors"  # nothing stands below it
        await press(app, pilot, "k")
        assert sheet.looking_at == "answer"
        await press(app, pilot, "up", "j")
        assert sheet.looking_at == "collectors"
        await press(app, pilot, "up")
        await press(app, pilot, "9")
        assert sheet.looking_at == "answer"
        await press(app, pilot, "2", "home")
        assert sheet.looking_at == "before-call"


async def test_a_jump_from_the_map_is_recorded(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z", "3", "enter")
        assert app.explorer.scene.journey.at == "before-call"
        await press(app, pilot, "enter")
        assert app.explorer.scene.journey.at == "collectors"
        assert app.explorer.scene.journey.path.steps[-1].is_jump
        top(app, Main)


async def test_zoom_goes_out_to_the_whole_graph_and_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z")
        assert "Map: around here" in screen_text(app)
        await press(app, pilot, "z")
        assert "Map: the whole guide  10 of 10 steps" in screen_text(app)
        await press(app, pilot, "3", "minus")
        assert map_of(app).zoom is Zoom.DOTS
        await press(app, pilot, "plus", "plus", "plus", "plus")
        assert map_of(app).zoom is Zoom.NEAR
        assert map_of(app).looking_at == "collectors"
        await press(app, pilot, "z", "z")
        assert "Map: around here" in screen_text(app)


async def test_the_map_keeps_its_cursor_when_the_language_changes(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z", "3", "L")
        assert map_of(app).looking_at == "collectors"
        assert "催收" in screen_text(app)


async def test_a_click_moves_the_cursor_and_another_one_looks(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z")
        (row, line) = next((y, line) for y, line in enumerate(screen_lines(app)) if "Collectors" in line)
        place = (line.index("Collectors"), row)
        await pilot.click(offset=place)
        assert map_of(app).looking_at == "collectors"
        (row, line) = next((y, line) for y, line in enumerate(screen_lines(app)) if "›Collectors" in line)
        await pilot.click(offset=(line.index("›Collectors") + 1, row))
        top(app, Look)


async def test_the_terminal_cursor_follows_the_cursor_of_the_map_and_of_the_outline(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m", "z", "z")
        first = app.cursor_position
        await press(app, pilot, "right")
        assert app.cursor_position.x > first.x
        (row,) = [y for y, line in enumerate(screen_lines(app)) if "›" in line]
        assert app.cursor_position.y == row - 1  # the upper edge of the box
        await press(app, pilot, "o", "down")
        row = next(y for y, line in enumerate(screen_lines(app)) if line.startswith("›"))
        assert app.cursor_position.y == row


# Looks


async def test_what_there_is_no_room_for_beside_or_under_the_map_is_told(start: Start) -> None:
    app = start()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("m", "z", "z", "right")
        glance = app.screen.query_one("#glance", Pane)
        assert glance.below
        assert f" {glance.below} more: Enter ──" in screen_lines(app)[-4]
        await pilot.press("o")
        await pilot.resize_terminal(120, 10)
        glance = app.screen.query_one("#glance", Pane)
        await until(pilot, lambda: app.screen.size.height == 10 and "more: Enter" in screen_text(app))
        assert glance.below
        assert screen_lines(app)[-2].endswith(f" {glance.below + 1} more: Enter")
        await pilot.resize_terminal(120, 36)
        await until(pilot, lambda: "more: Enter" not in screen_text(app))


async def test_a_look_shows_the_way_there_and_goes_on_and_back(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m", "z", "z", "1", "enter")
        assert "A look at: Before the first call" in screen_text(app)
        assert "1 step from where you stand:" in screen_text(app)
        await press(app, pilot, "1")
        assert "2 steps from where you stand:" in screen_text(app)
        await press(app, pilot, "left")
        assert "A look at: Before the first call" in screen_text(app)
        await press(app, pilot, "9", "left")
        top(app, MapSheet)


async def test_a_look_at_where_one_stands_says_so_and_goes_nowhere(start: Start, kept: Kept) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m", "z", "z", "enter")
        assert "You are here." in screen_text(app)
        await press(app, pilot, "enter")
        top(app, Main)
    assert kept.journeys == []


async def test_a_look_says_where_no_choices_lead(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", *"threat", "enter")
        assert "No choices lead here" in screen_text(app)


# The outline


async def test_the_outline_unfolds_folds_and_refers(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "o")
        sheet = app.screen
        assert isinstance(sheet, OutlineSheet)
        assert sheet.looking_at == "before-call"
        rows = app.screen.query_one(Listing).count
        await press(app, pilot, "left")
        folded = app.screen.query_one(Listing).count
        assert folded < rows
        assert "+3" in screen_text(app)
        await press(app, pilot, "left")
        assert sheet.looking_at == "how-long"
        await press(app, pilot, "right", "right", "right")
        assert sheet.looking_at == "answer"
        await press(app, pilot, "minus", "plus")
        assert sheet.looking_at == "answer"
        await press(app, pilot, "g", "plus")
        assert app.screen.query_one(Listing).count > rows
        line = next(line for line in screen_lines(app) if "↩" in line)
        assert "→" in line
        await press(app, pilot, "full_stop")
        assert sheet.looking_at == "before-call"


async def test_a_row_that_refers_elsewhere_leads_there(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "o", "g", "plus")
        lines = screen_lines(app)
        row = next(y for y, line in enumerate(lines) if "↩" in line)
        app.screen.query_one(Listing).cursor = row - 1
        await pilot.pause()
        top(app, OutlineSheet)
        node = top(app, OutlineSheet).looking_at
        await press(app, pilot, "right")
        assert top(app, OutlineSheet).looking_at == node
        assert "↩" not in screen_lines(app)[app.screen.query_one(Listing).cursor + 1].split("→")[0]


async def test_enter_in_the_outline_looks_and_once_more_jumps(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "o", "down", "enter")
        top(app, Look)
        target = top(app, Look).at
        await press(app, pilot, "enter")
        assert app.explorer.scene.journey.at == target
        assert app.explorer.scene.journey.path.steps[-1].is_jump


async def test_map_and_outline_begin_where_the_other_one_was(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "1", "m", "z", "z", "3", "o")
        top(app, OutlineSheet)
        assert top(app, OutlineSheet).looking_at == "collectors"
        await press(app, pilot, ".", "up", "m")
        assert top(app, SpineSheet).looking_at == "how-long"
        await press(app, pilot, "z")
        assert map_of(app).looking_at == "how-long"
        await press(app, pilot, "escape")
        top(app, Main)


# The search


async def test_search_finds_as_one_types_and_enter_shows_the_node(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash")
        top(app, Search)
        assert "The first letters of pinyin" in screen_text(app)
        await press(app, pilot, *"collec")
        assert "1 step found" in screen_text(app)
        await press(app, pilot, *"xyz")
        assert "Nothing is found." in screen_text(app)
        assert "0 steps found" in screen_text(app)
        await press(app, pilot, *["backspace"] * 3, "down", "up", "enter")
        top(app, Look)
        await press(app, pilot, "escape")
        top(app, Search)
        assert app.screen.query_one(FilterInput).value == "collec"


async def test_search_speaks_pinyin_and_marks_what_matches(start: Start) -> None:
    app = start("zh")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", *"cs")
        assert "催收" in screen_text(app)
        listing = app.screen.query_one(Listing)
        strip = listing.render_line(0)
        marked = [segment.text for segment in strip if segment.style and segment.style.underline]
        assert marked == ["催收"]


async def test_a_jump_from_the_search_is_recorded(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", *"threat", "enter", "enter")
        assert app.explorer.scene.journey.at == "threat"
        assert app.explorer.scene.journey.path.steps[-1].is_jump
        top(app, Main)


async def test_a_click_on_a_hit_looks_at_it(start: Start) -> None:
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "slash", *"collectors call")
        row = next(y for y, line in enumerate(screen_lines(app)) if "Collectors call" in line)
        await pilot.click(offset=(20, row))
        top(app, Look)


# All of them


@pytest.mark.parametrize(
    "keys",
    [
        ["m", "z", "z"],
        ["m", "z"],
        ["m", "z", "z", "minus"],
        ["m", "z", "minus"],
        ["o"],
        ["o", "g", "plus"],
        ["slash", "s"],
        ["m", "z", "z", "enter"],
    ],
    ids=" ".join,
)
async def test_a_hostile_tree_is_only_words(keys: list[str], start: Start) -> None:
    app = start(tree=read("hostile"))
    async with app.run_test(size=(110, 30)) as pilot:
        await press(app, pilot, *keys)
        text = screen_text(app)
        assert "@click=app.pwn" in text
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)
        for y in range(1, 29, 3):
            await pilot.click(offset=(20, y))
        assert app.is_running


@pytest.mark.parametrize("size", [(80, 24), (160, 50)])
async def test_ten_thousand_nodes(size: tuple[int, int], start: Start) -> None:
    tree = large(10_000)
    app = start("zh", tree=tree, journey=begin(tree).take(tree, "c2"))
    async with app.run_test(size=size) as pilot:
        await press(app, pilot, "m", "z", "right", "down", "minus", "left", "z")
        assert "个节点" in screen_text(app)
        await press(app, pilot, "o", "g", "plus", "G", "left")
        assert "第" in screen_text(app)
        await press(app, pilot, "slash", *"9999", "enter")
        assert "第 9999 个节点" in screen_text(app)


async def test_a_node_with_ten_thousand_choices(start: Start) -> None:
    names = [f"n{number}" for number in range(10_000)]
    tree = sketched({"hub": ("d", names), **{name: ("o", []) for name in names}})
    app = start("en", tree=tree)
    async with app.run_test(size=(160, 50)) as pilot:
        await press(app, pilot, "m", "z", "z", "5")
        assert map_of(app).looking_at == "n4"
        await press(app, pilot, "left", "z", "right", "z", "home", "enter", "end")
        assert "and 9950 more" in screen_text(app)
        await press(app, pilot, "escape", "o", "plus", "G")
        assert top(app, OutlineSheet).looking_at == "n9999"


async def test_lines_of_the_map_are_drawn_once_while_nothing_changes(start: Start) -> None:
    tree = large(1_000)
    app = start("zh", tree=tree)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(app, pilot, "m", "z")
        widget = app.screen.query_one(GraphMap)
        assert widget.render_line(5) is widget.render_line(5)


PICTURES = {
    "spine": ["1", "1", "2", "m"],
    "map": ["1", "m", "z", "z"],
    "map-elsewhere": ["1", "m", "z", "z", "3"],
    "map-whole": ["1", "3", "m", "z"],
    "map-boxes": ["1", "3", "m", "z", "z", "minus"],
    "map-dots": ["1", "3", "m", "z", "minus"],
    "outline": ["1", "o"],
    "outline-unfolded": ["1", "o", "g", "plus"],
    "search": ["slash", *"zs"],
    "search-empty": ["slash"],
    "look": ["1", "m", "z", "z", "2", "enter"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PICTURES)
async def test_the_screen_is_as_it_was(
    name: str, language: str, start: Start, request: pytest.FixtureRequest
) -> None:
    found = await pictures(start(language), PICTURES[name])
    compare(f"{name}.{language}", found, update=request.config.getoption("--update-snapshots"))
