"""The palette calls each action by a short verb, and finds it by the words that people type, in both languages."""

import pytest

from debttree import __version__
from debttree.locales import phrases
from debttree.tui.explorer.mode import Explorer
from debttree.tui.kit.actions import ACTIONS, Action, Scope, actions_in
from debttree.tui.kit.entries import Perform, Tell, action_entries, look_entries, matching, told_entries
from debttree.tui.kit.mode import UNOFFERED
from debttree.tui.kit.page import cells, plain
from debttree.tui.kit.scopes import MODES
from debttree.tui.kit.verbs import VERBS

LONGEST = 34
"""Cells of a verb at most: with its key it fits 40 columns."""

EXPLORED = actions_in(*Explorer.scopes, Scope.MAIN)
WRITTEN = actions_in(*{*MODES[Scope.EDITOR]} - {*MODES[Scope.EXPLORER]}, Scope.EVERYWHERE)


def offered(actions: list[Action]) -> list[Action]:
    return [action for action in actions if action.id not in UNOFFERED]


def found(typed: str, language: str, actions: list[Action]) -> list[str]:
    """The ids of what stands first when that is typed."""
    say = phrases(language)
    entries = [*action_entries(say, {}, offered(actions)), *look_entries(say, ("zh", "en"))]
    runs: dict[object, str] = {Perform(action.run): action.id for action in actions}
    return [runs.get(entry.item, "") for entry in matching(entries, typed)]


def test_every_action_on_offer_has_a_short_verb_and_no_verb_is_without_its_action() -> None:
    for language in ("en", "zh"):
        for action in (*offered(EXPLORED), *offered(WRITTEN)):
            assert cells(phrases(language).tell(VERBS[action.id].words)) <= LONGEST, action.id
    assert {*VERBS} <= {action.id for action in ACTIONS}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("help", "help"), ("export", "summary"), ("print", "summary"), ("undo", "back"), ("exit", "quit"),
        ("client", "next-journey"), ("deadline", "in-hand"), ("delete", "journeys"), ("date", "in-hand"),
        ("theme", "colours"), ("quit", "quit"), ("打印", "summary"), ("导出", "summary"), ("撤销", "back"),
        ("颜色", "colours"), ("字体颜色", "colours"), ("清除", "journeys"), ("退出", "quit"), ("帮助", "help"),
        ("期限", "in-hand"), ("日期", "in-hand"), ("客户", "next-journey"), ("语言", "language"), ("phone", "call"),
        ("call", "call"), ("font", "colours"), ("person", "journeys"), ("map", "map"), ("menu", "help"),
        ("restart", "restart"), ("lawyer", "urgent"), ("suicide", "urgent"), ("contact", "copy-here"),
        ("email", "summary"), ("rename", "journeys"), ("settings", "language"), ("privacy", "empty"),
        ("cancel", "back"), ("电话", "call"), ("字体", "colours"), ("保存", "summary"), ("笔记", "note"),
        ("删除", "journeys"), ("返回", "back"), ("地图", "map"), ("律师", "urgent"), ("怎么办", "urgent"),
        ("拨号", "call"), ("联系人", "copy-here"), ("取消", "back"), ("改名", "journeys"), ("邮件", "summary"),
        ("菜单", "help"), ("首页", "restart"), ("英语", "language"), ("contrast", "colours"), ("主题", "colours"),
        ("对比度", "colours"), ("language", "language"), ("close", "quit"), ("离开", "quit"), (":q", "quit"),
    ],
)  # fmt: skip
def test_the_explorers_palette_finds_what_people_type(typed: str, action: str, language: str) -> None:
    assert action in found(typed, language, EXPLORED)[:2]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "says"),
    [(word, "Ctrl +") for word in ("zoom", "size", "font", "字号", "字体", "放大")]
    + [(word, __version__) for word in ("version", "版本", "about")],
)
def test_what_no_action_does_is_said(typed: str, says: str, language: str) -> None:
    say = phrases(language)
    first = matching([*action_entries(say, {}, offered(EXPLORED)), *told_entries(say)], typed)[:2]
    told = [say.tell(entry.item.words) for entry in first if isinstance(entry.item, Tell)]
    assert [plain(entry.right) for entry in first if isinstance(entry.item, Tell)] == [says]
    assert says.split()[0] in told[0]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("typed", "action"),
    [("undo", "undo"), ("撤销", "undo"), ("delete", "delete"), ("删除", "delete"), ("save", "save-tree"),
     ("new", "add"), ("检查", "problems"), ("exit", "quit")],
)  # fmt: skip
def test_the_editors_palette_finds_what_people_type(typed: str, action: str, language: str) -> None:
    assert action in found(typed, language, WRITTEN)[:2]


def test_the_key_stands_at_the_right() -> None:
    entry = next(iter(matching(action_entries(phrases("en"), {}, offered(EXPLORED)), "print")))
    assert (plain(entry.words), plain(entry.right)) == ("Print, save or copy the summary", "x")
