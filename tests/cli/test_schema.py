"""The JSON Schema for editors says what the reader says, as far as a schema can."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from debttree.cli.main import main
from debttree.model import Confidence, Kind, Party, Purpose, Roll
from debttree.model.ids import ID_LENGTH_LIMIT
from debttree.reading import FORMAT, keys, limits
from debttree.storage.library import schema_file, trees
from tests.reading.test_problem_docs import ENGLISH, HEAD

SCHEMA: dict[str, Any] = json.loads(schema_file().read_text("utf-8"))
BUNDLED = [file for _, file, comes_along in trees() if comes_along]
TABLES = {"": SCHEMA, **SCHEMA["definitions"]}
KEYS = {
    "": keys.FILE,
    "tree": keys.TREE,
    "urgent": keys.URGENT,
    "stage": keys.STAGE,
    "consequence": keys.CONSEQUENCE,
    "contact": keys.CONTACT,
    "event": keys.EVENT,
    "source": keys.SOURCE,
    "node": keys.NODE,
    "choice": keys.CHOICE,
    "checklist_item": keys.CHECKLIST_ITEM,
    "deadline": keys.DEADLINE,
}
SEEN_BY_A_SCHEMA = {
    "unknown-format",
    "no-nodes",
    "missing",
    "mistyped",
    "out-of-range",
    "unknown-kind",
    "unknown-value",
    "deadline-period",
    "deadline-event",
    "bad-phone",
    "contact-without-way",
    "bad-guide",
    "bad-id",
    "unknown-key",
    "bad-language",
}
"""What is wrong with one value by itself. The rest takes two places of the file, the graph, or the day."""

NOT_READ_BY_EVERY_PARSER = {"not-toml", "needs-toml-1.1"}
"""check-jsonschema reads with tomllib: TOML 1.0 alone, up to Python 3.14."""


def property_of(table: str, key: str) -> dict[str, Any]:
    found: dict[str, Any] = TABLES[table]["properties"][key]
    return found


def test_every_table_has_exactly_the_keys_that_the_reader_knows() -> None:
    described = {name: set(table["properties"]) for name, table in TABLES.items() if "properties" in table}
    assert described == KEYS
    assert all(TABLES[name]["additionalProperties"] is False for name in KEYS)


def test_every_key_is_explained() -> None:
    for name in KEYS:
        for key, value in TABLES[name]["properties"].items():
            assert "description" in value or value == {"$ref": f"#/definitions/{key}"}, (name, key)


def test_words_and_limits_are_the_readers() -> None:
    assert property_of("", "format")["const"] == FORMAT
    for (table, key), words in {
        ("node", "kind"): Kind,
        ("source", "confidence"): Confidence,
        ("checklist_item", "for"): Purpose,
        ("deadline", "by"): Party,
        ("deadline", "roll"): Roll,
    }.items():
        assert property_of(table, key)["enum"] == list(words)
    assert {property_of("deadline", unit)["maximum"] for unit in keys.UNITS} == {limits.DEADLINE_AMOUNT}
    assert property_of("", "nodes")["maxProperties"] == limits.NODES
    assert {TABLES[name]["maxLength"] for name in ("text", "words")} == {limits.TEXT_CHARACTERS}
    assert TABLES["id"]["pattern"].endswith(f"{{0,{ID_LENGTH_LIMIT - 1}}}$")


def refused(files: Sequence[Path]) -> set[str]:
    """The files that check-jsonschema does not accept, by their names without ending."""
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema_file()), "-o", "json"]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)
    answer = json.loads(done.stdout)
    assert answer.get("parse_errors", []) == []
    return {Path(error["filename"]).stem for error in answer["errors"]}


def test_check_jsonschema_accepts_the_schema_itself() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(schema_file())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_check_jsonschema_accepts_every_bundled_tree() -> None:
    assert len(BUNDLED) >= 3
    assert refused(BUNDLED) == set()


def test_check_jsonschema_refuses_each_mistake_that_a_schema_can_see(tmp_path: Path) -> None:
    examples = {
        code: blocks
        for code, (_, blocks) in ENGLISH.items()
        if blocks and code not in NOT_READ_BY_EVERY_PARSER
    }
    for code, (example, cure) in examples.items():
        for name, content in ((code, example), (f"{code}-mended", cure)):
            whole = content if "format =" in content else HEAD + content
            (tmp_path / f"{name}.toml").write_text(whole, "utf-8")
    assert refused(list(tmp_path.glob("*.toml"))) == SEEN_BY_A_SCHEMA


def test_ids_of_any_script_are_accepted(tmp_path: Path) -> None:
    for number, name in enumerate(("a", "9", "逾期", "ชำระหนี้", "a-b_c", "x" * 64)):
        tree = f'format = "debttree/1"\n[nodes."{name}"]\ntitle = "A"\n'
        (tmp_path / f"{number}.toml").write_text(tree, "utf-8")
    assert refused(list(tmp_path.glob("*.toml"))) == set()


@pytest.mark.parametrize("file", BUNDLED, ids=lambda file: file.stem)
def test_the_first_line_of_a_bundled_tree_points_editors_to_the_schema(file: Path) -> None:
    directive, _, path = file.read_text("utf-8").partition("\n")[0].partition(" ")
    assert directive == "#:schema"
    assert file.parent / path == schema_file()


def test_the_command_prints_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_file().read_text("utf-8")
