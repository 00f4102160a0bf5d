"""Nothing leaves the machine and nothing in a file is run: no code for it, and no such call while it works."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import debttree
from tests.export.conftest import GUIDE

NETWORK = {
    "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl", "urllib",
    "webbrowser", "xmlrpc",
}  # fmt: skip
RUNNING = {"code", "ctypes", "marshal", "multiprocessing", "pickle", "pty", "runpy", "shelve", "subprocess"}
ROOT = Path(__file__).parents[2]
MAY_RUN = {"lending.py", "browser.py", "opening.py"}
"""The person's own editor and browser, when they ask for them."""
MAY_CALL_C = {"memory.py": {"ctypes"}}
"""One function of the C library, with a number that is always the same."""


def test_no_module_can_reach_the_network_or_run_what_a_file_says() -> None:
    for file in Path(debttree.__file__).parent.rglob("*.py"):
        allowed = RUNNING if file.name in MAY_RUN else MAY_CALL_C.get(file.name, set())
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Import):
                imported = {name.name.partition(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported = {(node.module or "").partition(".")[0]}
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), file
                continue
            else:
                continue
            assert not imported & ((NETWORK | RUNNING) - allowed), file


WATCHED = """
import asyncio, datetime, pathlib, sys

FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request",
    "http.client.connect", "webbrowser.open", "subprocess.Popen", "os.system", "os.exec", "os.fork", "os.forkpty",
    "os.posix_spawn", "os.spawn", "pickle.find_class",
)
seen = []
sys.addaudithook(lambda event, _: seen.append(event) if event in FORBIDDEN else None)

def explore(tree):
    from debttree.analysis.checking import check_file
    from debttree.journey import begin
    from debttree.tui.kit.actions import ACTIONS, Scope
    from debttree.tui.explorer.mode import Explorer
    from debttree.tui.explorer.scene import Scene
    from tests.tui.quick_pilot import Driven

    today = datetime.date(2026, 11, 23)
    read = check_file(pathlib.Path(tree), today).tree
    app = Driven()
    scene = Scene(read, begin(read), "en", today, private=True)
    app.start_with(Explorer(app, scene, lambda journey, language: None))
    passed = ("quit", "edit", "suspend", "close")
    keys = [a.keys[0] for a in ACTIONS if a.scope in (Scope.EXPLORER, Scope.EVERYWHERE) and a.id not in passed]

    async def look():
        async with app.run_test(size=(100, 30)) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.press("escape")
            await pilot.press("1")

    asyncio.run(look())
    return 0

if sys.argv[1] == "explore":
    status = explore(sys.argv[2])
else:
    from debttree.cli.main import main

    status = main(sys.argv[1:])
print(seen, file=sys.stderr)
sys.exit(99 if seen else status)
"""
"""Runs a command, or the explorer through all its screens, and tells of every call that reaches out."""

TREES = (GUIDE, Path(__file__).parents[1] / "tui" / "trees" / "hostile.toml")


@pytest.mark.parametrize("tree", TREES, ids=lambda tree: tree.stem)
@pytest.mark.parametrize(
    "command",
    [
        ["explore"], ["check"], ["walk"], ["graph", "--format", "graphml"], ["prospects"],
        *(["export", "--path", "start", "--format", form] for form in ("md", "html", "json")),
    ],
    ids="-".join,
)  # fmt: skip
def test_no_command_reaches_out(tmp_path: Path, tree: Path, command: list[str]) -> None:
    name, *options = command
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, name, str(tree), *options],
        input=b"1\nq\n",
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    assert done.stderr.endswith(b"[]\n"), done.stderr.decode()
