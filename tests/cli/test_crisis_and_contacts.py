"""Whom to ring in line mode, and where life is in danger nothing of what lies ahead: in walk, prospects and exports."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from debttree.analysis.wording import CALM
from debttree.cli.main import main

TREE = """
format = "debttree/1"
[tree]
title = "Help"
review_after_days = 30
[[urgent]]
label = "I can't go on"
to = "rest"
contacts = ["line", "police"]
[contacts.line]
title = "Support line"
phone = "12356"
hours = "At least 18 hours a day"
cost = "Free"
checked = 2026-11-20
[contacts.police]
title = "Police"
phone = "110"
checked = 2026-01-01
[contacts.lookup]
title = "Look it up"
url = "https://example.org"
[consequences.suit]
title = "A suit"
severity = 4
[nodes.start]
title = "Start"
contacts = ["lookup"]
[[nodes.start.choices]]
label = "Rest"
to = "rest"
[[nodes.start.choices]]
label = "Wait"
to = "sued"
[nodes.rest]
title = "Rest first"
tags = ["crisis"]
contacts = ["line", "police"]
[[nodes.rest.choices]]
label = "Talk"
to = "talked"
[[nodes.rest.choices]]
label = "Be sued"
to = "sued"
[nodes.talked]
title = "Talked"
[nodes.sued]
title = "Sued"
brings = ["suit"]
"""
NOW = ("--now", "2026-11-23", "--lang", "en")

Run = Callable[..., str]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    file = tmp_path / "help.toml"
    file.write_text(TREE)

    def told(command: str, *options: str, answers: tuple[str, ...] = ()) -> str:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(answers).encode())))
        assert main([command, str(file), *NOW, *options]) == 0
        return " ".join(capsys.readouterr().out.split())

    return told


def test_walk_says_whom_to_ring_at_the_step_and_in_the_list_of_what_is_urgent(run: Run) -> None:
    words = run("walk", "--private", answers=("!", "", "!", "1", "b", "q"))
    assert "Online at https://example.org: Look it up" in words
    assert "I can't go on · 12356 Support line · 110 Police" in words
    there = words.partition("Step 2: Rest first")[2]
    assert "Ring 12356: Support line At least 18 hours a day Free" in there
    assert "checked on 2026-11-20" in there
    assert "checked long ago, on 2026-01-01" in there
    assert "b brings you back" in words


@pytest.mark.parametrize("command", ["walk", "prospects", "export"])
def test_where_life_is_in_danger_a_sentence_stands_for_what_lies_ahead(run: Run, command: str) -> None:
    there = {
        "walk": lambda: run("walk", "--private", answers=("1", "p", "q")).partition("Rest first")[2],
        "prospects": lambda: run("prospects", "--at", "rest"),
        "export": lambda: run("export", "--path", "start,rest", "--format", "txt"),
    }[command]()
    assert CALM.template in there
    assert "A suit" not in there
    assert "own hands" not in there


def test_elsewhere_it_is_told_as_ever(run: Run) -> None:
    assert "A suit" in run("prospects", "--at", "start")
    assert "A suit" in run("export", "--path", "start", "--format", "txt")
    assert "A suit" in run("walk", "--private", answers=("p", "q"))


def test_json_has_its_keys_and_nothing_in_them(run: Run) -> None:
    usual = json.loads(run("prospects", "--at", "start", "--avoid", "suit", "--format", "json"))
    calm = json.loads(run("prospects", "--at", "rest", "--avoid", "suit", "--format", "json"))
    assert calm.keys() == usual.keys()
    assert (calm["consequences"], calm["setbacks"], calm["worst"], calm["together"]) == ({}, {}, None, None)
    assert [choice["id"] for choice in calm["choices"]] == ["talked", "sued"]
    for choice in calm["choices"]:
        assert choice.keys() == usual["choices"][0].keys()
        assert (choice["consequences"], choice["marks"], choice["worst"]) == ({}, {}, None)
    data = json.loads(run("export", "--path", "start,rest", "--format", "json"))
    assert (data["prospects"], data["setbacks"], data["worst"]) == ({}, {}, None)


def test_check_finds_contacts_that_are_unknown_unused_and_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "help.toml"
    file.write_text(TREE.replace('contacts = ["lookup"]', 'contacts = ["nobody"]', 1), "utf-8")
    assert main(["check", str(file), "--format", "json", "--now", "2026-11-27", "--lang", "en"]) == 1
    found = {one["code"]: one["message"] for one in json.loads(capsys.readouterr().out)}
    assert found == {
        "stale-contact": 'The contact "police" was last checked on 2026-01-01.',
        "unused": 'Nothing names the contact "lookup".',
        "unknown-contact": 'There is no contact "nobody".',
    }
