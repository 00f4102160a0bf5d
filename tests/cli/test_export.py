"""`debttree export`: which walk, which format, where to; and each way to get it wrong."""

import datetime as dt
import json
from pathlib import Path

import icalendar
import pytest
import tomli

from debttree.cli.main import main
from debttree.journey import Call, begin, open_or_begin
from debttree.model import Tree
from tests.export.conftest import GUIDE, TODAY, guide

__all__ = ["guide"]  # the fixture

WAY = "start:short,call:wait,court"


def export(*arguments: str | Path, path: str | None = WAY) -> int:
    way = [] if path is None else ["--path", path]
    return main(
        ["export", str(GUIDE), *way, "--now", TODAY.isoformat(), "--lang", "en", *map(str, arguments)]
    )


def test_markdown_to_stdout_is_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert export() == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("# My way through: A bill is overdue\n")
    assert captured.err == ""


def test_json_has_the_promised_keys_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--format", "json", "--date", "objection=2026-11-13") == 0
    data = json.loads(capsys.readouterr().out)
    promised = "tree language steps consequences prospects checklist deadlines sources notes".split()
    assert list(data)[: len(promised)] == promised
    assert set(data["tree"]) == {"title", "version", "file"}
    assert data["tree"]["file"] == str(GUIDE)
    assert set(data["steps"][0]) == {"node", "kind", "title", "choice", "to", "jump"}
    assert (data["steps"][-1]["choice"], data["steps"][-1]["to"]) == (None, None)
    assert data["consequences"] == ["credit", "lawsuit"]
    assert data["prospects"] == {"credit": "incurred", "lawsuit": "incurred"}
    assert set(data["checklist"][0]) == {"node", "id", "for", "text", "ticked"}
    deadline = {item["id"]: item for item in data["deadlines"]}["objection"]
    assert (deadline["event_date"], deadline["last_day"]) == ("2026-11-13", "2026-11-30")
    assert data["sources"][1]["expired"] is True


def test_toml_holds_the_same_without_nulls(capsys: pytest.CaptureFixture[str]) -> None:
    assert export("--format", "json") == 0
    as_json = json.loads(capsys.readouterr().out)
    assert export("--format", "toml") == 0
    assert tomli.loads(capsys.readouterr().out) == without_nulls(as_json)


def without_nulls(value: object) -> object:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value


def test_a_calendar_has_an_entry_for_each_deadline_and_alarms_for_those_ahead(tmp_path: Path) -> None:
    file = tmp_path / "deadlines.ics"
    assert export("-o", file, "--date", "objection=2026-11-13", "--date", "call:reply=2026-09-18") == 0
    passed, ahead = icalendar.Calendar.from_ical(file.read_bytes()).events
    assert (dt.date(2026, 10, 15), dt.date(2026, 11, 30)) == (passed.DTSTART, ahead.DTSTART)
    assert passed["UID"] != ahead["UID"]
    assert (len(passed.walk("VALARM")), len(ahead.walk("VALARM"))) == (0, 3)


def test_the_ending_of_the_file_names_the_format_and_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "summary.html"
    assert export("-o", file) == 0
    assert file.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert file.stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_replaced_only_by_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "summary.md"
    file.write_text("precious")
    assert export("-o", file) == 2
    assert file.read_text() == "precious"
    assert "is there already" in capsys.readouterr().err
    assert export("-o", file, "--force") == 0
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_a_file_with_other_names_is_not_parted_from_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "my summary.md", tmp_path / "other.md"
    file.write_text("precious")
    other.hardlink_to(file)
    assert export("-o", file, "--force") == 2
    assert file.read_text() == other.read_text() == "precious"
    assert f"-o - > '{file}'" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["export", "--path", "start"], ["print"], ["texts", "--lang", "es"]])
