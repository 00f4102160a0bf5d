"""What `make run` and `make test` do before the first time: install, and compile what an editable install does not."""

import runpy
import subprocess
from pathlib import Path

import pytest

DEV = Path(__file__).parents[1] / "scripts" / "dev.py"


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run."""
    commands: list[list[str]] = []

    def call(command: list[str], cwd: Path | None = None) -> int:
        commands.append([*command])
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    return commands


@pytest.mark.parametrize(("tools", "wanted"), [(False, "."), (True, ".[dev]")])
def test_what_was_installed_is_compiled_and_a_second_time_nothing_is_done(
    tmp_path: Path, ran: list[list[str]], tools: bool, wanted: str
) -> None:
    venv = tmp_path / "venv"
    venv.mkdir()
    here = runpy.run_path(str(DEV))["Environment"](venv)
    here.made(tools)
    made, installed, compiled = ran
    assert made[1:] == ["-m", "venv", str(venv)]
    assert installed[-2:] == ["-e", wanted]
    assert "constraints.txt" in installed
    assert compiled == [here.program("python"), "-m", "compileall", "-q", "src"]
    ran.clear()
    here.made(tools)
    assert ran == []
