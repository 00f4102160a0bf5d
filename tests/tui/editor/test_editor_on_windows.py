"""Which editor `E` finds on Windows, and what it is handed; the half of the room that is for Windows stands in."""

from pathlib import Path

import pytest

from debttree.system import windows_programs
from debttree.tui.editor import external_editor
from debttree.tui.editor.external_editor import own_editor

FILE = Path("f.toml")


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEFAULT_EDITOR", "command", "words_of"):
        monkeypatch.setattr(external_editor, name, getattr(windows_programs, name))


def installed(folder: Path, name: str) -> Path:
    program = folder / name
    program.write_text("")
    program.chmod(0o755)
    return program


def test_who_names_no_editor_gets_notepad_which_is_waited_for(tmp_path: Path) -> None:
    notepad = installed(tmp_path, "notepad")
    found = own_editor({"PATH": str(tmp_path)})
    assert found.opening(FILE, 7) == [str(notepad), "f.toml"]
    assert found.waits and found.name == "notepad"


def test_an_editor_named_by_a_path_with_backslashes_and_an_ending_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def which(name: str, path: str | None = None) -> str | None:
        return name if name.endswith("Code.CMD") else None

    installed(tmp_path, "Code.CMD")
    monkeypatch.setattr("shutil.which", which)
    found = own_editor({"PATH": "", "EDITOR": f'"{tmp_path}/Code.CMD" --wait'})
    assert found.opening(FILE, 7) == [f"{tmp_path}/Code.CMD", "--wait", "--goto", "f.toml:7"]
    assert found.waits and found.name == "code"