def test_nothing_is_written_over_the_guide_itself(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = tmp_path / "guide.toml"
    tree.write_bytes(GUIDE.read_bytes())
    (link := tmp_path / "guide.csv").symlink_to(tree)
    for output in (tree, link):
        more = ["--format", "csv"] if command[0] == "texts" else []
        assert main([command[0], str(tree), *command[1:], *more, "-o", str(output), "--force"]) == 2
        assert "is the guide itself" in capsys.readouterr().err
    assert tree.read_bytes() == GUIDE.read_bytes()


def test_redacted_notes_and_dates_are_not_in_the_bytes(
    guide: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    journey = (
        begin(guide)
        .take(guide, "long")
        .noted("My secret", TODAY)
        .dated(("court", "objection"), dt.date(2026, 11, 13))
    )
    open_or_begin(guide).keeper.save(guide, journey, "en", TODAY)
    for form in ("md", "txt", "html", "json", "toml"):
        assert export("--journey", "guide", "--format", form, path=None) == 0
        out = capsys.readouterr().out
        assert "My secret" in out
        assert "2026-11-13" in out
        assert export("--journey", "guide", "--format", form, "--redact", "notes, dates", path=None) == 0
        out = capsys.readouterr().out
        assert "My secret" not in out
        assert "2026-11-13" not in out
        assert "2026-11-30" not in out


def test_a_kept_journey_is_exported_by_name_and_left_as_it_is(
    guide: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    journey = begin(guide).take(guide, "short").noted("Called at nine", TODAY)
    keeper = open_or_begin(guide, name="li").keeper
    keeper.save(guide, journey, "en", TODAY)
    assert export("--journey", "li", path=None) == 0
    assert "Called at nine" in capsys.readouterr().out
    assert export("--journey", "lee", path=None) == 2
    assert "Known are: li" in capsys.readouterr().err


def test_a_walk_that_begins_elsewhere_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert export(path="call,answer") == 0
    assert "does not begin at the guide's first question" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "path", "status", "message"),
    [
        ((), "start,nowhere", 2, "nowhere"),
        ((), "start,agreed", 1, "No choice leads from"),
        ((), "", 2, "Nothing is given to --path"),
        ((), None, 2, "--journey"),
        (("--date", "objection"), WAY, 2, "names no date"),
        (("--date", "objection=some day"), WAY, 2, "is no date"),
        (("--date", "objection=2026-12-24"), WAY, 2, "has not come yet"),
        (("--date", "objektion=2026-11-13"), WAY, 2, 'Did you mean "objection"?'),
        (("--date", "start:objection=2026-11-13"), WAY, 2, "has a deadline"),
        (("--redact", "names"), WAY, 2, "cannot be left out"),
        (("--format", "pdf"), WAY, 2, "pdf"),
        (("--format", "ics"), WAY, 2, "no deadline with a date"),
        (("-o", "/nowhere/at/all.md"), WAY, 2, "cannot be written"),
        (("-o", "/"), WAY, 2, "debttree:"),
        (("--journey", "a/b"), None, 2, "cannot be the name"),
    ],
)
def test_each_mistake_gets_one_clear_message(
    arguments: tuple[str, ...],
    path: str | None,
    status: int,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        ended = export(*arguments, path=path)
    except SystemExit as usage:
        ended = int(usage.code or 0)
    captured = capsys.readouterr()
    assert ended == status
    assert message in captured.err
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_an_export_says_what_of_ones_own_words_it_holds_and_leaves_it_out(
    guide: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    moment = dt.datetime(2026, 11, 20, 14, 3, tzinfo=dt.UTC)
    call = Call("start", moment).answered("", "8812", moment)
    journey = begin(guide).noted("Ms Li", TODAY).called(call)
    open_or_begin(guide).keeper.save(guide, journey, "en", TODAY)
    told = {
        (): ("It holds the log of your calls", True, True),
        ("--no-calls",): ("It holds your notes", True, False),
        ("--no-notes",): ("", False, False),
    }
    for options, (said, notes, calls) in told.items():
        assert export("--journey", "guide", *options, path=None) == 0
        captured = capsys.readouterr()
        assert ("Ms Li" in captured.out, "8812" in captured.out) == (notes, calls)
        assert captured.err.startswith(said)
        assert bool(captured.err) == bool(said)
