"""Which editor is a person's own, what it is asked, and the draft that it gets; no screen."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.editing.document import open_document
from debttree.locales import phrases
from debttree.model import Trouble
from debttree.tui.editor.draft import Draft, left_beside
from debttree.tui.editor.external_editor import own_editor

Install = Callable[[str], Path]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Put a program that does nothing where programs are looked for."""

    def install(name: str) -> Path:
        program = tmp_path / "bin" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        return program

    return install


def environment(tmp_path: Path, **named: str) -> dict[str, str]:
    return {"PATH": str(tmp_path / "bin"), **named}


@pytest.mark.parametrize(
    ("named", "words", "waits"),
    [
        ("vim", ["vim", "+7", "f.toml"], True),
        ("nano -w", ["nano", "-w", "+7", "f.toml"], True),
        ("ed", ["ed", "f.toml"], True),
        ("code", ["code", "--wait", "--goto", "f.toml:7"], True),
        ("code -w", ["code", "-w", "--goto", "f.toml:7"], True),
        ("gvim", ["gvim", "-f", "+7", "f.toml"], True),
        ("gvim --nofork", ["gvim", "--nofork", "+7", "f.toml"], True),
        ("kate", ["kate", "--block", "+7", "f.toml"], True),
        ("vim -g", ["vim", "-g", "+7", "f.toml"], False),
        ("emacsclient -n", ["emacsclient", "-n", "+7", "f.toml"], False),
        ("hx", ["hx", "f.toml:7"], True),
        ("subl", ["subl", "--wait", "f.toml:7"], True),
        ("my-editor", ["my-editor", "f.toml"], False),
    ],
)
def test_editors_are_asked_for_the_line_and_to_wait_in_their_own_way(
    named: str, words: list[str], waits: bool, tmp_path: Path, install: Install
) -> None:
    install(named.split()[0])
    for found in (
        own_editor(environment(tmp_path, VISUAL=named, EDITOR="joe")),
        own_editor(environment(tmp_path, EDITOR=named)),
        own_editor(environment(tmp_path, VISUAL=" \t", EDITOR=f" {named} ")),
    ):
        assert found.opening(Path("f.toml"), 7) == words
        assert found.waits is waits


@pytest.mark.parametrize(
    "named", ["{bin}/my editor", "{bin}/my editor -x", '"{bin}/my editor" -x', "~/bin/my editor -x"]
)
def test_a_path_may_hold_spaces_without_quotes_and_begin_at_home(
    named: str, tmp_path: Path, install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = install("my editor")
    monkeypatch.setenv("HOME", str(tmp_path))
    found = own_editor({"EDITOR": named.format(bin=program.parent)})
    assert found.opening(Path("f"), 1) == [str(program), *(["-x"] if "-x" in named else []), "f"]


def test_a_link_to_an_editor_is_asked_as_that_editor(tmp_path: Path, install: Install) -> None:
    install("nano.real")
    (tmp_path / "bin" / "editor").symlink_to("nano.real")
    install("busybox")
    (tmp_path / "bin" / "vi").symlink_to("busybox")
    opened = own_editor(environment(tmp_path, EDITOR="editor"))
    assert (opened.opening(Path("f"), 7), opened.waits) == (["editor", "+7", "f"], True)
    assert own_editor(environment(tmp_path, EDITOR="vi")).opening(Path("f"), 7) == ["vi", "f"]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ({}, "No editor is named. Set VISUAL or EDITOR"),
        ({"VISUAL": "", "EDITOR": "  "}, "No editor is named. Set VISUAL or EDITOR"),
        ({"VISUAL": "nosuch -x", "EDITOR": "vim"}, "There is no editor nosuch -x. It is named by VISUAL."),
        ({"EDITOR": "'"}, "There is no editor '. It is named by EDITOR."),
        ({"EDITOR": "''"}, "There is no editor ''."),
    ],
)
def test_without_an_editor_it_is_said_how_to_name_one(
    named: dict[str, str], said: str, tmp_path: Path, install: Install
) -> None:
    install("vim")
    with pytest.raises(Trouble) as found:
        own_editor(environment(tmp_path, **named))
    say = phrases("en")
    assert found.value.hint is not None
    assert f"{say.tell(found.value.message)} {say.tell(found.value.hint)}".startswith(said)


@pytest.mark.skipif(shutil.which("ed") is None, reason="ed is not installed")
def test_ed_opens_the_draft_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_text("one\n")
    words = own_editor({"EDITOR": "ed", "PATH": os.environ["PATH"]}).opening(Path("f.toml"), 4)
    done = subprocess.run(words, input=b"q\n", capture_output=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout.split()) == (0, [b"4"])


def test_the_draft_lies_beside_the_tree_for_its_owner_alone_and_goes(tmp_path: Path) -> None:
    tree = tmp_path / f"{'逾期' * 30}.toml"
    draft = Draft(open_document(b'format = "debttree/1"\n', tree.stem), tree)
    draft.begun()
    assert draft.file.parent == tmp_path
    assert draft.file.name.startswith(".逾期") and draft.file.suffix == ".toml"
    assert draft.file.stat().st_mode & 0o777 == 0o600
    assert left_beside(tree) == [draft.file]
    assert draft.is_needless()
    draft.remove()
    assert not [*tmp_path.iterdir()]


def test_where_nothing_can_be_written_beside_the_tree_the_draft_has_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    draft = Draft(open_document(b"", "tree"), tmp_path / "nowhere" / "tree.toml")
    draft.begun()
    assert draft.file.parent.parent == tmp_path
    assert draft.file.parent.stat().st_mode & 0o777 == 0o700
    draft.remove()
    assert not [*tmp_path.iterdir()]


def test_a_draft_is_read_once_nobody_writes_it_and_is_kept_while_somebody_has_it(tmp_path: Path) -> None:
    draft = Draft(open_document(b"old", "tree"), tmp_path / "tree.toml")
    editor = os.dup(draft.held[0])
    draft.begun()
    assert draft.is_open and not draft.has_just_ended()
    draft.file.write_bytes(b"half")
    assert draft.look() is None
    draft.file.write_bytes(b"all of it")
    assert draft.look() is None
    assert draft.look() == b"all of it"
    assert draft.look() is None
    assert not draft.is_needless()
    os.close(editor)
    assert draft.has_just_ended() and not draft.has_just_ended()
    assert draft.is_needless()
    draft.file.write_bytes(b"later")
    assert not draft.is_needless()
    draft.remove()
