"""Docstrings keep what they promise: examples run, and whoever calls with three arguments reads what each is."""

import ast
import doctest
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
MODULES = sorted((SOURCE / "debttree").rglob("*.py"))
WITH_EXAMPLES = [file for file in MODULES if "    >>> " in file.read_text("utf-8")]

Function = ast.FunctionDef | ast.AsyncFunctionDef


def module_name(file: Path) -> str:
    return ".".join(file.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("file", WITH_EXAMPLES, ids=module_name)
def test_the_examples_in_docstrings_run(file: Path) -> None:
    result = doctest.testmod(import_module(module_name(file)))
    assert result.attempted
    assert not result.failed


def test_parsers_and_formatters_show_examples() -> None:
    written = "".join(file.read_text("utf-8") for file in WITH_EXAMPLES)
    assert written.count("    >>> ") > 24


def public_functions(file: Path) -> Iterator[tuple[str, Function, str]]:
    """Name, definition and docstring of each function that other modules may call; a class speaks for `__init__`."""
    pending: list[tuple[str, ast.Module | ast.ClassDef]] = [("", ast.parse(file.read_text("utf-8")))]
    while pending:
        prefix, owner = pending.pop()
        for child in owner.body:
            if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
                pending.append((f"{prefix}{child.name}.", child))
            elif isinstance(child, Function) and (child.name == "__init__" or not child.name.startswith("_")):
                written = ast.get_docstring(child) or (child.name == "__init__" and ast.get_docstring(owner))
                yield prefix + child.name, child, written or ""


def parameters(function: Function) -> list[str]:
    taken = function.args
    names = [one.arg for one in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]
    return [name for name in names if name not in ("self", "cls")]


def test_a_public_function_of_three_parameters_explains_them() -> None:
    missing = [
        f"{module_name(file)}.{name}"
        for file in MODULES
        for name, function, docstring in public_functions(file)
        if len(parameters(function)) > 2 and not re.search(r"^(Args|Attributes):", docstring, re.MULTILINE)
    ]
    assert not missing
