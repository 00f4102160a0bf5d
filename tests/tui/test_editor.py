"""The editor, driven by keys: whole tasks of an author, and what they leave in the file."""

import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from debttree.storage.library import bundled_folder, user_folder
from debttree.tui.editor.app import Editor
from debttree.tui.editor.screens.desk import Desk
from debttree.tui.editor.screens.page import Page
from debttree.tui.editor.screens.raw import Raw
from debttree.tui.editor.screens.saving import Conflict, Recovery
from debttree.tui.editor.screens.words import Words
from debttree.tui.editor.widgets.text import Typed
from debttree.tui.editor.workshop import Workshop
from tests.tui.conftest import TODAY, TREES
from tests.tui.screens import screen_lines, screen_text

SIZE = (80, 24)

Edit = Callable[..., Editor]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the small tree."""
    file = tmp_path / "loan.toml"
    file.write_bytes((TREES / "loan.toml").read_bytes())
    return file


@pytest.fixture
def edit(file: Path) -> Edit:
    """Open the editor on the file, or another one."""

    def edit(other: Path | None = None, *, private: bool = False, language: str = "en") -> Editor:
        return Editor(Workshop(other or file, TODAY, private=private), language)

    return edit


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Type words that pilot's key names cannot spell, into the line that has the focus."""
    field = pilot.app.screen.query_one(Input)
    field.value = words
    await pilot.press("enter")
    await pilot.pause()


