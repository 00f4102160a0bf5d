"""Unsaved edits survive the end of the program, whatever ended it."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.model import Trouble, msg
from debttree.reading.blocks import Splice
from debttree.storage.folders import state_folder
from debttree.storage.journal import Journal, unsaved
from tests.on_posix import POSIX

BASE = b"\xef\xbb\xbfone\r\ntwo\r\n"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return tmp_path / "tree.toml"


def _killed_while_editing(tree: Path) -> None:
    """Another process records edits and is killed."""
    script = (
        "import sys, pathlib\n"
        "from debttree.reading.blocks import Splice\n"
        "from debttree.storage.journal import Journal\n"
        "journal = Journal(pathlib.Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))\n"
        "journal.record([[Splice(0, 3, 'eins')], [Splice(6, 9, '二')]])\n"
        "journal.record([[Splice(0, 0, '# ')]])\n"
        "print(flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(tree), BASE.hex()]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as editor:
        assert editor.stdout is not None
        editor.stdout.readline()
        assert unsaved() == []  # it is still being edited
        editor.kill()


def test_edits_survive_a_kill(tree: Path) -> None:
    _killed_while_editing(tree)
    (found,) = unsaved(tree)
    assert (found.file, found.base, found.text) == (tree, BASE, "# eins\r\n二\r\n")
    assert unsaved() == [found]
    assert unsaved(tree.with_name("other.toml")) == []
    found.discard()
    assert unsaved() == []
    assert list((state_folder() / "unsaved").iterdir()) == []


HELD = {
    "held": ("journal.hold([[Splice(3, 3, '!')]])", "a!"),
    "held anew": ("journal.hold([[Splice(3, 3, '?????')]]); journal.hold([[Splice(3, 3, '!')]])", "a!"),
    "recorded over": ("journal.hold([[Splice(3, 3, '?????')]]); journal.record([[Splice(3, 3, '!')]])", "a!"),
    "let go": ("journal.hold([[Splice(3, 3, '?????')]]); journal.let_go()", "a"),
}


@pytest.mark.parametrize("then", HELD)
def test_what_is_being_typed_survives_until_something_takes_its_place(tree: Path, then: str) -> None:
    act, after = HELD[then]
    script = (
        "import os, pathlib, signal, sys\n"
        "from debttree.reading.blocks import Splice\n"
        "from debttree.storage.journal import Journal\n"
        "journal = Journal(pathlib.Path(sys.argv[1]), b'one')\n"
        f"journal.record([[Splice(0, 3, 'a  ')]]); {act}\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tree)], check=False)
    (found,) = unsaved(tree)
    assert found.text.replace(" ", "") == after


def test_a_line_that_was_cut_off_is_left_out(tree: Path) -> None:
    _killed_while_editing(tree)
    (changes,) = (state_folder() / "unsaved").glob("*.changes")
    changes.write_bytes(changes.read_bytes()[:-4])
    (found,) = unsaved(tree)
    assert found.text == "eins\r\n二\r\n"


@pytest.mark.parametrize(
    "damage", [b"", b"[]\n", b'{"file": 3}\n[[[1]]]\n', b'{"file": "x"}\n[[["a", 2, 3]]]\n']
)
def test_a_damaged_journal_is_no_crash(tree: Path, damage: bytes) -> None:
    _killed_while_editing(tree)
    (changes,) = (state_folder() / "unsaved").glob("*.changes")
    changes.write_bytes(damage)
    assert unsaved() == []


def test_it_is_for_its_owner_alone(tree: Path) -> None:
    journal = Journal(tree, BASE)
    assert not state_folder().exists()
    journal.record([[Splice(0, 3, "x")]])
    folder = state_folder() / "unsaved"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (state_folder(), folder)] == [0o700, 0o700]
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    journal.discard()
    assert list(folder.iterdir()) == []


def test_what_is_saved_needs_no_journal(tree: Path) -> None:
    journal = Journal(tree, BASE)
    journal.record([[Splice(0, 3, "x")]])
    journal.saved(b"x\r\n")
    assert list((state_folder() / "unsaved").iterdir()) == []
    journal.record([[Splice(0, 1, "y")]])
    (base,) = (state_folder() / "unsaved").glob("*.base")
    assert base.read_bytes() == b"x\r\n"
    journal.discard()


def test_a_folder_that_cannot_be_made_is_named(tree: Path) -> None:
    state_folder().parent.mkdir(parents=True)
    state_folder().write_text("no folder")
    with pytest.raises(Trouble, match="cannot"):
        Journal(tree, BASE).record([[Splice(0, 3, "x")]])


def test_a_disk_that_fills_up_in_the_middle_is_said_and_keeps_what_it_has(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tree, BASE)
    journal.record([[Splice(0, 3, "eins")]])

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        with pytest.raises(Trouble, match="cannot be kept safe") as caught:
            journal.record([[Splice(0, 4, "uno")]])
    assert caught.value.message.values["reason"] == msg("the disk is full")
    journal.record([[Splice(0, 0, "# ")]])
    assert recovered(tree) == "# uno\r\ntwo\r\n"  # what could not be kept then is kept now
    journal.discard()
    assert list((state_folder() / "unsaved").iterdir()) == []


def recovered(tree: Path) -> str | None:
    """The text that would be recovered if the journal's program ended now; None where there is nothing to."""
    (kept,) = (state_folder() / "unsaved").glob("*.changes")
    beside = kept.with_name(kept.name.replace("-", "-copy", 1))  # the journal itself is in use
    beside.write_bytes(kept.read_bytes())
    beside.with_suffix(".base").write_bytes(kept.with_suffix(".base").read_bytes())
    found = unsaved(tree)
    for copied in (beside, beside.with_suffix(".base")):
        copied.unlink()
    return found[0].text if found else None


