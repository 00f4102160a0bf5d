"""What the Windows half of the room does; all of it runs under `--system win32`, and what needs no Windows here too."""

import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

from debttree.storage.atomic import BeingSaved, create_exclusive, write_atomic
from debttree.system import windows_programs
from debttree.system.files import held, lock, open_new
from debttree.system.windows_programs import (
    DEFAULT_EDITOR,
    command,
    has_windows,
    own_locale,
    quoted,
    words_of,
)
from tests.on_posix import POSIX


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    empty = tmp_path / "folder"
    empty.mkdir()
    return empty


def test_a_command_is_read_as_windows_reads_it() -> None:
    assert words_of(r'"C:\Program Files\ed.exe" --wait') == [r"C:\Program Files\ed.exe", "--wait"]
    assert words_of("code --wait") == ["code", "--wait"]
    assert DEFAULT_EDITOR == "notepad" and has_windows({})


def test_a_batch_file_is_started_by_its_full_name_and_given_no_name_that_it_would_run() -> None:
    code = r"C:\bin\code.CMD"
    assert command(code, ["code", "--wait", r"C:\me\my tree.toml"]) == [code, "--wait", r"C:\me\my tree.toml"]
    with pytest.raises(OSError) as caught:
        command(code, ["code", "a&calc.toml"])
    assert caught.value.errno == errno.EILSEQ
    assert command(r"C:\notepad.exe", ["notepad", "a&b.toml"])[1:] == ["a&b.toml"]


@pytest.mark.parametrize(
    ("word", "seen"), [(r"C:\a\b.toml", r"C:\a\b.toml"), ("a b", "'a b'"), ("$x;", "'$x;'")]
)
def test_powershell_reads_a_word_as_one(word: str, seen: str) -> None:
    assert quoted(word) == seen


@pytest.mark.parametrize(
    ("name", "code"),
    [("Chinese (Simplified)_China", "zh"), ("English_United States", "en"), ("zh_CN", "zh_CN"), (None, "C")],
)
def test_the_locale_of_windows_is_known_by_either_of_its_names(
    name: str | None, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = SimpleNamespace(getlocale=lambda _: (name, "936"), LC_CTYPE=0)
    monkeypatch.setattr(windows_programs, "locale", here)
    assert own_locale() == code


def test_whoever_saves_keeps_others_from_it_and_leaves_nothing_behind(folder: Path) -> None:
    file = folder / "tree.toml"
    create_exclusive(file, b"old")
    with held(file), pytest.raises(BeingSaved):
        write_atomic(file, b"new")
    write_atomic(file, b"newer")
    assert file.read_bytes() == b"newer"
    assert [left.name for left in folder.iterdir()] == ["tree.toml"]


def test_what_a_killed_process_left_behind_goes_and_what_is_held_stays(folder: Path) -> None:
    if POSIX:
        pytest.skip("the lock of Windows lies beside the file")
    for name in (".debttree-dead.tmp", ".debttree-dead.lock", ".debttree-held.tmp"):
        (folder / name).touch()
    lock(open_new(folder / ".debttree-held.lock"))
    create_exclusive(folder / "new", b"x")
    assert {left.name for left in folder.iterdir()} == {".debttree-held.tmp", ".debttree-held.lock", "new"}
