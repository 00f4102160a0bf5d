"""Ctrl-C at any stage of a command: status 130, no traceback, every file whole, no litter."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main, process
from debttree.storage.atomic import create_exclusive, write_atomic
from tests.export.conftest import GUIDE
from tests.on_posix import POSIX

if not POSIX:
    pytest.skip("signals, owners and terminals as POSIX has them", allow_module_level=True)

INTERRUPTED = """
import importlib, os, signal, sys
from debttree.cli.main import process

signal.signal(signal.SIGINT, signal.default_int_handler)  # the tests may run under nohup, or behind a shell
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
module, _, name = sys.argv[1].partition(":")
numbers = [int(number) for number in sys.argv[2].split(",")]
*owners, last = name.split(".")
owner = importlib.import_module(module)
for part in owners:
    owner = getattr(owner, part)
real = getattr(owner, last)

def interrupted(*arguments, **options):
    setattr(owner, last, real)
    for number in numbers:
        os.kill(os.getpid(), number)
    return real(*arguments, **options)

setattr(owner, last, interrupted)
sys.argv = ["debttree", *sys.argv[3:]]
sys.exit(process())
"""
"""Runs the program, and sends it signals at the moment when it calls a function."""


def interrupted(
    stage: str, *arguments: str, signals: tuple[signal.Signals, ...] = (signal.SIGINT,)
) -> subprocess.CompletedProcess[bytes]:
    """Run a command that is interrupted as it comes to a stage."""
    numbers = ",".join(str(number.value) for number in signals)
    return subprocess.run(
        [sys.executable, "-c", INTERRUPTED, stage, numbers, *arguments],
        input=b"1\n",
        capture_output=True,
        check=False,
        timeout=60,
    )


STAGES = [
    ("debttree.cli.main:_open_closed_streams", ["check", "long.toml"]),
    ("importlib:import_module", ["check", "long.toml"]),
    ("argparse:ArgumentParser.parse_args", ["check", "long.toml"]),
    ("tomli:loads", ["check", "long.toml"]),
    ("debttree.reading.reader:read_data", ["check", "long.toml"]),
    ("debttree.cli.session:Session.line", ["check", "long.toml"]),
    ("debttree.export.parts:Summary.__init__", ["export", "g.toml", "--path", "start", "-o", "out.md"]),
    ("debttree.cli.session:Session.read_line", ["walk", "g.toml"]),
    ("debttree.journey.keeper:to_bytes", ["walk", "g.toml"]),
    ("debttree.editing.history:History.do", ["rename", "g.toml", "start", "begin"]),
    ("tomli:loads", ["rename", "g.toml", "start", "begin"]),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a small tree and a longer one."""
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    Path("g.toml").write_bytes(GUIDE.read_bytes())
    chain = [
        f'[nodes.n{i}]\ntitle = "N"\nchoices = [{{ label = "on", to = "n{i + 1}" }}]\n' for i in range(1_000)
    ]
    Path("long.toml").write_text('format = "debttree/1"\n' + "".join(chain) + '[nodes.n1000]\ntitle = "E"\n')
    return folder


@pytest.mark.parametrize(("stage", "command"), STAGES)
def test_an_interrupt_ends_quietly_and_leaves_everything_as_it_was(
    folder: Path, stage: str, command: list[str]
) -> None:
    done = interrupted(stage, *command)
    assert (done.returncode, done.stderr) == (130, b"")
    assert sorted(file.name for file in folder.iterdir()) == ["g.toml", "long.toml"]
    assert Path("g.toml").read_bytes() == GUIDE.read_bytes()


def test_a_second_interrupt_ends_at_once_and_as_quietly(folder: Path) -> None:
    done = interrupted("tomli:loads", "check", "g.toml", signals=(signal.SIGINT, signal.SIGINT))
    assert done.returncode in (130, -signal.SIGINT)
    assert done.stderr == b""
    assert folder.is_dir()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("call", ["os:fsync", "os:replace"])
def test_a_signal_in_the_middle_of_a_save_waits_until_the_file_is_whole(
    folder: Path, call: str, number: signal.Signals
) -> None:
    done = interrupted(call, "rename", "g.toml", "start", "begin", signals=(number,))
    assert done.returncode == (130 if number is signal.SIGINT else -number)
    assert done.stderr == b""
    assert b"[nodes.begin]" in Path("g.toml").read_bytes()
    assert sorted(file.name for file in folder.iterdir()) == ["g.toml", "long.toml"]


@pytest.mark.parametrize("nameless", [True, False])
@pytest.mark.parametrize("write", [write_atomic, create_exclusive])
def test_signals_are_as_before_after_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: object, nameless: bool
) -> None:
    if not nameless:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    assert callable(write)
    write(tmp_path / "x", b"x")
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def test_the_process_and_the_call_answer_alike(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["debttree", "--version"])
    before = signal.getsignal(signal.SIGINT)
    try:
        assert process() == main(["--version"]) == 0
    finally:
        signal.signal(signal.SIGINT, before)
    first, second = capsys.readouterr().out.splitlines()
    assert first == second


def test_an_interrupt_while_a_class_is_being_made_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python before 3.12 makes another error of it, and classes are made as long as modules are imported."""
    causes: list[BaseException] = [KeyboardInterrupt(), ValueError()]

    def wrapped(_: list[str]) -> int:
        raise RuntimeError("Error calling __set_name__") from causes.pop(0)

    monkeypatch.setattr("debttree.cli.main._run", wrapped)
    monkeypatch.setattr(sys, "argv", ["debttree"])
    before = signal.getsignal(signal.SIGINT)
    try:
        assert process() == 130
        with pytest.raises(RuntimeError):
            process()
    finally:
        signal.signal(signal.SIGINT, before)
