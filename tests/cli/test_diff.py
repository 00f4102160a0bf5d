"""`debttree diff`: for people, for a merge request, for scripts; exit statuses; journeys that would change."""

import io
import json
from pathlib import Path

import pytest

from debttree.cli.main import main
from tests.journey.test_tree_diff import GUIDE


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.toml", tmp_path / "guide.toml"
    old.write_text(GUIDE, "utf-8")
    new.write_text(
        GUIDE.replace("15 days", "20 days")
        .replace('to = "paid"', 'to = "sued"')
        .replace('en = "Sued"', 'en = "*Sued* <b>\\u001b[31m"'),
        "utf-8",
    )
    return str(old), str(new)


def told(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["diff", *arguments, "--lang", "en"]) == status
    return capsys.readouterr().out


def test_it_says_what_changed_and_what_that_means(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [line.strip() for line in told(capsys, *files).splitlines()]
    assert "start text (en): You have [-15-]{+20+} days." in lines
    assert "start text (en): NUMBERS: 20; it was 15" in lines
    assert "start:sued: leads to sued now; it led to paid" in lines
    assert "A suit: on every way; it was: in your hand (at start)" in lines
    assert "paid can no longer be reached." in lines


def test_in_markdown_no_word_of_a_tree_acts(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = told(capsys, *files, "--format", "md")
    assert out.startswith("## What changed\n")
    assert "<b>" not in out
    assert "\x1b" not in out
    assert "<ins>20</ins>" in out


def test_json_holds_the_same(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(told(capsys, *files, "--format", "json"))
    assert {one["sort"] for one in data["differences"]} == {"reworded", "retargeted"}
    (standing,) = data["standings"]
    assert (standing["consequence"], standing["after"]) == ("suit", {"status": "certain", "setbacks": 0})
    assert data["unreached"] == ["paid"]


def test_the_status_is_0_unless_it_is_asked_for(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = files
    told(capsys, old, new)
    told(capsys, old, new, "--exit-code", status=1)
    assert told(capsys, old, old, "--exit-code").strip() == "Nothing changed."
    renamed = Path(old).with_name("renamed.toml")
    renamed.write_text(GUIDE.replace('"sued"', '"x"').replace("nodes.sued", "nodes.x"), "utf-8")
    assert "has this id now" in told(capsys, old, str(renamed), "--exit-code")


def test_a_tree_that_cannot_be_read_or_has_errors_is_2(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = files
    told(capsys, old, f"{new}.gone.toml", status=2)
    Path(new).write_text("format = 1", "utf-8")
    told(capsys, old, new, status=2)
    told(capsys, "-", "-", status=2)
    assert main(["print", "-", "--since", "-", "--lang", "en"]) == 2
    assert "one of the two alone" in capsys.readouterr().err


def test_the_way_to_all_errors_of_a_piped_tree_is_no_file_named_dash(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"format = 1")))
    assert main(["diff", "-", files[1], "--lang", "en"]) == 2
    assert capsys.readouterr().err.rstrip().endswith("debttree check -")


def test_a_mere_rename_reads_as_before(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = Path(files[0]).with_name("then") / "guide.toml", Path(files[1])
    old.parent.mkdir()
    for file in (old, new):
        file.write_text(GUIDE, "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    assert main(["walk", str(new), "--journey", "Li", "--lang", "en"]) == 0
    new.write_text(GUIDE.replace('"sued"', '"x"').replace("nodes.sued", "nodes.x"), "utf-8")
    capsys.readouterr()
    out = told(capsys, str(old), str(new), "--journeys")
    assert "1 have moved with it" in out
    assert "Reads differently" not in out


def test_the_old_tree_may_come_from_a_pipe(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = io.TextIOWrapper(io.BytesIO(GUIDE.encode()))
    monkeypatch.setattr("sys.stdin", piped)
    assert "20" in told(capsys, "-", files[1])


def test_it_says_which_kept_journeys_would_change(
    files: tuple[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = files
    guide = Path(new).read_text("utf-8")
    Path(new).write_text(GUIDE, "utf-8")
    for name, answers in (("Li", "2\nq\n"), ("Wang", "1\nq\n")):
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        assert main(["walk", new, "--journey", name, "--lang", "en"]) == 0
    Path(old).unlink()
    older = Path(new).with_name("then") / "guide.toml"
    older.parent.mkdir()
    older.write_text(GUIDE, "utf-8")
    Path(new).write_text(guide, "utf-8")
    capsys.readouterr()
    out = told(capsys, str(older), new, "--journeys")
    assert "Li" not in out
    assert "2 journeys of this guide; of these would change: 2" in out
    assert "Asked again" in out
    assert "\nLi\n" in told(capsys, str(older), new, "--journeys", "--names")
