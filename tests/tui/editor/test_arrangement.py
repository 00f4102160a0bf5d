"""The list by stage, or of some things alone, and moving what stands in it."""

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from debttree.editing.document import open_document
from debttree.locales import phrases
from debttree.model import Clock, DataPath
from debttree.tui.editor.arrangement import Arrangement, Only, arranged
from debttree.tui.editor.assessment import assess
from debttree.tui.editor.session import EditSession
from debttree.tui.editor.untranslated import untranslated
from debttree.tui.editor.view import View
from tests.tui.driving import SIZE, edited, go, settled, until_shown
from tests.tui.screens import screen_text

TODAY = dt.date(2026, 11, 28)
TREE = """\
format = "debttree/1"
[tree]
languages = ["zh", "en"]

[stages.early]
title = "Early"

# the last
[stages.late]
title = "Late"

[sources.law]
title = "The law"

[nodes.a]
title = { zh = "甲" }
stage = "late"
[[nodes.a.choices]]
label = "on"
to = "b"

[nodes.b]
title = "B"
stage = "early"
sources = ["law"]
[[nodes.b.choices]]
label = "on"
to = "gone"

# of c
[nodes.c]
title = "C"
stage = "late"
"""


@pytest.mark.parametrize(
    ("arrangement", "shown"),
    [
        (Arrangement(), "tree nodes.a nodes.b nodes.c stages.early stages.late sources.law"),
        (Arrangement(by_stage=True), "tree stages.early nodes.b stages.late nodes.a nodes.c sources.law"),
        (
            Arrangement(by_stage=True, folded=frozenset({"late"})),
            "tree stages.early nodes.b stages.late sources.law",
        ),
        (Arrangement(Only.UNTRANSLATED), "tree nodes.a"),
        (Arrangement(Only.UNSOURCED), "tree nodes.a"),
        (Arrangement(Only.PROBLEMS), "tree nodes.a nodes.b nodes.c"),
        (Arrangement(Only.UNTRANSLATED, by_stage=True), "tree stages.late nodes.a"),
    ],
)
def test_the_list_shows_what_is_asked_for(arrangement: Arrangement, shown: str) -> None:
    document = open_document(TREE.encode(), "tree")
    view = View(document, "en", assessment=assess(document, TODAY))
    assert [".".join(map(str, subject)) for subject in arranged(view, arrangement)] == shown.split()
    revealed = arrangement.revealing(view, ("nodes", "c"))
    assert ("nodes", "c") in arranged(view, revealed)


BOTH = TREE.replace('title = { zh = "甲" }', 'title = { zh = "甲", en = "A" }')
ALONE = BOTH.replace(', "en"', "")


@pytest.mark.parametrize(
    ("text", "places", "said"),
    [
        (TREE, ["nodes.a.title"] * 3, "Not there in: English"),
        (BOTH, ["nodes.b.choices.0.label", "nodes.c.title", "stages.early.title"], "7 texts are one string"),
        (ALONE, [], "Every text is there"),
    ],
)
def test_a_key_goes_through_what_is_to_be_translated(text: str, places: list[str], said: str) -> None:
    at: list[DataPath] = [("nodes", "b", "title")]
    told: list[str] = []
    view = View(open_document(text.encode(), "tree"), "en")
    editor = SimpleNamespace(go_to=at.append)
    page = SimpleNamespace(view=view, say=phrases("en"), editor=editor, tell=told.append)
    for _ in range(3):
        untranslated(cast("Any", page), at[-1])
    assert sorted(".".join(map(str, path)) for path in at[1:]) == sorted(places)
    assert all(line.startswith(said) for line in told)
    view = View(open_document(text.encode(), "tree"), "en")
    assert bool(arranged(view, Arrangement(Only.UNTRANSLATED))[1:]) is bool(places)


async def test_nodes_and_stages_move_and_stand_below_their_stages(tmp_path: Path) -> None:
    file = tmp_path / "tree.toml"
    file.write_text(TREE, encoding="utf-8")
    session = EditSession(file, Clock.standing(TODAY), private=True)
    app = edited(session)
    async with app.run_test(size=SIZE) as pilot:
        await settled(pilot)
        go(app, "nodes", "a")
        await pilot.press("z")  # by stage: the node that stands beside it there comes before it
        await until_shown(pilot, "▾ Late")
        await pilot.press("J")
        assert [*session.document.data["nodes"]] == ["b", "c", "a"]  # type: ignore[index]
        assert session.document.data["tree"]["root"] == "a"  # type: ignore[index]
        assert "# of c\n[nodes.c]" in session.document.text
        assert session.at == ("nodes", "a")
        go(app, "stages", "late")
        await pilot.press("K")
        assert [*session.document.data["stages"]] == ["late", "early"]  # type: ignore[index]
        await pilot.press("u", "u")
        assert session.document.text == TREE
        await pilot.press("left", "z")
        await until_shown(pilot, "▸ Late")
        go(app, "nodes", "c")  # what is folded is shown when one goes there
        await until_shown(pilot, "▾ Late")
        await pilot.press("o", "o")
        await until_shown(pilot, "only what is not translated")
        assert "■ 甲" in screen_text(app)
        assert "C  c" not in screen_text(app)
