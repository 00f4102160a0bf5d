"""The person's own keys: every spelling of the pages works, what is no key is refused, and nobody is locked in."""

import pkgutil
import re
import string
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import debttree.tui
from debttree.journey import begin
from debttree.locales import phrases
from debttree.model import Clock, Tree
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import ACTIONS, Scope
from debttree.tui.kit.dialogs.frame import Framed
from debttree.tui.kit.key_names import key_name, key_of, read_key
from debttree.tui.kit.own_keys import SCREENS, WAYS_OUT, read_keymap
from debttree.tui.kit.program import Program
from debttree.tui.kit.settings import Settings
from tests.tui.conftest import TODAY, Kept
from tests.tui.driving import explored
from tests.tui.screens import screen_lines

PAGES = Path(__file__).parents[3] / "docs" / "users"
BY_ID = {action.id: action for action in ACTIONS}


def printed(page: str) -> list[tuple[str, list[str]]]:
    """The name of each action on a page, and its keys as they are spelled there."""
    rows = re.findall(r"^\| (.+) \| .+ \| `([^`]+)` \|$", (PAGES / page).read_text("utf-8"), re.M)
    return [(name, re.findall("`([^`]+)`", keys)) for keys, name in rows]


def said(given: dict[str, object]) -> tuple[dict[str, tuple[str, ...]], str]:
    keymap, warnings = read_keymap(given)
    return dict(keymap), " ".join(phrases("en").tell(warning) for warning in warnings)


@pytest.mark.parametrize("page", ["keys.md", "keys.zh.md"])
def test_every_spelling_of_the_page_is_taken_and_means_the_key_that_works(page: str) -> None:
    rows = printed(page)
    assert len(rows) > 60
    for name, keys in rows:
        wanted = {} if BY_ID[name].keys_shown is not None else {name: BY_ID[name].keys}
        given: object = keys if len(keys) > 1 else keys[0]
        assert said({name: given}) == (wanted, ""), name
    assert said({name: keys if len(keys) > 1 else keys[0] for name, keys in rows})[1] == ""


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Esc", "escape"), ("ESC", "escape"), ("Ctrl+Q", "ctrl+q"), ("ctrl+q", "ctrl+q"), ("Control+q", "ctrl+q"),
        ("F1", "f1"), ("Backspace", "backspace"), ("PgDn", "pagedown"), ("pagedown", "pagedown"), ("Space", "space"),
        (" ", "space"), ("Alt+↑", "alt+up"), ("Alt+X", "alt+x"), ("Shift+Tab", "shift+tab"), ("?", "question_mark"),
        ("？", "question_mark"), ("、", "slash"), ("+", "plus"), ("x", "x"), ("X", "X"), ("Shift+x", "X"), ("ö", "ö"),
        ("Ctrl+Shift+←", "ctrl+shift+left"), ("Return", "enter"), ("Del", "delete"), ("full_stop", "full_stop"),
        ("Ctrl+I", None), ("Ctrl+M", None), ("Ctrl+1", None), ("Shift+1", None), ("F25", None), ("a b", None),
        ("ab", None), ("Super+x", None), ("Ctrl+", None), ("+a", None), ("\n", None), ("Ctrl+Ctrl", None),
        ("ctrl+" * 5_000 + "x", None),
    ],
)  # fmt: skip
def test_keys_are_read_as_people_write_them(written: str, key: str | None) -> None:
    assert read_key(written) == key
    assert key is None or read_key(key_name(key)) == key


