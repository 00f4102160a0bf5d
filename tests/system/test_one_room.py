"""One room knows which system this is, and its two halves can stand in for each other."""

import ast
import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "debttree"
ROOM = SOURCE / "system"
ASKS = re.compile(r"\bsys\.platform\b|\bos\.name\b|\bplatform\.(system|platform|uname)\b|\bWINDOWS\b")
"""Words that ask which system it is."""

ONLY_THERE = {"fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "msvcrt", "winreg", "ctypes"}
"""Modules that one system has and another lacks."""


def elsewhere() -> list[Path]:
    return [file for file in sorted(SOURCE.rglob("*.py")) if ROOM not in file.parents]


def test_nothing_outside_the_room_asks_which_system_it_is() -> None:
    asking = [file.name for file in elsewhere() if ASKS.search(file.read_text("utf-8"))]
    assert asking == []
    assert all(ASKS.search((ROOM / name).read_text("utf-8")) for name in ("files.py", "terminal.py"))


def test_nothing_outside_the_room_imports_what_one_system_lacks() -> None:
    found = {
        f"{file.name}: {name}"
        for file in elsewhere()
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in _imported(node)
        if name in ONLY_THERE
    }
    assert found == set()


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module.partition(".")[0]]
    return []


@pytest.mark.parametrize("part", ["files", "terminal", "programs"])
def test_both_halves_have_the_names_and_signatures_that_the_room_promises(part: str) -> None:
    posix, windows = (_promises(ROOM / f"{half}_{part}.py") for half in ("posix", "windows"))
    promised = _all_of(ROOM / f"{part}.py")
    assert sorted(posix) == sorted(windows) == sorted(promised)
    assert posix == windows


def _all_of(file: Path) -> list[str]:
    tree = ast.parse(file.read_text("utf-8"))
    value = next(one.value for one in tree.body if isinstance(one, ast.Assign))
    return list(ast.literal_eval(value))


def _promises(file: Path) -> dict[str, object]:
    """Every public name of a module: with its signature where it is a function, its methods' where a class."""
    found: dict[str, object] = {}
    for one in ast.parse(file.read_text("utf-8")).body:
        if isinstance(one, ast.FunctionDef):
            found[one.name] = _signature(one)
        elif isinstance(one, ast.ClassDef):
            methods = [each for each in one.body if isinstance(each, ast.FunctionDef)]
            found[one.name] = {each.name: _signature(each) for each in methods if _is_shared(each.name)}
        elif isinstance(one, (ast.Assign, ast.AnnAssign)):
            target = one.target if isinstance(one, ast.AnnAssign) else one.targets[0]
            found[ast.unparse(target)] = "a value"
    return {name: promise for name, promise in found.items() if not name.startswith(("_", "("))}


def _is_shared(method: str) -> bool:
    """Properties of one half may be attributes of the other; what begins with one underscore is its own."""
    return (method.startswith("__") or not method.startswith("_")) and method != "is_open"


def _signature(function: ast.FunctionDef) -> str:
    return f"{ast.unparse(function.args)} -> {ast.unparse(function.returns) if function.returns else ''}"
