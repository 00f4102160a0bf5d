"""ARCHITECTURE.md and dependencies.md say what the tree, the import rules and pyproject.toml say."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import tomli

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "debttree"
PROJECT = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LAYERS: list[list[str]] = [
    layer.split(" | ") for layer in PROJECT["tool"]["importlinter"]["contracts"][0]["layers"]
]
ROOMS = [room for layer in LAYERS for room in layer]


@cache
def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def rows(text: str) -> Iterator[list[str]]:
    """The cells of the rows of a table, without its head."""
    lines = [line for line in text.split("\n") if line.startswith("|")]
    for line in lines[2:]:
        yield [cell.strip() for cell in line.strip("|").split("|")]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def test_the_drawing_has_the_rooms_of_the_import_rules_in_their_order() -> None:
    drawing = page("ARCHITECTURE.md").split("```")[1]
    boxes = re.split(r"^[┌├└].*$", drawing, flags=re.MULTILINE)
    drawn = [re.findall(r"^│ (\w+) ", box, re.MULTILINE) for box in boxes]
    assert [box for box in drawn if box] == LAYERS


GLOSSARY = list(rows(page("ARCHITECTURE.md").partition("## The words of the code")[2].partition("\n## ")[0]))


@pytest.mark.parametrize("row", GLOSSARY, ids=lambda row: row[0])
def test_every_class_of_the_glossary_is_defined_where_it_says(row: list[str]) -> None:
    modules = [(SOURCE / module).read_text("utf-8") for module in code(row[2])]
    defined = {name for text in modules for name in re.findall(r"^(?:class )?(\w+)\b", text, re.MULTILINE)}
    assert {word for word in code(row[0]) if word[0].isupper()} <= defined


def test_every_name_that_the_page_writes_as_code_is_in_the_source() -> None:
    before, drawing, after = page("ARCHITECTURE.md").split("```")
    files = [*SOURCE.rglob("*.py"), *(ROOT / "tests").glob("*.py")]
    there = {word for file in files for word in re.findall(r"\w+", file.read_text("utf-8"))}
    there |= {part for file in files for part in file.relative_to(ROOT).with_suffix("").parts}
    named = {name for name in code(before + after) if re.fullmatch(r"[\w.]+", name) and ".py" not in name}
    parts = {part for name in named for part in name.split(".")} | {*re.findall(r"[A-Z]\w+[A-Z]\w+", drawing)}
    assert len(parts) > 80
    assert not parts - there - {""}


@cache
def imported(room: str) -> set[str]:
    """Distributions that a room imports itself, apart from the standard library."""
    found = set()
    names = {"markdown_it": "markdown-it-py", "tomli_w": "tomli-w"}
    file = SOURCE / f"{room}.py"
    for module in [file] if file.exists() else (SOURCE / room).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return {names.get(name, name) for name in found - sys.stdlib_module_names - {"debttree"}}


def test_the_table_of_libraries_names_what_each_room_imports_and_no_other_dependency() -> None:
    table = page("ARCHITECTURE.md").partition("| room | libraries |")[2].partition("\n\n")[0]
    told = {room: cells[1] for cells in rows("| room | libraries |" + table) for room in code(cells[0])}
    assert set(told) == set(ROOMS)
    libraries = {name for room in ROOMS for name in imported(room)}
    for room in ROOMS:
        named = {name for name in libraries if re.search(rf"(?<![\w-]){name}(?![\w-])", told[room])}
        assert named == imported(room), room


def test_every_dependency_is_told_with_its_reason() -> None:
    text = page("engineer/dependencies.md")
    needed = {re.split(r"[<>=\[]", name)[0] for name in PROJECT["project"]["dependencies"]}
    assert {cells[0] for cells in rows(text.partition("\n## ")[0])} == needed
    tools = {re.split(r"[<>=\[]", name)[0] for name in PROJECT["project"]["optional-dependencies"]["dev"]}
    told = text.partition("## For development")[2]
    assert not {name for name in tools if not re.search(rf"(?<![\w-]){name}(?![\w-])", told)}