@pytest.mark.parametrize("size", [0, 8, 40, 60, 75, 90])
def test_a_disk_with_little_room_leaves_whole_lines_and_no_litter(tree: Path, size: int) -> None:
    """The system cuts a write off in the middle; when there is room again, all is kept."""
    script = (
        "import resource, signal, sys, pathlib\n"
        "from debttree.model import Trouble\n"
        "from debttree.reading.blocks import Splice\n"
        "from debttree.storage.journal import Journal\n"
        "tree, size = pathlib.Path(sys.argv[1]), int(sys.argv[2])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "journal, most = Journal(tree, b'a'), resource.RLIM_INFINITY\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))\n"
        "for letter in 'bcd':\n"
        "    try: journal.record([[Splice(0, 1, letter)]])\n"
        "    except Trouble: pass\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))\n"
        "journal.record([[Splice(1, 1, '!')]])\n"
        "print('end', flush=True)\n"
        "sys.stdin.read()\n"
    )
    command = [sys.executable, "-c", script, str(tree), str(size)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as editor:
        assert editor.stdout is not None
        assert editor.stdout.readline() == b"end\n"
        editor.kill()
    (found,) = unsaved(tree)
    assert found.text == "d!"
    assert len(list((state_folder() / "unsaved").iterdir())) == 2


@pytest.mark.parametrize("kind", ["pipe", "link", "deep"])
def test_what_stands_in_the_place_of_a_journal_is_passed_over(tree: Path, kind: str) -> None:
    if not POSIX:
        pytest.skip("as POSIX alone has it")
    _killed_while_editing(tree)
    (changes,) = (state_folder() / "unsaved").glob("*.changes")
    changes.unlink()
    if kind == "pipe":
        os.mkfifo(changes)
    elif kind == "link":
        changes.symlink_to("/dev/zero")
    else:
        changes.write_bytes(b'{"file": "x"}\n' + b"[" * 100_000)
    assert unsaved() == []


def test_a_file_whose_name_is_in_no_encoding_has_its_journal_too(tmp_path: Path) -> None:
    tree = tmp_path / os.fsdecode(b"\xff.toml")
    _killed_while_editing(tree)
    assert [found.file for found in unsaved(tree)] == [tree]


def test_what_was_never_kept_needs_no_forgetting(tree: Path) -> None:
    journal = Journal(tree, BASE)
    journal.discard()
    journal.saved(b"x\r\n")
    assert not state_folder().exists()


def test_edits_that_came_back_to_what_was_there_are_none(tree: Path) -> None:
    journal = Journal(tree, BASE)
    journal.record([[Splice(0, 3, "eins")]])
    journal.record([[Splice(0, 4, "one")]])
    assert recovered(tree) is None
    journal.record([[Splice(0, 3, "zwei")]])
    assert recovered(tree) == "zwei\r\ntwo\r\n"
    journal.discard()


def test_a_folder_that_cannot_be_looked_into_holds_nothing(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _killed_while_editing(tree)

    def gone(_kept: Path) -> float:  # another run of the program discarded it just now
        raise FileNotFoundError

    monkeypatch.setattr("debttree.storage.journal._age", gone)
    assert unsaved() == []
