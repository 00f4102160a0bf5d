"""The Tab key: what can follow a line, and that real shells ask for it and offer it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from debttree.cli.commands.completion import SCRIPTS
from debttree.cli.completing import candidates
from debttree.cli.main import main
from debttree.journey import begin, open_or_begin
from debttree.locales import phrases
from debttree.storage.library import user_folder
from tests.export.conftest import GUIDE
from tests.tui.conftest import TODAY, read

LOAN = Path(__file__).parents[1] / "tui" / "trees" / "loan.toml"


def after(line: str) -> list[str]:
    return candidates(line, phrases("en"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("debttree che", ["check"]),
        ("debttree tut", ["tutorial"]),
        ("debttree --version", ["--version"]),
        ("debttree --lang ", ["zh", "en"]),
        ("debttree --lang zh wa", ["walk"]),
        ("debttree walk --lang=z", ["--lang=zh"]),
        ("debttree walk --fr", ["--fresh"]),
        ("debttree walk --fresh --fr", []),
        ("debttree walk 'alipay", ["alipay-overdue"]),
        ("debttree check ", []),
        ("debttree check some.toml --form", ["--format"]),
        ("debttree check --format ", ["text", "json", "github"]),
        ("debttree --help ", []),
        ("'debttree' 'walk' '--fr'", ["--fresh"]),
        (r"'debttree' 'check' 'C:\Users\my tree.toml' '--form'", ["--format"]),
        ("'debttree' 'check' '--format' ''", ["text", "json", "github"]),
        ("debttree export LOAN --path how-long:", ["how-long:before-call", "how-long:collectors", "how-long:find-out"]),
        ("debttree export LOAN --path how-long,be", ["how-long,before-call"]),
        ("debttree export LOAN --path how-long:before-call,", ["how-long:before-call,before-call"]),
        ("debttree export LOAN --path nowhere,", []),
        ("debttree export LOAN --redact no", ["notes", "notes,calls,dates"]),
        ("debttree export LOAN --date a=2026-01-01 --date papers:", ["papers:objection="]),
        ("debttree export alipay-overdue --date enforcement-n", ["enforcement-notice="]),
        ("debttree export alipay-overdue --date award-refusal:", []),
        ("debttree rename alipay-overdue --kind contact leg", ["legal-aid"]),
        ("debttree rename alipay-overdue --kind event enf", ["enforcement-notice"]),
        ("debttree prospects LOAN --avoid credit --avoid l", ["litigation"]),
        ("debttree paths LOAN --from co", ["collectors"]),
        ("debttree paths LOAN --limit ", []),
        ("debttree rename LOAN --kind stage ta", ["talks"]),
        ("debttree rename LOAN ans", ["answer"]),
        ("debttree export /nowhere.toml --path ", []),
        ("debttree export - --path ", []),
    ],
)  # fmt: skip
def test_what_can_follow(line: str, expected: list[str]) -> None:
    assert after(line.replace("LOAN", str(LOAN))) == expected


def test_a_new_line_begins_with_a_command_or_a_tree() -> None:
    found = after("debttree ")
    assert {"check", "walk", "--version", "tutorial"} <= set(found)
    assert not {name for name in found if name.startswith("--")} - {"--version"}


def test_journeys_are_offered_by_their_names() -> None:
    loan = read("loan")
    for name in ("li", "wang"):
        opened = open_or_begin(loan, name=name, fresh=False, private=False)
        opened.keeper.save(loan, begin(loan).take(loan, "before-call"), "en", TODAY)
    assert sorted(after("debttree journeys --compare li ")) == ["li", "wang"]
    assert after("debttree export x --journey w") == ["wang"]
    assert after("debttree journeys --compare li wang ") == []


def test_names_that_a_shell_would_run_are_not_offered(tmp_path: Path) -> None:
    folder = user_folder()
    folder.mkdir(parents=True)
    for name in ("mine", "$(touch x)", "a;b", "two words", "\x1b[2J"):
        (folder / f"{name}.toml").write_bytes(LOAN.read_bytes())
    assert after("debttree walk m") == ["mine"]
    assert not [word for word in after("debttree walk ") if not word.replace("-", "").isalnum()]
    tree = tmp_path / "tree.toml"
    tree.write_text('format = "debttree/1"\n[nodes."$(x)"]\ntitle = "A"\n[nodes."逾期"]\ntitle = "B"\n')
    assert after(f"debttree prospects {tree} --at ") == ["逾期"]


@pytest.mark.parametrize(
    ("line", "word"),
    [("debttree export GUIDE --date start:", "start:"), ("debttree check --format=gi", "--format=")],
)
def test_bash_takes_what_stands_behind_a_colon_or_an_equals_sign(
    line: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = line.replace("GUIDE", str(GUIDE))
    assert main(["completion", "bash", "--for", line]) == 0
    assert capsys.readouterr().out.splitlines() == [found.removeprefix(word) for found in after(line)]


ASKED = {
    "bash": 'COMP_LINE={line}; COMP_POINT=${{#COMP_LINE}}; _debttree; printf "%s\\n" "${{COMPREPLY[@]}}"',
    "zsh": "LINE={line}; words=(${{(z)LINE}}); CURRENT=$#words; PREFIX=$words[-1]; _debttree",
    "fish": "complete -C{line}",
}
"""How a shell is made to complete a line without anybody pressing a key."""

LOADED = {
    "bash": "source <(debttree completion bash)",
    "zsh": 'compdef() {}; compadd() { print -l -- "${@[$((${@[(i)--]} + 1)),-1]}" }; source <(debttree completion zsh)',
    "fish": "debttree completion fish | source",
}

COMPLETED = {
    "debttree che": "check",
    "debttree export alipay-overdue --path overdue,court-p": "overdue,court-papers",
    "debttree prospects tutorial --at frau": "fraud",
}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_completes(shell: str, tmp_path: Path) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    folders = (str(Path(sys.executable).parent), os.environ["PATH"])
    asked = [ASKED[shell].format(line=f"'{line}'") for line in COMPLETED]
    done = subprocess.run(
        [program, "-c", "\n".join([LOADED[shell], *asked])],
        env={**os.environ, "PATH": os.pathsep.join(folders)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (list(COMPLETED.values()), "")
