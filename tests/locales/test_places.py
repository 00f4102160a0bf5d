"""Every sentence in the source is given exactly the values that its places name."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import debttree

SOURCE = Path(debttree.__file__).parent


def calls(file: Path) -> Iterator[ast.Call]:
    """Calls in functions; the sentences of a module's tables get their values where they are looked up."""
    for function in ast.walk(ast.parse(file.read_text())):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (call for call in ast.walk(function) if isinstance(call, ast.Call))


def sentences() -> Iterator[tuple[str, set[str], set[str]]]:
    """Where each `msg`, `say` and `plural` with its own words stands, the places in it, the values given."""
    for file in sorted(SOURCE.rglob("*.py")):
        for call in calls(file):
            if any(value.arg is None for value in call.keywords):
                continue
            name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
            words = [word.value for word in call.args if isinstance(word, ast.Constant)]
            template = words[-1] if words else None
            if name.lstrip("_") not in ("msg", "say", "plural") or not isinstance(template, str):
                continue
            given = {str(value.arg) for value in call.keywords} | ({"n"} if name == "plural" else set())
            places = {place for _, place, _, _ in Formatter().parse(template) if place}
            yield f"{file.relative_to(SOURCE)}:{call.lineno}", places, given


def test_no_place_stays_empty_and_no_value_is_given_in_vain() -> None:
    found = list(sentences())
    assert len(found) > 300
    assert [where for where, places, given in found if places != given] == []
