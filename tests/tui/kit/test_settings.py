"""Settings: what is right is used, what is wrong is said, nothing crashes."""

from pathlib import Path

import pytest

from debttree.journey import begin
from debttree.locales import phrases
from debttree.model import Tree
from debttree.storage.settings_file import settings_file
from debttree.tui.explorer.scene import Scene
from debttree.tui.kit.actions import ACTIONS, bindings, keys_of, with_keys
from debttree.tui.kit.key_names import key_name
from debttree.tui.kit.settings import Settings, read_settings
from tests.tui.conftest import TODAY, Kept
from tests.tui.driving import explored
from tests.tui.screens import screen_text


def settings(tmp_path: Path, text: str) -> tuple[Settings, str]:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    found = read_settings(file)
    return found, " ".join(phrases("en").tell(warning) for warning in found.warnings)


def test_without_a_file_everything_is_as_it_comes() -> None:
    assert not settings_file().exists()
    assert read_settings() == Settings()


def test_a_theme_and_keys_are_read(tmp_path: Path) -> None:
    found, warned = settings(tmp_path, 'theme = "light"\n[keys]\nback = ["b", "left"]\nhelp = "f9"\n')
    assert (found.theme, dict(found.keymap), warned) == (
        "light",
        {"back": ("b", "left"), "help": ("f9",)},
        "",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('language = "e s"', '"e s" is no language; write it as zh, es or pt-BR'),
        ("language = 3", '"3" is no language'),
        ('language = "he"', "written from right to left"),
        ("theme = [", "is no TOML"),
        ('colour = "x"', "there is no colour"),
        ('theem = "dark"', 'Did you mean "theme"?'),
        ('theme = "[red]"', "there is no theme [red]"),
        ("theme = 3", "there is no theme 3"),
        ("keys = 3", "keys has another form"),
        ('[keys]\nbakc = "b"', 'Did you mean "back"?'),
        ("[keys]\nback = 3", "back has another form"),
        ('[keys]\nback = []\nhelp = ""', "help has another form"),
        ('[keys]\nback = "f"', "f is given to both back and forward, so back keeps its own"),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_works(tmp_path: Path, text: str, said: str) -> None:
    found, warned = settings(tmp_path, text)
    assert said in warned
    assert found.theme == "dark"


def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    assert len(read_settings(tmp_path).warnings) == 1


def test_every_action_has_a_name_keys_and_words_of_its_own() -> None:
    ids = [action.id for action in ACTIONS]
    assert len(ids) == len(set(ids))
    for action in ACTIONS:
        assert action.keys and action.label.template and action.help.template.endswith(".")
    for where in {action.scope for action in ACTIONS}:
        keys = [key for action in ACTIONS if action.scope is where for key in action.keys]
        assert len(keys) == len(set(keys)), where
        assert all(binding.id for binding in bindings(where))


def test_keys_are_written_for_people() -> None:
    names = {
        "question_mark": "?", "ctrl+p": "Ctrl+P", "left": "←", "shift+tab": "Shift+Tab", "x": "x", "?": "?",
        "ctrl+shift+left": "Ctrl+Shift+←", "alt+f9": "Alt+F9", "+": "+",
    }  # fmt: skip
    assert {key: key_name(key) for key in names} == names
    (back,) = with_keys([action for action in ACTIONS if action.id == "back"], {"back": ("b",)})
    assert keys_of(back) == "b"


async def test_all_that_is_wrong_is_told_at_once(loan: Tree, tmp_path: Path) -> None:
    found, _ = settings(tmp_path, 'colour = "x"\n[keys]\nback = "Escp"\nmap = "o"\n')
    app = explored(Scene(loan, begin(loan), "en", TODAY), Kept(), found)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        told = " ".join(screen_text(app).split())
        assert "there is no colour" in told
        assert "there is no key Escp" in told
        assert "o is given to both map and outline" in told


async def test_other_keys_work_and_are_shown_and_warnings_are_told(loan: Tree, tmp_path: Path) -> None:
    found, _ = settings(tmp_path, '[keys]\nback = "b"\nnonsense = "x"\n')
    app = explored(Scene(loan, begin(loan), "en", TODAY), Kept(), found)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "there is no nonsense" in screen_text(app)
        await pilot.press("1")
        assert "b back" in screen_text(app)
        await pilot.press("left")
        assert app.explorer.scene.journey.at == "before-call"
        await pilot.press("b")
        assert app.explorer.scene.journey.at == "how-long"
