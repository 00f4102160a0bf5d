"""Run the program or its checks from a checkout with nothing but Python: `python scripts/dev.py run | test | ...`.

It makes a virtual environment and installs into it what is needed, once. The Makefile calls it, so that commands are
defined once. It uses only the standard library, so that it runs with a bare Python.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

NEEDED_AGAIN_AFTER = ("pyproject.toml", "constraints.txt", "hatch_build.py")
"""Files whose change causes a new installation; catalogues of sentences too, which are compiled then."""

OTHER_SYSTEMS = ("win32", "darwin")

INNER_ROOMS = ("model", "reading", "locales", "storage", "analysis", "editing", "journey", "export")
"""Packages whose tests need no screen and no terminal."""


class Environment:
    """The virtual environment, created and filled when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def program(self, name: str) -> str:
        """Return the path of a program in it, on any system."""
        return str(self.folder / ("Scripts" if os.name == "nt" else "bin") / name)

    def made(self, tools: bool) -> None:
        """Create it and install the program, optionally with the development tools."""
        if sys.version_info < (3, 11):  # noqa: UP036 - this script may be started by an older Python
            _end("debttree needs Python 3.11 or newer; try: make PYTHON=python3.12 run")
        if not (self.folder / ".created").exists():
            if subprocess.call([sys.executable, "-m", "venv", str(self.folder)]):
                _end("No virtual environment could be made; on Debian and Ubuntu: apt install python3-venv")
            (self.folder / ".created").touch()
        ready = [self.folder / name for name in ((".ready-dev", ".ready") if tools else (".ready",))]
        if self._is_older(ready[0]):
            wanted = ".[dev]" if tools else "."
            _run(self.program("python"), *_PIP, "-c", "constraints.txt", "-e", wanted)
            _run(
                self.program("python"), "-m", "compileall", "-q", "src"
            )  # an editable install compiles no bytecode
            for stamp in ready:
                stamp.touch()

    @staticmethod
    def _is_older(stamp: Path) -> bool:
        if not stamp.exists():
            return True
        catalogues = (ROOT / "src" / "debttree" / "locales").glob("*/LC_MESSAGES/*.po")
        files = [*(ROOT / name for name in NEEDED_AGAIN_AFTER), *catalogues]
        return stamp.stat().st_mtime < max(file.stat().st_mtime for file in files)


_PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def _end(message: str) -> None:
    sys.stderr.write(message + "\n")
    sys.exit(2)


def _run(*command: str) -> None:
    """Run a command in the checkout; exit if it fails."""
    print(" ".join(command), flush=True)
    status = subprocess.call(command, cwd=ROOT)
    if status:
        sys.exit(status)


def lint(here: Environment, rest: list[str]) -> None:
    """Check format and rules."""
    _run(here.program("ruff"), "format", "--check", ".")
    _run(here.program("ruff"), "check", ".")


def types(here: Environment, rest: list[str]) -> None:
    """Check types."""
    _run(here.program("mypy"), *rest)


def other_types(here: Environment, rest: list[str]) -> None:
    """Check types as on Windows and macOS, except code that tests skip there.

    Code behind their `skip` is unreachable there on purpose, so mypy's warning about it is off.
    """
    for system in OTHER_SYSTEMS:
        windows = ["--always-false", "POSIX"] if system == "win32" else []
        cache = ["--cache-dir", f".mypy_cache/{system}"]
        _run(here.program("mypy"), "--platform", system, "--no-warn-unreachable", *windows, *cache)


def walls(here: Environment, rest: list[str]) -> None:
    """Check the import rules between packages."""
    _run(here.program("lint-imports"))


def tests(here: Environment, rest: list[str]) -> None:
    """Run the tests, or those named, with two processes per core: tests of screens wait half of their time."""
    workers = [] if "-n" in rest else ["-n", str(2 * (os.cpu_count() or 1))]
    _run(here.program("pytest"), "-q", *workers, *rest)


def other_systems(here: Environment, rest: list[str]) -> None:
    """Run the tests of `INNER_ROOMS` without the functions that Windows or macOS lacks."""
    rooms = rest or [f"tests/{room}" for room in INNER_ROOMS]
    for system in OTHER_SYSTEMS:
        _run(
            here.program("python"),
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.other_system",
            "--system",
            system,
            *rooms,
        )


def run(here: Environment, rest: list[str]) -> None:
    """Run the program; if the system can, by replacing this process, so that it has the terminal to itself."""
    command = [here.program("debttree"), *rest]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def setup(here: Environment, rest: list[str]) -> None:
    """Install only."""


def test(here: Environment, rest: list[str]) -> None:
    """Run all checks that a change must pass; mypy, which uses one core, runs at the same time as the rest."""
    lint(here, [])
    with subprocess.Popen(
        [here.program("mypy")], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as mypy:
        try:
            walls(here, [])
            tests(here, rest)
        finally:
            said, _ = mypy.communicate()
            print(said, end="", flush=True)
    if mypy.returncode:
        sys.exit(mypy.returncode)


COMMANDS = {
    "run": run,
    "test": test,
    "lint": lint,
    "types": types,
    "walls": walls,
    "tests": tests,
    "other-types": other_types,
    "other-systems": other_systems,
    "setup": setup,
}


def main() -> None:
    """Parse the arguments, create the environment and run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--venv", default=".venv", help="the virtual environment (default: .venv)")
    parser.add_argument("--without-tools", action="store_true", help="install the program alone")
    parser.add_argument("command", choices=list(COMMANDS))
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="given on to the program, mypy or pytest")
    options = parser.parse_args()
    here = Environment(ROOT / options.venv)
    here.made(tools=options.command != "run" and not options.without_tools)
    os.environ.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # the tests start hundreds of processes with the same modules
    try:
        COMMANDS[options.command](here, options.rest)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
