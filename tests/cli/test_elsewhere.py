"""An outcome at which the story goes on in another guide: what is told of it, and how one goes there and back."""

import io
import json
import sys
from pathlib import Path

import pytest

from debttree.cli.main import main

HERE = """format = "debttree/1"

[tree]
languages = ["en"]

[consequences.suit]
title = "A suit"
severity = 4

[nodes.which]
kind = "question"
title = "What do you owe?"

[[nodes.which.choices]]
label = "A loan"
to = "loan"

[[nodes.which.choices]]
label = "A card"
to = "card"

[nodes.loan]
title = "A loan"
brings = ["suit"]

[nodes.card]
title = "Use the guide on cards"
guide = "cards"
"""

CARDS = """format = "debttree/1"

[nodes.start]
kind = "question"
title = "The card"

[[nodes.start.choices]]
label = "It is no card"
to = "no-card"

[[nodes.start.choices]]
label = "It is"
to = "end"

[nodes.no-card]
title = "No card"
guide = "loans"

[nodes.end]
title = "The end of cards"
"""

TOLD = "The story goes on in another guide: this one says nothing of what lies ahead."


@pytest.fixture
def loans(tmp_path: Path) -> Path:
    (tmp_path / "cards.toml").write_text(CARDS, "utf-8")
    file = tmp_path / "loans.toml"
    file.write_text(HERE, "utf-8")
    return file


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main([*arguments, "--lang", "en", "--now", "2026-11-27"]) == 0
    return " ".join(capsys.readouterr().out.split())


def walked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, file: Path, *lines: str
) -> str:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return ran(capsys, "walk", str(file))


def test_prospects_say_where_it_goes_on_in_place_of_a_table(
    loans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(capsys, "prospects", str(loans), "--at", "card") == f"Use the guide on cards (card) {TOLD}"
    told = ran(capsys, "prospects", str(loans))
    assert "A card → Use the guide on cards (card) ! goes on in another guide" in told
    data = json.loads(ran(capsys, "prospects", str(loans), "--format", "json"))
    assert data["consequences"] == {"suit": "certain"}
    assert data["guide"] is None
    assert [choice["guide"] for choice in data["choices"]] == [None, "cards"]


def test_no_way_leads_to_another_guide_unless_it_is_asked_for(
    loans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(ran(capsys, "paths", str(loans), "--format", "json"))
    assert [(way["nodes"], way["guide"]) for way in found] == [(["which", "loan"], None)]
    assert "goes on in another guide" in ran(capsys, "paths", str(loans), "--to", "card")


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_summary_tells_in_which_guide_it_goes_on(
    form: str, loans: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = ran(capsys, "export", str(loans), "--path", "which,card", "--format", form)
    assert "The story goes on in another guide: " in page
    assert "What is still open from here" not in page


def test_a_summary_for_scripts_names_the_guide(loans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(ran(capsys, "export", str(loans), "--path", "which,card", "--format", "json"))
    assert data["goes_on_in"] == "cards"


def test_a_walk_goes_on_in_the_other_guide_and_comes_back(
    loans: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = walked(capsys, monkeypatch, loans, "2", "p", "g", "1", "g", "b", "2", "q", "b", "q")
    assert out.count(TOLD) == 4  # at the end, for p, at the other guide's end, and back there
    assert '"cards"' not in out
    assert "You are in another guide now; q comes back to where you were." in out
    assert 'You came from the guide "loans". q goes back to it' in out
    assert (
        out.index("The end of cards") < out.rindex("Use the guide on cards") < out.rindex("What do you owe?")
    )
    again = walked(capsys, monkeypatch, loans, "y", "2", "g", "y", "q", "q")
    assert 'You stand at step 2: "The end of cards".' in again, "both journeys were kept"


def test_a_guide_that_is_gone_or_broken_is_said_and_the_walk_stays(
    loans: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = loans.with_name("cards.toml")
    other.write_text("format = 1", "utf-8")
    assert "has errors, so it cannot be walked." in walked(capsys, monkeypatch, loans, "2", "g", "q")
    other.unlink()
    assert 'There is no guide called "cards".' in walked(capsys, monkeypatch, loans, "y", "g", "g", "q")
    assert "does not go on in another guide here" in walked(capsys, monkeypatch, loans, "y", "b", "g", "q")


def test_many_more_ways_are_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tree.toml"
    answers = "".join(f'[[nodes.a.choices]]\nlabel = "{n}"\nto = "b"\nid = "c{n}"\n' for n in range(3))
    ways = "".join(f'[[nodes.b.choices]]\nlabel = "{n}"\nto = "end"\nid = "c{n}"\n' for n in range(4))
    file.write_text(
        'format = "debttree/1"\n[nodes.a]\nkind = "question"\ntitle = "A"\n' + answers
        + '[nodes.b]\ntitle = "B"\n' + ways + '[nodes.end]\ntitle = "End"\n',
        "utf-8",
    )  # fmt: skip
    assert main(["paths", str(file), "--limit", "1", "--lang", "en"]) == 0
    assert capsys.readouterr().err.splitlines() == ["More ways: 9; --limit shows them."]
