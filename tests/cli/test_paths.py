"""`debttree paths`: order, limits, what is said of the others, exit statuses."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from debttree.cli.main import main
from debttree.export.wrapping import cells
from tests.cli.test_prospects import STORY


@pytest.fixture
def story(tmp_path: Path) -> str:
    file = tmp_path / "story.toml"
    file.write_text(STORY, "utf-8")
    return str(file)


def ways(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert main(["paths", *arguments, "--format", "json", "--lang", "en"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_has_what_scripts_rely_on_safest_first(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = ways(capsys, story, "--limit", "3")
    assert found == [
        {
            "nodes": ["start", "lender", "plan"],
            "choices": ["lender", "plan"],
            "consequences": [],
            "worst": 0,
            "supposes": [{"node": "lender", "choice": "plan"}],
            "goes_on": False,
            "guide": None,
        },
        {
            "nodes": ["start", "lender", "wait", "plan"],
            "choices": ["lender", "wait", "plan"],
            "consequences": ["cost"],
            "worst": 2,
            "supposes": [{"node": "lender", "choice": "wait"}],
            "goes_on": False,
            "guide": None,
        },
        {
            "nodes": ["start", "lender", "wait", "lender", "plan"],
            "choices": ["lender", "wait", "lender", "plan"],
            "consequences": ["cost"],
            "worst": 2,
            "supposes": [{"node": "lender", "choice": "wait"}, {"node": "lender", "choice": "plan"}],
            "goes_on": False,
            "guide": None,
        },
    ]


def test_a_fact_is_no_way_to_take_from_a_question_the_ways_stand_under_its_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "asked.toml"
    paid = '{ label = "It is paid", to = "paid" }'
    owed = '{ label = "It is owed", to = "talk" }'
    talk = '{ label = "Talk", to = "plan" }, { label = "Rest", to = "rest" }'
    file.write_text(
        f'format = "debttree/1"\n[nodes.ask]\nkind = "question"\ntitle = "Paid?"\nchoices = [{paid}, {owed}]\n'
        f'[nodes.talk]\ntitle = "You talk"\nchoices = [{talk}]\n[nodes.paid]\ntitle = "Paid"\n'
        '[nodes.plan]\ntitle = "A plan"\n[nodes.rest]\ntitle = "Rest"\ngoes_on = ["talk"]\n'
    )
    assert main(["paths", str(file), "--lang", "en", "--limit", "1"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "If so: It is paid",
        "   gravest  steps  way",
        "1  0        1      Paid? → Paid",
        "                   if: It is paid",
        '                   --path "ask, paid"',
        "",
        "If so: It is owed",
        "   gravest  steps  way",
        "1  0        2      Paid? → You talk → A plan",
        "                   if: It is owed",
        '                   --path "ask, talk, plan"',
    ]
    assert captured.err == "More ways: 1; --limit shows them.\n"
    found = ways(capsys, str(file))
    assert [(way["nodes"], way["goes_on"]) for way in found] == [
        (["ask", "paid"], False),
        (["ask", "talk", "plan"], False),
        (["ask", "talk", "rest"], True),
    ]


def test_from_to_and_avoid_narrow_the_ways(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = ways(capsys, story, "--from", "wait", "--to", "lender")
    assert [way["nodes"] for way in found] == [["wait", "lender"]]
    found = ways(capsys, story, "--avoid", "cost", "--avoid", "litigation")
    assert [way["nodes"] for way in found] == [["start", "lender", "plan"]]


def test_a_way_that_is_copied_from_the_table_is_taken_even_over_a_line_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (
        main(["paths", "alipay-overdue", "--from", "overdue", "--to", "settled-enforcement", "--limit", "1"])
        == 0
    )
    shown = capsys.readouterr().out
    copied = shlex.split(next(iter(re.findall(r'--path "[^"]*"', shown))))
    assert "\n" in copied[1]
    assert main(["export", "alipay-overdue", *copied]) == 0


def test_the_table_shows_titles_and_what_a_path_option_takes(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paths", story, "--limit", "2", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "   gravest  steps  way",
        "1  0        2      A bill is overdue → What does the lender say? → A plan is",
        "                   agreed",
        "                   if: A plan",
        '                   --path "start, lender, plan"',
        "2  2        3      A bill is overdue → What does the lender say? → Waiting → A",
        "                   plan is agreed",
        "                   if: No",
        "                   meets: The cost grows",
        '                   --path "start, lender, wait, plan"',
    ]
    assert captured.err == "There are more ways; --limit shows them.\n"


def test_a_limit_that_no_machine_counts_to_shows_every_way(
    story: str, capsys: pytest.CaptureFixture[str]
) -> None:
    every = ways(capsys, story, "--limit", "1000000")
    assert ways(capsys, story, "--limit", "9" * 20) == every
    assert ways(capsys, story, "--limit", "9" * 5000) == every


def test_the_table_in_chinese_fits(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paths", story, "--lang", "zh", "--limit", "9"]) == 0
    captured = capsys.readouterr()
    assert all(cells(line) <= 80 for line in captured.out.splitlines())
    assert "1  0         2     账单逾期 → 放款方怎么说？ → 谈成方案" in captured.out
    assert captured.err == "还有更多路径；用 --limit 可多列一些。\n"


def test_how_many_more_is_said_where_it_is_cheap_to_know(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layers = [
        f'[nodes.n{i}]\ntitle = "{i}"\n'
        f'choices = [{{ label = "a", to = "n{i + 1}" }}, {{ label = "b", to = "n{i + 1}" }}]\n'
        for i in range(30)
    ]
    file = tmp_path / "many.toml"
    file.write_text(f'format = "debttree/1"\n{"".join(layers)}[nodes.n30]\ntitle = "end"\n')
    few = ["--from", "n25"]
    assert main(["paths", str(file), *few, "--lang", "en"]) == 0
    assert capsys.readouterr().err == "More ways: 12; --limit shows them.\n"
    assert main(["paths", str(file), "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert captured.err == "There are more than a million more ways; --limit shows some of them.\n"
    assert captured.out.count("n0:n1, n1:n2") == 20


def test_no_way_is_said_and_is_no_failure(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paths", story, "--from", "plan", "--to", "start", "--lang", "en"]) == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "There is no such way.\n")
    assert ways(capsys, story, "--from", "plan", "--to", "start") == []


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--from", "strat"], 'Did you mean "start"?'),
        (["--to", "wiat"], 'Did you mean "wait"?'),
        (["--avoid", "litigatoin"], 'Did you mean "litigation"?'),
    ],
)
def test_an_unknown_name_says_did_you_mean(
    story: str, arguments: list[str], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["paths", story, *arguments, "--lang", "en"]) == 2
    assert hint in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-1", "many", "1.5"])
def test_a_limit_is_a_whole_number_from_one(
    story: str, limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["paths", story, f"--limit={limit}", "--lang", "en"])
    assert caught.value.code == 2
    assert "write one from 1" in capsys.readouterr().err
