"""`debttree prospects`: tables in two languages, the JSON scripts rely on, exit statuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from debttree.cli.main import main
from debttree.export.wrapping import cells

STORY = """format = "debttree/1"

[tree]
title = "Story"

[[urgent]]
label.en = "Court papers"
label.zh = "法院文书"
to = "court"

[consequences.litigation]
title.en = "Litigation"
title.zh = "诉讼"
severity = 4

[consequences.cost]
title.en = "The cost grows"
title.zh = "费用增加"
severity = 2

[nodes.start]
title.en = "A bill is overdue"
title.zh = "账单逾期"
choices = [
  { label.en = "Call", label.zh = "打电话", to = "lender" },
  { label.en = "Wait", label.zh = "再等等", to = "wait" },
  { label.en = "Hide", label.zh = "躲起来", to = "court" },
]

[nodes.lender]
kind = "chance"
title.en = "What does the lender say?"
title.zh = "放款方怎么说？"
choices = [
  { label.en = "A plan", label.zh = "可以分期", to = "plan" },
  { label.en = "No", label.zh = "不行", to = "wait" },
]

[nodes.wait]
title.en = "Waiting"
title.zh = "等待"
brings = ["cost"]
choices = [
  { label.en = "Call again", label.zh = "再打一次", to = "lender" },
  { label.en = "Pay", label.zh = "还清", to = "plan" },
  { label.en = "Go on waiting", label.zh = "继续等", to = "court" },
]

[nodes.court]
title.en = "A court"
title.zh = "法院"
brings = ["litigation"]
choices = [{ label.en = "Settle", label.zh = "和解", to = "plan" }]

[nodes.plan]
title.en = "A plan is agreed"
title.zh = "谈成方案"
"""


@pytest.fixture
def story(tmp_path: Path) -> str:
    file = tmp_path / "story.toml"
    file.write_text(STORY, "utf-8")
    return str(file)


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["prospects", *arguments, "--format", "json", "--lang", "en"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_has_what_scripts_rely_on(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = data(capsys, story)
    assert found["node"] == "start"
    assert found["consequences"] == {"litigation": "avoidable", "cost": "avoidable"}
    assert found["worst"] == 2
    assert [(choice["id"], choice["to"], choice["label"]) for choice in found["choices"]] == [
        ("lender", "lender", "Call"),
        ("wait", "wait", "Wait"),
        ("court", "court", "Hide"),
    ]
    assert found["choices"][2]["consequences"] == {"litigation": "incurred", "cost": "impossible"}
    assert found["choices"][2]["worst"] == 4
    assert found["setbacks"] == {"litigation": None, "cost": None}
    assert found["choices"][0]["setbacks"] == {"litigation": None, "cost": 1}
    assert [choice["marks"] for choice in found["choices"]] == [{}, {"cost": "now"}, {"litigation": "now"}]
    assert found["advice"] == ["lender"]
    assert found["witnesses"] == {"litigation": "start,lender,plan", "cost": "start,lender,plan"}
    assert found["points_of_no_return"] == {}
    assert "together" not in found


def test_avoid_answers_for_several_together_with_one_plan(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = data(capsys, story, "--avoid", "litigation")
    assert alone["together"] == "avoidable"
    assert alone["plan"] == {"start": "lender", "wait": "plan"}
    both = data(capsys, story, "--avoid", "litigation", "--avoid", "cost")
    assert (both["together"], both["plan"]) == ("not", {"start": "lender"})  # as long as the lender agrees
    met = data(capsys, story, "--path", "start,wait", "--avoid", "cost")
    assert (met["together"], met["plan"]) == ("not", {})


def test_a_path_counts_what_it_met_and_says_where_the_door_closed(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = data(capsys, story, "--path", "start,wait,court,plan")
    assert (found["node"], found["met"]) == ("plan", ["cost", "litigation"])
    assert found["consequences"] == {"litigation": "incurred", "cost": "incurred"}
    assert found["points_of_no_return"] == {
        "litigation": {"node": "wait", "choice": "court", "to": "court"},
        "cost": {"node": "start", "choice": "wait", "to": "wait"},
    }


def test_at_stands_on_a_node_with_nothing_met_before(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert data(capsys, story, "--at", "plan")["consequences"] == {
        "litigation": "impossible",
        "cost": "impossible",
    }


def test_a_path_from_elsewhere_than_the_root_says_so(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prospects", story, "--path", "wait,court", "--lang", "en"]) == 0
    assert capsys.readouterr().err == "The path does not begin at the root of the tree.\n"


def test_the_tables_in_english(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prospects", story, "--lang", "en", "--avoid", "litigation"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "A bill is overdue (start)",
        "severity  consequence     id          from here",
        "4         Litigation      litigation  In your hands: you can choose so that it",
        "                                      never comes, whatever others answer.",
        "2         The cost grows  cost        In your hands: you can choose so that it",
        "                                      never comes, whatever others answer.",
        "Each line speaks of one consequence alone: two may each be in your hands, and",
        "yet not both together.",
        "Counted: answers of others against you. Your facts are taken at their worst. No",
        "probability.",
        "Choosing well keeps the worst to severity 2 of 5, if you keep at it.",
        "",
        "1. Call → What does the lender say? (lender)",
        "   1 answer  The cost grows",
        "",
        "2. Wait → Waiting (wait)",
        "   ! brings now: The cost grows",
        "   met  The cost grows",
        "",
        "3. Hide → A court (court)",
        "   Choosing well keeps the worst to severity 4 of 5, if you keep at it.",
        "   ! brings now: Litigation",
        "   met        Litigation",
        "   not ahead  The cost grows",
        "",
        "Without a mark: 1",
        "",
        "for instance                 a way from here",
        "Litigation      without it:  start, lender, plan",
        "The cost grows  without it:  start, lender, plan",
        "",
        "To avoid together: Litigation: in your hands.",
        "where you decide           choose",
        "A bill is overdue (start)  Call (lender)",
        "Waiting (wait)             Pay (plan)",
    ]


def test_the_tables_in_chinese_fit_and_never_speak_of_the_world(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prospects", story, "--lang", "zh", "--path", "start,wait,court"]) == 0
    out = capsys.readouterr().out
    assert all(cells(line) <= 80 for line in out.splitlines())
    assert "4         诉讼      litigation  已经遇到。" in out
    assert "费用增加" in out
    assert "impossible" not in out
    assert "不可能" not in out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--at", "strat"], 'Did you mean "start"?'),
        (["--path", "start,wiat"], 'Did you mean "wait"?'),
        (["--avoid", "litigatoin"], 'Did you mean "litigation"?'),
    ],
)
def test_an_unknown_name_says_did_you_mean(
    story: str, arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["prospects", story, *arguments, "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert hint in captured.err


def test_a_tree_with_errors_is_refused_with_the_first_five(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.toml"
    choices = "".join(f'[[nodes.start.choices]]\nlabel = "{n}"\nto = "zzz{n}"\n' for n in range(7))
    file.write_text(f'format = "debttree/1"\n[nodes.start]\ntitle = "Start"\n{choices}')
    for command in ("prospects", "paths"):
        assert main([command, str(file), "--lang", "en"]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count(": error: ") == 5