@pytest.mark.parametrize(
    ("given", "warned"),
    [
        ({"back": "Escp"}, 'there is no key Escp, so back keeps its own. Did you mean "Esc"?'),
        (
            {"back": ["b", "Bakspace"]},
            'there is no key Bakspace, so back keeps its own. Did you mean "Backspace"?',
        ),
        ({"back": "\x1b[31m"}, "there is no key ␛[31m, so back keeps its own."),
        ({"back": "Esc"}, "Esc stays as it is, a way out for everybody; back keeps its own."),
        ({"note": "Ctrl+Q"}, "Ctrl+Q stays as it is, a way out for everybody; note keeps its own."),
        ({"done": "d"}, "d is for typing where done works, so done keeps its own."),
        ({"save-text": "Ctrl+K"}, "Ctrl+K is for typing where save-text works, so save-text keeps its own."),
        ({"next-hit": "Enter"}, "Enter is for typing"),
        ({"choose": "y"}, "y answers questions, so choose keeps its own."),
        ({"whole": "m"}, "m is given to both whole and map, so whole keeps its own."),
        ({"map": "z"}, "z is given to both drawing and map, so map keeps its own."),
        ({"up": "u"}, "u is given to both up and undo, so up keeps its own."),
        ({"back": ["b", ""]}, "back has another form than is needed."),
        ({"back": {"a": 1}}, "back has another form than is needed."),
    ],
)
def test_what_cannot_be_taken_is_said_and_the_keys_stay(given: dict[str, object], warned: str) -> None:
    keymap, words = said(given)
    assert warned in words
    assert keymap == {}


def test_two_actions_may_change_their_keys_with_each_other() -> None:
    assert said({"map": "o", "outline": "m"}) == ({"map": ("o",), "outline": ("m",)}, "")
    keymap, words = said({"map": "o", "outline": "Escp"})
    assert keymap == {}
    assert "o is given to both map and outline, so map keeps its own." in words


def test_the_ways_out_stay_whatever_is_given() -> None:
    keymap, words = said({name: "F5" if "quit" in name else "F9" for name in WAYS_OUT if name != "take-text"})
    assert words == ""
    assert all(WAYS_OUT[name] in keys for name, keys in keymap.items())


def kinds(kind: type[Framed]) -> Iterator[type[Framed]]:
    for below in kind.__subclasses__():
        yield below
        yield from kinds(below)


def test_clashes_are_looked_for_on_every_screen() -> None:
    for module in pkgutil.walk_packages(debttree.tui.__path__, "debttree.tui."):
        import_module(module.name)
    bound = {action.id: action.scope for action in ACTIONS}
    for screen in kinds(Framed):
        if screen.__module__.startswith("debttree."):
            own = {
                bound[b.id]
                for base in screen.__mro__
                for b in vars(base).get("BINDINGS", ())
                if b.id in bound
            }
            assert any({*screen.scopes} | own <= {*together} for together in SCREENS), screen
    assert {where for together in SCREENS for where in together} == {*Scope}


@pytest.mark.parametrize("wide", [(Scope.EXPLORER, Scope.EVERYWHERE), (Scope.EDITOR, Scope.EVERYWHERE)])
def test_a_new_action_takes_a_free_key(wide: tuple[Scope, ...]) -> None:
    """One screen's action may take the key of a wider one; on one level the other would never be heard."""
    for level in (wide, *((scope,) for scope in Scope)):
        keys = [key for action in ACTIONS if action.scope in level for key in action.keys]
        assert sorted(keys) == sorted({*keys}), level


class Listening(Program):
    """A program that knows which keys came."""

    def __init__(self) -> None:
        super().__init__(Settings(), Clock.standing(TODAY))
        self.heard: list[str] = []

    def on_key(self, event: object) -> None:
        self.heard.append(getattr(event, "key", ""))


async def test_signs_have_the_names_that_textual_gives_them() -> None:
    app = Listening()
    signs = ["7", "a", "Z", *string.punctuation]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*signs)
    assert app.heard == [key_of(sign) for sign in signs]


async def test_nobody_is_locked_in_on_the_map_or_in_the_search(loan: Tree) -> None:
    keymap, _ = read_keymap({"close": "F7", "quit": "F8", "map": "F9", "search": "s", "sources": "/"})
    app = explored(Scene(loan, begin(loan), "en", TODAY), Kept(), Settings(keymap=keymap))
    async with app.run_test(size=(80, 24)) as pilot:
        first = screen_lines(app)[0]
        for way_in in ("f9", "s"):
            for way_out in ("escape", "f7"):
                await pilot.press(way_in)
                assert screen_lines(app)[0] != first
                await pilot.press(way_out)
                assert screen_lines(app)[0] == first
        await pilot.press("f9", "ctrl+q")
    assert app.return_code == 0
