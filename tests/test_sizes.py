"""What CONTRIBUTING promises of every file: it says what it is for, and is short enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILE_LINES, FUNCTION_LINES = 425, 50


@pytest.mark.parametrize("folder", ["src", "tests", "scripts", "bench"])
def test_a_file_says_what_it_is_for_and_neither_it_nor_a_function_is_long(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert files
    found = [fault for file in files for fault in faults(file)]
    assert not found, "\n".join(found)


def faults(file: Path) -> Iterator[str]:
    """What a file promises and does not keep."""
    name = file.relative_to(ROOT).as_posix()
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    if text and not ast.get_docstring(tree):
        yield f"{name}: its first line does not say what it is for"
    if len(text.splitlines()) > FILE_LINES:
        yield f"{name}: it is longer than {FILE_LINES} lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > FUNCTION_LINES:
            yield f"{name}: {node.name} is longer than {FUNCTION_LINES} lines"


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1
