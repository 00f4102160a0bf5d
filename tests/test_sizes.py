"""What CONTRIBUTING promises of every file: it says what it is for, and is short enough to be read at once."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [
    file.relative_to(ROOT).as_posix()
    for folder in ("src", "tests", "scripts", "bench")
    for file in sorted((ROOT / folder).rglob("*.py"))
]
FILE_LINES, FUNCTION_LINES = 425, 50


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_what_it_is_for_and_neither_it_nor_a_function_is_long(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    tree = ast.parse(text)
    said = ast.get_docstring(tree)
    assert not text or said, "the first line of a module says what it is for"
    assert len(text.splitlines()) <= FILE_LINES
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name