async def settled(pilot: Pilot[None]) -> None:
    """Until everything that works beside the keys has done its work."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def go(app: Editor, *path: str | int) -> None:
    app.desk.go_to(path)


def shows(app: Editor, screen: type[Page]) -> bool:
    """Whether that screen is on top."""
    return isinstance(app.screen, screen)


async def save(pilot: Pilot[None]) -> None:
    await pilot.press("ctrl+s", "enter")
    await pilot.pause()


def changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went, and those that came."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


async def test_a_node_is_translated_and_only_that_line_comes(edit: Edit, file: Path) -> None:
    text = file.read_text()
    title = 'title.en = "They refuse"\n'
    file.write_text(text.replace(title, "", 1))
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "refused", "title")
        await pilot.pause()
        assert "not translated" in screen_text(app)
        await pilot.press("enter")
        assert shows(app, Words)
        await pilot.press("tab", *"They refuse", "ctrl+s")
        await settled(pilot)
        await pilot.press("ctrl+s")
        assert '+ title.en = "They refuse"' in screen_text(app)
        await pilot.press("enter")
    assert not app.workshop.is_dirty
    assert sorted(file.read_text().splitlines()) == sorted(text.splitlines())


async def test_a_node_is_put_between_a_choice_and_its_target(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call", "choices", 2, "to")
        await pilot.press("b")
        await type_in(pilot, "Sleep on it")
        assert app.workshop.at[:2] == ("nodes", "sleep-on-it")
        await settled(pilot)
        await save(pilot)
    nodes = tomllib.loads(file.read_text())["nodes"]
    assert nodes["before-call"]["choices"][2]["to"] == "sleep-on-it"
    assert nodes["sleep-on-it"]["choices"] == [{"label": {"zh": "继续", "en": "Go on"}, "to": "collectors"}]


async def test_a_choice_is_split_in_two_with_a_new_node(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call", "choices", 0, "label")
        await pilot.press("D")
        assert app.workshop.at[:4] == ("nodes", "before-call", "choices", 1)
        await pilot.press("enter", "tab", *" or write", "ctrl+s")
        await pilot.pause()
        go(app, "nodes", "before-call", "choices", 1, "to")
        await pilot.press("enter", *"Write a letter")
        assert "New node: “Write a letter”" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        await save(pilot)
    data = tomllib.loads(file.read_text())
    first, second = data["nodes"]["before-call"]["choices"][:2]
    assert (first["to"], second["to"]) == ("answer", "write-a-letter")
    assert "or write" in second["label"]["en"]
    assert data["nodes"]["write-a-letter"] == {"title": {"en": "Write a letter"}}


def used_often(folder: Path) -> Path:
    """A tree in which fifty choices lead to one node."""
    file = folder / "often.toml"
    nodes = [
        f'[nodes.n{n}]\ntitle = "Node {n}"\n[[nodes.n{n}.choices]]\nlabel = "Go"\nto = "end" # there\n'
        for n in range(50)
    ]
    file.write_text('format = "debttree/1"\n\n' + "\n".join(nodes) + '\n[nodes.end]\ntitle = "End"\n')
    return file


async def test_an_id_used_fifty_times_is_renamed_everywhere_and_nothing_else(
    edit: Edit, tmp_path: Path
) -> None:
    often = used_often(tmp_path)
    before = often.read_text()
    app = edit(often)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "end")
        await pilot.press("r")
        assert "50 places name it" in screen_text(app)
        await type_in(pilot, "the-end")
        assert app.workshop.at[:2] == ("nodes", "the-end")
        await save(pilot)
    assert often.read_text() == before.replace('"end"', '"the-end"').replace("[nodes.end]", "[nodes.the-end]")


async def test_everything_undone_is_the_file_byte_for_byte_and_redone_it_is_back(
    edit: Edit, file: Path
) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call", "choices", 1, "label")
        await pilot.press("K", "J", "J", "D", "d", "left")
        go(app, "nodes", "plan")
        await pilot.press("left", "d", "2")
        await pilot.pause()
        assert "plan" not in app.view.data["nodes"]
        after = app.workshop.document.content
        assert after != before
        edits = 0
        while app.workshop.history.last is not None:
            await pilot.press("u")
            edits += 1
        assert app.workshop.document.content == before
        assert not app.workshop.is_dirty
        await pilot.press(*["ctrl+r"] * edits)
        assert app.workshop.document.content == after
        await settled(pilot)
        assert app.workshop.history.is_proven
    assert file.read_bytes() == before


async def test_deleting_a_node_asks_about_the_choices_that_lead_to_it(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("left", "d")
        assert "place" in screen_text(app)
        await pilot.press("escape")
        assert "refused" in app.view.data["nodes"]
        await pilot.press("d", "1", *"threatened", "enter")
        await settled(pilot)
        assert "refused" not in app.view.data["nodes"]
        await save(pilot)
    assert 'to = "refused"' not in file.read_text()
    tomllib.loads(file.read_text())


async def test_fields_are_filled_by_their_forms(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "answer", "kind")
        await pilot.press("enter", *"decision", "enter")
        go(app, "nodes", "answer", "brings")
        await pilot.press("enter", *"litig", "enter", "ctrl+s")
        go(app, "nodes", "answer", "tags")
        await pilot.press("enter")
        await type_in(pilot, "phone，letter")
        go(app, "sources", "limitation", "valid_until")
        await pilot.press("enter")
        await type_in(pilot, "2026-13-01")
        assert "is no date" in screen_text(app)
        await type_in(pilot, "2030-12-31")
        go(app, "consequences", "litigation", "severity")
        await pilot.press("enter")
        await type_in(pilot, "9")
        await settled(pilot)
        assert app.view.assessed is not None
        assert app.view.assessed.errors == 1
        await pilot.press("p")
        assert "severity" in screen_text(app)
        await pilot.press("escape")
        await save(pilot)
    data = tomllib.loads(file.read_text())
    answer = data["nodes"]["answer"]
    assert (answer["kind"], answer["tags"]) == ("decision", ["phone", "letter"])
    assert "litigation" in answer["brings"]
    assert data["sources"]["limitation"]["valid_until"].isoformat() == "2030-12-31"
    assert data["consequences"]["litigation"]["severity"] == 9


async def test_checklist_items_and_deadlines_are_added_with_ids_of_their_own(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("a", *"checklist", "enter")
        await pilot.pause()
        await type_in(pilot, "The refusal in writing")
        go(app, "nodes", "refused")
        await pilot.press("a", *"deadline", "enter")
        await pilot.pause()
        await type_in(pilot, "Complain")
        await type_in(pilot, "The refusal reached you")
        await type_in(pilot, "soon")
        assert "is no period" in screen_text(app)
        await type_in(pilot, "10 working days")
        await save(pilot)
    refused = tomllib.loads(file.read_text())["nodes"]["refused"]
    assert refused["checklist"][-1] == {
        "id": "the-refusal-in-writing",
        "text": {"en": "The refusal in writing"},
    }
    deadline = refused["deadlines"][-1]
    assert (deadline["id"], deadline["working_days"]) == ("complain", 10)
    assert deadline["event"] == {"en": "The refusal reached you"}


async def test_typed_words_are_not_lost_by_escape(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "text")
        await pilot.press("enter", *"New ")
        await pilot.press("escape")
        assert "Something was typed here." in screen_text(app)
        await pilot.press("escape")
        assert shows(app, Words)
        await pilot.press("escape", "1")
        await pilot.pause()
        assert str(app.view.at(("nodes", "refused", "text"))).count("New ") == 1


async def test_a_broken_file_opens_as_text_at_its_problem_and_is_mended_there(
    edit: Edit, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(b'format = "debttree/1"\r\n\r\n[nodes.a]\r\ntitle = "A\r\n')
    app = edit(broken)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        assert shows(app, Raw)
        assert "Line 4" in screen_text(app)
        area = app.screen.query_one(Typed)
        assert area.cursor_location[0] == 3
        await pilot.press("end", '"')
        await settled(pilot)
        assert "Line 4" not in screen_text(app)
        await pilot.press("escape")
        assert shows(app, Desk)
        assert app.view.data["nodes"] == {"a": {"title": "A"}}
        await save(pilot)
    assert broken.read_bytes() == b'format = "debttree/1"\r\n\r\n[nodes.a]\r\ntitle = "A"\r\n'


async def test_text_that_is_no_toml_is_kept_and_can_be_undone(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("v", "[", "escape")
        assert app.workshop.document.data is None
        await pilot.press("a")
        assert "is no TOML" in screen_text(app)
        await pilot.press("u")
        assert app.workshop.document.content == before
        assert "loan" in screen_text(app)


async def test_a_change_outside_comes_in_at_once_and_keeps_the_place(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        file.write_text(file.read_text().replace("They refuse", "They say no"))
        app.look_outside()
        await settled(pilot)
        assert "They say no" in screen_text(app)
        assert "Another program changed the file" in screen_text(app)
        assert app.workshop.at == ("nodes", "refused", "title")
        assert not app.workshop.is_dirty
        await pilot.press("u")
        assert "They refuse" in screen_text(app)


async def change_both(pilot: Pilot[None], app: Editor, file: Path, theirs: str) -> None:
    """We reword one node; another program rewords another."""
    go(app, "nodes", "refused", "title")
    await pilot.press("enter", "tab", "end", "!", "ctrl+s")
    await pilot.pause()
    assert app.workshop.is_dirty
    file.write_text(file.read_text().replace('title.en = "Collectors call"', f'title.en = "{theirs}"'))
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert shows(app, Conflict)
    assert theirs in screen_text(app)


async def test_a_conflict_is_merged_where_different_nodes_were_touched(edit: Edit, file: Path) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await change_both(pilot, app, file, "Collectors ring")
        assert "They refuse!" not in file.read_text()
        await pilot.press("1")
        await settled(pilot)
        await save(pilot)
    text = file.read_text()
    assert "They refuse!" in text
    assert "Collectors ring" in text


@pytest.mark.parametrize(("answer", "mine", "theirs"), [("2", False, True), ("3", True, False)])
async def test_a_conflict_is_settled_for_one_side(
    edit: Edit, file: Path, answer: str, mine: bool, theirs: bool
) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await change_both(pilot, app, file, "Collectors ring")
        await pilot.press(answer)
        await settled(pilot)
        if app.workshop.is_dirty:
            await save(pilot)
    text = file.read_text()
    assert ("They refuse!" in text, "Collectors ring" in text) == (mine, theirs)


async def test_a_file_that_vanished_is_written_anew_after_a_question(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        file.unlink()
        app.look_outside()
        await pilot.pause()
        assert "The file is gone" in screen_text(app)
        await pilot.press("ctrl+s", "1")
        await pilot.pause()
    assert file.read_bytes() == before


KILLED = """
import datetime, os, pathlib, signal, sys
from debttree.editing.edits import Set
from debttree.tui.editor.workshop import Workshop
workshop = Workshop(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 23))
workshop.do(Set(("nodes", "refused", "title", "en"), "They refuse!"))
os.kill(os.getpid(), signal.SIGKILL)
"""


async def test_unsaved_edits_are_offered_again_and_taken_up(edit: Edit, file: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file)], check=False)
    assert ended.returncode == -signal.SIGKILL
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert shows(app, Recovery)
        assert "They refuse!" in screen_text(app)
        await pilot.press("1")
        await settled(pilot)
        assert app.workshop.is_dirty
        await save(pilot)
    assert "They refuse!" in file.read_text()
    assert Workshop(file, TODAY).unsaved() == []


async def test_private_keeps_no_journal_and_says_so(edit: Edit, file: Path) -> None:
    app = edit(private=True)
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("enter", "tab", "end", "!", "ctrl+s")
        await pilot.pause()
        assert "nothing is kept" in screen_text(app)
        assert app.workshop.is_dirty
    assert Workshop(file, TODAY).unsaved() == []


async def test_quitting_asks_where_something_is_not_saved(edit: Edit, file: Path) -> None:
    before = file.read_bytes()
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("d", "q")
        assert "Your edits are not saved." in screen_text(app)
        await pilot.press("3")
        assert shows(app, Desk)
        await pilot.press("q", "2")
        await pilot.pause()
        assert app.return_code == 0
    assert file.read_bytes() == before
    assert Workshop(file, TODAY).unsaved() == []


async def test_a_bundled_tree_is_copied_under_a_name_of_its_own(edit: Edit) -> None:
    bundled = next(iter(sorted(bundled_folder().glob("*.toml"))))
    before = bundled.read_bytes()
    app = edit(bundled)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for name, answer in ((bundled.stem, "comes with the program"), ("a/b", "is no name")):
            await type_in(pilot, name)
            assert answer in screen_text(app)
        await type_in(pilot, "ours")
        assert app.workshop.file == user_folder() / "ours.toml"
        go(app, "tree", "title")
        await pilot.press("d")
        await save(pilot)
    assert bundled.read_bytes() == before
    assert (user_folder() / "ours.toml").read_bytes() != before


async def test_without_a_copy_a_bundled_tree_is_not_edited(edit: Edit) -> None:
    bundled = next(iter(sorted(bundled_folder().glob("*.toml"))))
    app = edit(bundled)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.return_code == 0
    assert not user_folder().exists()


async def test_trying_the_tree_ends_the_app_for_a_walk_from_here_unless_it_has_errors(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused")
        await pilot.press("t")
        await pilot.pause()
        assert app.tries == "refused"
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        go(app, "nodes", "refused", "title")
        await pilot.press("d", "t")
        await pilot.pause()
        assert app.tries is None
        assert "mend them first" in screen_text(app)


async def test_language_help_and_every_size(edit: Edit) -> None:
    app = edit()
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "before-call")
        await pilot.press("L")
        assert "打第一通电话之前" in screen_text(app)
        await pilot.press("question_mark")
        assert "删去光标处的内容。" in screen_text(app)
        await pilot.press("escape")
        for width, height in ((160, 50), (120, 36), (80, 24), (40, 12)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert "打第一通电话之前" in screen_text(app), (width, height)
        assert not any("设置" in line for line in screen_lines(app))
        await pilot.press("left")
        assert "指南的设置" in screen_text(app) or "逾期多久了" in screen_text(app)
        await pilot.press("tab", "tab")
        assert "这里的问题" in screen_text(app)
