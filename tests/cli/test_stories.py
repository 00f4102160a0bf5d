"""`debttree test`: reports, exit statuses, what no story visits, --update; `s` in `walk`."""

import io
import json
import stat
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest

from debttree.cli.main import main
from tests.journey.test_story_run import GUIDE

STORIES = """\
# Mine: keep this.
format = "debttree-story/1"
tree = "guide"
now = 2026-11-28

[[story]]
name = "Sued"   # by the lender
answers = ["answer", "answer:sued"]
expect = { at = "sued", met = ["suit"], within = 2 }

[[story]]
name = "Paid"
answers = ["paid"]

[story.expect]
at = "sued"  # wrong
not_met = ["suit"]
shows = ["Done"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "guide.toml").write_bytes(GUIDE)
    file = tmp_path / "guide.stories.toml"
    file.write_text(STORIES, "utf-8")
    return file


def report(capsys: pytest.CaptureFixture[str], *arguments: str, status: int) -> str:
    assert main(["test", *arguments, "--lang", "en"]) == status
    return capsys.readouterr().out


def as_json(capsys: pytest.CaptureFixture[str], file: Path, *arguments: str) -> Any:
    return json.loads(report(capsys, str(file), "--format", "json", *arguments, status=1))[0]


def test_a_line_for_each_story_and_an_account_of_each_failure(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = report(capsys, str(file), status=1).splitlines()
    assert lines[1:5] == [
        "  ok  Sued",
        "  FAILED  Paid",
        '          expect.at: It ends at "paid".',
        '          expect.shows 1: "Done" does not stand at "paid".',
    ]


def test_a_tree_stands_for_the_stories_beside_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "FAILED  Paid" in report(capsys, str(file.with_name("guide.toml")), status=1)


def test_the_bundled_stories_hold(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("alipay-overdue", "credit-card-overdue"):
        assert "FAILED" not in report(capsys, name, status=0)


def test_what_no_story_visits_has_a_way_or_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unvisited = as_json(capsys, file)["unvisited"]
    assert unvisited["nodes"] == {"total": 4, "number": 0, "listed": []}
    assert unvisited["choices"]["listed"] == [
        {"node": "answer", "choice": "paid", "consequence": None, "way": "start,answer,paid"}
    ]
    assert unvisited["pairs"] == {"total": 2, "number": 0, "listed": []}


def test_json_has_the_line_of_each_failure(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sued, paid = as_json(capsys, file)["stories"]
    assert (sued["passed"], sued["at"], sued["answers"]) == (True, "sued", 2)
    assert [(failure["key"], failure["line"]) for failure in paid["failures"]] == [
        ("expect.at", 16),
        ("expect.shows 1", 18),
    ]


def test_junit_is_xml_whatever_the_stories_are_called(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = STORIES.replace('"Sued"', '"<a&b> \\u0000 \\uFFFE \\u202E"').replace('"Paid"', '"x]]>\\u001b[31m"')
    file.write_text(text, "utf-8")
    root = ElementTree.fromstring(report(capsys, str(file), "--format", "junit", status=1))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [len(case) for case in suite] == [0, 2]
    assert (suite[1][0].text or "").startswith(f"{file}:16: expect.at")


JENKINS = {
    "testsuites": ("testsuite", "", "name time tests failures errors disabled"),
    "testsuite": (
        "testcase properties system-out system-err",
        "name tests failures errors",
        "group time skipped timestamp hostname id package file log url version",
    ),
    "testcase": ("failure error skipped system-out system-err", "name", "time classname group"),
    "failure": ("", "", "type message"),
}
"""By element: its children, the attributes that it must have, those that it may have; from junit-10.xsd."""


def test_junit_keeps_to_the_schema_of_jenkins(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ElementTree.fromstring(report(capsys, str(file), "--format", "junit", status=1))
    for element in root.iter():
        children, needed, possible = (set(names.split()) for names in JENKINS[element.tag])
        assert {child.tag for child in element} <= children
        assert needed <= {*element.attrib} <= needed | possible


def test_github_gets_an_annotation_for_each_failure(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = report(capsys, str(file), "--format", "github", status=1).splitlines()
    assert len(lines) == 2
    assert "line=16" in lines[0]
    assert lines[0].endswith('::Paid: expect.at: It ends at "paid".')


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        (('tree = "guide"', 'tree = "gone"'), 2, 'no tree called "gone"'),
        (('tree = "guide"', 'tree = "../guide"'), 2, "without a folder"),
        (('name = "Paid"', 'name = "Sued"'), 2, "duplicate-story"),
        (("now =", "now ="), 2, "guide.toml has errors"),
    ],
)
def test_what_cannot_be_run_says_why(
    file: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, str], status: int, said: str
) -> None:
    file.write_text(STORIES.replace(*change), "utf-8")
    if said.endswith("has errors"):
        file.with_name("guide.toml").write_text("format =", "utf-8")
        status = 1
    assert main(["test", str(file), "--lang", "en"]) == status
    assert said in capsys.readouterr().err


def test_a_tree_without_stories_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "guide.toml").write_bytes(GUIDE)
    assert main(["test", str(tmp_path / "guide.toml"), "--lang", "en"]) == 2
    assert "press S" in capsys.readouterr().err


def test_update_writes_what_came_after_a_yes_and_no_other_byte(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("n\n"))
    report(capsys, str(file), "--update", status=1)
    assert file.read_text("utf-8") == STORIES
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    report(capsys, str(file), "--update", status=1)
    assert file.read_text("utf-8") == STORIES.replace('at = "sued"  # wrong', 'at = "paid"  # wrong')


def test_update_mends_a_list_and_a_value_in_braces(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = STORIES.replace('["answer", "answer:sued"]', '["paid"]').partition('[[story]]\nname = "Paid"')[0]
    file.write_text(told, "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    report(capsys, str(file), "--update", status=0)
    assert 'expect = { at = "paid", met = [], within = 2 }' in file.read_text("utf-8")


def test_walk_keeps_a_way_as_a_story_that_only_its_owner_reads_and_that_holds(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree, kept = file.with_name("guide.toml"), file.with_name("my.stories.toml")
    lines = ["1", "1", "n", "Mrs Li owes", "d", "1", "2026-11-19", "s", str(kept), "s", str(kept), "q"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    assert main(["--now", "2026-11-28", "walk", str(tree), "--private"]) == 0
    written = kept.read_text("utf-8")
    assert "Li" not in written
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert written.count("[[story]]") == 2
    assert "2026-12-04" in written
    assert "FAILED" not in report(capsys, str(kept), status=0)


@pytest.mark.parametrize("name", ["/", "./", "//"])
def test_a_folder_has_no_stories(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", name]) == 2
    assert "There are no stories beside" in capsys.readouterr().err


def test_no_story_is_added_to_what_is_no_file_of_stories(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = file.with_name("guide.toml")
    other = file.with_name("other.stories.toml")
    other.write_text(STORIES.replace('tree = "guide"', 'tree = "other"'), "utf-8")
    lines = ["s", str(tree), "s", str(other), "q"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    assert main(["walk", str(tree), "--private", "--lang", "en"]) == 0
    out = " ".join(capsys.readouterr().out.split())  # a long folder moves the ends of the lines
    assert "ends in .stories.toml" in out
    assert 'stories of the tree "other"' in out
    assert tree.read_bytes() == GUIDE
    assert other.read_text("utf-8").count("[[story]]") == 2
